import type { IsoDate, Message, Money, Step } from '../core';

/** What a cell of an argument can hold, as Excel hands it over. Kept `unknown`: nothing about it is sure. */
export type Cell = unknown;

/** What a cell of a result holds before Excel's own notation: amounts and days stay exact until the end. */
export type Answer =
  | { readonly kind: 'money'; readonly value: Money }
  /** Decimal text of a ratio, tariff or quantity. */
  | { readonly kind: 'number'; readonly value: string }
  /** A day; null shows as an empty text. */
  | { readonly kind: 'date'; readonly value: IsoDate | null }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'message'; readonly value: Message };

/** A result with the steps that lead to it: the cell shows the value, EXPLAIN the steps. */
export interface Explained {
  /** One value, or the rows of a table that spills. */
  readonly value: Answer | readonly (readonly Answer[])[];
  /** The first is the calculation of the value; what follows is context. */
  readonly steps: readonly Step[];
}

export const EMPTY: Answer = { kind: 'text', value: '' };

/**
 * Why a cell can't have a value. `value`: an argument is wrong, #VALUE!. `missing`: the answer isn't in the
 * data, #N/A. These two can carry a sentence in Excel.
 */
export class CellProblem extends Error {
  constructor(
    readonly kind: 'value' | 'missing',
    readonly problem: Message,
  ) {
    super(problem.code);
    this.name = 'CellProblem';
  }
}

/** The argument is wrong: #VALUE!. */
export const wrong = (code: string, facts: Message['facts']): CellProblem =>
  new CellProblem('value', { code, facts });

/** The data has no answer: #N/A. */
export const missing = (code: string, facts: Message['facts']): CellProblem =>
  new CellProblem('missing', { code, facts });
