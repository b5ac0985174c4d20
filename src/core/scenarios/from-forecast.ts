import { addMoney, monthNumber, subtractMoney, sumMoney, ZERO, type Money } from '../values';
import { providerKey, sameProvider } from '../production/provider';
import type { ForecastResult, OverrunChance, ProductForecast } from '../forecast/forecast-result';
import { chanceOfOverrun, sumPaths } from '../forecast/ranges/questions';
import type { TotalLine, TotalsTreatment } from '../forecast-totals';
import type { ScenarioResult } from './apply';
import type { ScenarioBase, ScenarioCeiling } from './scenario';

type TreatmentOf = (domain: string, product: string) => TotalsTreatment;

/**
 * A forecast as the base of scenarios: everything that counts under a ceiling, month by month, with the
 * ceilings and budgets it is held against. Months that are over are closed for assumptions, also while
 * declarations are still to come.
 */
export function scenarioBaseOf(
  result: ForecastResult,
  totals: TotalLine,
  treatmentOf: TreatmentOf,
): ScenarioBase {
  const cells = result.products
    .filter((product) => treatmentOf(product.domain, product.product) === 'counts')
    .flatMap((product) =>
      product.months.map(({ month, status, amount, overridden }) => ({
        provider: product.provider,
        domain: product.domain,
        product: product.product,
        month,
        // What somebody set by hand stays.
        open: status === 'forecast' && !overridden,
        amount,
        quantity: null,
      })),
    );
  return { cells, ceilings: ceilingsIn(totals) };
}

/** Each level's own ceiling; a domain whose ceiling is the sum of its providers adds none. */
function ceilingsIn(line: TotalLine): ScenarioCeiling[] {
  const own =
    line.against !== null && line.against.ground === 'stated' && line.level !== 'product'
      ? [{ provider: line.provider, domain: line.domain, amount: line.against.ceiling }]
      : [];
  return [...own, ...line.parts.flatMap(ceilingsIn)];
}

export interface ScenarioChance extends ScenarioCeiling {
  readonly chance: OverrunChance;
}

/**
 * The chance of an overrun per ceiling under a scenario: the same simulated paths, each month scaled as the
 * scenario scales its estimate, with assumed intake on top as a certain amount.
 */
export function scenarioChances(
  result: ForecastResult,
  scenario: ScenarioResult,
  treatmentOf: TreatmentOf,
): ScenarioChance[] {
  const keyOf = (cell: { provider: string; domain: string; product: string }, month: number): string =>
    JSON.stringify([providerKey(cell.provider), cell.domain, cell.product, month]);
  const factors = new Map<string, number>();
  for (const cell of scenario.cells) {
    if (cell.intake) continue;
    const factor = cell.volumeFactor.times(cell.priceFactor).toNumber();
    if (factor !== 1) factors.set(keyOf(cell, monthNumber(cell.month) - 1), factor);
  }
  return scenario.ceilings.map((ceiling) => {
    const within = ({ provider, domain }: { provider: string; domain: string }): boolean =>
      (ceiling.domain === '' || ceiling.domain === domain) &&
      (ceiling.provider.trim() === '' || sameProvider(ceiling.provider, provider));
    const sums = sumPaths(
      result,
      (product: ProductForecast) =>
        within(product) && treatmentOf(product.domain, product.product) === 'counts',
      (product, month) => factors.get(keyOf(product, month)) ?? 1,
    );
    const intake = new Array<Money>(12).fill(ZERO);
    for (const cell of scenario.cells) {
      if (!cell.intake || !within(cell)) continue;
      const at = monthNumber(cell.month) - 1;
      intake[at] = addMoney(intake[at] ?? ZERO, cell.amount);
    }
    // What is certain to come on top takes as much room as it is large.
    const room = subtractMoney(ceiling.amount, sumMoney(intake));
    return { ...ceiling, chance: chanceOfOverrun(sums, {}, room) };
  });
}
