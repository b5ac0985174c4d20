import { say, type Language } from '../messages';
import { COMMANDS, type CommandSpec, type OptionSpec } from './options';

const words = (code: string, language: Language, facts: Record<string, string> = {}): string =>
  say({ code, facts }, language);

function valueText(option: OptionSpec, language: Language): string {
  if (option.kind === 'flag') return '';
  if (option.choices !== undefined) return ` ${option.choices.join('|')}`;
  const name = option.value === undefined ? '' : words(`cli.value.${option.value}`, language);
  return ` ${name}${option.kind === 'files' || option.kind === 'texts' ? '…' : ''}`;
}

function usageLines(command: CommandSpec, language: Language): string[] {
  const start = `  plafondwijzer ${command.name}`;
  const parts = command.options
    .filter((option) => option.name !== 'help')
    .map((option) => {
      const text = `--${option.name}${valueText(option, language)}`;
      return option.required === true ? text : `[${text}]`;
    });
  if (command.operand !== null) {
    const name = words(`cli.value.${command.operand.value}`, language);
    parts.unshift(command.operand.many ? `${name}…` : name);
  }
  const lines: string[] = [];
  let line = start;
  for (const part of parts) {
    if (line.length + 1 + part.length > 80) {
      lines.push(line);
      line = `      ${part}`;
    } else line = `${line} ${part}`;
  }
  lines.push(line);
  return lines;
}

function fold(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > 80) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** Help on the whole program. */
export function generalHelp(language: Language): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return [
    words('cli.help.title', language),
    '',
    words('cli.help.usage', language),
    `  plafondwijzer ${words('cli.value.command', language)} […]`,
    `  plafondwijzer ${words('cli.value.command', language)} --help`,
    '',
    words('cli.help.commands', language),
    ...COMMANDS.map(
      (command) =>
        `  ${command.name.padEnd(width)}  ${fold(words(`cli.command.${command.name}`, language), width + 4)}`,
    ),
    '',
    words('cli.help.exit', language),
    ...['0', '1', '2', '3'].map((status) => `  ${status}  ${words(`cli.exit.${status}`, language)}`),
    '',
  ].join('\n');
}

/** Help on one command. */
export function commandHelp(command: CommandSpec, language: Language): string {
  const heads = command.options.map((option) => `--${option.name}${valueText(option, language)}`);
  const width = Math.min(28, Math.max(...heads.map((head) => head.length)));
  const lines = [
    fold(words(`cli.command.${command.name}`, language), 0),
    '',
    words('cli.help.usage', language),
    ...usageLines(command, language),
    '',
    words('cli.help.options', language),
  ];
  command.options.forEach((option, index) => {
    const text = fold(words(`cli.option.${option.name}`, language), width + 4);
    const head = heads[index] ?? '';
    if (head.length <= width) lines.push(`  ${head.padEnd(width)}  ${text}`);
    else lines.push(`  ${head}`, `${' '.repeat(width + 4)}${text}`);
  });
  lines.push('', fold(words(`cli.notes.${command.name}`, language), 0), '');
  return lines.join('\n');
}
