import type { Month } from '../values/date';
import type { Message } from '../values/message';
import type { AppliedCorrection } from './corrections/correction';

/** What a cell of a prognosis asks for or states. */
export type Measure = 'amount' | 'volume' | 'clients' | 'tariff';

/** Part of the calendar a cell stands for, both ends included. */
export interface PeriodSpan {
  readonly from: Month;
  readonly until: Month;
}

/**
 * One cell of an own-format prognosis with its meaning: the unit of filling and of reading back.
 * Rows and columns count from 0.
 */
export interface Slot {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly measure: Measure;
  /** The product as the workbook words it (code, name or both). */
  readonly label: string;
  /** The product code or name it was resolved to among the known products; null when not recognised. */
  readonly product: string | null;
  readonly period: PeriodSpan;
  /** Domain as the workbook states it or as follows from the product; null when neither says. */
  readonly domain: string | null;
  /** Which side of the as-of date the layout says this is. `any`: it doesn't say. */
  readonly phase: 'actual' | 'forecast' | 'any';
  /** Amounts are in units of this many euro: 1 or 1000. */
  readonly scale: 1 | 1000;
  /** `input`: may be written. `formula`, `locked`: only read. */
  readonly role: 'input' | 'formula' | 'locked';
  /** Client as the workbook words it, in a layout with a row or column per client. */
  readonly client?: string;
  /** Unit of care that the layout states for a volume, in one spelling (`uur`, `minuut`). */
  readonly unit?: string;
  /** Location, municipality or team as the workbook words it, in a layout with a block or row for each. */
  readonly location?: string;
  /** What it stands for isn't certain enough to fill it: the user is asked first. Absent when it is. */
  readonly asked?: boolean;
  /** The user said that it is not filled; its role is `locked`. */
  readonly kept?: boolean;
  /** The block it belongs to, as an index into `Layout.blocks`. */
  readonly block?: number;
}

/** A total the layout states (by formula or by number) over other cells. */
export interface TotalCell {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly measure: Measure;
  readonly domain: string | null;
  /** Null: over all products of its block. */
  readonly label: string | null;
  readonly period: PeriodSpan;
  readonly scale: 1 | 1000;
  readonly formula: boolean;
  /** The slots it adds up, as indexes into `Layout.slots`. */
  readonly over: readonly number[];
}

/** A header cell with a meaning of its own. */
export interface HeaderCell {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly what: 'provider' | 'year' | 'as-of' | 'domain';
  readonly text: string;
  /** Beside a label such as `Peildatum`, an empty or outdated value that filling may set. */
  readonly role: 'input' | 'text';
}

/** Cells of one table that ask for the same, with how sure that is and why. */
export interface CellGroup {
  readonly measure: Measure;
  readonly phase: Slot['phase'];
  /** A1 range that holds them all. */
  readonly range: string;
  readonly inputs: number;
  readonly formulas: number;
  readonly locked: number;
  /** 0–1. */
  readonly confidence: number;
  readonly evidence: readonly Message[];
  /** The user has to say what they are before they are filled. */
  readonly asked: boolean;
}

/** A part of the workbook that was recognised as one table, with how sure and why. */
export interface BlockSummary {
  readonly sheet: string;
  /** A1 range of the whole block. */
  readonly range: string;
  readonly orientation: 'months-right' | 'months-down' | 'long-list';
  readonly domain: string | null;
  readonly measures: readonly Measure[];
  readonly scale: 1 | 1000;
  readonly products: number;
  readonly periods: number;
  /** 0–1. */
  readonly confidence: number;
  readonly evidence: readonly Message[];
  /** Its cells by measure and phase. */
  readonly groups?: readonly CellGroup[];
  /** First and last row of the heading above the cells. */
  readonly headerRows?: readonly [number, number];
  /** Columns with labels: product, month, unit and so on. */
  readonly labelColumns?: readonly number[];
}

/** A label in the workbook that stands where a product should, and what it was taken for. */
export interface ProductMatch {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly label: string;
  readonly product: string | null;
  readonly how: 'code' | 'name' | 'code-and-name' | 'fuzzy' | 'alias' | 'figures' | 'none';
  /** 0–1. */
  readonly confidence: number;
  /** Other products it might be, best first. */
  readonly candidates: readonly string[];
}

/** Everything detection (or a profile) says about a workbook. */
export interface Layout {
  readonly file: string;
  readonly provider: string | null;
  readonly year: number | null;
  readonly asOf: string | null;
  readonly slots: readonly Slot[];
  readonly totals: readonly TotalCell[];
  readonly headers: readonly HeaderCell[];
  readonly blocks: readonly BlockSummary[];
  readonly products: readonly ProductMatch[];
  /** Questions and remarks: sheets without a table, ambiguous measures, labels not recognised. */
  readonly remarks: readonly Message[];
  /** What the user corrected, and what became of it. Absent without corrections. */
  readonly corrections?: readonly AppliedCorrection[];
}

/** A product as detection knows it: from the tariff list, from the data, or both. */
export interface KnownProduct {
  readonly code: string;
  readonly description: string | null;
  readonly domain: string | null;
  readonly unit: string | null;
}

/** What the caller knows beforehand; all of it may be empty. */
export interface DetectionContext {
  readonly year: number;
  readonly asOf: string;
  readonly products: readonly KnownProduct[];
  readonly providers: readonly string[];
  readonly domains: readonly string[];
  /** Wordings confirmed earlier: the label as normalised by `normaliseLabel` → product code. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** One planned change of a cell. `value` null empties it. */
export interface CellWrite {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** Exact decimal text for a number, so that no binary rounding comes between. */
  readonly value:
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'text'; readonly text: string }
    | null;
}

/** A planned change as shown to the user before it is made. */
export interface PlannedWrite extends CellWrite {
  readonly old: string | null;
  readonly why: Message;
}
