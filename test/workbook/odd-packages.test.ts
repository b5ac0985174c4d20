import { read as readByOther } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { CellWrite, SheetGrid } from '../../src/core';
import { openXlsx, type FilePort } from '../../src/workbook';
import {
  buildPackage,
  buildZip,
  MAIN,
  packageEntries,
  REL,
  relationships,
  sheetXml,
} from './package-builder';

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const open = (bytes: Uint8Array): Promise<FilePort> => openXlsx(bytes, 'test.xlsx');
const put = (row: number, col: number, text: string, sheet = 'S'): CellWrite => ({
  sheet,
  row,
  col,
  value: { kind: 'number', text },
});

async function firstSheet(port: FilePort): Promise<SheetGrid> {
  const [sheet] = (await port.read()).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const valuesOf = (sheet: SheetGrid): Record<string, unknown> =>
  Object.fromEntries(sheet.cells.map((cell) => [`${cell.row},${cell.col}`, cell.value?.value ?? null]));

/** The text of a part after saving. */
const partOf = async (port: FilePort, name: string): Promise<string> =>
  strFromU8(unzipSync(await port.save())[name] ?? new Uint8Array());

const ofSheet = (data: string, before = '', after = ''): Uint8Array =>
  buildPackage({ sheets: { S: sheetXml(data, before, after) } });

describe('sheet XML in other shapes', () => {
  it('reads and patches a prefixed namespace with the same prefix', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><c r="B1"><v>99</v></c></x:row></x:sheetData></x:worksheet>`;
    const port = await open(buildPackage({ sheets: { S: xml } }));
    expect(valuesOf(await firstSheet(port))).toEqual({ '0,0': 1 });
    await port.write([put(0, 0, '2'), put(0, 2, '3'), put(4, 0, '4')]);
    const saved = await partOf(port, 'xl/worksheets/sheet1.xml');
    expect(saved).toBe(
      `<x:worksheet xmlns:x="${MAIN}" xmlns="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c><c r="B1"><v>99</v></c><x:c r="C1"><x:v>3</x:v></x:c></x:row><x:row r="5"><x:c r="A5"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
  });

  it.each(['utf-16le', 'utf-16be'])(
    'reads a sheet in %s and writes it back in the same encoding',
    async (encoding) => {
      const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>é€</t></is></c></row>')}`;
      const bytes = new Uint8Array(xml.length * 2);
      const view = new DataView(bytes.buffer);
      [...xml].forEach((character, i) =>
        view.setUint16(i * 2, character.charCodeAt(0), encoding === 'utf-16le'),
      );
      const port = await open(buildPackage({ sheets: { S: bytes } }));
      expect(valuesOf(await firstSheet(port))).toEqual({ '0,0': 'é€' });
      await port.write([put(0, 1, '5')]);
      const saved = unzipSync(await port.save())['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
      const expected = xml.replace('</row>', '<c r="B1"><v>5</v></c></row>');
      expect(new TextDecoder(encoding, { ignoreBOM: true }).decode(saved)).toBe(expected);
    },
  );

  it('keeps a UTF-8 byte order mark', async () => {
    const xml = `\ufeff${sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')}`;
    const port = await open(buildPackage({ sheets: { S: xml } }));
    await port.write([put(0, 0, '2')]);
    const saved = unzipSync(await port.save())['xl/worksheets/sheet1.xml'];
    expect(Buffer.compare(saved ?? Buffer.of(), strToU8(xml.replace('<v>1<', '<v>2<')))).toBe(0);
  });

  it('reads strict OOXML', async () => {
    const bytes = buildZip([
      { name: '_rels/.rels', data: relationships(['a', `${STRICT_REL}/officeDocument`, '/xl/workbook.xml']) },
      {
        name: 'xl/workbook.xml',
        data: `<workbook xmlns="${STRICT}" xmlns:r="${STRICT_REL}"><workbookPr date1904="true"/><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: relationships(['b', `${STRICT_REL}/worksheet`, 'sheet.xml']),
      },
      {
        name: 'xl/sheet.xml',
        data: `<worksheet xmlns="${STRICT}"><sheetData><row r="1"><c r="A1" t="d"><v>2023-06-30</v></c><c r="B1" t="d"><v>2023-06-30T12:00:00Z</v></c></row></sheetData></worksheet>`,
      },
    ]);
    const port = await open(bytes);
    expect((await port.read()).dateSystem).toBe('1904');
    expect(valuesOf(await firstSheet(port))).toEqual({ '0,0': 43645, '0,1': 43645.5 });
  });

  it('counts on where rows and cells have no reference, and keeps counts right when writing', async () => {
    const port = await open(
      ofSheet('<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c/></row>'),
    );
    expect(valuesOf(await firstSheet(port))).toEqual({ '0,0': 1, '0,3': 2, '0,4': 3, '1,0': null });
    await port.write([put(0, 2, '7'), put(0, 4, '8'), put(1, 0, '9'), put(1, 3, '10'), put(3, 0, '11')]);
    const expected = { '0,0': 1, '0,2': 7, '0,3': 2, '0,4': 8, '1,0': 9, '1,3': 10, '3,0': 11 };
    expect(valuesOf(await firstSheet(port))).toEqual(expected);
    expect(valuesOf(await firstSheet(await open(await port.save())))).toEqual(expected);
  });

  it('reads rows out of order in reading order, and writes into them', async () => {
    const port = await open(
      ofSheet(
        '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      ),
    );
    expect((await firstSheet(port)).cells.map(({ row, col }) => [row, col])).toEqual([
      [0, 0],
      [2, 0],
      [2, 1],
    ]);
    await port.write([put(2, 0, '20'), put(0, 1, '10'), put(1, 0, '15')]);
    expect(valuesOf(await firstSheet(await open(await port.save())))).toEqual({
      '0,0': 1,
      '0,1': 10,
      '1,0': 15,
      '2,0': 20,
      '2,1': 3,
    });
  });

  it('fills empty sheets, self-closing rows, and widens dimension and spans', async () => {
    const empty = await open(
      buildPackage({
        sheets: { S: `<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData/></worksheet>` },
      }),
    );
    await empty.write([put(1, 1, '5')]);
    expect(await partOf(empty, 'xl/worksheets/sheet1.xml')).toBe(
      `<worksheet xmlns="${MAIN}"><dimension ref="A1:B2"/><sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData></worksheet>`,
    );
    const rows = await open(ofSheet('<row r="2" spans="2:3" ht="20" customHeight="1"/>'));
    await rows.write([put(1, 4, '5')]);
    expect(await partOf(rows, 'xl/worksheets/sheet1.xml')).toContain(
      '<row r="2" spans="2:5" ht="20" customHeight="1"><c r="E2"><v>5</v></c></row>',
    );
  });

  it('gives a new cell the style of its row, else of its column', async () => {
    const port = await open(
      ofSheet(
        '<row r="1" s="3" customFormat="1"/><row r="2" s="4"><c r="A2" s="5"><v>1</v></c></row>',
        '<cols><col min="2" max="3" width="9" style="7"/></cols>',
      ),
    );
    await port.write([put(0, 1, '1'), put(1, 1, '2'), put(1, 0, '3'), put(2, 2, '4'), put(2, 5, '5')]);
    const xml = await partOf(port, 'xl/worksheets/sheet1.xml');
    for (const cell of [
      '<c r="B1" s="3"><v>1</v></c>',
      '<c r="B2" s="7"><v>2</v></c>',
      '<c r="A2" s="5"><v>3</v></c>',
      '<c r="C3" s="7"><v>4</v></c>',
      '<c r="F3"><v>5</v></c>',
    ]) {
      expect(xml).toContain(cell);
    }
  });
});

describe('texts', () => {
  const strings = `<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh sb="0" eb="1"><t>PHONETIC</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_b &amp; &#x20AC;<![CDATA[<c>]]></t></si><si/></sst>`;

  it('reads shared, inline and formula strings, without phonetic hints', async () => {
    const port = await open(
      buildPackage({
        strings,
        sheets: {
          S: sheetXml(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>X</t></rPh></is></c><c r="F1" t="str"><f>A1&amp;"!"</f><v>plain!</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="e"><v>#DIV/0!</v></c><c r="I1"><v>1.5E-3</v></c></row>',
          ),
        },
      }),
    );
    const sheet = await firstSheet(port);
    expect(Object.values(valuesOf(sheet))).toEqual([
      'plain',
      'rich text',
      'a\rb & €<c>',
      '',
      'inline',
      'plain!',
      true,
      '#DIV/0!',
      0.0015,
    ]);
    expect(sheet.cells[5]?.formula).toBe('A1&"!"');
  });

  it('writes text that another reader reads back the same', async () => {
    const port = await open(ofSheet('<row r="1"><c r="A1" s="0" t="b" vm="1"><v>1</v></c></row>'));
    const written = ['  a <b> & "c" ]]> \t x', 'regel 1\nregel 2', 'é€😀', '=1+1'];
    await port.write(
      written.map((text, row) => ({ sheet: 'S', row, col: 0, value: { kind: 'text' as const, text } })),
    );
    const sheet = readByOther(await port.save(), { type: 'array' }).Sheets.S ?? {};
    expect(written.map((_, row) => (sheet[`A${row + 1}`] as { v: unknown }).v)).toEqual(written);
    expect(await partOf(port, 'xl/worksheets/sheet1.xml')).not.toContain('vm=');
  });

  it('escapes control characters and half characters, and reads them back', async () => {
    const port = await open(ofSheet(''));
    const text = 'a\u0001b\u000bc\rd\ud800e\uffff_x0041_';
    await port.write([{ sheet: 'S', row: 0, col: 0, value: { kind: 'text', text } }]);
    expect(valuesOf(await firstSheet(await open(await port.save())))).toEqual({ '0,0': text });
  });

  it('writes numbers digit for digit', async () => {
    const port = await open(ofSheet('<row r="1"><c r="A1" t="n"><v>1</v></c></row>'));
    await port.write([put(0, 0, '1234567.10'), put(0, 1, '-0.005')]);
    expect(await partOf(port, 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1"><v>1234567.10</v></c><c r="B1"><v>-0.005</v></c>',
    );
    const wide = await port.write([put(0, 2, '12345678901234567.89')]);
    expect(wide.warnings.map(({ code }) => code)).toContain('workbook.warning-precision');
  });
});

describe('formulas', () => {
  it('knows members of a shared formula by their own text, also before the first', async () => {
    const port = await open(
      ofSheet(
        `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1+SUM(A1:A$9)+'T b'!A1+LOG10(A1)</f><v>1</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"></f></c></row>`,
      ),
    );
    expect((await firstSheet(port)).cells.map(({ formula }) => formula)).toEqual([
      "A1+$B$1+SUM(A1:A$9)+'T b'!A1+LOG10(A1)",
      "A2+$B$1+SUM(A2:A$9)+'T b'!A2+LOG10(A2)",
      "A3+$B$1+SUM(A3:A$9)+'T b'!A3+LOG10(A3)",
    ]);
    expect((await port.write([put(1, 2, '1')])).refused[0]?.reason.code).toBe('workbook.refused-formula');
  });

  it('refuses every cell of an array formula or data table, also those not in the file', async () => {
    const port = await open(
      ofSheet(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A4">B1:B4*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="6"><c r="B6"><f t="dataTable" ref="B6:C7" dt2D="1" dtr="1" r1="E1" r2="E2"/><v>1</v></c><c r="C6"><v>1</v></c></row>',
      ),
    );
    const sheet = await firstSheet(port);
    expect(sheet.cells.map(({ formula }) => formula)).toEqual([
      'B1:B4*2',
      'B1:B4*2',
      'TABLE(E1,E2)',
      'TABLE(E1,E2)',
    ]);
    const outcome = await port.write([
      put(0, 0, '1'),
      put(1, 0, '1'),
      put(3, 0, '1'),
      put(5, 2, '1'),
      put(6, 2, '1'),
    ]);
    expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(Array(5).fill('workbook.refused-array'));
  });

  it('drops cached values of an array and its members when they depend on a written cell', async () => {
    const port = await open(
      ofSheet(
        '<row r="1"><c r="A1" t="str"><f t="array" ref="A1:A2">B1:B2&amp;"x"</f><v>1x</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>2x</v></c></row>',
      ),
    );
    await port.write([put(0, 1, '5')]);
    expect(await partOf(port, 'xl/worksheets/sheet1.xml')).toContain(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2&amp;"x"</f></c><c r="B1"><v>5</v></c></row><row r="2"><c r="A2"></c></row>',
    );
  });
});

describe('recalculation', () => {
  const data =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c><c r="D1" t="str"><f>TEXT(C1,"0")</f><v>3</v></c><c r="E1"><f>F1+1</f><v>1</v></c><c r="F1"/><c r="G1"><f>A1+1</f><v>99</v></c><c r="H1"><f>INDIRECT("A"&amp;1)</f><v>1</v></c><c r="I1"><f>Naam</f><v>1</v></c><c r="J1"><f>Onbekend</f><v>7</v></c><c r="K1"><f>SUM(A:A)</f><v>1</v></c><c r="L1"><f>[1]X!A1</f><v>5</v></c></row>';

  const workbookWith = (afterSheets: string): Uint8Array =>
    buildPackage({
      sheets: { S: sheetXml(data), T: sheetXml('<row r="1"><c r="A1"><f>S!C1/3</f><v>1</v></c></row>') },
      afterSheets,
    });

  const names = '<definedNames><definedName name="Naam">S!$A$1</definedName></definedNames>';

  it('writes results it can prove, drops those it cannot, keeps those that do not depend', async () => {
    const port = await open(workbookWith(names));
    const outcome = await port.write([put(0, 0, '4')]);
    expect(await partOf(port, 'xl/worksheets/sheet1.xml')).toBe(
      sheetXml(
        '<row r="1"><c r="A1"><v>4</v></c><c r="B1"><f>A1*2</f><v>8</v></c><c r="C1"><f>SUM(A1:B1)</f><v>12</v></c><c r="D1"><f>TEXT(C1,"0")</f></c><c r="E1"><f>F1+1</f><v>1</v></c><c r="F1"/><c r="G1"><f>A1+1</f></c><c r="H1"><f>INDIRECT("A"&amp;1)</f></c><c r="I1"><f>Naam</f></c><c r="J1"><f>Onbekend</f></c><c r="K1"><f>SUM(A:A)</f><v>4</v></c><c r="L1"><f>[1]X!A1</f><v>5</v></c></row>',
      ),
    );
    expect(await partOf(port, 'xl/worksheets/sheet2.xml')).toContain('<f>S!C1/3</f><v>4</v>');
    expect(outcome.warnings).toEqual([
      { code: 'workbook.warning-recalculation', facts: { file: 'test.xlsx', count: 5 } },
    ]);
  });

  it.each([
    ['', '<calcPr fullCalcOnLoad="1"/>'],
    [names, `${names}<calcPr fullCalcOnLoad="1"/>`],
    [`${names}<calcPr calcId="1"/><extLst/>`, `${names}<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>`],
    [
      '<calcPr fullCalcOnLoad = \'0\' calcId="1"></calcPr>',
      '<calcPr fullCalcOnLoad = "1" calcId="1"></calcPr>',
    ],
    ['<oleSize ref="A1"/>', '<calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>'],
  ])('asks for full calculation on opening: %s', async (before, after) => {
    const port = await open(workbookWith(before));
    await port.write([put(0, 0, '4')]);
    expect(await partOf(port, 'xl/workbook.xml')).toContain(`</sheets>${after}</workbook>`);
  });

  it('leaves the workbook part alone when there is no formula', async () => {
    const bytes = ofSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const port = await open(bytes);
    await port.write([put(0, 0, '4')]);
    expect(await partOf(port, 'xl/workbook.xml')).toBe(
      strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? Buffer.of()),
    );
  });
});

describe('what else is in the package', () => {
  const others = [
    { name: 'xl/charts/chart1.xml', data: '<c:chartSpace xmlns:c="urn:c"/>' },
    {
      name: 'xl/vbaProject.bin',
      data: Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
      isStored: true,
    },
    { name: 'xl/comments1.xml', data: '<comments/>', hasDescriptor: true, comment: 'eigen opmerking' },
    { name: 'xl\\media\\Plaatje.PNG', data: new Uint8Array([137, 80, 78, 71]) },
    { name: 'xl/calcChain.xml', data: '<calcChain/>' },
    { name: 'xl/empty/', data: '' },
  ];

  /** Every entry as the central directory has it: raw packed bytes, times, flags and comment. */
  function rawEntries(bytes: Uint8Array): Map<string, string> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end--;
    let at = view.getUint32(end + 16, true);
    const found = new Map<string, string>();
    for (let i = 0; i < view.getUint16(end + 10, true); i++) {
      const nameLength = view.getUint16(at + 28, true);
      const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      const local = view.getUint32(at + 42, true);
      const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(local, dataStart + view.getUint32(at + 20, true));
      const head = [...bytes.subarray(at, at + 42), ...bytes.subarray(at + 46, next)];
      found.set(strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)), `${head.join()} ${data.join()}`);
      at = next;
    }
    return found;
  }

  it('copies every other entry with its packed bytes, order, times and comments', async () => {
    const bytes = buildZip(
      packageEntries({ sheets: { S: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }, extra: others }),
      { comment: 'het bestand' },
    );
    const port = await open(bytes);
    await port.write([put(0, 0, '123456')]);
    const saved = await port.save();
    const before = rawEntries(bytes);
    const after = rawEntries(saved);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...before.keys()].filter((name) => before.get(name) !== after.get(name))).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
    expect(strFromU8(saved.subarray(-11))).toBe('het bestand');
    expect(Object.keys(unzipSync(saved))).toEqual(Object.keys(unzipSync(bytes)));
  });

  it('rewrites entries that had their sizes behind the data', async () => {
    const entries = packageEntries({ sheets: { S: sheetXml('') } }).map((entry) => ({
      ...entry,
      hasDescriptor: true,
    }));
    const port = await open(buildZip(entries));
    await port.write([put(0, 0, '12')]);
    expect(valuesOf(await firstSheet(await open(await port.save())))).toEqual({ '0,0': 12 });
    expect((readByOther(await port.save(), { type: 'array' }).Sheets.S?.A1 as { v: unknown }).v).toBe(12);
  });

  it('reads and rewrites zip64 packages', async () => {
    const port = await open(buildZip(packageEntries({ sheets: { S: sheetXml('') } }), { isZip64: true }));
    await port.write([put(0, 0, '12')]);
    const saved = await port.save();
    expect(valuesOf(await firstSheet(await open(saved)))).toEqual({ '0,0': 12 });
    expect(Object.keys(unzipSync(saved))).toHaveLength(5);
  });

  it('finds parts whatever their names and slashes', async () => {
    const entries = packageEntries({
      sheets: { S: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') },
    }).map((entry) => ({
      ...entry,
      name: entry.name.startsWith('xl') ? `\\${entry.name.replace(/\//g, '\\').toUpperCase()}` : entry.name,
    }));
    expect(valuesOf(await firstSheet(await open(buildZip(entries))))).toEqual({ '0,0': 1 });
  });

  it('warns that a signature stops holding and pivot tables go stale', async () => {
    const port = await open(
      buildPackage({
        sheets: { S: sheetXml('') },
        packageRelations: [
          [
            'sig',
            'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
            '_xmlsignatures/origin.sigs',
          ],
        ],
        sheetRelations: [['p', 'pivotTable', '../pivotTables/p1.xml']],
        extra: [
          {
            name: 'xl/pivotTables/p1.xml',
            data: `<pivotTableDefinition xmlns="${MAIN}"><location ref="C5:D9" rowPageCount="2" colPageCount="1"/></pivotTableDefinition>`,
          },
          { name: '_xmlsignatures/origin.sigs', data: '' },
        ],
      }),
    );
    expect((await firstSheet(port)).pivots).toEqual([{ top: 1, left: 2, bottom: 8, right: 3 }]);
    const outcome = await port.write([put(0, 0, '12')]);
    expect(outcome.warnings.map(({ code }) => code)).toEqual([
      'workbook.warning-signature',
      'workbook.warning-pivots',
    ]);
  });
});

describe('styles and sheet properties', () => {
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; uur&quot;"/></numFmts><fonts><font/><font><b val="0"/></font><font><b/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill></fills><cellStyleXfs><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellStyleXfs><cellXfs><xf/><xf numFmtId="170" fontId="1" fillId="1" applyProtection="1"><protection locked="false"/></xf><xf numFmtId="4" fontId="2" fillId="2" xfId="1" applyProtection="0"><protection locked="1"/></xf><xf xfId="1" applyProtection="1"/></cellXfs></styleSheet>`;

  it('reads formats, bold, fill and lock', async () => {
    const port = await open(
      buildPackage({
        styles,
        workbookRelations: [['th', 'theme', 'theme/theme1.xml']],
        extra: [
          {
            name: 'xl/theme/theme1.xml',
            data: '<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="111111"/></a:dk2><a:lt2><a:srgbClr val="222222"/></a:lt2><a:accent1><a:srgbClr val="800000"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
          },
        ],
        sheets: {
          S: sheetXml('<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/><c r="D1" s="3"/></row>'),
        },
      }),
    );
    const plain = { row: 0, value: null, formula: null };
    expect((await firstSheet(port)).cells).toEqual([
      { ...plain, col: 0, format: null, locked: true, bold: false, fill: null },
      { ...plain, col: 1, format: '0.0" uur"', locked: false, bold: false, fill: 'FFFF00' },
      { ...plain, col: 2, format: '#,##0.00', locked: false, bold: true, fill: 'FF4040' },
      { ...plain, col: 3, format: null, locked: true, bold: false, fill: null },
    ]);
  });

  it('reads hidden rows and columns, merges, validations, names and visibility', async () => {
    const port = await open(
      buildPackage({
        workbook: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="A &amp; B" sheetId="1" state="veryHidden" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1</definedName><definedName name="N">'A &amp; B'!$A$1:$B$2</definedName></definedNames></workbook>`,
        sheets: {
          S: sheetXml(
            '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"/>',
            '<cols><col min="2" max="3" hidden="1"/></cols>',
            '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><dataValidations count="1"><dataValidation sqref="A1 C3:C5 E:E"><formula1>A1</formula1></dataValidation></dataValidations>',
          ),
        },
      }),
    );
    const grid = await port.read();
    expect(grid.names).toEqual([{ name: 'N', refersTo: "'A & B'!$A$1:$B$2" }]);
    expect(grid.sheets[0]).toMatchObject({
      name: 'A & B',
      visibility: 'very-hidden',
      hiddenRows: new Set([1, 2]),
      hiddenCols: new Set([1, 2]),
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      validations: [
        { top: 0, left: 0, bottom: 0, right: 0 },
        { top: 2, left: 2, bottom: 4, right: 2 },
        { top: 0, left: 4, bottom: 1048575, right: 4 },
      ],
    });
  });

  it('looks at the column style for the lock of a place without a cell', async () => {
    const port = await open(
      buildPackage({
        styles,
        sheets: {
          S: sheetXml('', '<cols><col min="1" max="1" style="1"/></cols>', '<sheetProtection sheet="1"/>'),
        },
      }),
    );
    const outcome = await port.write([put(0, 0, '1'), put(0, 1, '1')]);
    expect(outcome.written).toEqual([put(0, 0, '1')]);
    expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(['workbook.refused-locked']);
  });

  it('takes protection that is not switched on for no protection', async () => {
    const port = await open(ofSheet('', '', '<sheetProtection objects="1"/>'));
    expect((await firstSheet(port)).isProtected).toBe(false);
  });
});
