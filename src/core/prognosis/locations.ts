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
  for (const slot of slots) {
    if (slot.product === null || slot.measure === 'tariff' || slot.location !== null) continue;
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
