import { write as writeByOther, utils, type WorkSheet } from '@e965/xlsx';
import writeXlsxFile from 'write-excel-file/node';
import { buildZip, MAIN, packageEntries, REL, relationships, type EntryDraft } from './package-builder';
import { JAN_DEC } from '../months';

/** The prognosis that every producer writes in its own way: three products, twelve months, totals. */
export const CODES = ['02A03', '02A05', '07A11'] as const;
const HEAD = ['Product', ...JAN_DEC, 'Totaal'];
const oldValue = (row: number, month: number): number => 100 * (row + 1) + month + 0.5;
const letter = (col: number): string => String.fromCharCode(65 + col);

interface Dialect {
  /** Namespace prefix of elements, with its colon. */
  readonly prefix?: string;
  readonly string: (text: string) => string;
  readonly number: (value: number) => string;
  readonly formula: (text: string, value: number) => string;
  readonly row?: (row: number, cells: string) => string;
}

/** The rows of the prognosis as sheet XML in a dialect; `string` and so on give attributes, then content. */
function rowsIn(dialect: Dialect): string {
  const p = dialect.prefix ?? '';
  const cell = (row: number, col: number, content: string): string => {
    const [attributes, inner] = content.split('|', 2);
    return `<${p}c r="${letter(col)}${row + 1}"${attributes ?? ''}>${inner ?? ''}</${p}c>`;
  };
  const line = (row: number, cells: string): string =>
    dialect.row?.(row, cells) ?? `<${p}row r="${row + 1}">${cells}</${p}row>`;
  const sumOfRow = (row: number): number => JAN_DEC.reduce((sum, _, month) => sum + oldValue(row, month), 0);
  const lines = [line(0, HEAD.map((text, col) => cell(0, col, dialect.string(text))).join(''))];
  CODES.forEach((code, at) => {
    const row = at + 1;
    lines.push(
      line(
        row,
        cell(row, 0, dialect.string(code)) +
          JAN_DEC.map((_, month) => cell(row, month + 1, dialect.number(oldValue(at, month)))).join('') +
          cell(row, 13, dialect.formula(`SUM(B${row + 1}:M${row + 1})`, sumOfRow(at))),
      ),
    );
  });
  const totals = Array.from({ length: 13 }, (_, at) => {
    const value = CODES.reduce((sum, _code, row) => sum + (at < 12 ? oldValue(row, at) : sumOfRow(row)), 0);
    return cell(4, at + 1, dialect.formula(`SUM(${letter(at + 1)}2:${letter(at + 1)}4)`, value));
  });
  lines.push(line(4, cell(4, 0, dialect.string('Totaal')) + totals.join('')));
  return lines.join('');
}

const TEXTS = [...HEAD, ...CODES];
const sharedIndex = (text: string): number => TEXTS.indexOf(text);
const SHARED: Dialect = {
  string: (text) => ` t="s"|<v>${sharedIndex(text)}</v>`,
  number: (value) => ` s="1"|<v>${value}</v>`,
  formula: (text, value) => ` s="1"|<f>${text}</f><v>${value}</v>`,
};
const sharedStrings = (attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}"${attributes}>${TEXTS.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="&quot;€&quot;\\ #,##0.00"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`;

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** A picture of one pixel, and bytes that are no XML at all. */
const PNG = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 255, 254, 1]);
const BINARY = Uint8Array.from({ length: 700 }, (_, at) => (at * 37 + 11) % 256);

/** Everything Excel itself puts around a sheet. */
function excelEntries(isMacro: boolean): EntryDraft[] {
  const after = [
    '<conditionalFormatting sqref="B2:M4"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>',
    '<dataValidations count="1"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="B2:M4"><formula1>0</formula1></dataValidation></dataValidations>',
    '<hyperlinks><hyperlink ref="A1" r:id="rIdH" tooltip="uitleg"/></hyperlinks>',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rIdP"/>',
    '<drawing r:id="rIdD"/><legacyDrawing r:id="rIdV"/><tableParts count="1"><tablePart r:id="rIdT"/></tableParts>',
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Wmo!B2:M2</xm:f><xm:sqref>P2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
  ].join('');
  const before = `<sheetPr codeName="Blad1"><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:N5"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="22.7" customWidth="1"/></cols>`;
  const rows = rowsIn({
    ...SHARED,
    row: (row, cells) => `<row r="${row + 1}" spans="1:14" x14ac:dyDescent="0.25">${cells}</row>`,
  });
  const sheet = xml(
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  );
  const lists = xml(
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Draaitabel</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>02A03</t></is></c><c r="B3"><v>7</v></c></row></sheetData></worksheet>`,
  );
  const part = (name: string, data: string | Uint8Array): EntryDraft => ({ name, data });
  return [
    ...packageEntries({
      sheets: { Wmo: sheet, Analyse: lists },
      styles: STYLES,
      strings: sharedStrings(` count="${TEXTS.length}" uniqueCount="${TEXTS.length}"`),
      sheetRelations: [
        ['rIdH', 'hyperlink', 'https://example.org/uitleg" TargetMode="External'],
        ['rIdP', 'printerSettings', '../printerSettings/printerSettings1.bin'],
        ['rIdD', 'drawing', '../drawings/drawing1.xml'],
        ['rIdV', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rIdC', 'comments', '../comments1.xml'],
        [
          'rIdTC',
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/threadedComment1.xml',
        ],
        ['rIdT', 'table', '../tables/table1.xml'],
      ],
      workbookRelations: [
        ['rIdTh', 'theme', 'theme/theme1.xml'],
        ['rIdCC', 'calcChain', 'calcChain.xml'],
        ['rIdX', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['rIdPC', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
        ['rIdPe', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
        ...(isMacro
          ? ([
              ['rIdM', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
            ] as [string, string, string][])
          : []),
      ],
      packageRelations: [
        ['rIdA', 'extended-properties', 'docProps/app.xml'],
        ['rIdCX', 'customXml', 'customXml/item1.xml'],
      ],
      beforeSheets:
        '<fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView/></bookViews>',
      afterSheets:
        '<externalReferences><externalReference r:id="rIdX"/></externalReferences><definedNames><definedName name="Invoer">Wmo!$B$2:$M$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Wmo!$A$1:$N$5</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rIdPC"/></pivotCaches>',
    }),
    part('xl/theme/theme1.xml', xml(`<a:theme xmlns:a="${DRAWING}/main" name="Kantoor"/>`)),
    part(
      'xl/calcChain.xml',
      xml(`<calcChain xmlns="${MAIN}"><c r="N2" i="1"/><c r="N3"/><c r="N4"/><c r="B5"/></calcChain>`),
    ),
    part('xl/externalLinks/externalLink1.xml', xml(`<externalLink xmlns="${MAIN}"/>`)),
    part(
      'xl/pivotCache/pivotCacheDefinition1.xml',
      xml(
        `<pivotCacheDefinition xmlns="${MAIN}" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A1:N4" sheet="Wmo"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>`,
      ),
    ),
    part(
      'xl/pivotTables/pivotTable1.xml',
      xml(
        `<pivotTableDefinition xmlns="${MAIN}" name="Draai" cacheId="1"><location ref="A3:B3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
      ),
    ),
    part(
      'xl/worksheets/_rels/sheet2.xml.rels',
      relationships(['p', 'pivotTable', '../pivotTables/pivotTable1.xml']),
    ),
    part(
      'xl/persons/person.xml',
      xml('<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>'),
    ),
    part(
      'xl/threadedComments/threadedComment1.xml',
      xml(
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>klopt dit?</text></threadedComment></ThreadedComments>',
      ),
    ),
    part(
      'xl/comments1.xml',
      xml(
        `<comments xmlns="${MAIN}"><authors><author>controller</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>klopt dit?</t></r></text></comment></commentList></comments>`,
      ),
    ),
    part(
      'xl/drawings/vmlDrawing1.vml',
      '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"><br></v:shape></xml>',
    ),
    part('xl/drawings/drawing1.xml', xml(`<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing"/>`)),
    part(
      'xl/drawings/_rels/drawing1.xml.rels',
      relationships(['c', 'chart', '../charts/chart1.xml'], ['i', 'image', '../media/image1.png']),
    ),
    part(
      'xl/charts/chart1.xml',
      xml(
        `<c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart><c:plotArea><c:lineChart><c:ser><c:val><c:numRef><c:f>Wmo!$B$5:$M$5</c:f></c:numRef></c:val></c:ser></c:lineChart></c:plotArea></c:chart></c:chartSpace>`,
      ),
    ),
    { name: 'xl/media/image1.png', data: PNG, isStored: true },
    part('xl/printerSettings/printerSettings1.bin', BINARY),
    part(
      'xl/tables/table1.xml',
      xml(
        `<table xmlns="${MAIN}" id="1" name="Tabel1" displayName="Tabel1" ref="Q1:R3"><autoFilter ref="Q1:R3"/><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
      ),
    ),
    part('customXml/item1.xml', '<eigen/>'),
    part(
      'docProps/app.xml',
      xml(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>',
      ),
    ),
    ...(isMacro ? [part('xl/vbaProject.bin', BINARY)] : []),
  ];
}

/** LibreOffice writes every attribute out, with words for yes and no. */
const libreOffice = (): Uint8Array =>
  buildZip(
    packageEntries({
      sheets: {
        Wmo: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:N5"/><sheetViews><sheetView showFormulas="false" rightToLeft="false" workbookViewId="0"/></sheetViews><cols><col collapsed="false" customWidth="true" hidden="false" min="1" max="1" width="18.2"/></cols><sheetData>${rowsIn(
          {
            string: SHARED.string,
            number: (value) => ` s="1" t="n"|<v>${value}</v>`,
            formula: (text, value) => ` s="1" t="n"|<f aca="false">${text}</f><v>${value}</v>`,
            row: (row, cells) =>
              `<row r="${row + 1}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${cells}</row>`,
          },
        )}</sheetData><printOptions headings="false" gridLines="false"/><headerFooter differentFirst="false"><oddHeader>&amp;C&amp;A</oddHeader></headerFooter></worksheet>`,
      },
      styles: STYLES,
      strings: sharedStrings(` count="${TEXTS.length}" uniqueCount="${TEXTS.length}"`),
      afterSheets: '<calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.001"/>',
      extra: [
        {
          name: 'docProps/app.xml',
          data: '<Properties><Application>LibreOffice/7.4</Application></Properties>',
        },
      ],
    }).map((entry) => ({ ...entry, hasDescriptor: true })),
  );

/** Google leaves out the dimension and the counts, and adds an empty drawing. */
const google = (): Uint8Array =>
  buildZip(
    packageEntries({
      sheets: {
        Wmo: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:r="${REL}"><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData>${rowsIn(
          {
            string: (text) => ` s="1" t="s"|<v>${sharedIndex(text)}</v>`,
            number: (value) => ` s="1"|<v>${value}</v>`,
            formula: (text, value) => ` s="1"|<f>${text}</f><v>${value}</v>`,
          },
        )}</sheetData><drawing r:id="rId1"/></worksheet>`,
      },
      sheetRelations: [['rId1', 'drawing', '../drawings/drawing1.xml']],
      styles: STYLES,
      strings: sharedStrings(),
      extra: [
        { name: 'xl/drawings/drawing1.xml', data: `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing"/>` },
      ],
    }),
  );

/** openpyxl writes formulas without values, as an empty element. */
const openpyxl = (): Uint8Array =>
  buildZip(
    packageEntries({
      sheets: {
        Wmo: `<worksheet xmlns="${MAIN}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1"/><pageSetUpPr/></sheetPr><dimension ref="A1:N5"/><sheetData>${rowsIn(
          {
            string: (text) => ` t="s"|<v>${sharedIndex(text)}</v>`,
            number: (value) => ` t="n"|<v>${value}</v>`,
            formula: (text) => `|<f>${text}</f><v></v>`,
          },
        )}</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/></worksheet>`,
      },
      styles: STYLES,
      strings: sharedStrings(` uniqueCount="${TEXTS.length}"`),
    }),
  );

/** Apache POI, streaming: inline strings, no shared ones, stored entries among packed ones. */
const poi = (): Uint8Array =>
  buildZip(
    packageEntries({
      sheets: {
        Wmo: `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0" tabSelected="true"/></sheetViews><sheetFormatPr defaultRowHeight="15.0"/><sheetData>\n${rowsIn(
          {
            string: (text) => ` t="inlineStr"|<is><t>${text}</t></is>`,
            number: (value) => ` t="n"|<v>${value}</v>`,
            formula: (text, value) => `|<f>${text}</f><v>${value}</v>`,
            row: (row, cells) => `<row r="${row + 1}">\n${cells}</row>\n`,
          },
        )}</sheetData></worksheet>`,
      },
      styles: STYLES,
    }).map((entry, at) => ({ ...entry, isStored: at % 3 === 0 })),
  );

/** Prefixed elements and absolute targets, as some .NET libraries write. */
function prefixed(): Uint8Array {
  const sheet = `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData>${rowsIn({
    prefix: 'x:',
    string: (text) => ` t="inlineStr"|<x:is><x:t>${text}</x:t></x:is>`,
    number: (value) => `|<x:v>${value}</x:v>`,
    formula: (text, value) => `|<x:f>${text}</x:f><x:v>${value}</x:v>`,
  })}</x:sheetData></x:worksheet>`;
  return buildZip([
    { name: '_rels/.rels', data: relationships(['R1', 'officeDocument', '/xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      data: `<x:workbook xmlns:x="${MAIN}" xmlns:r="${REL}"><x:sheets><x:sheet name="Wmo" sheetId="1" r:id="R7"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships(['R7', 'worksheet', '/xl/worksheets/Blad.xml']),
    },
    { name: 'xl/worksheets/Blad.xml', data: sheet },
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/Blad.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
  ]);
}

/** Strict OOXML with the 1904 date system. */
function strict(): Uint8Array {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const rel = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const rows = rowsIn({
    string: (text) => ` t="inlineStr"|<is><t>${text}</t></is>`,
    number: (value) => `|<v>${value}</v>`,
    formula: (text, value) => `|<f>${text}</f><v>${value}</v>`,
  });
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    },
    { name: '_rels/.rels', data: relationships(['a', `${rel}/officeDocument`, 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${rel}" conformance="strict"><workbookPr date1904="1"/><sheets><sheet name="Wmo" sheetId="1" r:id="b"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships(['b', `${rel}/worksheet`, 'worksheets/sheet1.xml']),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${main}" xmlns:r="${rel}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ]);
}

/** The workbook by the SheetJS build that tests use as a second reader. */
function sheetJs(bookType: 'xlsx' | 'xlsm'): Uint8Array {
  const book = utils.book_new();
  const sheet: WorkSheet = utils.aoa_to_sheet([
    HEAD,
    ...CODES.map((code, at) => [
      code,
      ...JAN_DEC.map((_, month) => oldValue(at, month)),
      { t: 'n', f: `SUM(B${at + 2}:M${at + 2})` },
    ]),
    [
      'Totaal',
      ...Array.from({ length: 13 }, (_, at) => ({ t: 'n', f: `SUM(${letter(at + 1)}2:${letter(at + 1)}4)` })),
    ],
  ]);
  utils.book_append_sheet(book, sheet, 'Wmo');
  return new Uint8Array(writeByOther(book, { type: 'buffer', bookType, compression: true }) as Buffer);
}

async function writeExcelFile(): Promise<Uint8Array> {
  const rows = [
    HEAD.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...CODES.map((code, at) => [
      { value: code },
      ...JAN_DEC.map((_, month) => ({ type: Number, value: oldValue(at, month), format: '#,##0.00' })),
      { type: 'Formula' as const, value: `SUM(B${at + 2}:M${at + 2})` },
    ]),
  ];
  const file = await writeXlsxFile(rows as never, { sheet: 'Wmo' } as never);
  const stream = file as unknown as { toBuffer(): Promise<Buffer> };
  return new Uint8Array(await stream.toBuffer());
}

/** Workbooks of many producers, each with the same prognosis on sheet `Wmo`. */
export const PRODUCERS: readonly (readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ['Excel with charts, pivots, comments, tables, links', () => buildZip(excelEntries(false))],
  ['Excel with macros', () => buildZip(excelEntries(true))],
  ['Excel, large archive format', () => buildZip(excelEntries(false), { isZip64: true })],
  ['LibreOffice', libreOffice],
  ['Google', google],
  ['openpyxl', openpyxl],
  ['Apache POI', poi],
  ['prefixed elements', prefixed],
  ['strict OOXML, 1904 dates', strict],
  ['SheetJS', () => sheetJs('xlsx')],
  ['SheetJS, macro workbook', () => sheetJs('xlsm')],
  ['write-excel-file', writeExcelFile],
];
