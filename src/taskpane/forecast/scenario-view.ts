import { BRIDGE_PARTS, type BridgePart, type Decimal, type Money, type Step } from '../../core';
import type { ScenarioOutcome } from '../../flow';

/** Scenarios beside the forecast, as the pane shows them: plain data. */
export interface ScenarioView {
  readonly baseTotal: Money;
  /** Total less ceilings; null without a ceiling over everything. */
  readonly basePosition: Money | null;
  readonly scenarios: readonly {
    readonly name: string;
    readonly total: Money;
    readonly difference: Money;
    readonly position: Money | null;
    /** From base to scenario, in total less ceilings where there are ceilings; parts that are 0 left out. */
    readonly bridge: readonly { readonly part: BridgePart; readonly amount: Money }[];
    readonly bridgeDifference: Money;
    readonly chances: readonly {
      readonly provider: string;
      readonly domain: string;
      readonly ceiling: Money;
      readonly chance: Decimal;
    }[];
    readonly budgets: readonly {
      readonly domain: string;
      readonly certain: Money;
      readonly lowest: Money;
      readonly highest: Money;
    }[];
    readonly steps: readonly Step[];
  }[];
  readonly sensitivity: readonly {
    readonly name: string;
    readonly low: Money;
    readonly high: Money;
    readonly swing: Money;
  }[];
}

/** What scenarios come to, without the months behind them. */
export function scenarioView({ comparison, chances, sensitivity }: ScenarioOutcome): ScenarioView {
  return {
    baseTotal: comparison.baseTotal,
    basePosition: comparison.basePosition,
    scenarios: comparison.scenarios.map((one, at) => ({
      name: one.name,
      total: one.total,
      difference: one.difference,
      position: one.position,
      bridge: BRIDGE_PARTS.map((part) => ({ part, amount: one.bridge.parts[part] })).filter(
        ({ amount }) => amount !== 0n,
      ),
      bridgeDifference: one.bridge.difference,
      chances: (chances[at] ?? []).map(({ provider, domain, amount, chance }) => ({
        provider,
        domain,
        ceiling: amount,
        chance: chance.chance,
      })),
      budgets: one.budgets.map(({ domain, budget }) => ({
        domain,
        certain: budget.certain,
        lowest: budget.lowest,
        highest: budget.highest,
      })),
      steps: [one.bridge.step],
    })),
    sensitivity: sensitivity.map(({ name, low, high, swing }) => ({ name, low, high, swing })),
  };
}
