import {
  dateFromDayNumber,
  moneyFromCents,
  moneyValue,
  subtractMoney,
  type IsoDate,
  type Money,
} from '../../core';
import { ByteNames } from '../byte-names';
import { IntakeError, type InputFile, type IntakeReceipt } from '../contract';
import {
  BLANK,
  isTestNumber,
  numberAt,
  passesElevenTest,
  sameBytes,
  textAt,
  trimmedEnd,
} from '../declared/bytes';
import { dayAt } from '../declared/days';
import { DeclaredFile } from '../declared/declared-file';
import type { MessageRun } from '../declared/run';
import { unitWord } from '../declared/units';
import { CentSum, type Tally } from '../tally';
import type { CareTable } from '../../core';
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
const PARENT_LENGTH = 28;
const NO_BSN = 999_999_999;

const D = 0x44;
const C = 0x43;

/** Codes of who is paid (0113) and where that party's AGB code stands in 01. */
const PAYEES: ReadonlyMap<string, number> = new Map([
  ['01', 30],
  ['02', 38],
  ['03', 46],
  ['04', 54],
]);

/** Lists of Wlz services and of regional codes; other lists belong to other messages. */
const WLZ_LISTS = new Set([55, 990, 999]);

class Aw319Reader implements EiSink {
  file: DeclaredFile | null = null;
  /** Total of the closing record, once it has been read. */
  stated: Money | null = null;
  closed = false;
  private padded = new Uint8Array(RECORD);
  private readonly parent = new Uint8Array(PARENT_LENGTH);
  private inClient = false;
  private clients = 0;
  private lines = 0;
  private comments = 0;
  private others = 0;
  private sequence = 0;
  private mayComment = false;
  private readonly total = new CentSum();
  private testClients = 0;
  private realClients = 0;
  private readonly codes = new ByteNames();
  private readonly products: number[] = [];
  private readonly units: number[] = [];
  private readonly unitNames: (string | null)[] = [];
  private until = NaN;
  private readonly clientHash = { high: 0, low: 0 };
  private client = -1;

  constructor(
    private readonly name: string,
    private readonly run: MessageRun,
  ) {}

  record(bytes: Uint8Array, start: number, end: number, line: number): void {
    let record = bytes;
    let at = start;
    const kind = end - start >= 2 ? TWO(bytes, start) : 0;
    if (end - start < RECORD) {
      // Some writers leave the spaces at the end of a record out.
      this.padded.fill(0x20);
      this.padded.set(bytes.subarray(start, end));
      record = this.padded;
      at = 0;
      if (this.file) this.file.remark('messages-in.record-short', line, { length: end - start });
    }
    if (!this.file) {
      this.file = this.begin(record, at, line);
      skip(this.file.tally);
      return;
    }
    if (end - start > RECORD && trimmedEnd(bytes, start, end) - start > RECORD) {
      this.refuse(kind, 'messages-in.line-long', null, line, { length: end - start });
      return;
    }
    if (this.closed) {
      const cents = kind === LINE ? this.amountOf(record, at) : null;
      this.refuse(kind, 'messages-in.line-after-closing', cents, line, {});
      return;
    }
    if (kind === LINE) this.takeLine(record, at, line);
    else if (kind === CLIENT) this.takeClient(record, at, line);
    else if (kind === COMMENT) this.takeComment(record, at, line);
    else if (kind === CLOSE) this.takeClosing(record, at, line);
    else {
      if (kind === HEAD) this.file.remark('messages-in.second-head', line);
      else this.others++;
      this.refuse(kind, 'messages-in.record-unknown', null, line, {
        found: /^\d\d$/.test(textAt(record, at, at + 2)) ? textAt(record, at, at + 2) : '??',
      });
    }
  }

  private refuse(
    kind: number,
    reason: string,
    cents: number | null,
    line: number,
    facts: Readonly<Record<string, string | number>>,
  ): void {
    if (kind === LINE) {
      this.lines++;
      if (cents !== null) this.total.add(cents);
    }
    this.file?.reject(reason, cents, line, facts);
  }

  private begin(bytes: Uint8Array, at: number, line: number): DeclaredFile {
    const text = (from: number, until: number): string => textAt(bytes, at + from, at + until);
    const day = (from: number): number => dayAt(bytes, at + from, at + from + 4, at + from + 6);
    const asDate = (number: number): IsoDate | null =>
      Number.isNaN(number) ? null : dateFromDayNumber(number);
    const from = asDate(day(64));
    const until = asDate(day(72));
    const payeeAt = PAYEES.get(text(62, 64));
    const payee = payeeAt === undefined ? '' : text(payeeAt, payeeAt + 8);
    // An unknown or unfilled payee: the first code that is filled.
    const provider =
      /^0*$/.test(payee) === false
        ? payee
        : ([54, 46, 38, 30].map((place) => text(place, place + 8)).find((found) => !/^0*$/.test(found)) ??
          '');
    const number = text(80, 92);
    const file = new DeclaredFile(
      this.name,
      {
        format: 'aw319',
        name: 'AW319 1.4',
        domain: 'Wlz',
        sender: provider,
        receiver: text(26, 30),
        provider,
        message: number,
        number,
        date: asDate(day(92)),
        period: from !== null && until !== null && from <= until ? { from, until } : null,
        scope: provider,
        strictReferences: true,
      },
      this.run,
    );
    this.until = day(72);
    if (from === null || until === null || from > until) file.remark('messages-in.period-unreadable', line);
    if (payeeAt === undefined || /^0*$/.test(payee)) file.remark('messages-in.payee-missing', line);
    if (text(9, 10) === 'T') {
      file.refuseAll = { code: 'messages-in.line-test', facts: {} };
      file.remark('messages-in.test-message', line);
    }
    const currency = text(114, 117);
    if (currency !== '' && currency !== 'EUR') {
      file.refuseAll = { code: 'messages-in.line-currency', facts: {} };
      file.remark('messages-in.other-currency', line);
    }
    return file;
  }

  private takeClient(bytes: Uint8Array, at: number, line: number): void {
    const { file, run } = this;
    if (!file) return;
    skip(file.tally);
    this.clients++;
    this.inClient = true;
    this.mayComment = true;
    this.checkSequence(bytes, at, line, 1);
    this.parent.set(bytes.subarray(at + PARENT, at + PARENT + PARENT_LENGTH));
    const bsn = numberAt(bytes, at + 14, at + 23);
    const known = bsn !== NO_BSN && bsn > 0;
    if (known) {
      if (!passesElevenTest(bytes, at + 14)) file.remark('messages-in.bsn-wrong', line);
      if (isTestNumber(bytes, at + 14)) this.testClients++;
      else this.realClients++;
    }
    const ownEnd = trimmedEnd(bytes, at + 42, at + 53);
    const hasOwn = ownEnd > at + 42;
    let client: string | null = null;
    if (hasOwn && run.knownClients === null && run.options.keepOwnNumbers !== true) {
      client = run.pseudonymise.ofBytes(bytes, at + 42, ownEnd);
    } else {
      const needed = known && (!hasOwn || run.knownClients !== null);
      client = run.clientOf(
        needed ? run.pseudonymise.ofBytes(bytes, at + 14, at + 23) : null,
        hasOwn ? textAt(bytes, at + 42, ownEnd) : null,
      );
    }
    this.client = client === null ? -1 : file.table.intern(client);
    file.line.clientName = client;
    const { hash } = run;
    hash.begin(0);
    hash.bytes(bytes, at + 14, at + 23);
    if (!known) hash.bytes(bytes, at + 42, at + 53);
    this.clientHash.high = hash.high;
    this.clientHash.low = hash.low;
  }

  private takeComment(bytes: Uint8Array, at: number, line: number): void {
    const { file } = this;
    if (!file) return;
    skip(file.tally);
    this.comments++;
    if (!this.mayComment) file.remark('messages-in.comment-astray', line);
    else this.checkSequence(bytes, at, line, 0);
  }

  /** Detail records are numbered 1, 2, 3 …; a comment repeats the number of what it comments on. */
  private checkSequence(bytes: Uint8Array, at: number, line: number, step: number): void {
    const found = numberAt(bytes, at + 2, at + 14);
    const expected = this.sequence + step;
    if (found !== expected) this.file?.remark('messages-in.sequence', line, { expected });
    this.sequence = found > 0 ? found : expected;
  }

  /** The signed amount of a line, or null where it can't be read. */
  private amountOf(bytes: Uint8Array, at: number): number | null {
    const cents = numberAt(bytes, at + 185, at + 193);
    const sign = bytes[at + 193];
    return cents >= 0 && (sign === D || sign === C) ? (sign === C ? -cents : cents) : null;
  }

  private takeLine(bytes: Uint8Array, at: number, line: number): void {
    const { file } = this;
    if (!file) return;
    this.checkSequence(bytes, at, line, 1);
    this.mayComment = true;
    const cents = this.amountOf(bytes, at);
    const refuse = (reason: string, facts: Readonly<Record<string, string | number>> = {}): void =>
      this.refuse(LINE, reason, cents, line, facts);
    if (!this.inClient) return refuse('messages-in.line-without-client');
    if (!sameBytes(bytes, at + PARENT, this.parent, 0, PARENT_LENGTH)) {
      return refuse('messages-in.line-other-client');
    }
    if (cents === null) return refuse('messages-in.line-amount');
    const from = dayAt(bytes, at + 105, at + 109, at + 111);
    const until = dayAt(bytes, at + 113, at + 117, at + 119);
    if (Number.isNaN(from) || Number.isNaN(until)) return refuse('messages-in.line-dates');
    if (from > until) return refuse('messages-in.line-dates-reversed');
    const productEnd = trimmedEnd(bytes, at + 124, at + 129);
    if (productEnd === at + 124) return refuse('messages-in.line-product');
    const count = numberAt(bytes, at + 129, at + 133);
    if (!(count >= 0)) return refuse('messages-in.line-volume');
    const unit = numberAt(bytes, at + 133, at + 135);
    if (Number.isNaN(unit)) return refuse('messages-in.line-unit');

    const draft = file.line;
    draft.line = line;
    const credit = bytes[at + 193] === C;
    const declared = Math.abs(cents);
    const computed = numberAt(bytes, at + 172, at + 180);
    const tariff = numberAt(bytes, at + 164, at + 172);
    if (computed !== declared || bytes[at + 180] !== bytes[at + 193]) {
      file.remark('messages-in.part-declared', line);
    }
    if (!isAmount(computed >= 0 ? computed : declared, tariff, count, unit)) {
      file.remark('messages-in.amount-not-tariff', line);
    }
    if (unit === 14 && !credit && count > until - from + 1) file.remark('messages-in.more-days', line);
    if (until > this.until) file.remark('messages-in.after-period', line);
    if (!WLZ_LISTS.has(numberAt(bytes, at + 121, at + 124))) file.remark('messages-in.other-list', line);

    draft.bytes = bytes;
    draft.reference = at + 194;
    draft.referenceEnd = trimmedEnd(bytes, at + 194, at + 214);
    draft.previous = at + 214;
    draft.previousEnd = trimmedEnd(bytes, at + 214, at + 234);
    if (draft.referenceEnd === draft.reference) file.remark('messages-in.reference-missing', line);
    if (credit && draft.previousEnd === draft.previous)
      file.remark('messages-in.credit-without-earlier', line);
    if (!credit && draft.previousEnd > draft.previous) file.remark('messages-in.debit-with-earlier', line);

    const known = this.codes.size;
    const id = this.codes.of(bytes, at + 124, productEnd);
    if (id === known) {
      const text = textAt(bytes, at + 124, productEnd);
      this.products[id] = file.productOf(text, text.slice(0, 1), line);
    }
    draft.product = this.products[id] as number;
    draft.unit = this.units[unit] ?? this.learnUnit(unit, line);
    draft.unitName = this.unitNames[unit] ?? null;
    draft.from = from;
    draft.until = until;
    draft.cents = cents;
    draft.volume = (credit ? -count : count) * 10_000;
    draft.credit = credit;
    const indication = numberAt(bytes, at + 91, at + 100);
    draft.allocation = indication > 0 ? indication : 0;
    draft.client = this.client;
    draft.clientHigh = this.clientHash.high;
    draft.clientLow = this.clientHash.low;
    this.lines++;
    this.total.add(cents);
    file.take();
  }

  private learnUnit(unit: number, line: number): number {
    const { file } = this;
    if (!file) return -1;
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

  private takeClosing(bytes: Uint8Array, at: number, line: number): void {
    const { file } = this;
    if (!file) return;
    skip(file.tally);
    this.closed = true;
    const counts: readonly (readonly [string, number, number, number])[] = [
      ['clients', 2, 8, this.clients],
      ['debtors', 8, 14, this.others],
      ['lines', 14, 20, this.lines],
      ['comments', 20, 26, this.comments],
      ['details', 26, 33, this.clients + this.lines + this.comments + this.others],
    ];
    for (const [what, from, until, found] of counts) {
      const stated = numberAt(bytes, at + from, at + until);
      const optional = what === 'debtors' || what === 'comments';
      if (stated === found || (stated === BLANK && optional && found === 0)) continue;
      file.remarks.add(`messages-in.closing-${what}`, file.place(line), {
        stated: stated >= 0 ? stated : '–',
        found,
      });
    }
    const cents = numberAt(bytes, at + 33, at + 44);
    const sign = bytes[at + 44];
    if (!(cents >= 0) || (sign !== D && sign !== C)) {
      file.remark('messages-in.closing-total-missing', line);
      return;
    }
    this.stated = moneyFromCents(sign === C ? -cents : cents);
    const found = this.total.money;
    if (found !== this.stated) {
      file.remark('messages-in.total-differs', line, {
        stated: moneyValue(this.stated),
        found: moneyValue(found),
        difference: moneyValue(subtractMoney(this.stated, found)),
      });
    }
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
  // Some three lines to a client.
  run.expect((file.size ?? 0) / RECORD / 1.33);
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
