import {
  Decimal,
  quantityValue,
  ratioValue,
  step,
  textValue,
  type IsoDate,
  type Message,
  type Step,
  type Value,
} from '../values';
import { choiceOn, numberOn, parameterStep, type Rulebook } from '../rulebook';

/** How a broken month of a monthly, output-based allocation is paid. */
export type BrokenMonth = 'first-nothing-last-full' | 'full' | 'pro-rata';

/** A term with its step: from the rulebook, or assumed where the rulebook is silent. */
export interface Term<T> {
  readonly value: T;
  readonly step: Step;
}

/**
 * What contracts and rulebooks may say about valuing allocations. Every term is a parameter of the rulebook
 * when it has one by that id; otherwise the value below, marked as assumed.
 */
export interface AllocationTerms {
  /** `allocation-broken-month`: monthly output-based allocations outside youth protection. */
  readonly brokenMonth: Term<BrokenMonth>;
  /** Youth protection and probation (categories 47 and 48): first broken month nothing, last in full. */
  readonly brokenMonthProtection: Term<BrokenMonth>;
  /** `realisation-window`: how many mature months are looked back on. */
  readonly window: Term<number>;
  /** `realisation-months`: fewer mature months than this teach nothing. */
  readonly leastMonths: Term<number>;
  /** `incomplete-months`: the latest months that still grow. */
  readonly incompleteMonths: Term<number>;
  /** `realisation-share`: the share where nothing can be learnt. */
  readonly fallbackShare: Term<Decimal>;
  /** `realisation-highest`: a learnt share above this is cut. */
  readonly highestShare: Term<Decimal>;
}

const SOURCE_PROTECTION = { document: 'SAP GI 1.3', place: 'tarief per maand' };

/**
 * The terms of a rulebook on a day; what it doesn't say is assumed and says so in its step. Errors: none.
 * @example allocationTerms(findRulebook('zutphen-2023'), parseDate('2023-12-31')).fallbackShare.value.toFixed() // '1'
 */
export function allocationTerms(rulebook: Rulebook, on: IsoDate): AllocationTerms {
  const has = (id: string): boolean =>
    rulebook.parameters.some(
      (parameter) =>
        parameter.id === id &&
        parameter.values.some(({ from, until, value }) => from <= on && on <= until && value !== null),
    );
  const assumed = <T>(id: string, value: T, shown: Value): Term<T> => {
    const label: Message = { code: `allocations.term-${id}`, facts: {} };
    const reason: Message = { code: `allocations.assumed-${id}`, facts: {} };
    return { value, step: step(label, shown, { operator: 'parameter', assumed: reason }) };
  };
  const whole = (id: string, fallback: number): Term<number> => {
    const number = has(id) ? numberOn(rulebook, id, on) : null;
    return number === null
      ? assumed(id, fallback, quantityValue(new Decimal(fallback), null))
      : { value: number.toNumber(), step: parameterStep(rulebook, id, on) };
  };
  const share = (id: string, fallback: string): Term<Decimal> => {
    const number = has(id) ? numberOn(rulebook, id, on) : null;
    return number === null
      ? assumed(id, new Decimal(fallback), ratioValue(new Decimal(fallback)))
      : { value: number, step: parameterStep(rulebook, id, on) };
  };
  const id = 'allocation-broken-month';
  const word = has(id) ? choiceOn(rulebook, id, on) : null;
  const brokenMonth: Term<BrokenMonth> =
    word === 'first-nothing-last-full' || word === 'full' || word === 'pro-rata'
      ? { value: word, step: parameterStep(rulebook, id, on) }
      : assumed<BrokenMonth>('broken-month', 'full', textValue('full'));
  return {
    brokenMonth,
    brokenMonthProtection: {
      value: 'first-nothing-last-full',
      step: step(
        { code: 'allocations.term-broken-month-protection', facts: {} },
        textValue('first-nothing-last-full'),
        { operator: 'parameter', source: SOURCE_PROTECTION },
      ),
    },
    window: whole('realisation-window', 12),
    leastMonths: whole('realisation-months', 3),
    incompleteMonths: whole('incomplete-months', 2),
    fallbackShare: share('realisation-share', '1'),
    highestShare: share('realisation-highest', '1'),
  };
}

/** Product categories of youth protection and youth probation, which have their own rule for broken months. */
const PROTECTION = /^4[78]/;

/** The rule for broken months of a product. */
export const brokenMonthOf = (terms: AllocationTerms, product: string): Term<BrokenMonth> =>
  PROTECTION.test(product.trim()) ? terms.brokenMonthProtection : terms.brokenMonth;
