import {
  addDays,
  dateValue,
  Decimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  type IsoDate,
  type Message,
  type Step,
} from '../values';
import { careUnit, unitFactor } from '../tariffs/care-unit';
import { findTariff } from '../tariffs/find-tariff';
import type { TariffEntry } from '../tariffs/tariff-list';
import { entriesOnDay, tariffOnDay } from '../tariffs/tariff-on-day';
import type { Allocation } from './allocation';

/** What one unit of an allocation costs in a span, or why that isn't known. */
export interface PriceSpan {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Euro per unit of the allocation; null: not known, `missing` says why. */
  readonly price: Decimal | null;
  readonly step: Step | null;
  readonly missing: Message | null;
}

/** An average price learnt from production, per product and unit. */
export type LearntPrice = (
  product: string,
  unit: string | null,
  provider: string,
) => { readonly price: Decimal; readonly step: Step } | null;

/** Prices of an allocation from one day to another, cut where the tariff changes. */
export type PriceBook = (
  allocation: Pick<Allocation, 'product' | 'unit' | 'provider'>,
  first: IsoDate,
  last: IsoDate,
) => PriceSpan[];

/** Before and after these days no list is looked at apart. */
const [EARLIEST, LATEST] = ['1990-01-01' as IsoDate, '2199-12-31' as IsoDate];

/**
 * Prices from a tariff list; after its last validity the last tariff is assumed to stay; where it has nothing
 * for the product (or none is given) the average declared price serves when there is one. An amount per hour serves a volume in minutes by dividing by 60, rounded half up
 * to cents as the declarations are. Different tariffs on one day are never chosen from: the span then has no
 * price and says so. Spans of one price touch and cover the whole asked for. Errors: none.
 * @example priceBook(null, null)({ product: '02A16', unit: 'uur', provider: '' }, parseDate('2023-01-01'), parseDate('2023-12-31'))[0]?.missing?.code // 'allocations.price-unknown'
 */
export function priceBook(tariffs: readonly TariffEntry[] | null, learnt: LearntPrice | null): PriceBook {
  const byProduct = new Map<string, TariffEntry[]>();
  for (const entry of tariffs ?? []) {
    const code = entry.product.trim().toUpperCase();
    const list = byProduct.get(code);
    if (list) list.push(entry);
    else byProduct.set(code, [entry]);
  }
  const known = new Map<string, readonly PriceSpan[]>();
  return (allocation, first, last) => {
    const code = allocation.product.trim().toUpperCase();
    const key = JSON.stringify([code, allocation.unit, allocation.provider]);
    let spans = known.get(key);
    if (!spans) known.set(key, (spans = allSpans(allocation, byProduct.get(code) ?? [], learnt)));
    return spans
      .filter((span) => span.first <= last && first <= span.last)
      .map((span) => clip(span, first, last));
  };
}

function clip(span: PriceSpan, first: IsoDate, last: IsoDate): PriceSpan {
  const from = span.first > first ? span.first : first;
  const { missing } = span;
  return {
    ...span,
    first: from,
    last: span.last < last ? span.last : last,
    missing:
      missing && 'date' in missing.facts
        ? { ...missing, facts: { ...missing.facts, date: dateValue(from) } }
        : missing,
  };
}

function allSpans(
  allocation: Pick<Allocation, 'product' | 'unit' | 'provider'>,
  own: readonly TariffEntry[],
  learnt: LearntPrice | null,
): PriceSpan[] {
  const starts = new Set<IsoDate>([EARLIEST]);
  for (const { from, until } of own) {
    if (from !== null && from > EARLIEST && from <= LATEST) starts.add(from);
    if (until !== null && until >= EARLIEST && until < LATEST) starts.add(addDays(until, 1));
  }
  const order = [...starts].sort();
  const spans: PriceSpan[] = [];
  order.forEach((start, index) => {
    const next = order[index + 1];
    const span = priceOn(allocation, start, next === undefined ? LATEST : addDays(next, -1), own, learnt);
    const before = spans.at(-1);
    const same =
      before !== undefined &&
      (before.price === null || span.price === null
        ? before.price === span.price && before.missing?.code === span.missing?.code
        : before.price.equals(span.price) &&
          (before.step?.assumed ?? null) === null &&
          (span.step?.assumed ?? null) === null);
    if (before && same) spans[spans.length - 1] = { ...before, last: span.last };
    else spans.push(span);
  });
  return spans;
}

function priceOn(
  allocation: Pick<Allocation, 'product' | 'unit' | 'provider'>,
  first: IsoDate,
  last: IsoDate,
  own: readonly TariffEntry[],
  learnt: LearntPrice | null,
): PriceSpan {
  const { product, unit, provider } = allocation;
  const none = (missing: Message): PriceSpan => ({ first, last, price: null, step: null, missing });
  const wanted = careUnit(unit);
  // One code may have a tariff per hour and one per minute: the one of the allocation's own unit goes first.
  const here = entriesOnDay(own, product, first);
  const exact = here.filter((entry) => wanted !== null && careUnit(entry.unit) === wanted);
  // A tariff of this provider goes before the general one, and another provider's never holds.
  const chosen = findTariff(exact.length > 0 ? exact : here, { product, day: first, provider });
  const fitting =
    chosen.found === 'one'
      ? [chosen.entry]
      : chosen.found === 'several'
        ? chosen.entries
        : here.length > 0
          ? []
          : own;
  const found = tariffOnDay(fitting, product, first);
  if (found.found === 'tariff') {
    const converted = inUnit(found.tariff, found.step, found.entry.unit, unit);
    if (converted) return { first, last, ...converted, missing: null };
    return none({
      code: 'allocations.price-unit-differs',
      facts: { product, found: found.entry.unit ?? '–', expected: unit ?? '–' },
    });
  }
  if (found.found === 'several') {
    return none({
      code: 'allocations.price-several',
      facts: { product, tariffs: found.tariffs.map((tariff) => quantityValue(tariff, '€')) },
    });
  }
  const earlier = found.found === 'not-valid' ? lastBefore(allocation, first, own) : null;
  if (earlier) return { first, last, ...earlier, missing: null };
  const average = learnt?.(product, unit, provider) ?? null;
  if (average) return { first, last, price: average.price, step: average.step, missing: null };
  if (found.found === 'components') return none({ code: 'allocations.price-components', facts: { product } });
  return none({
    code: own.length === 0 ? 'allocations.price-unknown' : 'allocations.price-not-valid',
    facts: { product, date: dateValue(first) },
  });
}

/** The tariff that held last before a day, where the list knows none for it: assumed to stay, and said. */
function lastBefore(
  allocation: Pick<Allocation, 'product' | 'unit'>,
  day: IsoDate,
  own: readonly TariffEntry[],
): { readonly price: Decimal; readonly step: Step } | null {
  const { product, unit } = allocation;
  const ends = own.flatMap(({ until }) => (until !== null && until < day ? [until] : [])).sort();
  const end = ends.at(-1);
  if (end === undefined) return null;
  const wanted = careUnit(unit);
  const here = entriesOnDay(own, product, end);
  const exact = here.filter((entry) => wanted !== null && careUnit(entry.unit) === wanted);
  const found = tariffOnDay(exact.length > 0 ? exact : here, product, end);
  if (found.found !== 'tariff') return null;
  const converted = inUnit(found.tariff, found.step, found.entry.unit, unit);
  if (!converted) return null;
  const assumed: Message = { code: 'allocations.assumed-last-tariff', facts: { date: dateValue(end) } };
  return { ...converted, step: { ...converted.step, assumed } };
}

/** A tariff for the allocation's unit; null when the two units can't be compared. */
function inUnit(
  tariff: Decimal,
  tariffStep: Step,
  from: string | null,
  to: string | null,
): { readonly price: Decimal; readonly step: Step } | null {
  const [listed, wanted] = [careUnit(from), careUnit(to)];
  if (from === null || to === null || from.trim().toLowerCase() === to.trim().toLowerCase()) {
    return { price: tariff, step: tariffStep };
  }
  // How many units of the allocation the listed unit is: an hour is 60 minutes.
  const factor = unitFactor(listed, wanted);
  if (!factor) return null;
  if (factor.numerator === factor.denominator) return { price: tariff, step: tariffStep };
  const divisor = new Decimal(factor.numerator).dividedBy(factor.denominator);
  const exact = tariff.dividedBy(divisor);
  const price = roundToCents(exact);
  return {
    price: new Decimal(price.toString()).dividedBy(100),
    step: step({ code: 'allocations.price-per-unit', facts: { unit: to } }, moneyValue(price), {
      operator: 'round-cents',
      parts: [
        step({ code: 'allocations.price-divided', facts: {} }, quantityValue(exact, '€'), {
          operator: 'quotient',
          parts: [
            tariffStep,
            step(
              { code: 'allocations.units-in-listed', facts: { listed: from, unit: to } },
              quantityValue(divisor, null),
            ),
          ],
        }),
      ],
    }),
  };
}
