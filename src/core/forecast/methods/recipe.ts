import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  sumMoney,
  ZERO,
  type Message,
  type Money,
  type Step,
} from '../../values';

/**
 * How one month's amount follows from parameters that are fixed to decimals: levels and changes to a
 * hundredth of a cent, growth factors, seasonal indices, weights and ratios to six digits (a percentage with
 * four, which is what people see). From these the amount is worked out exactly, cut at 0 and rounded half up
 * to cents once.
 */
export type Recipe =
  | { readonly kind: 'growth'; readonly level: Decimal; readonly factor: Decimal; readonly index: Decimal }
  | { readonly kind: 'change'; readonly level: Decimal; readonly change: Decimal; readonly index: Decimal }
  | {
      readonly kind: 'blend';
      readonly weight: Decimal;
      readonly ratio: Decimal;
      readonly yearAgo: Money;
      readonly level: Decimal;
    }
  | { readonly kind: 'mean'; readonly months: readonly Money[] }
  | { readonly kind: 'given'; readonly label: Message; readonly amount: Money };

export const levelDecimal = (cents: number): Decimal => new Decimal((cents / 100).toFixed(4));
export const factorDecimal = (factor: number): Decimal => new Decimal(factor.toFixed(6));
export const ratioDecimal = (ratio: number): Decimal => new Decimal(ratio.toFixed(6));

const ONE = new Decimal(1);
const NOTHING = new Decimal(0);

/** The recipe's amount: the same figure as its step. */
export function amountOf(recipe: Recipe): Money {
  switch (recipe.kind) {
    case 'growth':
      return cut(recipe.level.times(recipe.factor).times(recipe.index));
    case 'change':
      return cut(recipe.level.plus(recipe.change).times(recipe.index));
    case 'blend': {
      const { weight, ratio, yearAgo, level } = recipe;
      return cut(weight.times(ratio).times(moneyToDecimal(yearAgo)).plus(ONE.minus(weight).times(level)));
    }
    case 'mean':
      return cut(moneyToDecimal(sumMoney(recipe.months)).dividedBy(recipe.months.length));
    case 'given':
      return recipe.amount < ZERO ? ZERO : recipe.amount;
  }
}

function cut(exact: Decimal): Money {
  return exact.isNegative() ? ZERO : roundToCents(exact);
}

const euro = (code: string, value: Decimal, rest: Partial<Omit<Step, 'label' | 'value'>> = {}): Step =>
  step({ code, facts: {} }, quantityValue(value, '€'), rest);
const ratio = (code: string, value: Decimal, rest: Partial<Omit<Step, 'label' | 'value'>> = {}): Step =>
  step({ code, facts: {} }, ratioValue(value), rest);

/** The same amount with every part that made it. */
export function stepOf(recipe: Recipe, label: Message): Step {
  if (recipe.kind === 'given') {
    const amount = step(recipe.label, moneyValue(recipe.amount));
    return step(label, moneyValue(amountOf(recipe)), {
      operator: 'max',
      parts: [amount, step({ code: 'forecast.never-negative', facts: {} }, moneyValue(ZERO))],
    });
  }
  const exact = exactStep(recipe);
  const floor = Decimal.max(NOTHING, valueOf(exact));
  return step(label, moneyValue(amountOf(recipe)), {
    operator: 'round-cents',
    parts: [
      euro('forecast.not-below-zero', floor, {
        operator: 'max',
        parts: [exact, euro('forecast.never-negative', NOTHING)],
      }),
    ],
  });
}

function valueOf(part: Step): Decimal {
  return part.value.kind === 'quantity' ? part.value.value : NOTHING;
}

function exactStep(recipe: Exclude<Recipe, { kind: 'given' }>): Step {
  switch (recipe.kind) {
    case 'growth': {
      const { level, factor, index } = recipe;
      return euro('forecast.level-growth-season', level.times(factor).times(index), {
        operator: 'product',
        parts: [
          euro('forecast.level', level),
          ratio('forecast.growth-factor', factor),
          ratio('forecast.seasonal-index', index),
        ],
      });
    }
    case 'change': {
      const { level, change, index } = recipe;
      const sum = level.plus(change);
      return euro('forecast.level-season', sum.times(index), {
        operator: 'product',
        parts: [
          euro('forecast.level-and-change', sum, {
            operator: 'sum',
            parts: [euro('forecast.level', level), euro('forecast.change', change)],
          }),
          ratio('forecast.seasonal-index', index),
        ],
      });
    }
    case 'blend': {
      const { weight, ratio: growth, yearAgo, level } = recipe;
      const seasonal = weight.times(growth).times(moneyToDecimal(yearAgo));
      const flat = ONE.minus(weight);
      return euro('forecast.blend', seasonal.plus(flat.times(level)), {
        operator: 'sum',
        parts: [
          euro('forecast.blend-year-ago', seasonal, {
            operator: 'product',
            parts: [
              ratio('forecast.blend-weight', weight),
              ratio('forecast.growth-on-year-ago', growth),
              step({ code: 'forecast.month-year-ago', facts: {} }, moneyValue(yearAgo)),
            ],
          }),
          euro('forecast.blend-level', flat.times(level), {
            operator: 'product',
            parts: [
              ratio('forecast.blend-rest', flat, {
                operator: 'difference',
                parts: [ratio('forecast.whole', ONE), ratio('forecast.blend-weight', weight)],
              }),
              euro('forecast.level', level),
            ],
          }),
        ],
      });
    }
    case 'mean': {
      const sum = sumMoney(recipe.months);
      const count = new Decimal(recipe.months.length);
      return euro('forecast.mean-of-months', moneyToDecimal(sum).dividedBy(count), {
        operator: 'quotient',
        parts: [
          step({ code: 'forecast.sum-of-months', facts: {} }, moneyValue(sum), {
            operator: 'sum',
            parts: recipe.months.map((amount) =>
              step({ code: 'forecast.month-counted', facts: {} }, moneyValue(amount)),
            ),
          }),
          step({ code: 'forecast.count-of-months', facts: {} }, quantityValue(count, null)),
        ],
      });
    }
  }
}
