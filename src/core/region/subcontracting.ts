import { moneyValue, subtractMoney, sumMoney, ZERO, type Money, type Month, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { finding } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { providerKey } from '../production/provider';
import { givenAmount } from '../financing/effort-based';
import { sumStep } from './shares';

/** Production, with who reported it and who delivered it. */
export interface ReportedProduction {
  readonly reportedBy: string;
  /** The subcontractor named on the line; null when the reporter delivered it. */
  readonly subcontractor: string | null;
  readonly product: string;
  readonly client: string | null;
  readonly month: Month;
  readonly amount: Money;
}

export interface MainContractorTotal {
  readonly mainContractor: string;
  readonly own: Money;
  readonly subcontracted: Money;
  readonly total: Money;
  readonly step: Step;
}

/**
 * IJS-04: what counts under each main contractor's ceiling: own production and that of its subcontractors,
 * each once. The same product, client and month reported by both the main contractor (naming the
 * subcontractor) and the subcontractor counts as the main contractor stated it; the other amount is left out
 * and listed, and a difference between the two is a finding. Who isn't a subcontractor counts under itself.
 * `mainOf`: subcontractor → main contractor, by name as written.
 * Unit: euro, exact; counted + left out is everything reported. Errors: none.
 * @example countOnce(findRulebook('ijsselland-2015'), [{ reportedBy: 'hoofd', subcontractor: 'onder', product: 'p', client: 'c', month: parseMonth('2015-01'), amount: parseMoney('10.00') }, { reportedBy: 'onder', subcontractor: null, product: 'p', client: 'c', month: parseMonth('2015-01'), amount: parseMoney('10.00') }], new Map([['onder', 'hoofd']])).totals.map((one) => formatMoney(one.total)) // ['10.00']
 */
export function countOnce(
  rulebook: Rulebook,
  reported: readonly ReportedProduction[],
  mainOf: ReadonlyMap<string, string>,
): {
  readonly totals: readonly MainContractorTotal[];
  readonly leftOut: readonly ReportedProduction[];
  readonly findings: readonly Finding[];
} {
  const mains = new Map([...mainOf].map(([sub, main]) => [providerKey(sub), main]));
  const spelled = new Map<string, string>();
  const spell = (name: string): string => {
    const key = providerKey(name);
    if (!spelled.has(key)) spelled.set(key, name);
    return spelled.get(key) ?? name;
  };
  for (const main of mainOf.values()) spell(main);
  const groups = new Map<
    string,
    { main: string; sub: string; byMain: ReportedProduction[]; bySub: ReportedProduction[] }
  >();
  const own = new Map<string, Money>();
  for (const line of reported) {
    const main = line.subcontractor === null ? mains.get(providerKey(line.reportedBy)) : line.reportedBy;
    if (main === undefined) {
      const name = spell(line.reportedBy);
      own.set(name, sumMoney([own.get(name) ?? ZERO, line.amount]));
      continue;
    }
    const sub = line.subcontractor ?? line.reportedBy;
    const key = JSON.stringify([
      providerKey(main),
      providerKey(sub),
      line.product.trim().toUpperCase(),
      (line.client ?? '').trim().toUpperCase(),
      line.month,
    ]);
    const group = groups.get(key) ?? { main: spell(main), sub: spell(sub), byMain: [], bySub: [] };
    groups.set(key, group);
    (line.subcontractor === null ? group.bySub : group.byMain).push(line);
  }
  const leftOut: ReportedProduction[] = [];
  const findings: Finding[] = [];
  const subcontracted = new Map<string, Map<string, Money>>();
  for (const { main, sub, byMain, bySub } of groups.values()) {
    const counted = byMain.length > 0 ? byMain : bySub;
    const amount = sumMoney(counted.map((line) => line.amount));
    const ofMain = subcontracted.get(main) ?? new Map<string, Money>();
    subcontracted.set(main, ofMain);
    ofMain.set(sub, sumMoney([ofMain.get(sub) ?? ZERO, amount]));
    if (byMain.length === 0 || bySub.length === 0) continue;
    leftOut.push(...bySub);
    const difference = subtractMoney(amount, sumMoney(bySub.map((line) => line.amount)));
    const [first] = bySub;
    if (difference !== ZERO && first) {
      findings.push(
        finding(
          rulebook,
          'IJS-04',
          'warning',
          {
            code: 'region.subcontract-differs',
            facts: {
              main,
              sub,
              product: first.product,
              month: { kind: 'month', value: first.month },
              amount: moneyValue(difference),
            },
          },
          { amount: difference },
        ),
      );
    }
  }
  const names = [...new Set([...own.keys(), ...subcontracted.keys()])].sort();
  const totals = names.map((mainContractor): MainContractorTotal => {
    const ownAmount = own.get(mainContractor) ?? ZERO;
    const subs = [...(subcontracted.get(mainContractor) ?? new Map<string, Money>())].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const total = sumStep(
      { code: 'region.main-total', facts: { provider: mainContractor } },
      [
        givenAmount('region.main-own', ownAmount),
        ...subs.map(([sub, amount]) => givenAmount('region.main-sub', amount, { provider: sub })),
      ],
      groundOf(rulebook, 'IJS-04'),
    );
    return {
      mainContractor,
      own: ownAmount,
      subcontracted: sumMoney(subs.map(([, amount]) => amount)),
      total: total.amount,
      step: total.step,
    };
  });
  return { totals, leftOut, findings };
}
