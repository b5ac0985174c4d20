import { isAlarm, isOpenQuestion, moneyToDecimal, overviewOf, ZERO, type Money } from '../../core';
import { CHART_STYLE, contributionChart, cumulativeChart, figureText, utilisationChart } from '../../charts';
import { showDate, showMoney, showRatio, type Language } from '../../messages';
import { maskServiceNumbers, sayClean, sayPlaceOrNothing } from '../say-clean';
import { isFigure, sectionHeader, shownCell } from '../section';
import { wordsIn, type Words } from '../words';
import { headline } from './desk-workbook';
import type { DeskEntry, DeskReport } from './input';
import { questionPlace, questionText } from './question-text';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const STYLE = `
:root { color-scheme: light dark; --bg: #fff; --text: #1b1f24; --muted: #4a5058; --line: #c9d1d9; --panel: #f6f8fa; --accent: #0b5c7a; --bad: #a4262c; --good: #0b6a0b; }
@media (prefers-color-scheme: dark) { :root { --bg: #1b1a19; --text: #f3f2f1; --muted: #d2d0ce; --line: #55524f; --panel: #252423; --accent: #7cc9e8; --bad: #ff9b9f; --good: #92d992; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--bg); color: var(--text); font: 15px/1.5 'Segoe UI', system-ui, sans-serif; }
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
@media print { :root { color-scheme: light; } body { max-width: none; font-size: 11px; } article { break-inside: avoid-page; border: 0; padding: 0; } details:not([open]) > :not(summary) { display: none; } }
`;

type Column = readonly [title: string, amount?: true];

function table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
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

/** Shows amounts of one page in one language. */
class Page {
  constructor(
    private readonly desk: DeskReport,
    private readonly language: Language,
    private readonly words: Words,
  ) {}

  private money(amount: Money | null, alarms = false): string {
    if (amount === null) return '–';
    const text = escape(showMoney(amount, this.language));
    return alarms && isAlarm(amount) ? `<span class="bad">${text}</span>` : text;
  }

  private name(entry: DeskEntry): string {
    return escape(entry.provider === '' ? this.words('desk.provider-unknown') : entry.provider);
  }

  overview(): string {
    const { words } = this;
    const columns: Column[] = [
      [words('report.provider')],
      [words('desk.column.state')],
      [words('report.count-violations'), true],
      [words('report.count-warnings'), true],
      [words('desk.column.questions'), true],
      [words('report.total'), true],
      [words('desk.column.ceiling'), true],
      [words('desk.column.overrun'), true],
      [words('report.overrun-chance'), true],
      [words('desk.column.change'), true],
    ];
    const rows = this.desk.providers.map((entry, index) => {
      const row = overviewOf(entry);
      const name =
        entry.state === 'checked' ? `<a href="#p${index}">${this.name(entry)}</a>` : this.name(entry);
      return [
        name + (entry.provider === '' && entry.file !== null ? ` ${escape(entry.file)}` : ''),
        entry.state === 'checked'
          ? escape(words('desk.state.checked'))
          : `<span class="bad">${escape(words(`desk.state.${entry.state}`))}</span>`,
        row.violations > 0 ? `<span class="bad">${row.violations}</span>` : String(row.violations),
        String(row.warnings),
        String(row.openQuestions),
        this.money(row.total),
        this.money(row.ceiling),
        this.money(row.overrun, true),
        row.chance === null ? '–' : escape(showRatio(row.chance, this.language)),
        this.money(row.change),
      ];
    });
    return table(words('desk.sheet.overview'), columns, rows);
  }

  unreadable(): string {
    const entries = this.desk.providers.filter((entry) => entry.state === 'unreadable');
    if (entries.length === 0) return '';
    const items = entries
      .map(
        (entry) =>
          `<li><strong>${escape(entry.file ?? '')}</strong>: ${escape(
            entry.issues
              .map((issue) =>
                [sayPlaceOrNothing(issue.place, this.language), sayClean(issue, this.language)]
                  .filter((part) => part !== '')
                  .join(': '),
              )
              .join(' '),
          )}</li>`,
      )
      .join('');
    return `<h2>${escape(this.words('desk.unreadable'))}</h2><ul>${items}</ul>`;
  }

  totals(): string {
    const { words, desk } = this;
    const columns: Column[] = [
      [words('report.domain')],
      [words('desk.column.providers'), true],
      [words('report.production'), true],
      [words('report.forecast'), true],
      [words('report.total'), true],
      [words('desk.column.ceiling'), true],
      [words('desk.column.used'), true],
      [words('desk.column.overrun'), true],
    ];
    const rows = desk.totals.map((total) => [
      escape(total.domain),
      String(total.providers),
      this.money(total.production),
      this.money(total.forecast),
      this.money(total.total),
      total.withCeiling === 0 ? '–' : this.money(total.ceiling),
      total.ceiling <= ZERO
        ? '–'
        : escape(
            showRatio(
              moneyToDecimal(total.total).dividedBy(moneyToDecimal(total.ceiling)).toDecimalPlaces(3),
              this.language,
            ),
          ),
      total.withCeiling === 0 ? '–' : this.money(total.overrun, true),
    ]);
    const shown = desk.providers.flatMap((entry) =>
      entry.domains.map((figures) => ({
        label: desk.totals.length > 1 ? `${entry.provider} ${figures.domain}` : entry.provider,
        figures,
      })),
    );
    const chart =
      shown.length === 0
        ? ''
        : figureText(utilisationChart(shown, this.language, 640), words('desk.the-figures'));
    return table(words('desk.sheet.totals'), columns, rows) + chart;
  }

  room(): string {
    const { words } = this;
    const full = this.desk.room.filter((room) => room.full.length > 0);
    if (full.length === 0) return '';
    const rows = full.map((room) => [
      escape([room.product, room.description].filter((part) => part !== null).join(' ')),
      escape(room.domain),
      escape(room.full.join(', ')),
      room.candidates.length === 0
        ? escape(words('desk.nobody-with-room'))
        : room.candidates
            .map(({ provider, headroom }) => `${escape(provider)} (${this.money(headroom)})`)
            .join('<br>'),
    ]);
    const columns: Column[] = [
      [words('report.product')],
      [words('report.domain')],
      [words('desk.column.full')],
      [words('desk.column.with-room')],
    ];
    return (
      `<h2>${escape(words('desk.sheet.room'))}</h2><p class="muted">${escape(words('desk.room-note'))}</p>` +
      table(words('desk.sheet.room'), columns, rows)
    );
  }

  across(): string {
    const { words, language } = this;
    const { sections, findings, missing } = this.desk.across;
    if (sections.length + findings.length + missing.length === 0) return '';
    const list = (items: readonly string[]): string =>
      items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    const tables = sections.map((section) => {
      const isNumber = section.columns.map((_, at) =>
        section.rows.every(({ cells }) => isFigure(cells[at] ?? null)),
      );
      const columns = sectionHeader(section.columns, language).map((title, at): Column =>
        isNumber[at] ? [title, true] : [title],
      );
      const title = sayClean(section.title, language);
      const rows = section.rows.map(({ cells }) =>
        section.columns.map((_, at) => escape(shownCell(cells[at] ?? null, language))),
      );
      return `<details open><summary>${escape(title)}</summary>${table(title, columns, rows)}</details>`;
    });
    const said = findings.map(
      (finding) =>
        `${words(`report.severity.${finding.severity}`)} ${finding.rule}: ${sayClean(finding.message, language)}`,
    );
    const lacking =
      missing.length === 0
        ? ''
        : `<h3>${escape(words('desk.across-missing'))}</h3>${list(missing.map((one) => sayClean(one, language)))}`;
    return `<h2>${escape(words('desk.sheet.across'))}</h2>${tables.join('')}${list(said)}${lacking}`;
  }

  provider(entry: DeskEntry, index: number): string {
    const { words, language, desk } = this;
    const charts = entry.domains
      .flatMap((figures) => [
        cumulativeChart(figures, desk.check.year, language, [], 460),
        contributionChart(figures, language, 460),
      ])
      .flatMap((chart) => (chart === null ? [] : [figureText(chart, words('desk.the-figures'))]))
      .join('');
    const findings = entry.findings.filter((finding) => finding.severity !== 'notice');
    const questions = entry.questions.filter(isOpenQuestion);
    return (
      `<article id="p${index}"><h3>${this.name(entry)}</h3><p class="muted">${escape(entry.file ?? '')}` +
      ` · ${escape(words(`desk.review.${entry.review}`))}</p>` +
      (entry.note === '' ? '' : `<p>${escape(maskServiceNumbers(entry.note))}</p>`) +
      this.domains(entry) +
      `<div class="charts">${charts}</div>` +
      `<details open><summary>${escape(words('desk.findings-count', { count: findings.length }))}</summary>` +
      (findings.length === 0
        ? ''
        : `<ul>${findings
            .map(
              (finding) =>
                `<li><span class="${finding.severity === 'violation' ? 'bad' : 'muted'}">${escape(
                  words(`report.severity.${finding.severity}`),
                )}</span> ${escape(finding.rule)} · ${escape(sayClean(finding.message, language))} <span class="muted">${escape(
                  sayPlaceOrNothing(finding.location, language),
                )}</span></li>`,
            )
            .join('')}</ul>`) +
      `</details><details><summary>${escape(words('desk.questions-count', { count: questions.length }))}</summary><ol>` +
      questions
        .map(
          (question) =>
            `<li>${escape(questionText(question, words, language))} <span class="muted">${escape(
              questionPlace(question),
            )}</span></li>`,
        )
        .join('') +
      `</ol></details>${this.changes(entry)}</article>`
    );
  }

  private domains(entry: DeskEntry): string {
    const { words } = this;
    const columns: Column[] = [
      [words('report.domain')],
      [words('report.production'), true],
      [words('report.forecast'), true],
      [words('report.total'), true],
      [words('desk.column.ceiling'), true],
      [words('desk.column.overrun'), true],
      [words('desk.column.overrun-year-end'), true],
      [words('report.exhaustion'), true],
    ];
    const rows = entry.domains.map((figures) => [
      escape(figures.domain),
      this.money(figures.production),
      this.money(figures.forecast),
      this.money(figures.total),
      this.money(figures.ceiling?.effective ?? null),
      this.money(figures.overrun, true),
      this.money(figures.overrunYearEnd, true),
      figures.exhaustionDate === null ? '–' : escape(showDate(figures.exhaustionDate, this.language)),
    ]);
    return table(entry.provider, columns, rows);
  }

  private changes(entry: DeskEntry): string {
    const { change } = entry;
    if (change === null) return '';
    const { words } = this;
    const columns: Column[] = [
      [words('report.product')],
      [words('desk.column.period')],
      [words('desk.column.cell')],
      [words('desk.column.before'), true],
      [words('desk.column.after'), true],
      [words('report.difference'), true],
    ];
    const rows = change.changed.map((cell) => [
      escape(cell.product),
      escape(cell.period),
      escape(
        cell.after === null
          ? `${cell.before?.sheet ?? ''}!${cell.before?.cell ?? ''}`
          : `${cell.after.sheet}!${cell.after.cell}`,
      ),
      this.money(cell.before?.amount ?? null),
      this.money(cell.after?.amount ?? null),
      this.money(cell.difference),
    ]);
    const summary = words('desk.changes-count', { count: rows.length });
    return `<details><summary>${escape(summary)}</summary>${rows.length === 0 ? '' : table(summary, columns, rows)}</details>`;
  }
}

/**
 * The desk as one page that needs nothing else: no script, no font or picture from elsewhere. Readable on a
 * small screen, in the dark and on paper; every chart has its figures in a table.
 */
export function deskPage(desk: DeskReport, language: Language): string {
  const words = wordsIn(language);
  const page = new Page(desk, language, words);
  const title = words('desk.title');
  const articles = desk.providers
    .map((entry, index) => (entry.state === 'checked' ? page.provider(entry, index) : ''))
    .join('');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escape(title)}</title><style>${STYLE}${CHART_STYLE}</style></head><body><main>` +
    `<h1>${escape(title)}</h1><p>${escape(headline(desk, words, language))}</p>` +
    `<h2>${escape(words('desk.sheet.overview'))}</h2>${page.overview()}` +
    page.unreadable() +
    `<h2>${escape(words('desk.sheet.totals'))}</h2>${page.totals()}` +
    page.room() +
    page.across() +
    `<h2>${escape(words('desk.per-provider'))}</h2>${articles}` +
    `<p class="muted">${escape(words('report.made-with', { engine: desk.check.engine ?? '' }))}</p>` +
    `</main></body></html>\n`
  );
}
