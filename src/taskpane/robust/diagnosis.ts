import type { FileRole, State } from '../state/state';
import type { Defect } from './defects';

/** What a diagnosis says of its surroundings. */
export interface Around {
  readonly version: string;
  readonly at: string;
  readonly browser: string;
  readonly isInExcel: boolean;
}

/** A place in our own program: the name of a function with file, line and column. Texts of messages aren't kept. */
const PLACES: readonly RegExp[] = [
  /^\s*at (?:async )?(?:new )?([\w$.<>]{1,80})?(?: \[as [\w$]+\])? ?\(?(?:[^()\s]*\/)?([\w-]+(?:\.[\w-]+)*\.[jt]sx?):(\d+):(\d+)\)?$/,
  /^([\w$.<>/*]{0,80})@(?:[^()\s]*\/)?([\w-]+(?:\.[\w-]+)*\.[jt]sx?):(\d+):(\d+)$/,
];
const MOST_PLACES = 30;

/**
 * The places in a stack trace, without the text of the error: that may hold what stood in somebody's file.
 * @example placesOf('TypeError: secret\n    at read (http://localhost/a.js:3:7)') // ['read a.js:3:7']
 */
export function placesOf(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      for (const form of PLACES) {
        const [, name, file, row, column] = form.exec(line) ?? [];
        if (file) return [`${name === undefined || name === '' ? '?' : name} ${file}:${row}:${column}`];
      }
      return [];
    })
    .slice(0, MOST_PLACES);
}

const kindOf = (name: string): string =>
  /\.(csv|txt|xlsx|xlsm|xml|json|zip)$/i.exec(name)?.[1]?.toLowerCase() ?? 'other';

/**
 * What helps to find a mistake of ours: version, step, sizes and the place in the program. No names of files or
 * providers, no labels, amounts, texts of errors or anything else that was typed or read.
 */
export function diagnosisOf(state: State, seen: readonly Defect[], around: Around): object {
  const roles = Object.entries(state.files) as [FileRole, State['files'][FileRole]][];
  return {
    product: 'plafondwijzer',
    ...around,
    language: state.language,
    task: state.task,
    step: state.step,
    isDemo: state.isDemo,
    busy: state.busy?.stage ?? null,
    rulebook: state.settings.ownRulebook ? 'own' : state.settings.rulebook,
    files: Object.fromEntries(
      roles
        .filter(([, files]) => files.length > 0)
        .map(([role, files]) => [role, files.map(({ name, size }) => ({ kind: kindOf(name), size }))]),
    ),
    workbooks: state.books.map(({ grid }) => ({
      sheets: grid.sheets.length,
      cells: grid.sheets.reduce((sum, { cells }) => sum + cells.length, 0),
      formulas: grid.sheets.reduce(
        (sum, { cells }) => sum + cells.filter(({ formula }) => formula !== null).length,
        0,
      ),
    })),
    changes: state.plan?.plan.writes.length ?? null,
    filledIn: state.filled?.written.length ?? null,
    problems: state.problems.map(({ code }) => code),
    mistakes: seen.map(({ name, stack }) => ({
      name: /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error',
      places: placesOf(stack),
    })),
  };
}
