import { Decimal, moneyValue, monthValue, step, ZERO, type Money, type Step } from '../../values';
import type { CompletionMethod } from '../forecast-result';
import type { GatheredProduct } from '../series/gather';
import { monthAt } from '../series/month-index';
import { completeMonth } from './complete-month';
import type { Completion, CompletionBook } from './completion-book';

/** From this share on a month counts as declared in full. */
const COMPLETE = new Decimal('0.9995');
/** From this share on a month is mature: it may say what others will become. */
const MATURE = new Decimal('0.9');
/** Months that are looked at for completion. */
const LONGEST_DEVELOPMENT = 36;

/** A month that is over: what is declared, how complete that is, what it will become. */
export interface PastMonth {
  readonly month: number;
  readonly closed: boolean;
  readonly declared: Money;
  readonly completion: Completion;
  readonly amount: Money;
  readonly explain: () => Step;
  /** What was expected before anything was declared, where that was used. */
  readonly prior: Money | null;
}

export interface PriorMonth {
  readonly amount: Money;
  readonly explain: () => Step;
}

/** The months of one product that are over, settled from old to young. */
export class PastMonths {
  private readonly settled = new Map<number, PastMonth>();
  /** Amounts for statistics: as settled. */
  readonly amounts = new Map<number, Money>();
  private readonly lastSeen: number;

  constructor(
    private readonly product: GatheredProduct,
    private readonly book: CompletionBook,
    present: ReadonlySet<number>,
    readonly over: number,
  ) {
    this.lastSeen = Math.max(-Infinity, ...present);
  }

  /**
   * How complete a month is. A month after the last for which the provider has any line isn't declared at
   * all, whatever the completion factors say.
   */
  completionOf(month: number): Completion {
    if (this.isUndeclared(month)) return { share: new Decimal(0), error: 0, ground: 'none' };
    if (this.over - month >= LONGEST_DEVELOPMENT) return ALL;
    return this.book.completionOf(this.product, month, Number(this.product.declared.get(month) ?? ZERO));
  }

  isUndeclared(month: number): boolean {
    return this.lastSeen > -Infinity && month > this.lastSeen;
  }

  /** The last month from which back all months are mature. */
  get lastMature(): number {
    let month = this.over;
    while (this.over - month < LONGEST_DEVELOPMENT && this.completionOf(month).share.lessThan(MATURE))
      month--;
    return month;
  }

  /** Settles the months from `from` to `until`; without prior by chain ladder. */
  settle(
    from: number,
    until: number,
    method: CompletionMethod,
    priorOf: ((month: number) => PriorMonth) | null,
  ): void {
    for (let month = from; month <= until; month++) {
      const past = this.settleOne(month, method, priorOf);
      this.settled.set(month, past);
      if (past.amount !== ZERO || this.product.declared.has(month) || this.isUndeclared(month)) {
        this.amounts.set(month, past.amount);
      }
    }
  }

  get(month: number): PastMonth {
    return this.settled.get(month) ?? this.settleOne(month, 'chain-ladder', null);
  }

  private settleOne(
    month: number,
    method: CompletionMethod,
    priorOf: ((month: number) => PriorMonth) | null,
  ): PastMonth {
    const declared = this.product.declared.get(month) ?? ZERO;
    const completion = this.completionOf(month);
    const { share } = completion;
    if (share.greaterThanOrEqualTo(COMPLETE)) {
      const explain = (): Step =>
        step(
          { code: 'forecast.month-closed', facts: { month: monthValue(monthAt(month)) } },
          moneyValue(declared),
        );
      return { month, closed: true, declared, completion, amount: declared, explain, prior: null };
    }
    const prior = priorOf?.(month) ?? null;
    const { amount, explain } = completeMonth({ month: monthAt(month), declared, share, prior, method });
    const ladder = method === 'chain-ladder' && share.greaterThan(0);
    return {
      month,
      closed: false,
      declared,
      completion,
      amount,
      explain,
      prior: ladder || prior === null ? null : prior.amount,
    };
  }
}

const ALL: Completion = { share: new Decimal(1), error: 0, ground: 'none' };
