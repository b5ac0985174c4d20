import type { Decimal } from '../values';
import {
  moneyToDecimal,
  moneyValue,
  ratioValue,
  step,
  subtractMoney,
  type IsoDate,
  type Money,
} from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';

export interface VolumeChange {
  /** Change as a share of the earlier volume; negative when lower. */
  readonly change: Decimal;
  readonly mustReport: boolean;
}

/**
 * ZK-11: whether a change in expected volume is substantial, up or down, so that it must be reported: from the
 * rulebook's threshold on. The source has no threshold: refused (not checked) until one is set, and without an
 * earlier volume to compare with.
 */
export function volumeChange(
  rulebook: Rulebook,
  earlier: Money,
  now: Money,
  on: IsoDate,
): Outcome<VolumeChange> {
  const threshold = numberOn(rulebook, 'substantial-change', on);
  if (threshold === null) return refused('wlz.no-reporting-threshold');
  if (earlier <= 0n) return refused('wlz.no-earlier-volume');
  const difference = subtractMoney(now, earlier);
  const change = moneyToDecimal(difference).dividedBy(moneyToDecimal(earlier));
  const parameter = parameterStep(rulebook, 'substantial-change', on);
  const earlierStep = step({ code: 'wlz.volume-earlier', facts: {} }, moneyValue(earlier));
  return worked(
    { change, mustReport: change.abs().greaterThanOrEqualTo(threshold) },
    step({ code: 'wlz.volume-change', facts: {} }, ratioValue(change), {
      operator: 'quotient',
      rule: 'ZK-11',
      source: ruleSource(rulebook, 'ZK-11'),
      assumed: parameter.assumed,
      parts: [
        step({ code: 'wlz.volume-difference', facts: {} }, moneyValue(difference), {
          operator: 'difference',
          parts: [step({ code: 'wlz.volume-now', facts: {} }, moneyValue(now)), earlierStep],
        }),
        earlierStep,
        parameter,
      ],
    }),
  );
}
