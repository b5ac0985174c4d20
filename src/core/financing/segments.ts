import { dateOf, Decimal, quantityValue, sumMoney, type Money, type Step } from '../values';
import { numberOn, parameterStep, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { sumStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** What one provider is contracted for in one segment of a lot. */
export interface SegmentContract {
  readonly provider: string;
  /** Youth and Wmo are separate lots. */
  readonly lot: string;
  readonly segment: string;
  readonly amount: Money;
}

export interface SegmentFigures {
  readonly lot: string;
  readonly segment: string;
  readonly amount: Money;
  readonly providers: number;
  readonly step: Step;
}

/**
 * ACH-02: contracted amounts per lot and segment, lots never added together; ACH-03: whether the number of
 * providers is within the bandwidth (`segment-providers-min`, `-max`; `limits` overrides them). Without any
 * number a finding says that it wasn't checked.
 * Errors: `parameter-not-valid`.
 * @example segmentFigures(findRulebook('achterhoek-2021'), [{ provider: 'a', lot: 'Jeugdwet', segment: 'hoog complex', amount: parseMoney('10.00') }], 2021).findings.map((found) => [found.rule, found.notChecked]) // [['ACH-03', true]]
 */
export function segmentFigures(
  rulebook: Rulebook,
  contracts: readonly SegmentContract[],
  year: number,
  limits: { readonly min?: Decimal | null; readonly max?: Decimal | null } = {},
): { readonly segments: readonly SegmentFigures[]; readonly findings: readonly Finding[] } {
  const on = dateOf(year, 12, 31);
  const min = limits.min === undefined ? numberOn(rulebook, 'segment-providers-min', on) : limits.min;
  const max = limits.max === undefined ? numberOn(rulebook, 'segment-providers-max', on) : limits.max;
  const keys = [...new Set(contracts.map(({ lot, segment }) => JSON.stringify([lot, segment])))].sort();
  const findings: Finding[] = [];
  const segments = keys.map((key): SegmentFigures => {
    const own = contracts.filter(({ lot, segment }) => JSON.stringify([lot, segment]) === key);
    const { lot, segment } = own[0] ?? { lot: '', segment: '' };
    const names = [...new Set(own.map(({ provider }) => provider))].sort();
    const total = sumStep(
      { code: 'region.segment-total', facts: { lot, segment } },
      names.map((provider) =>
        givenAmount(
          'region.segment-provider',
          sumMoney(own.filter((entry) => entry.provider === provider).map((entry) => entry.amount)),
          { provider },
        ),
      ),
      { rule: 'ACH-02' },
    );
    const count = new Decimal(names.length);
    const facts = { lot, segment, count: names.length };
    if (max !== null && count.greaterThan(max)) {
      findings.push(
        finding(
          rulebook,
          'ACH-03',
          'violation',
          { code: 'region.segment-too-many', facts: { ...facts, limit: quantityValue(max, null) } },
          { steps: limits.max === undefined ? [parameterStep(rulebook, 'segment-providers-max', on)] : [] },
        ),
      );
    } else if (min !== null && count.lessThan(min)) {
      findings.push(
        finding(
          rulebook,
          'ACH-03',
          'warning',
          { code: 'region.segment-too-few', facts: { ...facts, limit: quantityValue(min, null) } },
          { steps: limits.min === undefined ? [parameterStep(rulebook, 'segment-providers-min', on)] : [] },
        ),
      );
    } else if (min === null && max === null) {
      findings.push(notChecked(rulebook, 'ACH-03', { code: 'region.segment-no-limit', facts: { ...facts } }));
    }
    return { lot, segment, amount: total.amount, providers: names.length, step: total.step };
  });
  return { segments, findings };
}

/** A lot's total over its segments, in euro. */
export const lotTotal = (segments: readonly SegmentFigures[], lot: string): Money =>
  sumMoney(segments.filter((segment) => segment.lot === lot).map((segment) => segment.amount));
