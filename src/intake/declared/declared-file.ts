import {
  CareTable,
  dayNumber,
  Decimal,
  moneyFromCents,
  moneyValue,
  ZERO,
  type DeclaredCell,
  type Fact,
  type InvoiceLine,
  type Money,
  type Place,
} from '../../core';
import type { IntakeReceipt, LineShare, MessageFacts } from '../contract';
import { Tally } from '../tally';
import { compareAnswer } from './answer-remarks';
import { FIRST_MONTH, firstDayOf, monthIndex, MONTHS, nameOf } from './days';
import { DeclaredLine, type DeclaredHead } from './declared-line';
import { Remarks } from './remarks';
import type { Answer, MessageRun } from './run';
import { Share } from './share';

const DEBIT = 1;
const CREDITED = 2;
/** A credit was read whose debit wasn't (yet). */
const AWAITED = 4;
const CREDIT = 8;
const FILE_SHIFT = 4;

/** Room for debits less credits around 0: a number in the table must not be 0. */
const NET_ZERO = 1 << 24;
/** Doubles looked at again at the end, since a credit may still come. */
const MOST_DOUBLES = 10_000;

const NONE = -1;
const YES = 0;
const UNKNOWN = 2;

/**
 * The lines of one declaration or invoice on their way into a table: doubles and refused lines kept out,
 * credits held against what they take back, everything booked on its month, and a receipt in which read plus
 * rejected is the file.
 */
export class DeclaredFile {
  readonly table = new CareTable();
  readonly tally: Tally;
  readonly remarks = new Remarks();
  readonly line = new DeclaredLine();
  /** Every line is left out for this reason: a test message, a second delivery. */
  refuseAll: { readonly code: string; readonly facts: Readonly<Record<string, Fact>> } | null = null;
  private readonly fileNumber: number;
  private readonly scope: number;
  private readonly provider: number;
  private readonly domain: number;
  private readonly declaredMonth: number | null;
  private readonly answer: Answer | null;
  private readonly monthIds = new Int32Array(MONTHS).fill(NONE);
  private readonly monthShares: (Share | undefined)[] = [];
  private readonly years = new Map<number, Share>();
  private readonly cells = new Map<number, Share>();
  private readonly groups: string[] = [];
  private readonly products: string[] = [];
  private readonly productIds: number[] = [];
  private readonly productNumbers = new Map<string, number>();
  private readonly productHashes: number[] = [];
  private readonly firstProducts = new Map<string, Place>();
  private readonly declared = new Share();
  private readonly refused = new Share();
  private readonly credits = new Share();
  private readonly unmatched = new Share();
  private readonly late = new Share();
  private readonly doubles: { readonly high: number; readonly low: number; readonly line: number }[] = [];
  private firstLine: Place | null = null;

  constructor(
    private readonly file: string,
    readonly head: DeclaredHead,
    private readonly run: MessageRun,
  ) {
    this.tally = new Tally(file);
    this.fileNumber = run.files.push(file) - 1;
    this.scope = run.scopeOf(`${head.domain}|${head.scope}`);
    this.provider = this.table.intern(run.providerOf(head.provider));
    this.domain = this.table.intern(head.domain);
    const until = head.period?.until ?? null;
    this.declaredMonth = until === null ? null : monthIndex(dayNumber(until));
    this.answer =
      run.answers.get(answerKey(head.domain, head.provider, head.number)) ??
      run.answers.get(answerKey(head.domain, head.provider, `#${head.message}`)) ??
      null;
    if (this.answer) this.answer.matched = true;
    const key = `${head.format}|${head.domain}|${head.scope}|${head.number}`;
    const earlier = run.declarations.get(key);
    if (earlier?.complete) {
      this.refuseAll = {
        code: 'messages-in.line-delivered-before',
        facts: { number: head.number, earlier: earlier.file },
      };
      this.remarks.add('messages-in.delivered-before', this.place(), {
        number: head.number,
        earlier: earlier.file,
      });
    } else if (earlier) {
      this.remarks.add('messages-in.delivered-again', this.place(), {
        number: head.number,
        earlier: earlier.file,
      });
    }
  }

  place(line?: number): Place {
    return line === undefined ? { file: this.file } : { file: this.file, line };
  }

  remark(code: string, line: number, facts: Readonly<Record<string, Fact>> = {}): void {
    this.remarks.add(code, this.place(line), facts);
  }

  /** The number of a product in this file. `group` is its category. */
  productOf(code: string, group: string, line: number): number {
    const key = `${group}|${code}`;
    const known = this.productNumbers.get(key);
    if (known !== undefined) return known;
    const id = this.products.push(code) - 1;
    this.productNumbers.set(key, id);
    this.groups.push(group);
    this.productIds.push(this.table.intern(code));
    const { hash } = this.run;
    hash.begin(0);
    for (let at = 0; at < code.length; at++) hash.word(code.charCodeAt(at));
    this.productHashes.push(hash.high ^ hash.low);
    if (!this.firstProducts.has(code)) this.firstProducts.set(code, this.place(line));
    return id;
  }

  /** A line that can't be read; its amount where it could be. */
  reject(code: string, cents: number | null, line: number, facts: Readonly<Record<string, Fact>> = {}): void {
    this.tally.total++;
    this.tally.reject({ code, facts: { ...facts, others: 0 } }, cents, this.place(line), line);
  }

  /** Takes the line in hand. */
  take(): void {
    const { line, run, head } = this;
    if (this.refuseAll) {
      this.reject(this.refuseAll.code, line.cents, line.line, this.refuseAll.facts);
      return;
    }
    if (this.answer && this.isRefused(this.answer)) return;
    const { hash, references } = run;
    // What a credit must repeat of the line it takes back.
    hash.begin(this.scope);
    hash.word(line.clientHigh);
    hash.word(line.allocation);
    hash.word(line.from);
    hash.word(line.until);
    hash.word(Math.abs(line.cents));
    const product = this.productHashes[line.product] as number;
    hash.word(product);
    const content = hash.high;

    hash.begin(this.scope);
    hash.bytes(line.bytes, line.reference, line.referenceEnd);
    const { high, low } = hash;
    const known = line.referenceEnd > line.reference ? references.find(high, low) : NONE;
    if (known >= 0) {
      const state = references.get(known, 0);
      if ((state & (DEBIT | CREDIT)) !== 0) {
        const file = state >>> FILE_SHIFT;
        if (file !== this.fileNumber) {
          this.reject('messages-in.line-read-before', line.cents, line.line, {
            earlier: run.files[file] ?? '',
          });
          return;
        }
        const same = references.get(known, 1) === content && ((state & CREDIT) !== 0) === line.credit;
        if (same || head.strictReferences) {
          this.reject('messages-in.line-reference-twice', line.cents, line.line);
          return;
        }
        this.remark('messages-in.reference-twice', line.line);
      }
    }
    if (line.credit) this.takeCredit(content);
    const days = line.until - line.from + 1;
    if (line.referenceEnd > line.reference) {
      const at = references.at(high, low);
      let state = references.get(at, 0);
      if ((state & AWAITED) !== 0 && !line.credit) {
        if (state >>> FILE_SHIFT === this.fileNumber) {
          this.unmatched.lines--;
          this.unmatched.sum.add(line.cents);
        }
        state = DEBIT | CREDITED;
      } else state = line.credit ? CREDIT : DEBIT;
      references.set(at, 0, (this.fileNumber << FILE_SHIFT) | (state & 15));
      references.set(at, 1, content);
      references.set(at, 2, line.from);
      references.set(at, 3, days);
    }
    this.countDebit(product);
    this.book();
  }

  private isRefused(answer: Answer): boolean {
    const { line } = this;
    let code = answer.whole;
    if (code === null && answer.refused.size > 0) {
      const reference = new TextDecoder().decode(line.bytes.subarray(line.reference, line.referenceEnd));
      code = answer.refused.get(reference.trim()) ?? null;
    }
    if (code === null) return false;
    this.refused.add(line.cents);
    this.reject('messages-in.line-refused', line.cents, line.line, { code, answer: answer.file });
    return true;
  }

  /** Holds a credit against the line it takes back, whose month is the right one for it. */
  private takeCredit(content: number): void {
    const { line, run, head } = this;
    this.credits.add(line.cents);
    if (line.previousEnd === line.previous) return;
    const { hash, references } = run;
    hash.begin(this.scope);
    hash.bytes(line.bytes, line.previous, line.previousEnd);
    const { high, low } = hash;
    const known = references.find(high, low);
    if (known < 0 || (references.get(known, 0) & DEBIT) === 0) {
      const at = references.at(high, low);
      const state = references.get(at, 0);
      if ((state & AWAITED) !== 0) this.remark('messages-in.credited-twice', line.line);
      if (state === 0 || (state & AWAITED) !== 0) {
        references.set(at, 0, (this.fileNumber << FILE_SHIFT) | AWAITED);
      }
      this.unmatched.add(line.cents);
      return;
    }
    const state = references.get(known, 0);
    if ((state & CREDITED) !== 0) this.remark('messages-in.credited-twice', line.line);
    references.set(known, 0, state | CREDITED);
    if (!head.strictReferences && state >>> FILE_SHIFT === this.fileNumber) {
      this.remark('messages-in.credit-of-own-file', line.line);
    }
    const from = references.get(known, 2);
    const until = from + references.get(known, 3) - 1;
    if (from !== line.from || until !== line.until) {
      if (monthIndex(from) !== monthIndex(line.from) || monthIndex(until) !== monthIndex(line.until)) {
        this.remark('messages-in.credit-other-period', line.line);
        line.from = from;
        line.until = until;
      }
    } else if (references.get(known, 1) !== content) {
      this.remark('messages-in.credit-differs', line.line);
    }
  }

  /** One net debit per client, allocation, product and period. */
  private countDebit(product: number): void {
    const { line, run } = this;
    const { hash, debits } = run;
    hash.begin(this.scope);
    hash.word(line.clientHigh);
    hash.word(line.clientLow);
    hash.word(line.allocation);
    hash.word(line.from);
    hash.word(product);
    const { high, low } = hash;
    const at = debits.at(high, low);
    const net = (debits.get(at, 0) || NET_ZERO) + (line.credit ? -1 : 1);
    debits.set(at, 0, net);
    if (net > NET_ZERO + 1 && !line.credit && this.doubles.length < MOST_DOUBLES) {
      this.doubles.push({ high, low, line: line.line });
    }
  }

  private book(): void {
    const { line, run, tally } = this;
    tally.total++;
    tally.read++;
    tally.readSum.add(line.cents);
    this.declared.add(line.cents);
    this.firstLine ??= this.place(line.line);
    const first = monthIndex(line.from);
    const last = monthIndex(line.until);
    if (run.collect) this.collect(run.collect, last);
    if (this.declaredMonth !== null && last < this.declaredMonth) this.late.add(line.cents);
    if (first === last) {
      this.add(last, line.volume, line.cents, true);
      return;
    }
    if (run.options.acrossMonths === 'end-month') {
      this.remark('messages-in.across-months-end', line.line);
      this.add(last, line.volume, line.cents, true);
      return;
    }
    this.remark('messages-in.across-months', line.line);
    const days = line.until - line.from + 1;
    let done = 0;
    let volumeDone = 0;
    let centsDone = 0;
    for (let month = first; month <= last; month++) {
      const end = month === last ? line.until : firstDayOf(month + 1) - 1;
      done = end - line.from + 1;
      const volume = part(line.volume, done, days);
      const cents = part(line.cents, done, days);
      this.add(month, volume - volumeDone, cents - centsDone, month === first);
      volumeDone = volume;
      centsDone = cents;
    }
  }

  private collect(take: (line: InvoiceLine) => void, month: number): void {
    const { line, head, run } = this;
    take({
      provider: run.providerOf(head.provider),
      domain: head.domain,
      product: this.products[line.product] ?? '',
      client: line.clientName,
      allocation: line.allocation > 0 ? String(line.allocation) : null,
      month: nameOf(month),
      day: null,
      quantity: new Decimal(line.volume).dividedBy(10_000),
      unit: line.unitName,
      amount: moneyFromCents(line.cents),
      place: this.place(line.line),
    });
  }

  private add(month: number, volume: number, cents: number, whole: boolean): void {
    const { line } = this;
    const at = month - FIRST_MONTH;
    let id = this.monthIds[at] as number;
    if (id === NONE) id = this.learnMonth(month);
    this.table.addInterned(
      this.provider,
      this.domain,
      this.productIds[line.product] as number,
      line.client,
      id,
      line.unit,
      line.allocation > 0 ? YES : UNKNOWN,
      volume,
      cents,
    );
    const share = this.monthShares[id];
    if (share) {
      share.sum.add(cents);
      if (whole) share.lines++;
    }
    const key = line.product * 8192 + at;
    let cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, (cell = new Share()));
    cell.add(cents);
  }

  private learnMonth(month: number): number {
    const name = nameOf(month);
    const id = this.table.intern(name);
    this.monthIds[month - FIRST_MONTH] = id;
    const year = Math.floor(month / 12);
    const share = this.years.get(year) ?? new Share();
    this.years.set(year, share);
    this.monthShares[id] = share;
    return id;
  }

  /**
   * The receipt. `stated` is the file's own total; `complete`: it was read to its end.
   */
  close(stated: Money | null, complete: boolean, encoding: string): IntakeReceipt {
    const { head, run, remarks, tally } = this;
    const key = `${head.format}|${head.domain}|${head.scope}|${head.number}`;
    if (!run.declarations.get(key)?.complete && this.refuseAll === null) {
      run.declarations.set(key, { file: this.file, complete });
    }
    const doubles = this.doubles.filter(({ high, low }) => {
      const at = run.debits.find(high, low);
      return at >= 0 && run.debits.get(at, 0) > NET_ZERO + 1;
    });
    if (doubles[0]) {
      remarks.add('messages-in.declared-twice', this.place(doubles[0].line), {}, doubles.length);
    }
    if (this.unmatched.lines > 0) {
      remarks.add(
        'messages-in.unmatched-credits',
        this.place(),
        { amount: moneyValue(this.unmatched.sum.money) },
        this.unmatched.lines,
      );
    }
    if (this.late.lines > 0) {
      remarks.add(
        'messages-in.late-lines',
        this.place(),
        { amount: moneyValue(this.late.sum.money) },
        this.late.lines,
      );
    }
    const answered = this.answer !== null;
    const none: LineShare = { lines: 0, amount: ZERO };
    const statuses = {
      declared: answered ? none : this.declared.whole,
      approved: answered ? this.declared.whole : none,
      refused: this.refused.whole,
    };
    if (this.answer && this.refuseAll === null) {
      const amounts = { approved: this.declared, refused: this.refused, stated };
      compareAnswer(this.answer, amounts, remarks, this.place());
    }
    tally.addNotices(remarks.issues);
    const message: MessageFacts = {
      name: head.name,
      domain: head.domain,
      sender: head.sender,
      receiver: head.receiver,
      number: head.number,
      date: head.date,
      period: head.period,
      statuses,
      credits: this.credits.whole,
      unmatchedCredits: this.unmatched.whole,
      late: this.late.whole,
      triangle: this.triangle(),
    };
    const provider = run.providerOf(head.provider);
    return tally.close(
      {
        kind: 'production',
        format: head.format,
        encoding,
        delimiter: null,
        decimal: null,
        columns: [],
        ignoredColumns: [],
        years: new Map(
          [...this.years]
            .sort(([a], [b]) => a - b)
            .map(([year, share]) => [year, { lines: share.lines, amount: share.sum.money }]),
        ),
        providers: tally.read > 0 ? [provider] : [],
        firstProviders: this.firstLine ? new Map([[provider, this.firstLine]]) : new Map(),
        firstProducts: this.firstProducts,
        message,
      },
      stated,
    );
  }

  private triangle(): DeclaredCell[] {
    if (this.declaredMonth === null) return [];
    const declared = nameOf(this.declaredMonth);
    const { run, head } = this;
    return [...this.cells].map(([key, share]) => ({
      provider: run.providerOf(head.provider),
      domain: head.domain,
      group: this.groups[Math.floor(key / 8192)] ?? '',
      product: this.products[Math.floor(key / 8192)] ?? '',
      origin: nameOf((key % 8192) + FIRST_MONTH),
      declared,
      amount: share.sum.money,
      lines: share.lines,
    }));
  }
}

/** Where the answer to a declaration is kept; a message number is marked with `#`. */
export const answerKey = (domain: string, provider: string, number: string): string =>
  `${domain}|${provider}|${number}`;

/** `done` of `days` parts of a whole number, rounded half up in size, so that the parts add up. */
function part(value: number, done: number, days: number): number {
  const size = Math.floor((2 * Math.abs(value) * done + days) / (2 * days));
  return value < 0 ? -size : size;
}
