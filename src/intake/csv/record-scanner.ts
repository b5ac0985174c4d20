import type { Place } from '../../core';
import { IntakeError } from '../contract';
import { DOUBLED, QUOTED, RecordView, STRAY, type RecordSink } from '../record';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;

const CLASS_DELIMITER = 1;
const CLASS_LF = 2;
const CLASS_CR = 3;
const CLASS_NUL = 4;

/** No record of a real file is longer; without a limit one forgotten quote swallows everything after it. */
const LONGEST_RECORD = 1 << 20;

/**
 * Cuts a stream of bytes into records. Works on bytes of UTF-8 or any single-byte code: the delimiter, the
 * quote and line ends are ASCII in all of them. Line ends may be CRLF, LF, CR or a mixture. A quote has a
 * meaning only at the start of a field (spaces may precede it).
 * Errors: `IntakeError` for a quote that is never closed, for NUL bytes, and for a record beyond 1 MB.
 */
export class RecordScanner {
  private readonly view = new RecordView();
  private readonly classes = new Uint8Array(256);
  private buffer = new Uint8Array(1 << 17);
  private filled = 0;
  private line = 1;
  private lfMayFollow = false;
  private stopped = false;

  constructor(
    delimiter: number,
    private readonly sink: RecordSink,
    private readonly file: string,
  ) {
    this.classes[delimiter] = CLASS_DELIMITER;
    this.classes[LF] = CLASS_LF;
    this.classes[CR] = CLASS_CR;
    this.classes[0] = CLASS_NUL;
  }

  /** Takes the next bytes; false when the sink has asked to stop. */
  push(chunk: Uint8Array): boolean {
    // One byte more than filled: the place of the sentinel.
    if (this.filled + chunk.length + 1 > this.buffer.length) {
      const bigger = new Uint8Array(Math.max(this.buffer.length * 2, this.filled + chunk.length + 1));
      bigger.set(this.buffer.subarray(0, this.filled));
      this.buffer = bigger;
    }
    this.buffer.set(chunk, this.filled);
    this.filled += chunk.length;
    this.scan(false);
    return !this.stopped;
  }

  /** Ends the stream: the last record needs no line end. */
  finish(): void {
    if (!this.stopped) this.scan(true);
  }

  private scan(atEnd: boolean): void {
    const { buffer, classes, view, sink } = this;
    const end = this.filled;
    // The sentinel ends every field without a bounds check per byte.
    buffer[end] = LF;
    view.bytes = buffer;
    let from = 0;
    if (this.lfMayFollow && end > 0) {
      if (buffer[0] === LF) from = 1;
      this.lfMayFollow = false;
    }
    let openQuote = 0;
    records: while (from < end) {
      view.clear();
      let breaks = 0;
      let at = from;
      let doubled = false;
      openQuote = 0;
      for (;;) {
        let start = at;
        let mark = 0;
        let fieldEnd: number;
        let first = buffer[at] as number;
        if (first === SPACE) {
          let next = at + 1;
          while (buffer[next] === SPACE) next++;
          if (next < end && buffer[next] === QUOTE) {
            at = next;
            first = QUOTE;
          }
        }
        if (first === QUOTE && at < end) {
          openQuote = this.line + breaks;
          const breaksBefore = breaks;
          mark = QUOTED;
          start = at + 1;
          at = start;
          for (;;) {
            if (at >= end) {
              if (!atEnd) break records;
              throw this.refuse('intake.quote-not-closed', openQuote);
            }
            const byte = buffer[at] as number;
            if (byte === QUOTE) {
              if (at + 1 < end && buffer[at + 1] === QUOTE) {
                mark |= DOUBLED;
                doubled = true;
                at += 2;
                continue;
              }
              break;
            }
            if (byte === LF || (byte === CR && buffer[at + 1] !== LF)) breaks++;
            at++;
          }
          fieldEnd = at;
          at++;
          while (at < end && buffer[at] === SPACE) at++;
          if (at < end && classes[buffer[at] as number] === 0) {
            // A field that runs over a line end and then goes on after its quote: the quote that closed it
            // was meant to open another one.
            if (breaks > breaksBefore) throw this.refuse('intake.quote-not-closed', openQuote);
            mark |= STRAY;
            while (classes[buffer[at] as number] === 0) at++;
          }
          openQuote = 0;
        } else {
          while (classes[buffer[at] as number] === 0) at++;
          fieldEnd = at;
        }
        view.put(start, fieldEnd, mark);
        if (at >= end) {
          if (!atEnd) break records;
          from = end;
          break;
        }
        const kind = classes[buffer[at] as number];
        if (kind === CLASS_DELIMITER) {
          at++;
          continue;
        }
        if (kind === CLASS_NUL) throw this.refuse('intake.binary', this.line);
        from = at + 1;
        if (kind === CLASS_CR) {
          if (from < end) {
            if (buffer[from] === LF) from++;
          } else this.lfMayFollow = !atEnd;
        }
        break;
      }
      if (doubled) this.unescape();
      view.line = this.line;
      this.line += breaks + 1;
      if (sink.record(view)) {
        this.stopped = true;
        return;
      }
    }
    if (from > 0) {
      buffer.copyWithin(0, from, end);
      this.filled = end - from;
    }
    if (this.filled > LONGEST_RECORD) {
      throw openQuote > 0
        ? this.refuse('intake.quote-not-closed', openQuote)
        : this.refuse('intake.line-too-long', this.line);
    }
  }

  /** Turns doubled quotes into single ones, in place: a record that is complete is never scanned again. */
  private unescape(): void {
    const { buffer, view } = this;
    for (let field = 0; field < view.count; field++) {
      if (((view.marks[field] ?? 0) & DOUBLED) === 0) continue;
      let to = view.starts[field] ?? 0;
      const end = view.ends[field] ?? 0;
      for (let at = to; at < end; at++) {
        const byte = buffer[at] as number;
        buffer[to++] = byte;
        if (byte === QUOTE) at++;
      }
      view.ends[field] = to;
    }
  }

  private refuse(code: string, line: number): IntakeError {
    const place: Place = { file: this.file, line };
    return new IntakeError([{ level: 'error', code, facts: { file: this.file, line }, place }]);
  }
}
