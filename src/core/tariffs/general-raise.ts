import { Decimal, ratioValue, step, type IsoDate, type Step } from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { parameterIfValid } from './parameter-if-valid';
import { isRefused, refused, worked, type Outcome, type Worked } from './worked';
import type { ProviderKind, Sector } from './wlz-terms';

/** The raise and the percentage that comes of it, both as ratios. */
export interface GeneralRaise {
  readonly raise: Decimal;
  readonly percentage: Decimal;
}

/**
 * ZK-03: the general raise bridges a part (one third) of the way between an earlier and a coming tariff
 * percentage, rounded half up to a tenth of a percentage point; the percentage is the coming one plus it.
 * Unit: ratios. Nothing is bridged when the coming percentage isn't lower.
 * @example bridgedPercentage(findRulebook('zilveren-kruis-wlz-2022'), new Decimal('0.97'), new Decimal('0.958'), parseDate('2022-01-01')).value.percentage.toFixed() // '0.962'
 */
export function bridgedPercentage(
  rulebook: Rulebook,
  earlier: Decimal,
  coming: Decimal,
  on: IsoDate,
): Worked<GeneralRaise> {
  const given = (code: string, value: Decimal): Step => step({ code, facts: {} }, ratioValue(value));
  return bridge(
    rulebook,
    given('wlz.earlier-percentage', earlier),
    earlier,
    given('wlz.coming-percentage', coming),
    coming,
    on,
  );
}

/**
 * ZK-03 for a sector and kind of the rulebook, from its own earlier and coming percentages.
 * @example generalRaise(findRulebook('zilveren-kruis-wlz-2022'), 'GZ', 'existing', parseDate('2022-07-01')).value.percentage.toFixed() // '0.961'
 */
export function generalRaise(
  rulebook: Rulebook,
  sector: Sector,
  kind: ProviderKind,
  on: IsoDate,
): Outcome<GeneralRaise> {
  const when = { sector, kind };
  const earlier = parameterIfValid(rulebook, 'earlier-percentage', on, when);
  const coming = parameterIfValid(rulebook, 'coming-percentage', on, when);
  if (!earlier?.number || !coming?.number) {
    return refused('wlz.no-general-raise', { sector, kind, rulebook: rulebook.id });
  }
  return bridge(rulebook, earlier.step, earlier.number, coming.step, coming.number, on);
}

function bridge(
  rulebook: Rulebook,
  earlierStep: Step,
  earlier: Decimal,
  comingStep: Step,
  coming: Decimal,
  on: IsoDate,
): Worked<GeneralRaise> {
  const divisor = numberOn(rulebook, 'bridge-divisor', on) ?? new Decimal(3);
  const unit = numberOn(rulebook, 'raise-rounding', on) ?? new Decimal('0.001');
  const way = earlier.minus(coming);
  const kept = Decimal.max(0, way);
  const part = kept.dividedBy(divisor);
  const raise = part.dividedBy(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit);
  const percentage = coming.plus(raise);
  const source = ruleSource(rulebook, 'ZK-03');
  const rounding = parameterStep(rulebook, 'raise-rounding', on);
  return worked(
    { raise, percentage },
    step({ code: 'wlz.bridged-percentage', facts: {} }, ratioValue(percentage), {
      operator: 'sum',
      rule: 'ZK-03',
      source,
      parts: [
        comingStep,
        step({ code: 'wlz.general-raise', facts: {} }, ratioValue(raise), {
          operator: 'round-to',
          rule: 'ZK-03',
          source,
          assumed: rounding.assumed,
          parts: [
            step({ code: 'wlz.bridged-part', facts: {} }, ratioValue(part), {
              operator: 'quotient',
              parts: [
                step({ code: 'wlz.way-to-go', facts: {} }, ratioValue(kept), {
                  operator: 'max',
                  parts: [
                    step({ code: 'steps.nothing', facts: {} }, ratioValue(new Decimal(0))),
                    step({ code: 'wlz.way-between', facts: {} }, ratioValue(way), {
                      operator: 'difference',
                      parts: [earlierStep, comingStep],
                    }),
                  ],
                }),
                parameterStep(rulebook, 'bridge-divisor', on),
              ],
            }),
            rounding,
          ],
        }),
      ],
    }),
  );
}

/**
 * Whether a rulebook's percentage for a sector and kind is what the general raise gives; null when the
 * rulebook has no raise for it.
 */
export function agreesWithGeneralRaise(
  rulebook: Rulebook,
  sector: Sector,
  kind: ProviderKind,
  on: IsoDate,
): boolean | null {
  const raise = generalRaise(rulebook, sector, kind, on);
  const stated = parameterIfValid(rulebook, 'tariff-percentage', on, { sector, kind });
  if (isRefused(raise) || !stated?.number) return null;
  return stated.number.equals(raise.value.percentage);
}
