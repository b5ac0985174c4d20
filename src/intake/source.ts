import type { Place } from '../core';
import type { Header } from './fields';
import type { RecordSink } from './record';
import type { Tally } from './tally';

/** Takes the records of a table, told beforehand how its columns lie (once per sheet). */
export interface TableSink extends RecordSink {
  begin(header: Header, locate: Locate): void;
}

/** Where a field of a record is; without a column the record itself. */
export type Locate = (line: number, column?: number) => Place;

/**
 * A table in a file. `scan` hands over every record after the header, always from the start, and may be
 * called again; records that are no data (before and at the header) go to the tally only.
 */
export interface TableSource {
  readonly format: 'csv' | 'xlsx';
  readonly delimiter: string | null;
  readonly header: Header;
  /** What the records held, known after a scan. */
  readonly encoding: () => string | null;
  scan(sink: TableSink, tally: Tally | null): Promise<void>;
  /** Text of a range of bytes of a record. */
  text(bytes: Uint8Array, start: number, end: number): string;
}
