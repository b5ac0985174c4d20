/** Puts a value under a key in a map of sets. */
export function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/** Puts a value at the end of the list under a key. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Items by a key, in their order. Neighbours mostly share their key: it is looked up once for a run of them.
 * Items with a null key are left out.
 */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let last: K | null = null;
  let list: T[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    if (key !== last) {
      list = groups.get(key) ?? [];
      if (list.length === 0) groups.set(key, list);
      last = key;
    }
    list.push(item);
  }
  return groups;
}
