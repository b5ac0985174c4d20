import { zipSync, strToU8 } from 'fflate';
import { openXlsx } from '../../src/workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Cells A1 on with the styles of a small list: letters × background. */
const STYLES = `<styleSheet xmlns="${MAIN}">
<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color indexed="13"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>
<cellXfs><xf/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/><xf fontId="1" fillId="2"/><xf fontId="2" fillId="2"/></cellXfs>
</styleSheet>`;

const cells = [0, 1, 2, 3, 4].map((style) => `<c r="${'ABCDE'[style]}1" s="${style}"><v>5</v></c>`).join('');
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const FILE = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${RELS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  ),
  'xl/workbook.xml': strToU8(
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Wmo" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `<Relationships xmlns="${RELS}">${relation('rId1', 'worksheet', 'sheet.xml')}${relation('rId2', 'styles', 'styles.xml')}</Relationships>`,
  ),
  'xl/styles.xml': strToU8(STYLES),
  'xl/sheet.xml': strToU8(
    `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  ),
});

describe('letters in the colour of what is behind them', () => {
  it('are told of white on white and yellow on yellow, and not of a pattern or another colour', async () => {
    const grid = await (await openXlsx(FILE, 'wit.xlsx')).read();
    expect(grid.sheets[0]?.cells.map(({ concealed }) => concealed ?? false)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});
