import { isIsoDate, ROLES, ruleEntry, ruleFor, type Rulebook } from '../../core';
import { runDerive } from '../../flow';
import { say, showDate, type Language } from '../../messages';
import { unknownName, type Arguments } from '../arguments';
import type { Engine } from '../engine';
import { FileProblem, UsageError } from '../failure';
import { findFile, readJson } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { requireEnding } from '../run-input';
import { readYear } from '../values';
import { EXIT, type Exit, type Session } from '../session';

export const RULEBOOK_COMMANDS = ['list', 'show', 'validate', 'derive'] as const;

/** Options that only `derive` takes. */
const DERIVE_ONLY = ['set', 'exclude', 'raise', 'id', 'year', 'purchaser', 'out'] as const;

/** `rulebook list`, `show ID|FILE`, `validate FILE…`, `derive ID|FILE --id … --out …`. */
export async function rulebook(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const [what = '', ...operands] = found.operands;
  if (what !== 'derive') {
    const misplaced = DERIVE_ONLY.find((name) => found.texts.has(name) || found.files.has(name));
    if (misplaced !== undefined && RULEBOOK_COMMANDS.some((known) => known === what)) {
      throw new UsageError({
        code: 'cli.only-with-derive',
        facts: { option: `--${misplaced}`, command: `rulebook ${what}` },
      });
    }
  }
  switch (what) {
    case 'list':
      return list(operands, session, engine);
    case 'show':
      return show(operands, session, engine);
    case 'validate':
      return validate(operands, session, engine);
    case 'derive':
      return derive(operands, found, session, engine);
    default:
      throw unknownName('cli.unknown-rulebook-command', what, RULEBOOK_COMMANDS);
  }
}

const day = (text: string, language: Language): string => (isIsoDate(text) ? showDate(text, language) : text);

const span = (from: string, until: string, language: Language): string =>
  say({ code: 'cli.span', facts: { from: day(from, language), until: day(until, language) } }, language);

async function list(operands: readonly string[], session: Session, engine: Engine): Promise<Exit> {
  if (operands.length > 0) throw surplus(operands[0] ?? '');
  const { world, language, format } = session;
  const all = engine.listRulebooks();
  if (format === 'json') {
    const entries = all.map(({ id, title, purchaser, version, validity, domains }) => ({
      id,
      title: title[language],
      purchaser,
      version,
      validity,
      domains,
    }));
    await world.out(`${JSON.stringify(entries, null, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(({ id, title, validity }) => {
    const when = span(validity.from, validity.until, language);
    return `${id.padEnd(width)}  ${title[language]}\n${' '.repeat(width)}  ${when}`;
  });
  await world.out(`${lines.join('\n')}\n`);
  return EXIT.fine;
}

const surplus = (typed: string): UsageError =>
  new UsageError({ code: 'cli.surplus-operand', facts: { typed } });

async function load(typed: string, session: Session, engine: Engine): Promise<Rulebook> {
  const shipped = engine.listRulebooks();
  const known = shipped.find(({ id }) => id === typed);
  if (known) return known;
  if (!/[\\/]|\.json$/i.test(typed)) {
    throw unknownName(
      'cli.unknown-rulebook',
      typed,
      shipped.map(({ id }) => id),
    );
  }
  const parsed = engine.parseRulebook(await readJson(await findFile(typed, session.world.cwd)), typed);
  if ('issues' in parsed) throw new FileProblem(parsed.issues);
  return parsed.rulebook;
}

async function show(operands: readonly string[], session: Session, engine: Engine): Promise<Exit> {
  const [typed, extra] = operands;
  if (typed === undefined) throw new UsageError({ code: 'cli.rulebook-missing', facts: {} });
  if (extra !== undefined) throw surplus(extra);
  const { world, language, format } = session;
  const book = await load(typed, session, engine);
  if (format === 'json') {
    await world.out(`${JSON.stringify(book, null, 2)}\n`);
    return EXIT.fine;
  }
  await world.out(`${rulebookLines(book, language).join('\n')}\n`);
  return EXIT.fine;
}

function rulebookLines(book: Rulebook, language: Language): string[] {
  const words = (code: string, facts: Record<string, string> = {}): string => say({ code, facts }, language);
  const source = (found: { readonly document: string; readonly place: string }): string =>
    words('cli.rulebook-source', { document: found.document, place: found.place });
  const lines = [
    `${book.title[language]} (${book.id} ${book.version})`,
    words('cli.rulebook-purchaser', { purchaser: book.purchaser }),
    span(book.validity.from, book.validity.until, language),
    '',
    words('cli.rulebook-rules'),
  ];
  for (const rule of book.rules) {
    const note = rule.status === 'information' ? ` (${words('cli.rulebook-information')})` : '';
    lines.push(`  ${rule.id}${note}`, `    ${rule.text[language]}`, `    ${source(rule.source)}`);
  }
  lines.push('', words('cli.rulebook-parameters'));
  for (const parameter of book.parameters) {
    lines.push(`  ${parameter.id} (${parameter.rule}, ${parameter.unit})`);
    lines.push(`    ${parameter.description[language]}`);
    for (const value of parameter.values) {
      const text = value.value ?? words('cli.rulebook-no-value');
      const when = span(value.from, value.until, language);
      const whom = Object.values(value.when ?? {});
      lines.push(`    ${[text, ...whom, when, source(value.source)].join(' · ')}`);
      if (value.assumed !== null) {
        lines.push(`    ${words('cli.rulebook-assumed', { reason: value.assumed[language] })}`);
      }
    }
  }
  lines.push('', words('cli.rulebook-products'));
  for (const group of book.productGroups) {
    lines.push(`  ${group.id} (${group.rule}, ${words(`cli.treatment.${group.treatment}`)})`);
    lines.push(`    ${[...group.names, ...group.codes].join(', ')} · ${source(group.source)}`);
    if (group.assumed !== null) {
      lines.push(`    ${words('cli.rulebook-assumed', { reason: group.assumed[language] })}`);
    }
  }
  lines.push('', words('cli.rulebook-roles'));
  for (const role of ROLES) {
    const own = [...new Set(book.domains.map((domain) => ruleFor(book, role, domain)))].filter(
      (id) => id !== null,
    );
    if (own.length > 0) lines.push(`  ${words(`cli.role.${role}`)}: ${own.join(', ')}`);
  }
  lines.push('', words('cli.rulebook-doors'));
  for (const rule of book.rules) {
    const entry = ruleEntry(rule.id);
    if (entry === null || entry.code.length === 0) continue;
    const { fill, check, commands, functions } = entry.doors;
    const doors = [
      ...(fill ? ['fill'] : []),
      ...(check ? ['check'] : []),
      ...commands,
      ...functions.map((name) => `ZORG.${name}`),
    ];
    lines.push(`  ${rule.id}  ${doors.join(', ')}`);
  }
  lines.push('', words('cli.rulebook-documents'));
  for (const [id, title] of Object.entries(book.documents)) lines.push(`  ${id}  ${title}`);
  return lines;
}

/** Makes a rulebook of one's own from another and writes it as a new file. */
async function derive(
  operands: readonly string[],
  found: Arguments,
  session: Session,
  engine: Engine,
): Promise<Exit> {
  const [typed, extra] = operands;
  if (typed === undefined) throw new UsageError({ code: 'cli.rulebook-missing', facts: {} });
  if (extra !== undefined) throw surplus(extra);
  const missing = ['id', 'out'].filter((name) => !found.texts.has(name)).map((name) => `--${name}`);
  if (missing.length > 0) {
    throw new UsageError({
      code: 'cli.option-missing',
      facts: { command: 'rulebook derive', options: missing, count: missing.length },
    });
  }
  const { world, language, format } = session;
  const out = found.texts.get('out') ?? '';
  requireEnding(out, '--out', ['.json']);
  const base = await load(typed, session, engine);
  const inputs = /[\\/]|\.json$/i.test(typed) ? [await findFile(typed, world.cwd)] : [];
  const targets = planOutputs([out], world.cwd, inputs, found.flags.has('force'));
  const year = found.texts.get('year');
  const derived = runDerive(base, {
    id: found.texts.get('id') ?? '',
    set: found.files.get('set') ?? [],
    exclude: found.files.get('exclude') ?? [],
    raise: found.files.get('raise') ?? [],
    year: year === undefined ? null : readYear(year, '--year'),
    purchaser: found.texts.get('purchaser') ?? null,
  });
  const bytes = new TextEncoder().encode(derived.file);
  await writeOutputs(targets.map((target) => ({ target, bytes })));
  await world.out(
    format === 'json'
      ? derived.file
      : `${say({ code: 'cli.rulebook-derived', facts: { id: derived.rulebook.id, base: base.id, file: out } }, language)}\n`,
  );
  return EXIT.fine;
}

async function validate(operands: readonly string[], session: Session, engine: Engine): Promise<Exit> {
  if (operands.length === 0) throw new UsageError({ code: 'cli.rulebook-missing', facts: {} });
  const { world, language, format } = session;
  const results: { file: string; id: string | null }[] = [];
  for (const typed of operands) {
    const json = await readJson(await findFile(typed, world.cwd));
    const parsed = engine.parseRulebook(json, typed);
    if ('issues' in parsed) {
      for (const issue of parsed.issues) session.problem(issue);
      results.push({ file: typed, id: null });
    } else results.push({ file: typed, id: parsed.rulebook.id });
  }
  if (format === 'json') {
    const entries = results.map(({ file, id }) => ({ file, valid: id !== null, id }));
    await world.out(`${JSON.stringify(entries, null, 2)}\n`);
  } else {
    for (const { file, id } of results) {
      if (id === null) continue;
      await world.out(`${say({ code: 'cli.rulebook-valid', facts: { file, id } }, language)}\n`);
    }
  }
  return results.some(({ id }) => id === null) ? EXIT.unusable : EXIT.fine;
}
