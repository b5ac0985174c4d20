import { CoreError, type Message } from '../core';
import { say, type Language } from '../messages';
import { readArguments, requireOptions, unknownName, type Arguments } from './arguments';
import { anonymiseCommand } from './commands/anonymise';
import { capacityCommand } from './commands/capacity';
import { check } from './commands/check';
import { compare } from './commands/compare';
import { equaliseCommand } from './commands/equalise';
import { fill } from './commands/fill';
import { forecast } from './commands/forecast';
import { inspect } from './commands/inspect';
import { match } from './commands/match';
import { finance, region, wlz } from './commands/rule-reports';
import { allocationsCommand } from './commands/open-allocations';
import { rulebook } from './commands/rulebook';
import { space } from './commands/space';
import type { Engine } from './engine';
import { issuesOf, systemCode, UsageError } from './failure';
import { commandHelp, generalHelp } from './help';
import { COMMANDS, type CommandSpec } from './options';
import { EXIT, openSession, sayIssue, type Exit, type Session } from './session';
import type { World } from './world';

type Command = (found: Arguments, session: Session, engine: Engine) => Promise<Exit>;

const RUNNERS: Readonly<Record<string, Command>> = {
  allocations: allocationsCommand,
  anonymise: anonymiseCommand,
  capacity: capacityCommand,
  fill,
  check,
  compare,
  forecast,
  inspect,
  equalise: equaliseCommand,
  match,
  space,
  finance,
  region,
  wlz,
  rulebook,
};

/** The language asked for anywhere on the command line, known before the rest is understood. */
function languageOf(args: readonly string[]): Language {
  const at = args.lastIndexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'nl';
}

/**
 * Carries out one command line and returns its exit status: 0 fine, 1 violations found, 2 input can't be
 * used, 3 a defect of ours. Never throws.
 */
export async function run(args: readonly string[], world: World, engine: Engine): Promise<Exit> {
  const language = languageOf(args);
  let command: CommandSpec | null = null;
  try {
    const [first, ...rest] = args.filter((arg, index) => !isLeadingLanguage(args, arg, index));
    if (first === '--version') {
      await world.out(`${world.version}\n`);
      return EXIT.fine;
    }
    if (first === undefined) {
      world.err(generalHelp(language));
      return EXIT.unusable;
    }
    if (first === '--help' || first === '-h' || first === 'help') {
      const about = COMMANDS.find((known) => known.name === rest.find((arg) => !arg.startsWith('-')));
      await world.out(about === undefined ? generalHelp(language) : commandHelp(about, language));
      return EXIT.fine;
    }
    command = findCommand(first);
    const found = readArguments(rest, command);
    if (found.flags.has('help')) {
      await world.out(commandHelp(command, language));
      return EXIT.fine;
    }
    requireOptions(found, command);
    const session = openSession(world, found);
    const runner = RUNNERS[command.name];
    if (runner === undefined) throw new Error(`No runner for ${command.name}.`);
    try {
      return await runner(found, session, engine);
    } finally {
      session.clearProgress();
    }
  } catch (error) {
    return tellFailure(error, command, world, language);
  }
}

/** `--lang en` may also stand before the command. */
const isLeadingLanguage = (args: readonly string[], arg: string, index: number): boolean =>
  (index === 0 && (arg === '--lang' || arg.startsWith('--lang='))) || (index === 1 && args[0] === '--lang');

function findCommand(typed: string): CommandSpec {
  const known = COMMANDS.find((command) => command.name === typed);
  if (known) return known;
  throw unknownName(
    typed.startsWith('-') ? 'cli.unknown-general-option' : 'cli.unknown-command',
    typed,
    typed.startsWith('-') ? ['--help', '--version', '--lang'] : COMMANDS.map((command) => command.name),
  );
}

const nameOf = (error: unknown): string => {
  if (error instanceof CoreError) return error.code;
  return error instanceof Error ? error.name : String(systemCode(error) ?? typeof error);
};

function tellFailure(error: unknown, command: CommandSpec | null, world: World, language: Language): Exit {
  const line = (message: Message): void => world.err(`plafondwijzer: ${say(message, language)}\n`);
  if (error instanceof UsageError) {
    line(error.detail);
    const about = command === null ? '' : `${command.name} `;
    world.err(
      `${say({ code: 'cli.see-help', facts: { command: `plafondwijzer ${about}--help` } }, language)}\n`,
    );
    return EXIT.unusable;
  }
  const issues = issuesOf(error);
  if (issues !== null && issues.length > 0) {
    for (const issue of issues) world.err(`plafondwijzer: ${sayIssue(issue, language)}\n`);
    return EXIT.unusable;
  }
  const name = nameOf(error);
  line({ code: 'cli.defect', facts: { error: name, version: world.version } });
  // The message and the stack may quote data, so they come only when asked for.
  if (world.env['PLAFONDWIJZER_DEBUG'] === '1') {
    world.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  } else line({ code: 'cli.defect-debug', facts: {} });
  return EXIT.defect;
}
