import type { Message } from '../values/message';
import { productMatches, summarise } from './block-summary';
import { DomainIndex, sameDomain } from './domains';
import type { Draft, TablePlace } from './draft';
import { draftTable, type TableNote } from './draft-cells';
import { a1, type DefinedName, type WorkbookGrid } from './grid';
import type { BlockSummary, DetectionContext, Layout, ProductMatch, Slot, TotalCell } from './layout';
import { groupBy } from './multimap';
import { ProductIndex } from './products';
import { nameLocations } from './locations';
import { settle } from './settle';
import { weedDrafts } from './weed-drafts';
import { viewsOf, type SheetView } from './sheet-view';
import type { Lexicon } from './table-facts';
import { findTables } from './tables';
import {
  commonYear,
  coverFacts,
  domainOfSheet,
  findHeaders,
  providerOf,
  statedYear,
  titlePhases,
} from './workbook-facts';

/**
 * Recognises what the cells of a prognosis workbook ask for, in whatever layout: which product, month, measure
 * and phase each stands for, which are inputs and which totals. Works on texts, dates, formulas, formats and
 * merges only. What isn't certain ends up in `remarks` (questions) or with `product: null`, never in a guess.
 * Errors: none; a workbook without any table gives an empty layout with a remark.
 * @example detectLayout(workbook, context).slots.length // 108
 */
export function detectLayout(workbook: WorkbookGrid, context: DetectionContext): Layout {
  const domains = new DomainIndex(context);
  const lexicon: Lexicon = {
    products: new ProductIndex(context, sameDomain),
    domains,
    year: context.year,
  };
  const remarks: Message[] = [];
  const views = viewsOf(workbook);
  const tables: TablePlace[] = [];
  const bare: number[] = [];
  views.forEach((view, sheet) => {
    const found = findTables(view, lexicon);
    if (found.length === 0) bare.push(sheet);
    for (const table of found) tables.push({ table, sheet });
  });

  const headers = findHeaders(views, tables, context, domains);
  const isSeen = ({ sheet }: TablePlace): boolean => views[sheet]?.grid.visibility === 'visible';
  const stated = statedYear(headers, tables.some(isSeen) ? tables.filter(isSeen) : tables, context);
  const cover = coverFacts(views, bare, domains);

  const drafts: Draft[] = [];
  const titlePhase = titlePhases(tables);
  const notes = tables.map(({ table, sheet }, index) =>
    draftTable(drafts, table, sheet, index, {
      lexicon,
      context,
      stated,
      coverScale: cover.scale,
      coverDomain: cover.domain,
      headerDomain: domainOfSheet(headers, views[sheet]?.name ?? '', domains),
      titlePhase,
      pivots: views[sheet]?.grid.pivots ?? [],
    }),
  );

  const kept = weedDrafts(drafts, views, context);
  const { slots, totals } = settle(kept, views, workbook, tables);
  nameLocations(slots, tables, views);
  const { blocks, blockOf, products } = describeBlocks(
    tables,
    notes,
    slots,
    totals,
    views,
    context,
    remarks,
    workbook.names,
  );
  tables.forEach(({ table, sheet }, index) => {
    if (notes[index]?.isFourWeekly) {
      remarks.push({
        code: 'prognosis.four-weeks',
        facts: { sheet: views[sheet]?.name ?? '', row: table.bandTop + 1 },
      });
    } else if (notes[index]?.lacksYears) {
      remarks.push({
        code: 'prognosis.years-asked',
        facts: { sheet: views[sheet]?.name ?? '', row: table.bandTop + 1 },
      });
    } else if (notes[index]?.foreign && !blockOf.has(index)) {
      remarks.push({
        code: 'prognosis.table-foreign',
        facts: { sheet: views[sheet]?.name ?? '', row: table.bandTop + 1 },
      });
    }
  });
  remarkSheets(views, slots, remarks);
  if (blocks.length === 0) remarks.push({ code: 'prognosis.nothing-found', facts: { file: workbook.file } });

  const asOf = headers.find((header) => header.what === 'as-of' && header.value !== null)?.value ?? null;
  const provider = providerOf(headers, context);
  const year = stated ?? commonYear(slots);
  if (year !== null && year !== context.year) {
    remarks.push({
      code: 'prognosis.year-differs',
      facts: { found: String(year), expected: String(context.year) },
    });
  }
  const finalSlots = slots.map((draft): Slot => toSlot(draft, views, blockOf, lexicon));
  return {
    file: workbook.file,
    provider,
    year,
    asOf,
    slots: finalSlots,
    totals: totals.map((draft) => toTotal(draft, views)),
    headers: headers.map(({ sheet, row, col, what, text, role }) => ({ sheet, row, col, what, text, role })),
    blocks,
    products,
    remarks,
  };
}

/** The tables with slots, in words for the user, and what to ask or tell about each. */
function describeBlocks(
  tables: readonly TablePlace[],
  notes: readonly TableNote[],
  slots: readonly Draft[],
  totals: readonly Draft[],
  views: readonly SheetView[],
  context: DetectionContext,
  remarks: Message[],
  names: readonly DefinedName[],
): { blocks: BlockSummary[]; blockOf: Map<number, number>; products: ProductMatch[] } {
  const blocks: BlockSummary[] = [];
  const blockOf = new Map<number, number>();
  const products: ProductMatch[] = [];
  const slotsOf = byTable(slots);
  const totalsOf = byTable(totals);
  tables.forEach(({ table, sheet }, index) => {
    const own = slotsOf.get(index) ?? [];
    if (own.length === 0) return;
    blockOf.set(index, blocks.length);
    const sheetName = views[sheet]?.name ?? '';
    const matches = productMatches(table, sheetName, own);
    products.push(...matches);
    const note = notes[index];
    const assumed = note?.measureAssumed ?? false;
    const block = summarise(
      table,
      own,
      totalsOf.get(index) ?? [],
      matches,
      assumed,
      note?.scaleSource ?? null,
      names,
    );
    blocks.push(block);
    if (assumed)
      remarks.push({
        code: own.some((slot) => slot.asked) ? 'prognosis.measure-asked' : 'prognosis.measure-assumed',
        facts: { sheet: sheetName, range: block.range },
      });
    remarkMatches(matches, remarks);
    for (const year of note?.otherYears ?? []) {
      remarks.push({
        code: 'prognosis.other-year',
        facts: { sheet: sheetName, year, expected: context.year },
      });
    }
  });
  return { blocks, blockOf, products };
}

const byTable = (drafts: readonly Draft[]): Map<number, Draft[]> => groupBy(drafts, (draft) => draft.table);

/** Labels of no or an uncertain product. */
function remarkMatches(matches: readonly ProductMatch[], remarks: Message[]): void {
  for (const { sheet, row, col, label, product, how, candidates } of matches) {
    const place = { sheet, cell: a1(row, col), label };
    if (product === null) {
      remarks.push(
        candidates.length > 0
          ? { code: 'prognosis.label-ambiguous', facts: { ...place, candidates } }
          : { code: 'prognosis.label-unknown', facts: place },
      );
    } else if (how === 'fuzzy') {
      remarks.push({ code: 'prognosis.label-alike', facts: { ...place, product } });
    }
  }
}

/** Sheets with texts but without a table, and hidden sheets with one. */
function remarkSheets(views: readonly SheetView[], slots: readonly Draft[], remarks: Message[]): void {
  const known = new Set(slots.map((slot) => slot.sheet));
  views.forEach((view, sheet) => {
    if (!known.has(sheet) && view.rows.size > 0)
      remarks.push({ code: 'prognosis.sheet-without-table', facts: { sheet: view.name } });
    if (known.has(sheet) && view.grid.visibility !== 'visible')
      remarks.push({ code: 'prognosis.sheet-hidden', facts: { sheet: view.name } });
  });
}

function toSlot(
  draft: Draft,
  views: readonly SheetView[],
  blockOf: ReadonlyMap<number, number>,
  lexicon: Lexicon,
): Slot {
  const block = blockOf.get(draft.table);
  const slot: { -readonly [K in keyof Slot]: Slot[K] } = {
    sheet: views[draft.sheet]?.name ?? '',
    row: draft.row,
    col: draft.col,
    measure: draft.measure,
    label: draft.label,
    product: draft.product,
    period: draft.period,
    domain: draft.domain ?? (draft.product === null ? null : lexicon.products.domainOf(draft.product)),
    phase: draft.phase ?? 'any',
    scale: draft.scale,
    role: draft.role,
  };
  // What a slot lacks is absent. Spreading it in takes several times as long, and there may be a million slots.
  if (draft.client !== null) slot.client = draft.client;
  if (draft.unit !== null) slot.unit = draft.unit;
  if (draft.asked) slot.asked = true;
  if (draft.location !== null) slot.location = draft.location;
  if (block !== undefined) slot.block = block;
  return slot;
}

function toTotal(draft: Draft, views: readonly SheetView[]): TotalCell {
  return {
    sheet: views[draft.sheet]?.name ?? '',
    row: draft.row,
    col: draft.col,
    measure: draft.measure,
    domain: draft.domain,
    label: draft.hasProduct ? draft.label : null,
    period: draft.period,
    scale: draft.scale,
    formula: draft.formula !== null,
    over: draft.over ?? [],
  };
}
