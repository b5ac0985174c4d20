import { Decimal } from './decimal';
import { CoreError } from './error';
import { moneyToDecimal } from './money';
import type { Message, Place, Value } from './message';

/** Where a rule or a parameter comes from: document number and question, paragraph or article. */
export interface Source {
  readonly document: string;
  readonly place: string;
}

/** How a step's value follows from its parts. `given` and `parameter` have none. */
export type Operator =
  | 'given'
  | 'parameter'
  | 'sum'
  /** first part minus all the others */
  | 'difference'
  | 'product'
  /** first part divided by the second */
  | 'quotient'
  | 'min'
  | 'max'
  /** its single part, rounded half up to whole cents */
  | 'round-cents'
  /** first part, rounded half up to a whole number of times the second (a tenth of a percentage point, a day) */
  | 'round-to'
  /** a choice or search that can't be recomputed from amounts alone (a date, a status) */
  | 'derived';

/**
 * One step of a calculation: what it is called, what came out, how, and on what ground. Steps form a tree;
 * `recompute` proves that each value follows from its parts, so that a controller can do it on paper.
 */
export interface Step {
  readonly label: Message;
  readonly value: Value;
  readonly operator: Operator;
  readonly parts: readonly Step[];
  readonly rule: string | null;
  readonly source: Source | null;
  /** Why this rests on an assumption, when it does. */
  readonly assumed: Message | null;
  readonly place: Place | null;
}

/** Everything about a step but its value may be left out. */
export function step(label: Message, value: Value, rest: Partial<Omit<Step, 'label' | 'value'>> = {}): Step {
  return {
    label,
    value,
    operator: rest.operator ?? 'given',
    parts: rest.parts ?? [],
    rule: rest.rule ?? null,
    source: rest.source ?? null,
    assumed: rest.assumed ?? null,
    place: rest.place ?? null,
  };
}

/** The number in a value, amounts in euros; null for dates and texts. */
export function stepNumber(value: Value): Decimal | null {
  switch (value.kind) {
    case 'money':
      return moneyToDecimal(value.value);
    case 'quantity':
    case 'ratio':
      return value.value;
    default:
      return null;
  }
}

/**
 * Recomputes every calculated step of the tree from its parts, exactly.
 * Returns the number of steps recomputed. Errors: `step-does-not-add-up` for the first that differs.
 */
export function recompute(root: Step): number {
  let count = 0;
  for (const part of root.parts) count += recompute(part);
  const expected = combine(root);
  if (expected === null) return count;
  const stated = stepNumber(root.value);
  if (stated === null || !stated.equals(expected)) {
    throw new CoreError('step-does-not-add-up', {
      label: root.label.code,
      stated: stated === null ? root.value.kind : stated.toFixed(),
      recomputed: expected.toFixed(),
    });
  }
  return count + 1;
}

function combine(root: Step): Decimal | null {
  if (root.operator === 'given' || root.operator === 'parameter' || root.operator === 'derived') return null;
  const numbers: Decimal[] = [];
  for (const part of root.parts) {
    const number = stepNumber(part.value);
    if (number === null) return null;
    numbers.push(number);
  }
  const [first, ...others] = numbers;
  switch (root.operator) {
    case 'sum':
      return numbers.reduce((sum, number) => sum.plus(number), new Decimal(0));
    case 'difference':
      return first ? others.reduce((left, number) => left.minus(number), first) : null;
    case 'product':
      return first ? others.reduce((total, number) => total.times(number), first) : null;
    case 'quotient':
      return first && others[0] ? first.dividedBy(others[0]) : null;
    case 'min':
      return first ? Decimal.min(...numbers) : null;
    case 'max':
      return first ? Decimal.max(...numbers) : null;
    case 'round-cents':
      return first ? first.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) : null;
    case 'round-to': {
      const [unit] = others;
      return first && unit
        ? first.dividedBy(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit)
        : null;
    }
  }
}
