import { ByteNames } from '../byte-names';
import { IntakeError, type InputFile, type IntakeReceipt } from '../contract';
import {
  BLANK,
  isTestNumber,
  numberAt,
  passesElevenTest,
  textAt,
  trimmedEnd,
  wholeAt,
  WRONG,
} from '../declared/bytes';
import { dayOfNumber, NO_DAY } from '../declared/days';
import type { DeclaredFile } from '../declared/declared-file';
import type { MessageRun } from '../declared/run';
import { unitWord } from '../declared/units';
import type { Tally } from '../tally';
import type { CareTable, Money } from '../../core';
import { Found, readClosing } from './closing';
import { FixedFields } from './fixed-fields';
import { readHead } from './head';
import { hasLineEnds, RECORD, RecordSplitter, type EiSink } from './records';

const TWO = (bytes: Uint8Array, start: number): number =>
  ((bytes[start] as number) << 8) | (bytes[start + 1] as number);
const code = (text: string): number => (text.charCodeAt(0) << 8) | text.charCodeAt(1);
const HEAD = code('01');
const CLIENT = code('02');
const LINE = code('04');
const COMMENT = code('98');
const CLOSE = code('99');

/** BSN, UZOVI and insured number stand at the same place in 02 and 04. */
const PARENT = 14;
const PARENT_WORDS = 7;
const NO_BSN = 999_999_999;

const D = 0x44;
const C = 0x43;
/** No amount that can be read. */
const UNREADABLE = -1;

/** Lists of Wlz services and of regional codes; other lists belong to other messages. */
const isWlzList = (list: number): boolean => list === 55 || list === 990 || list === 999;

type Facts = Readonly<Record<string, string | number>>;
const NO_FACTS: Facts = {};

class Aw319Reader implements EiSink {
  file: DeclaredFile | null = null;
  /** Total of the closing record, once it has been read. */
  stated: Money | null = null;
  closed = false;
  private padded = new Uint8Array(RECORD);
  private readonly fields = new FixedFields();
  private readonly parent = new Int32Array(PARENT_WORDS);
  private inClient = false;
  private readonly found = new Found();
  private sequence = 0;
  private mayComment = false;
  private testClients = 0;
  private realClients = 0;
  private readonly codes = new ByteNames();
  private readonly products: number[] = [];
  private readonly units: number[] = [];
  private readonly unitNames: (string | null)[] = [];
  private until = 0;
  private readonly clientHash = { high: 0, low: 0 };
  private client = -1;

  constructor(
    private readonly name: string,
    private readonly run: MessageRun,
  ) {}

  record(bytes: Uint8Array, start: number, end: number, line: number): void {
    const kind = end - start >= 2 ? TWO(bytes, start) : 0;
    const { file } = this;
    // Most records: of the right length, before the end.
    if (file && end - start === RECORD && !this.closed) {
      this.take(file, kind, bytes, start, line);
      return;
    }
    let record = bytes;
    let at = start;
    if (end - start < RECORD) {
      // Some writers leave the spaces at the end of a record out.
      this.padded.fill(0x20);
      this.padded.set(bytes.subarray(start, end));
      record = this.padded;
      at = 0;
      if (file) file.remark('messages-in.record-short', line, { length: end - start });
    }
    if (!file) {
      const head = readHead(record, at, line, this.name, this.run);
      this.file = head.file;
      this.until = head.until;
      skip(head.file.tally);
      return;
    }
    if (end - start > RECORD && trimmedEnd(bytes, start, end) - start > RECORD) {
      this.refuse(kind, 'messages-in.line-long', UNREADABLE, false, line, { length: end - start });
      return;
    }
    if (this.closed) {
      const cents = kind === LINE ? amountOf(record, at) : UNREADABLE;
      const credit = record[at + 193] === C;
      this.refuse(kind, 'messages-in.line-after-closing', cents, credit, line, NO_FACTS);
      return;
    }
    this.take(file, kind, record, at, line);
  }

  private take(file: DeclaredFile, kind: number, bytes: Uint8Array, at: number, line: number): void {
    this.fields.over(bytes);
    if (kind === LINE) this.takeLine(file, bytes, at, line);
    else if (kind === CLIENT) this.takeClient(file, bytes, at, line);
    else if (kind === COMMENT) this.takeComment(file, bytes, at, line);
    else if (kind === CLOSE) {
      skip(file.tally);
      this.closed = true;
      this.stated = readClosing(bytes, at, line, file, this.found);
    } else {
      if (kind === HEAD) file.remark('messages-in.second-head', line);
      else this.found.others++;
      const text = textAt(bytes, at, at + 2);
      this.refuse(kind, 'messages-in.record-unknown', UNREADABLE, false, line, {
        found: /^\d\d$/.test(text) ? text : '??',
      });
    }
  }

  /** `cents` is without its sign, or `UNREADABLE`. */
  private refuse(
    kind: number,
    reason: string,
    cents: number,
    credit: boolean,
    line: number,
    facts: Facts,
  ): void {
    const signed = credit ? -cents : cents;
    if (kind === LINE) {
      this.found.lines++;
      if (cents !== UNREADABLE) this.found.total.add(signed);
    }
    this.file?.reject(reason, cents === UNREADABLE ? null : signed, line, facts);
  }

  private takeClient(file: DeclaredFile, bytes: Uint8Array, at: number, line: number): void {
    const { run } = this;
    skip(file.tally);
    this.found.clients++;
    this.inClient = true;
    this.mayComment = true;
    this.checkSequence(file, bytes, at, line, 1);
    for (let index = 0; index < PARENT_WORDS; index++) {
      this.parent[index] = this.fields.word(at + PARENT + index * 4);
    }
    const number = wholeAt(bytes, at + 14, at + 23);
    const known = number !== NO_BSN && number > 0;
    if (known) {
      if (!passesElevenTest(bytes, at + 14)) file.remark('messages-in.bsn-wrong', line);
      if (isTestNumber(bytes, at + 14)) this.testClients++;
      else this.realClients++;
    }
    const ownEnd = trimmedEnd(bytes, at + 42, at + 53);
    const hasOwn = ownEnd > at + 42;
    if (!hasOwn) this.client = known ? run.internClient(file.table, bytes, at + 14, at + 23) : -1;
    else if (run.knownClients === null && run.options.keepOwnNumbers !== true) {
      this.client = run.internClient(file.table, bytes, at + 42, ownEnd);
    } else {
      const bsn = known && run.knownClients !== null;
      const client = run.clientOf(
        bsn ? run.pseudonymise.ofBytes(bytes, at + 14, at + 23) : null,
        textAt(bytes, at + 42, ownEnd),
      );
      this.client = client === null ? -1 : file.table.intern(client);
    }
    const { hash } = run;
    hash.begin(0);
    hash.bytes(bytes, at + 14, at + 23);
    if (!known) hash.bytes(bytes, at + 42, at + 53);
    this.clientHash.high = hash.high;
    this.clientHash.low = hash.low;
  }

  private takeComment(file: DeclaredFile, bytes: Uint8Array, at: number, line: number): void {
    skip(file.tally);
    this.found.comments++;
    if (!this.mayComment) file.remark('messages-in.comment-astray', line);
    else this.checkSequence(file, bytes, at, line, 0);
  }

  /** Detail records are numbered 1, 2, 3 …; a comment repeats the number of what it comments on. */
  private checkSequence(file: DeclaredFile, bytes: Uint8Array, at: number, line: number, step: number): void {
    const expected = this.sequence + step;
    // Twelve digits, of which the first four are hardly ever used. No spaces after those.
    if (this.fields.four(at + 2) === 0 && this.fields.eight(at + 6) === expected && bytes[at + 6] !== 0x20) {
      this.sequence = expected;
      return;
    }
    const found = numberAt(bytes, at + 2, at + 14);
    if (found !== expected) file.remark('messages-in.sequence', line, { expected });
    this.sequence = found > 0 ? found : expected;
  }

  private takeLine(file: DeclaredFile, bytes: Uint8Array, at: number, line: number): void {
    const { fields } = this;
    this.checkSequence(file, bytes, at, line, 1);
    this.mayComment = true;
    const sign = bytes[at + 193] as number;
    const cents = fields.eight(at + 185);
    const declared = cents >= 0 && (sign === D || sign === C) ? cents : UNREADABLE;
    const credit = sign === C;
    const from = dayOfNumber(fields.eight(at + 105), bytes, at + 105);
    const until = dayOfNumber(fields.eight(at + 113), bytes, at + 113);
    const count = fields.four(at + 129);
    const unit = wholeAt(bytes, at + 133, at + 135);
    const reason = this.reasonAgainst(bytes, at, declared, from, until, count, unit);
    if (reason !== null) {
      this.refuse(LINE, reason, declared, credit, line, NO_FACTS);
      return;
    }
    const computed = fields.eight(at + 172);
    if (computed !== declared || bytes[at + 180] !== sign) file.remark('messages-in.part-declared', line);
    if (!isAmount(computed >= 0 ? computed : declared, fields.eight(at + 164), count, unit)) {
      file.remark('messages-in.amount-not-tariff', line);
    }
    if (unit === 14 && !credit && count > until - from + 1) file.remark('messages-in.more-days', line);
    if (until > this.until) file.remark('messages-in.after-period', line);
    if (!isWlzList(wholeAt(bytes, at + 121, at + 124))) file.remark('messages-in.other-list', line);

    const draft = file.line;
    draft.line = line;
    draft.bytes = bytes;
    draft.reference = at + 194;
    draft.referenceEnd = fields.trimmed(at + 194, at + 214);
    draft.previous = at + 214;
    draft.previousEnd = fields.trimmed(at + 214, at + 234);
    if (draft.referenceEnd === draft.reference) file.remark('messages-in.reference-missing', line);
    if (credit && draft.previousEnd === draft.previous)
      file.remark('messages-in.credit-without-earlier', line);
    if (!credit && draft.previousEnd > draft.previous) file.remark('messages-in.debit-with-earlier', line);

    draft.product = this.productAt(file, bytes, at + 124, line);
    draft.unit = this.units[unit] ?? this.learnUnit(file, unit, line);
    draft.unitName = this.unitNames[unit] ?? null;
    draft.from = from;
    draft.until = until;
    draft.cents = credit ? -declared : declared;
    draft.volume = (credit ? -count : count) * 10_000;
    draft.credit = credit;
    const indication = fields.nine(at + 91);
    draft.allocation = indication > 0 ? indication : 0;
    draft.client = this.client;
    draft.clientHigh = this.clientHash.high;
    draft.clientLow = this.clientHash.low;
    this.found.lines++;
    this.found.total.add(draft.cents);
    file.take();
  }

  /** Why a line can't be read; null when it can. */
  private reasonAgainst(
    bytes: Uint8Array,
    at: number,
    declared: number,
    from: number,
    until: number,
    count: number,
    unit: number,
  ): string | null {
    if (!this.inClient) return 'messages-in.line-without-client';
    const { fields, parent } = this;
    for (let index = 0; index < PARENT_WORDS; index++) {
      if (fields.word(at + PARENT + index * 4) !== parent[index]) return 'messages-in.line-other-client';
    }
    if (declared === UNREADABLE) return 'messages-in.line-amount';
    if (from === NO_DAY || until === NO_DAY) return 'messages-in.line-dates';
    if (from > until) return 'messages-in.line-dates-reversed';
    if (trimmedEnd(bytes, at + 124, at + 129) === at + 124) return 'messages-in.line-product';
    if (count < 0) return 'messages-in.line-volume';
    return unit === WRONG ? 'messages-in.line-unit' : null;
  }

  /** The number of the product whose code, of five letters at most, stands at a place. */
  private productAt(file: DeclaredFile, bytes: Uint8Array, at: number, line: number): number {
    const known = this.codes.size;
    const end = trimmedEnd(bytes, at, at + 5);
    const id = this.codes.of(bytes, at, end);
    if (id === known) {
      const text = textAt(bytes, at, end);
      this.products[id] = file.productOf(text, text.slice(0, 1), line);
    }
    return this.products[id] as number;
  }

  private learnUnit(file: DeclaredFile, unit: number, line: number): number {
    const word = unitWord('aw319', unit === BLANK ? 0 : unit);
    if (word === undefined) file.remark('messages-in.unit-unknown', line, { unit: String(unit) });
    const name = word === undefined ? `eenheid ${unit}` : word;
    const id = name === null ? -1 : file.table.intern(name);
    if (unit >= 0) {
      this.units[unit] = id;
      this.unitNames[unit] = name;
    }
    return id;
  }

  /** What shows only when everything has been read. */
  finish(): void {
    const { file } = this;
    if (!file) return;
    if (!this.closed) file.remarks.add('messages-in.cut-off', file.place());
    if (this.testClients > 0 && this.realClients > 0) {
      file.remarks.add('messages-in.test-numbers', file.place(), {}, this.testClients);
    }
  }
}

/** The amount of a line without its sign; `UNREADABLE` where it or its sign can't be read. */
function amountOf(bytes: Uint8Array, at: number): number {
  const cents = wholeAt(bytes, at + 185, at + 193);
  const sign = bytes[at + 193];
  return cents >= 0 && (sign === D || sign === C) ? cents : UNREADABLE;
}

const skip = (tally: Tally): void => {
  tally.total++;
  tally.skipped++;
};

/** Whether an amount follows from tariff and number: per unit, or per hour for minutes (01) and five minutes (07). */
function isAmount(cents: number, tariff: number, count: number, unit: number): boolean {
  if (!(tariff >= 0)) return false;
  const product = tariff * count;
  if (product === cents) return true;
  if (unit === 1) return Math.floor((2 * product + 60) / 120) === cents;
  if (unit === 7) return Math.floor((2 * product + 12) / 24) === cents;
  return false;
}

/**
 * Reads an AW319 message into `into` (only touched when the whole file has been read). The receipt says what
 * was read and rejected, in lines and cents, and lists what doesn't hold of the message's own rules.
 * Errors: `IntakeError` when there is no message in it.
 */
export async function readAw319(
  file: InputFile,
  chunks: AsyncIterable<Uint8Array>,
  sample: Uint8Array,
  into: CareTable,
  run: MessageRun,
): Promise<IntakeReceipt> {
  const reader = new Aw319Reader(file.name, run);
  run.expect((file.size ?? 0) / RECORD);
  const splitter = new RecordSplitter(reader, !hasLineEnds(sample));
  for await (const chunk of chunks) splitter.push(chunk);
  splitter.finish();
  reader.finish();
  if (!reader.file) {
    throw new IntakeError([
      { level: 'error', code: 'intake.empty', facts: { file: file.name }, place: { file: file.name } },
    ]);
  }
  const { encoding } = splitter.judge;
  const receipt = reader.file.close(reader.stated, reader.closed, encoding === 'ascii' ? 'utf-8' : encoding);
  into.absorb(reader.file.table);
  return receipt;
}
