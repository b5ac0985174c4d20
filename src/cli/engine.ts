import type { AliasQuestion, Issue, Layout, Profile, Rulebook } from '../core';
import type {
  CheckOutcome,
  CheckRequest,
  FillOutcome,
  FillRequest,
  ForecastRunOutcome,
  ForecastRunRequest,
  InspectContext,
  Progress,
  PrognosisFile,
  SpaceOutcome,
  SpaceRequest,
} from '../flow';
import type { InputFile, IntakeOptions, OpenGrid, TariffsRead } from '../intake';
import type { FilePort } from '../workbook';

/** What the commands call: the flow and the rulebooks. An argument, so that tests can stand in for it. */
export interface Engine {
  openXlsx(bytes: Uint8Array, file: string): Promise<FilePort>;
  runFill(request: FillRequest, openGrid: OpenGrid, progress: Progress): Promise<FillOutcome>;
  runCheck(request: CheckRequest, openGrid: OpenGrid, progress: Progress): Promise<CheckOutcome>;
  runForecast(
    request: ForecastRunRequest,
    openGrid: OpenGrid,
    progress: Progress,
  ): Promise<ForecastRunOutcome>;
  runSpace(request: SpaceRequest, openGrid: OpenGrid, progress: Progress): Promise<SpaceOutcome>;
  inspect(
    prognosis: PrognosisFile,
    context: InspectContext,
  ): Promise<{
    readonly layout: Layout;
    readonly profile: Profile;
    readonly questions: readonly AliasQuestion[];
  }>;
  readTariffs(file: InputFile, options: IntakeOptions): Promise<TariffsRead>;
  listRulebooks(): readonly Rulebook[];
  parseRulebook(
    json: unknown,
    file: string,
  ): { readonly rulebook: Rulebook } | { readonly issues: readonly Issue[] };
}

/** Opens a workbook that is an input beside the prognosis (production, ceilings, tariffs in Excel). */
export const openGridWith =
  (engine: Engine): OpenGrid =>
  async (bytes, file) =>
    (await engine.openXlsx(bytes, file)).read();
