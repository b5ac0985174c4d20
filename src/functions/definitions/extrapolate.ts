import { extrapolate as estimate, monthsOfYear, type ExtrapolationMethod } from '../../core';
import { choiceArgument, dateArgument, isOmitted, yearArgument } from '../arguments';
import { missing, type Answer, type Explained } from '../cell';
import { careArgument } from '../tables';

const METHODS: ReadonlyMap<string, ExtrapolationMethod> = new Map([
  ['average', 'average'],
  ['gemiddelde', 'average'],
  ['gemiddeld', 'average'],
  ['sincestart', 'since-start'],
  ['vanafstart', 'since-start'],
  ['last3', 'last-3'],
  ['laatste3', 'last-3'],
]);

const word = (name: string): Answer => ({
  kind: 'message',
  value: { code: `functions.column-${name}`, facts: {} },
});
const text = (value: string): Answer => ({ kind: 'text', value });

/**
 * Year by product and month: closed months as produced, the others estimated as the mean of closed months. The table can be used as forecast.
 * @customfunction EXTRAPOLATE
 * @param production Table of production: domain, product, client, period, amount. One row per line, or months side by side.
 * @param asOf As-of date: months that have ended by then are closed.
 * @param year Calendar year, such as 2023.
 * @param method average: over all closed months (when left out); since-start: since the product's first month; last-3: over the last three closed months.
 * @returns {unknown[][]}
 */
export function extrapolate(production: unknown[][], asOf: unknown, year: unknown, method?: unknown) {
  const data = careArgument(production, 'production');
  const day = dateArgument(asOf, 'asOf');
  const of = yearArgument(year, 'year');
  const how = isOmitted(method) ? 'average' : choiceArgument(method, 'method', METHODS);
  const products = estimate(data.rows, of, day, how);
  if (products.length === 0) {
    throw missing('functions.nothing-closed', { year: String(of), date: { kind: 'date', value: day } });
  }
  const named = data.providers.size > 0;
  const header: Answer[] = [
    ...(named ? [word('provider')] : []),
    word('domain'),
    word('product'),
    ...monthsOfYear(of).map(text),
    word('total'),
  ];
  return {
    value: [
      header,
      ...products.map(({ provider, domain, product, months, total }): Answer[] => [
        ...(named ? [text(provider)] : []),
        text(domain),
        text(product),
        ...months.map(({ amount }): Answer => ({ kind: 'money', value: amount })),
        { kind: 'money', value: total },
      ]),
    ],
    steps: products.map((product) => product.step),
  } satisfies Explained;
}
