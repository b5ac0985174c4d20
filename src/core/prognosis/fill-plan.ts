import type { Month } from '../values/date';
import type { Message } from '../values/message';
import type { Money } from '../values/money';
import type { Figure } from './figures';
import { a1 } from './grid';
import type { PlannedWrite, Slot } from './layout';

/** An amount of the source that found no cell, and why. */
export interface NotFilled {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly phase: Figure['phase'];
  readonly amount: Money;
  readonly reason: Message;
}

/** A product of the source that the workbook has no line for. */
export interface Unmapped {
  readonly domain: string;
  readonly product: string;
  readonly amount: Money;
  readonly months: readonly Month[];
  /** Labels in the workbook that it might belong to, best first. */
  readonly candidates: readonly string[];
}

export interface FillPlan {
  /** Cells that change. */
  readonly writes: readonly PlannedWrite[];
  /** Cells that already hold what they should. */
  readonly unchanged: readonly PlannedWrite[];
  /** What stands in the cells after filling, in euro: written, already there, or computed by their formula. */
  readonly filledTotal: Money;
  /** The part of `filledTotal` that formulas of the workbook compute from the written volumes. */
  readonly computedTotal: Money;
  readonly sourceTotal: Money;
  readonly notFilledTotal: Money;
  readonly unmappedTotal: Money;
  /** What rounding to `thousandsPlaces` left out; 0 without. */
  readonly roundingTotal: Money;
  /** source − filled − not filled − unmapped − rounding: always zero, or the plan is wrong. */
  readonly difference: Money;
  readonly notFilled: readonly NotFilled[];
  readonly unmapped: readonly Unmapped[];
  readonly remarks: readonly Message[];
}

export interface FillOptions {
  /** Put 0 in cells of known products without a figure, so that nothing of last month stays. Default true. */
  readonly zeroes?: boolean;
  /**
   * Decimals for amounts in thousands, for a recipient that wants whole thousands (0) or hundreds (1). Left out:
   * exact to the cent.
   */
  readonly thousandsPlaces?: number;
  /** Set the as-of date and empty provider and year cells. Default true. */
  readonly headers?: boolean;
}

/** Address of a cell as people see it. */
export const cellName = (slot: Slot): string => `${slot.sheet}!${a1(slot.row, slot.col)}`;

/** A figure of the source that finds no cell. */
export const missed = (figure: Figure, reason: Message): NotFilled => ({
  domain: figure.domain,
  product: figure.product,
  month: figure.month,
  phase: figure.phase,
  amount: figure.amount,
  reason,
});
