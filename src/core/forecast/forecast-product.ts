import {
  maxMoney,
  moneyValue,
  monthValue,
  step,
  sumMoney,
  ZERO,
  type Decimal,
  type Message,
  type Money,
  type Step,
} from '../values';
import { providerKey } from '../production/provider';
import { chooseMethod, methodName, type MethodChoice } from './choose-method';
import type { CompletionBook } from './completion/completion-book';
import { PastMonths } from './completion/settle-months';
import type { ForecastMonth, ForecastRequest, ForecastStatus, ProductForecast } from './forecast-result';
import { canFit, Fitter, type Fit, type FitInput } from './methods/fit';
import { amountOf, stepOf } from './methods/recipe';
import { certain, rangeOfValues, yearOfPaths } from './ranges/quantiles';
import { simulateProduct, spreadModel, type MonthModel, type ProductModel } from './ranges/simulate';
import type { SharedNoise } from './ranges/shared-noise';
import type { GatheredProduct } from './series/gather';
import { monthAt } from './series/month-index';
import { prepareSeries, type PreparedSeries } from './series/prepare';

export interface ProductContext {
  readonly request: ForecastRequest;
  /** Whether the methods are tried on the past also when the user chose one. */
  readonly compares: boolean;
  /** Last month that is over, as in `indexOfMonth`. */
  readonly over: number;
  /** January of the year that is forecast. */
  readonly january: number;
  readonly book: CompletionBook;
  /** Months for which the product's provider has any line. */
  readonly present: ReadonlySet<number>;
  readonly noise: SharedNoise;
  /** Months ahead of the last month that is over; rows of noise beyond belong to incomplete months. */
  readonly ahead: number;
}

/** A product whose months are settled and whose simulation can be run. */
export interface PlannedProduct {
  readonly model: ProductModel;
  /** The twelve months' amounts, overrides included. */
  readonly amounts: readonly Money[];
  readonly drafts: readonly Draft[];
  readonly past: PastMonths;
  readonly worked: Worked;
}

export interface WorkedProduct {
  readonly forecast: ProductForecast;
  readonly model: ProductModel;
  readonly paths: Float64Array;
  /** Whether anything was known about how complete its months are. */
  readonly completionKnown: boolean;
}

/** A month of the year before ranges and overrides. */
interface Draft {
  readonly status: ForecastStatus;
  readonly declared: Money;
  readonly completion: Decimal | null;
  readonly amount: Money;
  readonly explain: () => Step;
  readonly model: MonthModel;
}

interface Worked {
  readonly series: PreparedSeries;
  readonly choice: MethodChoice;
  readonly fit: Fit;
}

/** Completion, method and months of one product of one provider, without anything simulated. */
export function planProduct(product: GatheredProduct, context: ProductContext): PlannedProduct {
  const { over, january, present } = context;
  const past = new PastMonths(product, context.book, present, over);
  const mature = Math.min(over, past.lastMature);
  const worked = workOut(product, past, mature, context);

  const drafts: Draft[] = [];
  for (let month = january; month < january + 12; month++) {
    drafts.push(
      month <= over
        ? pastDraft(product, past, month, mature, worked.fit, context)
        : aheadDraft(product, month, worked, context),
    );
  }
  const model: ProductModel = {
    ...spreadModel(
      JSON.stringify([providerKey(product.provider), product.domain, product.product]),
      worked.fit.spread,
      worked.choice.method === 'none' ? 0 : levelOf(worked.series),
    ),
    months: drafts.map((draft, at) => {
      const override = product.overrides.get(january + at);
      return override ? { kind: 'fixed', cents: Number(override.amount) } : draft.model;
    }),
  };
  const amounts = drafts.map(({ amount }, at) => product.overrides.get(january + at)?.amount ?? amount);
  return { model, amounts, drafts, past, worked };
}

/** Forecast of one product of one provider: completion, method, months, ranges. */
export function forecastProduct(
  product: GatheredProduct,
  index: number,
  context: ProductContext,
): WorkedProduct {
  const { request, over, january, noise } = context;
  const { model, drafts, past, worked } = planProduct(product, context);
  const paths = simulateProduct(model, noise);
  const months = drafts.map((draft, at) =>
    finishMonth(
      draft,
      january + at,
      product,
      model,
      paths.subarray(at * noise.paths, (at + 1) * noise.paths),
    ),
  );
  const total = sumMoney(months.map((month) => month.amount));
  const { provider, domain } = product;
  const forecast: ProductForecast = {
    index,
    provider,
    domain,
    product: product.product,
    method: worked.choice.method,
    reason: worked.choice.reason,
    months,
    total,
    range: model.months.every((month) => month.kind === 'fixed')
      ? certain(total)
      : rangeOfValues(yearOfPaths(paths, noise.paths)),
    backtest: worked.choice.backtest,
    notices: noticesOf(product, past, worked, context),
    get step() {
      const facts = { domain, product: product.product, year: request.year };
      return step({ code: 'forecast.year-of-product', facts }, moneyValue(total), {
        operator: 'sum',
        parts: months.map((month) => month.step),
      });
    },
  };
  let completionKnown = false;
  for (let month = january; month <= over && !completionKnown; month++) {
    completionKnown = past.completionOf(month).ground !== 'none';
  }
  return { forecast, model, paths, completionKnown };
}

/**
 * Settles the months that are over and fits the method: first on mature months alone, which gives what to
 * expect of the incomplete ones; then once more with these completed.
 */
function workOut(
  product: GatheredProduct,
  past: PastMonths,
  mature: number,
  context: ProductContext,
): Worked {
  const { request, over, january, present } = context;
  const method = request.completionMethod ?? 'bornhuetter-ferguson';
  const first = Math.min(mature + 1, january, ...product.declared.keys());
  past.settle(first, mature, 'chain-ladder', null);
  const work = (until: number, chosen: MethodChoice | null): Worked => {
    const series = prepareSeries(past.amounts, present, until);
    const input = inputOf(series, product, until, context);
    const choice =
      chosen !== null &&
      series.state === 'regular' &&
      chosen.method !== 'none' &&
      canFit(chosen.method, input)
        ? chosen
        : chooseMethod(request.method, series, product.own, input, context.compares);
    return { series, choice, fit: new Fitter(input).fit(choice.method) };
  };
  const early = work(mature, null);
  if (mature === over) return early;
  if (early.series.state === 'empty' && early.choice.method === 'none') {
    // Nothing mature to go by: what is declared is completed by its share alone.
    past.settle(mature + 1, over, 'chain-ladder', null);
  } else {
    past.settle(mature + 1, over, method, (month) => {
      const recipe = early.fit.recipe(month - mature - 1);
      const facts = { month: monthValue(monthAt(month)), method: methodName(early.choice.method) };
      return {
        amount: amountOf(recipe),
        explain: () => stepOf(recipe, { code: 'forecast.expected-of-month', facts }),
      };
    });
  }
  return work(over, early.choice);
}

function inputOf(
  series: PreparedSeries,
  product: GatheredProduct,
  until: number,
  { january }: ProductContext,
): FitInput {
  const ahead = Math.max(0, january + 11 - until);
  const hasOwn =
    ahead > 0 &&
    Array.from({ length: ahead }, (_, at) => until + 1 + at).some((month) => product.own.has(month));
  return {
    values: series.values,
    monthsOfYear: Math.max(0, Math.min(series.values.length, until - january + 1)),
    ahead,
    own: hasOwn ? Array.from({ length: ahead }, (_, at) => product.own.get(until + 1 + at) ?? ZERO) : null,
  };
}

function pastDraft(
  product: GatheredProduct,
  past: PastMonths,
  month: number,
  mature: number,
  fit: Fit,
  context: ProductContext,
): Draft {
  const settled = past.get(month);
  const { declared, completion, amount, explain } = settled;
  if (settled.closed) {
    const model: MonthModel = { kind: 'fixed', cents: Number(amount) };
    return { status: 'closed', declared, completion: completion.share, amount, explain, model };
  }
  const { alpha } = fit.spread;
  return {
    status: 'incomplete',
    declared,
    completion: completion.share,
    amount,
    explain,
    model: {
      kind: 'incomplete',
      declared: Number(declared),
      prior:
        settled.prior === null
          ? null
          : { cents: Number(settled.prior), ahead: context.ahead + Math.max(0, month - mature - 1) },
      amount: Number(amount),
      share: completion.share.toNumber(),
      shareError: completion.error,
      event: JSON.stringify([context.book.groupOf(product), month]),
      weight: alpha * (1 - alpha) ** (context.over - month),
    },
  };
}

function aheadDraft(
  product: GatheredProduct,
  month: number,
  { fit, choice }: Worked,
  context: ProductContext,
): Draft {
  const ahead = month - context.over - 1;
  const declared = product.declared.get(month) ?? ZERO;
  const recipe = fit.recipe(ahead);
  const expected = amountOf(recipe);
  const amount = maxMoney(expected, declared);
  const label = {
    code: 'forecast.month-ahead',
    facts: { month: monthValue(monthAt(month)), method: methodName(choice.method) },
  };
  return {
    status: 'forecast',
    declared,
    completion: null,
    amount,
    explain: () =>
      declared === ZERO
        ? stepOf(recipe, label)
        : step(
            { code: 'forecast.at-least-declared', facts: { month: label.facts.month } },
            moneyValue(amount),
            {
              operator: 'max',
              parts: [
                stepOf(recipe, label),
                step({ code: 'forecast.declared', facts: {} }, moneyValue(declared)),
              ],
            },
          ),
    model: {
      kind: 'ahead',
      cents: Number(expected),
      ahead,
      least: Number(declared),
      season: month % 12,
    },
  };
}

function finishMonth(
  draft: Draft,
  month: number,
  product: GatheredProduct,
  model: ProductModel,
  paths: Float64Array,
): ForecastMonth {
  const override = product.overrides.get(month);
  const amount = override ? override.amount : draft.amount;
  const fixed = model.months[month % 12]?.kind === 'fixed';
  return {
    month: monthAt(month),
    status: draft.status,
    declared: draft.declared,
    completion: draft.completion,
    amount,
    ...(fixed ? certain(amount) : rangeOfValues(paths)),
    overridden: override !== undefined,
    replaced: override ? draft.amount : null,
    overrideReason: override ? override.reason : null,
    get step() {
      if (!override) return draft.explain();
      const facts = { month: monthValue(monthAt(month)), reason: override.reason };
      return step({ code: 'forecast.overridden', facts }, moneyValue(amount));
    },
  };
}

function noticesOf(
  product: GatheredProduct,
  past: PastMonths,
  { series, choice }: Worked,
  { january, over }: ProductContext,
): Message[] {
  const notices: Message[] = [...series.notices, ...choice.notices];
  const undeclared: number[] = [];
  for (let month = january; month <= over; month++) if (past.isUndeclared(month)) undeclared.push(month);
  if (undeclared.length > 0) {
    notices.push({
      code: 'forecast.months-not-declared',
      facts: {
        months: undeclared.map((month) => monthValue(monthAt(month))),
        count: undeclared.length,
      },
    });
  }
  if (choice.method === 'own-forecast') {
    const from = Math.max(january, over + 1);
    const missing: number[] = [];
    for (let month = from; month < january + 12; month++) if (!product.own.has(month)) missing.push(month);
    if (missing.length > 0) {
      notices.push({
        code: 'forecast.own-missing',
        facts: { months: missing.map((month) => monthValue(monthAt(month))), count: missing.length },
      });
    }
    for (let month = from; month < january + 12; month++) {
      const amount = product.own.get(month) ?? ZERO;
      if (amount >= ZERO) continue;
      notices.push({
        code: 'forecast.own-negative',
        facts: { month: monthValue(monthAt(month)), amount: moneyValue(amount) },
      });
    }
  }
  return notices;
}

/** Mean of the last twelve months, in cents. */
function levelOf({ values }: PreparedSeries): number {
  const count = Math.min(12, values.length);
  let sum = 0;
  for (let at = values.length - count; at < values.length; at++) sum += values[at] as number;
  return count === 0 ? 0 : sum / count;
}
