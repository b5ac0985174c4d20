import { monthOf, type Month } from '../values/date';
import type { Message } from '../values/message';
import { a1, formatRange, inRange, type GridCell, type WorkbookGrid } from './grid';
import type {
  BlockSummary,
  DetectionContext,
  Layout,
  Measure,
  PeriodSpan,
  ProductMatch,
  Slot,
  TotalCell,
} from './layout';
import { DomainIndex, sameDomain } from './domains';
import { readFormula } from './formulas';
import { findHeaderCells, type FoundHeader } from './header-cells';
import { readPhrase, type PeriodPhrase, type Phase } from './phrases';
import { ProductIndex } from './products';
import { SheetView } from './sheet-view';
import { findTables, sheetTexts, type ColumnHead, type Lexicon, type RowFacts, type Table } from './tables';
import { normaliseLabel } from './text';

/** A cell with its meaning before it is known whether it is an input or a total. */
interface Draft {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  measure: Measure;
  readonly label: string;
  readonly product: string | null;
  readonly period: PeriodSpan;
  readonly domain: string | null;
  phase: Phase | null;
  readonly scale: 1 | 1000;
  readonly client: string | null;
  readonly unit: string | null;
  readonly table: number;
  readonly rowTotal: boolean;
  readonly colTotal: boolean;
  readonly hasProduct: boolean;
  readonly formula: string | null;
  over: number[] | null;
}

const keyOf = (sheet: number, row: number, col: number): string => `${sheet}:${row}:${col}`;

const MONTH_CACHE = new Map<number, Month>();

function monthAt(year: number, month: number): Month {
  const key = year * 100 + month;
  let known = MONTH_CACHE.get(key);
  if (known === undefined) {
    known = monthOf(year, month);
    MONTH_CACHE.set(key, known);
  }
  return known;
}

const spanOf = (period: PeriodPhrase, year: number): PeriodSpan => ({
  from: monthAt(year, period.from),
  until: monthAt(year, period.until),
});

const contains = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  outer.from <= inner.from && outer.until >= inner.until;
const isWider = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  contains(outer, inner) && (outer.from !== inner.from || outer.until !== inner.until);

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
  const views = workbook.sheets.map((sheet) => new SheetView(sheet, workbook.dateSystem));
  const tables: { table: Table; sheet: number }[] = [];
  const bare: number[] = [];
  views.forEach((view, sheet) => {
    const found = findTables(view, lexicon);
    if (found.length === 0) bare.push(sheet);
    for (const table of found) tables.push({ table, sheet });
  });

  const headers = findHeaders(views, tables, context, domains);
  const stated = statedYear(headers, tables, context);
  const cover = coverFacts(views, bare, domains);

  const drafts: Draft[] = [];
  const phasesByTitle = titlePhases(tables);
  const tableNotes: {
    measureAssumed: boolean;
    foreign: boolean;
    otherYears: Set<number>;
    scaleSource: Message | null;
  }[] = [];
  tables.forEach(({ table, sheet }, index) => {
    tableNotes.push(
      draftTable(drafts, table, sheet, index, {
        lexicon,
        context,
        stated,
        coverScale: cover.scale,
        coverDomain: cover.domain,
        headerDomain: domainOfSheet(headers, views[sheet]?.name ?? '', domains),
        titlePhase: phasesByTitle,
        pivots: views[sheet]?.grid.pivots ?? [],
      }),
    );
  });

  const { slots, totals } = settle(drafts, views, workbook, tables);
  const blocks: BlockSummary[] = [];
  const blockOf = new Map<number, number>();
  const products: ProductMatch[] = [];
  tables.forEach(({ table, sheet }, index) => {
    const own = slots.filter((slot) => slot.table === index);
    const sums = totals.filter((total) => total.table === index);
    if (own.length === 0) return;
    blockOf.set(index, blocks.length);
    const matches = productMatches(table, views[sheet]?.name ?? '', own);
    products.push(...matches);
    const note = tableNotes[index];
    blocks.push(
      summarise(table, own, sums, matches, note?.measureAssumed ?? false, note?.scaleSource ?? null),
    );
    const sheetName = views[sheet]?.name ?? '';
    if (note?.measureAssumed) {
      remarks.push({
        code: 'prognosis.measure-assumed',
        facts: { sheet: sheetName, range: blocks[blocks.length - 1]?.range ?? '' },
      });
    }
    for (const match of matches) {
      if (match.product === null) {
        remarks.push({
          code: match.candidates.length > 0 ? 'prognosis.label-ambiguous' : 'prognosis.label-unknown',
          facts: {
            sheet: sheetName,
            cell: a1(match.row, match.col),
            label: match.label,
            ...(match.candidates.length > 0 ? { candidates: match.candidates } : {}),
          },
        });
      } else if (match.how === 'fuzzy') {
        remarks.push({
          code: 'prognosis.label-alike',
          facts: {
            sheet: sheetName,
            cell: a1(match.row, match.col),
            label: match.label,
            product: match.product,
          },
        });
      }
    }
    for (const year of note?.otherYears ?? []) {
      remarks.push({
        code: 'prognosis.other-year',
        facts: { sheet: sheetName, year, expected: context.year },
      });
    }
  });
  tableNotes.forEach((note, index) => {
    const place = tables[index];
    if (note.foreign && place && !blockOf.has(index)) {
      remarks.push({
        code: 'prognosis.table-foreign',
        facts: { sheet: views[place.sheet]?.name ?? '', row: place.table.bandTop + 1 },
      });
    }
  });
  views.forEach((view, sheet) => {
    const known = slots.some((slot) => slot.sheet === sheet);
    if (!known && view.rows.size > 0)
      remarks.push({ code: 'prognosis.sheet-without-table', facts: { sheet: view.name } });
    if (known && view.grid.visibility !== 'visible')
      remarks.push({ code: 'prognosis.sheet-hidden', facts: { sheet: view.name } });
  });
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

type WithTable = Draft & { role: Slot['role'] };

function toSlot(
  draft: WithTable,
  views: readonly SheetView[],
  blockOf: ReadonlyMap<number, number>,
  lexicon: Lexicon,
): Slot {
  const block = blockOf.get(draft.table);
  return {
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
    ...(draft.client === null ? {} : { client: draft.client }),
    ...(draft.unit === null ? {} : { unit: draft.unit }),
    ...(block === undefined ? {} : { block }),
  };
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

function findHeaders(
  views: readonly SheetView[],
  tables: readonly { table: Table; sheet: number }[],
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

function providerOf(headers: readonly FoundHeader[], context: DetectionContext): string | null {
  const found = headers.filter((header) => header.what === 'provider' && header.value !== null);
  const known = found.find((header) => context.providers.includes(header.value ?? ''));
  return (known ?? found[0])?.value ?? null;
}

function domainOfSheet(headers: readonly FoundHeader[], sheet: string, domains: DomainIndex): string | null {
  const own = headers.filter(
    (header) => header.what === 'domain' && header.sheet === sheet && header.value !== null,
  );
  return own.length === 1 ? domains.mentioned(own[0]?.value ?? '') : null;
}

function statedYear(
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
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function commonYear(slots: readonly Draft[]): number | null {
  const years = new Set(slots.map((slot) => Number(slot.period.from.slice(0, 4))));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Scale and domain that a cover sheet states for the whole workbook. */
function coverFacts(
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
function titlePhases(tables: readonly { table: Table; sheet: number }[]): boolean {
  const phases = new Set<Phase>();
  for (const { table } of tables) {
    if (table.title.phase) phases.add(table.title.phase);
    for (const row of table.rows) if (row.phase) phases.add(row.phase);
  }
  return phases.size === 2;
}

interface TableContext {
  readonly lexicon: Lexicon;
  readonly context: DetectionContext;
  readonly stated: number | null;
  readonly coverScale: 1 | 1000 | null;
  readonly coverDomain: string | null;
  readonly headerDomain: string | null;
  readonly titlePhase: boolean;
  readonly pivots: SheetView['grid']['pivots'];
}

function draftTable(
  drafts: Draft[],
  table: Table,
  sheet: number,
  index: number,
  given: TableContext,
): { measureAssumed: boolean; foreign: boolean; otherYears: Set<number>; scaleSource: Message | null } {
  const { context } = given;
  const otherYears = new Set<number>();
  let foreign = table.title.foreign;
  let measureAssumed = false;
  const evidence = formatEvidence(table);
  const baseYear = table.title.year ?? given.stated ?? context.year;
  const productColumns = table.heads.some(
    (head) => (head.product?.product ?? null) !== null || (head.product !== null && !hasProductLabels(table)),
  );
  const anyMeasure =
    table.heads.some((head) => head.measure === 'amount' || head.measure === 'volume') ||
    table.rows.some((row) => row.measure !== null);
  const bigTitleScale = table.title.scale ?? given.coverScale;
  if (table.title.foreign) return { measureAssumed, foreign, otherYears, scaleSource: null };
  const hasPeriods =
    table.hasColumnPeriods || table.hasRowPeriods || table.rows.some((row) => row.period !== null);
  for (const row of table.rows) {
    if (row.group) continue;
    if (row.foreign) {
      foreign = true;
      continue;
    }
    for (const head of table.heads) {
      if (head.foreign) continue;
      if (table.view.isCovered(row.row, head.col)) continue;
      if (given.pivots.some((pivot) => inRange(pivot, row.row, head.col))) continue;
      const cell = table.view.at(row.row, head.col);
      const product = row.product ?? (productColumns ? head.product : null);
      const isTotal =
        row.total ||
        head.total ||
        (productColumns &&
          head.product === null &&
          row.product === null &&
          !head.total &&
          head.measure !== null);
      const hasProduct = product !== null;
      if (!hasProduct && !isTotal) continue;
      const measure =
        row.measure ?? (head.measure === 'tariff' ? 'tariff' : head.measure) ?? table.title.measure;
      let colTotal = head.total;
      let period: PeriodPhrase | null = head.period;
      if (period && row.period && period.kind === 'year')
        period = { ...row.period, year: period.year ?? row.period.year };
      period ??= row.period;
      if (period?.kind === 'year' && hasPeriods && head.period?.kind === 'year' && !row.period)
        colTotal = true;
      let isYearWide = false;
      if (!period) {
        if (hasPeriods) {
          // In a table of months a column without a month is a tariff, or adds up the year.
          if (head.measure === 'tariff' || row.measure === 'tariff') isYearWide = true;
          else if (head.total || row.total || head.measure !== null || head.phase !== null)
            colTotal = colTotal || !row.total || head.total;
          else continue;
        } else if (table.title.period && head.measure !== 'tariff') period = table.title.period;
        else if (
          head.measure === null &&
          row.measure === null &&
          head.phase === null &&
          head.total === false &&
          !(productColumns && hasProduct)
        )
          continue;
        else isYearWide = true;
        period ??= { from: 1, until: 12, year: null, kind: 'year' };
      }
      const year = period.year ?? head.year ?? row.year ?? baseYear;
      if (year !== context.year) otherYears.add(year);
      if (year !== context.year && (given.stated === context.year || hasContextYear(table, context.year)))
        continue;
      let sure = measure;
      if (sure === null) {
        sure = evidence;
        if (sure === null) {
          sure = 'amount';
          if (!anyMeasure) measureAssumed = true;
        }
      }
      // A heading with nothing but a month beside real measures: the year's other columns say what it is.
      const scale = row.scale ?? head.scale ?? bigTitleScale ?? 1;
      drafts.push({
        sheet,
        row: row.row,
        col: head.col,
        measure: sure,
        label: row.product === null && product !== null ? head.productLabel : row.label,
        product: product?.product ?? null,
        period: spanOf(period, year),
        domain: row.domain ?? head.domain ?? given.headerDomain ?? table.title.domain ?? given.coverDomain,
        phase: row.phase ?? head.phase ?? (given.titlePhase ? table.title.phase : null),
        scale: sure === 'amount' && scale === 1000 && !showsThousands(cell, table) ? 1000 : 1,
        client: row.client,
        unit: row.unit ?? head.unit,
        table: index,
        rowTotal:
          row.total || (productColumns && row.product === null && head.product === null && !row.total),
        colTotal: colTotal || (isTotal && !row.total),
        hasProduct,
        formula: cell?.formula ?? null,
        over: null,
      });
      void isYearWide;
    }
  }
  const scaleSource: Message | null =
    bigTitleScale === 1000 ? { code: 'prognosis.evidence-thousands', facts: {} } : null;
  return { measureAssumed, foreign, otherYears, scaleSource };
}

const hasProductLabels = (table: Table): boolean => table.rows.some((row) => row.product !== null);

function hasContextYear(table: Table, year: number): boolean {
  return (
    table.heads.some((head) => head.period?.year === year || head.year === year) ||
    table.rows.some((row) => row.period?.year === year || row.year === year)
  );
}

/** A format that leaves out thousands (`#,##0,`) shows whole euros as thousands: the cell holds euros. */
function showsThousands(cell: GridCell | undefined, table: Table): boolean {
  const format = cell?.format ?? null;
  void table;
  return format !== null && /[0#],+(?:[^0-9#.]|$)/.test(format.replace(/"[^"]*"/g, ''));
}

/** The measure that number formats point to. */
function formatEvidence(table: Table): Measure | null {
  let money = 0;
  let other = 0;
  for (const row of table.rows) {
    for (const head of table.heads) {
      const format = table.view.at(row.row, head.col)?.format;
      if (format === null || format === undefined) continue;
      if (/€|eur|_-\[\$|\[\$[€]/i.test(format)) money += 1;
      else if (/0/.test(format)) other += 1;
    }
    if (money + other > 200) break;
  }
  return money > 0 && money * 2 >= other ? 'amount' : null;
}

/** Decides which drafts are totals, which formulas and which inputs. */
function settle(
  drafts: readonly Draft[],
  views: readonly SheetView[],
  workbook: WorkbookGrid,
  tables: readonly { table: Table; sheet: number }[],
): { slots: WithTable[]; totals: Draft[] } {
  const byCell = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = keyOf(draft.sheet, draft.row, draft.col);
    if (!byCell.has(key)) byCell.set(key, draft);
  }
  const all = [...byCell.values()];
  const sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  const byRow = new Map<string, Draft[]>();
  for (const draft of all) {
    const key = `${draft.sheet}:${draft.row}`;
    const list = byRow.get(key);
    if (list) list.push(draft);
    else byRow.set(key, [draft]);
  }
  const inReach = (draft: Draft): { found: Draft[]; missed: boolean } => {
    const found: Draft[] = [];
    let missed = false;
    for (const reference of readFormula(draft.formula ?? '').references) {
      const sheet = reference.sheet === null ? draft.sheet : sheetIndex.get(reference.sheet.toLowerCase());
      if (sheet === undefined) {
        missed = true;
        continue;
      }
      const before = found.length;
      for (
        let row = reference.range.top;
        row <= Math.min(reference.range.bottom, reference.range.top + 20000);
        row++
      ) {
        for (const other of byRow.get(`${sheet}:${row}`) ?? []) {
          if (other.col >= reference.range.left && other.col <= reference.range.right && other !== draft)
            found.push(other);
        }
      }
      if (found.length === before) missed = true;
    }
    return { found, missed };
  };

  const isTotal = new Set<Draft>();
  const sources = new Map<Draft, Draft[]>();
  for (const draft of all) {
    if (draft.rowTotal || draft.colTotal) isTotal.add(draft);
    if (draft.formula === null) continue;
    const shape = readFormula(draft.formula);
    if (!shape.additive) continue;
    const { found, missed } = inReach(draft);
    const same = found.filter((other) => other.measure === draft.measure);
    if (same.length > 0 && !missed && same.length === found.length) {
      isTotal.add(draft);
      sources.set(draft, same);
    }
  }
  // A total by its heading only, in a row without any leaf of that measure: a column `Totaal` beside nothing.
  const leafKey = (draft: Draft): string =>
    `${draft.table}|${draft.row}|${draft.measure}|${draft.client ?? ''}`;
  const leavesInRow = new Map<string, number>();
  for (const draft of all) {
    if (!isTotal.has(draft)) leavesInRow.set(leafKey(draft), (leavesInRow.get(leafKey(draft)) ?? 0) + 1);
  }
  for (const draft of [...isTotal]) {
    if (draft.rowTotal || draft.formula !== null || !draft.hasProduct) continue;
    if ((leavesInRow.get(leafKey(draft)) ?? 0) === 0) {
      const others = all.some(
        (other) =>
          other.table === draft.table &&
          other.product === draft.product &&
          other.label === draft.label &&
          other !== draft &&
          !isTotal.has(other) &&
          other.measure === draft.measure &&
          contains(draft.period, other.period),
      );
      if (!others) isTotal.delete(draft);
    }
  }
  // A longer period that holds shorter ones of the same product adds them up, formula or not.
  const groups = new Map<string, Draft[]>();
  for (const draft of all) {
    if (isTotal.has(draft) || draft.measure === 'tariff') continue;
    const key = `${draft.table}|${draft.label}|${draft.product ?? ''}|${draft.measure}|${draft.client ?? ''}|${draft.domain ?? ''}|${draft.row * (tables[draft.table]?.table.hasRowPeriods ? 0 : 1)}`;
    const list = groups.get(key);
    if (list) list.push(draft);
    else groups.set(key, [draft]);
  }
  for (const group of groups.values()) {
    const spans = new Set(group.map((draft) => `${draft.period.from}${draft.period.until}`));
    if (spans.size > 1) {
      for (const draft of group) {
        if (draft.period.from === draft.period.until) continue;
        const parts = group.filter(
          (other) =>
            isWider(draft.period, other.period) &&
            (draft.phase === null || other.phase === null || draft.phase === other.phase),
        );
        if (parts.length > 0) isTotal.add(draft);
      }
    }
    const first = group[0];
    if (!first) continue;
    // Beside `realisatie` and `prognose` of one period, a third column without a phase is their sum.
    for (const draft of group) {
      if (draft.phase !== null || isTotal.has(draft)) continue;
      const same = group.filter(
        (other) => other.period.from === draft.period.from && other.period.until === draft.period.until,
      );
      if (same.some((other) => other.phase === 'actual') && same.some((other) => other.phase === 'forecast'))
        isTotal.add(draft);
    }
  }

  const slots: WithTable[] = [];
  const slotIndex = new Map<Draft, number>();
  for (const draft of all) {
    if (isTotal.has(draft)) continue;
    const view = views[draft.sheet];
    const role: Slot['role'] =
      draft.formula !== null ? 'formula' : view?.isLocked(draft.row, draft.col) ? 'locked' : 'input';
    slotIndex.set(draft, slots.length);
    slots.push(Object.assign(draft, { role }));
  }
  const totals = [...isTotal].sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.col - b.col);
  const expanding = new Set<Draft>();
  const expand = (draft: Draft): number[] => {
    if (draft.over) return draft.over;
    const direct = sources.get(draft);
    if (!direct || expanding.has(draft)) return [];
    expanding.add(draft);
    const over: number[] = [];
    for (const part of direct) {
      const index = slotIndex.get(part);
      if (index !== undefined) over.push(index);
      else over.push(...expand(part));
    }
    expanding.delete(draft);
    draft.over = over;
    return over;
  };
  const byTable = new Map<number, Draft[]>();
  for (const slot of slots) {
    const list = byTable.get(slot.table);
    if (list) list.push(slot);
    else byTable.set(slot.table, [slot]);
  }
  for (const total of totals) {
    if (sources.has(total)) expand(total);
    else if (total.formula === null)
      total.over = byWords(total, totals, byTable.get(total.table) ?? [], slotIndex);
    else total.over = [];
  }
  return { slots, totals };
}

/** What a total without formula says to add up: its row, or the rows above it since the previous total. */
function byWords(
  total: Draft,
  totals: readonly Draft[],
  leaves: readonly Draft[],
  slotIndex: ReadonlyMap<Draft, number>,
): number[] {
  const same = leaves.filter(
    (leaf) =>
      leaf.measure === total.measure &&
      contains(total.period, leaf.period) &&
      (total.phase === null || leaf.phase === null || leaf.phase === total.phase),
  );
  let parts: Draft[];
  if (total.rowTotal) {
    const isGrand = !/\bsub/.test(normaliseLabel(total.label));
    const previous = totals
      .filter(
        (other) =>
          other.rowTotal && other.table === total.table && other.col === total.col && other.row < total.row,
      )
      .reduce((row, other) => Math.max(row, other.row), -1);
    const above = same.filter(
      (leaf) => leaf.row < total.row && (!total.hasProduct || leaf.product === total.product),
    );
    const own = above.filter((leaf) => leaf.row > previous);
    parts = own.length > 0 && (!isGrand || previous < 0) ? own : isGrand && own.length === 0 ? above : own;
    if (isGrand && previous >= 0 && own.length > 0) parts = own;
    if (!total.colTotal && total.period)
      parts = parts.filter((leaf) => leaf.col === total.col || leaf.period.from === total.period.from);
    if (parts.length > 0 && !total.colTotal) {
      const column = parts.filter((leaf) => leaf.col === total.col);
      if (column.length > 0) parts = column;
    }
  } else parts = same.filter((leaf) => leaf.row === total.row);
  return parts.flatMap((part) => slotIndex.get(part) ?? []);
}

function productMatches(table: Table, sheet: string, own: readonly Draft[]): ProductMatch[] {
  const matches: ProductMatch[] = [];
  const rows = new Set(own.map((draft) => draft.row));
  const cols = new Set(own.map((draft) => draft.col));
  const seen = new Set<string>();
  const add = (
    row: number,
    col: number,
    label: string,
    source: RowFacts['product'] | ColumnHead['product'],
  ): void => {
    const key = `${label}|${source?.product ?? ''}`;
    if (!source || seen.has(key)) return;
    seen.add(key);
    matches.push({
      sheet,
      row,
      col,
      label,
      product: source.product,
      how: source.how,
      confidence: source.confidence,
      candidates: source.candidates,
    });
  };
  for (const row of table.rows)
    if (rows.has(row.row) && !row.total) add(row.row, row.labelCol, row.label, row.product);
  for (const head of table.heads)
    if (cols.has(head.col)) add(table.bandBottom, head.col, head.productLabel, head.product);
  return matches;
}

function summarise(
  table: Table,
  own: readonly Draft[],
  sums: readonly Draft[],
  matches: readonly ProductMatch[],
  measureAssumed: boolean,
  scaleSource: Message | null,
): BlockSummary {
  const evidence: Message[] = [];
  const known = matches.filter((match) => match.product !== null);
  const periods = new Set(
    own.filter((slot) => slot.measure !== 'tariff').map((slot) => `${slot.period.from}/${slot.period.until}`),
  );
  const orientation: BlockSummary['orientation'] = table.hasColumnPeriods
    ? 'months-right'
    : table.hasRowPeriods && table.rows.some((row) => row.product !== null)
      ? 'long-list'
      : table.hasRowPeriods
        ? 'months-down'
        : 'months-right';
  evidence.push({
    code: 'prognosis.evidence-periods',
    facts: {
      count: periods.size,
      where: table.hasColumnPeriods ? 'columns' : table.hasRowPeriods ? 'rows' : 'title',
    },
  });
  evidence.push({
    code: 'prognosis.evidence-products',
    facts: { known: known.length, count: matches.length },
  });
  const formulaTotals = sums.filter((sum) => sum.formula !== null && (sum.over ?? []).length > 0).length;
  if (formulaTotals > 0)
    evidence.push({ code: 'prognosis.evidence-formulas', facts: { count: formulaTotals } });
  if (scaleSource) evidence.push(scaleSource);
  const certainty =
    known.length === 0
      ? 0
      : known.reduce((sum, match) => sum + match.confidence, 0) / Math.max(1, matches.length);
  const months = periods.size >= 12 ? 1 : periods.size >= 4 ? 0.9 : periods.size >= 2 ? 0.75 : 0.5;
  let confidence =
    0.45 * certainty + 0.35 * months + (formulaTotals > 0 ? 0.1 : 0.05) + (measureAssumed ? 0 : 0.1);
  confidence = Math.min(1, Math.round(confidence * 100) / 100);
  const domains = new Set(own.map((slot) => slot.domain));
  const rows = [...own, ...sums].map((draft) => draft.row);
  const cols = [...own, ...sums].map((draft) => draft.col);
  const labelCols = [...table.labels.keys()];
  const min = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER);
  const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
  return {
    sheet: table.view.name,
    range: formatRange({
      top: table.bandTop,
      left: Math.min(min(cols), min(labelCols)),
      bottom: max(rows),
      right: max(cols),
    }),
    orientation,
    domain: domains.size === 1 ? ([...domains][0] ?? null) : null,
    measures: [...new Set(own.map((slot) => slot.measure))],
    scale: own.some((slot) => slot.scale === 1000) ? 1000 : 1,
    products: new Set(matches.map((match) => match.product ?? match.label)).size,
    periods: periods.size,
    confidence,
    evidence,
    headerRows: [table.bandTop, table.bandBottom],
    labelColumns: labelCols,
  };
}
