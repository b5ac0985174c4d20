import {
  CareTable,
  dayNumber,
  Decimal,
  moneyFromCents,
  moneyValue,
  ZERO,
  type Fact,
  type InvoiceLine,
  type Money,
  type Place,
} from '../../core';
import type { IntakeReceipt, LineShare, MessageFacts } from '../contract';
import { Tally } from '../tally';
import { compareAnswer } from './answer-remarks';
import { Booking } from './booking';
import { monthIndex, nameOf } from './days';
import { DeclaredLine, type DeclaredHead } from './declared-line';
import { mixed } from './line-hash';
import { BLOCK } from './hash-table';
import { References } from './references';
import { Remarks } from './remarks';
import type { Answer, MessageRun } from './run';
import { Share } from './share';

/** Room for debits less credits around 0: a number in the table must not be 0. */
const NET_ZERO = 1 << 24;
/** Doubles looked at again at the end, since a credit may still come. */
const MOST_DOUBLES = 10_000;

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
  private readonly scope: number;
  private readonly booking: Booking;
  private readonly references: References;
  private readonly declaredMonth: number | null;
  private readonly answer: Answer | null;
  private readonly firstProducts = new Map<string, Place>();
  private readonly declared = new Share();
  private readonly refused = new Share();
  private readonly credits = new Share();
  private readonly unmatched = new Share();
  private readonly late = new Share();
  private readonly doubles: {
    readonly high: number;
    readonly low: number;
    readonly home: number;
    readonly line: number;
  }[] = [];
  private firstLine: Place | null = null;

  constructor(
    private readonly file: string,
    readonly head: DeclaredHead,
    private readonly run: MessageRun,
  ) {
    this.tally = new Tally(file);
    const fileNumber = run.files.push(file) - 1;
    this.scope = run.scopeOf(`${head.domain}|${head.scope}`);
    const { table, credits, unmatched } = this;
    table.reserve(run.expected);
    const provider = table.intern(run.providerOf(head.provider));
    const domain = table.intern(head.domain);
    this.booking = new Booking(table, provider, domain, run.options.acrossMonths, (code, line) =>
      this.remark(code, line),
    );
    this.references = new References(
      run,
      fileNumber,
      this.scope,
      head.strictReferences,
      {
        remark: (code, line) => this.remark(code, line),
        reject: (code, line, facts) => this.reject(code, line.cents, line.line, facts),
      },
      credits,
      unmatched,
    );
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
    if (!this.firstProducts.has(code)) this.firstProducts.set(code, this.place(line));
    return this.booking.productOf(code, group);
  }

  /** A line that can't be read; its amount where it could be. */
  reject(code: string, cents: number | null, line: number, facts: Readonly<Record<string, Fact>> = {}): void {
    this.tally.total++;
    this.tally.reject({ code, facts: { ...facts, others: 0 } }, cents, this.place(line), line);
  }

  /** Takes the line in hand. */
  take(): void {
    const { line } = this;
    if (this.refuseAll) {
      this.reject(this.refuseAll.code, line.cents, line.line, this.refuseAll.facts);
      return;
    }
    if (this.answer && this.isRefused(this.answer)) return;
    const product = this.booking.hashOf(line.product);
    if (!this.references.take(line, product)) return;
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

  /** One net debit per client, allocation, product and period. */
  private countDebit(product: number): void {
    const { line } = this;
    const { debits } = this.run;
    const { clientHigh } = line;
    const stem = mixed(clientHigh, this.scope);
    const high = mixed(mixed(mixed(stem, line.allocation), line.from), product);
    const low = mixed(mixed(mixed(line.clientLow, product), line.allocation), line.from);
    // The debits of one client in one piece of memory.
    const home = (stem & -BLOCK) | (low & (BLOCK - 1));
    const at = debits.at(high, low, home);
    const net = (debits.get(at, 0) || NET_ZERO) + (line.credit ? -1 : 1);
    debits.set(at, 0, net);
    if (net > NET_ZERO + 1 && !line.credit && this.doubles.length < MOST_DOUBLES) {
      this.doubles.push({ high, low, home, line: line.line });
    }
  }

  private book(): void {
    const { line, run, tally } = this;
    tally.total++;
    tally.read++;
    tally.readSum.add(line.cents);
    this.declared.add(line.cents);
    this.firstLine ??= this.place(line.line);
    if (run.collect || this.declaredMonth !== null) {
      const last = monthIndex(line.until);
      if (run.collect) this.collect(run.collect, last);
      if (this.declaredMonth !== null && last < this.declaredMonth) this.late.add(line.cents);
    }
    this.booking.book(line);
  }

  private collect(take: (line: InvoiceLine) => void, month: number): void {
    const { line, head, run } = this;
    take({
      provider: run.providerOf(head.provider),
      domain: head.domain,
      product: this.booking.codeOf(line.product),
      client: this.table.nameOf(line.client),
      allocation: line.allocation > 0 ? String(line.allocation) : null,
      month: nameOf(month),
      day: null,
      quantity: new Decimal(line.volume).dividedBy(10_000),
      unit: line.unitName,
      amount: moneyFromCents(line.cents),
      place: this.place(line.line),
    });
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
    const doubles = this.doubles.filter(({ high, low, home }) => {
      const at = run.debits.find(high, low, home);
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
      triangle:
        this.declaredMonth === null
          ? []
          : this.booking.triangle(run.providerOf(head.provider), head.domain, nameOf(this.declaredMonth)),
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
        years: this.booking.yearShares,
        providers: tally.read > 0 ? [provider] : [],
        firstProviders: this.firstLine ? new Map([[provider, this.firstLine]]) : new Map(),
        firstProducts: this.firstProducts,
        message,
      },
      stated,
    );
  }
}

/** Where the answer to a declaration is kept; a message number is marked with `#`. */
export const answerKey = (domain: string, provider: string, number: string): string =>
  `${domain}|${provider}|${number}`;
