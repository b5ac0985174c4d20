import {
  a1,
  formatMoney,
  formatQuantity,
  type CeilingFigures,
  type DomainFigures,
  type Finding,
  type Issue,
  type Money,
  type Operator,
  type Place,
  type PrognosisOutcome,
  type Reconciliation,
  type Severity,
  type Source,
  type Step,
  type Unplaced,
  type Value,
} from '../core';
import type { Language } from '../messages';
import {
  changesOf,
  hasAmounts,
  remarksOn,
  type FillReport,
  type ReadReceipt,
  type ReportOutcome,
} from './input';
import { maskServiceNumbers, sayClean } from './say-clean';

/** A place with every key, so that a reader needn't guess which exist. */
export interface JsonPlace {
  readonly file: string | null;
  readonly line: number | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly column: string | null;
  readonly path: string | null;
}

export interface JsonStep {
  readonly label: string;
  /** Two digits for money, shortest exact for the rest; dates and months ISO. */
  readonly value: string;
  readonly kind: Value['kind'];
  /** `EUR` for money, the unit of a quantity, otherwise null. */
  readonly unit: string | null;
  readonly operator: Operator;
  readonly rule: string | null;
  readonly source: Source | null;
  readonly assumed: string | null;
  readonly place: JsonPlace | null;
  readonly parts: readonly JsonStep[];
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly notChecked: boolean;
  readonly message: string;
  readonly amount: string | null;
  readonly location: JsonPlace | null;
  readonly source: Source | null;
  readonly steps: readonly JsonStep[];
}

export interface JsonDomain {
  readonly domain: string;
  readonly production: string;
  readonly forecast: string;
  readonly excluded: string;
  readonly total: string;
  readonly ceiling: Readonly<Record<keyof CeilingFigures, string>> | null;
  readonly headroom: string | null;
  readonly headroomYearEnd: string | null;
  readonly overrun: string | null;
  readonly overrunYearEnd: string | null;
  readonly exhaustionDate: string | null;
  readonly overrunChance: string | null;
  /** Why there is no chance; null when there is one. */
  readonly overrunChanceNote: string | null;
  readonly payableAbove: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly production: string;
    readonly forecast: string;
    readonly status: string;
  }[];
  readonly products: readonly {
    readonly product: string;
    readonly description: string | null;
    readonly treatment: string;
    readonly production: string;
    readonly forecast: string;
  }[];
  readonly steps: readonly JsonStep[];
}

export interface JsonUnplaced {
  readonly domain: string;
  readonly product: string;
  readonly month: string | null;
  readonly amount: string;
  readonly reason: string;
}

export interface JsonReconciliation {
  readonly sourceTotal: string;
  readonly filledTotal: string;
  readonly difference: string;
  readonly unmapped: readonly JsonUnplaced[];
  readonly notFilled: readonly JsonUnplaced[];
}

export interface JsonPrognosis {
  readonly file: string;
  readonly provider: string;
  readonly domains: readonly JsonDomain[];
  readonly findings: readonly JsonFinding[];
  readonly reconciliation: JsonReconciliation;
}

export interface JsonIssue {
  readonly level: Issue['level'];
  readonly message: string;
  readonly place: JsonPlace;
}

export interface JsonReceipt {
  readonly file: string;
  readonly kind: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly hash: string | null;
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly ignoredColumns: readonly string[];
  readonly lines: ReadReceipt['lines'];
  /** Null for a tariff list. */
  readonly amounts: {
    readonly read: string;
    readonly rejected: string;
    readonly file: string;
    readonly stated: string | null;
  } | null;
  readonly issues: readonly JsonIssue[];
  readonly rejectedLines: readonly {
    readonly line: number;
    readonly reason: string;
    readonly amount: string | null;
  }[];
}

export interface JsonFill {
  readonly written: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly old: string | null;
    readonly new: string | null;
    readonly why: string;
  }[];
  readonly refused: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly new: string | null;
    readonly reason: string;
  }[];
  readonly warnings: readonly string[];
}

/** The JSON of `fill` and `check`. Keys are only ever added within a version. */
export interface ReportJson {
  readonly version: 1;
  readonly engine: string | null;
  readonly rulebook: { readonly id: string; readonly title: string; readonly version: string };
  readonly year: number;
  readonly asOf: string;
  readonly prognoses: readonly JsonPrognosis[];
  /** Workbooks that could not be used. */
  readonly unusable: readonly { readonly file: string; readonly issues: readonly JsonIssue[] }[];
  readonly files: readonly JsonReceipt[];
  /** Titles of the documents that sources refer to, by their number. */
  readonly documents: Readonly<Record<string, string>>;
  /** Only after a fill. */
  readonly fill: JsonFill | null;
}

const moneyOrNull = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));

function plainValue(value: Value): string {
  switch (value.kind) {
    case 'money':
      return formatMoney(value.value);
    case 'quantity':
    case 'ratio':
      return formatQuantity(value.value);
    case 'date':
    case 'month':
    case 'text':
      return value.value;
  }
}

function unitOf(value: Value): string | null {
  if (value.kind === 'money') return 'EUR';
  return value.kind === 'quantity' ? value.unit : null;
}

const jsonPlace = (place: Place): JsonPlace => ({
  file: place.file ?? null,
  line: place.line ?? null,
  sheet: place.sheet ?? null,
  cell: place.cell ?? null,
  column: place.column ?? null,
  path: place.path ?? null,
});

const placeOrNull = (place: Place | null): JsonPlace | null => (place === null ? null : jsonPlace(place));

const jsonSource = (source: Source | null): Source | null =>
  source === null ? null : { document: source.document, place: source.place };

/** One step with its parts, as in the JSON of a report. */
export const stepToJson = (step: Step, language: Language): JsonStep => ({
  label: sayClean(step.label, language),
  value: maskServiceNumbers(plainValue(step.value)),
  kind: step.value.kind,
  unit: unitOf(step.value),
  operator: step.operator,
  rule: step.rule,
  source: jsonSource(step.source),
  assumed: step.assumed === null ? null : sayClean(step.assumed, language),
  place: placeOrNull(step.place),
  parts: step.parts.map((part) => stepToJson(part, language)),
});

const jsonFinding = (finding: Finding, language: Language): JsonFinding => ({
  rule: finding.rule,
  severity: finding.severity,
  notChecked: finding.notChecked,
  message: sayClean(finding.message, language),
  amount: moneyOrNull(finding.amount),
  location: placeOrNull(finding.location),
  source: jsonSource(finding.source),
  steps: finding.steps.map((step) => stepToJson(step, language)),
});

const jsonDomain = (figures: DomainFigures, language: Language): JsonDomain => ({
  domain: figures.domain,
  production: formatMoney(figures.production),
  forecast: formatMoney(figures.forecast),
  excluded: formatMoney(figures.excluded),
  total: formatMoney(figures.total),
  ceiling:
    figures.ceiling === null
      ? null
      : {
          base: formatMoney(figures.ceiling.base),
          raises: formatMoney(figures.ceiling.raises),
          expectedRaises: formatMoney(figures.ceiling.expectedRaises),
          caseBudgets: formatMoney(figures.ceiling.caseBudgets),
          effective: formatMoney(figures.ceiling.effective),
          effectiveYearEnd: formatMoney(figures.ceiling.effectiveYearEnd),
        },
  headroom: moneyOrNull(figures.headroom),
  headroomYearEnd: moneyOrNull(figures.headroomYearEnd),
  overrun: moneyOrNull(figures.overrun),
  overrunYearEnd: moneyOrNull(figures.overrunYearEnd),
  exhaustionDate: figures.exhaustionDate,
  overrunChance: figures.overrunChance === null ? null : formatQuantity(figures.overrunChance),
  overrunChanceNote: figures.chanceNote === undefined ? null : sayClean(figures.chanceNote, language),
  payableAbove: moneyOrNull(figures.payableAbove),
  months: figures.months.map((month) => ({
    month: month.month,
    production: formatMoney(month.production),
    forecast: formatMoney(month.forecast),
    status: month.status,
  })),
  products: figures.products.map((product) => ({
    product: product.product,
    description: product.description,
    treatment: product.treatment,
    production: formatMoney(product.production),
    forecast: formatMoney(product.forecast),
  })),
  steps: figures.steps.map((step) => stepToJson(step, language)),
});

const jsonUnplaced = (entry: Unplaced, language: Language): JsonUnplaced => ({
  domain: entry.domain,
  product: entry.product,
  month: entry.month,
  amount: formatMoney(entry.amount),
  reason: sayClean(entry.reason, language),
});

const jsonReconciliation = (found: Reconciliation, language: Language): JsonReconciliation => ({
  sourceTotal: formatMoney(found.sourceTotal),
  filledTotal: formatMoney(found.filledTotal),
  difference: formatMoney(found.difference),
  unmapped: found.unmapped.map((entry) => jsonUnplaced(entry, language)),
  notFilled: found.notFilled.map((entry) => jsonUnplaced(entry, language)),
});

const jsonPrognosis = (prognosis: PrognosisOutcome, language: Language): JsonPrognosis => ({
  file: prognosis.file,
  provider: prognosis.provider,
  domains: prognosis.domains.map((figures) => jsonDomain(figures, language)),
  findings: prognosis.findings.map((finding) => jsonFinding(finding, language)),
  reconciliation: jsonReconciliation(prognosis.reconciliation, language),
});

const jsonIssue = (issue: Issue, language: Language): JsonIssue => ({
  level: issue.level,
  message: sayClean(issue, language),
  place: jsonPlace(issue.place),
});

export const jsonReceipt = (receipt: ReadReceipt, hash: string | null, language: Language): JsonReceipt => ({
  file: receipt.file,
  kind: receipt.kind,
  format: receipt.format,
  encoding: receipt.encoding,
  delimiter: receipt.delimiter,
  decimal: receipt.decimal,
  hash,
  columns: receipt.columns.map(({ header, field }) => ({ header: maskServiceNumbers(header), field })),
  ignoredColumns: receipt.ignoredColumns.map(maskServiceNumbers),
  lines: {
    total: receipt.lines.total,
    read: receipt.lines.read,
    rejected: receipt.lines.rejected,
    skipped: receipt.lines.skipped,
    amountUnknown: receipt.lines.amountUnknown,
  },
  amounts: hasAmounts(receipt)
    ? {
        read: formatMoney(receipt.amounts.read),
        rejected: formatMoney(receipt.amounts.rejected),
        file: formatMoney(receipt.amounts.file),
        stated: moneyOrNull(receipt.amounts.stated),
      }
    : null,
  issues: remarksOn(receipt).map((issue) => jsonIssue(issue, language)),
  rejectedLines: receipt.rejectedLines.map(({ line, reason, amount }) => ({
    line,
    reason: sayClean(reason, language),
    amount: moneyOrNull(amount),
  })),
});

const jsonFill = (fill: FillReport, language: Language): JsonFill => ({
  written: fill.written.map((write) => ({
    sheet: write.sheet,
    cell: a1(write.row, write.col),
    old: write.old === null ? null : maskServiceNumbers(write.old),
    new: write.value === null ? null : write.value.text,
    why: sayClean(write.why, language),
  })),
  refused: fill.refused.map(({ write, reason }) => ({
    sheet: write.sheet,
    cell: a1(write.row, write.col),
    new: write.value === null ? null : write.value.text,
    reason: sayClean(reason, language),
  })),
  warnings: fill.warnings.map((warning) => sayClean(warning, language)),
});

/**
 * The outcome as the JSON of `--format json`: amounts as decimal strings with two digits, null where
 * unknown, dates ISO, sentences in the language asked for. Key order is fixed.
 * @example toJson(outcome, 'nl').prognoses[0].domains[0].overrun // '104311.28'
 */
export function toJson(outcome: ReportOutcome, language: Language): ReportJson {
  const fill = changesOf(outcome);
  return {
    version: 1,
    engine: outcome.engine ?? null,
    rulebook: {
      id: outcome.rulebook.id,
      title: outcome.rulebook.title[language],
      version: outcome.rulebook.version,
    },
    year: outcome.year,
    asOf: outcome.asOf,
    prognoses: outcome.prognoses.map((prognosis) => jsonPrognosis(prognosis, language)),
    unusable: (outcome.unusable ?? []).map(({ file, issues }) => ({
      file,
      issues: issues.map((issue) => jsonIssue(issue, language)),
    })),
    files: outcome.receipts.map((receipt) =>
      jsonReceipt(receipt, outcome.hashes?.get(receipt.file) ?? null, language),
    ),
    documents: { ...outcome.documents },
    fill: fill === null ? null : jsonFill(fill, language),
  };
}
