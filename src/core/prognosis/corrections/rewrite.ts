import type { Message } from '../../values/message';
import { isIsoDate, dateFromSerial } from '../../values/date';
import { a1, formatRange, parseRange } from '../grid';
import { dayInText } from '../header-cells';
import type { BlockSummary, CellGroup, HeaderCell, Layout, ProductMatch, Slot, TotalCell } from '../layout';
import { pushTo } from '../multimap';
import { rowKey } from '../profile-anchors';
import { normaliseLabel } from '../text';
import type { AppliedCorrection } from './correction';
import { placeKey, type Draftsman } from './draftsman';
import { rangeOfPlace, type FoundPlace } from './find-place';

interface Application {
  readonly correction: AppliedCorrection['correction'];
  readonly cells: number;
  readonly place: FoundPlace | null;
  readonly remarks: Message[];
}

const CORRECTED: Message = { code: 'corrections.evidence', facts: {} };

/** The corrected layout: slots, totals, headings, groups, products and questions as they are now. */
export function rewrite(draftsman: Draftsman, applied: readonly Application[]): Layout {
  const { layout, workbook } = draftsman;
  completePartials(draftsman, applied);
  const slots = inPlaceOrder([...draftsman.slots.values()], layout.slots);
  const { blocks, slots: housed } = describeBlocks(draftsman, slots);
  const indexOf = new Map(housed.map((slot, index) => [placeKey(slot), index]));
  const oldKeys = layout.slots.map(placeKey);
  const totals = [...draftsman.totals.values()]
    .map((total): TotalCell => {
      const isNew = !layout.totals.includes(total);
      const parts = isNew ? draftsman.sourcesOf(total) : total.over.map((index) => oldKeys[index] ?? '');
      const over = parts.map((key) => indexOf.get(key));
      // Of a total that loses a part nothing is known any more: it isn't held against the rest.
      const isWhole = over.every((index) => index !== undefined && housed[index]?.measure === total.measure);
      return { ...total, over: isWhole ? over.flatMap((index) => index ?? []) : [] };
    })
    .sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.col - b.col);
  const products = matchesOf(draftsman, housed);
  const remarks = [
    ...layout.remarks.filter((remark) => isStillOpen(remark, draftsman, housed, products)),
    ...applied.flatMap((one) => one.remarks),
  ];
  return {
    ...layout,
    ...headerFacts(draftsman),
    file: workbook.file,
    slots: housed,
    totals,
    headers: draftsman.headers,
    blocks,
    products,
    remarks,
    corrections: applied.map(({ correction, cells, place, remarks: own }): AppliedCorrection => ({
      correction,
      cells,
      sheet: place?.sheet ?? null,
      range: rangeOfPlace(place),
      remarks: own,
    })),
  };
}

/** Cells that nobody recognised, with what was said of them and what their row and column say. */
function completePartials(draftsman: Draftsman, applied: readonly Application[]): void {
  const known = draftsman.neighbours.bind(draftsman);
  for (const [key, { sheet, row, col, said }] of draftsman.partials) {
    const others = known(sheet);
    const inRow = others.find((slot) => slot.row === row && slot.product !== null);
    const inColumn = others.find((slot) => slot.col === col);
    const measure = said.measure ?? inColumn?.measure ?? inRow?.measure;
    const product = said.product ?? inRow?.product ?? null;
    const period = said.period ?? inColumn?.period;
    const missing = [
      ...(measure === undefined ? ['measure'] : []),
      ...(product === null ? ['product'] : []),
      ...(period === undefined ? ['period'] : []),
    ];
    if (measure === undefined || product === null || period === undefined) {
      const number = Math.max(...said.numbers);
      const remarks = applied[number - 1]?.remarks;
      // One sentence per correction is enough: it names the first cell.
      if (remarks && !remarks.some(({ code }) => code === 'corrections.incomplete')) {
        remarks.push({
          code: 'corrections.incomplete',
          facts: { number, sheet, cell: a1(row, col), missing: missing[0] ?? '' },
        });
      }
      continue;
    }
    const label =
      inRow && said.product === undefined ? inRow.label : (labelAt(draftsman, sheet, row, col) ?? product);
    const unit = said.unit ?? inColumn?.unit;
    draftsman.slots.set(key, {
      sheet,
      row,
      col,
      measure,
      label,
      product,
      period,
      domain: said.domain ?? draftsman.domainFor(product, inRow?.domain ?? inColumn?.domain ?? null),
      phase: said.phase ?? inColumn?.phase ?? 'any',
      scale: measure === 'amount' ? (said.scale ?? inColumn?.scale ?? 1) : 1,
      role: draftsman.roleAt(sheet, row, col),
      ...(unit === undefined ? {} : { unit }),
    });
  }
}

/** The texts to the left of a cell. */
function labelAt(draftsman: Draftsman, sheet: string, row: number, col: number): string | null {
  const view = draftsman.view(sheet);
  if (!view) return null;
  const columns = Array.from({ length: col }, (_, index) => index).filter(
    (left) => view.at(row, left)?.value?.kind === 'text',
  );
  const key = rowKey(view, row, columns);
  return key === '' ? null : key.replaceAll(' | ', ' ');
}

/** Known slots in their own order, new ones after the last of their sheet. */
function inPlaceOrder(slots: readonly Slot[], before: readonly Slot[]): Slot[] {
  const at = new Map(before.map((slot, index) => [placeKey(slot), index]));
  const fresh = slots.filter((slot) => !at.has(placeKey(slot)));
  fresh.sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.col - b.col);
  return [...slots.filter((slot) => at.has(placeKey(slot))), ...fresh];
}

/** The tables with their groups as they are now; cells outside every table become one of their own per sheet. */
function describeBlocks(
  draftsman: Draftsman,
  slots: readonly Slot[],
): { blocks: BlockSummary[]; slots: Slot[] } {
  const { layout, touched, removed } = draftsman;
  const ranges = layout.blocks.map(({ sheet, range }) => ({ sheet, range: parseRange(range) }));
  const isTouched = new Set<number>();
  const own: Slot[][] = layout.blocks.map(() => []);
  const strays = new Map<string, Slot[]>();
  const housed = slots.map((slot): Slot => {
    let block = slot.block;
    if (block === undefined) {
      const found = ranges.findIndex(
        ({ sheet, range }) =>
          sheet === slot.sheet &&
          range !== null &&
          slot.row >= range.top &&
          slot.row <= range.bottom + 1 &&
          slot.col >= range.left &&
          slot.col <= range.right + 1,
      );
      if (found >= 0) block = found;
    }
    const placed = block === undefined ? slot : { ...slot, block };
    if (block === undefined) pushTo(strays, slot.sheet, placed);
    else {
      own[block]?.push(placed);
      if (touched.has(placeKey(slot))) isTouched.add(block);
    }
    return placed;
  });
  for (const slot of layout.slots) {
    if (removed.has(placeKey(slot)) && slot.block !== undefined) isTouched.add(slot.block);
  }
  const blocks = layout.blocks.map((block, index) =>
    isTouched.has(index) ? redescribe(block, own[index] ?? [], touched) : block,
  );
  for (const [sheet, list] of strays) {
    const index = blocks.length;
    const whole: BlockSummary = {
      sheet,
      range: rangeAround(list),
      orientation: 'months-right',
      domain: null,
      measures: [],
      scale: 1,
      products: new Set(list.map(({ product, label }) => product ?? label)).size,
      periods: new Set(list.map(({ period }) => `${period.from}${period.until}`)).size,
      confidence: 1,
      evidence: [CORRECTED],
    };
    blocks.push(redescribe(whole, list, touched));
    const inStray = new Set(list);
    housed.forEach((slot, at) => {
      if (inStray.has(slot)) housed[at] = { ...slot, block: index };
    });
  }
  return { blocks, slots: housed };
}

function rangeAround(slots: readonly { row: number; col: number }[]): string {
  let [top, left, bottom, right] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const { row, col } of slots) {
    top = Math.min(top, row);
    left = Math.min(left, col);
    bottom = Math.max(bottom, row);
    right = Math.max(right, col);
  }
  return formatRange({ top, left, bottom, right });
}

function redescribe(block: BlockSummary, slots: readonly Slot[], touched: ReadonlySet<string>): BlockSummary {
  const lists = new Map<string, Slot[]>();
  for (const slot of slots) pushTo(lists, `${slot.measure}|${slot.phase}`, slot);
  const groups = [...lists.values()].flatMap((list): CellGroup[] => {
    const [first] = list;
    if (!first) return [];
    const before = block.groups?.find(
      (group) => group.measure === first.measure && group.phase === first.phase && !group.asked,
    );
    const count = (role: Slot['role']): number => list.filter((slot) => slot.role === role).length;
    const isSaid = list.some((slot) => touched.has(placeKey(slot)));
    return [
      {
        measure: first.measure,
        phase: first.phase,
        range: rangeAround(list),
        inputs: count('input'),
        formulas: count('formula'),
        locked: count('locked'),
        confidence: isSaid ? 1 : (before?.confidence ?? block.confidence),
        evidence: [...(isSaid ? [CORRECTED] : []), ...(before?.evidence ?? [])],
        asked: list.some((slot) => slot.asked === true),
      },
    ];
  });
  const domains = new Set(slots.map((slot) => slot.domain));
  return {
    ...block,
    measures: [...new Set(slots.map((slot) => slot.measure))],
    scale: slots.some((slot) => slot.scale === 1000) ? 1000 : 1,
    domain: domains.size === 1 ? ([...domains][0] ?? null) : null,
    groups,
  };
}

/** Labels whose product a correction settled for all cells of their row or column. */
function matchesOf({ layout, touched }: Draftsman, slots: readonly Slot[]): ProductMatch[] {
  const byLabel = new Map<string, Slot[]>();
  for (const slot of slots) pushTo(byLabel, `${slot.sheet}\u0000${slot.label}`, slot);
  return layout.products.flatMap((match): ProductMatch[] => {
    const list = byLabel.get(`${match.sheet}\u0000${match.label}`) ?? [];
    // The cells of this label are all ignored or a total now: nobody has to say what they are.
    if (list.length === 0) return [];
    const [first] = list;
    const isSettled =
      first !== undefined &&
      first.product !== null &&
      first.product !== match.product &&
      list.every((slot) => slot.product === first.product && touched.has(placeKey(slot)));
    return [
      isSettled ? { ...match, product: first.product, how: 'alias', confidence: 1, candidates: [] } : match,
    ];
  });
}

const LABEL_REMARKS = new Set([
  'prognosis.label-unknown',
  'prognosis.label-ambiguous',
  'prognosis.label-alike',
]);
const MEASURE_REMARKS = new Set(['prognosis.measure-asked', 'prognosis.measure-assumed']);

/** Whether a question or remark of detection still holds. */
function isStillOpen(
  remark: Message,
  draftsman: Draftsman,
  slots: readonly Slot[],
  products: readonly ProductMatch[],
): boolean {
  const { sheet } = remark.facts;
  if (typeof sheet !== 'string') return true;
  if (draftsman.ignoredSheets.has(sheet)) return false;
  if (LABEL_REMARKS.has(remark.code)) {
    const match = products.find(
      (one) => one.sheet === sheet && a1(one.row, one.col) === remark.facts['cell'],
    );
    return match !== undefined && match.confidence < 1;
  }
  if (MEASURE_REMARKS.has(remark.code)) {
    const range = parseRange(String(remark.facts['range']));
    // Tariffs beside the cells were never in question.
    const isOpen = (slot: Slot): boolean =>
      remark.code === 'prognosis.measure-asked'
        ? slot.asked === true
        : slot.measure !== 'tariff' && !draftsman.touched.has(placeKey(slot));
    return slots.some(
      (slot) =>
        slot.sheet === sheet &&
        range !== null &&
        slot.row >= range.top &&
        slot.row <= range.bottom &&
        isOpen(slot),
    );
  }
  if (remark.code === 'prognosis.sheet-without-table') return !slots.some((slot) => slot.sheet === sheet);
  return true;
}

/** Provider, year and as-of date where a correction pointed at them or took them away. */
function headerFacts(draftsman: Draftsman): Partial<Pick<Layout, 'provider' | 'year' | 'asOf'>> {
  const { layout, context } = draftsman;
  const has = (headers: readonly HeaderCell[], what: HeaderCell['what']): string =>
    headers
      .filter((header) => header.what === what)
      .map(placeKey)
      .join('|');
  const isSame = (what: HeaderCell['what']): boolean =>
    has(layout.headers, what) === has(draftsman.headers, what);
  const text = (what: HeaderCell['what']): string =>
    draftsman.headers.find((header) => header.what === what && header.text !== '')?.text ?? '';
  const facts: { provider?: string | null; year?: number | null; asOf?: string | null } = {};
  if (!isSame('provider')) {
    const found = text('provider');
    facts.provider =
      found === ''
        ? null
        : (context.providers.find((known) => normaliseLabel(known) === normaliseLabel(found)) ?? found);
  }
  if (!isSame('year')) {
    const found = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(text('year'))?.[0];
    facts.year = found === undefined ? layout.year : Number(found);
  }
  if (!isSame('as-of')) {
    const found = text('as-of');
    const serial = /^\d{5}$/.test(found)
      ? dateFromSerial(Number(found), draftsman.workbook.dateSystem)
      : null;
    facts.asOf = isIsoDate(found) ? found : (dayInText(found) ?? serial);
  }
  return facts;
}
