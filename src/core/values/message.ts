import type { Decimal } from './decimal';
import type { IsoDate, Month } from './date';
import type { Money } from './money';

/** A value with its kind, so that every door can show it in the reader's language and notation. */
export type Value =
  | { readonly kind: 'money'; readonly value: Money }
  | { readonly kind: 'quantity'; readonly value: Decimal; readonly unit: string | null }
  | { readonly kind: 'ratio'; readonly value: Decimal }
  | { readonly kind: 'date'; readonly value: IsoDate }
  | { readonly kind: 'month'; readonly value: Month }
  | { readonly kind: 'text'; readonly value: string };

export const moneyValue = (value: Money): Value => ({ kind: 'money', value });
export const quantityValue = (value: Decimal, unit: string | null): Value => ({
  kind: 'quantity',
  value,
  unit,
});
export const ratioValue = (value: Decimal): Value => ({ kind: 'ratio', value });
export const dateValue = (value: IsoDate): Value => ({ kind: 'date', value });
export const monthValue = (value: Month): Value => ({ kind: 'month', value });
export const textValue = (value: string): Value => ({ kind: 'text', value });

/** Text that a rulebook carries in both languages; the door picks one. */
export interface LocalText {
  readonly nl: string;
  readonly en: string;
}

/** A fact in a message: text or number (counts, line numbers), a typed value, a list, or a sentence of its own. */
export type Fact = string | number | Value | LocalText | Message | readonly (string | number | Value)[];

/**
 * A sentence that isn't written yet: a code and its facts. `src/messages` turns it into Dutch or English.
 * Core, intake and workbook only ever produce these.
 */
export interface Message {
  readonly code: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Where something was found. Everything optional: say what is known. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly sheet?: string;
  /** A1 address of a cell or range. */
  readonly cell?: string;
  readonly column?: string;
  /** Path inside a JSON document, such as `parameters[3].unit`. */
  readonly path?: string;
}

/**
 * Something about the input that a user has to know.
 * `error`: the input can't be used. `rejected`: this line or cell was left out, the rest goes on.
 * `notice`: used, with a remark.
 */
export interface Issue extends Message {
  readonly level: 'error' | 'rejected' | 'notice';
  readonly place: Place;
}
