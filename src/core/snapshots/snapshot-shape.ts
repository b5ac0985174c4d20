import { z } from 'zod';
import { isIsoDate, isMonth } from '../values';

/** The version of the shape; a later one is refused, not guessed. */
export const SNAPSHOT_VERSION = 1;

export const money = z.string().regex(/^-?\d+\.\d{2}$/, 'amount with two decimals, such as 1234.50');
const day = z.string().refine(isIsoDate, 'day, such as 2023-06-30');
export const month = z.string().refine(isMonth, 'month, such as 2023-06');
/** Always with a decimal: nine digits alone could be a client number, and are refused by the workbook's memory. */
export const volume = z.string().regex(/^-?\d+\.\d+$/, 'volume with a decimal point, such as 12.0');
const count = z.number().int().nonnegative();

const AMOUNT = String.raw`(?:-?\d+\.\d{2})?`;
const VOLUME = String.raw`(?:-?\d+\.\d+)?`;
/** Status with share, production and its volume, forecast and its volume, clients. */
const CELL = String.raw`(?:c|f|i(?:[01]\.\d+)?)(?:\|${AMOUNT}(?:\|${VOLUME}(?:\|${AMOUNT}(?:\|${VOLUME}(?:\|\d*)?)?)?)?)?`;
const TWELVE = new RegExp(`^${CELL}(?:;${CELL}){11}$`);

const domainIndex = count;
/** Domain, product, unit, description, treatment, twelve months. */
export const productRow = z.tuple([
  domainIndex,
  z.string().min(1),
  z.string().nullable(),
  z.string().nullable(),
  z.enum(['counts', 'excluded', 'volume-raised']),
  z.string().regex(TWELVE, 'twelve months'),
]);
/** Domain, product, unit, month of first care, month, amount, volume, clients. */
export const newcomerRow = z.tuple([
  domainIndex,
  z.string().min(1),
  z.string().nullable(),
  month,
  month,
  money,
  volume.nullable(),
  count,
]);

const ceiling = z.strictObject({
  base: money,
  raises: money,
  expectedRaises: money,
  caseBudgets: money,
  effective: money,
  effectiveYearEnd: money,
});
const domain = z.strictObject({
  domain: z.string(),
  production: money,
  forecast: money,
  excluded: money,
  total: money,
  ceiling: ceiling.nullable(),
  headroom: money.nullable(),
  headroomYearEnd: money.nullable(),
  overrun: money.nullable(),
  overrunYearEnd: money.nullable(),
  exhaustionDate: day.nullable(),
  namesClients: z.boolean(),
});

export const SNAPSHOT_ID = /^[a-z0-9][a-z0-9-]{0,40}$/;

/** A snapshot without its rows: what a list of snapshots needs. */
export const headShape = z.strictObject({
  plafondwijzer: z.literal('snapshot'),
  version: z.literal(SNAPSHOT_VERSION),
  kind: z.enum(['run', 'budget']),
  id: z.string().regex(SNAPSHOT_ID),
  takenAt: z.string().nullable(),
  note: z.string(),
  engine: z.string().nullable(),
  file: z.string(),
  provider: z.string(),
  year: z.number().int().min(1900).max(2999),
  asOf: day.nullable(),
  rulebook: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'SHA-256')
        .nullable(),
      lines: z.strictObject({ total: count, read: count, rejected: count }),
      amount: money,
    }),
  ),
  domains: z.array(domain),
  findings: z.strictObject({ violation: count, warning: count, notice: count, notChecked: count }),
  overrides: z.array(
    z.strictObject({ domain: z.string(), product: z.string(), month, amount: money, reason: z.string() }),
  ),
  scenarios: z.array(z.string()),
  /** How many rows there are in all, here and in the parts. */
  rows: z.strictObject({ products: count, newcomers: count }),
  /** How many further documents hold rows. */
  parts: count,
});

export const rowsShape = z.strictObject({
  products: z.array(productRow),
  newcomers: z.array(newcomerRow),
});

export const partShape = rowsShape.extend({
  plafondwijzer: z.literal('snapshot-part'),
  version: z.literal(SNAPSHOT_VERSION),
  id: z.string().regex(SNAPSHOT_ID),
  part: z.number().int().positive(),
});

export const wholeShape = headShape.extend(rowsShape.shape);

export type Head = z.infer<typeof headShape>;
export type Whole = z.infer<typeof wholeShape>;
export type Rows = z.infer<typeof rowsShape>;
export type ProductRow = z.infer<typeof productRow>;
export type NewcomerRow = z.infer<typeof newcomerRow>;
