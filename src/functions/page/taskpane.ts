import { displayLanguage } from '../host';
import { listRulebooks } from '../../core';
import { say, type Language } from '../../messages';

/** What this page uses of Excel; absent in a plain browser. */
interface Surroundings {
  readonly Office?: {
    onReady(): Promise<{ readonly host: string | null }>;
    readonly actions?: { associate(name: string, action: (event: { completed(): void }) => void): void };
  };
  readonly Excel?: {
    run(
      batch: (context: {
        readonly workbook: { readonly application: { calculate(type: 'Full'): void } };
        sync(): Promise<void>;
      }) => Promise<void>,
    ): Promise<void>;
  };
}

const surroundings = globalThis as unknown as Surroundings;

/** Names of the functions, put in by the build from their metadata. */
declare const FUNCTION_NAMES: readonly string[];
/** Version of the product, put in by the build. */
declare const VERSION: string;

const text = (code: string, language: Language, facts: Record<string, string> = {}): string =>
  say({ code, facts }, language);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: string | readonly Node[],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
}

/** Recalculates every formula: after an update of rulebooks nothing else makes Excel do so. */
async function recalculate(): Promise<void> {
  await surroundings.Excel?.run(async ({ workbook, sync }) => {
    workbook.application.calculate('Full');
    await sync();
  });
}

function show(pane: HTMLElement, language: Language, inExcel: boolean): void {
  document.documentElement.lang = language;
  const functions = FUNCTION_NAMES.map((name) => {
    const link = element('a', `ZORG.${name}`);
    link.href = `help/${name.toLowerCase()}.html${language === 'en' ? '#en' : ''}`;
    link.target = '_blank';
    link.rel = 'noopener';
    return element('li', [link]);
  });
  const books = listRulebooks().map((book) =>
    element('li', `${book.title[language]} (${book.id} ${book.version})`),
  );
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const button = element('button', text('functions.page-recalculate', language));
  button.type = 'button';
  button.addEventListener('click', () => {
    recalculate().then(
      () => {
        status.textContent = text('functions.page-recalculated', language);
      },
      (error: unknown) => {
        status.textContent = text('functions.page-not-recalculated', language, {
          detail: error instanceof Error ? error.message : String(error),
        });
      },
    );
  });
  pane.replaceChildren(
    element('h1', `Plafondwijzer ${VERSION}`),
    element('p', text(inExcel ? 'functions.page-loaded' : 'functions.page-outside', language)),
    element('h2', text('functions.page-functions', language)),
    element('ul', functions),
    element('h2', text('functions.page-rulebooks', language)),
    element('ul', books),
    ...(inExcel ? [button, status] : []),
  );
}

async function start(): Promise<void> {
  const pane = document.getElementById('pane');
  if (!pane) return;
  const ready = await surroundings.Office?.onReady();
  surroundings.Office?.actions?.associate('recalculate', (event) => {
    void recalculate().finally(() => event.completed());
  });
  show(pane, displayLanguage(), ready?.host === 'Excel');
}

void start();
