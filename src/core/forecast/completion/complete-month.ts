import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  monthValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../../values';
import type { CompletionMethod } from '../forecast-result';

export interface CompletedMonth {
  /** What will have been declared in the end. */
  readonly amount: Money;
  /** How; worked out when asked for. */
  readonly explain: () => Step;
}

export interface CompletionInput {
  readonly month: Month;
  readonly declared: Money;
  /** Share of the final amount that is declared: 0 to 1. */
  readonly share: Decimal;
  /** What the month was expected to become before anything of it was declared. */
  readonly prior: { readonly amount: Money; readonly explain: () => Step } | null;
  readonly method: CompletionMethod;
}

const ONE = new Decimal(1);

/**
 * The final amount of a month of which a share is declared.
 *
 * Chain ladder: declared ÷ share. Bornhuetter-Ferguson: declared + expected × (1 − share). Benktander: the
 * same once more, with the outcome of Bornhuetter-Ferguson as what was expected. Without a prior only the
 * chain ladder is left, and with share 0 then nothing but what is declared.
 * Unit: euro, rounded half up to cents once. Errors: none.
 * Source: Bornhuetter and Ferguson, The actuary and IBNR, Proceedings of the Casualty Actuarial Society 59
 * (1972); Benktander, An approach to credibility in calculating IBNR (1976).
 * @example formatMoney(completeMonth({ month: parseMonth('2023-06'), declared: parseMoney('80.00'), share: new Decimal('0.8'), prior: null, method: 'chain-ladder' }).amount) // '100.00'
 */
export function completeMonth(input: CompletionInput): CompletedMonth {
  const { declared, share, method } = input;
  const prior = method === 'chain-ladder' && share.greaterThan(0) ? null : input.prior;
  if (prior === null) {
    const amount = share.greaterThan(0) ? roundToCents(moneyToDecimal(declared).dividedBy(share)) : declared;
    return { amount, explain: () => explainLadder(input, amount) };
  }
  const open = ONE.minus(share);
  const latest = moneyToDecimal(declared);
  let exact = latest.plus(moneyToDecimal(prior.amount).times(open));
  if (method === 'benktander') exact = latest.plus(exact.times(open));
  const amount = roundToCents(exact);
  return { amount, explain: () => explainExpected(input, prior.explain(), amount) };
}

const labelOf = (input: CompletionInput, method: CompletionMethod): Message => ({
  code: `forecast.completed.${method}`,
  facts: { month: monthValue(input.month) },
});
const declaredStep = (declared: Money): Step =>
  step({ code: 'forecast.declared', facts: {} }, moneyValue(declared));
const shareStep = (share: Decimal): Step =>
  step({ code: 'forecast.share-declared', facts: {} }, ratioValue(share));

function explainLadder(input: CompletionInput, amount: Money): Step {
  const { declared, share } = input;
  if (!share.greaterThan(0)) {
    return step(labelOf(input, 'chain-ladder'), moneyValue(amount), {
      operator: 'sum',
      parts: [declaredStep(declared)],
    });
  }
  const exact = moneyToDecimal(declared).dividedBy(share);
  return step(labelOf(input, 'chain-ladder'), moneyValue(amount), {
    operator: 'round-cents',
    parts: [
      step({ code: 'forecast.declared-over-share', facts: {} }, quantityValue(exact, '€'), {
        operator: 'quotient',
        parts: [declaredStep(declared), shareStep(share)],
      }),
    ],
  });
}

function explainExpected(input: CompletionInput, prior: Step, amount: Money): Step {
  const { declared, share } = input;
  // A chain ladder with nothing declared yet has only the prior to go by.
  const method = input.method === 'chain-ladder' ? 'bornhuetter-ferguson' : input.method;
  const open = ONE.minus(share);
  const add = (expected: Step, value: Decimal): { value: Decimal; step: Step } => {
    const rest = value.times(open);
    const sum = moneyToDecimal(declared).plus(rest);
    const openStep = step({ code: 'forecast.share-open', facts: {} }, ratioValue(open), {
      operator: 'difference',
      parts: [step({ code: 'forecast.whole', facts: {} }, ratioValue(ONE)), shareStep(share)],
    });
    const still = step({ code: 'forecast.still-expected', facts: {} }, quantityValue(rest, '€'), {
      operator: 'product',
      parts: [expected, openStep],
    });
    return {
      value: sum,
      step: step({ code: 'forecast.declared-and-expected', facts: {} }, quantityValue(sum, '€'), {
        operator: 'sum',
        parts: [declaredStep(declared), still],
      }),
    };
  };
  const priorValue = prior.value.kind === 'money' ? moneyToDecimal(prior.value.value) : new Decimal(0);
  let result = add(prior, priorValue);
  if (method === 'benktander') result = add(result.step, result.value);
  return step(labelOf(input, method), moneyValue(amount), {
    operator: 'round-cents',
    parts: [result.step],
  });
}
