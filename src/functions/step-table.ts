import { formatMoney, type Operator, type Step, type Value } from '../core';
import { EMPTY, type Answer } from './cell';

const text = (value: string): Answer => ({ kind: 'text', value });
const say = (code: string): Answer => ({ kind: 'message', value: { code, facts: {} } });

const COLUMNS = [
  'step',
  'label',
  'result',
  'exact',
  'operation',
  'rule',
  'step-source',
  'assumption',
] as const;

/**
 * Steps as the rows of a table: number, what it is, value, exact value as text, how it follows from the steps
 * one level deeper, rule, source, assumption. The exact values add up without any loss; a cell's number has
 * fifteen digits.
 */
export function stepTable(steps: readonly Step[]): Answer[][] {
  const rows: Answer[][] = [COLUMNS.map((name) => say(`functions.column-${name}`))];
  const add = (part: Step, number: string): void => {
    rows.push([
      text(number),
      { kind: 'message', value: part.label },
      shown(part.value),
      text(exactText(part.value)),
      operation(part.operator),
      text(part.rule ?? ''),
      text(part.source ? `${part.source.document}, ${part.source.place}` : ''),
      part.assumed ? { kind: 'message', value: part.assumed } : EMPTY,
    ]);
    part.parts.forEach((child, index) => add(child, `${number}.${index + 1}`));
  };
  steps.forEach((root, index) => add(root, String(index + 1)));
  return rows;
}

const operation = (operator: Operator): Answer => say(`functions.operator-${operator}`);

function shown(value: Value): Answer {
  switch (value.kind) {
    case 'money':
      return { kind: 'money', value: value.value };
    case 'quantity':
    case 'ratio':
      return { kind: 'number', value: value.value.toFixed() };
    case 'text':
      return text(value.value);
    case 'date':
    case 'month':
      return { kind: 'message', value: { code: 'functions.text', facts: { text: value } } };
  }
}

function exactText(value: Value): string {
  switch (value.kind) {
    case 'money':
      return formatMoney(value.value);
    case 'quantity':
    case 'ratio':
      return value.value.toFixed();
    default:
      return '';
  }
}
