/** Marks on a field of a record. */
export const QUOTED = 1;
/** Holds doubled quotes (only inside the scanner: a record is handed over with single ones). */
export const DOUBLED = 2;
/** Text follows the closing quote. */
export const STRAY = 4;
/** A number cell of a workbook: plain decimal text with a point, whatever the column's notation. */
export const EXACT = 8;
/** An error cell of a workbook. */
export const BROKEN = 16;

/**
 * One record, as ranges of bytes. The same object is reused for every record, so that a million of them
 * make no garbage; whoever wants to keep something copies it.
 */
export class RecordView {
  bytes: Uint8Array = new Uint8Array(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  marks = new Uint8Array(64);
  /** The marks of all fields together. */
  allMarks = 0;
  count = 0;
  /** Line of the file or row of the sheet, from 1. */
  line = 1;

  clear(): void {
    this.count = 0;
    this.allMarks = 0;
  }

  put(start: number, end: number, mark: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.marks[this.count] = mark;
    this.allMarks |= mark;
    this.count++;
  }

  private grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(next: T, old: T): T => {
      next.set(old);
      return next;
    };
    const size = this.starts.length * 2;
    this.starts = wider(new Int32Array(size), this.starts);
    this.ends = wider(new Int32Array(size), this.ends);
    this.marks = wider(new Uint8Array(size), this.marks);
  }
}

/** Takes records one by one; true asks the source to stop. */
export interface RecordSink {
  record(view: RecordView): boolean;
}
