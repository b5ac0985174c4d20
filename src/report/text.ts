import {
  a1,
  isIsoDate,
  isMonth,
  negateMoney,
  sumMoney,
  ZERO,
  type DomainFigures,
  type Finding,
  type Money,
  type PrognosisOutcome,
  type Reconciliation,
  type Unplaced,
} from '../core';
import { sayPlace, showDate, showMoney, showMonth, showRatio, type Language } from '../messages';
import {
  changesOf,
  hasAmounts,
  remarksOn,
  type FillReport,
  type ReadReceipt,
  type ReportOutcome,
} from './input';
import { sayClean } from './say-clean';
import { indented, printable, shorten, textTable, type TextRow } from './text-lines';
import { KNOWN_ROLES, wordFor, wordsIn, type Words } from './words';

export interface TextOptions {
  /** Columns of the terminal; tables and sentences keep within. */
  readonly width: number;
  /** ANSI colours; only ever on a terminal. */
  readonly color: boolean;
}

/** Longer lists are cut on a terminal, with a line that says how many were left out. */
const LIST_LIMIT = 20;
/** Most findings of one rule on a terminal, by severity. Violations and unchecked rules are never cut. */
const WARNINGS_PER_RULE = 10;
const NOTICES_PER_RULE = 3;

const ANSI = { bold: '1', red: '31', yellow: '33', dim: '2' } as const;
type Paint = (text: string, style: keyof typeof ANSI) => string;

const painter =
  (color: boolean): Paint =>
  (text, style) =>
    color && text !== '' ? `\u001b[${ANSI[style]}m${text}\u001b[0m` : text;

interface Context {
  readonly language: Language;
  readonly words: Words;
  readonly width: number;
  readonly paint: Paint;
}

/** The day of an as-of text for people; left as it is when it isn't a day. */
export const showDay = (text: string, language: Language): string =>
  isIsoDate(text) ? showDate(text, language) : text;

const bareAmount = (amount: Money | null, language: Language): string =>
  amount === null ? '–' : showMoney(amount, language).replace(/^€\u00a0/, '');

function domainTable(domains: readonly DomainFigures[], context: Context, year: number): string[] {
  const { words, language, paint } = context;
  const amounts = (
    code: string,
    pick: (figures: DomainFigures) => Money | null,
    mark?: TextRow['mark'],
  ): TextRow => ({
    label: words(code),
    cells: domains.map((figures) => bareAmount(pick(figures), language)),
    mark,
  });
  const overrun = (code: string, pick: (figures: DomainFigures) => Money | null): TextRow =>
    amounts(code, pick, domains.some((figures) => (pick(figures) ?? ZERO) > ZERO) ? 'alarm' : undefined);
  const rows: (TextRow | null)[] = [
    amounts('report.production', (figures) => figures.production),
    amounts('report.forecast', (figures) => figures.forecast),
    amounts('report.total', (figures) => figures.total, 'strong'),
    amounts('report.excluded', (figures) => figures.excluded),
    null,
    amounts('report.ceiling-base', (figures) => figures.ceiling?.base ?? null),
    amounts('report.ceiling-raises', (figures) => figures.ceiling?.raises ?? null),
    amounts('report.ceiling-case-budgets', (figures) => figures.ceiling?.caseBudgets ?? null),
    amounts('report.ceiling-effective', (figures) => figures.ceiling?.effective ?? null, 'strong'),
    amounts('report.ceiling-expected-raises', (figures) => figures.ceiling?.expectedRaises ?? null),
    amounts(
      'report.ceiling-effective-year-end',
      (figures) => figures.ceiling?.effectiveYearEnd ?? null,
      'strong',
    ),
    null,
    amounts('report.headroom', (figures) => figures.headroom),
    overrun('report.overrun', (figures) => figures.overrun),
    amounts('report.headroom-year-end', (figures) => figures.headroomYearEnd),
    overrun('report.overrun-year-end', (figures) => figures.overrunYearEnd),
  ];
  if (domains.some((figures) => figures.payableAbove !== null)) {
    rows.push(amounts('report.payable-above', (figures) => figures.payableAbove));
  }
  rows.push({
    label: words('report.exhaustion'),
    cells: domains.map((figures) => {
      if (figures.ceiling === null) return '–';
      return figures.exhaustionDate === null
        ? words('report.not-this-year', { year: String(year) })
        : showDate(figures.exhaustionDate, language);
    }),
  });
  if (domains.some((figures) => figures.overrunChance !== null)) {
    rows.push({
      label: words('report.overrun-chance'),
      cells: domains.map((figures) =>
        figures.overrunChance === null ? '–' : showRatio(figures.overrunChance, language),
      ),
    });
  }
  const header: TextRow = {
    label: words('report.in-euro'),
    cells: domains.map((figures) => shorten(printable(figures.domain), 24)),
    mark: 'strong',
  };
  const notes = new Set(
    domains.flatMap(({ chanceNote }) => (chanceNote === undefined ? [] : [sayClean(chanceNote, language)])),
  );
  return [
    ...textTable(header, rows, context.width, (line, row) =>
      row.mark === undefined ? line : paint(line, row.mark === 'alarm' ? 'red' : 'bold'),
    ),
    ...[...notes].flatMap((note) => indented(note, 0, context.width)),
  ];
}

function findingLines(finding: Finding, context: Context): string[] {
  const { language, words, width, paint } = context;
  const head = [finding.rule, finding.amount === null ? null : showMoney(finding.amount, language)]
    .filter((part) => part !== null)
    .join('  ');
  const lines = [
    `  ${paint(printable(head), 'bold')}`,
    ...indented(sayClean(finding.message, language), 4, width),
  ];
  const details: string[] = [];
  if (finding.location !== null) {
    details.push(words('report.where-is', { place: sayPlace(finding.location, language) }));
  }
  if (finding.source !== null) {
    details.push(
      words('report.source-is', { document: finding.source.document, place: finding.source.place }),
    );
  }
  for (const detail of details) {
    lines.push(...indented(detail, 4, width).map((line) => paint(line, 'dim')));
  }
  return lines;
}

function findingsLines(findings: readonly Finding[], context: Context): string[] {
  const { words, paint } = context;
  if (findings.length === 0) return [words('report.no-findings')];
  const groups = [
    {
      code: 'report.violations',
      style: 'red' as const,
      of: (finding: Finding) => !finding.notChecked && finding.severity === 'violation',
      limit: Infinity,
    },
    {
      code: 'report.warnings',
      style: 'yellow' as const,
      of: (finding: Finding) => !finding.notChecked && finding.severity === 'warning',
      limit: WARNINGS_PER_RULE,
    },
    {
      code: 'report.notices',
      style: 'bold' as const,
      of: (finding: Finding) => !finding.notChecked && finding.severity === 'notice',
      limit: NOTICES_PER_RULE,
    },
    {
      code: 'report.not-checked',
      style: 'bold' as const,
      of: (finding: Finding) => finding.notChecked,
      limit: Infinity,
    },
  ];
  const lines: string[] = [];
  for (const group of groups) {
    const found = findings.filter(group.of);
    if (found.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(paint(words(group.code, { count: found.length }), group.style));
    const seen = new Map<string, number>();
    for (const finding of found) {
      const before = seen.get(finding.rule) ?? 0;
      seen.set(finding.rule, before + 1);
      if (before < group.limit) lines.push(...findingLines(finding, context));
    }
    for (const [rule, count] of seen) {
      if (count <= group.limit) continue;
      lines.push(`  ${words('report.and-more-of', { rule, count: count - group.limit })}`);
    }
  }
  return lines;
}

function unplacedLines(code: string, entries: readonly Unplaced[], context: Context): string[] {
  if (entries.length === 0) return [];
  const { words, language, width } = context;
  const lines = [`  ${words(code)}`];
  for (const entry of entries.slice(0, LIST_LIMIT)) {
    const month =
      entry.month === null ? null : isMonth(entry.month) ? showMonth(entry.month, language) : entry.month;
    const what = [entry.domain, entry.product, month, showMoney(entry.amount, language)]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
    lines.push(...indented(`${what}: ${sayClean(entry.reason, language)}`, 4, width));
  }
  if (entries.length > LIST_LIMIT)
    lines.push(`    ${words('report.and-more', { count: entries.length - LIST_LIMIT })}`);
  return lines;
}

function reconciliationLines(found: Reconciliation, context: Context): string[] {
  const { words, language, width, paint } = context;
  const row = (code: string, amount: Money, mark?: TextRow['mark']): TextRow => ({
    label: `  ${words(code)}`,
    cells: [bareAmount(amount, language)],
    mark,
  });
  const total = (entries: readonly Unplaced[]): Money =>
    negateMoney(sumMoney(entries.map((entry) => entry.amount)));
  const header: TextRow = {
    label: words('report.reconciliation'),
    cells: [words('report.euro')],
    mark: 'strong',
  };
  return [
    ...textTable(
      header,
      [
        row('report.source-total', found.sourceTotal),
        row('report.less-filled', negateMoney(found.filledTotal)),
        row('report.less-not-filled', total(found.notFilled)),
        row('report.less-unmapped', total(found.unmapped)),
        row('report.difference', found.difference, found.difference === ZERO ? 'strong' : 'alarm'),
      ],
      width,
      (line, line2) =>
        line2.mark === undefined ? line : paint(line, line2.mark === 'alarm' ? 'red' : 'bold'),
    ),
    ...unplacedLines('report.not-filled-list', found.notFilled, context),
    ...unplacedLines('report.unmapped-list', found.unmapped, context),
  ];
}

function receiptLines(receipt: ReadReceipt, context: Context): string[] {
  const { words, width, language } = context;
  const tally = (lines: number, amount: Money): string =>
    hasAmounts(receipt)
      ? words('report.lines-amount', { count: lines, amount: showMoney(amount, language) })
      : words('report.lines', { count: lines });
  const { lines, amounts } = receipt;
  const parts = [words('report.read', { tally: tally(lines.read, amounts.read) })];
  if (lines.rejected > 0)
    parts.push(words('report.rejected', { tally: tally(lines.rejected, amounts.rejected) }));
  if (lines.amountUnknown > 0) parts.push(words('report.amount-unknown', { count: lines.amountUnknown }));
  if (lines.skipped > 0)
    parts.push(words('report.skipped', { tally: words('report.lines', { count: lines.skipped }) }));
  if (amounts.stated !== null && hasAmounts(receipt))
    parts.push(words('report.stated', { amount: showMoney(amounts.stated, language) }));
  const details = [
    ...remarksOn(receipt).map((issue) => {
      const where = sayPlace({ ...issue.place, file: '' }, language);
      const text = sayClean(issue, language);
      return where === '' ? text : `${where}: ${text}`;
    }),
    ...receipt.rejectedLines.map(
      ({ line, reason }) => `${sayPlace({ line }, language)}: ${sayClean(reason, language)}`,
    ),
  ];
  const left = details.length - LIST_LIMIT + Math.max(0, lines.rejected - receipt.rejectedLines.length);
  return [
    ...indented(
      `${receipt.file} (${wordFor('report.role', receipt.kind, KNOWN_ROLES, words)}, ${receipt.format})`,
      2,
      width,
    ),
    ...indented(parts.join('; '), 4, width),
    ...details.slice(0, LIST_LIMIT).flatMap((detail) => indented(detail, 4, width)),
    ...(left > 0 ? [`    ${words('report.and-more', { count: left })}`] : []),
  ];
}

function fillLines(fill: FillReport, context: Context): string[] {
  const { words, language, width } = context;
  const lines = [words('report.filled-cells', { count: fill.written.length })];
  if (fill.refused.length > 0) {
    lines.push(words('report.refused-cells', { count: fill.refused.length }));
    for (const { write, reason } of fill.refused.slice(0, LIST_LIMIT)) {
      const where = `${write.sheet}!${a1(write.row, write.col)}`;
      lines.push(...indented(`${where}: ${sayClean(reason, language)}`, 4, width));
    }
    if (fill.refused.length > LIST_LIMIT)
      lines.push(`    ${words('report.and-more', { count: fill.refused.length - LIST_LIMIT })}`);
  }
  for (const warning of fill.warnings)
    lines.push(...indented(words('report.remark', { text: sayClean(warning, language) }), 0, width));
  return lines;
}

function prognosisLines(prognosis: PrognosisOutcome, outcome: ReportOutcome, context: Context): string[] {
  const { words, paint } = context;
  return [
    paint(words('report.prognosis-of', { file: printable(prognosis.file) }), 'bold'),
    words('report.provider-is', { provider: printable(prognosis.provider) }),
    '',
    ...(prognosis.domains.length === 0
      ? [words('report.no-domains')]
      : domainTable(prognosis.domains, context, outcome.year)),
    '',
    ...findingsLines(prognosis.findings, context),
    '',
    ...reconciliationLines(prognosis.reconciliation, context),
  ];
}

/**
 * The outcome for a terminal or a mail: per prognosis the figures per domain, findings by severity, the
 * reconciliation; then what was changed and what was read. Ends with a line end.
 * Lists too long for a screen say how many entries they leave out; the workbook report and JSON have all.
 */
export function toText(outcome: ReportOutcome, language: Language, options: TextOptions): string {
  const words = wordsIn(language);
  const context: Context = {
    language,
    words,
    width: Math.max(40, options.width),
    paint: painter(options.color),
  };
  const lines: string[] = indented(
    words('report.basis', {
      title: outcome.rulebook.title[language],
      id: `${outcome.rulebook.id} ${outcome.rulebook.version}`,
      year: String(outcome.year),
      asOf: showDay(outcome.asOf, language),
    }),
    0,
    context.width,
  );
  for (const prognosis of outcome.prognoses) lines.push('', ...prognosisLines(prognosis, outcome, context));
  for (const { file, issues } of outcome.unusable ?? []) {
    lines.push('', context.paint(words('report.unusable', { file: printable(file) }), 'red'));
    for (const issue of issues) lines.push(...indented(sayClean(issue, language), 2, context.width));
  }
  const fill = changesOf(outcome);
  if (fill !== null) lines.push('', ...fillLines(fill, context));
  if (outcome.receipts.length > 0) {
    lines.push('', context.paint(words('report.files-read'), 'bold'));
    for (const receipt of outcome.receipts) lines.push(...receiptLines(receipt, context));
  }
  const cited = citedDocuments(outcome);
  if (cited.length > 0) {
    lines.push('', context.paint(words('report.documents'), 'bold'));
    for (const [id, title] of cited) lines.push(...indented(`${id}: ${title}`, 2, context.width));
  }
  return `${lines.join('\n')}\n`;
}

/** The documents that the findings refer to, with their titles. */
function citedDocuments(outcome: ReportOutcome): [string, string][] {
  const cited = new Set(
    outcome.prognoses.flatMap((prognosis) => prognosis.findings.map((finding) => finding.source?.document)),
  );
  return Object.entries(outcome.documents ?? {}).filter(([id]) => cited.has(id));
}
