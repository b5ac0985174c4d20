import { dossierText, normaliseLabel, type Answer } from '../../core';
import { runDesk, type DeskRequest, type DeskRun, type Progress } from '../../flow';
import { sha256, type InputFile, type OpenGrid } from '../../intake';
import type { Language } from '../../messages';
import {
  deskPage,
  deskToJson,
  deskWorkbook,
  questionLetter,
  questionWorkbook,
  readAnswers,
  type DeskReport,
} from '../../report';
import { openXlsx } from '../../workbook';
import { readAll } from '../state/input-files';

/** A file that a desk makes. A letter and a question list are about the first provider of the desk given. */
export type DeskFile = 'workbook' | 'page' | 'json' | 'dossier' | 'letter' | 'questions';

/** What the list of submissions asks of the engine. */
export interface DeskEngine {
  checkDesk(input: DeskRequest, progress: Progress): Promise<DeskRun>;
  /** Null: there is nothing to write, such as a letter without questions. */
  toDeskFile(
    desk: DeskRun,
    hashes: ReadonlyMap<string, string>,
    file: DeskFile,
    language: Language,
  ): Promise<Uint8Array | null>;
  /** The answers on a question list that came back; null when it is none. */
  readAnswers(file: InputFile): Promise<readonly Answer[] | null>;
}

const openGrid: OpenGrid = async (bytes, file) => (await openXlsx(bytes, file)).read();
const hexadecimal = (bytes: Uint8Array): string =>
  [...sha256(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same functions as the command line uses; `asReport` adds what the report says of its maker. */
export const deskEngine = (
  asReport: (check: DeskRun['check'], hashes: ReadonlyMap<string, string>) => DeskReport['check'],
): DeskEngine => ({
  checkDesk: (input, progress) =>
    runDesk(
      // Wordings go by the label as the workbook has it.
      {
        ...input,
        aliases: new Map(
          [...(input.aliases ?? [])].map(([label, product]) => [normaliseLabel(label), product]),
        ),
      },
      {
        openGrid,
        openWorkbook: openXlsx,
        hash: hexadecimal,
        pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      },
      progress,
    ),
  async toDeskFile(desk, hashes, file, language) {
    const { round, providers, room, totals, across, dossier } = desk;
    const report: DeskReport = {
      round,
      providers,
      room,
      totals,
      across,
      check: asReport(desk.check, hashes),
    };
    const [first] = providers;
    switch (file) {
      case 'workbook':
        return deskWorkbook(report, language);
      case 'page':
        return utf8(deskPage(report, language));
      case 'json':
        return utf8(`${JSON.stringify(deskToJson(report, language), null, 2)}\n`);
      case 'dossier':
        return utf8(dossierText(dossier));
      case 'letter': {
        const letter = first ? questionLetter(report, first, language) : null;
        return letter === null ? null : utf8(letter);
      }
      case 'questions':
        return first ? questionWorkbook(report, first, language) : null;
    }
  },
  readAnswers: async (file) => readAnswers(await (await openXlsx(await readAll(file), file.name)).read()),
});
