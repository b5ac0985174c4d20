import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { UsageError } from './failure';
import type { CommandSpec, OptionSpec } from './options';

/** What was asked, by option name; files, and other options that take several, as they were typed. */
export interface Arguments {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/**
 * The known name that looks most like what was typed, or null when none comes near.
 * @example nearest('profle', ['prognosis', 'profile']) // 'profile'
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const scored = known.map((name) => ({ name, away: distance(typed.toLowerCase(), name.toLowerCase()) }));
  const best = scored.sort((a, b) => a.away - b.away)[0];
  return best !== undefined && best.away <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** A usage error that names what was typed and, when there is one, the name that comes nearest. */
export function unknownName(code: string, typed: string, known: readonly string[]): UsageError {
  const near = nearest(typed, known);
  return near === null
    ? new UsageError({ code, facts: { typed } })
    : new UsageError({ code: `${code}-nearest`, facts: { typed, nearest: near } });
}

function unknownOption(typed: string, command: CommandSpec): UsageError {
  const near = nearest(
    typed.replace(/^-+/, ''),
    command.options.map((option) => option.name),
  );
  const facts = { typed, command: command.name };
  return near === null
    ? new UsageError({ code: 'cli.unknown-option', facts })
    : new UsageError({ code: 'cli.unknown-option-nearest', facts: { ...facts, nearest: `--${near}` } });
}

/**
 * Reads the arguments of one command. Errors: `UsageError` for an unknown or repeated option, a missing or
 * surplus value, or a value outside its choices. Required options are checked apart (`requireOptions`), so
 * that `--help` works without them.
 */
export function readArguments(args: readonly string[], command: CommandSpec): Arguments {
  const specs = new Map(command.options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      command.options.map((option) => [
        option.name,
        {
          type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const),
          multiple: true,
          ...(option.name === 'help' ? { short: 'h' } : {}),
        },
      ]),
    ),
  });
  const texts = new Map<string, string>();
  const files = new Map<string, string[]>();
  const flags = new Set<string>();
  const operands: string[] = [];
  let open: string[] | null = null;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      open = null;
      continue;
    }
    if (token.kind === 'positional') {
      (open ?? operands).push(token.value);
      continue;
    }
    open = null;
    const spec = specs.get(token.name);
    if (spec === undefined) throw unknownOption(token.rawName, command);
    const value = token.value;
    if (spec.kind === 'flag') {
      if (value !== undefined) throw usage('cli.option-takes-no-value', spec);
      flags.add(spec.name);
      continue;
    }
    if (value === undefined || value === '' || (value.startsWith('-') && token.inlineValue !== true)) {
      throw usage('cli.option-needs-value', spec);
    }
    if (spec.kind === 'files' || spec.kind === 'texts') {
      open = files.get(spec.name) ?? [];
      files.set(spec.name, open);
      open.push(value);
      continue;
    }
    if (texts.has(spec.name)) throw usage('cli.option-twice', spec);
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      throw new UsageError({
        code: 'cli.option-choice',
        facts: { option: `--${spec.name}`, typed: value, choices: spec.choices },
      });
    }
    texts.set(spec.name, value);
  }
  if (command.operand === null && operands.length > 0) {
    throw new UsageError({ code: 'cli.surplus-operand', facts: { typed: operands[0] ?? '' } });
  }
  if (command.operand !== null && !command.operand.many && operands.length > 1) {
    throw new UsageError({ code: 'cli.surplus-operand', facts: { typed: operands[1] ?? '' } });
  }
  return { texts, files, flags, operands };
}

const usage = (code: string, spec: OptionSpec): UsageError =>
  new UsageError({ code, facts: { option: `--${spec.name}` } });

/** Errors: `UsageError` naming every required option (or the files) that is missing. */
export function requireOptions(found: Arguments, command: CommandSpec): void {
  const missing = command.options
    .filter((option) => option.required === true && !found.texts.has(option.name))
    .filter((option) => (found.files.get(option.name) ?? []).length === 0)
    .map((option) => `--${option.name}`);
  if (missing.length > 0) {
    throw new UsageError({
      code: 'cli.option-missing',
      facts: { command: command.name, options: missing, count: missing.length },
    });
  }
  if (command.operand !== null && found.operands.length === 0) {
    throw new UsageError({ code: 'cli.operand-missing', facts: { command: command.name } });
  }
}
