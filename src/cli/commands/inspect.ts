import path from 'node:path';
import { writeAliases, type KnownProduct } from '../../core';
import { layoutToJson, layoutToText } from '../../report';
import { readAliases } from '../aliases';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { findFile, inputFile, readBytes, readJson, type FoundFile } from '../input-files';
import { asOutputs, planOutputs, writeOutputs } from '../output-files';
import { measureChoice, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay, readYear } from '../values';
import { inspectTariffs, isTariffList } from './inspect-tariffs';
import { printResult } from './show-outcome';

/** Products as detection knows them, from a tariff list. */
async function productsOf(
  file: FoundFile | null,
  session: Session,
  engine: Engine,
): Promise<readonly KnownProduct[]> {
  if (file === null) return [];
  const { entries } = await engine.readTariffs(inputFile(file, file.typed, new Map()), {
    openGrid: openGridWith(engine),
    onProgress: (done, total) => session.progress.report('tariffs', file.typed, total ? done / total : null),
  });
  const products = new Map<string, KnownProduct>();
  for (const { product, description, unit } of entries) {
    if (products.has(product)) continue;
    products.set(product, { code: product, description: description || null, domain: null, unit });
  }
  return [...products.values()];
}

/** Shows what detection sees in a workbook or a tariff list; `--save` and `--save-mapping` keep it. */
export async function inspect(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  if (isTariffList(found)) return inspectTariffs(found, session, engine);
  const { world, language, format } = session;
  const typedDay = found.texts.get('as-of');
  const asOf = typedDay === undefined ? world.today() : readDay(typedDay, '--as-of');
  const typedYear = found.texts.get('year');
  const year = typedYear === undefined ? Number(asOf.slice(0, 4)) : readYear(typedYear, '--year');
  const save = found.texts.get('save');
  if (save !== undefined) requireEnding(save, '--save', ['.json']);
  const saveAliases = found.texts.get('save-aliases');
  if (saveAliases !== undefined) requireEnding(saveAliases, '--save-aliases', ['.csv']);
  const workbook = await findFile(found.operands[0] ?? '', world.cwd);
  const list = found.texts.get('tariffs');
  const tariffs = list === undefined ? null : await findFile(list, world.cwd);
  const table = found.texts.get('aliases');
  const names = table === undefined ? null : await findFile(table, world.cwd);
  const kept = found.texts.get('profile');
  const profileFile = kept === undefined ? null : await findFile(kept, world.cwd);
  const inputs = [workbook, tariffs, names, profileFile].filter((file) => file !== null);
  const targets = planOutputs(
    [save, saveAliases].filter((typed) => typed !== undefined),
    world.cwd,
    inputs,
    found.flags.has('force'),
  );
  const aliases = names === null ? new Map<string, string>() : (await readAliases(names)).aliases;
  const products = await productsOf(tariffs, session, engine);
  const name = path.basename(workbook.path);
  const prognosis = { file: name, port: await engine.openXlsx(await readBytes(workbook), name) };
  const measure = measureChoice(found);
  const known = profileFile && { file: profileFile.typed, json: await readJson(profileFile) };
  let seen = await engine.inspect(prognosis, { year, asOf, products, aliases, profile: known, ...measure });
  if (typedYear === undefined && seen.layout.year !== null && seen.layout.year !== year) {
    // Nobody said a year, so the workbook's own is the one to look with.
    seen = await engine.inspect(prognosis, {
      year: seen.layout.year,
      asOf,
      products,
      aliases,
      profile: known,
      ...measure,
    });
  }
  const { layout, profile, questions } = seen;
  const rendered =
    format === 'json'
      ? `${JSON.stringify(layoutToJson(layout, language), null, 2)}\n`
      : layoutToText(layout, language, Math.min(world.columns ?? 80, 120));
  const contents = [
    ...(save === undefined ? [] : [`${JSON.stringify(profile, null, 2)}\n`]),
    ...(saveAliases === undefined ? [] : [writeAliases(layout, questions)]),
  ];
  const encoder = new TextEncoder();
  await writeOutputs(
    asOutputs(
      targets,
      contents.map((text) => encoder.encode(text)),
    ),
  );
  await printResult(rendered, session);
  if (typedYear === undefined && layout.year === null) {
    session.remark({ code: 'cli.year-assumed', facts: { year: String(year) } });
  }
  if (tariffs === null) session.remark({ code: 'cli.no-product-list', facts: {} });
  for (const target of targets) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}
