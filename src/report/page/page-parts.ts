import { CHART_STYLE, escapeText as escape } from '../../charts';
import type { Language } from '../../messages';

/**
 * Style of every page: light and dark after the reader's system, small screens, paper. `root` and `body` say what the
 * page is: a document, or a part of another one.
 */
const styleOf = (root: string, body: string): string => `
${root} { color-scheme: light dark; --bg: #fff; --text: #1b1f24; --muted: #4a5058; --line: #c9d1d9; --panel: #f6f8fa; --accent: #0b5c7a; --bad: #a4262c; --good: #0b6a0b; }
@media screen and (prefers-color-scheme: dark) { ${root} { --bg: #1b1a19; --text: #f3f2f1; --muted: #d2d0ce; --line: #55524f; --panel: #252423; --accent: #7cc9e8; --bad: #ff9b9f; --good: #92d992; } }
* { box-sizing: border-box; }
${body} { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--bg); color: var(--text); font: 15px/1.5 'Segoe UI', system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
.muted { color: var(--muted); }
.bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
th { background: var(--panel); }
tbody th { min-width: 9rem; }
.chart { max-width: 44rem; }
td.amount, th.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
a { color: var(--accent); }
details { margin: 0.5rem 0; }
summary { cursor: pointer; }
article { border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem 1rem; margin: 1rem 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
ul.steps { margin: 0; padding-left: 1.25rem; }
ul.steps .amount { font-variant-numeric: tabular-nums; white-space: nowrap; }
.findings > li { margin: 0.5rem 0; break-inside: avoid; }
@media print { ${root} { color-scheme: light; } ${body} { max-width: none; font-size: 11px; } article { break-inside: avoid-page; border: 0; padding: 0; } details:not([open]) > :not(summary) { display: none; } .scroll { overflow: visible; } h2, h3, h4 { break-after: avoid; } }
`;

export type Column = readonly [title: string, amount?: true];

/** A table that scrolls by itself on a small screen. The cells are text of the page already; the first heads its row. */
export function tableText(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const cls = (amount: true | undefined): string => (amount ? ' class="amount"' : '');
  const head = columns
    .map(([title, amount]) => `<th scope="col"${cls(amount)}>${escape(title)}</th>`)
    .join('');
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells
          .map((cell, index) =>
            index === 0 ? `<th scope="row">${cell}</th>` : `<td${cls(columns[index]?.[1])}>${cell}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('');
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escape(caption)}"><table>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
  );
}

/** A page that needs nothing else and may do nothing else: no script, no font or picture from elsewhere. */
export const wholePage = (title: string, language: Language, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
  `<title>${escape(title)}</title><style>${styleOf(':root', 'body')}${CHART_STYLE}</style></head><body><main>` +
  `${body}</main></body></html>\n`;

/** The style of a page inside another one (in a shadow root), as it is printed: light, and as wide as the paper. */
export const PRINT_STYLE = `${styleOf(':host', ':host')}${CHART_STYLE}`;
