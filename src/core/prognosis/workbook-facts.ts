import type { DomainIndex } from './domains';
import type { Draft, TablePlace } from './draft';
import { findHeaderCells, type FoundHeader } from './header-cells';
import type { DetectionContext } from './layout';
import { readPhrase, type Phase } from './phrases';
import type { SheetView } from './sheet-view';
import type { Table } from './table-facts';
import { sheetTexts } from './titles';

/** Cells outside the tables that state the as-of day, provider, year or domain. */
export function findHeaders(
  views: readonly SheetView[],
  tables: readonly TablePlace[],
  context: DetectionContext,
  domains: DomainIndex,
): FoundHeader[] {
  return views.flatMap((view, sheet) => {
    const own = tables.filter((entry) => entry.sheet === sheet).map((entry) => entry.table);
    const isTaken = (row: number, col: number): boolean =>
      own.some(
        (table) =>
          row >= table.bandTop &&
          row <= Math.max(table.bandBottom, table.rows[table.rows.length - 1]?.row ?? 0) &&
          (table.labels.has(col) || table.heads.some((head) => head.col === col)),
      );
    return findHeaderCells(view, context, domains, isTaken, 200);
  });
}

/** The provider that the workbook states: a known one first. */
export function providerOf(headers: readonly FoundHeader[], context: DetectionContext): string | null {
  const found = headers.filter((header) => header.what === 'provider' && header.value !== null);
  const known = found.find((header) => context.providers.includes(header.value ?? ''));
  return (known ?? found[0])?.value ?? null;
}

/** The one domain that the header cells of a sheet state. */
export function domainOfSheet(
  headers: readonly FoundHeader[],
  sheet: string,
  domains: DomainIndex,
): string | null {
  const own = headers.filter(
    (header) => header.what === 'domain' && header.sheet === sheet && header.value !== null,
  );
  return own.length === 1 ? domains.mentioned(own[0]?.value ?? '') : null;
}

/** The year that header cells or titles state; null for none or several. */
export function statedYear(
  headers: readonly FoundHeader[],
  tables: readonly { table: Table }[],
  context: DetectionContext,
): number | null {
  const years = new Set<number>();
  for (const header of headers) {
    if (header.what === 'year' && header.value !== null) years.add(Number(header.value));
  }
  if (years.size === 0)
    for (const { table } of tables) if (table.title.year !== null) years.add(table.title.year);
  if (years.has(context.year)) return context.year;
  // A later sheet of another year (`2022`) says nothing about a first table that names none.
  const [first] = tables;
  if (
    !headers.some(({ what, value }) => what === 'year' && value !== null) &&
    first?.table.title.year === null
  )
    return null;
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** The one year of all slots. */
export function commonYear(slots: readonly Draft[]): number | null {
  const years = new Set(slots.map((slot) => Number(slot.period.from.slice(0, 4))));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Scale and domain that a cover sheet states for the whole workbook. */
export function coverFacts(
  views: readonly SheetView[],
  bare: readonly number[],
  domains: DomainIndex,
): { scale: 1 | 1000 | null; domain: string | null } {
  let scale: 1 | 1000 | null = null;
  const found = new Set<string>();
  for (const sheet of bare) {
    const view = views[sheet];
    if (!view) continue;
    for (const text of sheetTexts(view)) {
      const phrase = readPhrase(text.slice(0, 160));
      if (phrase.scale !== null) scale ??= phrase.scale;
      const domain = domains.mentioned(text);
      if (domain !== null && text.length < 60) found.add(domain);
    }
  }
  return { scale, domain: found.size === 1 ? ([...found][0] ?? null) : null };
}

/** Whether titles or sheet names tell production and forecast apart: only then do they decide a phase. */
export function titlePhases(tables: readonly TablePlace[]): boolean {
  const phases = new Set<Phase>();
  for (const { table } of tables) {
    if (table.title.phase) phases.add(table.title.phase);
    for (const row of table.rows) if (row.phase) phases.add(row.phase);
  }
  return phases.size === 2;
}
