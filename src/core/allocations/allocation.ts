import {
  dateValue,
  type Decimal,
  type Issue,
  type IsoDate,
  type Message,
  type Money,
  type Place,
} from '../values';
import { careUnit } from '../tariffs/care-unit';
import { providerKey } from '../production/provider';

/** What an allocated volume is per. `total`: within the validity of the allocation. */
export type Frequency = 'total' | 'day' | 'week' | 'month';

/** Effort-based (inspanningsgericht) or output-based (outputgericht). */
export type AllocationForm = 'effort' | 'output';

/** What a municipality allocated to one client. */
export interface Allocation {
  readonly number: string | null;
  readonly provider: string;
  readonly domain: string;
  /** A product, a category of two digits, or empty for any product (aspecific, generic). */
  readonly product: string;
  readonly client: string | null;
  readonly from: IsoDate;
  /** Last day; null runs on. */
  readonly until: IsoDate | null;
  /** Allocated volume per `frequency`; null: none is stated. In euro (not cents) where the unit is euro. */
  readonly volume: Decimal | null;
  readonly frequency: Frequency;
  readonly unit: string | null;
  /** Allocated amount (budget) within the validity; null: none is stated. */
  readonly amount: Money | null;
  readonly place: Place;
  /** Effort- or output-based where the file says so; else it follows from the unit. */
  readonly form?: AllocationForm | null;
  /** Date and time of the decision, comparable as text: of two versions of a number the latest holds. */
  readonly decidedAt?: string | null;
  /** Code of the reason of change (JZ002, WMO002); 13 is: deleted. */
  readonly changeReason?: string | null;
  /** Who allocated; numbers are unique within one municipality and domain. */
  readonly municipality?: string | null;
  /** Last day of care by a definitive stop message; nothing is delivered after it. */
  readonly stoppedOn?: IsoDate | null;
}

/** An end in or after this year is how some systems write that there is none. */
const NO_END = '2100';

/**
 * The last day of an allocation: its own, or that of a definitive stop when that is earlier; the horizon
 * when there is none (then it runs on). Never before its first day.
 * @example endOf({ from: parseDate('2023-01-01'), until: null }, parseDate('2023-12-31')) // { until: '2023-12-31', openEnded: true }
 */
export function endOf(
  allocation: Pick<Allocation, 'from' | 'until' | 'stoppedOn'>,
  horizon: IsoDate,
): { readonly until: IsoDate; readonly openEnded: boolean } {
  const { from } = allocation;
  const own = allocation.until !== null && allocation.until < NO_END ? allocation.until : null;
  const stop = allocation.stoppedOn ?? null;
  const end = stop !== null && (own === null || stop < own) ? stop : own;
  const until = end ?? horizon;
  return { until: until < from ? from : until, openEnded: end === null };
}

/**
 * The financing form of an allocation: as stated, else from its unit (82 and 83 are output-based, all others
 * effort-based).
 * @example allocationForm({ form: null, unit: 'uur' }) // 'effort'
 */
export function allocationForm(allocation: Pick<Allocation, 'form' | 'unit'>): AllocationForm {
  if (allocation.form) return allocation.form;
  const unit = careUnit(allocation.unit);
  return unit === 'output-piece' || unit === 'euro' ? 'output' : 'effort';
}

/**
 * Specific: one product. Aspecific: any product of a category. Generic: any product.
 * @example allocationScope('07') // 'aspecific'
 */
export function allocationScope(product: string): 'specific' | 'aspecific' | 'generic' {
  const code = product.trim();
  if (code === '') return 'generic';
  return /^\d{2}$/.test(code) ? 'aspecific' : 'specific';
}

/**
 * Whether a delivered product falls under what was allocated.
 * @example coversProduct('07', '07A03') // true
 */
export function coversProduct(allocated: string, product: string): boolean {
  const [code, delivered] = [allocated.trim().toUpperCase(), product.trim().toUpperCase()];
  if (code === '') return true;
  return /^\d{2}$/.test(code) ? delivered.startsWith(code) : code === delivered;
}

/** Reasons of change that mean: treat as never sent (13; 01 is the lapsed older way). */
const DELETED: ReadonlySet<string> = new Set(['13', '01', '1']);

/**
 * Whether a version takes its allocation back: reason 13, or the lapsed 01, with the end on the first day.
 */
export function isRetraction(allocation: Pick<Allocation, 'changeReason' | 'from' | 'until'>): boolean {
  const reason = allocation.changeReason?.trim() ?? '';
  return DELETED.has(reason) && allocation.until !== null && allocation.until <= allocation.from;
}

/** Allocations as they stand after all versions read, and what became of the others. */
export interface AllocationVersions {
  /** The latest version of each; retracted ones left out. In the order read. */
  readonly current: readonly Allocation[];
  /** Versions that a later one replaces (changed end, volume or budget), and equal repetitions. */
  readonly replaced: readonly Allocation[];
  /** Allocations whose latest version takes them back, that version included. */
  readonly retracted: readonly Allocation[];
  readonly issues: readonly Issue[];
}

const sameContent = (a: Allocation, b: Allocation): boolean =>
  a.product.trim().toUpperCase() === b.product.trim().toUpperCase() &&
  a.client === b.client &&
  a.from === b.from &&
  a.until === b.until &&
  (a.volume?.toFixed() ?? '') === (b.volume?.toFixed() ?? '') &&
  a.frequency === b.frequency &&
  (careUnit(a.unit) ?? a.unit) === (careUnit(b.unit) ?? b.unit) &&
  a.amount === b.amount;

const overlaps = (a: Allocation, b: Allocation): boolean =>
  a.from <= (b.until ?? '9999-12-31') && b.from <= (a.until ?? '9999-12-31');

/**
 * Keeps the latest version of every allocation: the key is municipality, domain, provider and number, the
 * latest decision wins whatever the order of the files, and a retraction removes the allocation. Lines of
 * one number without a time of decision are lines of one allocation when products or periods differ; when
 * they contradict each other both are kept and named (`allocations.contradiction`): nothing is guessed.
 * Errors: none.
 * @example latestVersions([]).current.length // 0
 */
export function latestVersions(allocations: readonly Allocation[]): AllocationVersions {
  const groups = new Map<string, Allocation[]>();
  for (const allocation of allocations) {
    const { number, municipality, domain, provider } = allocation;
    if (number === null) continue;
    const key = JSON.stringify([
      municipality ?? '',
      domain,
      providerKey(provider),
      number.trim().toUpperCase(),
    ]);
    const group = groups.get(key);
    if (group) group.push(allocation);
    else groups.set(key, [allocation]);
  }
  const replaced = new Set<Allocation>();
  const retracted = new Set<Allocation>();
  const issues: Issue[] = [];
  for (const group of groups.values()) {
    const dated = group.filter(({ decidedAt }) => (decidedAt ?? '') !== '');
    const undated = group.filter(({ decidedAt }) => (decidedAt ?? '') === '');
    const latest = dated.reduce(
      (best, { decidedAt }) => ((decidedAt ?? '') > best ? (decidedAt ?? '') : best),
      '',
    );
    const kept = dated.filter(({ decidedAt }) => decidedAt === latest);
    for (const old of dated) if (!kept.includes(old)) replaced.add(old);
    // A list without times beside messages with them: which is newer can't be told, so both stay, named.
    const standing = settle([...kept, ...undated], replaced, issues);
    if (standing.some(isRetraction)) for (const one of standing) retracted.add(one);
  }
  return {
    current: allocations.filter((one) => !replaced.has(one) && !retracted.has(one)),
    replaced: [...replaced],
    retracted: [...retracted],
    issues,
  };
}

/** Drops repetitions among lines of the same number; names those that contradict each other. */
function settle(lines: readonly Allocation[], replaced: Set<Allocation>, issues: Issue[]): Allocation[] {
  const standing: Allocation[] = [];
  for (const line of lines) {
    if (standing.some((other) => sameContent(other, line))) {
      replaced.add(line);
      continue;
    }
    const other = standing.find(
      (one) =>
        one.product.trim().toUpperCase() === line.product.trim().toUpperCase() &&
        !isRetraction(one) &&
        !isRetraction(line) &&
        overlaps(one, line),
    );
    if (other) {
      issues.push({
        level: 'notice',
        ...contradiction(other, line),
        place: line.place,
      });
    }
    standing.push(line);
  }
  return standing;
}

const whereOf = (place: Place): string =>
  place.cell ?? (place.line === undefined ? (place.file ?? '') : String(place.line));

function contradiction(first: Allocation, second: Allocation): Message {
  return {
    code: 'allocations.contradiction',
    facts: {
      number: second.number ?? '',
      first: whereOf(first.place),
      second: whereOf(second.place),
      from: dateValue(second.from),
    },
  };
}
