import {
  anonymiseAw319,
  anonymiseCsv,
  anonymiseXml,
  coverWith,
  fixedWidthCode,
  foreignFormat,
  isAw319,
  sampleOf,
  type AnonymiseChoices,
  type Anonymised,
  type AnonymiseReport,
  type InputFile,
} from '../intake';
import type { FilePort } from '../workbook';
import { anonymiseWorkbook } from './anonymise-workbook';
import { InputError, inputIssue } from './input-error';
import type { Progress } from './types';

export interface AnonymiseRequest {
  readonly file: InputFile;
  /** The user's key: the same key gives the same pseudonyms, in every file and on every day. */
  readonly key: Uint8Array;
  readonly choices: AnonymiseChoices;
}

/** Opens a workbook for writing. */
export type OpenWorkbook = (bytes: Uint8Array, file: string) => Promise<FilePort>;

/**
 * Covers one file, whatever it is by its content: a table in text, a workbook, a Wlz declaration or a message
 * of municipalities. The bytes come as a stream (workbooks in one piece); the report is complete after it.
 * Errors: `InputError`, `IntakeError` or `WorkbookError` for a file that can't be covered: then there is no
 * output at all.
 */
export async function anonymise(
  { file, key, choices }: AnonymiseRequest,
  openWorkbook: OpenWorkbook,
  progress: Progress,
): Promise<Anonymised> {
  const cover = coverWith(key);
  const watched = watch(file, progress);
  const sample = (await sampleOf(file)).bytes;
  if (sample.length === 0) {
    throw new InputError([inputIssue('anonymise.empty', { file: file.name }, { file: file.name })]);
  }
  if (isAw319(sample)) return anonymiseAw319(watched, cover);
  const code = fixedWidthCode(sample);
  if (code !== null) {
    throw new InputError([
      inputIssue('anonymise.unknown-message', { file: file.name, code }, { file: file.name }),
    ]);
  }
  const format = foreignFormat(sample) ?? (looksLikeWideXml(sample) ? 'xml' : null);
  if (format === 'zip' || format === 'ole') {
    const { bytes, report } = await anonymiseWorkbook(
      file.name,
      await openWorkbook(await wholeOf(watched), file.name),
      cover,
      choices,
    );
    return {
      async *chunks() {
        yield bytes;
      },
      report: (): AnonymiseReport => report,
    };
  }
  if (format === 'xml') return anonymiseXml(watched, sample, cover, choices);
  if (format !== null) {
    throw new InputError([
      inputIssue('anonymise.unknown-format', { file: file.name, format }, { file: file.name }),
    ]);
  }
  return anonymiseCsv(watched, sample, cover, choices);
}

/** A byte order mark of UTF-16 before `<`. */
const looksLikeWideXml = (sample: Uint8Array): boolean =>
  (sample[0] === 0xff && sample[1] === 0xfe && sample[2] === 0x3c) ||
  (sample[0] === 0xfe && sample[1] === 0xff && sample[3] === 0x3c) ||
  (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf && sample[3] === 0x3c);

/** The same file, telling how far it has been read. */
function watch(file: InputFile, progress: Progress): InputFile {
  return {
    ...file,
    async *open() {
      let done = 0;
      for await (const chunk of file.open()) {
        progress.signal?.throwIfAborted();
        done += chunk.length;
        progress.report(
          'anonymise',
          file.name,
          file.size === null || file.size === 0 ? null : done / file.size,
        );
        yield chunk;
      }
    },
  };
}

async function wholeOf(file: InputFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    parts.push(chunk);
    length += chunk.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
