import type { Profile } from '../../core';
import type { Json, WorkbookMemory } from '../../workbook';
import type { Settings, State } from './state';

/** What a workbook remembers of the last time it was filled in. Never an as-of date: that is another each month. */
export interface Remembered {
  readonly settings: Partial<Pick<Settings, 'rulebook' | 'year' | 'provider' | 'decimal'>>;
  readonly aliases: ReadonlyMap<string, string>;
  /** A profile as `readProfile` takes it; null when none was kept, or the user wants the format recognised anew. */
  readonly profile: Json;
}

type Members = { readonly [name: string]: Json };
const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What is kept, as far as it can be read: a workbook passes through many hands. Null when there is nothing. */
export async function recall(memory: WorkbookMemory): Promise<Remembered | null> {
  const [settings, profile] = [await memory.get('settings'), await memory.get('profile')];
  const known = isMembers(settings) ? settings : {};
  const aliases = isMembers(known['aliases'] ?? null) ? (known['aliases'] as Members) : {};
  const { decimal } = known;
  const rulebook = textOf(known['rulebook']);
  const year = textOf(known['year']);
  const provider = textOf(known['provider']);
  if (settings === null && profile === null) return null;
  return {
    settings: {
      ...(rulebook === undefined ? {} : { rulebook }),
      ...(year === undefined ? {} : { year }),
      ...(provider === undefined ? {} : { provider }),
      ...(decimal === 'comma' || decimal === 'point' ? { decimal } : {}),
    },
    aliases: new Map(
      Object.entries(aliases).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    profile,
  };
}

/** Keeps what next month needs: the choices, the products by label, the format. Errors: `WorkbookError`. */
export async function remember(
  memory: WorkbookMemory,
  { settings, aliases }: Pick<State, 'settings' | 'aliases'>,
  profile: Profile,
): Promise<void> {
  const { rulebook, year, provider, decimal } = settings;
  await memory.set('settings', { rulebook, year, provider, decimal, aliases: Object.fromEntries(aliases) });
  await memory.set('profile', JSON.parse(JSON.stringify(profile)) as Json);
}
