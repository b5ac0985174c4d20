import type { CareRow } from '../production/care-table';
import type { Decimal, IsoDate, Message, Money, Month, Step } from '../values';

/**
 * How the months ahead of a product are estimated (docs/forecast.md has each with its reference).
 * `theta`: Theta with shrunk seasonal indices. `theta-damped`: the mean of Theta and damped trend.
 * `damped`: damped trend. `ratio-level`: blend of the level and last year's month times the growth so far.
 * `level`: the smoothed level. `running-average`: mean of this year's closed months.
 * `seasonal-naive`: the same month a year ago. `own-forecast`: what the user states.
 * `none`: nothing to forecast with (no history, or a product that stopped): 0, and a notice says why.
 */
export type ForecastMethod =
  | 'theta'
  | 'theta-damped'
  | 'damped'
  | 'ratio-level'
  | 'level'
  | 'running-average'
  | 'seasonal-naive'
  | 'own-forecast'
  | 'none';

/** Every method that forecasts something, the one that is recommended where much is known first. */
export const FORECAST_METHODS = [
  'theta-damped',
  'theta',
  'damped',
  'ratio-level',
  'level',
  'running-average',
  'seasonal-naive',
  'own-forecast',
] as const satisfies readonly ForecastMethod[];

/** What was declared in one month for care of one month: the raw material of completion factors. */
export interface DeclarationRow {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  /** Month in which the care was delivered. */
  readonly origin: Month;
  /** Month in which the line was declared. */
  readonly declaredIn: Month;
  readonly amount: Money;
}

/** A completion share that the user states because no declarations by month are at hand. */
export interface CompletionShare {
  /** Null: every domain, every product. The most specific share wins. */
  readonly domain: string | null;
  readonly product: string | null;
  /** Whole months that passed since the end of the month of care: 0 for the month that ended last. */
  readonly age: number;
  /** Share (0 to 1) of what will be declared in the end that is declared at that age. */
  readonly share: Decimal;
}

/** How an incomplete month is completed. */
export type CompletionMethod = 'bornhuetter-ferguson' | 'chain-ladder' | 'benktander';

/** A month's amount set by hand: stays as it is at every refresh and is marked. */
export interface ForecastOverride {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly amount: Money;
  /** The user's own words. */
  readonly reason: string;
}

/** A method that the user chose for one product: stays chosen at every refresh. */
export interface ProductMethod {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly method: Exclude<ForecastMethod, 'none'>;
}

export interface ForecastRequest {
  readonly year: number;
  /** Months that end on or before this day are over; later production takes no part. */
  readonly asOf: IsoDate;
  /** Production as declared so far, over as many years as there are. */
  readonly lines: Iterable<CareRow>;
  readonly declarations?: Iterable<DeclarationRow>;
  /** Used where `declarations` say nothing about a product. */
  readonly completionShares?: readonly CompletionShare[];
  readonly completionMethod?: CompletionMethod;
  /** Products of the same group share completion factors. Default: provider and domain. */
  readonly groupOf?: (product: { provider: string; domain: string; product: string }) => string;
  /** The user's own forecast, by month. */
  readonly ownForecast?: Iterable<CareRow>;
  readonly overrides?: readonly ForecastOverride[];
  readonly method: 'automatic' | Exclude<ForecastMethod, 'none'>;
  /** Go before `method` for the products they name; the errors of all methods are shown beside them. */
  readonly methods?: readonly ProductMethod[];
  /** Any whole number; the same seed gives the same ranges and chances. Default 1. */
  readonly seed?: number;
  /** Number of simulated paths, 100 or more. Default 1,000. */
  readonly paths?: number;
  /** Called now and then with the number of products done, for a progress bar. */
  readonly progress?: (done: number, of: number) => void;
}

/** Amounts within which the outcome lies with 80% and with 95% probability. */
export interface AmountRange {
  readonly low80: Money;
  readonly high80: Money;
  readonly low95: Money;
  readonly high95: Money;
}

/**
 * `closed`: the month is over and declared (as good as) in full. `incomplete`: it is over, declarations are
 * still to come. `forecast`: it isn't over yet.
 */
export type ForecastStatus = 'closed' | 'incomplete' | 'forecast';

export interface ForecastMonth extends AmountRange {
  readonly month: Month;
  readonly status: ForecastStatus;
  /** Declared so far for this month. */
  readonly declared: Money;
  /** Share of the final amount that is declared; null for months that aren't over. */
  readonly completion: Decimal | null;
  /** The estimate of the whole month, what is declared included. */
  readonly amount: Money;
  readonly overridden: boolean;
  /** What the amount would be without the override; null when there is none. */
  readonly replaced: Money | null;
  /** The user's reason for the override. */
  readonly overrideReason: string | null;
  /** How the amount comes about; worked out when it is read. */
  readonly step: Step;
}

/** How well a method would have forecast this product's own past; null where it could not be tried. */
export interface BacktestRow {
  readonly method: ForecastMethod;
  /** Mean absolute error of a month, as a share of the mean month. Four digits. */
  readonly error: Decimal | null;
  /** Mean of forecast minus outcome as a share of the mean month: above 0 is too high. Four digits. */
  readonly bias: Decimal | null;
  /** Number of months that were forecast and compared. */
  readonly months: number;
  readonly chosen: boolean;
}

export interface ProductForecast {
  /** Place in `ForecastResult.products`. */
  readonly index: number;
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly method: ForecastMethod;
  /** Why this method. */
  readonly reason: Message;
  /** The twelve months of the year. */
  readonly months: readonly ForecastMonth[];
  /** Exact sum of the months. */
  readonly total: Money;
  readonly range: AmountRange;
  /** Empty when one method was asked for of all products or nothing could be tried. */
  readonly backtest: readonly BacktestRow[];
  readonly notices: readonly Message[];
  readonly step: Step;
}

/** The simulated paths; worked out again from the seed whenever they are asked for. */
export interface PathSource {
  readonly count: number;
  readonly seed: number;
  /**
   * Cents of one product, twelve months after one another, each with `count` paths:
   * `values[month * count + path]`. The same path number belongs together over products and months.
   * Closed and overridden months hold the same amount in every path.
   */
  of(index: number): Float64Array;
  /** The same of all products together, where they were added up on the way. */
  readonly all?: Float64Array;
}

export interface ForecastResult {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly products: readonly ProductForecast[];
  /** Exact sum over products. */
  readonly total: Money;
  readonly range: AmountRange;
  readonly paths: PathSource;
  /** What holds for the whole forecast, such as that nothing is known about late declarations. */
  readonly notices: readonly Message[];
  readonly step: Step;
}

/** Which products take part; an empty filter takes all. Providers compare by `providerKey`. */
export type ForecastFilter =
  | { readonly provider?: string; readonly domain?: string; readonly product?: string }
  | ((product: ProductForecast) => boolean);

/** Sums over products of the same paths, from which every question about that subtotal is answered. */
export interface PathSums {
  readonly year: number;
  readonly count: number;
  /** Cents, `values[month * count + path]`. */
  readonly values: Float64Array;
  /** The estimate itself per month. */
  readonly amounts: readonly Money[];
}

export interface SubtotalRange {
  readonly total: Money;
  readonly range: AmountRange;
  readonly months: readonly (AmountRange & { readonly month: Month; readonly amount: Money })[];
}

/** A ceiling: one amount, or amounts that come on top of one another from a day on. */
export type ForecastCeiling = Money | readonly { readonly from: IsoDate; readonly amount: Money }[];

export interface OverrunChance {
  /** Share of paths above the ceiling at year end; three digits. 0 and 1 mean: in no path, in every path. */
  readonly chance: Decimal;
  readonly paths: number;
  readonly above: number;
  /** Mean overrun over all paths (0 where there is none), and over the paths with an overrun. */
  readonly expectedOverrun: Money;
  readonly meanOverrunWhenOver: Money | null;
  readonly step: Step;
}

export interface ExhaustionDistribution {
  /** Chance that the ceiling is used up in that month; three digits. */
  readonly months: readonly { readonly month: Month; readonly chance: Decimal }[];
  /** Chance that it lasts the year. */
  readonly never: Decimal;
  /** First day on which the estimate itself exceeds the ceiling; amounts of a month spread over its days. */
  readonly expected: IsoDate | null;
  /** Days before which the ceiling is used up in 10%, 50% and 90% of paths; null: not within the year. */
  readonly early: IsoDate | null;
  readonly median: IsoDate | null;
  readonly late: IsoDate | null;
}
