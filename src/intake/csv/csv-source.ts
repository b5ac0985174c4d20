import type { Issue, Place } from '../../core';
import { IntakeError, type InputFile, type TableKind, type IntakeOptions } from '../contract';
import { canonicalHeaders, headerErrors, headerScore, readHeader, type Header } from '../fields';
import type { RecordView } from '../record';
import type { TableSink, TableSource } from '../source';
import type { Tally } from '../tally';
import {
  EncodingJudge,
  FieldDecoder,
  sniffEncoding,
  utf8FromUtf16,
  windows1252,
  type Sniffed,
} from './encoding';
import { RecordScanner } from './record-scanner';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** The header stands within these first bytes and records. */
const SAMPLE_BYTES = 1 << 18;
const SAMPLE_RECORDS = 200;

/** The first bytes of a file, at most `SAMPLE_BYTES`, and whether that is all of it. */
export async function sampleOf(file: InputFile): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const chunk of file.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= SAMPLE_BYTES) {
      whole = false;
      break;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, whole };
}

/** What a file is that is no CSV, by its first bytes; null when it may be text. */
export function foreignFormat(sample: Uint8Array): string | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => sample[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  const head = new TextDecoder().decode(sample.subarray(0, 512)).trimStart().toLowerCase();
  if (/^<(?:!doctype html|html|table|head|body)/.test(head)) return 'html';
  if (/^<(?:\?xml|!--|[a-z][\w.-]*[:\s>])/.test(head)) return 'xml';
  if (/^[[{]\s*["{[\]}]/.test(head)) return 'json';
  return null;
}

interface Dialect {
  readonly delimiter: string;
  readonly header: Header;
  /** Physical line of the header record. */
  readonly headerLine: number;
}

/**
 * A CSV file as a table: finds encoding, delimiter and header on a sample, then streams.
 * Errors: `IntakeError` when it is something else, empty, or has no header that can be used.
 */
export class CsvSource implements TableSource {
  readonly format = 'csv';
  readonly header: Header;
  private judge = new EncodingJudge();
  private decoder = new FieldDecoder(this.judge);

  private constructor(
    private readonly file: InputFile,
    private readonly options: IntakeOptions,
    private readonly sniffed: Sniffed,
    private readonly dialect: Dialect,
  ) {
    this.header = dialect.header;
  }

  static async open(
    file: InputFile,
    kind: TableKind,
    options: IntakeOptions,
    sample: { bytes: Uint8Array; whole: boolean },
  ): Promise<CsvSource> {
    const { bytes, whole } = sample;
    const refuse = (code: string, facts: Issue['facts'] = {}, line?: number): IntakeError =>
      new IntakeError([
        {
          level: 'error',
          code,
          facts: { file: file.name, ...facts },
          place: line === undefined ? { file: file.name } : { file: file.name, line },
        },
      ]);
    if (bytes.length === 0) throw refuse('intake.empty');
    const sniffed = sniffEncoding(bytes);
    let text = bytes;
    if (sniffed !== 'bytes') {
      const even = whole ? bytes : bytes.subarray(0, bytes.length & ~1);
      text = await joined(guardUtf16(file.name, utf8FromUtf16(once(even), sniffed, whole)));
    }
    const format = foreignFormat(text);
    if (format !== null) throw refuse('intake.not-csv', { format });
    if (text.subarray(0, 4096).includes(0)) throw refuse('intake.binary', { line: 1 });
    const dialect = detectDialect(file.name, kind, withoutBom(text), whole);
    return new CsvSource(file, options, sniffed, dialect);
  }

  get delimiter(): string {
    return this.dialect.delimiter;
  }

  encoding(): string {
    if (this.sniffed !== 'bytes') return this.sniffed;
    return this.judge.encoding === 'ascii' ? 'utf-8' : this.judge.encoding;
  }

  text(bytes: Uint8Array, start: number, end: number): string {
    return this.decoder.text(bytes, start, end);
  }

  async scan(sink: TableSink, tally: Tally | null): Promise<void> {
    const { file, dialect } = this;
    this.judge = new EncodingJudge();
    this.decoder = new FieldDecoder(this.judge);
    sink.begin(dialect.header, (line, column) => ({
      file: file.name,
      line,
      ...(column === undefined || column < 0
        ? {}
        : { column: (dialect.header.headers[column] ?? '').trim() }),
    }));
    let inHead = true;
    const scanner = new RecordScanner(
      dialect.delimiter.charCodeAt(0),
      {
        record(view: RecordView): boolean {
          if (!inHead) return sink.record(view);
          if (tally) {
            tally.total++;
            tally.skipped++;
          }
          if (view.line >= dialect.headerLine) inHead = false;
          return false;
        },
      },
      file.name,
    );
    let first = true;
    for await (const chunk of this.chunks()) {
      const bytes = first ? withoutBom(chunk) : chunk;
      first = false;
      this.judge.take(bytes);
      if (!scanner.push(bytes)) return;
    }
    this.judge.finish();
    scanner.finish();
    if (this.judge.encoding === 'mixed' && tally) tally.notice('intake.encoding-mixed', {});
  }

  /** The file's bytes as UTF-8 or single-byte text, with progress, abortable between chunks. */
  private async *chunks(): AsyncIterable<Uint8Array> {
    const { file, options, sniffed } = this;
    let done = 0;
    async function* counted(): AsyncIterable<Uint8Array> {
      // A byte order mark split over chunks would escape notice.
      let head: Uint8Array | null = new Uint8Array(0);
      for await (const chunk of file.open()) {
        options.signal?.throwIfAborted();
        done += chunk.length;
        options.onProgress?.(done, file.size);
        if (head === null) yield chunk;
        else {
          head = concat(head, chunk);
          if (head.length >= 3) {
            yield head;
            head = null;
          }
        }
      }
      if (head !== null) yield head;
    }
    if (sniffed === 'bytes') yield* counted();
    else yield* guardUtf16(file.name, utf8FromUtf16(counted(), sniffed, true));
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const withoutBom = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let all: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) all = concat(all, chunk);
  return all;
}

/** Broken UTF-16 as an error that names the file. */
async function* guardUtf16(file: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new IntakeError([
      { level: 'error', code: 'intake.utf16-broken', facts: { file }, place: { file } },
    ]);
  }
}

interface SampleRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The first records of a sample under one delimiter. */
function sampleRecords(
  file: string,
  delimiter: string,
  sample: Uint8Array,
  whole: boolean,
): { records: SampleRecord[]; failure: IntakeError | null } {
  const judge = new EncodingJudge();
  const decoder = new FieldDecoder(judge);
  const records: SampleRecord[] = [];
  judge.take(sample);
  const scanner = new RecordScanner(
    delimiter.charCodeAt(0),
    {
      record(view) {
        const fields: string[] = [];
        for (let at = 0; at < view.count; at++) {
          fields.push(decoder.text(view.bytes, view.starts[at] as number, view.ends[at] as number));
        }
        records.push({ line: view.line, fields });
        return records.length >= SAMPLE_RECORDS;
      },
    },
    file,
  );
  try {
    if (scanner.push(sample) && whole) scanner.finish();
    return { records, failure: null };
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return { records, failure: error };
  }
}

/**
 * Finds delimiter and header together: the delimiter under which some record among the first ones reads
 * best as a header of this kind of file. A `sep=` line decides the delimiter.
 */
function detectDialect(file: string, kind: TableKind, sample: Uint8Array, whole: boolean): Dialect {
  const declared = /^"?sep=(.)"?[\r\n]/.exec(windows1252(sample.subarray(0, 12)));
  const candidates = declared?.[1] !== undefined ? [declared[1]] : DELIMITERS;
  let best: { dialect: Dialect; score: number } | null = null;
  let failure: IntakeError | null = null;
  let widest: { record: SampleRecord; delimiter: string } | null = null;
  for (const delimiter of candidates) {
    const { records, failure: failed } = sampleRecords(file, delimiter, sample, whole);
    failure ??= failed;
    for (const record of records) {
      const header = readHeader(kind, record.fields);
      const score = headerScore(kind, header);
      if (score >= 2 && (best === null || score > best.score)) {
        best = { dialect: { delimiter, header, headerLine: record.line }, score };
      }
      if (widest === null || record.fields.length > widest.record.fields.length)
        widest = { record, delimiter };
    }
  }
  if (best === null) {
    if (failure) throw failure;
    const header = readHeader(kind, widest?.record.fields ?? []);
    const place: Place = { file, line: widest?.record.line ?? 1 };
    if (header.width === 0) {
      throw new IntakeError([{ level: 'error', code: 'intake.empty', facts: { file }, place: { file } }]);
    }
    // A row with figures is data, not a header; it may name a client, so the message doesn't repeat it.
    throw new IntakeError(
      header.headers.some((text) => /\d/.test(text))
        ? [
            {
              level: 'error',
              code: 'intake.header-missing',
              facts: { file, expected: canonicalHeaders(kind) },
              place,
            },
          ]
        : headerErrors(kind, header, place),
    );
  }
  const errors = headerErrors(kind, best.dialect.header, { file, line: best.dialect.headerLine });
  if (errors.length > 0) throw new IntakeError(errors);
  return best.dialect;
}
