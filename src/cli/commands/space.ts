import { moneyFromCents, readSector, type SpaceEntry } from '../../core';
import type { SpaceOutcome, SpaceRequest } from '../../flow';
import { evidenceOf, readNumber, scale } from '../../intake/number-text';
import type { Arguments } from '../arguments';
import { providerNames } from '../client-key';
import { openGridWith, type Engine } from '../engine';
import { UsageError } from '../failure';
import { asInputs, findFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { findAll, findRulebookFile, refuseTwice, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { spaceToCsv, spaceToJson, spaceToText } from '../space-result';
import { readDay } from '../values';
import { printResult } from './show-outcome';

/**
 * Simulates the contracting space of one or more sectors over their providers: extrapolation, reallocation,
 * settlement.
 */
export async function space(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const asOf = readDay(found.texts.get('as-of') ?? '', '--as-of');
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv', '.json']);
  const rulebook = await findRulebookFile(found.texts.get('rulebook') ?? '', world.cwd, engine);
  const providers = await findAll(found.files.get('providers') ?? [], world.cwd);
  const production = await findAll(found.files.get('production') ?? [], world.cwd);
  refuseTwice(providers, '--providers');
  refuseTwice(production, '--production');
  const typedSpace = found.files.get('space') ?? [];
  const amounts = typedSpace.some((typed) => typed.includes('=')) ? typedSpace.map(spaceAmount) : null;
  if (amounts === null && typedSpace.length > 1) {
    throw new UsageError({ code: 'cli.surplus-operand', facts: { typed: typedSpace[1] ?? '' } });
  }
  const spaceFile = amounts === null ? await findFile(typedSpace[0] ?? '', world.cwd) : null;
  const files = [...providers, ...production, ...(spaceFile ? [spaceFile] : [])];
  const targets = planOutputs(
    out === undefined ? [] : [out],
    world.cwd,
    [...files, ...(rulebook.file ? [rulebook.file] : [])],
    found.flags.has('force'),
  );
  const asInput = asInputs(files);
  const decimal = found.texts.get('decimal');
  const across = found.texts.get('across-months');
  const request: SpaceRequest = {
    providers: providers.map(asInput),
    production: production.map(asInput),
    space: spaceFile ? { file: asInput(spaceFile) } : { entries: amounts ?? [] },
    rulebook: rulebook.rulebook,
    asOf,
    decimal: decimal === 'comma' || decimal === 'point' ? decimal : null,
    providerNames: providerNames(found),
    ...(across === undefined ? {} : { acrossMonths: across === 'end' ? 'end-month' : 'by-days' }),
  };
  const outcome = await engine.runSpace(request, openGridWith(engine), session.progress);
  for (const { issues } of outcome.receipts) for (const issue of issues) session.remark(issue);
  const json = `${JSON.stringify(spaceToJson(outcome, language, world.version), null, 2)}\n`;
  const text =
    session.format === 'json'
      ? json
      : spaceToText(outcome, language, Math.min(world.columns ?? 100, 120), found.flags.has('steps'));
  const [target] = targets;
  if (target !== undefined) {
    const content = target.path.toLowerCase().endsWith('.json') ? json : spaceToCsv(outcome, language);
    await writeOutputs([{ target, bytes: new TextEncoder().encode(content) }]);
  }
  await printResult(text, session);
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return hasViolations(outcome) ? EXIT.violations : EXIT.fine;
}

const hasViolations = (outcome: SpaceOutcome): boolean =>
  outcome.sectors.some((sector) => sector.findings.some((finding) => finding.severity === 'violation'));

/**
 * A sector's space as typed: `V&V=100000000` or `GZ=1.234.567,89`. Errors: `UsageError` for another form, an
 * unknown sector, or an amount that reads two ways.
 * @example spaceAmount('V&V=100.000.000,00').amount // 10000000000n
 */
export function spaceAmount(typed: string): SpaceEntry {
  const [, left = '', right = ''] = /^([^=]*)=(.*)$/.exec(typed) ?? [];
  const sector = readSector(left);
  if (sector === null) throw new UsageError({ code: 'cli.space-sector', facts: { typed } });
  const number = readNumber(right);
  const mark = number === null ? 'open' : evidenceOf(number);
  const digits = number === null || mark === 'open' ? null : mark === 'comma' ? number.comma : number.point;
  const scaled = digits && number ? scale(digits, number.negative, 2) : null;
  if (!scaled || scaled.difference !== null || scaled.units < 0) {
    throw new UsageError({ code: 'cli.space-amount', facts: { typed } });
  }
  return { sector, kind: 'set', amount: moneyFromCents(scaled.units), from: null, place: {} };
}
