import type { AcrossProviders, DeskProvider, DomainTotal, ProductRoom } from '../../core';
import type { ReportOutcome } from '../input';

/** One submission on the procurer's desk. */
export type DeskEntry = DeskProvider;

/** A desk of submissions with what the report of the check itself needs. */
export interface DeskReport {
  readonly check: ReportOutcome;
  readonly round: number;
  readonly providers: readonly DeskProvider[];
  readonly room: readonly ProductRoom[];
  readonly totals: readonly DomainTotal[];
  readonly across: AcrossProviders;
}
