import type { Decimal, IsoDate, Message, Place } from '../core';
import { IntakeError, type DecimalMark, type IntakeOptions } from './contract';
import { Contradiction, DecimalColumn, settleOpenColumns } from './decimal-column';
import { normaliseHeader, NUMBER_FIELDS, type Field, type Header } from './fields';
import { exact, type Digits } from './number-text';
import { readDay } from './period-text';
import { showable } from './private-text';
import { BROKEN, EXACT, STRAY, type RecordView } from './record';
import type { Locate, TableSink, TableSource } from './source';
import type { Tally } from './tally';
import { totalWord } from './total-word';

/** A ceilings or tariff list of more lines is some other file. */
const LONGEST_LIST = 1_000_000;

const fold = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** Why a line can't be used; thrown and caught within this folder. */
export class LineRefused extends Error {
  constructor(readonly reason: Message) {
    super(reason.code);
  }
}

/** One record of a list as text. */
export interface ListLine {
  readonly line: number;
  readonly texts: readonly string[];
  readonly marks: readonly number[];
  readonly header: Header;
  readonly locate: Locate;
}

/** Collects the records of a small list, since its columns are decided on all their values. */
class ListSink implements TableSink {
  readonly lines: ListLine[] = [];
  private header: Header;
  private locate: Locate = () => ({});

  constructor(
    private readonly source: TableSource,
    private readonly file: string,
  ) {
    this.header = source.header;
  }

  begin(header: Header, locate: Locate): void {
    this.header = header;
    this.locate = locate;
  }

  record(view: RecordView): boolean {
    const texts: string[] = [];
    for (let at = 0; at < view.count; at++) {
      texts.push(fold(this.source.text(view.bytes, view.starts[at] ?? 0, view.ends[at] ?? 0)));
    }
    this.lines.push({
      line: view.line,
      texts,
      marks: [...view.marks.subarray(0, view.count)],
      header: this.header,
      locate: this.locate,
    });
    if (this.lines.length > LONGEST_LIST) {
      const place: Place = { file: this.file, line: view.line };
      throw new IntakeError([
        {
          level: 'error',
          code: 'intake.list-too-long',
          facts: { file: this.file, most: LONGEST_LIST },
          place,
        },
      ]);
    }
    return false;
  }
}

/** The fields of one line of a list, read and checked. */
export class LineFields {
  constructor(
    readonly source: ListLine,
    private readonly columns: ReadonlyMap<Field, DecimalColumn>,
  ) {}

  has(field: Field): boolean {
    return this.source.header.at.has(field);
  }

  header(field: Field): string {
    return (this.source.header.headers[this.source.header.at.get(field) ?? -1] ?? '').trim();
  }

  text(field: Field): string {
    const at = this.source.header.at.get(field);
    return at === undefined ? '' : (this.source.texts[at] ?? '');
  }

  place(field?: Field): Place {
    return this.source.locate(
      this.source.line,
      field === undefined ? undefined : this.source.header.at.get(field),
    );
  }

  /** Text that must be there. */
  required(field: Field): string {
    const text = this.text(field);
    if (text === '') this.refuse('intake.line-blank', field);
    return text;
  }

  number(field: Field): { digits: Digits; negative: boolean } | null {
    const text = this.text(field);
    if (text === '') return null;
    const at = this.source.header.at.get(field) ?? -1;
    const column = this.columns.get(field);
    const reading = column?.read(text, () => this.place(field), ((this.source.marks[at] ?? 0) & EXACT) !== 0);
    if (!reading) this.refuse('intake.line-number-unreadable', field, { found: showable(text) });
    return reading;
  }

  decimal(field: Field): Decimal | null {
    const reading = this.number(field);
    return reading && exact(reading.digits, reading.negative);
  }

  date(field: Field): IsoDate | null {
    const text = this.text(field);
    if (text === '') return null;
    const day = readDay(text);
    if (day === null) this.refuse('intake.line-date-unreadable', field, { found: showable(text) });
    return day;
  }

  refuse(code: string, field: Field, facts: Message['facts'] = {}): never {
    throw new LineRefused({ code, facts: { column: this.header(field), others: 0, ...facts } });
  }
}

/**
 * Reads all lines of a list with `read`, which throws `LineRefused` for a line that can't be used. Returns
 * what was read, and the notation of the amount column.
 */
export async function readList<Entry>(
  file: string,
  source: TableSource,
  tally: Tally,
  options: IntakeOptions,
  amountField: Field,
  read: (fields: LineFields) => Entry,
  centsOf: (fields: LineFields) => number | null,
): Promise<{ entries: Entry[]; decimal: DecimalMark | null }> {
  const sink = new ListSink(source, file);
  await source.scan(sink, tally);
  const columns = new Map<Field, DecimalColumn>();
  for (const [field, at] of source.header.at) {
    if (!NUMBER_FIELDS.has(field)) continue;
    const column = new DecimalColumn(field, (source.header.headers[at] ?? '').trim());
    for (const { line, texts, marks, header, locate } of sink.lines) {
      const own = header.at.get(field) ?? at;
      if (((marks[own] ?? 0) & EXACT) === 0) column.look(texts[own] ?? '', () => locate(line, own));
    }
    columns.set(field, column);
  }
  tally.addNotices(settleOpenColumns([...columns.values()], options.decimal, file));

  const entries: Entry[] = [];
  for (const line of sink.lines) {
    tally.total++;
    const fields = new LineFields(line, columns);
    if (isNoLine(line) || isTotalRow(fields, amountField, columns, tally)) {
      tally.skipped++;
      continue;
    }
    try {
      checkShape(fields);
      entries.push(readOrSettle(fields, read, columns, options));
      tally.read++;
    } catch (error) {
      if (error instanceof Contradiction) throw new IntakeError([error.issue]);
      if (!(error instanceof LineRefused)) throw error;
      tally.reject(error.reason, centsOrNull(fields, centsOf), fields.place(), line.line);
    }
  }
  return { entries, decimal: columns.get(amountField)?.mark ?? null };
}

/** With the user's choice a column that contradicts itself is read by that choice. */
function readOrSettle<Entry>(
  fields: LineFields,
  read: (fields: LineFields) => Entry,
  columns: ReadonlyMap<Field, DecimalColumn>,
  options: IntakeOptions,
): Entry {
  for (;;) {
    try {
      return read(fields);
    } catch (error) {
      const choice = options.decimal;
      const settles =
        error instanceof Contradiction &&
        choice !== undefined &&
        [...columns.values()].includes(error.column);
      if (!settles) throw error;
      error.column.settle(choice);
    }
  }
}

function centsOrNull(fields: LineFields, centsOf: (fields: LineFields) => number | null): number | null {
  try {
    return centsOf(fields);
  } catch (error) {
    if (error instanceof LineRefused || error instanceof Contradiction) return null;
    throw error;
  }
}

/** Blank, or the header once more. */
function isNoLine({ texts, header }: ListLine): boolean {
  if (texts.every((text) => text === '')) return true;
  return [...header.at.values()].every(
    (at) => normaliseHeader(texts[at] ?? '') === normaliseHeader(header.headers[at] ?? ''),
  );
}

function isTotalRow(
  fields: LineFields,
  amountField: Field,
  columns: ReadonlyMap<Field, DecimalColumn>,
  tally: Tally,
): boolean {
  const { texts, header, marks } = fields.source;
  // Tariffs don't add up, and a sector has several amounts: there only the name column says a line is none.
  const amountAt = amountField === 'amount' ? (header.at.get('amount') ?? -1) : -1;
  // There ‘total’ is what an allocated volume is per.
  const frequencyAt = header.at.get('frequency') ?? -1;
  const label =
    amountAt < 0
      ? [fields.text('product'), fields.text('provider')].find((text) => totalWord(text) === 'bare')
      : texts.find((text, at) => at !== amountAt && at !== frequencyAt && totalWord(text) === 'bare');
  if (label === undefined) return false;
  const stated =
    columns.get('amount')?.candidates(texts[amountAt] ?? '', ((marks[amountAt] ?? 0) & EXACT) !== 0) ?? [];
  tally.totalRow(label, stated, fields.place('amount'));
  return true;
}

function checkShape(fields: LineFields): void {
  const { texts, marks, header } = fields.source;
  let filled = texts.length;
  while (filled > 0 && texts[filled - 1] === '') filled--;
  if (texts.length < header.width || filled > header.headers.length) {
    throw new LineRefused({
      code: 'intake.line-field-count',
      facts: { found: texts.length, expected: header.width, others: 0 },
    });
  }
  for (const [field, at] of header.at) {
    const mark = marks[at] ?? 0;
    if (mark & STRAY) fields.refuse('intake.line-stray-quote', field);
    if (mark & BROKEN) fields.refuse('intake.line-error-cell', field, { found: texts[at] ?? '' });
  }
}
