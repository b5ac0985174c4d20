import {
  addMoney,
  dateOf,
  dateValue,
  Decimal,
  daysInMonth,
  divideMoney,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  sumMoney,
  textValue,
  yearOf,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../values';
import { divideByWeights } from '../region/shares';
import { careUnit } from '../tariffs/care-unit';
import { allocationForm, endOf, type Allocation } from './allocation';
import { daysOfSpan, monthSlices, outputWeeks, type MonthSlice } from './periods';
import { monthsCounted } from './maxima';
import type { PriceBook } from './price';
import { brokenMonthOf, type AllocationTerms } from './terms';

/** What an allocation is expected to cost in one month. */
export interface MonthCost {
  readonly month: Month;
  /** Expected volume, rounded to four decimals for show; null where there is none (budgets). */
  readonly volume: Decimal | null;
  readonly amount: Money;
}

/** What an allocation is expected to cost in one calendar year, worked out. */
export interface YearCost {
  readonly year: number;
  readonly amount: Money;
  readonly step: Step;
}

/** An allocation valued over a span. */
export interface AllocationCost {
  readonly allocation: Allocation;
  readonly openEnded: boolean;
  /** Whole cents per month; they add up to the years, and the years to the amount. */
  readonly months: readonly MonthCost[];
  readonly years: readonly YearCost[];
  readonly amount: Money;
  /** Why (part of) the allocation has no amount; nothing was guessed for it. */
  readonly unknown: Message | null;
  /** A price in it is assumed: a lapsed tariff, or the average declared price. */
  readonly priceAssumed: boolean;
  readonly step: Step;
}

/** How far an allocation has been used, for those with a total or a budget. */
export interface Used {
  readonly volume: Decimal | null;
  readonly amount: Money | null;
}

export interface ValuationContext {
  readonly prices: PriceBook;
  readonly terms: AllocationTerms;
  /** First and last day that are valued. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** The share of what is allocated that is really delivered, with its step; null: all of it. */
  readonly share: { readonly value: Decimal; readonly step: Step } | null;
  /**
   * Declared so far on a total or budget, so that what remains is spread over the days that remain; null:
   * not known, the whole is spread over the whole validity (**assumed**, and said).
   */
  readonly used: Used | null;
}

/** A piece that is rounded to cents once: one price, and days or months that divide it. */
interface Piece {
  readonly slices: readonly {
    readonly slice: MonthSlice;
    readonly weight: number;
    readonly volume: Decimal | null;
  }[];
  readonly amount: Money;
  readonly step: Step;
  readonly priceAssumed?: boolean;
}

/**
 * What an allocation is expected to cost between two days, per month and per year. Day and week (effort-based):
 * volume × days (÷ 7); week (output-based): × Sundays; month: × the part of the month (effort-based) or by
 * the rule for broken months; total and budget: what remains, spread over the days that remain. Times tariff
 * and realisation share, rounded half up to cents once per price, and divided over years, then months, by
 * largest remainder so that parts add up. Unit: euro. Errors: `dates-reversed`.
 */
export function allocationCost(allocation: Allocation, context: ValuationContext): AllocationCost {
  const { until, openEnded } = endOf(allocation, context.last);
  const first = allocation.from > context.first ? allocation.from : context.first;
  const cut = until < context.last ? until : context.last;
  const label: Message = {
    code: 'allocations.expected',
    facts: {
      number: allocation.number ?? '–',
      product: allocation.product === '' ? '–' : allocation.product,
    },
  };
  const nothing = (unknown: Message | null): AllocationCost => ({
    allocation,
    openEnded,
    months: [],
    years: [],
    amount: ZERO,
    unknown,
    priceAssumed: false,
    step: step(label, moneyValue(ZERO), { operator: 'sum', place: allocation.place }),
  });
  if (cut < first) return nothing(null);
  if (allocation.volume === null && allocation.amount === null) {
    return nothing({
      code: 'allocations.no-volume',
      facts: { product: allocation.product === '' ? '–' : allocation.product },
    });
  }
  const { pieces, unknown } = piecesOf(allocation, context, first, cut, until);
  return conclude(allocation, openEnded, pieces, unknown, label, cut);
}

function piecesOf(
  allocation: Allocation,
  context: ValuationContext,
  first: IsoDate,
  cut: IsoDate,
  until: IsoDate,
): { pieces: Piece[]; unknown: Message | null } {
  if (allocation.volume === null) {
    return { pieces: budgetPieces(allocation, context, first, until), unknown: null };
  }
  const { frequency } = allocation;
  if (frequency === 'total') return spreadPieces(allocation, context, first, until, 'total');
  if (frequency === 'day') return spreadPieces(allocation, context, first, cut, 'day');
  if (frequency === 'week' && allocationForm(allocation) === 'effort') {
    return spreadPieces(allocation, context, first, cut, 'week');
  }
  return monthlyPieces(allocation, context, first, cut, until);
}

const euroUnit = (allocation: Allocation): boolean => careUnit(allocation.unit) === 'euro';

/** Where the amounts of an allocation are euros already there is no tariff. */
function spansOf(
  allocation: Allocation,
  context: ValuationContext,
  first: IsoDate,
  last: IsoDate,
): { first: IsoDate; last: IsoDate; price: Decimal | null; step: Step | null; missing: Message | null }[] {
  if (euroUnit(allocation)) return [{ first, last, price: new Decimal(1), step: null, missing: null }];
  return context.prices(allocation, first, last);
}

function factorSteps(
  parts: readonly (Step | null)[],
  label: Message,
): { readonly value: Decimal; readonly step: Step } {
  const real = parts.filter((part) => part !== null);
  const value = real.reduce((total, { value: own }) => {
    if (own.kind === 'money') return total.times(moneyToDecimal(own.value));
    return own.kind === 'quantity' || own.kind === 'ratio' ? total.times(own.value) : total;
  }, new Decimal(1));
  return { value, step: step(label, quantityValue(value, '€'), { operator: 'product', parts: real }) };
}

/** An exact amount over a divisor, rounded half up to cents once. */
function rounded(
  exact: { readonly value: Decimal; readonly step: Step },
  divisor: Step | null,
  label: Message,
): { amount: Money; step: Step } {
  const by = divisor?.value.kind === 'quantity' ? divisor.value.value : new Decimal(1);
  const quotient = exact.value.dividedBy(by);
  const amount = roundToCents(quotient);
  const inner =
    divisor === null
      ? exact.step
      : step({ code: 'allocations.divided', facts: {} }, quantityValue(quotient, '€'), {
          operator: 'quotient',
          parts: [exact.step, divisor],
        });
  return { amount, step: step(label, moneyValue(amount), { operator: 'round-cents', parts: [inner] }) };
}

const volumeStep = (allocation: Allocation, volume: Decimal): Step =>
  step(
    { code: 'allocations.volume', facts: { frequency: allocation.frequency } },
    quantityValue(volume, allocation.unit),
    {
      place: allocation.place,
    },
  );

const countStep = (code: string, count: number, facts: Message['facts'] = {}): Step =>
  step({ code, facts }, quantityValue(new Decimal(count), null));

/** Days are what counts: per day, per seven days, or of the days that remain. */
function spreadPieces(
  allocation: Allocation,
  context: ValuationContext,
  first: IsoDate,
  last: IsoDate,
  how: 'day' | 'week' | 'total',
): { pieces: Piece[]; unknown: Message | null } {
  const { share } = context;
  let volume = allocation.volume ?? new Decimal(0);
  let source = volumeStep(allocation, volume);
  let days = how === 'week' ? 7 : 1;
  let daysStep = how === 'week' ? countStep('allocations.days-of-week', 7) : null;
  if (how === 'total') {
    const remaining = remainingVolume(allocation, context, volume, source);
    ({ volume, step: source } = remaining);
    days = daysOfSpan(remaining.known ? first : allocation.from, last);
    daysStep = countStep(remaining.known ? 'allocations.days-remaining' : 'allocations.days-whole', days);
  }
  const pieces: Piece[] = [];
  let unknown: Message | null = null;
  for (const span of spansOf(allocation, context, first, last)) {
    if (span.price === null) {
      unknown ??= span.missing;
      continue;
    }
    const own = daysOfSpan(span.first, span.last);
    const counted = countStep('allocations.days-counted', own, {
      from: dateValue(span.first),
      until: dateValue(span.last),
    });
    const product = factorSteps([source, counted, span.step, share?.step ?? null], {
      code: 'allocations.product-of',
      facts: {},
    });
    const worth = rounded(product, daysStep, {
      code: 'allocations.piece',
      facts: { from: dateValue(span.first), until: dateValue(span.last) },
    });
    pieces.push({
      ...worth,
      priceAssumed: (span.step?.assumed ?? null) !== null,
      slices: monthSlices(span.first, span.last).map((slice) => ({
        slice,
        weight: slice.days,
        volume: scaled(volume.times(slice.days).dividedBy(days), share),
      })),
    });
  }
  return { pieces, unknown };
}

const scaled = (volume: Decimal, share: ValuationContext['share']): Decimal =>
  (share ? volume.times(share.value) : volume).toDecimalPlaces(4);

function remainingVolume(
  allocation: Allocation,
  context: ValuationContext,
  volume: Decimal,
  source: Step,
): { volume: Decimal; step: Step; known: boolean } {
  const used = context.used?.volume ?? null;
  if (used === null) {
    const assumed: Message = { code: 'allocations.assumed-use-unknown', facts: {} };
    return { volume, step: { ...source, assumed }, known: false };
  }
  const left = Decimal.max(0, volume.minus(used));
  return {
    volume: left,
    known: true,
    step: leftStep(quantityValue(left, allocation.unit), quantityValue(volume.minus(used), allocation.unit), [
      source,
      step({ code: 'allocations.declared-so-far', facts: {} }, quantityValue(used, allocation.unit)),
    ]),
  };
}

const leftStep = (value: Step['value'], difference: Step['value'], parts: readonly Step[]): Step =>
  step({ code: 'allocations.remaining', facts: {} }, value, {
    operator: 'max',
    parts: [
      step({ code: 'allocations.nothing-below', facts: {} }, quantityValue(new Decimal(0), null)),
      step({ code: 'allocations.remaining-exact', facts: {} }, difference, { operator: 'difference', parts }),
    ],
  });

/** What remains of a budget, spread over the days that remain. */
function budgetPieces(
  allocation: Allocation,
  context: ValuationContext,
  first: IsoDate,
  until: IsoDate,
): Piece[] {
  const budget = allocation.amount ?? ZERO;
  const { share } = context;
  const used = context.used?.amount ?? null;
  const given = step({ code: 'allocations.budget', facts: {} }, moneyValue(budget), {
    place: allocation.place,
  });
  const left = used === null ? budget : budget > used ? ((budget - used) as Money) : ZERO;
  const source =
    used === null
      ? { ...given, assumed: { code: 'allocations.assumed-use-unknown', facts: {} } }
      : leftStep(moneyValue(left), moneyValue((budget - used) as Money), [
          given,
          step({ code: 'allocations.declared-so-far', facts: {} }, moneyValue(used)),
        ]);
  const start = used === null ? allocation.from : first;
  const slices = monthSlices(first, until).map((slice) => ({ slice, weight: slice.days, volume: null }));
  const own = daysOfSpan(first, until);
  const whole = daysOfSpan(start, until);
  const label: Message = {
    code: 'allocations.piece',
    facts: { from: dateValue(first), until: dateValue(until) },
  };
  if (own === whole && share === null) {
    return [
      { slices, amount: left, step: step(label, moneyValue(left), { operator: 'sum', parts: [source] }) },
    ];
  }
  const counted = own === whole ? null : countStep('allocations.days-counted', own, label.facts);
  const product = factorSteps([source, counted, share?.step ?? null], {
    code: 'allocations.product-of',
    facts: {},
  });
  return [
    {
      slices,
      ...rounded(product, own === whole ? null : countStep('allocations.days-whole', whole), label),
    },
  ];
}

/** Months or Sundays are what counts; every month is rounded by itself. */
function monthlyPieces(
  allocation: Allocation,
  context: ValuationContext,
  first: IsoDate,
  cut: IsoDate,
  until: IsoDate,
): { pieces: Piece[]; unknown: Message | null } {
  const { share, terms } = context;
  const volume = allocation.volume ?? new Decimal(0);
  const form = allocationForm(allocation);
  const all = monthSlices(allocation.from, until);
  const weeks = allocation.frequency === 'week' ? outputWeeks(until, all) : [];
  const pieces: Piece[] = [];
  let unknown: Message | null = null;
  all.forEach((slice, index) => {
    if (slice.last < first || slice.first > cut) return;
    const [span] = spansOf(allocation, context, slice.first, slice.last);
    if (!span) return;
    if (span.price === null) {
      unknown ??= span.missing;
      return;
    }
    const facts = { from: dateValue(slice.first), until: dateValue(slice.last) };
    let count: Step;
    let divisor: Step | null = null;
    if (allocation.frequency === 'week') {
      count = countStep('allocations.count-week-output', weeks[index] ?? 0);
    } else {
      const counted =
        form === 'effort'
          ? slice.whole
            ? 'full'
            : 'pro-rata'
          : monthsCounted(allocation, all, index, terms);
      count = countStep(
        counted === 'pro-rata' ? 'allocations.days-counted' : 'allocations.months-counted',
        counted === 'pro-rata' ? slice.days : counted === 'full' ? 1 : 0,
        counted === 'pro-rata' ? facts : {},
      );
      if (counted === 'pro-rata') {
        divisor = countStep('allocations.days-of-month', daysInMonth(slice.month));
      }
      if (form === 'output' && !slice.whole) {
        const { assumed, source } = brokenMonthOf(terms, allocation.product).step;
        count = { ...count, assumed, source };
      }
    }
    const product = factorSteps([volumeStep(allocation, volume), count, span.step, share?.step ?? null], {
      code: 'allocations.product-of',
      facts: {},
    });
    const times = count.value.kind === 'quantity' ? count.value.value : new Decimal(0);
    const by = divisor?.value.kind === 'quantity' ? divisor.value.value : new Decimal(1);
    pieces.push({
      ...rounded(product, divisor, { code: 'allocations.piece', facts }),
      priceAssumed: (span.step?.assumed ?? null) !== null,
      slices: [{ slice, weight: 1, volume: scaled(volume.times(times).dividedBy(by), share) }],
    });
  });
  return { pieces, unknown };
}

/** Divides every piece over years, then months, and gathers both. Months after the last day asked are left out. */
function conclude(
  allocation: Allocation,
  openEnded: boolean,
  pieces: readonly Piece[],
  unknown: Message | null,
  label: Message,
  cut: IsoDate,
): AllocationCost {
  const months = new Map<Month, { volume: Decimal | null; amount: Money }>();
  const years = new Map<number, { amount: Money; steps: Step[] }>();
  const euros = euroUnit(allocation);
  for (const piece of pieces) {
    for (const part of dividePiece(piece)) {
      if (part.year > yearOf(cut)) continue;
      const known = years.get(part.year) ?? { amount: ZERO, steps: [] };
      known.amount = addMoney(known.amount, part.amount);
      known.steps.push(part.step);
      years.set(part.year, known);
      const shares = divideMoney(
        part.amount,
        part.slices.map(({ weight }) => BigInt(weight)),
      );
      part.slices.forEach(({ slice, volume }, index) => {
        const month = months.get(slice.month) ?? { volume: null, amount: ZERO };
        month.amount = addMoney(month.amount, shares[index] ?? ZERO);
        if (volume !== null && !euros) month.volume = (month.volume ?? new Decimal(0)).plus(volume);
        months.set(slice.month, month);
      });
    }
  }
  const facts = { number: allocation.number ?? '–' };
  const yearCosts = [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, { amount, steps }]): YearCost => ({
      year,
      amount,
      step: step(
        { code: 'allocations.expected-in-year', facts: { ...facts, year: String(year) } },
        moneyValue(amount),
        { operator: 'sum', parts: steps, place: allocation.place },
      ),
    }));
  const amount = sumMoney(yearCosts.map((year) => year.amount));
  return {
    allocation,
    openEnded,
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, cost]) => ({ month, ...cost })),
    years: yearCosts,
    amount,
    unknown,
    priceAssumed: pieces.some((piece) => piece.priceAssumed === true),
    step: step(label, moneyValue(amount), {
      operator: 'sum',
      parts: yearCosts.map((year) => year.step),
      place: allocation.place,
      assumed: openEnded ? { code: 'allocations.assumed-open-ended', facts: { date: dateValue(cut) } } : null,
    }),
  };
}

function dividePiece(piece: Piece): { year: number; amount: Money; step: Step; slices: Piece['slices'] }[] {
  const byYear = new Map<number, Piece['slices'][number][]>();
  for (const part of piece.slices) {
    const year = yearOf(part.slice.month);
    byYear.set(year, [...(byYear.get(year) ?? []), part]);
  }
  const list = [...byYear];
  const [only] = list;
  if (list.length === 1 && only) {
    return [{ year: only[0], amount: piece.amount, step: piece.step, slices: only[1] }];
  }
  const shares = divideByWeights(
    piece.amount,
    list.map(([year, slices]) => ({
      name: String(year),
      weight: new Decimal(slices.reduce((sum, { weight }) => sum + weight, 0)),
      label: { code: 'region.year-part', facts: { year: String(year) } },
      weightLabel: { code: 'region.days-in-year', facts: { year: String(year) } },
    })),
    piece.step.label,
  );
  return list.map(([year, slices], index) => ({
    year,
    slices,
    amount: shares[index]?.amount ?? ZERO,
    // The divided amount is shown with its own calculation instead of as something given.
    step: withWhole(shares[index]?.step ?? step(piece.step.label, textValue('–')), piece.step),
  }));
}

/** The same steps with the divided amount explained in place. */
function withWhole(part: Step, whole: Step): Step {
  if (part.parts.length === 0) return part.label === whole.label ? whole : part;
  return { ...part, parts: part.parts.map((inner) => withWhole(inner, whole)) };
}

/** The first and last day of a calendar year. */
export const yearSpan = (year: number): { readonly first: IsoDate; readonly last: IsoDate } => ({
  first: dateOf(year, 1, 1),
  last: dateOf(year, 12, 31),
});
