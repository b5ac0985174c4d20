import {
  a1,
  isMonth,
  negateMoney,
  sumMoney,
  ZERO,
  type CellWrite,
  type DomainFigures,
  type Finding,
  type Money,
  type PrognosisOutcome,
  type Reconciliation,
  type Step,
  type Unplaced,
} from '../../core';
import {
  contributionChart,
  cumulativeChart,
  escapeText as escape,
  figureText,
  utilisationChart,
} from '../../charts';
import {
  sayPlace,
  showDate,
  showMoney,
  showMonth,
  showRatio,
  showValue,
  type Language,
} from '../../messages';
import { changesOf, hasAmounts, remarksOn, type ReadReceipt, type ReportOutcome } from '../input';
import { maskServiceNumbers, sayClean, sayPlaceOrNothing } from '../say-clean';
import { KNOWN_ROLES, wordFor, wordsIn, type Words } from '../words';
import { tableText, wholePage, type Column } from './page-parts';

/** What one cell of the table of figures says. */
type Shown = readonly [code: string, show: (figures: DomainFigures) => string, strong?: true];

/** Writes one outcome in one language. */
class OutcomePage {
  private readonly words: Words;

  constructor(
    private readonly outcome: ReportOutcome,
    private readonly language: Language,
  ) {
    this.words = wordsIn(language);
  }

  private clean(text: string): string {
    return escape(maskServiceNumbers(text));
  }

  private money(amount: Money | null, isAlarm = false): string {
    if (amount === null) return '–';
    const text = escape(showMoney(amount, this.language));
    return isAlarm && amount !== ZERO ? `<span class="bad">${text}</span>` : text;
  }

  whole(): string {
    const { words, outcome, language } = this;
    const title = words('report.title');
    const { rulebook, year, asOf } = outcome;
    const basis = words('report.basis', {
      title: rulebook.title[language],
      id: `${rulebook.id} ${rulebook.version}`,
      year: String(year),
      asOf: showDate(asOf as Parameters<typeof showDate>[0], language),
    });
    return wholePage(
      title,
      language,
      `<h1>${escape(title)}</h1><p>${escape(basis)}</p>` +
        outcome.prognoses.map((prognosis) => this.prognosis(prognosis)).join('') +
        this.unusable() +
        this.changes() +
        this.receipts() +
        this.documents() +
        (outcome.engine === undefined
          ? ''
          : `<p class="muted">${escape(words('report.made-with', { engine: outcome.engine }))}</p>`),
    );
  }

  private prognosis(prognosis: PrognosisOutcome): string {
    const { words, language, outcome } = this;
    const { domains } = prognosis;
    const label = words('desk.the-figures');
    const shared =
      domains.length > 1
        ? figureText(
            utilisationChart(
              domains.map((figures) => ({ label: figures.domain, figures })),
              language,
              640,
            ),
            label,
          )
        : '';
    const parts = domains.map((figures) => {
      const charts = [
        cumulativeChart(figures, outcome.year, language, [], 640),
        contributionChart(figures, language, 640),
      ];
      return (
        `<h3>${escape(figures.domain)}</h3>` +
        charts.map((chart) => (chart ? figureText(chart, label) : '')).join('') +
        this.steps(words('report.sheet-calculation'), figures.steps)
      );
    });
    return (
      `<section><h2>${this.clean(prognosis.provider)}</h2><p class="muted">${this.clean(prognosis.file)}</p>` +
      (domains.length === 0 ? `<p>${escape(words('report.no-domains'))}</p>` : this.figures(prognosis)) +
      shared +
      parts.join('') +
      this.findings(prognosis.findings) +
      this.reconciliation(prognosis.reconciliation) +
      `</section>`
    );
  }

  private figures({ domains, file }: PrognosisOutcome): string {
    const { words, language, outcome } = this;
    const ceiling =
      (pick: (of: NonNullable<DomainFigures['ceiling']>) => Money) =>
      (of: DomainFigures): string =>
        this.money(of.ceiling ? pick(of.ceiling) : null);
    const rows: readonly Shown[] = [
      ['report.production', (of) => this.money(of.production)],
      ['report.forecast', (of) => this.money(of.forecast)],
      ['report.total', (of) => this.money(of.total), true],
      ['report.excluded', (of) => this.money(of.excluded)],
      ['report.ceiling-base', ceiling((of) => of.base)],
      ['report.ceiling-raises', ceiling((of) => of.raises)],
      ['report.ceiling-case-budgets', ceiling((of) => of.caseBudgets)],
      ['report.ceiling-effective', ceiling((of) => of.effective), true],
      ['report.ceiling-expected-raises', ceiling((of) => of.expectedRaises)],
      ['report.ceiling-effective-year-end', ceiling((of) => of.effectiveYearEnd), true],
      ['report.headroom', (of) => this.money(of.headroom)],
      ['report.overrun', (of) => this.money(of.overrun, true), true],
      ['report.headroom-year-end', (of) => this.money(of.headroomYearEnd)],
      ['report.overrun-year-end', (of) => this.money(of.overrunYearEnd, true), true],
      ['report.payable-above', (of) => this.money(of.payableAbove)],
      [
        'report.exhaustion',
        (of) =>
          of.ceiling === null
            ? '–'
            : of.exhaustionDate === null
              ? escape(words('report.not-this-year', { year: String(outcome.year) }))
              : escape(showDate(of.exhaustionDate, language)),
      ],
      [
        'report.overrun-chance',
        (of) => (of.overrunChance === null ? '–' : escape(showRatio(of.overrunChance, language))),
      ],
    ];
    const columns: Column[] = [
      [words('report.in-euro')],
      ...domains.map(({ domain }): Column => [domain, true]),
    ];
    const notes = new Set(
      domains.flatMap(({ chanceNote }) => (chanceNote ? [sayClean(chanceNote, language)] : [])),
    );
    return (
      tableText(
        file,
        columns,
        rows.map(([code, show, strong]) => {
          const label = escape(words(code));
          return [strong ? `<strong>${label}</strong>` : label, ...domains.map(show)];
        }),
      ) + [...notes].map((note) => `<p class="muted">${escape(note)}</p>`).join('')
    );
  }

  /** The steps of a calculation, opened: what is folded isn't printed. */
  private steps(title: string, steps: readonly Step[]): string {
    if (steps.length === 0) return '';
    return `<details open><summary>${escape(title)}</summary>${this.stepList(steps)}</details>`;
  }

  private stepList(steps: readonly Step[]): string {
    const { words, language } = this;
    const items = steps.map((step) => {
      const notes = [
        step.operator === 'given' ? '' : words(`report.operator.${step.operator}`),
        step.rule ?? '',
        step.source ? words('report.source-is', { ...step.source }) : '',
        step.place ? sayPlace(step.place, language) : '',
        step.assumed ? `${words('report.assumption')}: ${sayClean(step.assumed, language)}` : '',
      ].filter((note) => note !== '');
      return (
        `<li>${escape(sayClean(step.label, language))}: <b class="amount">` +
        `${this.clean(showValue(step.value, language))}</b>` +
        (notes.length === 0 ? '' : ` <span class="muted">(${this.clean(notes.join(' · '))})</span>`) +
        (step.parts.length === 0 ? '' : this.stepList(step.parts)) +
        `</li>`
      );
    });
    return `<ul class="steps">${items.join('')}</ul>`;
  }

  private findings(findings: readonly Finding[]): string {
    const { words } = this;
    if (findings.length === 0) return `<p>${escape(words('report.no-findings'))}</p>`;
    const groups = [
      ['report.violations', findings.filter((one) => !one.notChecked && one.severity === 'violation')],
      ['report.warnings', findings.filter((one) => !one.notChecked && one.severity === 'warning')],
      ['report.notices', findings.filter((one) => !one.notChecked && one.severity === 'notice')],
      ['report.not-checked', findings.filter((one) => one.notChecked)],
    ] as const;
    return groups
      .filter(([, found]) => found.length > 0)
      .map(
        ([code, found]) =>
          `<h3>${escape(words(code, { count: found.length }))}</h3>` +
          `<ul class="findings">${found.map((finding) => this.finding(finding)).join('')}</ul>`,
      )
      .join('');
  }

  private finding(finding: Finding): string {
    const { words, language } = this;
    const { source } = finding;
    const notes = [
      finding.rule,
      finding.amount === null ? '' : showMoney(finding.amount, language),
      finding.location === null
        ? ''
        : words('report.where-is', { place: sayPlace(finding.location, language) }),
      source ? words('report.source-is', { document: source.document, place: source.place }) : '',
    ].filter((note) => note !== '');
    return (
      `<li><span${finding.severity === 'violation' ? ' class="bad"' : ''}>` +
      `${escape(sayClean(finding.message, language))}</span>` +
      `<div class="muted">${this.clean(notes.join(' · '))}</div>` +
      `${this.steps(words('report.sheet-calculation'), finding.steps)}</li>`
    );
  }

  private reconciliation(found: Reconciliation): string {
    const { words } = this;
    const sum = (entries: readonly Unplaced[]): Money =>
      negateMoney(sumMoney(entries.map(({ amount }) => amount)));
    const rows: readonly (readonly [string, string])[] = [
      ['report.source-total', this.money(found.sourceTotal)],
      ['report.less-filled', this.money(negateMoney(found.filledTotal))],
      ['report.less-not-filled', this.money(sum(found.notFilled))],
      ['report.less-unmapped', this.money(sum(found.unmapped))],
      ['report.difference', this.money(found.difference, true)],
    ];
    const title = words('report.reconciliation');
    return (
      `<h3>${escape(title)}</h3>` +
      tableText(
        title,
        [[words('report.item')], [words('report.amount'), true]],
        rows.map(([code, amount]) => [escape(words(code)), amount]),
      ) +
      this.unplaced('report.not-filled-list', found.notFilled) +
      this.unplaced('report.unmapped-list', found.unmapped)
    );
  }

  private unplaced(code: string, entries: readonly Unplaced[]): string {
    const { words, language } = this;
    if (entries.length === 0) return '';
    const columns: Column[] = [
      [words('report.product')],
      [words('report.domain')],
      [words('report.month')],
      [words('report.amount'), true],
      [words('report.reason')],
    ];
    const rows = entries.map(({ product, domain, month, amount, reason }) => [
      this.clean(product),
      this.clean(domain),
      month === null ? '' : escape(isMonth(month) ? showMonth(month, language) : month),
      this.money(amount),
      escape(sayClean(reason, language)),
    ]);
    return `<h4>${escape(words(code))}</h4>${tableText(words(code), columns, rows)}`;
  }

  private unusable(): string {
    const { words } = this;
    return (this.outcome.unusable ?? [])
      .map(
        ({ file, issues }) =>
          `<h2>${this.clean(words('report.unusable', { file }))}</h2><ul>${issues
            .map((issue) => `<li>${this.issue(issue)}</li>`)
            .join('')}</ul>`,
      )
      .join('');
  }

  private issue(issue: ReadReceipt['issues'][number]): string {
    return [sayPlaceOrNothing(issue.place, this.language), sayClean(issue, this.language)]
      .filter((part) => part !== '')
      .map((part) => this.clean(part))
      .join(': ');
  }

  private changes(): string {
    const { words, language } = this;
    const made = changesOf(this.outcome);
    if (!made) return '';
    const refused = made.refused.map(
      ({ write, reason }) =>
        `<li>${this.clean(`${write.sheet}!${a1(write.row, write.col)}`)}: ${escape(sayClean(reason, language))}</li>`,
    );
    const columns: Column[] = [
      [words('report.cell')],
      [words('report.old'), true],
      [words('report.new'), true],
      [words('report.reason')],
    ];
    const rows = made.written.map((write) => [
      this.clean(`${write.sheet}!${a1(write.row, write.col)}`),
      this.clean(write.old ?? ''),
      this.clean(write.value === null ? '' : this.written(write.value)),
      escape(sayClean(write.why, language)),
    ]);
    return (
      `<h2>${escape(words('report.sheet-changes'))}</h2>` +
      `<p>${escape(words('report.filled-cells', { count: made.written.length }))}</p>` +
      (refused.length === 0
        ? ''
        : `<p class="bad">${escape(words('report.refused-cells', { count: refused.length }))}</p><ul>${refused.join('')}</ul>`) +
      made.warnings
        .map((warning) => `<p>${escape(words('report.remark', { text: sayClean(warning, language) }))}</p>`)
        .join('') +
      (rows.length === 0
        ? ''
        : `<details open><summary>${escape(words('report.sheet-changes'))}</summary>` +
          `${tableText(words('report.sheet-changes'), columns, rows)}</details>`)
    );
  }

  /** A value as it was written, exactly, with the marks of the language. */
  private written({ kind, text }: NonNullable<CellWrite['value']>): string {
    if (kind === 'text') return text;
    const [whole = '', fraction] = text.split('.');
    const [group, point] = this.language === 'nl' ? ['.', ','] : [',', '.'];
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  }

  private receipts(): string {
    const { words, outcome } = this;
    if (outcome.receipts.length === 0) return '';
    const columns: Column[] = [
      [words('report.file')],
      [words('report.tally-read'), true],
      [words('report.amount'), true],
      [words('report.tally-rejected'), true],
      [words('report.amount'), true],
      [words('report.tally-skipped'), true],
    ];
    const rows = outcome.receipts.map((receipt) => [
      this.clean(
        `${receipt.file} (${wordFor('report.role', receipt.kind, KNOWN_ROLES, words)}, ${receipt.format})`,
      ),
      String(receipt.lines.read),
      hasAmounts(receipt) ? this.money(receipt.amounts.read) : '',
      String(receipt.lines.rejected),
      hasAmounts(receipt) ? this.money(receipt.amounts.rejected) : '',
      String(receipt.lines.skipped),
    ]);
    const remarks = outcome.receipts.flatMap((receipt) => [
      ...remarksOn(receipt).map((issue) =>
        this.issue({ ...issue, place: { ...issue.place, file: receipt.file } }),
      ),
      ...receipt.rejectedLines.map(
        ({ line, reason }) =>
          `${this.clean(sayPlace({ file: receipt.file, line }, this.language))}: ${escape(sayClean(reason, this.language))}`,
      ),
      ...(receipt.lines.rejected > receipt.rejectedLines.length
        ? [
            `${this.clean(receipt.file)}: ${escape(
              words('report.rejected-unlisted', {
                count: receipt.lines.rejected - receipt.rejectedLines.length,
              }),
            )}`,
          ]
        : []),
    ]);
    return (
      `<h2>${escape(words('report.files-read'))}</h2>` +
      tableText(words('report.files-read'), columns, rows) +
      (remarks.length === 0 ? '' : `<ul>${remarks.map((remark) => `<li>${remark}</li>`).join('')}</ul>`)
    );
  }

  /** The documents that findings and steps refer to, with their titles. */
  private documents(): string {
    const cited = new Set<string>();
    const cite = (steps: readonly Step[]): void => {
      for (const { source, parts } of steps) {
        if (source) cited.add(source.document);
        cite(parts);
      }
    };
    for (const { domains, findings } of this.outcome.prognoses) {
      for (const { steps } of domains) cite(steps);
      for (const { source, steps } of findings) {
        if (source) cited.add(source.document);
        cite(steps);
      }
    }
    const known = Object.entries(this.outcome.documents ?? {}).filter(([id]) => cited.has(id));
    if (known.length === 0) return '';
    return `<h2>${escape(this.words('report.documents'))}</h2><ul>${known
      .map(([id, title]) => `<li>${escape(id)}: ${escape(title)}</li>`)
      .join('')}</ul>`;
  }
}

/**
 * The outcome as one page that needs nothing else, to read, mail or print: figures, charts, findings with every step of
 * their calculation, reconciliation, changes, files read. Clients' numbers are blanked; amounts line up.
 */
export const outcomePage = (outcome: ReportOutcome, language: Language): string =>
  new OutcomePage(outcome, language).whole();
