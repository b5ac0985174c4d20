import type { Decimal } from '../values';
import {
  addMoney,
  dateOf,
  dateValue,
  maxMoney,
  moneyToDecimal,
  moneyValue,
  step,
  subtractMoney,
  textValue,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import type { Counting } from '../ceilings/counting';
import { datedCeiling, type EffectiveCeiling } from '../ceilings/effective-ceiling';
import { exhaustionDate } from '../ceilings/exhaustion';
import { monthsWithStatus, type Outlook } from '../forecast/outlook';
import type { DomainFigures } from './outcome';

export function buildFigures(
  rulebook: Rulebook,
  outlook: Outlook,
  counting: Counting,
  entries: readonly CeilingEntry[],
  ceiling: EffectiveCeiling | null,
  total: Money,
): { readonly figures: DomainFigures; readonly full: readonly Step[] } {
  const { year, asOf } = outlook;
  const { domain } = counting;
  const on = dateOf(year, 12, 31);
  const steps: Step[] = [counting.steps.total, counting.steps.excluded];
  const full: Step[] = [];
  let overrun: Money | null = null;
  let overrunYearEnd: Money | null = null;
  let headroom: Money | null = null;
  let headroomYearEnd: Money | null = null;
  let exhaustion: IsoDate | null = null;
  if (ceiling) {
    const { now, yearEnd } = ceiling.steps;
    const excess = (code: string, first: Step, second: Step): { amount: Money; step: Step } => {
      const left = subtractMoney(amountOf(first), amountOf(second));
      const amount = maxMoney(ZERO, left);
      const build = (parts: readonly Step[]): Step =>
        step({ code, facts: { domain, date: dateValue(asOf), year } }, moneyValue(amount), {
          operator: 'max',
          ...groundOf(rulebook, ruleFor(rulebook, 'ceiling', domain)),
          parts: [
            step({ code: 'steps.nothing', facts: {} }, moneyValue(ZERO)),
            step({ code: `${code}-difference`, facts: {} }, moneyValue(left), {
              operator: 'difference',
              parts,
            }),
          ],
        });
      full.push(build([first, second]));
      return { amount, step: build([reference(first), reference(second)]) };
    };
    const all = [
      excess('steps.overrun', counting.steps.total, now),
      excess('steps.headroom', now, counting.steps.total),
      excess('steps.overrun-year-end', counting.steps.total, yearEnd),
      excess('steps.headroom-year-end', yearEnd, counting.steps.total),
    ] as const;
    [overrun, headroom, overrunYearEnd, headroomYearEnd] = all.map((part) => part.amount) as [
      Money,
      Money,
      Money,
      Money,
    ];
    const spread = choiceOn(rulebook, 'exhaustion-spread', on) === 'last-day' ? 'last-day' : 'even-over-days';
    exhaustion = exhaustionDate(
      year,
      counting.byMonth,
      datedCeiling(rulebook, entries, counting, year),
      spread,
    );
    const spreadStep = parameterStep(rulebook, 'exhaustion-spread', on);
    steps.push(
      now,
      { ...yearEnd, parts: yearEnd.parts.map((part, index) => (index === 0 ? reference(part) : part)) },
      ...all.map((part) => part.step),
      step(
        { code: exhaustion === null ? 'steps.no-exhaustion' : 'steps.exhaustion', facts: { domain, year } },
        exhaustion === null ? textValue('–') : dateValue(exhaustion),
        {
          operator: 'derived',
          ...groundOf(rulebook, ruleFor(rulebook, 'ceiling', domain)),
          assumed: spreadStep.assumed,
          parts: [spreadStep, ...monthSteps(outlook, counting)],
        },
      ),
    );
  }
  const figures: DomainFigures = {
    domain,
    production: counting.production,
    forecast: counting.forecast,
    excluded: counting.excluded,
    total,
    ceiling,
    headroom,
    headroomYearEnd,
    overrun,
    overrunYearEnd,
    exhaustionDate: exhaustion,
    overrunChance: null,
    payableAbove: payableAbove(rulebook, overrun, on),
    months: monthsWithStatus(year, asOf).map(({ month, status }) => ({
      month,
      status,
      production: counting.byMonth.get(month)?.production ?? ZERO,
      forecast: counting.byMonth.get(month)?.forecast ?? ZERO,
    })),
    products: counting.products.map((product) => ({
      product: product.product,
      description: product.description,
      treatment: product.treatment.treatment,
      production: product.production,
      forecast: product.forecast,
    })),
    steps,
  };
  return { figures, full };
}

/** A step that is worked out elsewhere in the same list: shown with its value, not with its parts again. */
const reference = (whole: Step): Step => ({ ...whole, operator: 'given', parts: [] });

const amountOf = (part: Step): Money => (part.value.kind === 'money' ? part.value.value : ZERO);

function monthSteps(outlook: Outlook, counting: Counting): Step[] {
  return monthsWithStatus(outlook.year, outlook.asOf).map(({ month }) => {
    const cell = counting.byMonth.get(month);
    return step(
      { code: 'steps.month-amount', facts: { month: { kind: 'month', value: month } } },
      moneyValue(cell ? addMoney(cell.production, cell.forecast) : ZERO),
    );
  });
}

/** NAT-03. `specific-allocations` and `crisis` need data that isn't read yet: null says so. */
function payableAbove(rulebook: Rulebook, overrun: Money | null, on: IsoDate): Money | null {
  if (overrun === null) return null;
  if (overrun === ZERO) return ZERO;
  const choice = choiceOn(rulebook, 'payable-above', on);
  if (choice === 'nothing') return ZERO;
  return choice === 'all' ? overrun : null;
}

/** The decimal share used of a ceiling; null when there is no ceiling to divide by. */
export const utilisation = (figures: DomainFigures): Decimal | null =>
  figures.ceiling && figures.ceiling.effectiveYearEnd > ZERO
    ? moneyToDecimal(figures.total).dividedBy(moneyToDecimal(figures.ceiling.effectiveYearEnd))
    : null;
