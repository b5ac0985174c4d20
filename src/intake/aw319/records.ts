import { EncodingJudge } from '../csv/encoding';

/** Length of every record of AW319. */
export const RECORD = 310;
/** A line longer than this is no record of any EI message. */
const LONGEST = 1 << 16;

/** How much of a chunk is joined to what was left of the one before. */
const BRIDGE = 4 * RECORD;

/** Takes records one by one: a range of bytes, one byte a character, without its line end. */
export interface EiSink {
  record(bytes: Uint8Array, start: number, end: number, line: number): void;
}

/**
 * Cuts a stream into records: lines with any line end, mixed ones included, or blocks of 310 without line
 * ends. Accented letters in UTF-8 become one byte each, so that the fields behind them stay in place.
 */
export class RecordSplitter {
  readonly judge = new EncodingJudge();
  private rest: Uint8Array = new Uint8Array(0);
  private line = 1;
  private first = true;
  private afterReturn = false;
  private readonly folded = new Uint8Array(LONGEST);

  /** `blocks`: the file has no line ends (see `hasLineEnds`). */
  constructor(
    private readonly sink: EiSink,
    private readonly blocks: boolean,
  ) {}

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3);
    this.first = false;
    this.judge.take(bytes);
    if (this.rest.length > 0) {
      // Only as much of the chunk is copied as completes the record that was cut in two.
      const bridge = Math.min(bytes.length, BRIDGE);
      const both = new Uint8Array(this.rest.length + bridge);
      both.set(this.rest);
      both.set(bytes.subarray(0, bridge), this.rest.length);
      const done = this.cut(both, true);
      if (done < this.rest.length) {
        // No record ends within the bridge: then the whole of it is needed.
        const all = new Uint8Array(this.rest.length + bytes.length);
        all.set(this.rest);
        all.set(bytes, this.rest.length);
        bytes = all;
      } else bytes = bytes.subarray(done - this.rest.length);
    }
    const used = this.cut(bytes, false);
    this.rest = bytes.slice(used);
    if (this.rest.length > LONGEST) {
      // Not a line of a message; handed over as what it is, so that it is rejected with its line number.
      this.emit(this.rest, 0, LONGEST);
      this.rest = new Uint8Array(0);
    }
  }

  private cut(bytes: Uint8Array, once: boolean): number {
    return this.blocks ? this.cutBlocks(bytes, once) : this.cutLines(bytes, once);
  }

  /** Hands over what stands after the last line end. */
  finish(): void {
    this.judge.finish();
    if (this.rest.length > 0) this.emit(this.rest, 0, this.rest.length);
    this.rest = new Uint8Array(0);
  }

  /** Hands over all complete lines, or the first only; the result is where the next one begins. */
  private cutLines(bytes: Uint8Array, once: boolean): number {
    let at = 0;
    for (;;) {
      const feed = bytes.indexOf(0x0a, at);
      let end = feed;
      if (feed >= 0 && feed - at === RECORD + 1 && bytes[feed - 1] === 0x0d) end = feed - 1;
      else if (feed < 0 || feed - at !== RECORD) {
        const back = bytes.indexOf(0x0d, at);
        if (back >= 0 && (feed < 0 || back < feed)) end = back;
      }
      if (end < 0) return at;
      const isFeed = end === feed;
      // CR LF is one line end, also when a chunk ends between them.
      if (isFeed && end === at && this.afterReturn) this.line--;
      else if (end > at) this.emit(bytes, at, end);
      this.line++;
      at = end + 1;
      this.afterReturn = !isFeed && at !== feed;
      if (!isFeed && at === feed) at++;
      if (once) return at;
    }
  }

  private cutBlocks(bytes: Uint8Array, once: boolean): number {
    let at = 0;
    for (;;) {
      let end = at + RECORD;
      if (this.judge.encoding === 'utf-8' || this.judge.encoding === 'mixed') {
        end = at;
        for (let letters = 0; letters < RECORD && end < bytes.length; letters++) {
          end++;
          while (end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end++;
        }
        // The last letter may go on in the next chunk.
        if (end >= bytes.length) return at;
      }
      if (end > bytes.length) return at;
      this.emit(bytes, at, end);
      this.line++;
      at = end;
      if (once) return at;
    }
  }

  private emit(bytes: Uint8Array, start: number, end: number): void {
    // A file of old ends with a mark that isn't part of it.
    let last = end;
    while (last > start && bytes[last - 1] === 0x1a) last--;
    if (last === start) return;
    if (this.judge.encoding !== 'ascii' && this.judge.encoding !== 'windows-1252') {
      const length = this.fold(bytes, start, Math.min(last, start + LONGEST));
      // Exactly 310 bytes need no folding: then it wasn't UTF-8 that made the line long.
      if (length !== last - start && last - start !== RECORD) {
        this.sink.record(this.folded, 0, length, this.line);
        return;
      }
    }
    this.sink.record(bytes, start, last, this.line);
  }

  /** One byte for every letter of UTF-8; the number of letters. */
  private fold(bytes: Uint8Array, start: number, end: number): number {
    const { folded } = this;
    let length = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if ((byte & 0xc0) === 0x80) continue;
      folded[length++] = byte < 0x80 ? byte : 0x3f;
    }
    return length;
  }
}

/** Whether a sample has line ends between its records. */
export const hasLineEnds = (sample: Uint8Array): boolean =>
  sample.subarray(0, 4 * RECORD).includes(0x0a) || sample.subarray(0, 4 * RECORD).includes(0x0d);
