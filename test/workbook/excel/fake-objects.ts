import { areaRange } from '../../../src/workbook/formula';
import { inRange, type GridRange } from '../../../src/core';
import { ExcelFault, FakeSheet, type FakeCell, type FakeChart, type FakeWorkbook } from './fake-workbook';

/** An object of the model: what can be read, set and called. Names as in the documentation. */
export interface Thing {
  readonly type: string;
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly call?: Readonly<Record<string, (...given: never[]) => unknown>>;
  set?(name: string, value: unknown): void;
  items?(): readonly Thing[];
  item?(key: unknown): Thing | null;
}

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const notFound = (what: unknown): ExcelFault =>
  new ExcelFault('ItemNotFound', `The requested resource doesn’t exist: ${String(what)}`);

const invalid = (what: string): ExcelFault => new ExcelFault('InvalidArgument', what);

/** Sets only what is named, as Excel does. */
const setter =
  (type: string, setters: Readonly<Record<string, (value: never) => void>>) =>
  (name: string, value: unknown): void => {
    const set = setters[name];
    if (!set) throw invalid(`${type}.${name} can’t be set`);
    set(value as never);
  };

const rangeOf = (address: string): GridRange => {
  const range = areaRange(address.slice(address.lastIndexOf('!') + 1));
  if (!range) throw invalid(`not an address: ${address}`);
  return range;
};

/** The root object of every request. */
export function workbookThing(book: FakeWorkbook): Thing {
  return {
    type: 'Workbook',
    get: {
      name: () => book.file,
      worksheets: () => worksheetsThing(book),
      names: () => namesThing(book.names),
      application: () => applicationThing(book),
      functions: () => ({
        type: 'Functions',
        call: {
          date: (year: number, month: number, day: number) => ({
            type: 'FunctionResult',
            get: {
              value: () =>
                Math.round(Date.UTC(year, month - 1, day) / 86_400_000) +
                25569 -
                (book.dateSystem === '1904' ? 1462 : 0),
              error: () => null,
            },
          }),
        },
      }),
      customXmlParts: () => xmlPartsThing(book),
      tables: () => {
        const all = (): Thing[] =>
          book.sheets.flatMap((sheet) => sheet.tables.map((table) => tableThing(book, sheet, table)));
        return {
          type: 'TableCollection',
          items: all,
          item: (key: unknown) => all().find(({ id }) => id === key) ?? null,
        };
      },
      protection: () => ({
        type: 'WorkbookProtection',
        get: { protected: () => book.isStructureProtected },
      }),
    },
    call: {
      insertWorksheetsFromBase64: (base64: string) => book.insert(base64),
      getSelectedRange: () => {
        const { selection } = book;
        const sheet = selection && book.sheet(selection.sheet);
        if (!sheet) throw new ExcelFault('InvalidSelection', 'The current selection is invalid.');
        return rangeThing(book, sheet, selection.range);
      },
    },
  };
}

const applicationThing = (book: FakeWorkbook): Thing => ({
  type: 'Application',
  get: { calculationMode: () => book.calculationMode },
  set: setter('Application', {
    calculationMode: (mode: FakeWorkbook['calculationMode']) => {
      book.calculationMode = mode;
    },
  }),
  call: {
    calculate: () => {
      book.calculate(true);
      return null;
    },
    suspendScreenUpdatingUntilNextSync: () => null,
    suspendApiCalculationUntilNextSync: () => null,
  },
});

const namesThing = (names: readonly { name: string; refersTo: string }[]): Thing => ({
  type: 'NamedItemCollection',
  items: () =>
    names.map(({ name, refersTo }) => ({
      type: 'NamedItem',
      get: { name: () => name, formula: () => `=${refersTo}` },
    })),
});

function worksheetsThing(book: FakeWorkbook): Thing {
  const find = (key: unknown): Thing | null => {
    const sheet = book.sheet(String(key));
    return sheet ? sheetThing(book, sheet) : null;
  };
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => sheetThing(book, sheet)),
    item: find,
    call: {
      getItemOrNullObject: find,
      getActiveWorksheet: () => find(book.activeSheet),
      add: (name: string) => {
        if (book.isStructureProtected) throw new ExcelFault('AccessDenied', 'The workbook is protected.');
        if (book.sheet(name) || name.length > 31 || /[\\/?*[\]:]/.test(name) || name === '') {
          throw invalid(`not a name for a new sheet: ${name}`);
        }
        const sheet = new FakeSheet(name);
        book.sheets.push(sheet);
        book.reshaped();
        return sheetThing(book, sheet);
      },
    },
  };
}

function sheetThing(book: FakeWorkbook, sheet: FakeSheet): Thing {
  const whole: GridRange = { top: 0, left: 0, bottom: 1048575, right: 16383 };
  const tables = (): Thing[] => sheet.tables.map((table) => tableThing(book, sheet, table));
  const pivots = (): Thing[] => sheet.pivots.map((pivot) => pivotThing(book, sheet, pivot));
  const byName =
    (list: () => Thing[]) =>
    (key: unknown): Thing | null =>
      list().find((thing) => thing.id === key || thing.get?.['name']?.() === key) ?? null;
  const rename = (name: string): void => {
    if (book.sheet(name) && book.sheet(name) !== sheet) throw invalid(`a sheet ${name} is there already`);
    sheet.name = name;
    book.reshaped();
  };
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: {
      id: () => sheet.id,
      name: () => sheet.name,
      visibility: () => sheet.visibility,
      tabColor: () => sheet.tabColor,
      protection: () => protectionThing(sheet),
      names: () => namesThing(sheet.names),
      tables: () => ({ type: 'TableCollection', items: tables, item: byName(tables) }),
      pivotTables: () => ({ type: 'PivotTableCollection', items: pivots, item: byName(pivots) }),
      charts: () => chartsThing(sheet),
      customProperties: () => ({
        type: 'WorksheetCustomPropertyCollection',
        call: {
          getItemOrNullObject: (key: string) => {
            const value = sheet.properties.get(key);
            return value === undefined
              ? null
              : { type: 'WorksheetCustomProperty', get: { key: () => key, value: () => value } };
          },
          add: (key: string, value: string) => {
            sheet.properties.set(key, value);
            return { type: 'WorksheetCustomProperty', get: { key: () => key, value: () => value } };
          },
        },
      }),
      freezePanes: () => ({ type: 'WorksheetFreezePanes', call: { freezeRows: () => null } }),
    },
    set: setter('Worksheet', {
      name: rename,
      visibility: (value: FakeSheet['visibility']) => {
        sheet.visibility = value;
      },
      tabColor: (value: string) => {
        sheet.tabColor = value;
      },
      showGridlines: () => undefined,
    }),
    call: {
      getUsedRangeOrNullObject: (valuesOnly: boolean) => {
        const used = sheet.used(valuesOnly);
        return used ? rangeThing(book, sheet, used) : null;
      },
      getRange: (address?: string) => rangeThing(book, sheet, address ? rangeOf(address) : whole),
      getRangeByIndexes: (row: number, col: number, rows: number, cols: number) => {
        const range = { top: row, left: col, bottom: row + rows - 1, right: col + cols - 1 };
        if (row < 0 || col < 0 || rows < 1 || cols < 1 || range.bottom > 1048575 || range.right > 16383) {
          throw invalid('The argument is out of range.');
        }
        return rangeThing(book, sheet, range);
      },
      activate: () => {
        if (sheet.visibility !== 'Visible') throw invalid('a hidden sheet can’t be activated');
        book.activeSheet = sheet.name;
        return null;
      },
      delete: () => {
        if (book.isStructureProtected) throw new ExcelFault('AccessDenied', 'The workbook is protected.');
        book.sheets = book.sheets.filter((other) => other !== sheet);
        book.reshaped();
        return null;
      },
    },
  };
}

const protectionThing = (sheet: FakeSheet): Thing => ({
  type: 'WorksheetProtection',
  get: { protected: () => sheet.isProtected, options: () => sheet.protectionOptions },
  call: {
    unprotect: (password?: string) => {
      if (sheet.password !== '' && password !== sheet.password) {
        throw new ExcelFault('InvalidOperation', 'The password isn’t right.');
      }
      sheet.isProtected = false;
      return null;
    },
    protect: (options?: Record<string, unknown>) => {
      if (sheet.isProtected) throw new ExcelFault('InvalidOperation', 'The sheet is protected already.');
      sheet.isProtected = true;
      sheet.protectionOptions = options ?? {};
      return null;
    },
  },
});

const tableThing = (book: FakeWorkbook, sheet: FakeSheet, table: FakeSheet['tables'][number]): Thing => ({
  type: 'Table',
  id: table.name,
  get: {
    id: () => table.name,
    name: () => table.name,
    showHeaders: () => table.showHeaders,
    showTotals: () => table.showTotals,
    worksheet: () => sheetThing(book, sheet),
  },
  call: { getRange: () => rangeThing(book, sheet, table.range) },
});

const pivotThing = (book: FakeWorkbook, sheet: FakeSheet, pivot: FakeSheet['pivots'][number]): Thing => ({
  type: 'PivotTable',
  id: pivot.name,
  get: {
    name: () => pivot.name,
    id: () => pivot.name,
    layout: () => ({
      type: 'PivotLayout',
      call: {
        getRange: () => rangeThing(book, sheet, pivot.range),
        getFilterAxisRange: () => {
          if (!pivot.filters) throw notFound('filter axis');
          return rangeThing(book, sheet, pivot.filters);
        },
      },
    }),
  },
});

function chartsThing(sheet: FakeSheet): Thing {
  const chartThing = (chart: FakeChart): Thing => ({
    type: 'Chart',
    id: chart.name,
    get: {
      name: () => chart.name,
      title: () => ({
        type: 'ChartTitle',
        get: { text: () => chart.title },
        set: setter('ChartTitle', {
          text: (text: string) => {
            chart.title = text;
          },
        }),
      }),
    },
    set: setter('Chart', {
      name: (name: string) => {
        chart.name = name;
      },
    }),
    call: { setPosition: () => null },
  });
  return {
    type: 'ChartCollection',
    items: () => sheet.charts.map(chartThing),
    call: {
      add: (kind: string, source: Thing) => {
        const chart = {
          name: `Chart ${sheet.charts.length + 1}`,
          kind,
          source: String(source.get?.['address']?.()),
          title: '',
        };
        sheet.charts.push(chart);
        return chartThing(chart);
      },
    },
  };
}

function xmlPartsThing(book: FakeWorkbook): Thing {
  const partThing = (part: FakeWorkbook['xmlParts'][number]): Thing => ({
    type: 'CustomXmlPart',
    id: part.id,
    get: { id: () => part.id, namespaceUri: () => part.namespace },
    call: {
      getXml: () => part.xml,
      setXml: (xml: string) => {
        part.xml = wellFormed(xml);
        return null;
      },
      delete: () => {
        book.xmlParts = book.xmlParts.filter((other) => other !== part);
        return null;
      },
    },
  });
  const find = (key: unknown): Thing | null => {
    const part = book.xmlParts.find(({ id }) => id === key);
    return part ? partThing(part) : null;
  };
  return {
    type: 'CustomXmlPartCollection',
    items: () => book.xmlParts.map(partThing),
    item: find,
    call: {
      getItemOrNullObject: find,
      add: (xml: string) => {
        const part = {
          id: `{${String(book.xmlParts.length + 1).padStart(8, '0')}-AAAA-BBBB-CCCC-000000000000}`,
          namespace: /xmlns="([^"]*)"/.exec(xml)?.[1] ?? '',
          xml: wellFormed(xml),
        };
        book.xmlParts.push(part);
        return partThing(part);
      },
      getByNamespace: (namespace: string) => ({
        type: 'CustomXmlPartScopedCollection',
        items: () => book.xmlParts.filter((part) => part.namespace === namespace).map(partThing),
        item: find,
      }),
    },
  };
}

function wellFormed(xml: string): string {
  if (!/^<([\w:]+)[^>]*(\/>|>[\s\S]*<\/\1>)$/.test(xml.replace(/^<\?xml[^>]*\?>\s*/, ''))) {
    throw invalid('not well-formed XML');
  }
  return xml;
}

/** One answer for all cells, or null (an empty text for colours) when they differ. */
function same<T>(values: Iterable<T>): T | null {
  let found: T | null = null;
  let isFirst = true;
  for (const value of values) {
    if (isFirst) found = value;
    else if (value !== found) return null;
    isFirst = false;
  }
  return found;
}

const BLANK: FakeCell = {
  value: null,
  formula: null,
  format: 'General',
  locked: true,
  bold: false,
  fill: null,
  letters: '000000',
};

const MAX_CELLS = 5_000_000;
/** Excel answers for this many merged areas at once. */
const MAX_MERGES = 512;

export function rangeThing(book: FakeWorkbook, sheet: FakeSheet, range: GridRange): Thing {
  const { top, left, bottom, right } = range;
  const rows = bottom - top + 1;
  const cols = right - left + 1;
  const cellAt = (row: number, col: number): FakeCell => sheet.at(row, col) ?? BLANK;
  function table<T>(of: (cell: FakeCell, row: number, col: number) => T): T[][] {
    if (rows * cols > MAX_CELLS) throw new ExcelFault('InvalidArgument', 'more than 5 million cells');
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: cols }, (__, c) => of(cellAt(top + r, left + c), top + r, left + c)),
    );
  }
  function* cells(): Generator<FakeCell> {
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) yield cellAt(row, col);
  }
  const isSpilled = (row: number, col: number): boolean =>
    sheet.spills.some((spill) => inRange(spill, row, col));
  const areas = (found: readonly GridRange[]): Thing | null =>
    found.length === 0
      ? null
      : {
          type: 'RangeAreas',
          get: {
            areas: () => ({
              type: 'RangeCollection',
              items: () => found.map((area) => rangeThing(book, sheet, area)),
            }),
          },
        };
  const touching = (found: readonly GridRange[]): GridRange[] =>
    found.filter(
      (area) => area.top <= bottom && area.bottom >= top && area.left <= right && area.right >= left,
    );
  const contents = (cell: FakeCell): unknown => cell.value?.value ?? '';
  const setAll = (change: (cell: FakeCell) => void): void => {
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++) {
        book.refuseLocked(sheet, row, col);
        change(sheet.make(row, col));
      }
    }
  };
  return {
    type: 'Range',
    get: {
      address: () => sheet.address(range),
      rowIndex: () => top,
      columnIndex: () => left,
      rowCount: () => rows,
      columnCount: () => cols,
      worksheet: () => sheetThing(book, sheet),
      values: () => table(contents),
      formulas: () => table((cell) => (cell.formula === null ? contents(cell) : `=${cell.formula}`)),
      valueTypes: () =>
        table(({ value }) =>
          value === null
            ? 'Empty'
            : { number: 'Double', text: 'String', boolean: 'Boolean', error: 'Error' }[value.kind],
        ),
      numberFormat: () => table(({ format }) => format),
      rowHidden: () => same(Array.from({ length: rows }, (_, r) => sheet.hiddenRows.has(top + r))),
      columnHidden: () => same(Array.from({ length: cols }, (_, c) => sheet.hiddenCols.has(left + c))),
      hasSpill: () => same(table((_, row, col) => isSpilled(row, col)).flat()),
      format: () => ({
        type: 'RangeFormat',
        get: {
          font: () => ({
            type: 'RangeFont',
            get: {
              bold: () => same(mapped(cells(), ({ bold }) => bold)),
              // Letters of several colours have none together.
              color: () => {
                const letters = same(mapped(cells(), (cell) => cell.letters));
                return letters === null ? null : `#${letters}`;
              },
            },
            set: setter('RangeFont', {
              bold: (bold: boolean) => setAll((cell) => Object.assign(cell, { bold })),
              color: () => undefined,
              italic: () => undefined,
              size: () => undefined,
            }),
          }),
          protection: () => ({
            type: 'FormatProtection',
            get: { locked: () => same(mapped(cells(), ({ locked }) => locked)) },
            set: setter('FormatProtection', {
              locked: (locked: boolean) => setAll((cell) => Object.assign(cell, { locked })),
            }),
          }),
          fill: () => ({
            type: 'RangeFill',
            get: {
              color: () => {
                const fill = same(mapped(cells(), (cell) => cell.fill ?? 'FFFFFF'));
                return fill === null ? '' : `#${fill}`;
              },
              pattern: () => same(mapped(cells(), (cell) => (cell.fill === null ? 'None' : 'Solid'))),
            },
            set: setter('RangeFill', {
              color: (color: string) =>
                setAll((cell) => Object.assign(cell, { fill: color.slice(1).toUpperCase() })),
            }),
          }),
        },
        set: setter('RangeFormat', {
          columnWidth: () => undefined,
          rowHeight: () => undefined,
          wrapText: () => undefined,
          horizontalAlignment: () => undefined,
          verticalAlignment: () => undefined,
          indentLevel: () => undefined,
        }),
        call: { autofitColumns: () => null },
      }),
    },
    set: setter('Range', {
      values: (values: unknown) => book.put(sheet, range, values),
      formulas: (values: unknown) => book.put(sheet, range, values),
      numberFormat: (formats: unknown) => book.putFormats(sheet, range, formats),
    }),
    call: {
      getCellProperties: (wanted: { format?: Record<string, unknown> }) => {
        const { fill, font, protection } = wanted.format ?? {};
        // A list of properties where Excel takes yes or no is an error there too.
        if (protection !== undefined && typeof protection !== 'boolean') {
          throw invalid('cellPropertiesLoadOptions');
        }
        return table((cell) => ({
          format: {
            ...(fill
              ? { fill: { color: `#${cell.fill ?? 'FFFFFF'}`, pattern: cell.fill ? 'Solid' : 'None' } }
              : {}),
            ...(font ? { font: { bold: cell.bold, color: `#${cell.letters}` } } : {}),
            ...(protection ? { protection: { locked: cell.locked, formulaHidden: false } } : {}),
          },
        }));
      },
      getRowProperties: () =>
        Array.from({ length: rows }, (_, r) => ({ rowHidden: sheet.hiddenRows.has(top + r) })),
      getColumnProperties: () =>
        Array.from({ length: cols }, (_, c) => ({ columnHidden: sheet.hiddenCols.has(left + c) })),
      getMergedAreasOrNullObject: () => {
        const found = touching(sheet.merges);
        if (found.length > MAX_MERGES) throw new ExcelFault('GeneralException', 'too many merged areas');
        return areas(found);
      },
      getSpecialCellsOrNullObject: (kind: string) => {
        if (kind !== 'DataValidations') throw new Error(`special cells ${kind} are not in the fake`);
        return areas(touching(sheet.validations));
      },
      getSpillingToRangeOrNullObject: () => {
        const spill = sheet.spills.find((one) => one.top === top && one.left === left);
        return spill ? rangeThing(book, sheet, spill) : null;
      },
      select: () => {
        book.selection = { sheet: sheet.name, range };
        book.activeSheet = sheet.name;
        return null;
      },
    },
  };
}

function* mapped<T>(cells: Iterable<FakeCell>, of: (cell: FakeCell) => T): Generator<T> {
  for (const cell of cells) yield of(cell);
}
