import { argumentName, textArgument } from '../arguments';
import { wrong, type Explained } from '../cell';
import { stepTable } from '../step-table';
import { functionNamed, functionNames } from '../registry';

/**
 * Steps of the calculation of another function, with amounts, rules, sources and assumptions. Adding the steps up again gives the result.
 * @customfunction EXPLAIN
 * @param functionName Name of the function, such as "OVERRUN".
 * @param values Its arguments, in its own order.
 * @returns {unknown[][]}
 */
export function explain(functionName: unknown, values: unknown[][][]) {
  const name = textArgument(functionName, 'functionName')
    .toUpperCase()
    .replace(/^=?(?:ZORG\.)?/, '')
    .replace(/\(.*$/, '');
  const answer = functionNamed(name);
  if (answer === null || name === 'EXPLAIN') {
    throw wrong('functions.function-unknown', {
      argument: argumentName('functionName'),
      found: name,
      known: functionNames().filter((other) => other !== 'EXPLAIN'),
    });
  }
  // Excel hands over each repeated argument as a range, also when it is one value.
  const { steps } = answer(...(Array.isArray(values) ? values : []));
  return { value: stepTable(steps), steps } satisfies Explained;
}
