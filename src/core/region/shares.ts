import {
  addMoney,
  CoreError,
  Decimal,
  divideMoney,
  moneyToDecimal,
  moneyValue,
  proportion,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  ZERO,
  type Message,
  type Money,
  type Step,
} from '../values';

/** One part of a divided amount. */
export interface Share {
  readonly amount: Money;
  readonly step: Step;
}

export interface Weight {
  /** What decides the order of equal remainders, so that the order of the list doesn't. */
  readonly name: string;
  readonly weight: Decimal;
  readonly label: Message;
  /** How the weight itself is called. */
  readonly weightLabel: Message;
}

/**
 * Divides an amount by weights in whole cents that add up to it exactly: largest remainder first, and among
 * equals the name that comes first. The parts come back in the order given; that order changes none of them.
 * Each step is the rounded share and the cent that makes the whole add up.
 * Errors: `weight-negative`, `share-of-nothing` when no weight is positive.
 * @example divideByWeights(parseMoney('10.00'), ['a', 'b', 'c'].map((name) => ({ name, weight: new Decimal(1), label: { code: 'region.share', facts: { name } }, weightLabel: { code: 'region.key', facts: { name } } })), { code: 'region.to-divide', facts: {} }).map((share) => formatMoney(share.amount)) // ['3.34', '3.33', '3.33']
 */
export function divideByWeights(amount: Money, weights: readonly Weight[], whole: Message): Share[] {
  for (const { name, weight } of weights) {
    if (weight.isNegative() && !weight.isZero()) {
      throw new CoreError('weight-negative', { name, weight: weight.toFixed() });
    }
  }
  const places = Math.max(0, ...weights.map(({ weight }) => weight.decimalPlaces()));
  const order = weights
    .map((weight, index) => ({ ...weight, index }))
    .sort((a, b) => (a.name === b.name ? a.index - b.index : a.name < b.name ? -1 : 1));
  const shares = divideMoney(
    amount,
    order.map(({ weight }) => BigInt(weight.times(new Decimal(10).pow(places)).toFixed(0))),
  );
  const total = weights.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  const result: Share[] = [];
  order.forEach(({ index, weight, label, weightLabel }, at) => {
    const share = shares[at] ?? ZERO;
    const { amount: rounded, step: roundedStep } = proportion({
      amount: step(whole, moneyValue(amount)),
      part: step(weightLabel, quantityValue(weight, null)),
      whole: step({ code: 'region.weights-total', facts: {} }, quantityValue(total, null)),
      label: { code: 'region.share-rounded', facts: {} },
      exactly: { code: 'region.share-exact', facts: {} },
      product: { code: 'region.amount-times-weight', facts: {} },
    });
    const difference = subtractMoney(share, rounded);
    result[index] = {
      amount: share,
      step: step(label, moneyValue(share), {
        operator: 'sum',
        parts:
          difference === ZERO
            ? [roundedStep]
            : [roundedStep, step({ code: 'region.rounding-cent', facts: {} }, moneyValue(difference))],
      }),
    };
  });
  return result;
}

/** Adds up step values of amounts as a `sum` step. */
export function sumStep(
  label: Message,
  parts: readonly Step[],
  rest: Partial<Pick<Step, 'rule' | 'source' | 'assumed'>> = {},
): { readonly amount: Money; readonly step: Step } {
  const amount = parts.reduce<Money>(
    (sum, part) => addMoney(sum, part.value.kind === 'money' ? part.value.value : ZERO),
    ZERO,
  );
  return { amount, step: step(label, moneyValue(amount), { operator: 'sum', parts, ...rest }) };
}

/** `max(0, first − second)` as a step, with the amount. */
export function excessStep(
  label: Message,
  first: Step,
  second: Step,
  rest: Partial<Pick<Step, 'rule' | 'source' | 'assumed'>> = {},
): { readonly amount: Money; readonly step: Step } {
  const cents = (part: Step): Money => (part.value.kind === 'money' ? part.value.value : ZERO);
  const left = subtractMoney(cents(first), cents(second));
  const amount = left > ZERO ? left : ZERO;
  return {
    amount,
    step: step(label, moneyValue(amount), {
      operator: 'max',
      ...rest,
      parts: [
        step({ code: 'steps.nothing', facts: {} }, moneyValue(ZERO)),
        step({ code: 'region.difference', facts: {} }, moneyValue(left), {
          operator: 'difference',
          parts: [first, second],
        }),
      ],
    }),
  };
}

/** An exact decimal amount rounded half up to cents once, as a step. */
export function roundedStep(
  label: Message,
  exact: Step,
  rest: Partial<Pick<Step, 'rule' | 'source' | 'assumed'>> = {},
): { readonly amount: Money; readonly step: Step } {
  const amount = exact.value.kind === 'quantity' ? roundToCents(exact.value.value) : ZERO;
  return {
    amount,
    step: step(label, moneyValue(amount), { operator: 'round-cents', parts: [exact], ...rest }),
  };
}

/** Two numbers multiplied, exact, in euro. */
export function productStep(label: Message, parts: readonly Step[], unit: string | null = '€'): Step {
  const value = parts.reduce((total, part) => {
    const own = part.value;
    if (own.kind === 'money') return total.times(moneyToDecimal(own.value));
    return own.kind === 'quantity' || own.kind === 'ratio' ? total.times(own.value) : total;
  }, new Decimal(1));
  return step(label, quantityValue(value, unit), { operator: 'product', parts });
}
