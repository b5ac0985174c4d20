import {
  extrapolate as estimate,
  forecastYear,
  lastDay,
  monthsOfYear,
  type ExtrapolationMethod,
  type ForecastRequest,
  type IsoDate,
  type Money,
  type Step,
} from '../../core';
import { choiceArgument, dateArgument, isOmitted, yearArgument } from '../arguments';
import { missing, type Answer, type Explained } from '../cell';
import { careArgument, type CareData } from '../tables';

type Method = ExtrapolationMethod | Exclude<ForecastRequest['method'], 'running-average' | 'own-forecast'>;

const METHODS: ReadonlyMap<string, Method> = new Map([
  ['automatic', 'automatic'],
  ['automatisch', 'automatic'],
  ['theta', 'theta'],
  ['thetadamped', 'theta-damped'],
  ['thetagedempt', 'theta-damped'],
  ['damped', 'damped'],
  ['gedempt', 'damped'],
  ['blend', 'ratio-level'],
  ['ratiolevel', 'ratio-level'],
  ['mengvorm', 'ratio-level'],
  ['level', 'level'],
  ['niveau', 'level'],
  ['seasonalnaive', 'seasonal-naive'],
  ['vorigjaar', 'seasonal-naive'],
  ['average', 'average'],
  ['runningaverage', 'average'],
  ['lopendgemiddelde', 'average'],
  ['gemiddelde', 'average'],
  ['gemiddeld', 'average'],
  ['sincestart', 'since-start'],
  ['vanafstart', 'since-start'],
  ['last3', 'last-3'],
  ['laatste3', 'last-3'],
]);

/** The months of a product, whichever method made them. */
interface Row {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly months: readonly { readonly amount: Money }[];
  readonly total: Money;
  readonly step: Step;
}

/** Ranges play no part in a table of amounts: the fewest paths there are. */
const PATHS = 100;

function rowsOf(data: CareData, year: number, asOf: IsoDate, method: Method): readonly Row[] {
  if (method === 'average' || method === 'since-start' || method === 'last-3') {
    return estimate(data.rows, year, asOf, method);
  }
  // Without a month that is over there is nothing to go by.
  if (!data.rows.some((row) => lastDay(row.month) <= asOf)) return [];
  return forecastYear({ year, asOf, lines: data.rows, method, paths: PATHS }).products;
}

const word = (name: string): Answer => ({
  kind: 'message',
  value: { code: `functions.column-${name}`, facts: {} },
});
const text = (value: string): Answer => ({ kind: 'text', value });

/**
 * Year by product and month: closed months as produced, the others estimated from all months before, of earlier years too. The table can be used as forecast.
 * @customfunction EXTRAPOLATE
 * @param production Table of production: domain, product, client, period, amount. One row per line, or months side by side.
 * @param asOf As-of date: months that have ended by then are closed.
 * @param year Calendar year, such as 2023.
 * @param method automatic (when left out): what fits the history best; theta, theta-damped, damped, blend, level, seasonal-naive; average: mean of this year's closed months; since-start: since the product's first month; last-3: over the last three.
 * @returns {unknown[][]}
 */
export function extrapolate(production: unknown[][], asOf: unknown, year: unknown, method?: unknown) {
  const data = careArgument(production, 'production');
  const day = dateArgument(asOf, 'asOf');
  const of = yearArgument(year, 'year');
  const how = isOmitted(method) ? 'automatic' : choiceArgument(method, 'method', METHODS);
  const products = rowsOf(data, of, day, how);
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
    get steps(): readonly Step[] {
      return products.map((product) => product.step);
    },
  } satisfies Explained;
}
