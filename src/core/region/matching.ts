import {
  CoreError,
  dateOf,
  Decimal,
  firstDay,
  lastDay,
  moneyToDecimal,
  moneyValue,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
  type Place,
  type Step,
} from '../values';
import { ceilingRule, choiceOn, groundOf, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { coversProduct, type Allocation } from '../allocations/allocation';
import { allocationMaxima } from '../allocations/maxima';
import { allocationTerms } from '../allocations/terms';
import { careUnit, convertVolume } from '../tariffs/care-unit';
import { sameProvider } from '../production/provider';
import { givenAmount } from '../financing/effort-based';
import { sumStep } from './shares';

/** One line of an invoice or declaration. */
export interface InvoiceLine {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly client: string | null;
  /** The allocation the line names. */
  readonly allocation: string | null;
  readonly month: Month;
  /** The day, where the file gives days. */
  readonly day: IsoDate | null;
  readonly quantity: Decimal | null;
  readonly unit: string | null;
  readonly amount: Money;
  readonly place: Place;
}

/** Why a line doesn't match. */
export const MISMATCHES = [
  'not-identifiable',
  'no-allocation',
  'other-client',
  'other-provider',
  'wrong-product',
  'outside-period',
  'over-period',
  'over-volume',
  'double',
] as const;
export type Mismatch = (typeof MISMATCHES)[number];

export interface MatchedLine {
  readonly line: InvoiceLine;
  /** Index in the list of allocations. */
  readonly allocation: number;
  /** False: there is a volume, but the line gives none or in another unit. */
  readonly volumeChecked: boolean;
}

export interface UnmatchedLine {
  readonly line: InvoiceLine;
  readonly reason: Mismatch;
  /** Over the volume, of its period or in all: how much doesn't fit; null where the amount is what doesn't. */
  readonly excess: Decimal | null;
}

/** Every line of the file, matched or with the reason why not. */
export interface Matching {
  readonly matched: readonly MatchedLine[];
  readonly unmatched: readonly UnmatchedLine[];
  readonly matchedTotal: Money;
  readonly unmatchedTotal: Money;
  /** matched + unmatched = all lines; the parts per reason. */
  readonly step: Step;
  readonly findings: readonly Finding[];
}

/** What is left of an allocation: in all, per month where it has a maximum per period, and of its budget. */
interface Room {
  volume: Decimal | null;
  readonly months: Map<Month, Decimal>;
  amount: Money | null;
}

/**
 * IJS-08: matches every invoice line to an allocation. A line that names an allocation is held to that one;
 * else one is looked for by client, then product, then period, then volume (the maximum of the month, then
 * that of the whole allocation) and amount. What doesn't match is
 * listed with its reason and its whole amount, nothing is dropped: matched plus unmatched is the file.
 * The same line twice is a double unless a credit of the same line takes the first back (parameter
 * `match-double`: `allowed` for files that hold equal lines by nature). Lines are taken in
 * order of month, then size, so that the order of the file changes no total. A month's line fits when the
 * allocation holds in part (or the whole) of that month (parameter `match-month`, overlap where the rulebook
 * has none). Errors: `dates-reversed` for an allocation that ends before it begins.
 * @example matchLines(findRulebook('ijsselland-2015'), [], [], 2015).matched.length // 0
 */
export function matchLines(
  rulebook: Rulebook,
  lines: readonly InvoiceLine[],
  allocations: readonly Allocation[],
  year: number,
): Matching {
  const on = dateOf(year, 12, 31);
  const hasParameter = rulebook.parameters.some(({ id }) => id === 'match-month');
  const whole = hasParameter && choiceOn(rulebook, 'match-month', on) === 'whole';
  for (const { from, until } of allocations) {
    if (until !== null && until < from) throw new CoreError('dates-reversed', { from, until });
  }
  const terms = allocationTerms(rulebook, on);
  const rooms = allocations.map((allocation): Room => {
    const { total, months } = allocationMaxima(allocation, terms, on);
    return {
      volume: total,
      months: new Map(
        months.flatMap(({ month, maximum }) => (maximum === null ? [] : [[month, maximum] as const])),
      ),
      amount: allocation.amount,
    };
  });
  const byNumber = new Map<string, number[]>();
  const byClient = new Map<string, number[]>();
  const list = (map: Map<string, number[]>, key: string, index: number): void => {
    map.set(key, [...(map.get(key) ?? []), index]);
  };
  allocations.forEach((allocation, index) => {
    if (allocation.number !== null) list(byNumber, fold(allocation.number), index);
    if (allocation.client !== null) list(byClient, fold(allocation.client), index);
  });

  const allowed =
    rulebook.parameters.some(({ id }) => id === 'match-double') &&
    choiceOn(rulebook, 'match-double', on) === 'allowed';
  const doubles = allowed ? new Set<number>() : findDoubles(lines);
  const matched: (MatchedLine & { readonly at: number })[] = [];
  const unmatched: (UnmatchedLine & { readonly at: number })[] = [];
  for (const index of inOrderOf(lines)) {
    const line = lines[index];
    if (!line) continue;
    const refuse = (reason: Mismatch, excess: Decimal | null = null): void => {
      unmatched.push({ line, reason, excess, at: index });
    };
    if (doubles.has(index)) {
      refuse('double');
      continue;
    }
    const outcome = findAllocation(line, allocations, rooms, byNumber, byClient, whole);
    if (typeof outcome === 'string') refuse(outcome);
    else if (outcome.fits) {
      take(rooms[outcome.allocation], allocations[outcome.allocation], line);
      matched.push({ line, allocation: outcome.allocation, volumeChecked: outcome.volumeChecked, at: index });
    } else refuse(outcome.over, outcome.excess);
  }
  // Told in the order of the file, without the index that only served to get there.
  const inFileOrder = <T extends { readonly at: number }>(list: readonly T[]): Omit<T, 'at'>[] =>
    [...list].sort((a, b) => a.at - b.at).map(({ at: _, ...rest }) => rest);
  return conclude(
    rulebook,
    inFileOrder(matched),
    inFileOrder(unmatched),
    allocations,
    domainOf(lines),
    on,
    hasParameter,
  );
}

const fold = (text: string): string => text.trim().toUpperCase();
const domainOf = (lines: readonly InvoiceLine[]): string | null => lines[0]?.domain ?? null;

const identityOf = (line: InvoiceLine): string =>
  JSON.stringify([
    fold(line.provider),
    line.domain,
    fold(line.product),
    fold(line.client ?? ''),
    fold(line.allocation ?? ''),
    line.day ?? line.month,
    fold(line.unit ?? ''),
    line.quantity?.abs().toFixed() ?? '',
    (line.amount < 0n ? -line.amount : line.amount).toString(),
  ]);

/** Lines that are there more often than their credits take back; which of the equal ones doesn't matter. */
function findDoubles(lines: readonly InvoiceLine[]): ReadonlySet<number> {
  const groups = new Map<string, { debits: number[]; credits: number }>();
  lines.forEach((line, index) => {
    if (line.amount === ZERO) return;
    const key = identityOf(line);
    const group = groups.get(key) ?? { debits: [], credits: 0 };
    groups.set(key, group);
    if (line.amount < ZERO) group.credits++;
    else group.debits.push(index);
  });
  const doubles = new Set<number>();
  for (const { debits, credits } of groups.values()) {
    const surplus = debits.length - Math.min(credits, debits.length) - 1;
    if (surplus > 0) for (const index of debits.slice(-surplus)) doubles.add(index);
  }
  return doubles;
}

/** Credits first, then by month, size and identity: independent of the order of the file. */
function inOrderOf(lines: readonly InvoiceLine[]): number[] {
  const keys = lines.map((line, index) => ({ index, line, identity: identityOf(line) }));
  return keys
    .sort((a, b) => {
      const credit = Number(a.line.amount >= ZERO) - Number(b.line.amount >= ZERO);
      if (credit !== 0) return credit;
      const [first, second] = [a.line.day ?? a.line.month, b.line.day ?? b.line.month];
      if (first !== second) return first < second ? -1 : 1;
      if (a.line.amount !== b.line.amount) return a.line.amount < b.line.amount ? -1 : 1;
      return a.identity === b.identity ? a.index - b.index : a.identity < b.identity ? -1 : 1;
    })
    .map(({ index }) => index);
}

interface Found {
  readonly allocation: number;
  readonly fits: boolean;
  readonly volumeChecked: boolean;
  readonly excess: Decimal | null;
  readonly over: 'over-period' | 'over-volume';
}

function findAllocation(
  line: InvoiceLine,
  allocations: readonly Allocation[],
  rooms: readonly Room[],
  byNumber: ReadonlyMap<string, readonly number[]>,
  byClient: ReadonlyMap<string, readonly number[]>,
  whole: boolean,
): Mismatch | Found {
  const at = (index: number): Allocation | undefined => allocations[index];
  const { allocation: named, client } = line;
  let candidates: readonly number[];
  if (named !== null) {
    candidates = byNumber.get(fold(named)) ?? [];
    if (candidates.length === 0) return 'no-allocation';
    if (client !== null) {
      candidates = candidates.filter((index) => {
        const known = at(index)?.client ?? null;
        return known === null || fold(known) === fold(client);
      });
      if (candidates.length === 0) return 'other-client';
    }
  } else {
    if (client === null) return 'not-identifiable';
    candidates = byClient.get(fold(client)) ?? [];
    if (candidates.length === 0) return 'no-allocation';
  }
  candidates = candidates.filter((index) => {
    const known = at(index)?.domain ?? '';
    return known === '' || line.domain === '' || known === line.domain;
  });
  if (candidates.length === 0) return 'no-allocation';
  candidates = candidates.filter((index) => sameProvider(at(index)?.provider ?? '', line.provider));
  if (candidates.length === 0) return 'other-provider';
  candidates = candidates.filter((index) => coversProduct(at(index)?.product ?? '', line.product));
  if (candidates.length === 0) return 'wrong-product';
  candidates = candidates.filter((index) => coversPeriod(at(index), line, whole));
  if (candidates.length === 0) return 'outside-period';
  // The one that ends first is used up first; the rest of the order only makes it the same every time.
  const sorted = [...candidates].sort((a, b) => (orderOf(at(a), a) < orderOf(at(b), b) ? -1 : 1));
  let least: Found | null = null;
  for (const index of sorted) {
    const found = fit(line, at(index), rooms[index], index);
    if (found.fits) return found;
    least = smaller(least, found);
  }
  return least ?? 'no-allocation';
}

/** Of two that don't fit the one that comes nearest. */
function smaller(one: Found | null, other: Found): Found {
  if (one === null || one.excess === null) return one !== null && other.excess === null ? one : other;
  return other.excess !== null && other.excess.lessThan(one.excess) ? other : one;
}

const orderOf = (allocation: Allocation | undefined, index: number): string =>
  [
    allocation?.until ?? '9999-12-31',
    allocation?.from ?? '',
    allocation?.number ?? '',
    String(index).padStart(9, '0'),
  ].join('|');

function coversPeriod(allocation: Allocation | undefined, line: InvoiceLine, whole: boolean): boolean {
  if (!allocation) return false;
  const until = allocation.until ?? '9999-12-31';
  if (line.day !== null) return allocation.from <= line.day && line.day <= until;
  const [first, last] = [firstDay(line.month), lastDay(line.month)];
  return whole ? allocation.from <= first && last <= until : allocation.from <= last && first <= until;
}

/**
 * The volume of a line in the allocation's unit, with its sign; null where it can't be compared. An
 * allocation in euros is held against the amount.
 */
function volumeOf(line: InvoiceLine, allocation: Allocation | undefined): Decimal | null {
  if (!allocation) return null;
  if (careUnit(allocation.unit) === 'euro') return moneyToDecimal(line.amount);
  if (line.quantity === null) return null;
  const signed = line.amount < ZERO ? line.quantity.abs().negated() : line.quantity;
  return convertVolume(signed, line.unit, allocation.unit);
}

function fit(
  line: InvoiceLine,
  allocation: Allocation | undefined,
  room: Room | undefined,
  index: number,
): Found {
  const delivered = volumeOf(line, allocation);
  const volume = room?.volume ?? null;
  const volumeChecked = volume === null || delivered !== null;
  const fits: Found = { allocation: index, fits: true, volumeChecked, excess: null, over: 'over-volume' };
  // A credit gives room back and always fits.
  if (line.amount < ZERO) return fits;
  if (volume !== null && delivered !== null) {
    const inMonth = room?.months.get(line.month) ?? null;
    const excess = (left: Decimal): Decimal => delivered.minus(Decimal.max(left, 0));
    if (inMonth !== null && delivered.greaterThan(inMonth)) {
      return { ...fits, fits: false, excess: excess(inMonth), over: 'over-period' };
    }
    if (delivered.greaterThan(volume)) return { ...fits, fits: false, excess: excess(volume) };
  }
  if (room && room.amount !== null && line.amount > room.amount) return { ...fits, fits: false };
  return fits;
}

function take(room: Room | undefined, allocation: Allocation | undefined, line: InvoiceLine): void {
  if (!room) return;
  const delivered = volumeOf(line, allocation);
  if (room.volume !== null && delivered !== null) {
    room.volume = room.volume.minus(delivered);
    const inMonth = room.months.get(line.month);
    if (inMonth) room.months.set(line.month, inMonth.minus(delivered));
  }
  if (room.amount !== null) room.amount = subtractMoney(room.amount, line.amount);
}

function conclude(
  rulebook: Rulebook,
  matched: readonly MatchedLine[],
  unmatched: readonly UnmatchedLine[],
  allocations: readonly Allocation[],
  domain: string | null,
  on: IsoDate,
  hasParameter: boolean,
): Matching {
  const rule = ruleFor(rulebook, 'matching', domain) ?? ceilingRule(rulebook, domain);
  const ground = groundOf(rulebook, rule);
  const matchedTotal = sumMoney(matched.map(({ line }) => line.amount));
  const reasons = MISMATCHES.flatMap((reason) => {
    const own = unmatched.filter((entry) => entry.reason === reason);
    if (own.length === 0) return [];
    const amount = sumMoney(own.map(({ line }) => line.amount));
    return [
      {
        reason,
        own,
        amount,
        step: givenAmount(`region.unmatched-${reason}`, amount, { count: own.length }),
      },
    ];
  });
  const unmatchedStep = sumStep(
    { code: 'region.unmatched-all', facts: { count: unmatched.length } },
    reasons.map((entry) => entry.step),
  );
  const total = sumStep(
    { code: 'region.lines-all', facts: { count: matched.length + unmatched.length } },
    [givenAmount('region.matched', matchedTotal, { count: matched.length }), unmatchedStep.step],
    ground,
  );
  const parameters = hasParameter ? [parameterStep(rulebook, 'match-month', on)] : [];
  const findings: Finding[] = reasons.map(({ reason, own, amount, step: reasonStep }) =>
    finding(
      rulebook,
      rule,
      'violation',
      { code: `region.not-matched-${reason}`, facts: { count: own.length, amount: moneyValue(amount) } },
      {
        amount,
        location: own[0]?.line.place ?? null,
        steps: reason === 'outside-period' ? [reasonStep, ...parameters] : [reasonStep],
      },
    ),
  );
  const unchecked = matched.filter(({ volumeChecked }) => !volumeChecked);
  if (unchecked.length > 0) {
    findings.push({
      ...notChecked(rulebook, rule, {
        code: 'region.volume-not-comparable',
        facts: {
          count: unchecked.length,
          amount: moneyValue(sumMoney(unchecked.map(({ line }) => line.amount))),
        },
      }),
      amount: sumMoney(unchecked.map(({ line }) => line.amount)),
    });
  }
  const limitless = new Set(
    matched
      .map(({ allocation }) => allocation)
      .filter((index) => allocations[index]?.volume === null && allocations[index]?.amount === null),
  );
  if (limitless.size > 0) {
    findings.push(
      notChecked(rulebook, rule, { code: 'region.volume-not-stated', facts: { count: limitless.size } }),
    );
  }
  return {
    matched,
    unmatched,
    matchedTotal,
    unmatchedTotal: unmatchedStep.amount,
    step: total.step,
    findings,
  };
}
