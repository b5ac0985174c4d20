import type { Finding } from '../checks/outcome';
import type { Message, Place, Step, Value } from '../values';

/** One row of a section, with the steps that lead to its figures. */
export interface ReportRow {
  readonly cells: readonly (Value | Message | null)[];
  readonly steps: readonly Step[];
  readonly place: Place | null;
}

/** A table of a report. Column headings are sentences `finance.column-…`. */
export interface ReportSection {
  readonly id: string;
  readonly title: Message;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** What the rulebook says over providers together: tables, findings, and what couldn't be told for lack of data. */
export interface AcrossProviders {
  readonly sections: readonly ReportSection[];
  readonly findings: readonly Finding[];
  readonly missing: readonly Message[];
}

export const NOTHING_ACROSS: AcrossProviders = { sections: [], findings: [], missing: [] };
