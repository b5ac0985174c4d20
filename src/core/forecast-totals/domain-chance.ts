import {
  addMoney,
  subtractMoney,
  ZERO,
  type Decimal,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../values';
import type { CareRow } from '../production/care-table';
import { sameProvider } from '../production/provider';
import type { ProductLookup } from '../ceilings/counting';
import type { CeilingFigures } from '../checks/outcome';
import { isLate, statusOf, type Outlook } from '../forecast/outlook';
import type { ForecastRequest } from '../forecast/forecast-result';
import { forecastYear, sumPathsOfYear } from '../forecast/forecast-year';
import { chanceOfOverrun } from '../forecast/ranges/questions';

/**
 * Fewer months with production than this say nothing about how much a month differs from the next, so that no
 * chance is given. Assumed: no source states a number; with two months there is one difference, with three two.
 */
export const MONTHS_FOR_CHANCE = 3;

/** The chance of an overrun of one domain of one provider, or why there is none. */
export type DomainChance =
  | {
      readonly chance: Decimal;
      readonly expectedOverrun: Money;
      readonly step: Step;
      /** The estimate that the simulated years lie around: what is held against the ceiling. */
      readonly estimate: Step;
      readonly note: null;
    }
  | { readonly chance: null; readonly note: Message };

/**
 * The chance that a domain ends the year above its ceiling: share of simulated years (seeded, so that the same
 * input gives the same chance) whose counting amounts exceed the ceiling expected at year end. The estimate is
 * the forecast that the outlook has, per product where it has one, else the method that fits the history; how
 * far years stray from it follows from the history. Products whose volume raises the ceiling by itself are on
 * neither side.
 * `history`: production of earlier years, of any provider. Errors: none.
 */
export function domainChance(
  outlook: Outlook,
  domain: string,
  history: Iterable<CareRow>,
  ceiling: CeilingFigures | null,
  lookup: ProductLookup,
): DomainChance {
  if (ceiling === null) return { chance: null, note: { code: 'totals.no-chance-ceiling', facts: {} } };
  const counts = (product: string): boolean => lookup(domain, product).treatment.treatment === 'counts';
  const lines: CareRow[] = [];
  const own: CareRow[] = [];
  const months = new Set<Month>();
  const line = (product: string, month: Month, amount: Money): CareRow => ({
    provider: outlook.provider,
    domain,
    product,
    client: null,
    month,
    unit: null,
    allocated: 'unknown',
    quantity: null,
    amount,
    lines: 1,
  });
  for (const row of history) {
    if (row.domain !== domain || Number(row.month.slice(0, 4)) >= outlook.year) continue;
    if (!sameProvider(row.provider, outlook.provider) || !counts(row.product)) continue;
    lines.push(line(row.product, row.month, row.amount));
    if (row.amount !== ZERO) months.add(row.month);
  }
  const running: CareRow[] = [];
  for (const entry of outlook.entries) {
    if (entry.domain !== domain || !counts(entry.product)) continue;
    const { product, month, amount } = entry;
    // An estimate of what is still to be declared belongs to its month as if it were declared.
    if (entry.phase === 'forecast' && !isLate(entry, outlook.asOf)) {
      own.push(line(product, month, amount));
      continue;
    }
    lines.push(line(product, month, amount));
    if (statusOf(month, outlook.asOf) === 'running') {
      running.push(line(product, month, amount));
    } else if (amount !== ZERO) months.add(month);
  }
  if (months.size < MONTHS_FOR_CHANCE) {
    const facts = { domain, months: months.size, needed: MONTHS_FOR_CHANCE };
    return { chance: null, note: { code: 'totals.no-chance-history', facts } };
  }
  // The outlook holds of the month at hand what is still to come; a forecast is of the whole month.
  const stated = new Set(own.map((row) => row.product));
  const whole = [...own, ...running.filter((row) => stated.has(row.product))];
  const request: ForecastRequest = {
    year: outlook.year,
    asOf: outlook.asOf,
    lines,
    ownForecast: whole,
    method: whole.length > 0 ? 'own-forecast' : 'automatic',
  };
  const raises = addMoney(ceiling.raises, ceiling.expectedRaises);
  const found = chanceOfOverrun(sumPathsOfYear(request), {}, subtractMoney(ceiling.effectiveYearEnd, raises));
  return {
    chance: found.chance,
    expectedOverrun: found.expectedOverrun,
    step: found.step,
    get estimate() {
      return forecastYear(request).step;
    },
    note: null,
  };
}
