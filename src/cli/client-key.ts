import type { ClientChoice } from '../flow';
import { KeyError, keyFromText } from '../intake';
import type { Arguments } from './arguments';
import { fileProblem, UsageError } from './failure';
import { findFile, readBytes, type FoundFile } from './input-files';

/** Where the key of the pseudonyms may stand instead of in a file. */
export const KEY_VARIABLE = 'PLAFONDWIJZER_KEY';

/**
 * How clients are named: the key of `--key`, else of the environment, else none (one for this run only).
 * The key file counts as an input, so that no output may take its place.
 * Errors: `FileProblem` or `UsageError` when there is a key that can't be used.
 */
export async function clientChoice(
  found: Arguments,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly clients: ClientChoice; readonly file: FoundFile | null }> {
  const keepOwnNumbers = found.flags.has('keep-client-numbers');
  const typed = found.texts.get('key');
  const variable = env[KEY_VARIABLE];
  try {
    if (typed !== undefined) {
      const file = await findFile(typed, cwd);
      const key = keyFromText(new TextDecoder().decode(await readBytes(file)));
      return { clients: { key, keepOwnNumbers }, file };
    }
    const key = variable === undefined || variable === '' ? null : keyFromText(variable);
    return { clients: { key, keepOwnNumbers }, file: null };
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw typed === undefined
      ? new UsageError({ code: error.code, facts: {} })
      : fileProblem(error.code, typed);
  }
}

/** Providers by AGB code, from `--agb CODE=NAME`. Errors: `UsageError` for anything else. */
export function providerNames(found: Arguments): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const typed of found.files.get('agb') ?? []) {
    const [, code, name] = /^\s*(\d{8})\s*=\s*(.*\S)\s*$/.exec(typed) ?? [];
    if (code === undefined || name === undefined) {
      throw new UsageError({ code: 'cli.agb-unreadable', facts: { typed } });
    }
    names.set(code, name);
  }
  return names;
}
