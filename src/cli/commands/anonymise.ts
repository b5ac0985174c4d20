import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from '../../core';
import { anonymise } from '../../flow';
import {
  bsnIn,
  keyAsText,
  KeyError,
  keyFromText,
  randomKey,
  type AnonymiseReport,
  type CoveredField,
} from '../../intake';
import { say, sayPlace, type Language } from '../../messages';
import type { Arguments } from '../arguments';
import type { Engine } from '../engine';
import { KEY_VARIABLE } from '../client-key';
import { fileProblem, systemCode, UsageError } from '../failure';
import { displayNames, inputFile, type FoundFile } from '../input-files';
import {
  dropStreamed,
  placeStreamed,
  planOutputs,
  writeStreamed,
  type OutputTarget,
  type StreamedOutput,
} from '../output-files';
import { findAll, refuseTwice } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { printResult } from './show-outcome';

/**
 * Replaces what tells who clients are, in files that are to be shared. All files are written, or none.
 * Exit status 1: in some file identifiers may remain; the result says where.
 */
export async function anonymiseCommand(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const files = await findAll(found.operands, world.cwd);
  refuseTwice(files, say({ code: 'cli.value.file', facts: {} }, language));
  const out = found.texts.get('out');
  const folder = found.texts.get('folder');
  if (out !== undefined && (files.length > 1 || folder !== undefined)) {
    throw new UsageError({ code: 'anonymise.one-out', facts: { count: files.length } });
  }
  const outputs = files.map((file) => out ?? outputName(file, folder));
  const targets = planOutputs(outputs, world.cwd, files, found.flags.has('force'));
  const { key, keyFile } = await keyOf(found, session, files);
  const names = displayNames(files);
  const hashes = new Map<string, string>();
  const choices = { keep: found.files.get('keep') ?? [], hide: found.files.get('hide') ?? [] };
  const written: StreamedOutput[] = [];
  const reports: { readonly report: AnonymiseReport; readonly target: OutputTarget }[] = [];
  try {
    for (const [index, file] of files.entries()) {
      const target = targets[index];
      if (target === undefined) continue;
      const input = inputFile(file, names.get(file) ?? file.typed, hashes);
      const result = await anonymise({ file: input, key, choices }, engine.openXlsx, session.progress);
      written.push(await writeStreamed(target, result.chunks()));
      reports.push({ report: result.report(), target });
    }
    if (keyFile !== null) {
      written.push(await writeStreamed(keyFile, textChunks(`${keyAsText(key)}\n`)));
    }
  } catch (error) {
    dropStreamed(written);
    throw error;
  }
  placeStreamed(written);
  if (format === 'json') {
    const json = reports.map(({ report, target }) => ({
      ...report,
      out: target.typed,
      remaining: report.remaining.map((one) => ({ ...one, message: sayRemaining(one, language) })),
    }));
    await printResult(`${JSON.stringify({ files: json }, null, 2)}\n`, session);
  } else {
    const lines = reports.flatMap(({ report, target }) => reportLines(report, target, language));
    await printResult(`${lines.join('\n')}\n`, session);
  }
  return reports.some(({ report }) => report.remaining.length > 0) ? EXIT.violations : EXIT.fine;
}

async function* textChunks(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Beside the input, or in the folder asked for; a service number in the file's own name doesn't go along. */
function outputName(file: FoundFile, folder: string | undefined): string {
  const { name, ext } = path.parse(file.typed);
  const clean = name.replace(/\d{8,9}/g, (digits) =>
    bsnIn(digits) === null ? digits : 'x'.repeat(digits.length),
  );
  const own = folder === undefined ? `${clean}.anoniem${ext}` : `${clean}${ext}`;
  return path.join(folder ?? path.dirname(file.typed), own);
}

/** The key from its file; made, and kept there, when the file isn't there yet; for this run only without one. */
async function keyOf(
  found: Arguments,
  session: Session,
  files: readonly FoundFile[],
): Promise<{ key: Uint8Array; keyFile: OutputTarget | null }> {
  const typed = found.texts.get('key');
  const variable = session.world.env[KEY_VARIABLE] ?? '';
  if (typed === undefined && variable !== '') {
    try {
      return { key: keyFromText(variable), keyFile: null };
    } catch (error) {
      if (error instanceof KeyError) throw new UsageError({ code: error.code, facts: {} });
      throw error;
    }
  }
  if (typed === undefined) {
    session.remark({ code: 'anonymise.key-for-once', facts: {} });
    return { key: randomKey(), keyFile: null };
  }
  try {
    return {
      key: keyFromText(await readFile(path.resolve(session.world.cwd, typed), 'utf8')),
      keyFile: null,
    };
  } catch (error) {
    if (error instanceof KeyError)
      throw fileProblem('anonymise.key-unusable', typed, { reason: { code: error.code, facts: {} } });
    if (systemCode(error) !== 'ENOENT') {
      throw fileProblem('cli.input-unreadable', typed, { code: systemCode(error) ?? '' });
    }
  }
  const [target] = planOutputs([typed], session.world.cwd, files, false);
  session.remark({ code: 'anonymise.key-made', facts: { file: typed } });
  return { key: randomKey(), keyFile: target ?? null };
}

const fieldName = ({ name, sheet }: Pick<CoveredField, 'name' | 'sheet'>): string =>
  sheet === undefined ? name : `${sheet}: ${name}`;

/** The place without the file, which stands above already. */
const within = ({ sheet, cell, line }: Place): Place => ({
  ...(sheet === undefined ? {} : { sheet }),
  ...(cell === undefined ? {} : { cell }),
  ...(line === undefined ? {} : { line }),
});

const sayRemaining = (one: AnonymiseReport['remaining'][number], language: Language): string =>
  say({ code: `anonymise.remains-${one.why}`, facts: { what: one.what, count: one.count } }, language);

function reportLines(report: AnonymiseReport, target: OutputTarget, language: Language): string[] {
  const line = (code: string, facts: Record<string, string | number>): string =>
    say({ code, facts }, language);
  const { file, format, records, clients, fields, elsewhere, remaining } = report;
  return [
    line('anonymise.file', { file, out: target.typed, format, records, clients }),
    ...fields
      .filter(({ count }) => count > 0)
      .map(
        (one) =>
          `  ${line(`anonymise.field-${one.treatment}`, {
            name: format === 'aw319' ? line(`anonymise.aw319-${one.name}`, {}) : fieldName(one),
            kind: one.kind.replace('-', ''),
            count: one.count,
            by: one.by,
          })}`,
      ),
    ...elsewhere.map(({ name, count }) => `  ${line('anonymise.elsewhere', { name, count })}`),
    ...(remaining.length === 0
      ? [`  ${line('anonymise.nothing-remains', {})}`]
      : [
          `  ${line('anonymise.may-remain', {})}`,
          ...remaining.map((one) => {
            const place = sayPlace(within(one.place), language);
            return `    ${sayRemaining(one, language)}${place === '' ? '' : ` (${place})`}`;
          }),
        ]),
  ];
}
