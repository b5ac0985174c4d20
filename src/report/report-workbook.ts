import type { CellObject, Row } from 'write-excel-file/universal';
import {
  a1,
  negateMoney,
  questionId,
  SEVERITIES,
  sumMoney,
  ZERO,
  type DomainFigures,
  type Finding,
  type Money,
  type Operator,
  type Severity,
  type Source,
  type Step,
  type Unplaced,
} from '../core';
import { sayPlace, type Language } from '../messages';
import { changesOf, hasAmounts, remarksOn, type FillReport, type ReportOutcome } from './input';
import { maskServiceNumbers, sayClean, sayPlaceOrNothing } from './say-clean';
import {
  column,
  countCell,
  dateCell,
  INPUT,
  moneyCell,
  monthCell,
  ratioCell,
  SECTION,
  STRONG,
  tableSheet,
  textCell,
  tooManyRows,
  valueCell,
  workbookOf,
  type Column,
  type TableSheet,
} from './sheet-cells';
import { showDay } from './text';
import { comparisonSheet, comparisonSteps, logSheet, notesSheet, statusSheet } from './months-sheets';
import { KNOWN_ROLES, wordFor, wordsIn, type Words } from './words';

interface Context {
  readonly language: Language;
  readonly words: Words;
  readonly outcome: ReportOutcome;
  /** Rows of calculation at most. */
  readonly mostSteps: number;
}

/** Wide enough for the longest file name, within reason. */
const fileColumn = (words: Words, outcome: ReportOutcome): Column => {
  const names = [...outcome.prognoses, ...outcome.receipts, ...(outcome.unusable ?? [])];
  const longest = Math.max(0, ...names.map(({ file }) => file.length));
  return column(words, 'report.file', Math.min(44, Math.max(16, longest + 2)));
};

const sourceText = (source: Source | null): string =>
  source === null ? '' : `${source.document}, ${source.place}`;

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

function overrunTotal(
  domains: readonly DomainFigures[],
  pick: (figures: DomainFigures) => Money | null,
): Money | null {
  const known = domains.map(pick).filter((amount) => amount !== null);
  return known.length === 0 ? null : sumMoney(known);
}

const RED: CellObject = { textColor: '#C00000', fontWeight: 'bold' };

/** One row for each prognosis with its findings, then its domains with where they end up. */
function summarySheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.provider', 26),
    column(words, 'report.domain', 16),
    column(words, 'report.count-violations', 14, 'right'),
    column(words, 'report.count-warnings', 16, 'right'),
    column(words, 'report.count-notices', 12, 'right'),
    column(words, 'report.total', 17, 'right'),
    column(words, 'report.ceiling-effective', 17, 'right'),
    column(words, 'report.headroom', 17, 'right'),
    column(words, 'report.overrun', 17, 'right'),
    column(words, 'report.exhaustion', 16, 'right'),
    column(words, 'report.ceiling-effective-year-end', 17, 'right'),
    column(words, 'report.headroom-year-end', 17, 'right'),
    column(words, 'report.overrun-year-end', 17, 'right'),
    column(words, 'report.difference', 14, 'right'),
  ];
  const rows: Row[] = [];
  const money = (amount: Money | null, style: CellObject = {}): CellObject =>
    moneyCell(amount, language, style);
  const alarm = (amount: Money | null, style: CellObject = {}): CellObject =>
    money(amount, amount !== null && amount !== ZERO ? { ...style, ...RED } : style);
  const blank = (count: number): CellObject[] => Array.from({ length: count }, () => ({ ...SECTION }));
  for (const { file, provider, domains, findings, reconciliation } of outcome.prognoses) {
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(provider, SECTION),
      textCell(words('report.whole-workbook'), SECTION),
      ...SEVERITIES.map((severity) => {
        const count = countOf(findings, severity);
        return countCell(count, severity === 'violation' && count > 0 ? { ...SECTION, ...RED } : SECTION);
      }),
      ...blank(3),
      money(
        overrunTotal(domains, (figures) => figures.overrun),
        SECTION,
      ),
      ...blank(3),
      money(
        overrunTotal(domains, (figures) => figures.overrunYearEnd),
        SECTION,
      ),
      alarm(reconciliation.difference, SECTION),
    ]);
    for (const figures of domains) {
      rows.push([
        textCell(file, { wrap: false }),
        textCell(provider),
        textCell(figures.domain),
        {},
        {},
        {},
        money(figures.total),
        money(figures.ceiling?.effective ?? null),
        money(figures.headroom),
        alarm(figures.overrun),
        exhaustionCell(figures, words, outcome.year),
        money(figures.ceiling?.effectiveYearEnd ?? null),
        money(figures.headroomYearEnd),
        alarm(figures.overrunYearEnd),
        {},
      ]);
    }
  }
  for (const { file, issues } of outcome.unusable ?? []) {
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(words('report.not-usable'), { ...SECTION, ...RED }),
      textCell(issues.map((issue) => sayClean(issue, language)).join(' '), { wrap: false }),
    ]);
  }
  const basis = words('report.basis', {
    title: outcome.rulebook.title[language],
    id: `${outcome.rulebook.id} ${outcome.rulebook.version}`,
    year: String(outcome.year),
    asOf: showDay(outcome.asOf, language),
  });
  const above: Row[] = [
    [textCell(words('report.title'), { ...STRONG, fontSize: 14, wrap: false })],
    [textCell(basis, { wrap: false })],
    [textCell(words('report.made-with', { engine: outcome.engine ?? '' }), { wrap: false })],
    [],
  ];
  return tableSheet(words('report.sheet-summary'), columns, rows, tooManyRows(words), {
    above,
    frozenColumns: 3,
  });
}

const exhaustionCell = (figures: DomainFigures, words: Words, year: number): CellObject =>
  figures.ceiling !== null && figures.exhaustionDate === null
    ? textCell(words('report.not-this-year', { year: String(year) }), { align: 'right' })
    : dateCell(figures.exhaustionDate, { align: 'right' });

/** How total and ceiling are built up, one row for each domain. */
function buildUpSheet({ words, language, outcome }: Context): TableSheet {
  const figures: readonly [code: string, pick: (domain: DomainFigures) => Money | null, strong?: true][] = [
    ['report.production', (domain) => domain.production],
    ['report.forecast', (domain) => domain.forecast],
    ['report.total', (domain) => domain.total, true],
    ['report.excluded', (domain) => domain.excluded],
    ['report.ceiling-base', (domain) => domain.ceiling?.base ?? null],
    ['report.ceiling-raises', (domain) => domain.ceiling?.raises ?? null],
    ['report.ceiling-case-budgets', (domain) => domain.ceiling?.caseBudgets ?? null],
    ['report.ceiling-effective', (domain) => domain.ceiling?.effective ?? null, true],
    ['report.ceiling-expected-raises', (domain) => domain.ceiling?.expectedRaises ?? null],
    ['report.ceiling-effective-year-end', (domain) => domain.ceiling?.effectiveYearEnd ?? null, true],
    ['report.payable-above', (domain) => domain.payableAbove],
  ];
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 16),
    ...figures.map(([code]) => column(words, code, 17, 'right')),
    column(words, 'report.overrun-chance', 14, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.map((domain) => [
      textCell(prognosis.file, { wrap: false }),
      textCell(domain.domain),
      ...figures.map(([, pick, strong]) => moneyCell(pick(domain), language, strong ? STRONG : {})),
      ratioCell(domain.overrunChance),
    ]),
  );
  return tableSheet(words('report.sheet-build-up'), columns, rows, tooManyRows(words), { frozenColumns: 2 });
}

function findingsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.severity', 15),
    column(words, 'report.rule', 10),
    column(words, 'report.finding', 70),
    column(words, 'report.amount', 17, 'right'),
    column(words, 'report.where', 34),
    column(words, 'report.source', 26),
    column(words, 'report.note', 50),
  ];
  const notes = new Map((outcome.remembered?.notes ?? []).map((note) => [note.id, note.text] as const));
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    [...prognosis.findings]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((finding) => [
        textCell(prognosis.file, { wrap: false }),
        textCell(
          words(finding.notChecked ? 'report.severity.not-checked' : `report.severity.${finding.severity}`),
          finding.severity === 'violation' ? RED : {},
        ),
        textCell(finding.rule),
        textCell(sayClean(finding.message, language)),
        moneyCell(finding.amount, language),
        textCell(sayPlaceOrNothing(finding.location, language)),
        textCell(sourceText(finding.source)),
        textCell(maskServiceNumbers(notes.get(questionId(finding)) ?? ''), INPUT),
      ]),
  );
  const inputs = rows.length === 0 ? [] : [`H2:H${rows.length + 1}`];
  if (rows.length === 0) rows.push([{}, {}, {}, textCell(words('report.no-findings'))]);
  return { ...tableSheet(words('report.sheet-findings'), columns, rows, tooManyRows(words)), inputs };
}

const orderOf = (finding: Finding): number =>
  finding.notChecked ? SEVERITIES.length : SEVERITIES.indexOf(finding.severity);

const OPERATORS: Readonly<Record<Operator, string>> = {
  given: 'report.operator.given',
  parameter: 'report.operator.parameter',
  sum: 'report.operator.sum',
  difference: 'report.operator.difference',
  product: 'report.operator.product',
  quotient: 'report.operator.quotient',
  min: 'report.operator.min',
  max: 'report.operator.max',
  'round-cents': 'report.operator.round-cents',
  'round-to': 'report.operator.round-to',
  derived: 'report.operator.derived',
};

/** Every step of every calculation, its parts indented under it. */
function calculationSheet({ words, language, outcome, mostSteps }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.step', 58),
    column(words, 'report.value', 18, 'right'),
    column(words, 'report.unit', 10),
    column(words, 'report.how', 26),
    column(words, 'report.rule', 10),
    column(words, 'report.source', 26),
    column(words, 'report.assumption', 44),
    column(words, 'report.where', 30),
  ];
  const rows: Row[] = [];
  let left = 0;
  const add = (step: Step, depth: number, file: string, about: string): void => {
    if (rows.length >= mostSteps) {
      left += 1;
      for (const part of step.parts) add(part, depth + 1, file, about);
      return;
    }
    const style: CellObject = depth === 0 ? STRONG : {};
    rows.push([
      textCell(file, { wrap: false }),
      textCell(about),
      textCell(sayClean(step.label, language), { ...style, indent: Math.min(depth, 15) }),
      valueCell(step.value, language, style),
      textCell(step.value.kind === 'quantity' ? step.value.unit : null),
      textCell(words(OPERATORS[step.operator])),
      textCell(step.rule),
      textCell(sourceText(step.source)),
      textCell(step.assumed === null ? null : sayClean(step.assumed, language)),
      textCell(sayPlaceOrNothing(step.place, language)),
    ]);
    for (const part of step.parts) add(part, depth + 1, file, about);
  };
  for (const prognosis of outcome.prognoses) {
    for (const figures of prognosis.domains) {
      for (const step of figures.steps) add(step, 0, prognosis.file, figures.domain);
    }
    for (const finding of prognosis.findings) {
      if (finding.steps.length === 0) continue;
      if (rows.length >= mostSteps) {
        for (const step of finding.steps) add(step, 1, prognosis.file, '');
        continue;
      }
      const heading = words('report.steps-of-finding', {
        rule: finding.rule,
        message: sayClean(finding.message, language),
      });
      rows.push([
        textCell(prognosis.file, { ...SECTION, wrap: false }),
        textCell(null, SECTION),
        textCell(heading, { ...SECTION, wrap: false }),
        ...Array.from({ length: 7 }, () => ({ ...SECTION })),
      ]);
      for (const step of finding.steps) add(step, 1, prognosis.file, '');
    }
  }
  if (left > 0) rows.push([textCell(tooManyRows(words)(left), STRONG)]);
  return tableSheet(words('report.sheet-calculation'), columns, rows, tooManyRows(words));
}

function productsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 14),
    column(words, 'report.description', 44),
    column(words, 'report.treatment', 24),
    column(words, 'report.production', 17, 'right'),
    column(words, 'report.forecast', 17, 'right'),
    column(words, 'report.total', 17, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.flatMap((figures) =>
      figures.products.map((product) => [
        textCell(prognosis.file, { wrap: false }),
        textCell(figures.domain),
        textCell(product.product),
        textCell(product.description),
        textCell(words(`report.treatment.${product.treatment}`)),
        moneyCell(product.production, language),
        moneyCell(product.forecast, language),
        moneyCell(sumMoney([product.production, product.forecast]), language),
      ]),
    ),
  );
  return tableSheet(words('report.sheet-products'), columns, rows, tooManyRows(words));
}

function monthsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.domain', 14),
    column(words, 'report.month', 12),
    column(words, 'report.status', 14),
    column(words, 'report.production', 17, 'right'),
    column(words, 'report.forecast', 17, 'right'),
    column(words, 'report.total', 17, 'right'),
    column(words, 'report.cumulative', 17, 'right'),
  ];
  const rows: Row[] = outcome.prognoses.flatMap((prognosis) =>
    prognosis.domains.flatMap((figures) => {
      let running: Money = ZERO;
      return figures.months.map((month) => {
        const total = sumMoney([month.production, month.forecast]);
        running = sumMoney([running, total]);
        return [
          textCell(prognosis.file, { wrap: false }),
          textCell(figures.domain),
          monthCell(month.month),
          textCell(words(`report.month-status.${month.status}`)),
          moneyCell(month.production, language),
          moneyCell(month.forecast, language),
          moneyCell(total, language),
          moneyCell(running, language),
        ];
      });
    }),
  );
  return tableSheet(words('report.sheet-months'), columns, rows, tooManyRows(words));
}

/** Source = filled + not filled + unmapped, with every entry of the two lists. */
function reconciliationSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.item', 34),
    column(words, 'report.domain', 14),
    column(words, 'report.product', 14),
    column(words, 'report.month', 12),
    column(words, 'report.amount', 18, 'right'),
    column(words, 'report.reason', 60),
  ];
  const rows: Row[] = [];
  const line = (file: string, code: string, amount: Money, style: CellObject = {}): void => {
    rows.push([
      textCell(file, { ...style, wrap: false }),
      textCell(words(code), style),
      { ...style },
      { ...style },
      { ...style },
      moneyCell(amount, language, style),
      { ...style },
    ]);
  };
  const entries = (file: string, code: string, unplaced: readonly Unplaced[]): void => {
    for (const entry of unplaced) {
      rows.push([
        textCell(file, { wrap: false }),
        textCell(words(code), { indent: 1 }),
        textCell(entry.domain),
        textCell(entry.product),
        monthCell(entry.month),
        moneyCell(negateMoney(entry.amount), language),
        textCell(sayClean(entry.reason, language)),
      ]);
    }
  };
  for (const { file, reconciliation } of outcome.prognoses) {
    line(file, 'report.source-total', reconciliation.sourceTotal, SECTION);
    line(file, 'report.less-filled', negateMoney(reconciliation.filledTotal));
    entries(file, 'report.less-not-filled', reconciliation.notFilled);
    entries(file, 'report.less-unmapped', reconciliation.unmapped);
    line(
      file,
      'report.difference',
      reconciliation.difference,
      reconciliation.difference === ZERO ? STRONG : RED,
    );
  }
  return tableSheet(words('report.sheet-reconciliation'), columns, rows, tooManyRows(words));
}

function inputSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    fileColumn(words, outcome),
    column(words, 'report.item', 20),
    column(words, 'report.detail', 64),
    column(words, 'report.line-count', 12, 'right'),
    column(words, 'report.amount', 18, 'right'),
    column(words, 'report.where', 30),
  ];
  const rows: Row[] = [];
  for (const receipt of outcome.receipts) {
    const { file, lines, amounts } = receipt;
    const kind = wordFor('report.role', receipt.kind, KNOWN_ROLES, words);
    const hash = outcome.hashes?.get(file);
    const item = (code: string, ...cells: Row): void => {
      rows.push([textCell(file, { wrap: false }), textCell(words(code), { indent: 1 }), ...cells]);
    };
    const amount = (value: Money | null): CellObject =>
      moneyCell(hasAmounts(receipt) ? value : null, language);
    rows.push([
      textCell(file, { ...SECTION, wrap: false }),
      textCell(words('report.file'), SECTION),
      textCell(`${kind}, ${receipt.format}`, SECTION),
      countCell(lines.total, SECTION),
      { ...SECTION },
      { ...SECTION },
    ]);
    if (hash !== undefined) item('report.hash', textCell(hash));
    if (receipt.encoding !== null) item('report.encoding', textCell(receipt.encoding));
    if (receipt.delimiter !== null) {
      item('report.delimiter', textCell(receipt.delimiter === '\t' ? 'tab' : receipt.delimiter));
    }
    if (receipt.decimal !== null) {
      item('report.decimal', textCell(words(`report.decimal.${receipt.decimal}`)));
    }
    item('report.tally-read', {}, countCell(lines.read), amount(amounts.read));
    item('report.tally-rejected', {}, countCell(lines.rejected), amount(amounts.rejected));
    item('report.tally-amount-unknown', {}, countCell(lines.amountUnknown));
    item('report.tally-skipped', {}, countCell(lines.skipped));
    if (hasAmounts(receipt)) {
      item('report.tally-file', {}, {}, amount(amounts.file));
      if (amounts.stated !== null) item('report.tally-stated', {}, {}, amount(amounts.stated));
    }
    for (const { field, header } of receipt.columns) {
      const text = words('report.column-as', { header: maskServiceNumbers(header), field });
      item('report.column', textCell(text));
    }
    for (const header of receipt.ignoredColumns) {
      item('report.column-ignored', textCell(maskServiceNumbers(header)));
    }
    for (const issue of remarksOn(receipt)) {
      item(
        `report.issue.${issue.level}`,
        textCell(sayClean(issue, language)),
        {},
        {},
        textCell(sayPlace({ ...issue.place, file: '' }, language)),
      );
    }
    for (const { line, reason, amount: rejected } of receipt.rejectedLines) {
      item(
        'report.issue.rejected',
        textCell(sayClean(reason, language)),
        {},
        amount(rejected),
        textCell(sayPlace({ line }, language)),
      );
    }
    const unlisted = lines.rejected - receipt.rejectedLines.length;
    if (unlisted > 0) {
      item('report.issue.rejected', textCell(words('report.rejected-unlisted', { count: unlisted })));
    }
  }
  return tableSheet(words('report.sheet-input'), columns, rows, tooManyRows(words));
}

interface Assumption {
  readonly rule: string | null;
  readonly parameter: string;
  readonly step: Step;
  readonly reason: string;
  readonly used: Set<string>;
}

function collectAssumptions(outcome: ReportOutcome, language: Language): Assumption[] {
  const found = new Map<string, Assumption>();
  const visit = (step: Step, where: string): void => {
    if (step.assumed !== null) {
      const parameter = sayClean(step.label, language);
      const reason = sayClean(step.assumed, language);
      const key = JSON.stringify([step.rule, parameter, reason]);
      const known = found.get(key);
      if (known) known.used.add(where);
      else found.set(key, { rule: step.rule, parameter, step, reason, used: new Set([where]) });
    }
    for (const part of step.parts) visit(part, where);
  };
  for (const prognosis of outcome.prognoses) {
    for (const figures of prognosis.domains) {
      for (const step of figures.steps) visit(step, `${prognosis.file}: ${figures.domain}`);
    }
    for (const finding of prognosis.findings) {
      for (const step of finding.steps) visit(step, `${prognosis.file}: ${finding.rule}`);
    }
  }
  return [...found.values()];
}

/** Every assumption that a figure or finding rests on, once. */
function assumptionsSheet({ words, language, outcome }: Context): TableSheet {
  const columns = [
    column(words, 'report.rule', 10),
    column(words, 'report.parameter', 44),
    column(words, 'report.value', 18, 'right'),
    column(words, 'report.assumption', 60),
    column(words, 'report.source', 26),
    column(words, 'report.used-in', 44),
  ];
  const rows: Row[] = collectAssumptions(outcome, language).map((assumption) => [
    textCell(assumption.rule),
    textCell(assumption.parameter),
    assumption.used.size === 1 || assumption.step.operator === 'parameter'
      ? valueCell(assumption.step.value, language)
      : {},
    textCell(assumption.reason),
    textCell(sourceText(assumption.step.source)),
    textCell([...assumption.used].join('; ')),
  ]);
  if (rows.length === 0) rows.push([{}, textCell(words('report.no-assumptions'))]);
  return tableSheet(words('report.sheet-assumptions'), columns, rows, tooManyRows(words));
}

function sourcesSheet({ words, outcome }: Context): TableSheet {
  const columns = [column(words, 'report.document', 14), column(words, 'report.document-title', 100)];
  const rows: Row[] = Object.entries(outcome.documents ?? {}).map(([id, title]) => [
    textCell(id),
    textCell(title),
  ]);
  return tableSheet(words('report.sheet-sources'), columns, rows, tooManyRows(words));
}

/** Each changed cell with what was there and what came; the refused ones with the reason. */
function changesSheet({ words, language }: Context, fill: FillReport): TableSheet {
  const columns = [
    column(words, 'report.sheet', 20),
    column(words, 'report.cell', 10),
    column(words, 'report.old', 18, 'right'),
    column(words, 'report.new', 18, 'right'),
    column(words, 'report.outcome', 14),
    column(words, 'report.reason', 70),
  ];
  const content = (value: FillReport['written'][number]['value']): CellObject => {
    if (value === null) return {};
    if (value.kind === 'number' && value.text.replace(/\D/g, '').length <= 15) {
      return { value: Number(value.text), type: Number, format: '#,##0.00##', alignVertical: 'top' };
    }
    return textCell(value.text, { align: 'right' });
  };
  const rows: Row[] = [
    ...fill.written.map((write) => [
      textCell(write.sheet),
      textCell(a1(write.row, write.col)),
      textCell(write.old === null ? null : maskServiceNumbers(write.old), { align: 'right' }),
      content(write.value),
      textCell(words('report.change-written')),
      textCell(sayClean(write.why, language)),
    ]),
    ...fill.refused.map(({ write, reason }) => [
      textCell(write.sheet),
      textCell(a1(write.row, write.col)),
      {},
      content(write.value),
      textCell(words('report.change-refused'), RED),
      textCell(sayClean(reason, language)),
    ]),
    ...fill.warnings.map((warning) => [
      {},
      {},
      {},
      {},
      textCell(words('report.change-warning')),
      textCell(sayClean(warning, language)),
    ]),
  ];
  return tableSheet(words('report.sheet-changes'), columns, rows, tooManyRows(words));
}

/** What the workbook remembers from month to month: comparisons, notes, log. */
function rememberedSheets({ words, language, outcome }: Context): TableSheet[] {
  const { remembered } = outcome;
  if (!remembered) return [];
  const { comparisons, log, notes } = remembered;
  return [
    ...(comparisons.length === 0
      ? []
      : [comparisonSheet(comparisons, words, language), comparisonSteps(comparisons, words, language)]),
    ...(notes.length === 0 ? [] : [notesSheet(notes, words)]),
    ...(log === null || log.entries.length === 0 ? [] : [logSheet(log, words, language)]),
  ];
}

/** The sheets of a report on an outcome, in reading order. */
export function reportSheets(outcome: ReportOutcome, language: Language, mostSteps = Infinity): TableSheet[] {
  const context: Context = { language, words: wordsIn(language), outcome, mostSteps };
  const fill = changesOf(outcome);
  return [
    summarySheet(context),
    buildUpSheet(context),
    findingsSheet(context),
    calculationSheet(context),
    productsSheet(context),
    monthsSheet(context),
    ...(outcome.prognoses.some(({ productYears }) => productYears !== undefined)
      ? [statusSheet(outcome, outcome.remembered?.overrides ?? [], context.words, language)]
      : []),
    reconciliationSheet(context),
    inputSheet(context),
    assumptionsSheet(context),
    ...(outcome.documents === undefined ? [] : [sourcesSheet(context)]),
    ...(fill === null ? [] : [changesSheet(context, fill)]),
    ...rememberedSheets(context),
  ];
}

/**
 * The outcome as a new xlsx workbook: summary, findings, every calculation step, products, months,
 * reconciliation, input files, assumptions, and after a fill the changed cells. Amounts are numbers, dates
 * are dates; nothing in it is a formula.
 * @example (await toReportWorkbook(outcome, 'nl'))[0] // 80
 */
export const toReportWorkbook = (outcome: ReportOutcome, language: Language): Promise<Uint8Array> =>
  workbookOf(reportSheets(outcome, language), { isProtected: true });
