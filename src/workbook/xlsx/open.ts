import {
  parseRange,
  REPORT_MARK,
  sheetOfReference,
  type CellWrite,
  type CellValue,
  type DefinedName,
  type GridRange,
  type GridTable,
  type Message,
  type SheetGrid,
  type WorkbookGrid,
} from '../../core';
import { cellAt } from '../cells';
import type { WorkbookMemory } from '../keeping';
import { WorkbookError, type FilePort, type WriteOptions, type WriteOutcome } from '../port';
import { findStaleFormulas } from '../recalculation';
import { judgeWrites } from '../refusals';
import type { StoredText } from './encoding';
import { Package, type Relation } from './package';
import { XlsxMemory } from './memory';
import { askForCalculation, NOTHING_CACHED, patchSheet, type CellPatch } from './patch';
import { problem } from './problem';
import { readSheet, styleOfPlace, type SheetContent } from './sheet';
import { refusalBySignature } from './sniff';
import { readSharedStrings } from './strings';
import { PLAIN_STYLE, readStyles, readTheme, type CellStyle } from './styles';
import {
  attributeOf,
  checkWellFormed,
  childOf,
  childrenOf,
  isMainNamespace,
  isRelationsNamespace,
  isTrue,
  XmlScanner,
  type XmlElement,
} from './xml';
import { DEFAULT_LIMITS, type UnpackLimits } from './zip';

export interface OpenOptions {
  /** How much the file may unpack to. */
  readonly limits?: Partial<UnpackLimits>;
  /** Cells all sheets together may have. */
  readonly maxCells?: number;
}

/** As many as Excel on the web reads at once. */
const DEFAULT_MAX_CELLS = 5_000_000;

/**
 * Opens an xlsx or xlsm file for reading and filling. All sheets are read at once, so whatever is wrong with
 * the file shows here and not halfway. Saving without writes gives the same bytes; after writes only the
 * touched sheets and, for recalculation, the workbook part differ.
 * @param file The file's name, for messages.
 * Errors: `WorkbookError`, whatever the bytes are.
 * @example (await (await openXlsx(bytes, 'prognose.xlsx')).read()).sheets[0]?.name // 'Wmo'
 */
export async function openXlsx(
  bytes: Uint8Array,
  file: string,
  options: OpenOptions = {},
): Promise<FilePort> {
  // Whatever goes wrong arrives as a rejected promise.
  await Promise.resolve();
  return guarded(file, () => {
    const refused = refusalBySignature(bytes, file);
    if (refused) throw refused;
    const pack = new Package(bytes, file, { ...DEFAULT_LIMITS, ...options.limits });
    return new XlsxPort(pack, options.maxCells ?? DEFAULT_MAX_CELLS);
  });
}

function guarded<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    const unreadable = problem('unreadable', { file });
    unreadable.cause = error;
    throw unreadable;
  }
}

/** A sheet of the workbook: its part, and what stands about it outside that part. */
interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly visibility: SheetGrid['visibility'];
  readonly tables: readonly GridTable[];
  readonly pivots: readonly GridRange[];
}

/** Texts of parts that differ from the file as opened. */
type Changes = ReadonlyMap<string, StoredText>;

/** Sheets beyond this size are only checked by the full XML parser when they are written to. */
const CHECK_AT_OPENING = 8 * 1024 * 1024;

class XlsxPort implements FilePort {
  private changes: Changes = new Map();
  private readonly earlier: Changes[] = [];
  private readonly contents = new Map<string, { text: StoredText; content: SheetContent }>();
  private readonly checked = new Set<string>();
  private readonly workbookPart: string;
  private readonly sheets: readonly Sheet[];
  private readonly names: readonly DefinedName[];
  /** Sheets that carry the name of our reports. */
  private readonly reports: ReadonlySet<string>;
  private readonly dateSystem: '1900' | '1904';
  private readonly styles: readonly CellStyle[];
  private readonly strings: readonly CellValue[];
  private readonly isSigned: boolean;
  private readonly hasPivots: boolean;
  private readonly kept: XlsxMemory;
  readonly memory: WorkbookMemory;

  constructor(
    private readonly pack: Package,
    private readonly maxCells: number,
  ) {
    const { file } = pack;
    this.workbookPart = findWorkbook(pack);
    this.kept = new XlsxMemory(pack, this.workbookPart);
    this.memory = this.kept.memory;
    const workbook = pack.tree(this.workbookPart);
    const relations = pack.relations(this.workbookPart);
    const partOf = (type: string): string | null => {
      const target = relations.find((relation) => relation.type === type)?.target ?? null;
      return target !== null && pack.has(target) ? target : null;
    };
    const properties = childOf(workbook, 'workbookPr');
    this.dateSystem = properties && isTrue(attributeOf(properties, 'date1904')) ? '1904' : '1900';
    const theme = partOf('theme');
    const styles = partOf('styles');
    this.styles = readStyles(
      styles === null ? null : pack.tree(styles),
      theme ? readTheme(pack.tree(theme)) : [],
    );
    const strings = partOf('sharedStrings');
    this.strings = strings ? readSharedStrings(new XmlScanner(pack.text(strings).text, file, strings)) : [];
    if (strings) pack.forget(strings);
    const names = readNames(workbook);
    this.names = names.filter(({ name }) => name !== REPORT_MARK);
    this.reports = new Set(
      names.flatMap(({ name, refersTo }) => (name === REPORT_MARK ? (sheetOfReference(refersTo) ?? []) : [])),
    );
    this.sheets = readSheetList(pack, workbook, relations);
    if (this.sheets.length === 0) throw problem('no-sheets', { file });
    this.isSigned = pack.relations('').some(({ type }) => type === 'origin' || type === 'signature');
    this.hasPivots =
      relations.some(({ type }) => type === 'pivotCacheDefinition') ||
      this.sheets.some(({ pivots }) => pivots.length > 0);
    for (const sheet of this.sheets) {
      const { text } = pack.text(sheet.part);
      if (text.length <= CHECK_AT_OPENING) this.check(sheet.part, text);
      this.content(sheet);
    }
  }

  private check(part: string, text: string): void {
    if (this.checked.has(part)) return;
    checkWellFormed(text, this.pack.file, part);
    this.checked.add(part);
  }

  private text(part: string): StoredText {
    return this.changes.get(part) ?? this.pack.text(part);
  }

  private content(sheet: Sheet): SheetContent {
    const text = this.text(sheet.part);
    const known = this.contents.get(sheet.part);
    if (known?.text === text) return known.content;
    const content = readSheet(text.text, {
      file: this.pack.file,
      part: sheet.part,
      sheet: sheet.name,
      strings: this.strings,
      styles: this.styles,
      dateSystem: this.dateSystem,
      cellLimit: this.maxCells - this.otherCells(sheet),
    });
    this.contents.set(sheet.part, { text, content });
    return content;
  }

  private otherCells(sheet: Sheet): number {
    let count = 0;
    for (const [part, { content }] of this.contents) if (part !== sheet.part) count += content.cells.length;
    return count;
  }

  private grid(): WorkbookGrid {
    return {
      file: this.pack.file,
      dateSystem: this.dateSystem,
      sheets: this.sheets.map((sheet): SheetGrid => {
        const { name, visibility, tables, pivots } = sheet;
        const {
          cells,
          rowCount,
          colCount,
          isProtected,
          isReport,
          merges,
          hiddenRows,
          hiddenCols,
          validations,
        } = this.content(sheet);
        const size = { rowCount, colCount };
        const parts = { cells, merges, hiddenRows, hiddenCols, tables, validations, pivots };
        const mark = isReport || this.reports.has(name) ? { isReport: true } : {};
        return { name, visibility, isProtected, ...size, ...parts, ...mark };
      }),
      names: this.names,
    };
  }

  async read(): Promise<WorkbookGrid> {
    await Promise.resolve();
    return guarded(this.pack.file, () => this.grid());
  }

  async write(writes: readonly CellWrite[], options?: WriteOptions): Promise<WriteOutcome> {
    await Promise.resolve();
    return guarded(this.pack.file, () => this.carryOut(writes, options));
  }

  private carryOut(writes: readonly CellWrite[], options?: WriteOptions): WriteOutcome {
    const grid = this.grid();
    const writable = this.sheets.map((sheet, index) => {
      const content = this.content(sheet);
      return {
        grid: grid.sheets[index] as SheetGrid,
        arrays: content.arrays,
        isLocked: (row: number, col: number): boolean => {
          const cell = cellAt(content.cells, row, col);
          if (cell) return cell.locked;
          const style = styleOfPlace(content, row, col) ?? 0;
          return (this.styles[style] ?? PLAIN_STYLE).locked;
        },
      };
    });
    const { accepted, refused, warnings } = judgeWrites(writes, writable, options);
    if (accepted.length === 0) return { written: [], refused, warnings };

    const patches = new Map<string, Map<number, Map<number, CellPatch>>>();
    const patch = (part: string, row: number, col: number, one: CellPatch): void => {
      let rows = patches.get(part);
      if (!rows) patches.set(part, (rows = new Map()));
      let cols = rows.get(row);
      if (!cols) rows.set(row, (cols = new Map()));
      cols.set(col, one);
    };
    const partOf = new Map(this.sheets.map(({ name, part }) => [name, part]));
    for (const write of accepted) {
      patch(partOf.get(write.sheet) ?? '', write.row, write.col, write.value);
    }
    let blanked = 0;
    for (const { sheet, row, col, value } of findStaleFormulas(grid, accepted)) {
      if (value === null) blanked++;
      patch(this.sheets[sheet]?.part ?? '', row, col, value ?? NOTHING_CACHED);
    }
    const changes = new Map(this.changes);
    for (const sheet of this.sheets) {
      const rows = patches.get(sheet.part);
      if (!rows) continue;
      const stored = this.text(sheet.part);
      this.check(sheet.part, stored.text);
      const place = { file: this.pack.file, part: sheet.part };
      const text = patchSheet(stored.text, rows, this.content(sheet), place);
      if (text !== stored.text) changes.set(sheet.part, { ...stored, text });
    }
    if (grid.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== null))) {
      const stored = this.text(this.workbookPart);
      const text = askForCalculation(stored.text, this.pack.file, this.workbookPart);
      if (text !== stored.text) changes.set(this.workbookPart, { ...stored, text });
    }
    this.earlier.push(this.changes);
    this.changes = changes;
    return { written: accepted, refused, warnings: [...warnings, ...this.warnings(blanked)] };
  }

  private warnings(blanked: number): Message[] {
    const { file } = this.pack;
    const warnings: Message[] = [];
    if (this.isSigned) warnings.push({ code: 'workbook.warning-signature', facts: { file } });
    if (this.hasPivots) warnings.push({ code: 'workbook.warning-pivots', facts: { file } });
    if (blanked > 0) {
      warnings.push({ code: 'workbook.warning-recalculation', facts: { file, count: blanked } });
    }
    return warnings;
  }

  async undo(): Promise<boolean> {
    await Promise.resolve();
    const previous = this.earlier.pop();
    if (!previous) return false;
    this.changes = previous;
    return true;
  }

  async save(): Promise<Uint8Array> {
    await Promise.resolve();
    // What is remembered is apart from what was written: undoing a write doesn't forget.
    return guarded(this.pack.file, () =>
      this.pack.rewrite(new Map([...this.changes, ...this.kept.changed]), this.kept.added),
    );
  }
}

/** The part the package names as its document. Errors: what else the package turns out to be. */
function findWorkbook(pack: Package): string {
  const { file } = pack;
  if (pack.has('mimetype') && !pack.has('[content_types].xml')) {
    throw problem('not-a-workbook', { file, kind: 'opendocument' });
  }
  const part = pack.relations('').find(({ type }) => type === 'officeDocument')?.target ?? null;
  if (part === null) {
    const known = pack.has('[content_types].xml');
    throw known ? problem('no-workbook-part', { file }) : problem('not-a-workbook', { file, kind: 'zip' });
  }
  const type = (pack.contentType(part) ?? '').toLowerCase();
  if (type.includes('sheet.binary') || part.endsWith('.bin')) throw problem('binary-xlsb', { file });
  if (type.includes('wordprocessingml') || type.includes('ms-word')) {
    throw problem('not-a-workbook', { file, kind: 'word' });
  }
  if (type.includes('presentationml') || type.includes('powerpoint')) {
    throw problem('not-a-workbook', { file, kind: 'powerpoint' });
  }
  if (!pack.has(part)) throw problem('no-workbook-part', { file });
  const root = pack.tree(part);
  if (root.local !== 'workbook' || !isMainNamespace(root.uri)) throw problem('no-workbook-part', { file });
  return part;
}

function readNames(workbook: XmlElement): DefinedName[] {
  const names = childOf(workbook, 'definedNames');
  if (!names) return [];
  return childrenOf(names, 'definedName')
    .map((name) => ({ name: attributeOf(name, 'name') ?? '', refersTo: name.text.trim() }))
    .filter(({ name }) => name !== '' && !/^_xlnm\./i.test(name));
}

function readSheetList(pack: Package, workbook: XmlElement, relations: readonly Relation[]): Sheet[] {
  const list = childOf(workbook, 'sheets');
  const sheets: Sheet[] = [];
  for (const element of list ? childrenOf(list, 'sheet') : []) {
    const name = attributeOf(element, 'name') ?? '';
    const id = element.attributes.find((one) => one.local === 'id' && isRelationsNamespace(one.uri))?.value;
    const relation = relations.find((one) => one.id === id);
    // Chart sheets, dialogs and macro sheets have no cells to fill.
    if (relation && relation.type !== 'worksheet') continue;
    const part = relation?.target ?? null;
    if (part === null || !pack.has(part)) {
      throw problem('sheet-missing', { file: pack.file, sheet: name });
    }
    const state = attributeOf(element, 'state');
    const own = pack.relations(part);
    sheets.push({
      name,
      part,
      visibility: state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible',
      tables: targets(pack, own, 'table')
        .map(readTable)
        .filter((table) => table !== null),
      pivots: targets(pack, own, 'pivotTable')
        .map(readPivot)
        .filter((range) => range !== null),
    });
  }
  return sheets;
}

const targets = (pack: Package, relations: readonly Relation[], type: string): XmlElement[] =>
  relations
    .filter((relation) => relation.type === type && relation.target !== null && pack.has(relation.target))
    .map((relation) => pack.tree(relation.target ?? ''));

function countOf(element: XmlElement, name: string, fallback: number): number {
  const count = Number(attributeOf(element, name) ?? fallback);
  return Number.isInteger(count) && count >= 0 ? count : fallback;
}

function readTable(table: XmlElement): GridTable | null {
  const range = parseRange(attributeOf(table, 'ref') ?? '');
  if (!range) return null;
  return {
    name: attributeOf(table, 'displayName') ?? attributeOf(table, 'name') ?? '',
    range,
    headerRows: countOf(table, 'headerRowCount', 1),
    totalsRows: countOf(table, 'totalsRowCount', 0),
  };
}

/** The area of a pivot table with its page fields, which stand above it with a blank row between. */
function readPivot(pivot: XmlElement): GridRange | null {
  const location = childOf(pivot, 'location');
  const range = parseRange((location && attributeOf(location, 'ref')) ?? '');
  if (!location || !range) return null;
  const pages = countOf(location, 'rowPageCount', 0);
  return pages > 0 ? { ...range, top: Math.max(0, range.top - pages - 1) } : range;
}
