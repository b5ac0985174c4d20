import {
  addMoney,
  baseAmount,
  dateOf,
  firstDay,
  minMoney,
  providerKey,
  ZERO,
  type CareTable,
  type CeilingEntry,
  type IsoDate,
  type Money,
  type Rulebook,
  type TotalsCeiling,
  type TotalsTreatment,
} from '../core';

/** Whether a product counts under a ceiling. */
export type TreatmentOf = (domain: string, product: string) => TotalsTreatment;

/**
 * Whole-domain ceilings of the year in dated parts. A case budget counts as far as its client used it up to
 * the as-of date; what the client will still use isn’t known by client.
 */
export function ceilingsFor(
  entries: readonly CeilingEntry[],
  production: CareTable,
  treatmentOf: TreatmentOf,
  rulebook: Rulebook | null,
  year: number,
  asOf: IsoDate,
): TotalsCeiling[] {
  const own = entries.filter((entry) => entry.year === year && entry.scope.length === 0);
  const cases = own.filter((entry) => entry.kind === 'case-budget');
  const used =
    cases.length === 0 ? new Map<string, Money>() : usedByClient(production, treatmentOf, year, asOf);
  return own.map((entry): TotalsCeiling => {
    const start = dateOf(year, 1, 1);
    const amount =
      entry.kind === 'case-budget'
        ? minMoney(entry.amount, used.get(clientOf(entry.provider, entry.domain, entry.client)) ?? ZERO)
        : entry.kind === 'base' && rulebook !== null
          ? baseAmount(rulebook, entry).amount
          : entry.amount;
    // A base holds from the first day it is known for the year as a whole; what comes later comes on top.
    const from = entry.kind === 'base' ? start : (entry.from ?? start);
    return { provider: entry.provider, domain: entry.domain, parts: [{ from, amount }] };
  });
}

const clientOf = (provider: string, domain: string, client: string | null): string =>
  JSON.stringify([providerKey(provider), domain, (client ?? '').trim().toUpperCase()]);

function usedByClient(
  production: CareTable,
  treatmentOf: TreatmentOf,
  year: number,
  asOf: IsoDate,
): Map<string, Money> {
  const used = new Map<string, Money>();
  for (const row of production.rows()) {
    if (row.client === null || !row.month.startsWith(`${year}-`) || firstDay(row.month) > asOf) continue;
    if (treatmentOf(row.domain, row.product) !== 'counts') continue;
    const key = clientOf(row.provider, row.domain, row.client);
    used.set(key, addMoney(used.get(key) ?? ZERO, row.amount));
  }
  return used;
}
