import type { Decimal } from './decimal';
import { roundToCents, type Money } from './money';
import { moneyValue, quantityValue, type Message } from './message';
import { step, stepNumber, type Step } from './step';

/** What is divided, by what, and what the four steps are called. */
export interface Proportion {
  /** The amount of which a part is taken. */
  readonly amount: Step;
  readonly part: Step;
  readonly whole: Step;
  readonly label: Message;
  /** Name of the quotient, before it is rounded. */
  readonly exactly: Message;
  /** Name of amount × part. */
  readonly product: Message;
  /** Unit of amount × part: euros, unless the part is an amount too. */
  readonly productUnit?: '€' | null;
  readonly ground?: Partial<Pick<Step, 'rule' | 'source' | 'assumed' | 'place'>>;
}

/**
 * amount × part ÷ whole in whole cents, rounded half up once: it is multiplied before it is divided, so that
 * nothing is rounded on the way. The step shows product, quotient and rounding.
 * Errors: `TypeError` when one of the steps has no number for its value, which is a mistake of the caller.
 * @example formatMoney(proportion({ amount: step({ code: 'steps.base', facts: {} }, moneyValue(parseMoney('365.00'))), part: step({ code: 'steps.days-left', facts: {} }, quantityValue(new Decimal(100), null)), whole: step({ code: 'steps.days-in-year', facts: {} }, quantityValue(new Decimal(365), null)), label: { code: 'steps.base', facts: {} }, exactly: { code: 'steps.share-of-year', facts: {} }, product: { code: 'steps.amount-times-days', facts: {} } }).amount) // '100.00'
 */
export function proportion(of: Proportion): { readonly amount: Money; readonly step: Step } {
  const product = numberOf(of.amount).times(numberOf(of.part));
  const exact = product.dividedBy(numberOf(of.whole));
  const amount = roundToCents(exact);
  const productUnit = of.productUnit === undefined ? '€' : of.productUnit;
  return {
    amount,
    step: step(of.label, moneyValue(amount), {
      operator: 'round-cents',
      ...of.ground,
      parts: [
        step(of.exactly, quantityValue(exact, '€'), {
          operator: 'quotient',
          parts: [
            step(of.product, quantityValue(product, productUnit), {
              operator: 'product',
              parts: [of.amount, of.part],
            }),
            of.whole,
          ],
        }),
      ],
    }),
  };
}

function numberOf(part: Step): Decimal {
  const number = stepNumber(part.value);
  if (number === null) throw new TypeError(`${part.label.code} is not a number`);
  return number;
}
