import type { IsoDate, Month } from '../values/date';
import type { Decimal } from '../values/decimal';
import type { Money } from '../values/money';

/** What was delivered or is expected for one product in one month. */
export interface Figure {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly phase: 'actual' | 'forecast';
  readonly amount: Money;
  readonly quantity: Decimal | null;
  readonly unit: string | null;
  /** Number of clients, when known. */
  readonly clients: number | null;
  readonly tariff?: Decimal | null;
  /** The provider's own client key, for layouts with a row per client; absent when aggregated over clients. */
  readonly client?: string;
  /** Location or municipality, for layouts with cells for each; absent when the source doesn't say. */
  readonly location?: string;
}

/** Everything that has to be put into a prognosis. */
export interface FigureSource {
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly figures: readonly Figure[];
}
