import type { DomainFigures, Finding } from '../checks/outcome';
import type { Issue, Money } from '../values';
import type { SubmissionChange } from './compare';
import type { ReviewStatus } from './dossier';
import type { Question } from './question';

/** Whether a provider's prognosis came in and could be used. */
export type ReceivedState = 'checked' | 'unreadable' | 'missing';
export const RECEIVED_STATES: readonly ReceivedState[] = ['checked', 'unreadable', 'missing'];

/** A domain of a provider beside the region's own forecast for it. */
export interface RegionDifference {
  readonly domain: string;
  /** Open months, all products. */
  readonly submitted: Money;
  readonly region: Money;
  /** submitted − region */
  readonly difference: Money;
}

/** One submission on the procurer's desk, or a provider that sent none. */
export interface DeskProvider {
  /** Empty for a workbook of which the provider can't be told. */
  readonly provider: string;
  /** Null when nothing came in. */
  readonly file: string | null;
  readonly state: ReceivedState;
  /** Why it is unreadable. */
  readonly issues: readonly Issue[];
  readonly domains: readonly DomainFigures[];
  readonly findings: readonly Finding[];
  readonly counts: {
    readonly violation: number;
    readonly warning: number;
    readonly notice: number;
    readonly notChecked: number;
  };
  /** Declared minus stated, over the closed months; null without production files. */
  readonly declaredDifference: Money | null;
  /**
   * Against what the provider submitted the round before, with all its workbooks together; null when there was
   * none, and on its second workbook.
   */
  readonly change: SubmissionChange | null;
  /** Name of that submission. */
  readonly previousFile: string | null;
  readonly region: readonly RegionDifference[];
  readonly questions: readonly Question[];
  readonly review: ReviewStatus;
  readonly note: string;
}
