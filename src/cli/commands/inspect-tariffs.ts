import { canonicalHeader, type Field } from '../../core';
import { parseTariffMapping, proposeTariffMapping, type ProposedColumn } from '../../intake';
import { say, sayPlace } from '../../messages';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { findFile, inputFile, readJson } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { printResult } from './show-outcome';

/** Whether a tariff list is looked at instead of a workbook: a text file, or a mapping is asked or given. */
export const isTariffList = (found: Arguments): boolean =>
  found.texts.has('save-mapping') ||
  found.texts.has('tariff-mapping') ||
  /\.(?:csv|tsv|txt)$/i.test(found.operands[0] ?? '');

/** Shows what the columns of a tariff list are taken for; `--save-mapping` keeps it for the next time. */
export async function inspectTariffs(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const save = found.texts.get('save-mapping');
  if (save !== undefined) requireEnding(save, '--save-mapping', ['.json']);
  const list = await findFile(found.operands[0] ?? '', world.cwd);
  const typed = found.texts.get('tariff-mapping');
  const given = typed === undefined ? null : await findFile(typed, world.cwd);
  const targets = planOutputs(
    save === undefined ? [] : [save],
    world.cwd,
    [list, ...(given === null ? [] : [given])],
    found.flags.has('force'),
  );
  const { place, columns, mapping } = await proposeTariffMapping(inputFile(list, list.typed, new Map()), {
    openGrid: openGridWith(engine),
    ...(given === null ? {} : { tariffMapping: parseTariffMapping(await readJson(given), given.typed) }),
  });
  const json = `${JSON.stringify(mapping, null, 2)}\n`;
  const head =
    place === null
      ? { code: 'tariffs.proposal-none', facts: { file: list.typed } }
      : {
          code: 'tariffs.proposal-head',
          facts: { where: sayPlace({ ...place, file: list.typed }, language) },
        };
  const text = `${[
    say(head, language),
    ...columns.map((column) => `  ${say(columnMessage(column), language)}`),
  ].join('\n')}\n`;
  const [target] = targets;
  if (target !== undefined) await writeOutputs([{ target, bytes: new TextEncoder().encode(json) }]);
  await printResult(format === 'json' ? json : text, session);
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}

const columnMessage = ({ header, column, taken }: ProposedColumn): Parameters<typeof say>[0] =>
  taken === null
    ? { code: 'tariffs.proposal-unknown', facts: { column, header } }
    : {
        code: 'tariffs.proposal-column',
        facts: {
          ...{ column, header, field: canonicalHeader('tariffs', taken.field as Field) },
          year: taken.year === undefined ? 'none' : String(taken.year),
          unit: taken.unit === undefined || taken.unit === '' ? 'none' : taken.unit,
        },
      };
