import { z } from 'zod';
import type { Message } from '../../values/message';

const anchor = {
  /** The texts by which it is known, normalised. */
  key: z.string(),
  /** Which one with this key, from 0, of how many. */
  nth: z.number().int().min(0),
  of: z.number().int().min(1),
};
const rowSchema = z.strictObject({
  row: z.number().int().min(0),
  ...anchor,
  /** Rows below the one with these texts: a row without texts of its own hangs on the nearest above it. */
  below: z.number().int().min(0),
});
const columnSchema = z.strictObject({ col: z.number().int().min(0), ...anchor });

const placeSchema = z.strictObject({
  /** What was meant by pointing: these cells, everything in their rows or columns, the whole sheet. */
  scope: z.enum(['cells', 'rows', 'columns', 'sheet']),
  sheet: z.string(),
  /** First labels of the sheet, to know it by when it gets another name. */
  seen: z.array(z.string()),
  /** As it stood when it was pointed at; null for a sheet. */
  range: z.string().nullable(),
  /** Rows and columns by their texts; null outside a table. An empty list means all of them. */
  table: z
    .strictObject({
      headings: z.array(z.array(z.string())),
      labelColumns: z.array(columnSchema),
      rows: z.array(rowSchema),
      columns: z.array(columnSchema),
    })
    .nullable(),
  /** A cell outside a table, by a text near it. */
  beside: z.strictObject({ ...anchor, down: z.number().int(), right: z.number().int() }).nullable(),
});

const monthNumber = z.number().int().min(1).max(12);
const saySchema = z.discriminatedUnion('what', [
  z.strictObject({
    /** What cells ask for; only what is given changes. Cells nobody recognised become known once all is said. */
    what: z.literal('cells'),
    measure: z.enum(['amount', 'volume', 'clients', 'tariff']).optional(),
    phase: z.enum(['actual', 'forecast', 'any']).optional(),
    product: z.string().min(1).optional(),
    domain: z.string().min(1).optional(),
    scale: z.union([z.literal(1), z.literal(1000)]).optional(),
    unit: z.string().min(1).optional(),
    period: z
      .strictObject({
        from: monthNumber,
        until: monthNumber,
        /** Years after the layout's own; mostly 0. */
        year: z.number().int().min(-5).max(5),
        /** `columns`, `rows`: the next column or row is the next period of the same length. */
        along: z.enum(['none', 'columns', 'rows']),
      })
      .optional(),
  }),
  /** A total or subtotal: compared, never filled. */
  z.strictObject({ what: z.literal('total') }),
  /** Read, but never filled. */
  z.strictObject({ what: z.literal('read-only') }),
  /** Not part of the prognosis: neither filled nor read. */
  z.strictObject({ what: z.literal('ignored') }),
  z.strictObject({ what: z.literal('header'), header: z.enum(['provider', 'year', 'as-of', 'domain']) }),
]);

export const correctionSchema = z.strictObject({ at: placeSchema, say: saySchema });

/**
 * What a user said about a place in a workbook, on top of what was recognised. Plain JSON, part of a profile;
 * described by the workbook's own texts where it has them, so that it fits next month's copy.
 */
export type Correction = z.infer<typeof correctionSchema>;
export type CorrectionPlace = Correction['at'];
export type CorrectionSay = Correction['say'];

/** What became of a correction in this copy of the workbook. */
export interface AppliedCorrection {
  readonly correction: Correction;
  /** Cells it changed; 0 when it no longer fits. */
  readonly cells: number;
  /** Where it held, for showing; null when the place is gone. */
  readonly sheet: string | null;
  readonly range: string | null;
  readonly remarks: readonly Message[];
}
