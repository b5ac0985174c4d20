import {
  moneyToDecimal,
  moneyValue,
  ratioValue,
  step,
  ZERO,
  type Decimal,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { givenAmount } from './effort-based';

/** What is passed on to a subcontractor of the main contractor's tariff. */
export interface PassThrough {
  /** Passed on ÷ tariff; null when the tariff is zero. */
  readonly share: Decimal | null;
  readonly fair: boolean | null;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * ACH-05: flags a pass-through below `pass-through-share` of the main contractor's tariff. Exactly that
 * share is fair. The source names no share: until one is set, `fair` is null and a finding says so.
 * Unit: euro per unit for both. Errors: `parameter-not-valid`.
 * @example passThrough(findRulebook('achterhoek-2021'), 'onderaannemer', parseMoney('100.00'), parseMoney('80.00'), parseDate('2021-12-31')).share?.toFixed() // '0.8'
 */
export function passThrough(
  rulebook: Rulebook,
  subcontractor: string,
  tariff: Money,
  passedOn: Money,
  on: IsoDate,
): PassThrough {
  const minimum = numberOn(rulebook, 'pass-through-share', on);
  const parameter = parameterStep(rulebook, 'pass-through-share', on);
  const share = tariff === ZERO ? null : moneyToDecimal(passedOn).dividedBy(moneyToDecimal(tariff));
  const steps: Step[] =
    share === null
      ? [parameter]
      : [
          step({ code: 'region.pass-through', facts: { subcontractor } }, ratioValue(share), {
            operator: 'quotient',
            parts: [givenAmount('region.passed-on', passedOn), givenAmount('region.main-tariff', tariff)],
            ...groundOf(rulebook, 'ACH-05'),
          }),
          parameter,
        ];
  if (share === null || minimum === null) {
    return {
      share,
      fair: null,
      steps,
      findings: [
        notChecked(rulebook, 'ACH-05', {
          code: share === null ? 'region.pass-through-no-tariff' : 'region.pass-through-no-share',
          facts: { subcontractor },
        }),
      ],
    };
  }
  const fair = !share.lessThan(minimum);
  return {
    share,
    fair,
    steps,
    findings: fair
      ? []
      : [
          finding(
            rulebook,
            'ACH-05',
            'warning',
            {
              code: 'region.pass-through-low',
              facts: {
                subcontractor,
                share: ratioValue(share),
                minimum: ratioValue(minimum),
                passedOn: moneyValue(passedOn),
                tariff: moneyValue(tariff),
              },
            },
            { steps },
          ),
        ],
  };
}
