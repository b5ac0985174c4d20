import type { Draft, TablePlace } from './draft';
import { pushTo } from './multimap';
import type { SheetView } from './sheet-view';

/**
 * Cells of several tables that stand for the same product, month and measure differ by something that no word
 * for a location announced: sheets `Zutphen` and `Lochem`, blocks under such titles. The sheet's name or the
 * title that differs then is their location. Tables that differ in neither stay as they are.
 */
export function nameLocations(
  slots: readonly Draft[],
  tables: readonly TablePlace[],
  views: readonly SheetView[],
): void {
  const same = new Map<string, Draft[]>();
  const shared = inSeveralTables(slots);
  if (shared.size === 0) return;
  for (const slot of slots) {
    if (slot.product === null || slot.measure === 'tariff' || slot.location !== null) continue;
    if (!shared.has(slot.product)) continue;
    const { measure, domain, period, phase, client } = slot;
    pushTo(
      same,
      [slot.product, measure, domain ?? '', period.from, period.until, phase ?? '', client ?? ''].join(
        '\u0000',
      ),
      slot,
    );
  }
  const rivals = new Set<number>();
  for (const list of same.values()) {
    const own = new Set(list.map((slot) => slot.table));
    if (own.size > 1) for (const table of own) rivals.add(table);
  }
  if (rivals.size === 0) return;
  const names = new Map<number, string>();
  const sheets = new Set([...rivals].map((table) => tables[table]?.sheet));
  for (const table of rivals) {
    const place = tables[table];
    if (!place) continue;
    const title = place.table.titleTexts[place.table.titleTexts.length - 1] ?? '';
    const name = sheets.size === rivals.size ? (views[place.sheet]?.name ?? '') : title;
    if (name !== '') names.set(table, name);
  }
  // Names that repeat tell nothing apart.
  if (new Set(names.values()).size !== rivals.size) return;
  for (const slot of slots) {
    const name = rivals.has(slot.table) && slot.location === null ? names.get(slot.table) : undefined;
    if (name !== undefined) slot.location = name;
  }
}

/** Products with slots in more than one table: only they can stand for the same twice. */
function inSeveralTables(slots: readonly Draft[]): ReadonlySet<string> {
  const tableOf = new Map<string, number>();
  const several = new Set<string>();
  let lastProduct: string | null = null;
  let lastTable = -1;
  for (const { product, table } of slots) {
    if (product === null || (product === lastProduct && table === lastTable)) continue;
    const known = tableOf.get(product);
    if (known === undefined) tableOf.set(product, table);
    else if (known !== table) several.add(product);
    lastProduct = product;
    lastTable = table;
  }
  return several;
}
