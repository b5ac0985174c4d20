import {
  addMoney,
  dateOf,
  dateValue,
  type Decimal,
  moneyToDecimal,
  moneyValue,
  monthsOfYear,
  ratioValue,
  step,
  sumMoney,
  textValue,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
  type Step,
} from '../values';
import { choiceOn, groundOf, parameterStep, type Rulebook } from '../rulebook';
import { notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { exhaustionDate } from '../ceilings/exhaustion';
import { givenAmount } from '../financing/effort-based';
import { sumStep } from './shares';

/** A municipality's budget beside its months. */
export interface MunicipalityMonths {
  readonly municipality: string;
  /** Null: not known. */
  readonly budget: Money | null;
  readonly byMonth: ReadonlyMap<Month, { readonly declared: Money; readonly forecast: Money }>;
}

export interface UtilisationLine {
  readonly municipality: string;
  readonly budget: Money | null;
  readonly declared: Money;
  readonly forecast: Money;
  readonly total: Money;
  /** Declared + forecast ÷ budget, exact to 60 digits; null without a positive budget. */
  readonly utilisation: Decimal | null;
  readonly exhaustionDate: IsoDate | null;
  readonly steps: readonly Step[];
}

/**
 * IJS-07: the monthly report per municipality: budget, declared, forecast, utilisation and the day on which
 * the budget is exceeded. A municipality without a budget is `not checked`. In order of name.
 * Unit: euro, exact. Errors: `parameter-not-valid`.
 * @example utilisationReport(findRulebook('ijsselland-2015'), [{ municipality: 'Ommen', budget: parseMoney('100.00'), byMonth: new Map([[parseMonth('2015-01'), { declared: parseMoney('25.00'), forecast: parseMoney('0') }]]) }], 2015).lines[0]?.utilisation?.toFixed() // '0.25'
 */
export function utilisationReport(
  rulebook: Rulebook,
  municipalities: readonly MunicipalityMonths[],
  year: number,
): { readonly lines: readonly UtilisationLine[]; readonly findings: readonly Finding[] } {
  const on = dateOf(year, 12, 31);
  const ground = groundOf(rulebook, 'IJS-07');
  const spread = choiceOn(rulebook, 'exhaustion-spread', on) === 'last-day' ? 'last-day' : 'even-over-days';
  const months = monthsOfYear(year);
  const findings: Finding[] = [];
  const sorted = [...municipalities].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  const lines = sorted.map(({ municipality, budget, byMonth }): UtilisationLine => {
    const of = (kind: 'declared' | 'forecast'): Money =>
      sumMoney(months.map((month) => byMonth.get(month)?.[kind] ?? ZERO));
    const [declared, forecast] = [of('declared'), of('forecast')];
    const outside = sumMoney(
      [...byMonth]
        .filter(([month]) => !months.includes(month))
        .map(([, cell]) => addMoney(cell.declared, cell.forecast)),
    );
    if (outside !== ZERO) {
      findings.push({
        ...notChecked(rulebook, 'IJS-07', {
          code: 'region.outside-year',
          facts: { municipality, year: String(year), amount: moneyValue(outside) },
        }),
        amount: outside,
      });
    }
    const total = sumStep(
      { code: 'region.municipality-total', facts: { municipality } },
      [
        givenAmount('region.municipality-declared', declared),
        givenAmount('region.municipality-forecast', forecast),
      ],
      ground,
    );
    if (budget === null || budget <= ZERO) {
      findings.push(notChecked(rulebook, 'IJS-07', { code: 'region.no-budget', facts: { municipality } }));
      return {
        municipality,
        budget,
        declared,
        forecast,
        total: total.amount,
        utilisation: null,
        exhaustionDate: null,
        steps: [total.step],
      };
    }
    const utilisation = moneyToDecimal(total.amount).dividedBy(moneyToDecimal(budget));
    const usedUpOn = exhaustionDate(
      year,
      new Map(
        months.map((month) => {
          const cell = byMonth.get(month);
          return [month, { production: cell?.declared ?? ZERO, forecast: cell?.forecast ?? ZERO }];
        }),
      ),
      { parts: [{ from: dateOf(year, 1, 1), amount: budget }], cases: [] },
      spread,
    );
    const budgetStep = givenAmount('region.municipality-budget', budget);
    return {
      municipality,
      budget,
      declared,
      forecast,
      total: total.amount,
      utilisation,
      exhaustionDate: usedUpOn,
      steps: [
        step({ code: 'region.utilisation', facts: { municipality } }, ratioValue(utilisation), {
          operator: 'quotient',
          parts: [total.step, budgetStep],
          ...ground,
        }),
        step(
          { code: 'region.budget-used-up', facts: { municipality } },
          usedUpOn === null ? textValue('–') : dateValue(usedUpOn),
          {
            operator: 'derived',
            parts: [parameterStep(rulebook, 'exhaustion-spread', on)],
            ...ground,
            assumed: parameterStep(rulebook, 'exhaustion-spread', on).assumed,
          },
        ),
      ],
    };
  });
  return { lines, findings };
}
