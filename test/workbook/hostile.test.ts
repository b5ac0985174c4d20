import { openXlsx, WorkbookError } from '../../src/workbook';
import { buildPackage, sheetXml } from './package-builder';

const one = { sheet: 'S', row: 0, col: 0, value: { kind: 'number' as const, text: '2' } };

describe('sheets made to take forever', () => {
  it('counts names that multiply, and names in circles, as dependent', async () => {
    const names = Array.from(
      { length: 12 },
      (_, i) =>
        `<definedName name="n${i}x">${Array(50)
          .fill(`n${i + 1}x`)
          .join('+')}</definedName>`,
    );
    const bytes = buildPackage({
      sheets: {
        S: sheetXml(
          '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>n0x</f><v>1</v></c><c r="C1"><f>om</f><v>1</v></c></row>',
        ),
      },
      afterSheets: `<definedNames>${names.join('')}<definedName name="n12x">S!$A$1</definedName><definedName name="om">rond</definedName><definedName name="rond">om</definedName></definedNames>`,
    });
    const port = await openXlsx(bytes, 'x.xlsx');
    await port.write([one]);
    const [sheet] = (await port.read()).sheets;
    expect(sheet?.cells.map(({ value }) => value?.value ?? null)).toEqual([2, null, null]);
  });

  it('leaves deeply nested formulas and circles to the spreadsheet program', async () => {
    const deep = `${'('.repeat(5000)}A1${')'.repeat(5000)}`;
    const bytes = buildPackage({
      sheets: {
        S: sheetXml(
          `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>${deep}</f><v>1</v></c><c r="C1"><f>${'-'.repeat(6000)}A1</f><v>1</v></c><c r="D1"><f>D1+A1</f><v>1</v></c><c r="E1"><f>${"'".repeat(40000)}</f><v>1</v></c></row>`,
        ),
      },
    });
    const port = await openXlsx(bytes, 'x.xlsx');
    await port.write([one]);
    const [sheet] = (await port.read()).sheets;
    expect(sheet?.cells.map(({ value }) => value?.value ?? null)).toEqual([2, null, null, null, null]);
  });

  it('follows a long chain of formulas without falling over', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><f>A${i + 1}+1</f><v>${i + 2}</v></c></row>`,
    );
    const port = await openXlsx(
      buildPackage({ sheets: { S: sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.join('')}`) } }),
      'x.xlsx',
    );
    await port.write([one]);
    const [sheet] = (await port.read()).sheets;
    expect(sheet?.cells.map(({ value }) => value?.value)).toEqual(
      Array.from({ length: 3001 }, (_, i) => i + 2),
    );
  });

  it.each([
    ['more cells than can be handled', sheetXml(`<row>${'<c/>'.repeat(1001)}</row>`), 'too-many-cells'],
    [
      'columns stated over and over',
      sheetXml('', `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(100)}</cols>`),
      'xml-malformed',
    ],
    [
      'namespaces without end',
      sheetXml('').replace(
        '<worksheet',
        `<worksheet ${Array.from({ length: 2000 }, (_, i) => `xmlns:p${i}="urn:x"`).join(' ')}`,
      ),
      'xml-malformed',
    ],
  ])('refuses %s', async (_, xml, code) => {
    const error: unknown = await openXlsx(buildPackage({ sheets: { S: xml } }), 'x.xlsx', {
      maxCells: 1000,
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkbookError);
    expect((error as WorkbookError).detail.code).toBe(`workbook.${code}`);
  });
});
