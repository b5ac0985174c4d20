import type { Place } from '../../core';
import type { HeaderMeaning, PrivateKind } from './private-field';

/** What was done with a column, field or element. */
export interface CoveredField {
  /** Header, element name or number and name of the field, as the file (or its standard) calls it. */
  readonly name: string;
  readonly sheet?: string;
  readonly kind: PrivateKind;
  /** `pseudonym`: replaced by a keyed one; `blanked`; `replaced`: by a value that says nothing. */
  readonly treatment: 'pseudonym' | 'blanked' | 'replaced';
  /** Recognised by its name, or by what it holds (the eleven-test). */
  readonly by: 'name' | 'content' | 'choice';
  readonly count: number;
}

/** Something that may still tell who a client is. */
export interface Remainder {
  readonly why:
    | 'unrecognised-text'
    | 'bsn-like'
    | 'no-header'
    | 'formula'
    | 'record'
    | 'part'
    | 'preamble'
    | 'kept-by-choice';
  readonly what: string;
  readonly count: number;
  readonly place: Place;
}

export type AnonymisedFormat = 'csv' | 'xlsx' | 'aw319' | 'xml';

/** What became of one file. */
export interface AnonymiseReport {
  readonly file: string;
  readonly format: AnonymisedFormat;
  /** Records, rows or elements gone through. */
  readonly records: number;
  /** Different identifiers that were covered. */
  readonly clients: number;
  readonly fields: readonly CoveredField[];
  /** Known identifiers found in other places and replaced there. */
  readonly elsewhere: readonly { readonly name: string; readonly count: number }[];
  /** Columns that were recognised as harmless, or left as they are. */
  readonly left: readonly string[];
  /** Empty: nothing is known to remain. */
  readonly remaining: readonly Remainder[];
}

/** Choices of the user about columns or elements, by their name as written. */
export interface AnonymiseChoices {
  /** Left as they are, whatever they look like. */
  readonly keep: readonly string[];
  /** Blanked, whatever they look like. */
  readonly hide: readonly string[];
}

export type ColumnMeaning = HeaderMeaning | 'kept';
