import {
  questionsOf,
  type AliasQuestion,
  type KnownProduct,
  type Layout,
  type Measure,
  type Profile,
} from '../core';
import { readGrid, readProfile, recogniseAnswered } from './fill';
import type { PrognosisFile, ProfileFile } from './types';

/** What may be known when a workbook is only looked at. */
export interface InspectContext {
  readonly year: number;
  readonly asOf: string;
  readonly products?: readonly KnownProduct[];
  readonly providers?: readonly string[];
  readonly aliases?: ReadonlyMap<string, string>;
  /** What was settled earlier about this format, its corrections with it. */
  readonly profile?: ProfileFile | null;
  /** What cells ask for of which nothing in the workbook says it. */
  readonly measure?: Measure;
}

/**
 * What detection sees in a workbook, the profile that would remember it, and the wordings a user has to settle.
 * Issues: as `InputError`.
 */
export async function inspect(
  prognosis: PrognosisFile,
  context: InspectContext,
): Promise<{
  readonly layout: Layout;
  readonly profile: Profile;
  readonly questions: readonly AliasQuestion[];
}> {
  const grid = await readGrid(prognosis.file, () => prognosis.port.read());
  const given = {
    year: context.year,
    asOf: context.asOf,
    products: context.products ?? [],
    providers: context.providers ?? [],
    domains: ['Wmo', 'Jeugdwet', 'Wlz'],
    aliases: context.aliases ?? new Map<string, string>(),
  };
  const known = context.profile ? readProfile(context.profile) : null;
  const { layout, profile } = recogniseAnswered(grid, given, known, undefined, context.measure);
  return { layout, profile, questions: questionsOf(layout, given) };
}
