import { EncodingJudge } from '../csv/encoding';
import { LineEnds } from './line-ends';

/** Length of every record of AW319. */
export const RECORD = 310;
/** A line longer than this is no record of any EI message. */
const LONGEST = 1 << 16;

/** How much of a chunk is joined to what was left of the one before. */
const BRIDGE = 4 * RECORD;

const FEED = 0x0a;
const RETURN = 0x0d;

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
  /** The line end before was a carriage return: a line feed right after it belongs to it. */
  private afterReturn = false;
  private readonly folded = new Uint8Array(LONGEST);
  private readonly ends = new LineEnds();
  private readonly bridged = new LineEnds();

  /** `blocks`: the file has no line ends (see `hasLineEnds`). */
  constructor(
    private readonly sink: EiSink,
    private readonly blocks: boolean,
  ) {}

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3);
    this.first = false;
    this.ends.find(bytes);
    // Plain ASCII tells the judge nothing, unless it is in the middle of a letter.
    if (!this.ends.ascii || this.judge.encoding !== 'ascii' || this.judge.waits) this.judge.take(bytes);
    let from = 0;
    if (this.rest.length > 0) {
      // Only as much of the chunk is copied as completes the record that was cut in two.
      const left = this.rest.length;
      const bridge = joined(this.rest, bytes.subarray(0, BRIDGE));
      this.bridged.find(bridge);
      const done = this.cut(bridge, this.bridged, 0, left, false);
      if (done < left) {
        // No record ends within the bridge: then the whole of it is needed.
        bytes = joined(this.rest.subarray(done), bytes);
        this.ends.find(bytes);
      } else from = done - left;
    }
    const used = this.cut(bytes, this.ends, from, bytes.length, false);
    this.rest = bytes.slice(used);
    if (this.rest.length > LONGEST) {
      // Not a line of a message; handed over as what it is, so that it is rejected with its line number.
      this.emit(this.rest, 0, LONGEST);
      this.rest = new Uint8Array(0);
    }
  }

  /** Hands over what stands after the last line end. */
  finish(): void {
    this.judge.finish();
    this.ends.find(this.rest);
    const used = this.cut(this.rest, this.ends, 0, this.rest.length, true);
    if (used < this.rest.length) this.emit(this.rest, used, this.rest.length);
    this.rest = new Uint8Array(0);
  }

  /** Hands over the complete records that begin before `until`; the result is where the next one begins. */
  private cut(bytes: Uint8Array, ends: LineEnds, from: number, until: number, last: boolean): number {
    return this.blocks ? this.cutBlocks(bytes, from, until) : this.cutLines(bytes, ends, from, until, last);
  }

  private cutLines(bytes: Uint8Array, ends: LineEnds, from: number, until: number, last: boolean): number {
    const { positions, count } = ends;
    let at = from;
    let next = 0;
    while (next < count && (positions[next] as number) < at) next++;
    while (at < until && next < count) {
      let end = positions[next] as number;
      if (end !== at + RECORD && bytes[end] === RETURN) {
        // A return in the middle of a record that has its full length is a stray letter of a text.
        if (end < at + RECORD && bytes.length < at + RECORD + 2 && !last) return at;
        // Right before a feed it is half of the line end of a record that is one letter short.
        if (
          (bytes[at + RECORD] === FEED && end + 1 < at + RECORD) ||
          (bytes[at + RECORD] === RETURN && bytes[at + RECORD + 1] === FEED)
        ) {
          let other = next + 1;
          while ((positions[other] as number) < at + RECORD && bytes[positions[other] as number] !== FEED)
            other++;
          if (positions[other] === at + RECORD) end = at + RECORD;
        }
      }
      const isFeed = bytes[end] === FEED;
      // CR LF is one line end, also when a chunk ends between them.
      if (isFeed && end === at && this.afterReturn) this.line--;
      else if (end > at) this.emit(bytes, at, end);
      this.line++;
      at = end + 1;
      this.afterReturn = !isFeed;
      if (!isFeed && bytes[at] === FEED) {
        at++;
        this.afterReturn = false;
      }
      while (next < count && (positions[next] as number) < at) next++;
    }
    return at;
  }

  private cutBlocks(bytes: Uint8Array, from: number, until: number): number {
    let at = from;
    while (at < until) {
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
    }
    return at;
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

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}
