import { listRulebooks, normaliseLabel, parseRulebook, type Issue, type Rulebook } from '../core';
import {
  runCheck,
  runFill,
  type CheckOutcome,
  type CheckRequest,
  type FillOutcome,
  type FillRequest,
  type KeptInputs,
  type Progress,
  type RunOutcome,
} from '../flow';
import type { InputFile, OpenGrid } from '../intake';
import type { Language } from '../messages';
import { outcomePage, toJson, toReportWorkbook, type MonthsReport, type ReportOutcome } from '../report';
import { openXlsx, type FilePort, type WorkbookPort } from '../workbook';
import { deskEngine, type DeskEngine } from './desk/desk-engine';
import { engineLocal } from './engine-local';
import { forecastEngine, type ForecastEngine } from './forecast/forecast-engine';
import { monthsEngine, type MonthsEngine } from './months/months-engine';
import { readAll } from './state/input-files';
import packageFile from '../../package.json';

/**
 * What the pane asks of the engine; tests give it another one. The engine works in a thread of its own (see
 * `worker/`): arguments and results are plain data, files, workbooks and `Progress`, and methods answer with a promise.
 */
export interface Engine extends ForecastEngine, DeskEngine, MonthsEngine {
  /** Those that a prognosis can be checked with. */
  readonly rulebooks: readonly Rulebook[];
  /** A user's own rulebook as far as it is valid; its mistakes are told when it is used. */
  readRulebook?(file: string, json: unknown): Promise<Rulebook | null>;
  openWorkbook(file: InputFile): Promise<WorkbookPort | FilePort>;
  /** Plans (`preview`) or makes the changes. Aliases go by the label as the workbook words it. */
  fill(input: FillRequest, progress: Progress): Promise<FillOutcome>;
  check(input: CheckRequest, progress: Progress): Promise<CheckOutcome>;
  toReportWorkbook(
    outcome: RunOutcome,
    hashes: Hashes,
    language: Language,
    remembered?: MonthsReport,
  ): Promise<Uint8Array>;
  toReportJson(outcome: RunOutcome, hashes: Hashes, language: Language): string | Promise<string>;
  /** The report as one page to read, mail or print. */
  toReportPage?(outcome: RunOutcome, hashes: Hashes, language: Language): Promise<string>;
  /** What is wrong with the input, when that is what the error says; null for a defect of ours. */
  issuesOf(error: unknown, file: string): readonly Issue[] | null;
  /** Makes work stop that was asked to (by its signal) and doesn't; calls that are stopped reject. */
  interrupt?(): void;
}

/** SHA-256 of the input files by name. */
export type Hashes = ReadonlyMap<string, string>;

const openGrid: OpenGrid = async (bytes, file) => (await openXlsx(bytes, file)).read();

const normalised = (aliases: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> =>
  new Map([...(aliases ?? [])].map(([label, product]) => [normaliseLabel(label), product]));

function asReport(outcome: RunOutcome, hashes: Hashes): ReportOutcome {
  const documents = listRulebooks().find((rulebook) => rulebook.id === outcome.rulebook.id)?.documents;
  return { ...outcome, engine: packageFile.version, hashes, ...(documents ? { documents } : {}) };
}

/** What was read for the last plan. */
const kept: KeptInputs = { key: null, loaded: null };

/** The engine itself: flow, workbook and report as they are. */
export const engine: Engine = {
  ...engineLocal,
  readRulebook(file, json) {
    const parsed = parseRulebook(json, file);
    return Promise.resolve('rulebook' in parsed ? parsed.rulebook : null);
  },
  ...forecastEngine(openGrid, packageFile.version),
  ...deskEngine(asReport),
  ...monthsEngine(openGrid, packageFile.version),
  openWorkbook: async (file) => openXlsx(await readAll(file), file.name),
  fill: (input, progress) =>
    runFill({ ...input, aliases: normalised(input.aliases) }, openGrid, progress, kept),
  check: (input, progress) => runCheck({ ...input, aliases: normalised(input.aliases) }, openGrid, progress),
  toReportWorkbook: (outcome, hashes, language, remembered) =>
    toReportWorkbook({ ...asReport(outcome, hashes), ...(remembered ? { remembered } : {}) }, language),
  toReportPage: (outcome, hashes, language) =>
    Promise.resolve(outcomePage(asReport(outcome, hashes), language)),
  toReportJson: (outcome, hashes, language) =>
    `${JSON.stringify(toJson(asReport(outcome, hashes), language), null, 2)}\n`,
};
