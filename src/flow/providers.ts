import { providerKey, sameProvider } from '../core';

/** Different providers among names, in order and in their first spelling; blank names don't count. */
export function distinctProviders(names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    if (name.trim() === '') continue;
    const key = providerKey(name);
    if (!found.has(key)) found.set(key, name);
  }
  return [...found.values()];
}

/** The provider among known ones that a name means; undefined when it is none of them. */
export const findProvider = (known: readonly string[], name: string): string | undefined =>
  known.find((candidate) => sameProvider(candidate, name));
