import type {
  DomainFigures,
  DomainTotal,
  Finding,
  Issue,
  Money,
  ProductRoom,
  Question,
  ReviewStatus,
  SubmissionChange,
} from '../../core';
import type { ReportOutcome } from '../input';

/** One provider on the procurer's desk: what the flow makes fits this shape. */
export interface DeskEntry {
  readonly provider: string;
  readonly file: string | null;
  readonly state: 'checked' | 'unreadable' | 'missing';
  readonly issues: readonly Issue[];
  readonly domains: readonly DomainFigures[];
  readonly findings: readonly Finding[];
  readonly counts: {
    readonly violation: number;
    readonly warning: number;
    readonly notice: number;
    readonly notChecked: number;
  };
  readonly declaredDifference: Money | null;
  readonly change: SubmissionChange | null;
  readonly previousFile: string | null;
  readonly region: readonly {
    readonly domain: string;
    readonly submitted: Money;
    readonly region: Money;
    readonly difference: Money;
  }[];
  readonly questions: readonly Question[];
  readonly review: ReviewStatus;
  readonly note: string;
}

export interface DeskReport {
  readonly check: ReportOutcome;
  readonly round: number;
  readonly providers: readonly DeskEntry[];
  readonly room: readonly ProductRoom[];
  readonly totals: readonly DomainTotal[];
}
