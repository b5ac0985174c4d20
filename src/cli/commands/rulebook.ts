import { isIsoDate, type Rulebook } from '../../core';
import { say, showDate, type Language } from '../../messages';
import { unknownName, type Arguments } from '../arguments';
import type { Engine } from '../engine';
import { FileProblem, UsageError } from '../failure';
import { findFile, readJson } from '../input-files';
import { EXIT, type Exit, type Session } from '../session';

export const RULEBOOK_COMMANDS = ['list', 'show', 'validate', 'derive'] as const;

/** `rulebook list`, `rulebook show ID|FILE`, `rulebook validate FILE…`. */
export async function rulebook(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const [what = '', ...operands] = found.operands;
  switch (what) {
    case 'list':
      return list(operands, session, engine);
    case 'show':
      return show(operands, session, engine);
    case 'validate':
      return validate(operands, session, engine);
    case 'derive':
      throw new UsageError({ code: 'cli.not-in-this-version', facts: { command: 'rulebook derive' } });
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
      lines.push(`    ${text} · ${when} · ${source(value.source)}`);
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
  lines.push('', words('cli.rulebook-documents'));
  for (const [id, title] of Object.entries(book.documents)) lines.push(`  ${id}  ${title}`);
  return lines;
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
