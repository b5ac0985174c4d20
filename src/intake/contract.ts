import type {
  CareTable,
  CeilingEntry,
  DeclaredCell,
  DecimalMark,
  IsoDate,
  Issue,
  Message,
  Money,
  Place,
  TableKind,
  TariffEntry,
  WorkbookGrid,
} from '../core';
import type { Pseudonymise } from './pseudonym';

import type { TariffMapping } from './tariff-table';

export type { DecimalMark, TableKind } from '../core';

/**
 * A file to read, wherever it lives. `open` may be called more than once and starts at the first byte.
 * `fleeting`: who reads it is done with a chunk when asking for the next one, so that its memory may be used
 * again; without it every chunk stays what it is.
 */
export interface InputFile {
  readonly name: string;
  /** In bytes; null when not known beforehand. */
  readonly size: number | null;
  open(fleeting?: boolean): AsyncIterable<Uint8Array>;
  /**
   * Takes along the bytes of a file that stands in this one, a zip, each time that file is read: for its hash.
   * It must hand over every chunk as it is.
   */
  alongside?(name: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** The cells of a table that is open already, such as one in Excel; then `open` isn't used. */
  grid?(): Promise<WorkbookGrid>;
}

/** Opens a workbook; given by the caller, so that intake needs no workbook code of its own. */
export type OpenGrid = (bytes: Uint8Array, file: string) => Promise<WorkbookGrid>;

export interface IntakeOptions {
  readonly openGrid?: OpenGrid;
  onProgress?(bytesDone: number, bytesTotal: number | null): void;
  readonly signal?: AbortSignal;
  /** What decides a number column whose own values leave open which mark is the decimal one. */
  readonly decimal?: DecimalMark;
  /** For tariff lists: which column is what, as the user keeps it. */
  readonly tariffMapping?: TariffMapping;
  /**
   * Where lines of a forecast go whose status says that they are still to be declared for a month that is
   * over; with the others when absent.
   */
  readonly late?: CareTable;
  /** Read this sheet of a workbook only. */
  readonly sheet?: string;
  /**
   * Replaces client identifiers while reading. A table keeps them as written without it; a message never
   * does: it is then read under a key of its own that nobody keeps.
   */
  readonly pseudonymise?: Pseudonymise;
  /**
   * A provider's own client numbers (not the citizen service number) are no identifiers and stay as written.
   */
  readonly keepOwnNumbers?: boolean;
  /**
   * Clients as they are known elsewhere, as pseudonyms or kept numbers: where a message gives a client two
   * numbers, the known one is taken.
   */
  readonly knownClients?: ReadonlySet<string>;
  /** Names of providers by the AGB code that messages name them with. */
  readonly providerNames?: ReadonlyMap<string, string>;
  /**
   * A declared line that runs over the end of a month (AW319 in periods of four weeks): divided over the
   * months by days (the default), or booked on the month in which it ends.
   */
  readonly acrossMonths?: 'by-days' | 'end-month';
}

export type IntakeKind = 'production' | 'forecast' | 'ceilings' | 'tariffs' | 'allocations';

/** Messages by their usual short name, and `ei` and `xml` for those that are only named. */
export type MessageFormat =
  'aw319' | `${'wmo' | 'jw'}${'301' | '305' | '307' | '323' | '325'}` | 'ei' | 'xml';

/** Lines and amount. */
export interface LineShare {
  readonly lines: number;
  readonly amount: Money;
}

/** What a message says of itself, and what became of its lines. */
export interface MessageFacts {
  /** As people call it, such as `WMO323 3.2` or `AW319 1.4`. */
  readonly name: string;
  readonly domain: string;
  /** AGB code, or municipality or UZOVI code, of who sent it. */
  readonly sender: string;
  readonly receiver: string;
  /** Number of the declaration or invoice; of the message itself for other kinds. */
  readonly number: string;
  readonly date: IsoDate | null;
  readonly period: { readonly from: IsoDate; readonly until: IsoDate } | null;
  /**
   * Lines of a declaration by what came of them: not answered yet, approved or refused in an answer. Refused
   * lines are rejected ones; the other two are the read ones.
   */
  readonly statuses: {
    readonly declared: LineShare;
    readonly approved: LineShare;
    readonly refused: LineShare;
  } | null;
  /** Credit lines: how many, and those whose earlier debit line was in none of the files. */
  readonly credits: LineShare;
  readonly unmatchedCredits: LineShare;
  /** Lines over months before the declaration month. */
  readonly late: LineShare;
  /** The declared amounts by month of production and month of declaration. */
  readonly triangle: readonly DeclaredCell[];
}

/** A column that was read: its header as written, the field it was taken for and its letter. */
export interface ReadColumn {
  readonly header: string;
  readonly field: string;
  readonly column: string;
}

export interface RejectedLine {
  /** Physical line of the file (or row of the sheet) on which the record starts. */
  readonly line: number;
  readonly reason: Message;
  /** The line's amount where it could be read. */
  readonly amount: Money | null;
}

/**
 * What was read, and what wasn't. A line is one record of the file: a record with line breaks inside quotes
 * counts once and carries the number of its first physical line. Each line is in exactly one of read,
 * rejected and skipped (blank, preamble, header, total row).
 */
export interface IntakeReceipt<Kind extends TableKind = IntakeKind> {
  readonly file: string;
  readonly kind: Kind;
  readonly format: 'csv' | 'xlsx' | MessageFormat;
  /** `utf-8` (plain ASCII included), `utf-16le`, `utf-16be`, `windows-1252` or `mixed`; null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** The decimal mark of the amounts; null when no value shows one. */
  readonly decimal: DecimalMark | null;
  readonly columns: readonly ReadColumn[];
  readonly ignoredColumns: readonly string[];
  readonly lines: {
    readonly total: number;
    readonly read: number;
    readonly rejected: number;
    readonly skipped: number;
    /** Rejected lines whose amount could not be read: they are in no sum. */
    readonly amountUnknown: number;
  };
  /** `file` = read + rejected; `stated` is what the file's own total rows say of the whole, if they do. */
  readonly amounts: {
    readonly read: Money;
    readonly rejected: Money;
    readonly file: Money;
    readonly stated: Money | null;
  };
  readonly years: ReadonlyMap<number, { readonly lines: number; readonly amount: Money }>;
  readonly providers: readonly string[];
  /** What kind of message it is and what it says of itself; absent for tables. */
  readonly message?: MessageFacts;
  /** Where each provider and each product first stands: for messages about them. Empty for other kinds. */
  readonly firstProviders?: ReadonlyMap<string, Place>;
  readonly firstProducts?: ReadonlyMap<string, Place>;
  readonly issues: readonly Issue[];
  /** The first `REJECTED_KEPT` of them; `lines.rejected` counts all. */
  readonly rejectedLines: readonly RejectedLine[];
}

/** How many rejected lines a receipt lists one by one. */
export const REJECTED_KEPT = 10_000;

/** The file can't be used at all. The issues say what was found, where, and what was expected. */
export class IntakeError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'IntakeError';
  }
}

/** As `IntakeReceipt`, for any kind of table. */
export type TableReceipt<Kind extends TableKind = TableKind> = IntakeReceipt<Kind>;

export interface CeilingsRead {
  readonly entries: CeilingEntry[];
  readonly receipt: IntakeReceipt;
}

export interface TariffsRead {
  /** What the columns were taken for, where the list has a form of its own; null for our own form. */
  readonly mapping?: TariffMapping | null;
  readonly entries: TariffEntry[];
  readonly receipt: IntakeReceipt;
}
