import writeXlsxFile, {
  type CellObject,
  type Feature,
  type Row,
  type Sheet,
} from 'write-excel-file/universal';
import {
  columnLetters,
  firstDay,
  formatMoney,
  isIsoDate,
  isMonth,
  REPORT_MARK,
  serialFromDate,
  type Decimal,
  type Money,
  type Value,
} from '../core';
import { showMoney, type Language } from '../messages';
import type { Words } from './words';

/** Excel keeps 15 digits: amounts beyond that are written as text rather than a cent off. */
const LARGEST_EXACT_CENTS = 999_999_999_999_999n;
const LONGEST_TEXT = 32_000;
/** The sheet's own limit is 1,048,576; the rest leaves room for headings. */
const MOST_ROWS = 1_000_000;

/** The `_-` keeps amounts a little off the next column. */
const EURO = '"€" #,##0.00_-;"€" -#,##0.00_-';
const DAY = 'dd-mm-yyyy';
const MONTH = 'mmm yyyy';
const PERCENT = '0.00##%';
const STARTS_LIKE_A_FORMULA = /^[=+\-@\t\r]/;

const TOP: CellObject = { alignVertical: 'top' };

/**
 * A text cell. Always stored as text, never as a formula; what begins with `= + - @` also gets the text
 * format, so that it stays text when someone edits it.
 */
export function textCell(text: string | null, style: CellObject = {}): CellObject {
  if (text === null || text === '') return { ...TOP, ...style };
  let value = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  // The writer looks shared strings up in a plain object, where these names are taken.
  if (value in {}) value = `${value} `;
  return {
    ...TOP,
    wrap: true,
    // A program shows an indent only where the alignment is stated.
    ...(style.indent === undefined ? {} : { align: 'left' as const }),
    ...style,
    value,
    type: String,
    ...(STARTS_LIKE_A_FORMULA.test(value) ? { format: '@' } : {}),
  };
}

/** An amount as a real number in euro format; empty when unknown. */
export function moneyCell(amount: Money | null, language: Language, style: CellObject = {}): CellObject {
  if (amount === null) return { ...TOP, ...style };
  if (amount > LARGEST_EXACT_CENTS || amount < -LARGEST_EXACT_CENTS) {
    return textCell(showMoney(amount, language), { align: 'right', ...style });
  }
  return { ...TOP, ...style, value: Number(formatMoney(amount)), type: Number, format: EURO };
}

export const countCell = (count: number, style: CellObject = {}): CellObject => ({
  ...TOP,
  ...style,
  value: count,
  type: Number,
  format: '#,##0',
});

function decimalCell(number: Decimal, format: string | null, style: CellObject): CellObject {
  const plain = number.toFixed();
  if (plain.replace(/^-?0*\.?|[.]/g, '').length > 15) return textCell(plain, { align: 'right', ...style });
  return { ...TOP, ...style, value: Number(plain), type: Number, ...(format === null ? {} : { format }) };
}

/** A volume; empty when unknown. */
export const quantityCell = (quantity: Decimal | null, style: CellObject = {}): CellObject =>
  quantity === null ? { ...TOP, ...style } : decimalCell(quantity, '#,##0.####', style);

/** A day as a real date; text that isn't a day stays text. */
export const dateCell = (day: string | null, style: CellObject = {}): CellObject =>
  day !== null && isIsoDate(day)
    ? { ...TOP, align: 'left', ...style, value: serialFromDate(day, '1900'), type: Number, format: DAY }
    : textCell(day, style);

export const monthCell = (month: string | null, style: CellObject = {}): CellObject =>
  month !== null && isMonth(month)
    ? {
        ...TOP,
        align: 'left',
        ...style,
        value: serialFromDate(firstDay(month), '1900'),
        type: Number,
        format: MONTH,
      }
    : textCell(month, style);

export const ratioCell = (ratio: Decimal | null, style: CellObject = {}): CellObject =>
  ratio === null ? { ...TOP, ...style } : decimalCell(ratio, PERCENT, style);

/** A value with its own number format. */
export function valueCell(value: Value, language: Language, style: CellObject = {}): CellObject {
  switch (value.kind) {
    case 'money':
      return moneyCell(value.value, language, style);
    case 'quantity':
      return decimalCell(value.value, null, style);
    case 'ratio':
      return decimalCell(value.value, PERCENT, style);
    case 'date':
      return dateCell(value.value, style);
    case 'month':
      return monthCell(value.value, style);
    case 'text':
      return textCell(value.value, { align: 'right', ...style });
  }
}

export const HEADER: CellObject = {
  fontWeight: 'bold',
  backgroundColor: '#DCE6F1',
  bottomBorderStyle: 'thin',
  wrap: true,
  alignVertical: 'bottom',
};
export const STRONG: CellObject = { fontWeight: 'bold' };
export const SECTION: CellObject = { fontWeight: 'bold', backgroundColor: '#F2F2F2' };

/** A sheet, and the range of its table for the filter buttons. */
export interface TableSheet extends Sheet<Blob> {
  readonly filter: string;
  /** Ranges that the reader may fill in although the sheet is protected. */
  readonly inputs?: readonly string[];
}

/** A cell for the reader to fill in. */
export const INPUT: CellObject = { backgroundColor: '#FFF2CC', textColor: '#1F3864' };
/** A figure that somebody put in the place of a calculated one. */
export const OVERRIDE: CellObject = { backgroundColor: '#FCE4D6', textColor: '#833C0B', fontWeight: 'bold' };

/**
 * What the writer has no option for: filter buttons on each table, and printing as wide as the paper.
 * @param filters The range of the table on each sheet, in order.
 */
export function tableFeatures(
  filters: readonly string[],
  protectedSheets: readonly { readonly inputs?: readonly string[] }[] = [],
): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': { transform: markReport },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            xml
              .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(
                '</sheetData>',
                `</sheetData>${protection(protectedSheets[sheetIndex])}<autoFilter ref="${filters[sheetIndex] ?? 'A1'}"/>`,
              )
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
      },
    },
  };
}

/**
 * Results can't be changed by accident; there is no password, so whoever wants to can. Ranges to fill in stay open, and
 * filters and widths go on working.
 */
function protection(sheet: { readonly inputs?: readonly string[] } | undefined): string {
  if (!sheet) return '';
  const ranges = (sheet.inputs ?? [])
    .map((range, index) => `<protectedRange sqref="${range}" name="Invoer${index + 1}"/>`)
    .join('');
  return (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' +
    (ranges === '' ? '' : `<protectedRanges>${ranges}</protectedRanges>`)
  );
}

/** Puts our mark on every sheet, so that a workbook it is copied into isn't read as a prognosis there. */
function markReport(xml: string): string {
  const names = [...xml.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map((match) => match[1] ?? '');
  const marks = names.map((name, index) => {
    const quoted = name.replace(/'|&apos;/g, "''");
    return `<definedName name="${REPORT_MARK}" localSheetId="${index}" hidden="1">'${quoted}'!$A$1</definedName>`;
  });
  return xml.replace('</sheets>', `</sheets><definedNames>${marks.join('')}</definedNames>`);
}

export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly align?: 'right';
}

/** A column headed by a word of the report. */
export const column = (words: Words, code: string, width: number, align?: 'right'): Column =>
  align === undefined ? { title: words(code), width } : { title: words(code), width, align };

/** Says how many rows a sheet leaves out. */
export const tooManyRows =
  (words: Words) =>
  (left: number): string =>
    words('report.and-more', { count: left });

const LINE_POINTS = 15;
/** The tallest row a sheet takes, in points. */
const TALLEST = 409;

/** Height for a row's wrapped text: not every program works that out when it opens the file. */
function fitted(row: Row, columns: readonly Column[]): Row {
  const lines = row.map((cell, index) => {
    if (typeof cell !== 'object' || cell === null || !('value' in cell) || cell.wrap !== true) return 1;
    if (typeof cell.value !== 'string') return 1;
    const room = Math.max(4, (columns[index]?.width ?? 10) - 2 * (cell.indent ?? 0) - 1);
    // Words break unevenly and capitals are wide: count a little more than the letters.
    return Math.ceil((cell.value.length * 1.08) / room);
  });
  const most = Math.max(1, ...lines);
  const [first, ...rest] = row;
  if (most === 1 || typeof first !== 'object' || first === null || first instanceof Date) return row;
  return [{ ...first, height: Math.min(TALLEST, most * LINE_POINTS) } as CellObject, ...rest];
}

/**
 * A sheet with one table: lines above it, a bold frozen header, the rows. More rows than a sheet takes are
 * cut, with a last row that says so.
 */
export function tableSheet(
  name: string,
  columns: readonly Column[],
  rows: readonly Row[],
  tooMany: (left: number) => string,
  options: { readonly above?: readonly Row[]; readonly frozenColumns?: number } = {},
): TableSheet {
  const above = options.above ?? [];
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS) : [...rows];
  if (rows.length > MOST_ROWS) shown.push([textCell(tooMany(rows.length - MOST_ROWS), STRONG)]);
  const header = above.length + 1;
  const titles = columns.map((column) =>
    textCell(column.title, column.align === undefined ? HEADER : { ...HEADER, align: column.align }),
  );
  return {
    filter: `A${header}:${columnLetters(columns.length - 1)}${header + shown.length}`,
    sheet: name,
    data: [...above, fitted(titles, columns), ...shown.map((row) => fitted(row, columns))],
    columns: columns.map((column) => ({ width: column.width })),
    stickyRowsCount: header,
    ...(options.frozenColumns === undefined ? {} : { stickyColumnsCount: options.frozenColumns }),
    orientation: 'landscape',
  };
}

/** A workbook of these sheets; with `isProtected` results can only be changed on purpose. */
export async function workbookOf(
  sheets: readonly TableSheet[],
  options: { readonly isProtected?: boolean } = {},
): Promise<Uint8Array> {
  const filters = sheets.map((sheet) => sheet.filter);
  const features = [tableFeatures(filters, options.isProtected ? sheets : [])];
  const blob = await writeXlsxFile([...sheets], { fontFamily: 'Calibri', fontSize: 11, features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
