import type { DetectionContext, Issue, Layout, Profile, Rulebook } from '../core';
import type { FillOutcome, OpenGrid, Progress, PrognosisFile, RunInput, RunOutcome } from '../flow';
import type { FilePort } from '../workbook';

export interface ProfileFile {
  readonly file: string;
  readonly json: unknown;
}

/** What the commands call: the flow and the rulebooks. An argument, so that tests can stand in for it. */
export interface Engine {
  openXlsx(bytes: Uint8Array, file: string): Promise<FilePort>;
  runFill(
    input: RunInput & {
      readonly prognosis: PrognosisFile;
      readonly profile: ProfileFile | null;
      readonly allowLocked?: boolean;
    },
    openGrid: OpenGrid,
    progress: Progress,
  ): Promise<FillOutcome>;
  runCheck(
    input: RunInput & {
      readonly prognoses: readonly PrognosisFile[];
      readonly profile: ProfileFile | null;
    },
    openGrid: OpenGrid,
    progress: Progress,
  ): Promise<RunOutcome>;
  inspect(
    prognosis: PrognosisFile,
    context: DetectionContext,
  ): Promise<{ readonly layout: Layout; readonly profile: Profile }>;
  listRulebooks(): readonly Rulebook[];
  parseRulebook(
    json: unknown,
    file: string,
  ): { readonly rulebook: Rulebook } | { readonly issues: readonly Issue[] };
}
