import { isAlarm, isOpenQuestion, moneyToDecimal, overviewOf, ZERO, type Money } from '../../core';
import {
  contributionChart,
  cumulativeChart,
  escapeText as escape,
  figureText,
  utilisationChart,
} from '../../charts';
import { showDate, showMoney, showRatio, type Language } from '../../messages';
import { tableText as table, wholePage, type Column } from '../page/page-parts';
import { maskServiceNumbers, sayClean, sayPlaceOrNothing } from '../say-clean';
import { isFigure, sectionHeader, shownCell } from '../section';
import { wordsIn, type Words } from '../words';
import { headline } from './desk-workbook';
import type { DeskEntry, DeskReport } from './input';
import { questionPlace, questionText } from './question-text';

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
  return wholePage(
    title,
    language,
    `<h1>${escape(title)}</h1><p>${escape(headline(desk, words, language))}</p>` +
      `<h2>${escape(words('desk.sheet.overview'))}</h2>${page.overview()}` +
      page.unreadable() +
      `<h2>${escape(words('desk.sheet.totals'))}</h2>${page.totals()}` +
      page.room() +
      page.across() +
      `<h2>${escape(words('desk.per-provider'))}</h2>${articles}` +
      `<p class="muted">${escape(words('report.made-with', { engine: desk.check.engine ?? '' }))}</p>`,
  );
}
