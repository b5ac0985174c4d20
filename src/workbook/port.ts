import type { CellWrite, Message, WorkbookGrid } from '../core';
import type { WorkbookMemory } from './keeping';

/** A write that was refused, with the reason. Nothing is refused silently. */
export interface RefusedWrite {
  readonly write: CellWrite;
  readonly reason: Message;
}

export interface WriteOutcome {
  readonly written: readonly CellWrite[];
  readonly refused: readonly RefusedWrite[];
  /** Such as: a digital signature stops holding, a pivot cache goes stale. */
  readonly warnings: readonly Message[];
}

export interface WriteOptions {
  /** Write locked cells of protected sheets too. Off unless the user says so. */
  readonly allowLocked?: boolean;
}

export interface UndoOptions {
  /** Leave cells alone that somebody changed since, and restore the rest. */
  readonly keepChanged?: boolean;
}

/** How a reading can be followed and stopped, where it takes more than one request. */
export interface ReadOptions {
  /** The part done, 0–1. */
  report?(done: number): void;
  /** Stops before the next request; `read` then rejects with the signal's reason. */
  readonly signal?: AbortSignal | null;
}

/**
 * An opened workbook, whatever is behind it: an xlsx file, Excel, or memory.
 * Contract (tested by one suite for all adapters): `read` gives the present state, writes included; `write`
 * changes the written cells and nothing else, keeps their format, and refuses formula cells, members of
 * arrays and data tables, non-anchor cells of merges, table headers and totals, pivot areas and locked cells
 * of protected sheets; `undo` restores what the last write found.
 */
export interface WorkbookPort {
  read(options?: ReadOptions): Promise<WorkbookGrid>;
  write(writes: readonly CellWrite[], options?: WriteOptions): Promise<WriteOutcome>;
  /** Undoes the last write; false when there is nothing to undo. */
  undo(options?: UndoOptions): Promise<boolean>;
  /** What the workbook remembers for next month. */
  readonly memory?: WorkbookMemory;
}

/** A port that can give back a file. */
export interface FilePort extends WorkbookPort {
  save(): Promise<Uint8Array>;
}

/** Custom property of sheets that we made in Excel: a report, no part of the workbook to fill. */
export const REPORT_PROPERTY = 'Plafondwijzer';

/** Why a file can't be opened as a workbook. */
export class WorkbookError extends Error {
  constructor(readonly detail: Message) {
    super(detail.code);
    this.name = 'WorkbookError';
  }
}
