import type { Profile } from '../../core';
import type { Json, WorkbookMemory } from '../../workbook';
import { keptOf, NO_FORECAST, readRemembered, type RememberedForecast } from './forecast-state';
import type { Settings, State } from './state';

/** What a workbook remembers of the last time it was filled in. Never an as-of date: that is another each month. */
export interface Remembered {
  readonly settings: Partial<Pick<Settings, 'rulebook' | 'year' | 'provider' | 'decimal'>>;
  readonly aliases: ReadonlyMap<string, string>;
  /** A profile as `readProfile` takes it; null when none was kept, or the user wants the format recognised anew. */
  readonly profile: Json;
  /** Methods and amounts that the user chose in the forecast step. */
  readonly forecast?: RememberedForecast | null;
}

type Members = { readonly [name: string]: Json };
const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What is kept, as far as it can be read: a workbook passes through many hands. Null when there is nothing. */
export async function recall(memory: WorkbookMemory): Promise<Remembered | null> {
  const [settings, profile] = [await memory.get('settings'), await memory.get('profile')];
  const forecast = readRemembered(await memory.get('forecast'));
  const known = isMembers(settings) ? settings : {};
  const aliases = isMembers(known['aliases'] ?? null) ? (known['aliases'] as Members) : {};
  const { decimal } = known;
  const rulebook = textOf(known['rulebook']);
  const year = textOf(known['year']);
  const provider = textOf(known['provider']);
  if (settings === null && profile === null && forecast === null) return null;
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
    forecast,
  };
}

/** The choices that next month needs: the document `settings`. */
export const choicesOf = ({
  settings: { rulebook, year, provider, decimal },
  aliases,
}: Pick<State, 'settings' | 'aliases'>): Json => ({
  rulebook,
  year,
  provider,
  decimal,
  aliases: Object.fromEntries(aliases),
});

/** Keeps what next month needs: the choices, the products by label, the format. Errors: `WorkbookError`. */
export async function remember(
  memory: WorkbookMemory,
  { settings, aliases, forecast }: Pick<State, 'settings' | 'aliases' | 'forecast'>,
  profile: Profile,
): Promise<void> {
  await memory.set('settings', choicesOf({ settings, aliases }));
  if (forecast !== NO_FORECAST) await memory.set('forecast', keptOf(forecast));
  await memory.set('profile', JSON.parse(JSON.stringify(profile)) as Json);
}
