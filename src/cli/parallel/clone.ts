import { CareTable, Decimal, type CareColumns } from '../../core';
import { fromRows, toRows, type Rows } from './rows';

/**
 * What threads may hand each other: structured cloning keeps maps, sets, whole-number types and typed arrays,
 * but takes the methods off our own classes. Those are marked here and put together again on the other side.
 */
const MARK = '$plafondwijzer';

/** A value as structured cloning keeps it. What it keeps anyhow is passed as it is. */
export function toClonable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return arrayToClonable(value);
  if (Decimal.isDecimal(value)) return { [MARK]: 'decimal', text: value.toString() };
  if (value instanceof CareTable) return { [MARK]: 'care', columns: value.toColumns() };
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [toClonable(key), toClonable(one)]));
  if (value instanceof Set) return new Set([...value].map(toClonable));
  if (ArrayBuffer.isView(value)) return value;
  const record = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | null = null;
  for (const name of Object.keys(record)) {
    const one = record[name];
    // A function is a way to work something out later; it can't travel and nothing on the way needs it.
    const travels = typeof one !== 'function';
    const clonable = travels ? toClonable(one) : undefined;
    if (clonable === one) continue;
    copy ??= { ...record };
    if (travels) copy[name] = clonable;
    else Reflect.deleteProperty(copy, name);
  }
  return copy ?? record;
}

function arrayToClonable(list: readonly unknown[]): unknown {
  const rows = toRows(list);
  if (rows) return { [MARK]: 'rows', rows };
  let copy: unknown[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const one = list[at];
    const clonable = toClonable(one);
    if (clonable !== one) (copy ??= [...list])[at] = clonable;
  }
  return copy ?? list;
}

/** Texts that came before: thousands of submissions' cells name the same products, months and units. */
export type Texts = Map<string, string>;

/** A longer text, or one more than this, is kept as it came. */
const LONGEST_SHARED = 64;
const MOST_SHARED = 200_000;

function shared(text: string, texts: Texts): string {
  if (text.length > LONGEST_SHARED) return text;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size < MOST_SHARED) texts.set(text, text);
  return text;
}

/**
 * The value that `toClonable` was given. It takes what the other thread sent for its own and puts the pieces back
 * together in it: a copy of hundreds of submissions would take several times their room.
 */
export function fromClonable(value: unknown, texts: Texts = new Map()): unknown {
  if (typeof value === 'string') return shared(value, texts);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = fromClonable(value[at], texts);
    return value;
  }
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [fromClonable(key, texts), fromClonable(one, texts)]));
  if (value instanceof Set) return new Set([...value].map((one) => fromClonable(one, texts)));
  const object = value as Record<string, unknown>;
  if (object[MARK] === 'decimal') return new Decimal(String(object['text']));
  if (object[MARK] === 'rows') return fromRows(object['rows'] as Rows, (text) => shared(text, texts));
  if (object[MARK] === 'care') return CareTable.fromColumns(object['columns'] as CareColumns);
  for (const name of Object.keys(object)) {
    const one = object[name];
    if (typeof one === 'object' || typeof one === 'string') object[name] = fromClonable(one, texts);
  }
  return object;
}
