import { PRINT_STYLE } from '../report';

/**
 * Prints a page of ours from within the pane. It stands in the document itself, out of sight until it is printed: a window
 * of its own is refused by many hosts, and a frame by our own security policy.
 */
export function printPage(html: string, page: Document = document): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const host = page.createElement('div');
  host.className = 'print-page';
  host.lang = parsed.documentElement.lang;
  const inside = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(PRINT_STYLE);
  inside.adoptedStyleSheets = [style];
  inside.append(...parsed.body.childNodes);
  page.body.append(host);
  const title = page.title;
  // What the browser offers as a name for a PDF.
  page.title = parsed.title;
  const view = page.defaultView;
  view?.addEventListener(
    'afterprint',
    () => {
      host.remove();
      page.title = title;
    },
    { once: true },
  );
  view?.print();
}
