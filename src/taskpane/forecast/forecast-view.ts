import {
  addMoney,
  maxMoney,
  monthNumber,
  providerKey,
  sumMoney,
  subtractMoney,
  ZERO,
  type AmountRange,
  type BacktestRow,
  type Decimal,
  type ForecastMethod,
  type ForecastMonth,
  type ForecastResult,
  type IsoDate,
  type Message,
  type Money,
  type ProductForecast,
  type ProductMethod,
  type TotalLine,
  type TotalsTreatment,
} from '../../core';
import type { ForecastInputs, ForecastRunOutcome } from '../../flow';
import type { TableReceipt } from '../../intake';

/** A month of a product: everything but its steps, which are asked for apart. */
export type MonthView = Omit<ForecastMonth, 'step'> & {
  /** What the user’s own forecast file says of the month; null: nothing. */
  readonly own: Money | null;
};

export interface ProductView {
  /** Place in the forecast, to ask for steps with. */
  readonly index: number;
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly description: string | null;
  readonly treatment: TotalsTreatment;
  readonly method: ForecastMethod;
  /** What the user chose for this product; null: automatic. */
  readonly chosen: ProductMethod['method'] | null;
  readonly reason: Message;
  readonly months: readonly MonthView[];
  readonly declared: Money;
  readonly total: Money;
  readonly range: AmountRange;
  /** The year with the own forecast for the months ahead; null without one. */
  readonly ownTotal: Money | null;
  readonly backtest: readonly BacktestRow[];
  readonly notices: readonly Message[];
}

/** A ceiling or budget with what the forecast makes of it. */
export interface AgainstView {
  readonly ceiling: Money;
  readonly ground: 'stated' | 'sum-of-ceilings';
  readonly counting: Money;
  readonly utilisation: Decimal | null;
  readonly expectedUtilisation: Decimal | null;
  readonly overrun: Money;
  readonly chance: Decimal;
  readonly expectedOverrun: Money;
  readonly exhaustion: {
    readonly expected: IsoDate | null;
    readonly early: IsoDate | null;
    readonly late: IsoDate | null;
  };
}

/** A domain, or a provider in it. */
export interface LevelView {
  readonly level: 'provider' | 'domain';
  readonly provider: string;
  readonly domain: string;
  readonly declared: Money;
  /** Of months that are over: what is expected to be declared yet. */
  readonly stillToDeclare: Money;
  readonly amount: Money;
  readonly excluded: Money;
  readonly range: AmountRange;
  readonly against: AgainstView | null;
  readonly ownTotal: Money | null;
}

/** What the pane shows of a forecast: plain data. */
export interface ForecastView {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly total: Money;
  readonly levels: readonly LevelView[];
  readonly products: readonly ProductView[];
  /** Methods with the number of products that use them, most used first. */
  readonly methods: readonly { readonly method: ForecastMethod; readonly products: number }[];
  readonly notices: readonly Message[];
  readonly receipts: readonly TableReceipt[];
  readonly hasOwn: boolean;
}

export const productKey = (of: { provider: string; domain: string; product: string }): string =>
  JSON.stringify([providerKey(of.provider), of.domain, of.product.toUpperCase()]);

type OwnMonths = ReadonlyMap<string, readonly (Money | null)[]>;

/** The own forecast by product, twelve months each. */
function ownMonths(inputs: ForecastInputs): OwnMonths {
  const found = new Map<string, (Money | null)[]>();
  for (const row of inputs.forecast.rows()) {
    if (!row.month.startsWith(`${inputs.year}-`)) continue;
    const key = productKey(row);
    let months = found.get(key);
    if (!months) found.set(key, (months = new Array<Money | null>(12).fill(null)));
    const at = monthNumber(row.month) - 1;
    months[at] = addMoney(months[at] ?? ZERO, row.amount);
  }
  return found;
}

function productView(
  product: ProductForecast,
  inputs: ForecastInputs,
  own: OwnMonths,
  chosen: ReadonlyMap<string, ProductMethod['method']>,
): ProductView {
  const key = productKey(product);
  const stated = own.get(key);
  const months = product.months.map((month, at): MonthView => {
    const { month: of, status, declared, completion, amount, low80, high80, low95, high95 } = month;
    const { overridden, replaced, overrideReason } = month;
    return {
      ...{ month: of, status, declared, completion, amount, low80, high80, low95, high95 },
      ...{ overridden, replaced, overrideReason, own: stated?.[at] ?? null },
    };
  });
  return {
    index: product.index,
    provider: product.provider,
    domain: product.domain,
    product: product.product,
    description: inputs.describe(product.product),
    treatment: inputs.treatmentOf(product.domain, product.product),
    method: product.method,
    chosen: chosen.get(key) ?? null,
    reason: product.reason,
    months,
    declared: sumMoney(months.map((month) => month.declared)),
    total: product.total,
    range: product.range,
    ownTotal:
      stated === undefined
        ? null
        : sumMoney(
            months.map((month) =>
              month.status === 'forecast' ? maxMoney(month.own ?? ZERO, month.declared) : month.amount,
            ),
          ),
    backtest: product.backtest,
    notices: product.notices,
  };
}

function levelView(line: TotalLine, products: readonly ProductView[]): LevelView {
  const own = products.filter(
    (product) =>
      product.domain === line.domain &&
      (line.level === 'domain' || providerKey(product.provider) === providerKey(line.provider)),
  );
  const { against } = line;
  return {
    level: line.level === 'domain' ? 'domain' : 'provider',
    provider: line.provider,
    domain: line.domain,
    declared: line.declared,
    stillToDeclare: sumMoney(
      own.flatMap(({ months }) =>
        months.flatMap((month) =>
          month.status === 'forecast' ? [] : [subtractMoney(month.amount, month.declared)],
        ),
      ),
    ),
    amount: line.amount,
    excluded: line.excluded,
    range: line.range,
    against:
      against === null
        ? null
        : {
            ceiling: against.ceiling,
            ground: against.ground,
            counting: against.counting,
            utilisation: against.utilisation,
            expectedUtilisation: against.expectedUtilisation,
            overrun: against.overrun,
            chance: against.chance.chance,
            expectedOverrun: against.chance.expectedOverrun,
            exhaustion: {
              expected: against.exhaustion.expected,
              early: against.exhaustion.early,
              late: against.exhaustion.late,
            },
          },
    // A product that the own forecast doesn’t name is 0 ahead: its months so far stay.
    ownTotal: own.every((product) => product.ownTotal === null)
      ? null
      : sumMoney(own.map((product) => product.ownTotal ?? withoutMonthsAhead(product))),
  };
}

const withoutMonthsAhead = ({ months }: ProductView): Money =>
  sumMoney(months.map((month) => (month.status === 'forecast' ? month.declared : month.amount)));

function methodsOf(result: ForecastResult): ForecastView['methods'] {
  const counts = new Map<ForecastMethod, number>();
  for (const { method } of result.products) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts]
    .map(([method, products]) => ({ method, products }))
    .sort((a, b) => b.products - a.products);
}

/** A forecast as the pane shows it. With one provider its domains are shown, else providers below domains. */
export function viewOf(
  inputs: ForecastInputs,
  outcome: ForecastRunOutcome,
  methods: readonly ProductMethod[],
): ForecastView {
  const chosen = new Map(methods.map((entry) => [productKey(entry), entry.method]));
  const own = ownMonths(inputs);
  const products = outcome.result.products.map((product) => productView(product, inputs, own, chosen));
  const many = new Set(products.map(({ provider }) => providerKey(provider))).size > 1;
  const levels = outcome.totals.parts.flatMap((domain) => {
    // The only provider says the same, against its own ceiling.
    const lines = many ? [domain, ...domain.parts] : domain.parts;
    return lines.map((line) => levelView(line, products));
  });
  return {
    year: outcome.year,
    asOf: outcome.asOf,
    total: outcome.result.total,
    levels,
    products,
    methods: methodsOf(outcome.result),
    notices: outcome.notices,
    receipts: outcome.receipts,
    hasOwn: inputs.forecast.size > 0,
  };
}
