import { IntakeError } from '../contract';

/** A field as it stands in the file, and what it says without its quotes. */
export interface RawField {
  readonly raw: string;
  readonly value: string;
}

/** One record with the line end it had (empty at the end of a file without one). */
export interface RawRecord {
  readonly fields: readonly RawField[];
  readonly end: string;
  /** First physical line, from 1. */
  readonly line: number;
}

/** No record of a table is longer; a quote that is never closed would swallow the rest of the file. */
const LONGEST = 4 * 1024 * 1024;

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** Cuts text into records and fields such that joining everything again gives the same text. */
export class RecordCutter {
  private pending = '';
  private line = 1;

  constructor(
    private readonly delimiter: string,
    private readonly file: string,
  ) {}

  /** The records that are complete with this chunk. */
  *push(chunk: string): IterableIterator<RawRecord> {
    yield* this.cut(this.pending + chunk, false);
  }

  /** What is left at the end of the file. */
  *finish(): IterableIterator<RawRecord> {
    yield* this.cut(this.pending, true);
  }

  private *cut(text: string, last: boolean): IterableIterator<RawRecord> {
    const mark = this.delimiter.charCodeAt(0);
    let start = 0;
    while (start < text.length) {
      const fields: RawField[] = [];
      let at = start;
      let end = '';
      let complete = false;
      let lines = 0;
      while (!complete) {
        const from = at;
        let quoted = false;
        if (text.charCodeAt(at) === QUOTE) {
          quoted = true;
          at++;
          for (;;) {
            const close = text.indexOf('"', at);
            if (close < 0) {
              at = text.length;
              break;
            }
            at = close + 1;
            if (text.charCodeAt(at) !== QUOTE) break;
            at++;
          }
        }
        for (; at < text.length; at++) {
          const code = text.charCodeAt(at);
          if (code === mark || code === LF || code === CR) break;
        }
        // A chunk that ends inside a field, or between CR and LF, waits for the next one.
        if (at >= text.length && !last) break;
        if (at === text.length - 1 && text.charCodeAt(at) === CR && !last) break;
        const raw = text.slice(from, at);
        if (quoted) for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) lines++;
        fields.push({ raw, value: quoted ? unquoted(raw) : raw });
        const code = at < text.length ? text.charCodeAt(at) : -1;
        if (code === mark) {
          at++;
          continue;
        }
        end = code === CR && text.charCodeAt(at + 1) === LF ? '\r\n' : code < 0 ? '' : (text[at] ?? '');
        at += end.length;
        complete = true;
      }
      if (!complete) {
        if (text.length - start > LONGEST) this.refuse();
        break;
      }
      yield { fields, end, line: this.line };
      this.line += lines + 1;
      start = at;
    }
    this.pending = text.slice(start);
  }

  private refuse(): never {
    throw new IntakeError([
      {
        level: 'error',
        code: 'anonymise.record-too-long',
        facts: { line: this.line },
        place: { file: this.file, line: this.line },
      },
    ]);
  }
}

function unquoted(raw: string): string {
  const close = raw.lastIndexOf('"');
  return close > 0 ? raw.slice(1, close).replace(/""/g, '"') + raw.slice(close + 1) : raw.slice(1);
}

/** The same field with another value, quoted as it was. */
export const withValue = (field: RawField, value: string): string =>
  field.raw.startsWith('"') ? `"${value.replace(/"/g, '""')}"` : value;
