import { normaliseLabel } from '../prognosis/text';
import type { Severity } from '../checks/outcome';
import { sumMoney, ZERO, type Decimal, type Money } from '../values';
import type { ReviewStatus } from './dossier';
import type { DeskProvider, ReceivedState } from './desk-provider';
import { isOpenQuestion } from './question';

/** One row of the overview: a submission in figures. An amount that isn't known is null, never 0. */
export interface OverviewRow {
  readonly provider: string;
  readonly file: string | null;
  readonly state: ReceivedState;
  readonly total: Money | null;
  /** Effective ceiling as known now. */
  readonly ceiling: Money | null;
  readonly overrun: Money | null;
  readonly overrunYearEnd: Money | null;
  /** The highest of the domains. */
  readonly chance: Decimal | null;
  readonly violations: number;
  readonly warnings: number;
  readonly notices: number;
  readonly notChecked: number;
  readonly openQuestions: number;
  /** Declared minus stated; of the whole submission, so null when one domain is asked for. */
  readonly declared: Money | null;
  readonly change: Money | null;
  readonly region: Money | null;
  readonly review: ReviewStatus;
}

const sumKnown = (amounts: readonly (Money | null)[]): Money | null => {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sumMoney(known);
};

/**
 * A submission in figures, over all its domains or one of them. Overruns of domains add up without room of
 * one covering another. Findings and questions are always those of the whole submission.
 */
export function overviewOf(entry: DeskProvider, domain: string | null = null): OverviewRow {
  const domains = entry.domains.filter((figures) => domain === null || figures.domain === domain);
  const changed = entry.change?.changed.filter((cell) => cell.domain === domain) ?? [];
  const chances = domains.flatMap((figures) => figures.overrunChance ?? []);
  return {
    provider: entry.provider,
    file: entry.file,
    state: entry.state,
    total: sumKnown(domains.map((figures) => figures.total)),
    ceiling: sumKnown(domains.map((figures) => figures.ceiling?.effective ?? null)),
    overrun: sumKnown(domains.map((figures) => figures.overrun)),
    overrunYearEnd: sumKnown(domains.map((figures) => figures.overrunYearEnd)),
    chance: chances.sort((a, b) => b.comparedTo(a))[0] ?? null,
    violations: entry.counts.violation,
    warnings: entry.counts.warning,
    notices: entry.counts.notice,
    notChecked: entry.counts.notChecked,
    openQuestions: entry.questions.filter(isOpenQuestion).length,
    declared: domain === null ? entry.declaredDifference : null,
    change:
      entry.change === null
        ? null
        : domain === null
          ? entry.change.difference
          : sumMoney(changed.map((cell) => cell.difference)),
    region: sumKnown(
      entry.region.filter((one) => domain === null || one.domain === domain).map((one) => one.difference),
    ),
    review: entry.review,
  };
}

/** What the list shows: every part that isn't null has to hold. */
export interface OverviewFilter {
  /** With at least one finding of this severity. */
  readonly severity: Severity | null;
  readonly domain: string | null;
  readonly state: ReceivedState | null;
  readonly review: ReviewStatus | null;
  /** In the name of the provider or of the file; case and accents don't matter. */
  readonly text: string;
}

export const EVERYTHING: OverviewFilter = {
  severity: null,
  domain: null,
  state: null,
  review: null,
  text: '',
};

/** A column of the overview by which it can be sorted. */
export type OverviewColumn = keyof OverviewRow;

export interface OverviewOrder {
  readonly column: OverviewColumn;
  readonly descending: boolean;
}

/** A row with its number in the list it was made of. */
export interface NumberedRow {
  readonly index: number;
  readonly row: OverviewRow;
}

const severityCount = (row: OverviewRow, severity: Severity): number =>
  severity === 'violation' ? row.violations : severity === 'warning' ? row.warnings : row.notices;

const STATES: Readonly<Record<ReceivedState, number>> = { unreadable: 0, missing: 1, checked: 2 };
const REVIEWS: Readonly<Record<ReviewStatus, number>> = { received: 0, questions: 1, approved: 2 };

function compare(a: OverviewRow, b: OverviewRow, column: OverviewColumn): number {
  if (column === 'state') return STATES[a.state] - STATES[b.state];
  if (column === 'review') return REVIEWS[a.review] - REVIEWS[b.review];
  const [one, other] = [a[column], b[column]];
  if (typeof one === 'object' && typeof other === 'object')
    return one === null || other === null ? 0 : one.comparedTo(other);
  if (typeof one === 'string' && typeof other === 'string') return compareText(one, other);
  return one === other || one === null || other === null ? 0 : one < other ? -1 : 1;
}

/** By words as people read them, with numbers in them by size: `Aanbieder 2` before `Aanbieder 10`. */
function compareText(a: string, b: string): number {
  const [one, other] = [normaliseLabel(a), normaliseLabel(b)].map((text) => text.split(/(\d+)/)) as [
    string[],
    string[],
  ];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [left = '', right = ''] = [one[at], other[at]];
    if (left === right) continue;
    const isNumber = at % 2 === 1;
    if (isNumber && left.length !== right.length) {
      const [short, long] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
      if (short.length !== long.length) return short.length - long.length;
    }
    return left < right ? -1 : 1;
  }
  return one.length - other.length;
}

/**
 * The rows that a filter leaves, in the order asked for; what isn't known comes last whichever way the list
 * runs. Equal rows stay in the order they came in.
 */
export function overviewRows(
  entries: readonly DeskProvider[],
  filter: OverviewFilter,
  order: OverviewOrder | null,
): NumberedRow[] {
  const wanted = normaliseLabel(filter.text);
  const rows = entries.flatMap((entry, index): NumberedRow[] => {
    if (filter.state !== null && entry.state !== filter.state) return [];
    if (filter.review !== null && entry.review !== filter.review) return [];
    if (filter.domain !== null && !entry.domains.some(({ domain }) => domain === filter.domain)) return [];
    if (wanted !== '' && !normaliseLabel(`${entry.provider} ${entry.file ?? ''}`).includes(wanted)) return [];
    const row = overviewOf(entry, filter.domain);
    if (filter.severity !== null && severityCount(row, filter.severity) === 0) return [];
    return [{ index, row }];
  });
  if (order === null) return rows;
  const { column, descending } = order;
  const isUnknown = (row: OverviewRow): boolean => row[column] === null || row[column] === '';
  return rows.sort(
    (a, b) =>
      Number(isUnknown(a.row)) - Number(isUnknown(b.row)) ||
      (descending ? -1 : 1) * compare(a.row, b.row, column) ||
      a.index - b.index,
  );
}

/** What the shown rows come to; an amount is null where no row knows it. */
export interface OverviewTotals {
  readonly count: number;
  readonly total: Money | null;
  readonly ceiling: Money | null;
  /** Overruns added up: room of one provider doesn't cover another. */
  readonly overrun: Money | null;
  readonly overrunYearEnd: Money | null;
  readonly violations: number;
  readonly warnings: number;
  readonly notices: number;
  readonly notChecked: number;
  readonly openQuestions: number;
  readonly declared: Money | null;
  readonly change: Money | null;
  readonly region: Money | null;
}

/** Adds rows up, exactly. A chance can't be added up and isn't. */
export function overviewTotals(rows: readonly OverviewRow[]): OverviewTotals {
  const amounts = (of: (row: OverviewRow) => Money | null): Money | null => sumKnown(rows.map(of));
  const counts = (of: (row: OverviewRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    count: rows.length,
    total: amounts((row) => row.total),
    ceiling: amounts((row) => row.ceiling),
    overrun: amounts((row) => row.overrun),
    overrunYearEnd: amounts((row) => row.overrunYearEnd),
    violations: counts((row) => row.violations),
    warnings: counts((row) => row.warnings),
    notices: counts((row) => row.notices),
    notChecked: counts((row) => row.notChecked),
    openQuestions: counts((row) => row.openQuestions),
    declared: amounts((row) => row.declared),
    change: amounts((row) => row.change),
    region: amounts((row) => row.region),
  };
}

/** Whether an amount is one to look at: an overrun, a difference. */
export const isAlarm = (amount: Money | null): boolean => amount !== null && amount > ZERO;

/** The domains of a desk, in order of name. */
export const domainsOnDesk = (entries: readonly DeskProvider[]): string[] =>
  [...new Set(entries.flatMap((entry) => entry.domains.map(({ domain }) => domain)))].sort();
