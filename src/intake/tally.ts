import {
  addMoney,
  Decimal,
  moneyFromCents,
  moneyValue,
  quantityValue,
  subtractMoney,
  ZERO,
  type Fact,
  type Issue,
  type Message,
  type Money,
  type Place,
} from '../core';
import {
  IntakeError,
  REJECTED_KEPT,
  type IntakeReceipt,
  type RejectedLine,
  type TableKind,
} from './contract';
import { totalReach } from './total-word';

/** Whole cents added up exactly: in a double as long as that is exact, then moved to a bigint. */
export class CentSum {
  private small = 0;
  private large = 0n;

  add(cents: number): void {
    this.small += cents;
    // Each amount is itself a safe integer, so the sum is exact up to here and is emptied in time.
    if (this.small > LIMIT || this.small < -LIMIT) this.carry();
  }

  get money(): Money {
    this.carry();
    return moneyFromCents(this.large);
  }

  private carry(): void {
    this.large += BigInt(this.small);
    this.small = 0;
  }
}

/** No line may exceed this many cents (€ 10 trillion), so that sums in a double stay exact. */
export const LARGEST_CENTS = 1e15;
const LIMIT = 7e15;

interface Reason {
  readonly issue: Issue;
  count: number;
}

interface Rounding {
  count: number;
  difference: Decimal;
  millionths: number;
  readonly place: Place;
}

interface StatedTotal {
  /** Sum of the lines before the first line it covers. */
  from: Money;
  readonly amount: Money;
  readonly until: Money;
}

type ReceiptRest<Kind extends TableKind> = Omit<
  IntakeReceipt<Kind>,
  'lines' | 'amounts' | 'issues' | 'rejectedLines' | 'file'
>;

/** Counts, sums and remarks of one file while it is read: everything the receipt says. */
export class Tally {
  total = 0;
  read = 0;
  skipped = 0;
  rejected = 0;
  private amountUnknown = 0;
  readonly readSum = new CentSum();
  private readonly rejectedSum = new CentSum();
  private readonly reasons = new Map<string, Reason>();
  private readonly rejectedLines: RejectedLine[] = [];
  private readonly notices: Issue[] = [];
  private readonly totals: StatedTotal[] = [];
  /** Sum of the lines before each total row. */
  private readonly borders: Money[] = [ZERO];
  private readonly rounding = new Map<string, Rounding>();

  constructor(private readonly file: string) {}

  get fileSum(): Money {
    return addMoney(this.readSum.money, this.rejectedSum.money);
  }

  notice(code: string, facts: Readonly<Record<string, Fact>>, place: Place = { file: this.file }): void {
    this.notices.push({ level: 'notice', code, facts, place });
  }

  /** As `notice`, once a file; the place is that of the first time. */
  noticeOnce(code: string, facts: Readonly<Record<string, Fact>>, place: () => Place): void {
    if (!this.notices.some((known) => known.code === code)) this.notice(code, facts, place());
  }

  addNotices(notices: readonly Issue[]): void {
    this.notices.push(...notices);
  }

  reject(reason: Message, cents: number | null, place: Place, line: number): void {
    this.rejected++;
    if (cents === null) this.amountUnknown++;
    else this.rejectedSum.add(cents);
    const known = this.reasons.get(reason.code);
    if (known) known.count++;
    else this.reasons.set(reason.code, { issue: { ...reason, level: 'rejected', place }, count: 1 });
    if (this.rejectedLines.length < REJECTED_KEPT) {
      this.rejectedLines.push({
        line,
        reason: { code: reason.code, facts: { ...reason.facts, others: 0 } },
        amount: cents === null ? null : moneyFromCents(cents),
      });
    }
  }

  /** A value was rounded: rounded minus written, exactly. */
  rounded(field: string, difference: Decimal, place: () => Place): void {
    const known = this.roundingOf(field, place);
    known.difference = known.difference.plus(difference);
  }

  /** As `rounded`, with the difference as a small whole number of millionths. */
  roundedMillionths(field: string, millionths: number, place: () => Place): void {
    this.roundingOf(field, place).millionths += millionths;
  }

  private roundingOf(field: string, place: () => Place): Rounding {
    let known = this.rounding.get(field);
    if (!known) {
      known = { count: 0, difference: new Decimal(0), millionths: 0, place: place() };
      this.rounding.set(field, known);
    }
    known.count++;
    return known;
  }

  /**
   * A total row: skipped, and its amount compared with the lines it can be over. A subtotal fits when it
   * equals the lines since any earlier total row or the start; a grand total only the latter.
   */
  totalRow(label: string, candidates: readonly number[], place: Place): void {
    if (candidates.length === 0) return;
    const sum = this.fileSum;
    const reach = totalReach(label);
    const starts = reach === 'whole' ? [ZERO] : [...this.borders].reverse();
    for (const cents of candidates) {
      const amount = moneyFromCents(cents);
      // The narrowest block first, except that a sole or last "Totaal" over everything is just that.
      const whole = sum === amount && reach !== 'part';
      const start = whole ? ZERO : starts.find((from) => subtractMoney(sum, from) === amount);
      if (start === undefined) continue;
      this.totals.push({ from: start, amount, until: sum });
      this.borders.push(sum);
      if (this.borders.length > 2000) this.borders.splice(1, 1000);
      return;
    }
    const start = reach === 'part' ? (this.borders[this.borders.length - 1] ?? ZERO) : ZERO;
    const computed = subtractMoney(sum, start);
    const amount = moneyFromCents(candidates[0] ?? 0);
    this.totals.push({ from: start, amount, until: sum });
    this.borders.push(sum);
    this.notice(
      this.amountUnknown > 0 ? 'intake.total-differs-unreadable' : 'intake.total-differs',
      {
        stated: moneyValue(amount),
        computed: moneyValue(computed),
        difference: moneyValue(subtractMoney(amount, computed)),
        reach: reach === 'part' ? 'part' : 'whole',
        unreadable: this.amountUnknown,
      },
      place,
    );
  }

  /** What the file's total rows say of the whole: a total over everything, or blocks that tile the file. */
  private stated(): Money | null {
    const sum = this.fileSum;
    for (let index = this.totals.length - 1; index >= 0; index--) {
      const total = this.totals[index];
      if (total && total.from === ZERO && total.until === sum) return total.amount;
    }
    let reached: Money = ZERO;
    let stated: Money = ZERO;
    for (const total of this.totals) {
      if (total.from !== reached) continue;
      stated = addMoney(stated, total.amount);
      reached = total.until;
    }
    return this.totals.length > 0 && reached === sum ? stated : null;
  }

  /** Errors: `IntakeError` when not one line could be read. */
  receipt<Kind extends TableKind>(rest: ReceiptRest<Kind>): IntakeReceipt<Kind> {
    const rejections = this.rejections();
    if (this.read === 0) {
      const place = { file: this.file };
      throw new IntakeError([
        this.rejected === 0
          ? { level: 'error', code: 'intake.no-lines', facts: { file: this.file }, place }
          : {
              level: 'error',
              code: 'intake.all-rejected',
              facts: { file: this.file, count: this.rejected },
              place,
            },
        ...rejections,
      ]);
    }
    return this.close(rest, this.stated());
  }

  private rejections(): Issue[] {
    return [...this.reasons.values()].map(({ issue, count }): Issue => ({
      ...issue,
      facts: { ...issue.facts, others: count - 1 },
    }));
  }

  /** As `receipt`, for a file that may well hold no line to read, and that states its own total. */
  close<Kind extends TableKind>(rest: ReceiptRest<Kind>, stated: Money | null): IntakeReceipt<Kind> {
    const rejections = this.rejections();
    for (const [field, { count, difference: exact, millionths, place }] of this.rounding) {
      const difference = exact.plus(new Decimal(millionths).dividedBy(1_000_000));
      this.notice(
        field === 'amount' ? 'intake.amounts-rounded' : 'intake.volumes-rounded',
        { count, difference: quantityValue(difference, null) },
        place,
      );
    }
    if (this.amountUnknown > 0) {
      this.notice('intake.amounts-unknown', { count: this.amountUnknown });
    }
    if (this.rejected > REJECTED_KEPT) {
      this.notice('intake.rejected-list-cut', { kept: REJECTED_KEPT, count: this.rejected });
    }
    const read = this.readSum.money;
    const rejected = this.rejectedSum.money;
    return {
      ...rest,
      file: this.file,
      lines: {
        total: this.total,
        read: this.read,
        rejected: this.rejected,
        skipped: this.skipped,
        amountUnknown: this.amountUnknown,
      },
      amounts: { read, rejected, file: addMoney(read, rejected), stated },
      issues: [...rejections, ...this.notices],
      rejectedLines: this.rejectedLines,
    };
  }
}
