import { addMoney, monthsOfYear, yearOf, ZERO, sumMoney, type Money, type Month } from '../values';
import type { ProductMonth } from './product-months';
import type { BudgetRow, Snapshot, SnapshotProduct, SnapshotSource } from './snapshot';

/**
 * A budget in the shape of a snapshot, so that it can be compared with one. Lines of other years are left out;
 * `leftOut` says how much that is. A product's volume counts where every line states one. Errors: none.
 */
export function budgetSnapshot(
  rows: Iterable<BudgetRow>,
  about: {
    readonly file: string;
    readonly provider: string;
    readonly year: number;
    readonly sources: readonly SnapshotSource[];
  },
): { readonly snapshot: Snapshot; readonly leftOut: Money } {
  const { year, file, provider, sources } = about;
  const found = new Map<
    string,
    { head: Pick<SnapshotProduct, 'domain' | 'product' | 'unit'>; months: Map<Month, BudgetRow> }
  >();
  let leftOut: Money = ZERO;
  for (const row of rows) {
    if (yearOf(row.month) !== year) {
      leftOut = addMoney(leftOut, row.amount);
      continue;
    }
    const { domain, product, unit, month } = row;
    const key = JSON.stringify([domain, product, unit]);
    const entry = found.get(key) ?? { head: { domain, product, unit }, months: new Map<Month, BudgetRow>() };
    found.set(key, entry);
    const known = entry.months.get(month);
    entry.months.set(
      month,
      known
        ? {
            ...known,
            amount: addMoney(known.amount, row.amount),
            quantity: row.quantity === null ? null : (known.quantity?.plus(row.quantity) ?? null),
          }
        : row,
    );
  }
  const products = [...found.values()].map(({ head, months }): SnapshotProduct => ({
    ...head,
    description: null,
    treatment: 'counts',
    months: monthsOfYear(year).map((month): ProductMonth => ({
      month,
      status: 'forecast',
      share: null,
      production: ZERO,
      productionVolume: null,
      forecast: months.get(month)?.amount ?? ZERO,
      forecastVolume: months.get(month)?.quantity ?? null,
      clients: null,
    })),
  }));
  const domains = [...new Set(products.map(({ domain }) => domain))];
  return {
    leftOut,
    snapshot: {
      ...{ kind: 'budget', id: 'budget', takenAt: null, note: '', engine: null, asOf: null, rulebook: null },
      ...{ file, provider, year, sources, products },
      newcomers: [],
      findings: { violation: 0, warning: 0, notice: 0, notChecked: 0 },
      overrides: [],
      scenarios: [],
      domains: domains.map((domain) => {
        const total = sumMoney(
          products
            .filter((one) => one.domain === domain)
            .flatMap(({ months }) => months.map(({ forecast }) => forecast)),
        );
        return {
          ...{ domain, production: ZERO, forecast: total, excluded: ZERO, total },
          ...{ ceiling: null, headroom: null, headroomYearEnd: null, overrun: null, overrunYearEnd: null },
          exhaustionDate: null,
          namesClients: false,
        };
      }),
    },
  };
}
