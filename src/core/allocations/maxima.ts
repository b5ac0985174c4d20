import {
  Decimal,
  daysInMonth,
  monthValue,
  quantityValue,
  step,
  type IsoDate,
  type Message,
  type Month,
  type Step,
} from '../values';
import { allocationForm, endOf, type Allocation } from './allocation';
import { daysOfSpan, isoWeeksTouched, monthSlices, outputWeeks, type MonthSlice } from './periods';
import { brokenMonthOf, type AllocationTerms } from './terms';

/** What an allocation allows in one month. */
export interface MonthMaximum {
  readonly month: Month;
  readonly slice: MonthSlice;
  /** Highest volume that may be declared in the month; null: only the whole allocation has a maximum. */
  readonly maximum: Decimal | null;
  readonly step: Step | null;
}

/** What an allocation allows: per month, and over its whole validity. */
export interface AllocationMaxima {
  readonly from: IsoDate;
  /** Last day looked at: the allocation's own, or the horizon when it runs on. */
  readonly until: IsoDate;
  readonly openEnded: boolean;
  readonly unit: string | null;
  readonly months: readonly MonthMaximum[];
  /** Highest volume over all; null: the allocation states no volume. */
  readonly total: Decimal | null;
  readonly step: Step | null;
}

/**
 * Months of a monthly volume that count for a slice: 1 for a whole month; a broken one by the rule for
 * broken months (effort-based: the full volume, also in a broken month).
 */
export function monthsCounted(
  allocation: Pick<Allocation, 'form' | 'unit' | 'product'>,
  slices: readonly MonthSlice[],
  index: number,
  terms: AllocationTerms,
): 'full' | 'nothing' | 'pro-rata' {
  const slice = slices[index];
  if (!slice || slice.whole || allocationForm(allocation) === 'effort') return 'full';
  const rule = brokenMonthOf(terms, allocation.product).value;
  if (rule !== 'first-nothing-last-full') return rule;
  // A span within one month is its last broken month too.
  return index === slices.length - 1 ? 'full' : 'nothing';
}

/**
 * The highest volume that may be declared on an allocation, per month and in all. Week: weekly volume × ISO
 * weeks touched (effort-based), × Sundays with the broken last week (output-based). Month: the full volume,
 * also in a broken month, unless the rule for output-based care says otherwise. Day: volume × days. Total: no
 * maximum per month. An allocation without an end is looked at up to `horizon`.
 * Unit: that of the allocation. Errors: `dates-reversed`.
 * @example allocationMaxima({ number: '1', provider: '', domain: 'Wmo', product: '02A16', client: null, from: parseDate('2023-07-10'), until: parseDate('2023-09-03'), volume: new Decimal(3), frequency: 'week', unit: 'uur', amount: null, place: {} }, allocationTerms(findRulebook('zutphen-2023'), parseDate('2023-12-31')), parseDate('2023-12-31')).total?.toFixed() // '24'
 */
export function allocationMaxima(
  allocation: Allocation,
  terms: AllocationTerms,
  horizon: IsoDate,
): AllocationMaxima {
  const { from, volume, frequency, unit } = allocation;
  const { until, openEnded } = endOf(allocation, horizon);
  const slices = monthSlices(from, until);
  const none = slices.map((slice): MonthMaximum => ({
    month: slice.month,
    slice,
    maximum: null,
    step: null,
  }));
  const base = { from, until, openEnded, unit };
  if (volume === null) return { ...base, months: none, total: null, step: null };
  const volumeStep = step({ code: 'allocations.volume', facts: { frequency } }, quantityValue(volume, unit), {
    place: allocation.place,
  });
  if (frequency === 'total') {
    return { ...base, months: none, total: volume, step: volumeStep };
  }
  const form = allocationForm(allocation);
  const way = `${frequency}-${form}`;
  const times = (label: Message, countLabel: Message, count: Decimal, ground: Partial<Step> = {}): Step =>
    step(label, quantityValue(volume.times(count), unit), {
      operator: 'product',
      parts: [volumeStep, { ...step(countLabel, quantityValue(count, null)), ...ground }],
    });
  const counts = countsOf(allocation, slices, terms);
  const ground = frequency === 'month' && form === 'output' ? groundOfMonth(allocation, terms) : {};
  const months = slices.map((slice, index): MonthMaximum => {
    const count = counts[index] ?? new Decimal(0);
    const maximum = volume.times(count);
    return {
      month: slice.month,
      slice,
      maximum,
      step: times(
        { code: 'allocations.maximum-month', facts: { month: monthValue(slice.month) } },
        { code: `allocations.count-${way}`, facts: {} },
        count,
        ground,
      ),
    };
  });
  const count =
    frequency === 'week'
      ? new Decimal(isoWeeksTouched(from, until))
      : frequency === 'day'
        ? new Decimal(daysOfSpan(from, until))
        : counts.reduce((sum, one) => sum.plus(one), new Decimal(0));
  return {
    ...base,
    months,
    total: volume.times(count),
    step: times(
      { code: 'allocations.maximum-total', facts: {} },
      { code: `allocations.count-${way}`, facts: {} },
      count,
      ground,
    ),
  };
}

function groundOfMonth(allocation: Allocation, terms: AllocationTerms): Partial<Step> {
  const { assumed, source } = brokenMonthOf(terms, allocation.product).step;
  return { assumed, source };
}

/** How often the volume of one period may be declared in each month. */
function countsOf(allocation: Allocation, slices: readonly MonthSlice[], terms: AllocationTerms): Decimal[] {
  const last = slices.at(-1);
  if (!last) return [];
  switch (allocation.frequency) {
    case 'day':
      return slices.map(({ days }) => new Decimal(days));
    case 'week':
      return allocationForm(allocation) === 'output'
        ? outputWeeks(last.last, slices).map((weeks) => new Decimal(weeks))
        : slices.map((slice) => new Decimal(isoWeeksTouched(slice.first, slice.last)));
    case 'month':
      return slices.map((slice, index) => {
        const counted = monthsCounted(allocation, slices, index, terms);
        if (counted !== 'pro-rata') return new Decimal(counted === 'full' ? 1 : 0);
        return new Decimal(slice.days).dividedBy(daysInMonth(slice.month));
      });
    case 'total':
      return slices.map(() => new Decimal(0));
  }
}
