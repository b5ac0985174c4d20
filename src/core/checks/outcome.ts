import type { IsoDate } from '../values/date';
import type { Message, Place } from '../values/message';
import type { Money } from '../values/money';
import type { Decimal } from '../values/decimal';
import type { Source, Step } from '../values/step';
import type { Newcomers, ProductYear } from '../snapshots/product-months';

/**
 * `violation`: a rule is broken. `warning`: it threatens to be, or something doesn't add up.
 * `notice`: something to know, checks that could not run among them.
 */
export type Severity = (typeof SEVERITIES)[number];

/** The gravest first. */
export const SEVERITIES = ['violation', 'warning', 'notice'] as const;

/** What a check found (domain rules: one finding, one rule id). */
export interface Finding {
  /** Rule id such as `ZUT-02`, or `CHK-…` for the integrity checks on a workbook. */
  readonly rule: string;
  readonly severity: Severity;
  /** The check could not run for lack of data; the message says what is missing. */
  readonly notChecked: boolean;
  readonly message: Message;
  readonly amount: Money | null;
  readonly location: Place | null;
  readonly source: Source | null;
  readonly steps: readonly Step[];
}

/** The ceiling of one domain, built up. All amounts in euro. */
export interface CeilingFigures {
  readonly base: Money;
  /** Raises by closed quarters and dated adjustments that have started on the as-of date. */
  readonly raises: Money;
  /** Raises that are only expected: open quarters and later adjustments. */
  readonly expectedRaises: Money;
  /** Room used for clients with a case budget that has started. */
  readonly caseBudgets: Money;
  /** As known on the as-of date. */
  readonly effective: Money;
  /** As expected at year end. */
  readonly effectiveYearEnd: Money;
}

/** One month of one domain, for charts and the report. Counting amounts only. */
export interface MonthFigures {
  readonly month: string;
  readonly production: Money;
  readonly forecast: Money;
  /** closed: ended on or before the as-of date. running: contains it. forecast: after it. */
  readonly status: 'closed' | 'running' | 'forecast';
}

/** One product of one domain over the year. */
export interface ProductFigures {
  readonly product: string;
  readonly description: string | null;
  readonly treatment: 'counts' | 'excluded' | 'volume-raised';
  readonly production: Money;
  readonly forecast: Money;
}

export interface DomainFigures {
  readonly domain: string;
  /** Counting production, volume-raised products included, excluded products not. */
  readonly production: Money;
  readonly forecast: Money;
  /** Production and forecast that don't count. */
  readonly excluded: Money;
  /** production + forecast */
  readonly total: Money;
  /** Null when no ceiling is known: nothing below can then be said. */
  readonly ceiling: CeilingFigures | null;
  readonly headroom: Money | null;
  readonly headroomYearEnd: Money | null;
  readonly overrun: Money | null;
  readonly overrunYearEnd: Money | null;
  /** First day on which the ceiling as known on that day is exceeded; null when it isn't this year. */
  readonly exhaustionDate: IsoDate | null;
  /** 0–1: that the year ends above the ceiling; null where history says too little (`chanceNote`). */
  readonly overrunChance: Decimal | null;
  /** Why there is no chance. */
  readonly chanceNote?: Message;
  /** The part of the overrun that is still payable (NAT-03). */
  readonly payableAbove: Money | null;
  readonly months: readonly MonthFigures[];
  readonly products: readonly ProductFigures[];
  /** The calculation, in reading order: total, ceiling, ceiling at year end, overrun, headroom, exhaustion. */
  readonly steps: readonly Step[];
}

/** An amount of the source that has no place, with the reason. */
export interface Unplaced {
  readonly domain: string;
  readonly product: string;
  readonly month: string | null;
  readonly amount: Money;
  readonly reason: Message;
}

/** Every cent of the source: in a cell, or in one of the two lists. */
export interface Reconciliation {
  readonly sourceTotal: Money;
  readonly filledTotal: Money;
  /** source − filled − not filled − unmapped; anything but 0.00 is a defect of ours. */
  readonly difference: Money;
  /** Products that the workbook has no line for. */
  readonly unmapped: readonly Unplaced[];
  /** Amounts whose product is there, but not a cell for them. */
  readonly notFilled: readonly Unplaced[];
}

/** Everything about one prognosis workbook. */
export interface PrognosisOutcome {
  readonly file: string;
  readonly provider: string;
  readonly domains: readonly DomainFigures[];
  readonly findings: readonly Finding[];
  readonly reconciliation: Reconciliation;
  /** Amounts, volumes and status per product and month, clients added together. */
  readonly productYears?: readonly ProductYear[];
  /** What clients bring that first had care this year, by month, without who they are. */
  readonly newcomers?: { readonly newcomers: readonly Newcomers[]; readonly named: readonly string[] };
}
