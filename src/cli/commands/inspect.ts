import path from 'node:path';
import type { KnownProduct } from '../../core';
import { layoutToJson, layoutToText } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { findFile, inputFile, readBytes, type FoundFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay, readYear } from '../values';
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

/** Shows what detection sees in a workbook; `--save` writes it as a profile. */
export async function inspect(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const typedDay = found.texts.get('as-of');
  const asOf = typedDay === undefined ? world.today() : readDay(typedDay, '--as-of');
  const typedYear = found.texts.get('year');
  const year = typedYear === undefined ? Number(asOf.slice(0, 4)) : readYear(typedYear, '--year');
  const save = found.texts.get('save');
  if (save !== undefined) requireEnding(save, '--save', ['.json']);
  const workbook = await findFile(found.operands[0] ?? '', world.cwd);
  const list = found.texts.get('tariffs');
  const tariffs = list === undefined ? null : await findFile(list, world.cwd);
  const inputs = tariffs === null ? [workbook] : [workbook, tariffs];
  const [target] = planOutputs(save === undefined ? [] : [save], world.cwd, inputs, found.flags.has('force'));
  const products = await productsOf(tariffs, session, engine);
  const name = path.basename(workbook.path);
  const prognosis = { file: name, port: await engine.openXlsx(await readBytes(workbook), name) };
  let seen = await engine.inspect(prognosis, { year, asOf, products });
  if (typedYear === undefined && seen.layout.year !== null && seen.layout.year !== year) {
    // Nobody said a year, so the workbook's own is the one to look with.
    seen = await engine.inspect(prognosis, { year: seen.layout.year, asOf, products });
  }
  const { layout, profile } = seen;
  const rendered =
    format === 'json'
      ? `${JSON.stringify(layoutToJson(layout, language), null, 2)}\n`
      : layoutToText(layout, language, Math.min(world.columns ?? 80, 120));
  if (target !== undefined) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(profile, null, 2)}\n`);
    await writeOutputs([{ target, bytes }]);
  }
  await printResult(rendered, session);
  if (typedYear === undefined && layout.year === null) {
    session.remark({ code: 'cli.year-assumed', facts: { year: String(year) } });
  }
  if (tariffs === null) session.remark({ code: 'cli.no-product-list', facts: {} });
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}
