import type { Decimal, Money, Month } from '../values';

/** One product in one month of the forecast that scenarios start from. */
export interface ScenarioCell {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  /** Closed months are a fact: no assumption changes them. */
  readonly open: boolean;
  readonly amount: Money;
  /** Null: not known. Volume is then measured in euro at the base's prices. */
  readonly quantity: Decimal | null;
}

/** A ceiling of a provider and domain, or with provider '' the budget of a domain (domain '': of everything). */
export interface ScenarioCeiling {
  readonly provider: string;
  readonly domain: string;
  readonly amount: Money;
}

/** The forecast and the ceilings that stay as they are, whatever is assumed beside them. */
export interface ScenarioBase {
  readonly cells: readonly ScenarioCell[];
  readonly ceilings: readonly ScenarioCeiling[];
}

/** Which cells an assumption is about; what is null takes all. */
export interface ScenarioScope {
  readonly provider: string | null;
  readonly domain: string | null;
  readonly product: string | null;
  /** First and last month; null: from the first open month, to the last. */
  readonly from: Month | null;
  readonly until: Month | null;
}

export type Assumption =
  /** Volume × (1 + rate), in open months. */
  | ({ readonly kind: 'growth'; readonly rate: Decimal } & ScenarioScope)
  /** Price × (1 + rate), in open months: a tariff change or an index. */
  | ({ readonly kind: 'tariff'; readonly rate: Decimal } & ScenarioScope)
  /**
   * New clients every month on top of the forecast, each for a number of months from the month of arrival:
   * clients in care × volume per client and month × tariff (ACH-04).
   */
  | {
      readonly kind: 'intake';
      readonly provider: string;
      readonly domain: string;
      readonly product: string;
      readonly from: Month | null;
      readonly until: Month | null;
      readonly clientsPerMonth: Decimal;
      /** Whole months in care, the first included. */
      readonly monthsInCare: number;
      readonly quantityPerMonth: Decimal;
      readonly tariff: Decimal;
    }
  /** A ceiling (or budget) that takes the place of the base's. */
  | { readonly kind: 'ceiling'; readonly provider: string; readonly domain: string; readonly amount: Money }
  /** An addition to or withdrawal from a budget (IJS-06), or income that is part of it (IJS-11). */
  | {
      readonly kind: 'budget' | 'contribution';
      readonly domain: string;
      readonly name: string;
      readonly amount: Money;
      readonly certain: boolean;
    };

export interface Scenario {
  readonly name: string;
  readonly assumptions: readonly Assumption[];
}

/** An assumption whose value isn't sure: what it is at its low and at its high end. */
export interface Knob {
  readonly name: string;
  readonly low: readonly Assumption[];
  readonly high: readonly Assumption[];
}
