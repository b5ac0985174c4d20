import type { Message } from '../core';
import type { Progress } from '../flow';
import { say, sayPlace, type Language } from '../messages';
import type { Issue } from '../core';
import type { Arguments } from './arguments';
import type { World } from './world';

/** One command being carried out: where it speaks, and in which language. */
export interface Session {
  readonly world: World;
  readonly language: Language;
  readonly format: 'text' | 'json';
  readonly quiet: boolean;
  /** A remark beside the result; left out with `--quiet`. */
  remark(message: Message): void;
  /** A problem; never left out. */
  problem(issue: Issue): void;
  readonly progress: Progress;
  /** Takes the progress line away before other output. */
  clearProgress(): void;
}

/** Exit status of the command line. */
export const EXIT = { fine: 0, violations: 1, unusable: 2, defect: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/**
 * An issue as one line: where, then what. The place is left out where the sentence names the file itself.
 */
export function sayIssue(issue: Issue, language: Language): string {
  const sentence = say(issue, language);
  const place = sayPlace(issue.place, language);
  if (place === '' || sentence.startsWith(place)) return sentence;
  return `${place}: ${sentence}`;
}

const STAGES = [
  'production',
  'forecast',
  'ceilings',
  'tariffs',
  'allocations',
  'anonymise',
  'workbook',
  'fill',
  'check',
  'estimate',
  'report',
];

export function openSession(world: World, found: Arguments): Session {
  const language: Language = found.texts.get('lang') === 'en' ? 'en' : 'nl';
  const format = found.texts.get('format') === 'json' ? 'json' : 'text';
  const quiet = found.flags.has('quiet');
  const showsProgress = world.errIsTerminal && !quiet;
  let shown = '';
  const clearProgress = (): void => {
    if (shown !== '') world.err('\r\u001b[K');
    shown = '';
  };
  return {
    world,
    language,
    format,
    quiet,
    clearProgress,
    remark(message) {
      if (quiet) return;
      clearProgress();
      world.err(`${say(message, language)}\n`);
    },
    problem(issue) {
      clearProgress();
      world.err(`plafondwijzer: ${sayIssue(issue, language)}\n`);
    },
    progress: {
      signal: null,
      report(stage, file, done) {
        if (!showsProgress) return;
        const what = STAGES.includes(stage)
          ? say({ code: `cli.stage.${stage}`, facts: {} }, language)
          : stage;
        const part = done === null ? '' : ` ${Math.floor(done * 100)}%`;
        const width = (world.columns ?? 80) - 1;
        const line = [what, file].filter((word) => word !== null).join(' ') + part;
        const fitting = line.length > width ? line.slice(0, width) : line;
        if (fitting === shown) return;
        shown = fitting;
        world.err(`\r\u001b[K${fitting}`);
      },
    },
  };
}
