import type {
  AliasQuestion,
  Correction,
  FillPlan,
  Issue,
  Layout,
  LocalText,
  Measure,
  Message,
  PlannedWrite,
  PrognosisOutcome,
  Profile,
  StatedCell,
} from '../core';
import type { InputFile, IntakeReceipt, TariffMapping } from '../intake';
import type { RefusedWrite, WorkbookPort } from '../workbook';
import type { ClientChoice } from './production-files';

/** What all runs have in common. Files are opened by the caller's door; nothing here knows a disk. */
export interface RunInput {
  readonly production: readonly InputFile[];
  readonly forecast: readonly InputFile[];
  readonly ceilings: InputFile | null;
  readonly tariffs: InputFile | null;
  /** Which column of the tariff list is what, where the list has a form of its own. */
  readonly tariffMapping?: TariffMapping;
  /** How the forecast came about, when it was calculated: said with the receipt of its file. */
  readonly forecastNotes?: readonly Message[];
  /** For ZUT-03 and as a source of what is to come; not checked when there are none. */
  readonly allocations?: readonly InputFile[];
  /** A shipped rulebook's id, or the parsed JSON of a user's own with its file name. */
  readonly rulebook: { readonly id: string } | { readonly file: string; readonly json: unknown };
  readonly year: number;
  readonly asOf: string;
  /**
   * What counts of months that are over and not declared in full: what is declared (the default), the
   * estimate that the forecast file gives (`estimate`), or that in the workbook’s cells as well.
   */
  readonly incomplete?: 'declared' | 'estimate' | 'estimate-in-cells';
  /** Which provider, when the files hold more than one. */
  readonly provider: string | null;
  /** User's choice where a column leaves the decimal mark open. */
  readonly decimal: 'comma' | 'point' | null;
  /** What a Wlz rulebook asks beside the other files. */
  readonly wlz?: WlzInput;
  /** How clients are named; without it messages are read under a key that nobody keeps. */
  readonly clients?: ClientChoice;
  /** Names of providers by AGB code, for messages. */
  readonly providerNames?: ReadonlyMap<string, string>;
  /** Declared lines over the end of a month: divided by days (the default) or booked on the last month. */
  readonly acrossMonths?: 'by-days' | 'end-month';
}

/** What is known of a Wlz provider beyond its production. Null: not given, and then said to be. */
export interface WlzInput {
  readonly sector: string | null;
  readonly kind: string | null;
  /** Days of the reference year with and without treatment (ZK-14). */
  readonly treatment: InputFile | null;
  /** The sector's contracting space and providers, for the reallocation (ZK-13). */
  readonly space: InputFile | null;
  readonly providers: readonly InputFile[];
}

export interface Progress {
  /** Such as `production`, `workbook`, `check`; with the file at hand and the part of it done, 0–1. */
  report(stage: string, file: string | null, done: number | null): void;
  readonly signal: AbortSignal | null;
}

/** The result of a run over one or more prognoses. */
export interface RunOutcome {
  readonly rulebook: { readonly id: string; readonly version: string; readonly title: LocalText };
  readonly year: number;
  readonly asOf: string;
  readonly prognoses: readonly PrognosisOutcome[];
  readonly receipts: readonly IntakeReceipt[];
}

export interface FillOutcome extends RunOutcome {
  readonly layout: Layout;
  readonly profile: Profile;
  readonly plan: FillPlan;
  readonly written: readonly PlannedWrite[];
  readonly refused: readonly RefusedWrite[];
  readonly warnings: readonly Message[];
  /** Labels whose product the user has to choose or confirm, with suggestions. */
  readonly questions?: readonly AliasQuestion[];
}

/** A workbook to fill or check. */
export interface PrognosisFile {
  readonly file: string;
  readonly port: WorkbookPort;
}

/** A profile's parsed JSON with its file name. */
export interface ProfileFile {
  readonly file: string;
  readonly json: unknown;
}

export interface FillRequest extends RunInput {
  readonly prognosis: PrognosisFile;
  readonly profile: ProfileFile | null;
  /** Fill locked cells of protected sheets too. */
  readonly allowLocked?: boolean;
  /** Plan and evaluate only; write nothing. */
  readonly preview?: boolean;
  /** Only these planned changes, by `Sheet!A1`; all when absent. */
  readonly only?: ReadonlySet<string>;
  /** Wordings the user confirmed: normalised label → product code. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** What the user corrected about the layout; when absent, the corrections of the profile. */
  readonly corrections?: readonly Correction[];
  /** Decimals for amounts in thousands, 0–5; exact to the cent when absent. */
  readonly thousandsPlaces?: number;
  /** What cells ask for of which nothing in the workbook says it; when absent they stay unfilled. */
  readonly measure?: Measure;
  /** The same for the same files and settings: those are then not read again. */
  readonly inputsKey?: string;
}

export interface CheckRequest extends RunInput {
  readonly prognoses: readonly PrognosisFile[];
  readonly profile?: ProfileFile | null;
  readonly aliases?: ReadonlyMap<string, string>;
  /** Profiles remembered from an earlier round, by `providerKey`. */
  readonly profiles?: ReadonlyMap<string, unknown>;
}

/** A workbook that could not be used, with the reasons. */
export interface UnusableFile {
  readonly file: string;
  readonly issues: readonly Issue[];
}

/** What is kept of a submission for the next round. */
export interface SubmissionDetail {
  readonly file: string;
  readonly provider: string;
  /** Every amount it states, with its cell. */
  readonly cells: readonly StatedCell[];
  /** How its layout was read. */
  readonly profile: Profile;
}

export interface CheckOutcome extends RunOutcome {
  readonly unusable: readonly UnusableFile[];
  /** In the order of `prognoses`. */
  readonly details: readonly SubmissionDetail[];
}
