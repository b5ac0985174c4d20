import { Decimal } from '../../core';

/**
 * Many records that are alike, column by column. Cloning thousands of small objects to another thread takes longer
 * than what the thread worked out; a column is a few large pieces, in which an equal value stands once.
 */
export interface Rows {
  readonly length: number;
  readonly columns: readonly Column[];
}

/** `at`: the place of each row's value among `values`; `ABSENT` where the record has no such member. */
type Column =
  | {
      readonly name: string;
      readonly kind: 'plain';
      readonly values: readonly Plain[];
      readonly at: Uint32Array;
    }
  | {
      readonly name: string;
      readonly kind: 'decimal';
      readonly values: readonly string[];
      readonly at: Uint32Array;
    };

type Plain = string | number | bigint | boolean | null | undefined;

const ABSENT = 0xffffffff;

/** Fewer than this are cloned one by one. */
const WORTH_COLUMNS = 32;

/** The column of one member while it is filled. */
class ColumnWriter {
  private readonly numbers = new Map<unknown, number>();
  private readonly values: (Plain | Decimal)[] = [];
  private readonly at: Uint32Array;
  private isDecimal = false;
  private isPlain = false;

  constructor(
    readonly name: string,
    length: number,
  ) {
    this.at = new Uint32Array(length).fill(ABSENT);
  }

  /** False when the value is no plain one, or of another kind than those before. */
  put(row: number, value: unknown): boolean {
    let key = value;
    if (typeof value === 'object' && value !== null) {
      if (!Decimal.isDecimal(value)) return false;
      this.isDecimal = true;
      key = value.toString();
    } else if (typeof value === 'function' || typeof value === 'symbol') return false;
    else if (value !== null) this.isPlain = true;
    if (this.isDecimal && this.isPlain) return false;
    // Minus zero is no key of its own in a map.
    if (Object.is(key, -0)) return false;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.values.length;
      this.numbers.set(key, number);
      this.values.push(key as Plain);
    }
    this.at[row] = number;
    return true;
  }

  column(): Column {
    const { name, at } = this;
    return this.isDecimal
      ? { name, kind: 'decimal', values: this.values as string[], at }
      : { name, kind: 'plain', values: this.values as Plain[], at };
  }
}

/**
 * The columns of records whose members are plain values or decimals and come in one order; null for any other list.
 * A member may be absent from some of them. Errors: none.
 * @example toRows([{ product: '02A03', amount: 1n }])?.columns.length // 2
 */
export function toRows(list: readonly unknown[]): Rows | null {
  if (list.length < WORTH_COLUMNS) return null;
  const names = namesOf(list);
  if (names === null) return null;
  const writers = names.map((name) => new ColumnWriter(name, list.length));
  for (let row = 0; row < list.length; row++) {
    const record = list[row] as Readonly<Record<string, unknown>>;
    for (const writer of writers) {
      const value = record[writer.name];
      if (value === undefined && !Object.hasOwn(record, writer.name)) continue;
      if (!writer.put(row, value)) return null;
    }
  }
  return { length: list.length, columns: writers.map((writer) => writer.column()) };
}

/** The members of all records in the one order they share; null when there is none. */
function namesOf(list: readonly unknown[]): string[] | null {
  let names: string[] = [];
  for (const record of list) {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
    if (Object.getPrototypeOf(record) !== Object.prototype) return null;
    let from = 0;
    for (const name of Object.keys(record)) {
      const at = names.indexOf(name, from);
      if (at >= 0) from = at + 1;
      else if (names.includes(name)) return null;
      else {
        names = [...names.slice(0, from), name, ...names.slice(from)];
        from += 1;
      }
    }
  }
  return names.length > 0 ? names : null;
}

/**
 * The records that `toRows` was given. Equal texts and decimals are one and the same afterwards.
 * @param share gives the text that is kept for an equal one
 */
export function fromRows({ length, columns }: Rows, share: (text: string) => string): unknown[] {
  const decoded = columns.map(({ name, kind, values, at }) => ({
    name,
    at,
    values: (values as readonly Plain[]).map((value): unknown => {
      if (typeof value !== 'string') return value;
      return kind === 'decimal' ? new Decimal(value) : share(value);
    }),
  }));
  return Array.from({ length }, (_, row) => {
    const record: Record<string, unknown> = {};
    for (const { name, at, values } of decoded) {
      const number = at[row] ?? ABSENT;
      if (number !== ABSENT) record[name] = values[number];
    }
    return record;
  });
}
