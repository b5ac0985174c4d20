import {
  addMonths,
  addMoney,
  dateValue,
  Decimal,
  firstDay,
  lastDay,
  moneyToDecimal,
  moneyValue,
  monthOfDate,
  monthValue,
  quantityValue,
  ratioValue,
  step,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../values';
import type { CareRow } from '../production/care-table';
import { providerKey } from '../production/provider';
import { careUnit, convertVolume } from '../tariffs/care-unit';
import type { Allocation } from './allocation';
import { allocationCost } from './cost';
import type { LearntPrice, PriceBook } from './price';
import type { AllocationTerms } from './terms';

/** What of the allocated care is really delivered (verzilvering), and what that rests on. */
export interface RealisationShare {
  readonly value: Decimal;
  /** `product`: this product of this provider; `product-all`: of all providers; `domain`; or not learnt. */
  readonly basis: 'product' | 'product-all' | 'domain' | 'assumed';
  readonly declared: Money;
  readonly allocated: Money;
  /** Mature months it was learnt from. */
  readonly months: number;
  readonly step: Step;
}

export type RealisationOf = (
  allocation: Pick<Allocation, 'provider' | 'domain' | 'product'>,
) => RealisationShare;

/** The mature months that are learnt from: the last ones before those that still grow. */
export function matureMonths(asOf: IsoDate, terms: AllocationTerms): Month[] {
  const running = monthOfDate(asOf);
  const closed = lastDay(running) === asOf ? running : addMonths(running, -1);
  const last = addMonths(closed, -terms.incompleteMonths.value);
  return Array.from({ length: Math.max(0, terms.window.value) }, (_, back) =>
    addMonths(last, -back),
  ).reverse();
}

interface Pot {
  declared: Money;
  allocated: Money;
  readonly months: Set<Month>;
}

/**
 * Learns per product which share of the allocated care was declared, in the mature months before the as-of
 * date: declared ÷ allocated, both in euro at the tariffs of the time. A month only counts where the
 * provider has production in the domain at all (a month without data teaches nothing) and something was
 * allocated. With too few months the share of the product over all providers serves, then that of the domain,
 * then the assumed one; a share above the highest is cut to it. Every step says which.
 * The shares are rounded to four decimals, half up. Errors: none.
 */
export function learnRealisation(
  allocations: readonly Allocation[],
  production: Iterable<CareRow>,
  asOf: IsoDate,
  prices: PriceBook,
  terms: AllocationTerms,
): RealisationOf {
  const months = matureMonths(asOf, terms);
  const wanted = new Set<Month>(months);
  const [first, last] = [months[0], months.at(-1)];
  const pots = new Map<string, Pot>();
  const potOf = (key: string): Pot => {
    const known = pots.get(key);
    if (known) return known;
    const pot: Pot = { declared: ZERO, allocated: ZERO, months: new Set() };
    pots.set(key, pot);
    return pot;
  };
  if (first !== undefined && last !== undefined) {
    const { declared, present } = declaredPerMonth(allocations, production, wanted);
    const allocated = allocatedPerMonth(allocations, firstDay(first), lastDay(last), prices, terms);
    for (const [key, byMonth] of allocated) {
      const [provider = '', domain = '', product = ''] = JSON.parse(key) as string[];
      for (const [month, amount] of byMonth) {
        if (!wanted.has(month) || amount <= ZERO || !present.has(presence(provider, domain, month))) continue;
        const got = declared.get(key)?.get(month) ?? ZERO;
        for (const pot of [
          potOf(key),
          potOf(JSON.stringify(['', domain, product])),
          potOf(JSON.stringify(['', domain, '*'])),
        ]) {
          pot.allocated = addMoney(pot.allocated, amount);
          pot.declared = addMoney(pot.declared, got);
          pot.months.add(month);
        }
      }
    }
  }
  const known = new Map<string, RealisationShare>();
  return ({ provider, domain, product }) => {
    const own = keyOf(provider, domain, product);
    const share = known.get(own);
    if (share) return share;
    const tried: readonly [Exclude<RealisationShare['basis'], 'assumed'>, string][] = [
      ['product', own],
      ['product-all', JSON.stringify(['', domain, product.trim().toUpperCase()])],
      ['domain', JSON.stringify(['', domain, '*'])],
    ];
    let result: RealisationShare | null = null;
    for (const [basis, key] of tried) {
      const pot = pots.get(key);
      if (pot && pot.months.size >= Math.max(1, terms.leastMonths.value) && pot.allocated > ZERO) {
        result = learntShare(basis, pot, product, terms);
        break;
      }
    }
    result ??= {
      value: terms.fallbackShare.value,
      basis: 'assumed',
      declared: ZERO,
      allocated: ZERO,
      months: 0,
      step: {
        ...terms.fallbackShare.step,
        assumed: {
          code: 'allocations.assumed-realisation',
          facts: { product, least: terms.leastMonths.value },
        },
      },
    };
    known.set(own, result);
    return result;
  };
}

const keyOf = (provider: string, domain: string, product: string): string =>
  JSON.stringify([providerKey(provider), domain, product.trim().toUpperCase()]);

const presence = (provider: string, domain: string, month: Month): string =>
  JSON.stringify([provider, domain, month]);

function addTo(map: Map<string, Map<Month, Money>>, key: string, month: Month, amount: Money): void {
  const byMonth = map.get(key) ?? new Map<Month, Money>();
  map.set(key, byMonth);
  byMonth.set(month, addMoney(byMonth.get(month) ?? ZERO, amount));
}

/** Declared per allocated product: the specific one when it is allocated, else its category, else any. */
function declaredPerMonth(
  allocations: readonly Allocation[],
  production: Iterable<CareRow>,
  wanted: ReadonlySet<Month>,
): { declared: Map<string, Map<Month, Money>>; present: Set<string> } {
  const allocated = new Set(
    allocations.map(({ provider, domain, product }) => keyOf(provider, domain, product)),
  );
  const declared = new Map<string, Map<Month, Money>>();
  const present = new Set<string>();
  for (const { provider, domain, product, month, amount } of production) {
    if (!wanted.has(month)) continue;
    const own = providerKey(provider);
    // Lists without provider names are of whoever the production is of.
    for (const name of own === '' ? [''] : [own, '']) {
      present.add(presence(name, domain, month));
      const key = [product, product.trim().slice(0, 2), '']
        .map((code) => JSON.stringify([name, domain, code.trim().toUpperCase()]))
        .find((candidate) => allocated.has(candidate));
      if (key !== undefined) addTo(declared, key, month, amount);
    }
  }
  return { declared, present };
}

function allocatedPerMonth(
  allocations: readonly Allocation[],
  first: IsoDate,
  last: IsoDate,
  prices: PriceBook,
  terms: AllocationTerms,
): Map<string, Map<Month, Money>> {
  const allocated = new Map<string, Map<Month, Money>>();
  for (const allocation of allocations) {
    if (allocation.from > last || (allocation.until !== null && allocation.until < first)) continue;
    const cost = allocationCost(allocation, { prices, terms, first, last, share: null, used: null });
    const key = keyOf(allocation.provider, allocation.domain, allocation.product);
    for (const { month, amount } of cost.months) addTo(allocated, key, month, amount);
  }
  return allocated;
}

const FOUR_DECIMALS = new Decimal('0.0001');

function learntShare(
  basis: 'product' | 'product-all' | 'domain',
  pot: Pot,
  product: string,
  terms: AllocationTerms,
): RealisationShare {
  const exact = moneyToDecimal(pot.declared).dividedBy(moneyToDecimal(pot.allocated));
  const value = exact.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  const months = [...pot.months].sort();
  const facts = { product, basis, count: months.length };
  const rounded = step({ code: 'allocations.realisation-rounded', facts: {} }, ratioValue(value), {
    operator: 'round-to',
    parts: [
      step({ code: 'allocations.realisation-exact', facts: {} }, ratioValue(exact), {
        operator: 'quotient',
        parts: [
          step(
            {
              code: 'allocations.realisation-declared',
              facts: {
                from: monthValue(months[0] as Month),
                until: monthValue(months.at(-1) as Month),
                count: months.length,
              },
            },
            moneyValue(pot.declared),
          ),
          step({ code: 'allocations.realisation-allocated', facts: {} }, moneyValue(pot.allocated)),
        ],
      }),
      step({ code: 'allocations.four-decimals', facts: {} }, ratioValue(FOUR_DECIMALS)),
    ],
  });
  const highest = terms.highestShare;
  const lowest = new Decimal(0);
  const bounded = Decimal.max(lowest, Decimal.min(value, highest.value));
  const label: Message = { code: 'allocations.realisation', facts };
  return {
    value: bounded,
    basis,
    declared: pot.declared,
    allocated: pot.allocated,
    months: months.length,
    step: step(label, ratioValue(bounded), {
      operator: 'max',
      assumed: bounded.equals(value) ? null : highest.step.assumed,
      parts: [
        step({ code: 'allocations.nothing-below', facts: {} }, ratioValue(lowest)),
        step(
          { code: 'allocations.realisation-bounded', facts: {} },
          ratioValue(Decimal.min(value, highest.value)),
          {
            operator: 'min',
            parts: [rounded, highest.step],
          },
        ),
      ],
    }),
  };
}

/**
 * Average declared price per unit from production up to the as-of date: amount ÷ volume of the lines that
 * state both, rounded to four decimals, per product and unit, of the provider where it declared the product
 * and else of all. For products that no tariff list has. Errors: none.
 */
export function learnPrices(production: Iterable<CareRow>, asOf: IsoDate): LearntPrice {
  const until = monthOfDate(asOf);
  const from = addMonths(until, -11);
  type PricePot = { amount: Money; volume: Decimal; readonly unit: string | null };
  const pots = new Map<string, Map<string, PricePot>>();
  for (const { provider, product, unit, quantity, amount, month } of production) {
    if (quantity === null || month > until || month < from) continue;
    for (const name of new Set([providerKey(provider), ''])) {
      const key = JSON.stringify([name, product.trim().toUpperCase()]);
      const byUnit = pots.get(key) ?? new Map<string, PricePot>();
      pots.set(key, byUnit);
      const kind = careUnit(unit) ?? unit ?? '';
      const pot = byUnit.get(kind);
      if (pot) {
        pot.amount = addMoney(pot.amount, amount);
        pot.volume = pot.volume.plus(quantity);
      } else byUnit.set(kind, { amount, volume: quantity, unit });
    }
  }
  return (product, unit, provider) => {
    const code = product.trim().toUpperCase();
    for (const name of new Set([providerKey(provider), ''])) {
      for (const pot of pots.get(JSON.stringify([name, code]))?.values() ?? []) {
        const volume = convertVolume(pot.volume, pot.unit, unit);
        if (volume === null || volume.lessThanOrEqualTo(0) || pot.amount <= ZERO) continue;
        const exact = moneyToDecimal(pot.amount).dividedBy(volume);
        const price = exact.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
        return {
          price,
          step: step({ code: 'allocations.price-learnt', facts: { product } }, quantityValue(price, '€'), {
            operator: 'round-to',
            assumed: { code: 'allocations.assumed-price', facts: { date: dateValue(asOf) } },
            parts: [
              step({ code: 'allocations.price-exact', facts: {} }, quantityValue(exact, '€'), {
                operator: 'quotient',
                parts: [
                  step({ code: 'allocations.price-declared', facts: {} }, moneyValue(pot.amount)),
                  step({ code: 'allocations.price-volume', facts: {} }, quantityValue(volume, unit)),
                ],
              }),
              step({ code: 'allocations.four-decimals', facts: {} }, quantityValue(FOUR_DECIMALS, null)),
            ],
          }),
        };
      }
    }
    return null;
  };
}
