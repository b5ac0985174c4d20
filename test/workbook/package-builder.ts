import { deflateSync, strToU8 } from 'fflate';
import {
  a1,
  columnLetters,
  formatRange,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../src/core';
import { PORTABLE } from '../../src/workbook/xlsx/codec';

/** An entry of a hand-built package, with the oddities a test wants. */
export interface EntryDraft {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Stored without packing. */
  readonly isStored?: boolean;
  /** Checksum and sizes come after the data. */
  readonly hasDescriptor?: boolean;
  readonly comment?: string;
  /** What the headers state instead of the truth. */
  readonly stated?: { readonly crc?: number; readonly size?: number; readonly method?: number };
  readonly flags?: number;
}

const DOS_TIME = 0x5a21;
const DOS_DATE = 0x5721;

/** A zip file from drafts; written apart from the code under test. */
export function buildZip(
  drafts: readonly EntryDraft[],
  options: { readonly comment?: string; readonly isZip64?: boolean; readonly sameOffset?: boolean } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const draft of drafts) {
    const data = typeof draft.data === 'string' ? strToU8(draft.data) : draft.data;
    const packed = draft.isStored ? data : deflateSync(data);
    const name = strToU8(draft.name);
    const crc = draft.stated?.crc ?? PORTABLE.crc32(data);
    const size = draft.stated?.size ?? data.length;
    const method = draft.stated?.method ?? (draft.isStored ? 0 : 8);
    const flags = (draft.flags ?? 0) | 0x800 | (draft.hasDescriptor ? 8 : 0);
    const start = options.sameOffset ? 0 : offset;
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(4, 20, true);
    local.setUint16(6, flags, true);
    local.setUint16(8, method, true);
    local.setUint16(10, DOS_TIME, true);
    local.setUint16(12, DOS_DATE, true);
    if (!draft.hasDescriptor) {
      local.setUint32(14, crc, true);
      local.setUint32(18, packed.length, true);
      local.setUint32(22, size, true);
    }
    local.setUint16(26, name.length, true);
    push(new Uint8Array(local.buffer));
    push(name);
    push(packed);
    if (draft.hasDescriptor) {
      const descriptor = new DataView(new ArrayBuffer(16));
      descriptor.setUint32(0, 0x08074b50, true);
      descriptor.setUint32(4, crc, true);
      descriptor.setUint32(8, packed.length, true);
      descriptor.setUint32(12, size, true);
      push(new Uint8Array(descriptor.buffer));
    }
    const comment = strToU8(draft.comment ?? '');
    const extraLength = options.isZip64 ? 28 : 0;
    const central = new DataView(new ArrayBuffer(46 + name.length + extraLength + comment.length));
    const narrow = (value: number): number => (options.isZip64 ? 0xffffffff : value);
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(4, 0x0314, true);
    central.setUint16(6, 20, true);
    central.setUint16(8, flags, true);
    central.setUint16(10, method, true);
    central.setUint16(12, DOS_TIME, true);
    central.setUint16(14, DOS_DATE, true);
    central.setUint32(16, crc, true);
    central.setUint32(20, narrow(packed.length), true);
    central.setUint32(24, narrow(size), true);
    central.setUint16(28, name.length, true);
    central.setUint16(30, extraLength, true);
    central.setUint16(32, comment.length, true);
    central.setUint32(42, narrow(start), true);
    const bytes = new Uint8Array(central.buffer);
    bytes.set(name, 46);
    if (options.isZip64) {
      const at = 46 + name.length;
      central.setUint16(at, 1, true);
      central.setUint16(at + 2, 24, true);
      central.setBigUint64(at + 4, BigInt(size), true);
      central.setBigUint64(at + 12, BigInt(packed.length), true);
      central.setBigUint64(at + 20, BigInt(start), true);
    }
    bytes.set(comment, 46 + name.length + extraLength);
    directory.push(bytes);
  }
  const directoryStart = offset;
  directory.forEach(push);
  const directorySize = offset - directoryStart;
  if (options.isZip64) {
    const recordStart = offset;
    const record = new DataView(new ArrayBuffer(76));
    record.setUint32(0, 0x06064b50, true);
    record.setBigUint64(4, 44n, true);
    record.setBigUint64(24, BigInt(drafts.length), true);
    record.setBigUint64(32, BigInt(drafts.length), true);
    record.setBigUint64(40, BigInt(directorySize), true);
    record.setBigUint64(48, BigInt(directoryStart), true);
    record.setUint32(56, 0x07064b50, true);
    record.setBigUint64(64, BigInt(recordStart), true);
    record.setUint32(72, 1, true);
    push(new Uint8Array(record.buffer));
  }
  const comment = strToU8(options.comment ?? '');
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, options.isZip64 ? 0xffff : drafts.length, true);
  end.setUint16(10, options.isZip64 ? 0xffff : drafts.length, true);
  end.setUint32(12, options.isZip64 ? 0xffffffff : directorySize, true);
  end.setUint32(16, options.isZip64 ? 0xffffffff : directoryStart, true);
  end.setUint16(20, comment.length, true);
  push(new Uint8Array(end.buffer));
  push(comment);
  const out = new Uint8Array(offset);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const relationships = (...list: readonly [id: string, type: string, target: string][]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_REL}">${list
    .map(([id, type, target]) => {
      const address = type.includes('/') ? type : `${REL}/${type}`;
      return `<Relationship Id="${id}" Type="${address}" Target="${target}"/>`;
    })
    .join('')}</Relationships>`;

export const sheetXml = (data: string, before = '', after = ''): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

export interface PackageDraft {
  /** Sheet name → sheet XML (or bytes). */
  readonly sheets: Readonly<Record<string, string | Uint8Array>>;
  /** Relationships of the first sheet. */
  readonly sheetRelations?: readonly [string, string, string][];
  readonly workbookRelations?: readonly [string, string, string][];
  readonly packageRelations?: readonly [string, string, string][];
  readonly styles?: string;
  readonly strings?: string;
  readonly workbook?: string;
  /** Inside the workbook element, before and after `sheets`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly extra?: readonly EntryDraft[];
}

/** The entries of a plain package around given sheets. */
export function packageEntries(draft: PackageDraft): EntryDraft[] {
  const names = Object.keys(draft.sheets);
  const workbook =
    draft.workbook ??
    `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${draft.beforeSheets ?? ''}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets>${draft.afterSheets ?? ''}</workbook>`;
  const relations: [string, string, string][] = names.map((_, i) => [
    `rId${i + 1}`,
    'worksheet',
    `worksheets/sheet${i + 1}.xml`,
  ]);
  if (draft.styles) relations.push(['rIdStyles', 'styles', 'styles.xml']);
  if (draft.strings) relations.push(['rIdStrings', 'sharedStrings', 'sharedStrings.xml']);
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const entries: EntryDraft[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}${draft.styles ? part('styles', 'styles') : ''}${draft.strings ? part('sharedStrings', 'sharedStrings') : ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: relationships(['rId1', 'officeDocument', 'xl/workbook.xml'], ...(draft.packageRelations ?? [])),
    },
    { name: 'xl/workbook.xml', data: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships(...relations, ...(draft.workbookRelations ?? [])),
    },
  ];
  names.forEach((name, i) => {
    entries.push({ name: `xl/worksheets/sheet${i + 1}.xml`, data: draft.sheets[name] ?? '' });
  });
  if (draft.sheetRelations) {
    entries.push({
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      data: relationships(...draft.sheetRelations),
    });
  }
  if (draft.styles) entries.push({ name: 'xl/styles.xml', data: draft.styles });
  if (draft.strings) entries.push({ name: 'xl/sharedStrings.xml', data: draft.strings });
  return [...entries, ...(draft.extra ?? [])];
}

export const buildPackage = (draft: PackageDraft): Uint8Array => buildZip(packageEntries(draft));

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The xlsx file of a workbook given as data, so that every adapter starts from the same workbook. */
export function xlsxOf(grid: WorkbookGrid): Uint8Array {
  const looks: string[] = ['null true false null'];
  const styleOf = (cell: GridCell): number => {
    const look = `${cell.format} ${cell.locked} ${cell.bold} ${cell.fill}`;
    if (!looks.includes(look)) looks.push(look);
    return looks.indexOf(look);
  };
  const cells = grid.sheets.flatMap((sheet) => sheet.cells);
  cells.forEach(styleOf);
  const formats = [...new Set(cells.map(({ format }) => format).filter((format) => format !== null))];
  const fills = [...new Set(cells.map(({ fill }) => fill).filter((fill) => fill !== null))];
  const xfs = looks.map((look) => {
    const cell = cells.find((one) => `${one.format} ${one.locked} ${one.bold} ${one.fill}` === look);
    const format = cell?.format ? 200 + formats.indexOf(cell.format) : 0;
    const fill = cell?.fill ? 2 + fills.indexOf(cell.fill) : 0;
    const protection = cell && !cell.locked ? ' applyProtection="1"><protection locked="0"/></xf>' : '/>';
    return `<xf numFmtId="${format}" fontId="${cell?.bold ? 1 : 0}" fillId="${fill}" borderId="0" xfId="0"${protection}`;
  });
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats
    .map((format, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(format)}"/>`)
    .join(
      '',
    )}</numFmts><fonts><font/><font><b/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills
    .map((fill) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`)
    .join(
      '',
    )}</fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;

  const extra: EntryDraft[] = [];
  const sheets = grid.sheets.map((sheet, index) => {
    const relations: [string, string, string][] = [];
    const tableParts = sheet.tables.map((table, i) => {
      const name = `table${index}_${i}.xml`;
      relations.push([`t${i}`, 'table', `../tables/${name}`]);
      const columns = Array.from(
        { length: table.range.right - table.range.left + 1 },
        (_, at) => `<tableColumn id="${at + 1}" name="k${at + 1}"/>`,
      );
      extra.push({
        name: `xl/tables/${name}`,
        data: `<table xmlns="${MAIN}" id="${index * 10 + i + 1}" name="${table.name}" displayName="${table.name}" ref="${formatRange(table.range)}" headerRowCount="${table.headerRows}" totalsRowCount="${table.totalsRows}"><tableColumns count="${columns.length}">${columns.join('')}</tableColumns></table>`,
      });
      return `<tablePart r:id="t${i}"/>`;
    });
    sheet.pivots.forEach((range, i) => {
      relations.push([`p${i}`, 'pivotTable', `../pivotTables/pivot${index}_${i}.xml`]);
      extra.push({
        name: `xl/pivotTables/pivot${index}_${i}.xml`,
        data: `<pivotTableDefinition xmlns="${MAIN}" name="p" cacheId="1"><location ref="${formatRange(range)}" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
      });
    });
    if (relations.length > 0) {
      extra.push({
        name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
        data: relationships(...relations),
      });
    }
    return sheetOf(sheet, styleOf, tableParts.join(''));
  });
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${grid.dateSystem === '1904' ? ' date1904="1"' : ''}/><sheets>${grid.sheets
    .map((sheet, i) => {
      const state = { visible: '', hidden: ' state="hidden"', 'very-hidden': ' state="veryHidden"' };
      return `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}"${state[sheet.visibility]} r:id="rId${i + 1}"/>`;
    })
    .join('')}</sheets><definedNames>${grid.names
    .map(({ name, refersTo }) => `<definedName name="${name}">${escapeXml(refersTo)}</definedName>`)
    .join('')}</definedNames></workbook>`;
  return buildPackage({
    sheets: Object.fromEntries(sheets.map((xml, i) => [`s${i}`, xml])),
    workbook,
    styles,
    extra,
  });
}

function sheetOf(sheet: SheetGrid, styleOf: (cell: GridCell) => number, tableParts: string): string {
  const rows = new Map<number, string[]>();
  for (const cell of sheet.cells) {
    const list = rows.get(cell.row) ?? [];
    list.push(cellXml(cell, styleOf(cell)));
    rows.set(cell.row, list);
  }
  for (const row of sheet.hiddenRows) if (!rows.has(row)) rows.set(row, []);
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, cells]) =>
        `<row r="${row + 1}"${sheet.hiddenRows.has(row) ? ' hidden="1"' : ''}>${cells.join('')}</row>`,
    )
    .join('');
  const cols = [...sheet.hiddenCols]
    .map((col) => `<col min="${col + 1}" max="${col + 1}" width="9" hidden="1"/>`)
    .join('');
  const list = (tag: string, items: string): string => (items === '' ? '' : `<${tag}>${items}</${tag}>`);
  return sheetXml(
    data,
    `<dimension ref="A1:${columnLetters(Math.max(0, sheet.colCount - 1))}${Math.max(1, sheet.rowCount)}"/>${list('cols', cols)}`,
    (sheet.isProtected ? '<sheetProtection sheet="1" objects="1"/>' : '') +
      list('mergeCells', sheet.merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join('')) +
      list(
        'dataValidations',
        sheet.validations
          .map(
            (range) =>
              `<dataValidation type="decimal" sqref="${formatRange(range)}"><formula1>0</formula1></dataValidation>`,
          )
          .join(''),
      ) +
      list('tableParts', tableParts),
  );
}

function cellXml(cell: GridCell, style: number): string {
  const { value, formula } = cell;
  const types = {
    number: '',
    text: formula === null ? ' t="inlineStr"' : ' t="str"',
    boolean: ' t="b"',
    error: ' t="e"',
  };
  const f = formula === null ? '' : `<f>${escapeXml(formula)}</f>`;
  const start = `<c r="${a1(cell.row, cell.col)}"${style === 0 ? '' : ` s="${style}"`}`;
  if (value === null) return f === '' ? `${start}/>` : `${start}>${f}</c>`;
  const text = escapeXml(value.kind === 'boolean' ? (value.value ? '1' : '0') : String(value.value));
  const content =
    value.kind === 'text' && formula === null
      ? `<is><t xml:space="preserve">${text}</t></is>`
      : `${f}<v>${text}</v>`;
  return `${start}${types[value.kind]}>${content}</c>`;
}
