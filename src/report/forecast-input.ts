import type {
  ForecastResult,
  IsoDate,
  Message,
  Rulebook,
  ScenarioChance,
  ScenarioComparison,
  SensitivityRow,
  Step,
  TotalLine,
} from '../core';
import type { ReadReceipt } from './input';

/** A forecast with everything that is told about it. */
export interface ForecastReport {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly rulebook: Rulebook | null;
  readonly result: ForecastResult;
  readonly totals: TotalLine;
  readonly scenarios: {
    readonly comparison: ScenarioComparison;
    readonly chances: readonly (readonly ScenarioChance[])[];
    readonly sensitivity: readonly SensitivityRow[];
  } | null;
  readonly describe: (product: string) => string | null;
  readonly notices: readonly Message[];
  /** Forecasts that come from something else than past months, with their steps. */
  readonly sources: readonly {
    readonly kind: string;
    readonly provider: string;
    readonly domain: string;
    readonly product: string;
    readonly steps: readonly Step[];
  }[];
  readonly receipts: readonly ReadReceipt[];
  /** SHA-256 of each file, by its name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Version of the program. */
  readonly engine: string;
}
