import { textValue, type Issue, type Place } from '../core';
import { IntakeError, type DecimalMark } from './contract';
import type { Field } from './fields';
import { evidenceOf, readNumber, scale, type Digits } from './number-text';

/** A value can't be read before the whole column has been looked at. */
export class NotDecidedYet extends Error {}

/** The column's values contradict each other; the caller may settle it. */
export class Contradiction extends Error {
  constructor(
    readonly column: DecimalColumn,
    readonly issue: Issue,
  ) {
    super('contradiction');
  }
}

interface Evidence {
  readonly place: Place;
  readonly text: string;
}

/**
 * The notation of one number column, decided on its own values: the first value that reads under one
 * convention only decides, a later one that reads only under the other contradicts it.
 */
export class DecimalColumn {
  mark: DecimalMark | null = null;
  /** The value that decided. */
  private evidence: Evidence | null = null;
  /** The first value that reads both ways. */
  open: Evidence | null = null;
  /** The mark was given by the user or taken from another column: values that don't fit are just unreadable. */
  private settled = false;

  constructor(
    readonly field: Field,
    readonly header: string,
  ) {}

  /** Fixes the mark from outside. */
  settle(mark: DecimalMark): void {
    this.mark = mark;
    this.settled = true;
  }

  /** Takes over what an earlier look at the whole column found. */
  adopt(other: DecimalColumn): void {
    this.mark = other.mark;
    this.evidence = other.evidence;
    this.settled = other.settled;
  }

  /** Looks at a value only for what it says about the notation. */
  look(text: string, place: () => Place): void {
    const number = readNumber(text);
    if (!number) return;
    const evidence = evidenceOf(number);
    if (evidence === 'open') this.open ??= { place: place(), text };
    else if (evidence !== 'either' && this.mark === null) {
      this.mark = evidence;
      this.evidence = { place: place(), text };
    }
  }

  /**
   * What a total row may state, in cents: both readings when its text is open and so is the column. Takes
   * no part in deciding the notation. Empty when it states no amount.
   */
  candidates(text: string, isExact: boolean): number[] {
    const number = readNumber(text);
    if (!number) return [];
    const sides = isExact
      ? [number.point]
      : this.mark === 'comma'
        ? [number.comma ?? number.point]
        : this.mark === 'point'
          ? [number.point ?? number.comma]
          : evidenceOf(number) === 'either'
            ? [number.point]
            : [number.comma, number.point];
    return sides.flatMap((digits) => {
      const scaled = digits && scale(digits, number.negative, 2);
      return scaled ? [scaled.units] : [];
    });
  }

  /**
   * The digits of a value, or null when it is no number.
   * Errors: `NotDecidedYet` for a value that reads both ways in a column that has not shown its notation;
   * `Contradiction` for one that only reads against it.
   */
  read(text: string, place: () => Place, isExact = false): { digits: Digits; negative: boolean } | null {
    const number = readNumber(text);
    if (!number) return null;
    if (isExact) return number.point && { digits: number.point, negative: number.negative };
    const evidence = evidenceOf(number);
    if (this.mark === null) {
      if (evidence === 'open') {
        this.open ??= { place: place(), text };
        throw new NotDecidedYet();
      }
      if (evidence !== 'either') {
        this.mark = evidence;
        this.evidence = { place: place(), text };
      }
    }
    const digits = this.mark === 'comma' ? number.comma : number.point;
    if (digits) return { digits, negative: number.negative };
    if (this.settled) return null;
    const here = place();
    throw new Contradiction(this, {
      level: 'error',
      code: 'intake.decimal-contradiction',
      facts: {
        column: this.header,
        first: this.evidence?.text ?? '',
        firstAt: placeText(this.evidence?.place ?? {}),
        second: text,
        secondAt: placeText(here),
        where: placeKind(here),
      },
      place: here,
    });
  }
}

/** Where, in a form that is the same in every language: a line number or a cell. */
export const placeText = (place: Place): string =>
  place.cell !== undefined ? `${place.sheet ?? ''}!${place.cell}` : String(place.line ?? '');

const placeKind = (place: Place): string => (place.cell !== undefined ? 'cell' : 'line');

/**
 * Settles the columns whose own values leave it open: by the user's choice, else by the other number columns
 * of the same file where they agree (said in a notice).
 * Errors: `IntakeError` when neither decides.
 */
export function settleOpenColumns(
  columns: readonly DecimalColumn[],
  choice: DecimalMark | undefined,
  file: string,
): Issue[] {
  const notices: Issue[] = [];
  const known = columns.filter((column) => column.mark !== null);
  const marks = new Set(known.map((column) => column.mark));
  const errors: Issue[] = [];
  for (const column of columns) {
    if (column.mark !== null || column.open === null) continue;
    const [witness] = known;
    if (choice !== undefined) {
      column.settle(choice);
    } else if (witness?.mark && marks.size === 1) {
      column.settle(witness.mark);
      notices.push({
        level: 'notice',
        code: 'intake.decimal-from-other-column',
        facts: {
          column: column.header,
          example: column.open.text,
          other: witness.header,
          mark: witness.mark,
        },
        place: column.open.place,
      });
    } else {
      errors.push({
        level: 'error',
        code: 'intake.decimal-open',
        facts: {
          file,
          column: column.header,
          example: textValue(column.open.text),
          at: placeText(column.open.place),
          where: placeKind(column.open.place),
        },
        place: column.open.place,
      });
    }
  }
  if (errors.length > 0) throw new IntakeError(errors);
  return notices;
}
