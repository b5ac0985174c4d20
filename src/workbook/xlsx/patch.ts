import { a1, formatRange, parseRange, type CellWrite } from '../../core';
import { cellAt } from '../cells';
import { cellPlace, rowPosition, styleOfPlace, type SheetContent } from './sheet';
import { attributeOf, childOf, escapeText, isTrue, parseTree, XmlScanner } from './xml';

/** A piece of text to be replaced. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What happens to a cell: new content, or, as a text, only its cached value. */
export type CellPatch = CellWrite['value'] | string;

/** The cached value goes and no other comes for it. */
export const NOTHING_CACHED = '';

/** Patches of a sheet by row and column. */
export type SheetPatches = ReadonlyMap<number, ReadonlyMap<number, CellPatch>>;

function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of splices) {
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Whether a write leaves nothing in the cell. */
export const isEmptying = (value: CellWrite['value']): boolean =>
  value === null || (value.kind === 'text' && value.text === '');

/**
 * A sheet's text with some cells changed. Everything between the changed cells stays character for
 * character. Missing cells and rows are put in at their place with the style of their row or column.
 */
export function patchSheet(
  text: string,
  patches: SheetPatches,
  content: SheetContent,
  place: { readonly file: string; readonly part: string },
): string {
  const scanner = new XmlScanner(text, place.file, place.part);
  const splices: Splice[] = [];
  let present = -1;
  let patched: ReadonlyMap<number, CellPatch> | undefined;
  let open = 0;
  for (const cols of patches.values()) open += cols.size;
  for (const { row, col } of content.cells) {
    if (row !== present) patched = patches.get((present = row));
    if (patched?.has(col)) open--;
  }
  /** Cells to be put in, per row, in column order. */
  const inserts = new Map<number, [number, CellWrite['value']][]>();
  for (const [row, cols] of open > 0 ? patches : []) {
    const missing: [number, CellWrite['value']][] = [];
    for (const [col, patch] of cols) {
      if (typeof patch === 'string' || isEmptying(patch) || cellAt(content.cells, row, col)) continue;
      missing.push([col, patch]);
    }
    if (missing.length > 0)
      inserts.set(
        row,
        missing.sort((a, b) => a[0] - b[0]),
      );
  }
  const newRows = [...inserts.keys()].filter((row) => !content.rows.has(row)).sort((a, b) => a - b);
  const insert = (at: number, added: string): void => {
    splices.push({ start: at, end: at, text: added });
  };
  const newCells = (row: number, cells: readonly [number, CellWrite['value']][], prefix: string): string =>
    cells
      .map(([col, value]) => {
        const style = styleOfPlace(content, row, col);
        const attributes = ` r="${a1(row, col)}"${style === null ? '' : ` s="${style}"`}`;
        return cellText(prefix, attributes, value, '');
      })
      .join('');
  const newRow = (row: number, prefix: string): string =>
    `<${prefix}row r="${row + 1}">${newCells(row, inserts.get(row) ?? [], prefix)}</${prefix}row>`;

  const patchRows = (): void => {
    const dataPrefix = scanner.prefix === '' ? '' : `${scanner.prefix}:`;
    if (scanner.isEmpty) {
      if (newRows.length === 0) return;
      const tag = text.slice(scanner.start, scanner.end).replace(/\/>$/, '>');
      const added = newRows.map((row) => newRow(row, dataPrefix)).join('');
      splices.push({
        start: scanner.start,
        end: scanner.end,
        text: `${tag}${added}</${dataPrefix}sheetData>`,
      });
      return;
    }
    const level = scanner.depth - 1;
    let row = -1;
    let col = -1;
    let rowPrefix = dataPrefix;
    let pending: [number, CellWrite['value']][] = [];
    for (;;) {
      const token = scanner.next();
      if (token === 'end') {
        if (scanner.depth === level) {
          insert(
            scanner.start,
            newRows
              .splice(0)
              .map((one) => newRow(one, dataPrefix))
              .join(''),
          );
          return;
        }
        if (scanner.isMain && scanner.local === 'row' && pending.length > 0) {
          insert(scanner.start, newCells(row, pending.splice(0), rowPrefix));
        }
        continue;
      }
      if (token !== 'start') continue;
      if (scanner.isMain && scanner.local === 'row') {
        row = rowPosition(scanner.attribute('r'), row + 1, scanner);
        col = -1;
        rowPrefix = scanner.prefix === '' ? '' : `${scanner.prefix}:`;
        const before = newRows.filter((one) => one < row);
        if (before.length > 0) {
          newRows.splice(0, before.length);
          insert(scanner.start, before.map((one) => newRow(one, dataPrefix)).join(''));
        }
        pending = inserts.get(row) ?? [];
        inserts.delete(row);
        if (pending.length > 0) openRow(pending, rowPrefix);
      } else if (scanner.isMain && scanner.local === 'c') {
        const found = cellPlace(scanner, row, col + 1);
        col = found % 16384;
        const [next] = pending;
        if (next && next[0] < col) {
          const ahead = pending.filter(([one]) => one < col);
          pending.splice(0, ahead.length);
          insert(scanner.start, newCells(row, ahead, rowPrefix));
        }
        const patch = patches.get(Math.floor(found / 16384))?.get(col);
        if (patch !== undefined) patchCell(patch);
        else if (scanner.passOnlyValue() < 0) scanner.skip();
      } else scanner.skip();
    }
  };

  /** Makes room in a row's start tag: its `spans` hint, and an end tag when it closed itself. */
  const openRow = (pending: [number, CellWrite['value']][], prefix: string): void => {
    const row = rowPosition(scanner.attribute('r'), -1, scanner);
    const spans = scanner.allAttributes().find(({ name }) => name === 'spans');
    let tag = text.slice(scanner.start, scanner.end);
    if (spans) {
      const bounds = spans.value.split(/[ :]/).map(Number).filter(Number.isInteger);
      const cols = pending.map(([one]) => one + 1);
      if (bounds.length > 0 && cols.some((one) => one < Math.min(...bounds) || one > Math.max(...bounds))) {
        const wider = `${Math.min(...bounds, ...cols)}:${Math.max(...bounds, ...cols)}`;
        const at = spans.valueStart - scanner.start;
        tag = tag.slice(0, at) + wider + tag.slice(spans.end - 1 - scanner.start);
      }
    }
    if (scanner.isEmpty) {
      const cells = newCells(row, pending.splice(0), prefix);
      tag = `${tag.replace(/\/>$/, '>')}${cells}</${prefix}row>`;
    }
    if (tag !== text.slice(scanner.start, scanner.end)) {
      splices.push({ start: scanner.start, end: scanner.end, text: tag });
    }
  };

  /** A number in the place of a number, in a cell with nothing else: what nearly all patches are. */
  const patchNumber = (patch: CellPatch): boolean => {
    if (typeof patch === 'string' || patch?.kind !== 'number') return false;
    if (scanner.has('t') || scanner.has('cm') || scanner.has('vm') || !scanner.isTight()) return false;
    const from = scanner.end + 3;
    const until = scanner.passOnlyValue();
    if (until >= 0) splices.push({ start: from, end: until, text: patch.text });
    return until >= 0;
  };

  const patchCell = (patch: CellPatch): void => {
    if (patchNumber(patch)) return;
    const { start, isEmpty } = scanner;
    const prefix = scanner.prefix === '' ? '' : `${scanner.prefix}:`;
    const attributes = scanner.allAttributes();
    let value: Splice | null = null;
    let formulaEnd: number | null = null;
    let extension = '';
    if (!isEmpty) {
      const level = scanner.depth - 1;
      for (
        let token = scanner.next();
        !(token === 'end' && scanner.depth === level);
        token = scanner.next()
      ) {
        if (token !== 'start') continue;
        const childStart = scanner.start;
        const isValue = scanner.isMain && scanner.local === 'v';
        const isContent = isValue || (scanner.isMain && (scanner.local === 'f' || scanner.local === 'is'));
        const innerStart = scanner.end;
        const wasEmpty = scanner.isEmpty;
        scanner.skip();
        const innerEnd = wasEmpty ? innerStart : scanner.start;
        if (isContent && !isValue) formulaEnd = scanner.end;
        if (isValue) {
          value = { start: childStart, end: scanner.end, text: text.slice(innerStart, innerEnd) };
        }
        if (!isContent) extension += text.slice(childStart, scanner.end);
      }
    }
    const end = scanner.end;
    if (typeof patch !== 'string') {
      // A style and place stay; type and value metadata belong to the old content.
      const kept = attributes
        .filter(({ name }) => name !== 't' && name !== 'cm' && name !== 'vm')
        .map((attribute) => ` ${text.slice(attribute.start, attribute.end)}`)
        .join('');
      splices.push({ start, end, text: cellText(prefix, kept, patch, extension) });
      return;
    }
    const type = attributes.find(({ name }) => name === 't');
    const dropType = (): void => {
      if (!type) return;
      let from = type.start;
      while (/\s/.test(text.charAt(from - 1))) from--;
      splices.push({ start: from, end: type.end, text: '' });
    };
    if (patch !== NOTHING_CACHED) {
      const added = `<${prefix}v>${patch}</${prefix}v>`;
      const at = value ?? (formulaEnd === null ? null : { start: formulaEnd, end: formulaEnd, text: '' });
      if (!at) return;
      // A cell that never had a value may carry any type; the new value is a number.
      if (at.text === '') dropType();
      splices.push({ start: at.start, end: at.end, text: added });
      return;
    }
    if (!value || value.text === '') return;
    dropType();
    splices.push({ start: value.start, end: value.end, text: '' });
  };

  const dimension: { at: Splice; ref: string }[] = [];
  for (let token = scanner.next(); token !== 'eof'; token = scanner.next()) {
    if (token !== 'start' || (scanner.depth === 1 && scanner.local === 'worksheet')) continue;
    if (scanner.isMain && scanner.local === 'sheetData') patchRows();
    else {
      if (scanner.isMain && scanner.local === 'dimension') {
        const ref = scanner.allAttributes().find(({ name }) => name === 'ref');
        if (ref) {
          dimension.push({ at: { start: ref.valueStart, end: ref.end - 1, text: '' }, ref: ref.value });
        }
      }
      scanner.skip();
    }
  }
  for (const { at, ref } of dimension) {
    const wider = widened(ref, patches);
    if (wider !== null) splices.push({ ...at, text: wider });
  }
  return applySplices(
    text,
    splices.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** The `<dimension>` reference that takes in all new content, or null when it does already. */
function widened(reference: string, patches: SheetPatches): string | null {
  const range = parseRange(reference);
  if (!range) return null;
  let { top, left, bottom, right } = range;
  for (const [row, cols] of patches) {
    for (const [col, patch] of cols) {
      if (typeof patch === 'string' || isEmptying(patch)) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, col);
      right = Math.max(right, col);
    }
  }
  const wider = formatRange({ top, left, bottom, right });
  return wider === formatRange(range) ? null : wider;
}

function cellText(prefix: string, attributes: string, value: CellWrite['value'], extension: string): string {
  const open = `<${prefix}c${attributes}`;
  const close = `</${prefix}c>`;
  if (value === null || (value.kind === 'text' && value.text === '')) {
    return extension === '' ? `${open}/>` : `${open}>${extension}${close}`;
  }
  if (value.kind === 'number') {
    return `${open}><${prefix}v>${value.text}</${prefix}v>${extension}${close}`;
  }
  const space = /^\s|\s$|[\n\t]|\s\s/.test(value.text) ? ' xml:space="preserve"' : '';
  const inner = `<${prefix}is><${prefix}t${space}>${escapeText(value.text)}</${prefix}t></${prefix}is>`;
  return `${open} t="inlineStr">${inner}${extension}${close}`;
}

/** What comes before `calcPr` in a workbook part (ECMA-376 part 1, CT_Workbook). */
const BEFORE_CALCULATION: ReadonlySet<string> = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** A workbook part that asks for full calculation on opening; the same text when it does already. */
export function askForCalculation(text: string, file: string, part: string): string {
  const root = parseTree(text, file, part);
  const calculation = childOf(root, 'calcPr');
  if (calculation) {
    const present = attributeOf(calculation, 'fullCalcOnLoad');
    if (isTrue(present)) return text;
    const tag = text.slice(calculation.start, calculation.startTagEnd);
    const changed =
      present === null
        ? tag.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>')
        : tag.replace(/(\sfullCalcOnLoad\s*=\s*)("[^"]*"|'[^']*')/, '$1"1"');
    return text.slice(0, calculation.start) + changed + text.slice(calculation.startTagEnd);
  }
  const before = root.children.filter(
    (child) => BEFORE_CALCULATION.has(child.local) && child.uri === root.uri,
  );
  const at = before.reduce((most, child) => Math.max(most, child.end), root.startTagEnd);
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  return `${text.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${text.slice(at)}`;
}
