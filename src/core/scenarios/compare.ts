import { absMoney, subtractMoney, sumMoney, type Money } from '../values';
import type { Rulebook } from '../rulebook';
import { sameProvider } from '../production/provider';
import { applyScenario, uppermost, type ScenarioResult } from './apply';
import type { Knob, Scenario, ScenarioBase, ScenarioCell } from './scenario';

/** What the outcome of a knob is measured by: the total, or the total less ceilings and budgets. */
export type ScenarioFigure = 'total' | 'position';

/** The base and scenarios beside it, each explained against the base. */
export interface ScenarioComparison {
  readonly baseTotal: Money;
  /** As `positionOf`. */
  readonly basePosition: Money | null;
  readonly scenarios: readonly (ScenarioResult & { readonly position: Money | null })[];
}

/**
 * Total less the uppermost ceilings: above 0 is over. Null when there is no ceiling, or when part of the care
 * is under none: then the total isn’t what the ceilings are for.
 */
export function positionOf(
  result: Pick<ScenarioResult, 'total' | 'ceilings'> & { readonly cells: readonly ScenarioCell[] },
): Money | null {
  const held = uppermost(result.ceilings);
  const under = ({ provider, domain }: ScenarioCell): boolean =>
    held.some(
      (ceiling) =>
        (ceiling.domain === '' || ceiling.domain === domain) &&
        (ceiling.provider.trim() === '' || sameProvider(ceiling.provider, provider)),
    );
  if (held.length === 0 || !result.cells.every(under)) return null;
  return subtractMoney(result.total, sumMoney(held.map(({ amount }) => amount)));
}

/** Scenarios side by side on the same base. Unit: euro, exact sums of cells in cents. Errors: none. */
export function compareScenarios(
  base: ScenarioBase,
  scenarios: readonly Scenario[],
  rulebook: Rulebook,
): ScenarioComparison {
  const baseTotal = sumMoney(base.cells.map((cell) => cell.amount));
  return {
    baseTotal,
    basePosition: positionOf({ ...base, total: baseTotal }),
    scenarios: scenarios.map((scenario) => {
      const result = applyScenario(base, scenario, rulebook);
      return {
        ...result,
        get step() {
          return result.step;
        },
        position: positionOf(result),
      };
    }),
  };
}

/** What one assumption does at the ends of its own range, everything else as in the base. */
export interface SensitivityRow {
  readonly name: string;
  /** Differences from the base, in the order given: at the low end and at the high end. */
  readonly low: Money;
  readonly high: Money;
  /** Distance between the two ends. */
  readonly swing: Money;
  readonly lowResult: ScenarioResult;
  readonly highResult: ScenarioResult;
}

/**
 * Which assumptions move the result most: each knob alone at both ends of its range, widest swing first (ties:
 * order given). Where there is no position (`positionOf`), the total is what is measured. Unit: euro. Errors: none.
 */
export function sensitivity(
  base: ScenarioBase,
  knobs: readonly Knob[],
  rulebook: Rulebook,
  figure: ScenarioFigure = 'total',
): SensitivityRow[] {
  const { baseTotal, basePosition } = compareScenarios(base, [], rulebook);
  const measure = (result: ScenarioResult): Money => {
    const position = figure === 'total' ? null : positionOf(result);
    return position === null || basePosition === null
      ? subtractMoney(result.total, baseTotal)
      : subtractMoney(position, basePosition);
  };
  const rows = knobs.map((knob, index) => {
    const end = (assumptions: Knob['low']): ScenarioResult =>
      applyScenario(base, { name: knob.name, assumptions }, rulebook);
    const [lowResult, highResult] = [end(knob.low), end(knob.high)];
    const [low, high] = [measure(lowResult), measure(highResult)];
    return {
      name: knob.name,
      low,
      high,
      swing: absMoney(subtractMoney(high, low)),
      lowResult,
      highResult,
      index,
    };
  });
  return rows
    .sort((a, b) => (a.swing === b.swing ? a.index - b.index : a.swing > b.swing ? -1 : 1))
    .map(({ index: _, ...row }) => row);
}
