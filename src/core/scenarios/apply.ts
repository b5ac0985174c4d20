import {
  addMoney,
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type Money,
  type Month,
  type Step,
} from '../values';
import { providerKey, sameProvider } from '../production/provider';
import { buildBridge, type Bridge, type BridgeRow, type BridgeSide } from '../bridge';
import { macroBudget, type MacroBudget } from '../region/macro-budget';
import type { Rulebook } from '../rulebook';
import type {
  Assumption,
  Scenario,
  ScenarioBase,
  ScenarioCeiling,
  ScenarioCell,
  ScenarioScope,
} from './scenario';

/** A cell under a scenario. */
export interface ScenarioOutcomeCell extends ScenarioCell {
  /** What the base says; 0 for care that only the scenario has. */
  readonly base: Money;
  /** The factors on the base amount: 1 where nothing was assumed. Their product is the whole factor. */
  readonly volumeFactor: Decimal;
  readonly priceFactor: Decimal;
  /** Brought in by assumed intake. */
  readonly intake: boolean;
  readonly step: Step;
}

/** A budget with its certain and uncertain changes kept apart (IJS-06). */
export interface ScenarioBudget {
  readonly domain: string;
  readonly budget: MacroBudget;
}

export interface ScenarioResult {
  readonly name: string;
  readonly cells: readonly ScenarioOutcomeCell[];
  /** Ceilings and budgets as they stand under the scenario; of a budget the certain changes only. */
  readonly ceilings: readonly ScenarioCeiling[];
  readonly budgets: readonly ScenarioBudget[];
  readonly total: Money;
  /** Total less that of the base. */
  readonly difference: Money;
  /** From base to scenario; with ceilings it is about total minus ceilings. */
  readonly bridge: Bridge;
  /** The total as a sum of its open and closed months. */
  readonly step: Step;
}

const inScope = (cell: ScenarioCell, scope: ScenarioScope): boolean =>
  cell.open &&
  (scope.provider === null || sameProvider(scope.provider, cell.provider)) &&
  (scope.domain === null || scope.domain === cell.domain) &&
  (scope.product === null || scope.product.toUpperCase() === cell.product.toUpperCase()) &&
  (scope.from === null || cell.month >= scope.from) &&
  (scope.until === null || cell.month <= scope.until);

const one = new Decimal(1);

/**
 * A scenario on a base: growth and tariff changes multiply, per cell, and the product is rounded half up to
 * cents once; intake adds care; ceilings and budgets change what the total is held against. The base stays
 * as it is. Unit: euro. Errors: none; an assumption that fits no cell changes nothing.
 */
export function applyScenario(base: ScenarioBase, scenario: Scenario, rulebook: Rulebook): ScenarioResult {
  const { assumptions } = scenario;
  const changed = base.cells.map((cell) => changedCell(cell, assumptions));
  const months = [...new Set(base.cells.filter((cell) => cell.open).map((cell) => cell.month))].sort();
  const cells = [...changed, ...assumptions.flatMap((entry) => intakeCells(entry, months))];
  const total = sumMoney(cells.map((cell) => cell.amount));
  const { ceilings, budgets } = changedCeilings(base.ceilings, assumptions, rulebook);
  const groups = cells.filter((cell) => cell.intake);
  const before = bridgeSide(
    base.cells.map((cell) => rowOf(cell, KNOWN, moneyToDecimal(cell.amount))),
    base,
    { ceilings: uppermost(base.ceilings), groups },
  );
  const after = bridgeSide(
    cells.map((cell) => rowOf(cell, cell.intake ? 'intake' : KNOWN, volumeOf(cell))),
    base,
    { ceilings: uppermost(ceilings), groups },
  );
  return {
    name: scenario.name,
    cells,
    ceilings,
    budgets,
    total,
    difference: subtractMoney(total, sumMoney(base.cells.map((cell) => cell.amount))),
    bridge: buildBridge(before, after),
    get step() {
      return totalStep(scenario.name, cells, total);
    },
  };
}

function changedCell(cell: ScenarioCell, assumptions: readonly Assumption[]): ScenarioOutcomeCell {
  const found: { readonly kind: 'growth' | 'tariff'; readonly rate: Decimal }[] = [];
  for (const entry of assumptions) {
    if ((entry.kind === 'growth' || entry.kind === 'tariff') && inScope(cell, entry)) found.push(entry);
  }
  const factorOf = (wanted: 'growth' | 'tariff'): Decimal =>
    found.reduce((factor, { kind, rate }) => (kind === wanted ? factor.times(one.plus(rate)) : factor), one);
  const [volumeFactor, priceFactor] = [factorOf('growth'), factorOf('tariff')];
  const factors = found.map(({ rate }) => one.plus(rate));
  const exact = factors.reduce((product, factor) => product.times(factor), moneyToDecimal(cell.amount));
  const amount = found.length === 0 ? cell.amount : roundToCents(exact);
  const baseStep = step({ code: 'scenarios.base-amount', facts: {} }, moneyValue(cell.amount));
  return {
    ...cell,
    quantity: cell.quantity?.times(volumeFactor) ?? null,
    amount,
    base: cell.amount,
    volumeFactor,
    priceFactor,
    intake: false,
    get step() {
      const label = { code: 'scenarios.cell', facts: { product: cell.product, month: cell.month } };
      if (found.length === 0) return step(label, moneyValue(amount), { operator: 'sum', parts: [baseStep] });
      return step(label, moneyValue(amount), {
        operator: 'round-cents',
        parts: [
          step({ code: 'scenarios.cell-exact', facts: {} }, quantityValue(exact, '€'), {
            operator: 'product',
            parts: [
              baseStep,
              ...found.map(({ kind, rate }) =>
                step({ code: `scenarios.factor-${kind}`, facts: {} }, ratioValue(one.plus(rate))),
              ),
            ],
          }),
        ],
      });
    },
  };
}

/** Number of new clients in care in each month, by the months they stay. */
function intakeCells(entry: Assumption, months: readonly Month[]): ScenarioOutcomeCell[] {
  if (entry.kind !== 'intake') return [];
  const arriving = months.filter(
    (month) => (entry.from === null || month >= entry.from) && (entry.until === null || month <= entry.until),
  );
  return months.flatMap((month, at): ScenarioOutcomeCell[] => {
    const cohorts = arriving.filter((arrival) => {
      const stayed = at - months.indexOf(arrival);
      return stayed >= 0 && stayed < entry.monthsInCare;
    }).length;
    if (cohorts === 0) return [];
    const clients = entry.clientsPerMonth.times(cohorts);
    const quantity = clients.times(entry.quantityPerMonth);
    const exact = quantity.times(entry.tariff);
    const amount = roundToCents(exact);
    const { provider, domain, product } = entry;
    const given = (code: string, value: Decimal, unit: string | null): Step =>
      step({ code, facts: {} }, quantityValue(value, unit));
    return [
      {
        provider,
        domain,
        product,
        month,
        open: true,
        amount,
        quantity,
        base: ZERO,
        volumeFactor: one,
        priceFactor: one,
        intake: true,
        step: step({ code: 'scenarios.intake', facts: { product, month } }, moneyValue(amount), {
          operator: 'round-cents',
          parts: [
            step({ code: 'scenarios.cell-exact', facts: {} }, quantityValue(exact, '€'), {
              operator: 'product',
              parts: [
                given('scenarios.intake-clients', entry.clientsPerMonth, null),
                given('scenarios.intake-cohorts', new Decimal(cohorts), null),
                given('scenarios.intake-quantity', entry.quantityPerMonth, null),
                given('scenarios.intake-tariff', entry.tariff, '€'),
              ],
            }),
          ],
        }),
      },
    ];
  });
}

const ceilingKey = ({ provider, domain }: Pick<ScenarioCeiling, 'provider' | 'domain'>): string =>
  JSON.stringify([providerKey(provider), domain]);

function changedCeilings(
  base: readonly ScenarioCeiling[],
  assumptions: readonly Assumption[],
  rulebook: Rulebook,
): { readonly ceilings: ScenarioCeiling[]; readonly budgets: ScenarioBudget[] } {
  const found = new Map<string, ScenarioCeiling>();
  for (const entry of base) {
    const key = ceilingKey(entry);
    const known = found.get(key);
    found.set(key, known ? { ...known, amount: addMoney(known.amount, entry.amount) } : entry);
  }
  for (const entry of assumptions) {
    if (entry.kind !== 'ceiling') continue;
    const { provider, domain, amount } = entry;
    found.set(ceilingKey(entry), { provider, domain, amount });
  }
  const changes = assumptions.flatMap((entry) =>
    entry.kind === 'budget' || entry.kind === 'contribution' ? [entry] : [],
  );
  const budgets: ScenarioBudget[] = [];
  for (const domain of new Set(changes.map((entry) => entry.domain))) {
    const key = ceilingKey({ provider: '', domain });
    const budget = macroBudget(
      rulebook,
      found.get(key)?.amount ?? ZERO,
      changes
        .filter((entry) => entry.domain === domain)
        .map(({ name, amount, certain, kind }) => ({
          name,
          amount,
          certain,
          kind: kind === 'contribution' ? ('income' as const) : ('change' as const),
        })),
    );
    budgets.push({ domain, budget });
    found.set(key, { provider: '', domain, amount: budget.certain });
  }
  return { ceilings: [...found.values()], budgets };
}

/**
 * Ceilings that no other one lies over: the budget of a domain instead of the ceilings of its providers, the
 * budget of everything instead of those. Only these are taken off a total, so that none is taken off twice.
 */
export function uppermost(ceilings: readonly ScenarioCeiling[]): readonly ScenarioCeiling[] {
  const budgets = new Set(
    ceilings.filter(({ provider }) => provider.trim() === '').map(({ domain }) => domain),
  );
  if (budgets.has(''))
    return ceilings.filter(({ provider, domain }) => domain === '' && provider.trim() === '');
  return ceilings.filter(({ provider, domain }) => provider.trim() === '' || !budgets.has(domain));
}

/** Every client of the forecast: known on both sides, so that nobody is new but assumed intake. */
const KNOWN = 'known';

/**
 * One side of the bridge. Volume is measured per product in euro at the base's prices, so that growth is
 * volume and a tariff change is price, whatever units the products have.
 */
function bridgeSide(rows: readonly BridgeRow[], base: ScenarioBase, result: SideExtras): BridgeSide {
  // A month is over when nothing in it is open: one amount set by hand doesn’t close it.
  const open = new Set(base.cells.filter((cell) => cell.open).map((cell) => cell.month));
  const known = result.groups.map(({ provider, domain, product, month }): BridgeRow => ({
    provider,
    domain,
    product,
    month,
    client: KNOWN,
    unit: null,
    quantity: null,
    amount: ZERO,
  }));
  return {
    rows: [...rows, ...known],
    isActual: (month) => !open.has(month),
    ceilings: result.ceilings,
  };
}

interface SideExtras {
  readonly ceilings: readonly ScenarioCeiling[];
  /** Cells of intake: where the base has no care of a provider, its known clients are nobody. */
  readonly groups: readonly ScenarioCell[];
}

function rowOf(cell: ScenarioCell, client: string, volume: Decimal): BridgeRow {
  const { provider, domain, product, month, amount } = cell;
  const unit = `€ ${JSON.stringify([providerKey(provider), domain, product])}`;
  return { provider, domain, product, month, amount, client, unit, quantity: volume };
}

/** Without a tariff change the amount itself is the volume, cents rounded and all. */
const volumeOf = (cell: ScenarioOutcomeCell): Decimal =>
  cell.intake || cell.priceFactor.equals(one)
    ? moneyToDecimal(cell.amount)
    : moneyToDecimal(cell.base).times(cell.volumeFactor);

function totalStep(name: string, cells: readonly ScenarioOutcomeCell[], total: Money): Step {
  const part = (open: boolean): Step => {
    const own = cells.filter((cell) => cell.open === open);
    return step(
      { code: open ? 'scenarios.open-months' : 'scenarios.closed-months', facts: {} },
      moneyValue(sumMoney(own.map((cell) => cell.amount))),
      { operator: 'sum', parts: own.map((cell) => cell.step) },
    );
  };
  return step({ code: 'scenarios.total', facts: { name } }, moneyValue(total), {
    operator: 'sum',
    parts: [part(false), part(true)],
  });
}
