import { CareTable, Decimal, type CareColumns } from '../../core';

/**
 * What threads may hand each other: structured cloning keeps maps, sets, whole-number types and typed arrays,
 * but takes the methods off our own classes. Those are marked here and put together again on the other side.
 */
const MARK = '$plafondwijzer';

/** A value as structured cloning keeps it. */
export function toClonable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Decimal.isDecimal(value)) return { [MARK]: 'decimal', text: value.toString() };
  if (value instanceof CareTable) return { [MARK]: 'care', columns: value.toColumns() };
  if (Array.isArray(value)) return value.map(toClonable);
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [toClonable(key), toClonable(one)]));
  if (value instanceof Set) return new Set([...value].map(toClonable));
  if (ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      // A function is a way to work something out later; it can't travel and nothing on the way needs it.
      typeof one === 'function' ? [] : [[name, toClonable(one)]],
    ),
  );
}

/** The value that `toClonable` was given. */
export function fromClonable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromClonable);
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [fromClonable(key), fromClonable(one)]));
  if (value instanceof Set) return new Set([...value].map(fromClonable));
  if (ArrayBuffer.isView(value)) return value;
  const object = value as Readonly<Record<string, unknown>>;
  if (object[MARK] === 'decimal') return new Decimal(String(object['text']));
  if (object[MARK] === 'care') return CareTable.fromColumns(object['columns'] as CareColumns);
  return Object.fromEntries(Object.entries(object).map(([name, one]) => [name, fromClonable(one)]));
}
