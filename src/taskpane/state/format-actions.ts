import { normaliseLabel, parseAliases, type Correction, type CorrectionSay } from '../../core';
import { decodeText, type InputFile } from '../../intake';
import type { Pane } from '../context';
import { readAll } from './input-files';
import type { State } from './state';

/** The pane's way to the store. */
type Reach = Pick<Pane, 'store' | 'actions'>;

/** What was corrected so far: here, or by the profile. */
const correctionsOf = ({ corrections, plan }: State): readonly Correction[] =>
  corrections ?? plan?.profile.corrections ?? [];

/** Adds a correction, and plans anew with it. */
export const correct = (reach: Reach, at: Correction['at'], say: CorrectionSay): Promise<void> =>
  correctAll(reach, [{ at, say }]);

/** Adds corrections that belong together, and plans anew with them once. */
export async function correctAll({ store, actions }: Reach, more: readonly Correction[]): Promise<void> {
  store.dispatch({ type: 'corrections', corrections: [...correctionsOf(store.get()), ...more] });
  await actions.replan();
}

/** Takes a correction back, all of them without an index, and plans anew. */
export async function takeBack({ store, actions }: Reach, index: number | null): Promise<void> {
  const corrections = index === null ? [] : correctionsOf(store.get()).filter((_, at) => at !== index);
  store.dispatch({ type: 'corrections', corrections });
  await actions.replan();
}

/** Another choice for rounding of amounts in thousands. */
export async function chooseThousands({ store, actions }: Reach, places: number | null): Promise<void> {
  store.dispatch({ type: 'thousands', places });
  await actions.replan();
}

/** The product that a user chose for a label. */
export async function choose(
  { store, actions }: Reach,
  label: string,
  product: string | null,
): Promise<void> {
  store.dispatch({ type: 'alias', label, product });
  await actions.replan();
}

/** What the user chose for a label, as typed or as an imported table words it. */
export const chosenFor = (aliases: ReadonlyMap<string, string>, label: string): string | undefined =>
  aliases.get(label) ?? aliases.get(normaliseLabel(label));

/** Takes over a table of wordings; what is wrong with it is told with its line. */
export async function loadAliases({ store, actions }: Reach, file: InputFile): Promise<void> {
  const parsed = parseAliases(decodeText(await readAll(file)), file.name);
  if ('issues' in parsed) {
    store.dispatch({ type: 'failed', problems: parsed.issues });
    return;
  }
  store.dispatch({ type: 'aliases', aliases: new Map([...store.get().aliases, ...parsed.aliases]) });
  await actions.replan();
}
