import {
  addDays,
  dateOf,
  dateValue,
  daysInYear,
  Decimal,
  moneyValue,
  proportion,
  quantityValue,
  step,
  subtractMoney,
  yearOf,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { ceilingRule, groundOf, ruleFor, type Rulebook } from '../rulebook';
import type { DomainFigures } from '../checks/outcome';
import { allocationCost, type ValuationContext } from './cost';
import type { Allocation } from './allocation';
import { daysOfSpan } from './periods';

/** A client who may come: what the care will cost, and from when. */
export interface NewClient {
  readonly domain: string;
  readonly product: string;
  readonly from: IsoDate;
  /** Last day; null: runs on. */
  readonly until: IsoDate | null;
  /** Cost of a whole year, or a volume as an allocation would state it, valued at tariff. */
  readonly care:
    | { readonly kind: 'cost'; readonly yearly: Money }
    | { readonly kind: 'volume'; readonly allocation: Allocation };
}

/** What is known of a provider when a client looks for one. */
export interface ProviderRoom {
  readonly provider: string;
  /** Figures of the client's domain; null: nothing is known there. */
  readonly figures: DomainFigures | null;
  /** Whether the provider delivers this product, by production, forecast or allocations. */
  readonly delivers: boolean;
  /** Next year's ceiling and what weighs on it already; null: not known. */
  readonly nextYear: { readonly ceiling: Money; readonly committed: Money } | null;
}

/** Why a provider is no candidate. `zero-ceiling`: may take nobody, whatever the amount (ZUT-01). */
export type NoRoom = 'zero-ceiling' | 'no-ceiling' | 'other-care' | 'full';

/** One provider weighed for a new client. */
export interface Candidate {
  readonly provider: string;
  readonly noRoom: NoRoom | null;
  /** Room under the ceiling as known now, and as expected at year end. */
  readonly headroom: Money | null;
  readonly headroomYearEnd: Money | null;
  readonly fitsNow: boolean;
  readonly fitsYearEnd: boolean;
  /** First day from which the client's care fits this year's room; null: not this year. */
  readonly startNow: IsoDate | null;
  readonly startYearEnd: IsoDate | null;
  /** Whether the client also fits next year; null: not known. */
  readonly fitsNextYear: boolean | null;
  readonly step: Step | null;
}

export interface Capacity {
  /** What the client costs this year from the day asked, and next year. */
  readonly thisYear: Money;
  readonly nextYear: Money;
  readonly steps: { readonly thisYear: Step; readonly nextYear: Step };
  /** Those with room first: now, then at year end, then by room. */
  readonly candidates: readonly Candidate[];
  /** Why the volume has no amount; then nobody can be weighed. */
  readonly unknown: AllocationUnknown;
}
type AllocationUnknown = ReturnType<typeof allocationCost>['unknown'];

/** What the client costs from a day to the end of that year. */
function costFrom(
  client: NewClient,
  first: IsoDate,
  context: ValuationContext,
): { amount: Money; step: Step; unknown: AllocationUnknown } {
  const year = yearOf(first);
  const end = dateOf(year, 12, 31);
  const last = client.until !== null && client.until < end ? client.until : end;
  const facts = { from: dateValue(first), until: dateValue(last) };
  const label = { code: 'allocations.client-cost', facts: { year: String(year) } };
  if (last < first) return { amount: ZERO, step: step(label, moneyValue(ZERO)), unknown: null };
  if (client.care.kind === 'volume') {
    const allocation = { ...client.care.allocation, from: first, until: client.until };
    const cost = allocationCost(allocation, { ...context, first, last: end, share: null, used: null });
    const own = cost.years.find((part) => part.year === year);
    return {
      amount: own?.amount ?? ZERO,
      step: own?.step ?? step(label, moneyValue(ZERO)),
      unknown: cost.unknown,
    };
  }
  const { yearly } = client.care;
  const days = new Decimal(daysOfSpan(first, last));
  const whole = new Decimal(daysInYear(year));
  const part = proportion({
    amount: step({ code: 'allocations.client-yearly', facts: {} }, moneyValue(yearly)),
    part: step({ code: 'allocations.days-counted', facts }, quantityValue(days, null)),
    whole: step({ code: 'allocations.days-of-year', facts: {} }, quantityValue(whole, null)),
    label,
    exactly: { code: 'allocations.divided', facts: {} },
    product: { code: 'allocations.product-of', facts: {} },
  });
  return { ...part, unknown: null };
}

/**
 * ZUT-05: which providers with the same care form have room for a new client from a day: now, at year end,
 * and from which day on when not at once. A provider whose ceiling is zero takes nobody (ZUT-01); one without
 * a known ceiling is no candidate. Also held against next year's ceiling where that is known. Unit: euro;
 * nothing is taken off for the share that is really delivered: one client is no average. Errors: none.
 */
export function capacityFor(
  rulebook: Rulebook,
  client: NewClient,
  rooms: readonly ProviderRoom[],
  context: ValuationContext,
): Capacity {
  const year = yearOf(client.from);
  const end = dateOf(year, 12, 31);
  const thisYear = costFrom(client, client.from, context);
  const nextYear = costFrom(client, dateOf(year + 1, 1, 1), context);
  const startOf = (room: Money | null): IsoDate | null => {
    if (room === null || room < ZERO) return null;
    // Later is never dearer, so the first fitting day is found by halving.
    let [low, high] = [0, daysOfSpan(client.from, end) - 1];
    const fits = (days: number): boolean =>
      costFrom(client, addDays(client.from, days), context).amount <= room;
    if (room === ZERO || !fits(high)) return null;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle)) high = middle;
      else low = middle + 1;
    }
    return addDays(client.from, low);
  };
  const candidates = rooms.map((room): Candidate => {
    const { figures } = room;
    const headroom = figures?.headroom ?? null;
    const headroomYearEnd = figures?.headroomYearEnd ?? null;
    const over = (figures?.overrun ?? ZERO) > ZERO;
    const free = (amount: Money | null): Money | null =>
      over && amount !== null && amount === ZERO ? null : amount;
    const reason = noRoomOf(rulebook, client.domain, room);
    const fits = (amount: Money | null): boolean =>
      reason === null && amount !== null && amount > ZERO && thisYear.amount <= amount;
    const base = { provider: room.provider, headroom, headroomYearEnd };
    const nextFits =
      room.nextYear === null
        ? null
        : nextYear.amount <= subtractMoney(room.nextYear.ceiling, room.nextYear.committed);
    const fitsNow = fits(headroom);
    const fitsYearEnd = fits(headroomYearEnd);
    const startNow = reason === null ? startOf(free(headroom)) : null;
    const startYearEnd = reason === null ? startOf(free(headroomYearEnd)) : null;
    const full = reason === null && !fitsNow && !fitsYearEnd && startNow === null && startYearEnd === null;
    return {
      ...base,
      noRoom: full ? 'full' : reason,
      ...{ fitsNow, fitsYearEnd, startNow, startYearEnd, fitsNextYear: nextFits },
      step:
        headroom === null
          ? null
          : step(
              { code: 'allocations.room-after', facts: { provider: room.provider } },
              moneyValue(subtractMoney(headroom, thisYear.amount)),
              {
                operator: 'difference',
                ...groundOf(rulebook, ruleFor(rulebook, 'other-providers', client.domain)),
                parts: [
                  step({ code: 'allocations.headroom', facts: {} }, moneyValue(headroom), {
                    rule: ceilingRule(rulebook, client.domain),
                  }),
                  thisYear.step,
                ],
              },
            ),
    };
  });
  return {
    thisYear: thisYear.amount,
    nextYear: nextYear.amount,
    steps: { thisYear: thisYear.step, nextYear: nextYear.step },
    candidates: candidates.sort(byRoom),
    unknown: thisYear.unknown ?? nextYear.unknown,
  };
}

function noRoomOf(rulebook: Rulebook, domain: string, { figures, delivers }: ProviderRoom): NoRoom | null {
  if (figures === null || figures.ceiling === null) return 'no-ceiling';
  if (figures.ceiling.base === ZERO && ruleFor(rulebook, 'zero-ceiling', domain) !== null)
    return 'zero-ceiling';
  return delivers ? null : 'other-care';
}

const rank = ({ noRoom, fitsNow, fitsYearEnd, startNow }: Candidate): number =>
  noRoom !== null ? 4 : fitsNow ? 0 : fitsYearEnd ? 1 : startNow !== null ? 2 : 3;

function byRoom(a: Candidate, b: Candidate): number {
  const order = rank(a) - rank(b);
  if (order !== 0) return order;
  const [one, other] = [a.headroom ?? ZERO, b.headroom ?? ZERO];
  if (one !== other) return one > other ? -1 : 1;
  return a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0;
}
