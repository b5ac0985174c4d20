import type {
  ForecastResult,
  IsoDate,
  Message,
  Rulebook,
  ScenarioChance,
  ScenarioComparison,
  SensitivityRow,
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
  readonly receipts: readonly ReadReceipt[];
  /** SHA-256 of each file, by its name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Version of the program. */
  readonly engine: string;
}
