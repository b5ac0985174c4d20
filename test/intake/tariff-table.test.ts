import {
  parseTariffMapping,
  readTariffs,
  type IntakeError,
  type TariffMapping,
  type TariffsRead,
} from '../../src/intake';
import { openXlsx } from '../../src/workbook';
import { buildPackage, sheetXml } from '../workbook/package-builder';
import { bytesFile, textFile } from './bytes-file';

const read = (text: string, mapping?: TariffMapping): Promise<TariffsRead> =>
  readTariffs(textFile(text), mapping ? { tariffMapping: mapping } : {});
const told = ({ entries }: TariffsRead): unknown[] =>
  entries.map(({ product, unit, tariff, from, until, place }) => [
    product,
    unit,
    tariff?.toFixed(),
    from,
    until,
    place.line,
  ]);

describe('published tariff lists', () => {
  it('a column per year becomes a line per year, told at the line it came from', async () => {
    const list = await read(
      'Tarieven Wmo\n\nProductcode;Omschrijving;Eenheid;Tarief 2023;Tarief 2024\n02A16;Begeleiding;uur;€ 63,60;€ 66,00\n07A03;Dagbesteding;dagdeel;36,45 μ;\n',
    );
    expect(told(list)).toEqual([
      ['02A16', 'uur', '63.6', '2023-01-01', '2023-12-31', 4],
      ['02A16', 'uur', '66', '2024-01-01', '2024-12-31', 4],
      ['07A03', 'dagdeel', '36.45', '2023-01-01', '2023-12-31', 5],
    ]);
    expect(list.mapping?.columns['Tarief 2024']).toEqual({ field: 'tariff', year: 2024 });
  });

  it('a column per unit, without codes', async () => {
    const list = await read(
      'Voorziening;Per uur;Per minuut\nBegeleiding basis;55,80;0,93\nBegeleiding plus;85,20;1,42\n',
    );
    expect(told(list)).toEqual([
      ['Begeleiding basis', 'uur', '55.8', null, null, 2],
      ['Begeleiding basis', 'minuut', '0.93', null, null, 2],
      ['Begeleiding plus', 'uur', '85.2', null, null, 3],
      ['Begeleiding plus', 'minuut', '1.42', null, null, 3],
    ]);
  });

  it('the regulator’s components, held against the total; free text for an amount is told', async () => {
    const mapping = parseTariffMapping(
      {
        kind: 'plafondwijzer-tariff-mapping',
        version: 1,
        columns: {
          Deelprestatie: { field: 'product' },
          Tarief: { field: 'tariff' },
          'Component zorg': { field: 'care' },
          'Component NHC': { field: 'nhc' },
        },
      },
      'kolommen.json',
    );
    const list = await read(
      'Deelprestatie;Tarief;Component zorg;Component NHC\nA;182,43;148,54;33,89\nB;219,66;186,78;32,80\nVZO;Vrij;;\n',
      mapping,
    );
    expect(list.entries.map(({ product, care, nhc }) => [product, care?.toFixed(), nhc?.toFixed()])).toEqual([
      ['A', '148.54', '33.89'],
      ['B', '186.78', '32.8'],
    ]);
    expect(list.receipt.issues.map(({ code, place }) => [code, place.line])).toEqual([
      ['intake.line-number-unreadable', 4],
      ['tariffs.sum-differs', 3],
      ['intake.amounts-unknown', undefined],
    ]);
  });

  it('Excel with lines above the headers: told by cell', async () => {
    const text = (at: string, value: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const sheet = sheetXml(
      `<row r="1">${text('A1', 'Gemeente Voorbeeld')}</row>` +
        `<row r="3">${text('A3', 'Code')}${text('B3', 'Eenheid')}${text('C3', '2022')}${text('D3', '2023')}</row>` +
        `<row r="4">${text('A4', '02A16')}${text('B4', 'uur')}<c r="C4"><v>60.6</v></c><c r="D4"><v>63.6</v></c></row>`,
    );
    const list = await readTariffs(bytesFile('t.xlsx', buildPackage({ sheets: { Blad: sheet } })), {
      openGrid: async (bytes, file) => (await openXlsx(bytes, file)).read(),
    });
    expect(list.entries.map(({ tariff, from, place }) => [tariff?.toFixed(), from, place.cell])).toEqual([
      ['60.6', '2022-01-01', 'C4'],
      ['63.6', '2023-01-01', 'D4'],
    ]);
  });

  it('one code with levels is one line per level, no overlap', async () => {
    const list = await read(
      'product;omschrijving;eenheid;tarief;niveau\n54001;Ggz;uur;75,60;HBO\n54001;Ggz;uur;111,60;WO\n54001;Ggz;uur;112,00;wo\n',
    );
    expect(list.entries.map(({ variant }) => variant)).toEqual(['HBO', 'WO', 'wo']);
    // Both lines of the overlap are named.
    expect(list.receipt.issues.map(({ code, facts }) => [code, facts['first'], facts['second']])).toEqual([
      ['intake.tariffs-overlap', '3', '4'],
    ]);
  });

  it('two columns for the same are refused, and a mapping that isn’t one', async () => {
    const codes = async (attempt: () => Promise<unknown>): Promise<unknown> => {
      try {
        await attempt();
      } catch (error) {
        return (error as IntakeError).issues.map(({ code, place }) => [code, place.path ?? place.line]);
      }
      return null;
    };
    expect(await codes(() => read('Code;Tarief 2023;Prijs 2023\nA;1,00;2,00\n'))).toEqual([
      ['tariffs.column-twice', 1],
    ]);
    const base = { kind: 'plafondwijzer-tariff-mapping', version: 1 };
    for (const [json, path] of [
      [{}, 'kind'],
      [{ ...base, columns: { A: { field: 'x' } } }, 'columns["A"].field'],
      [{ ...base, columns: { A: { field: 'tariff', year: 23 } } }, 'columns["A"].year'],
    ] as const) {
      expect(await codes(async () => parseTariffMapping(json, 'k.json'))).toEqual([
        ['tariffs.mapping-invalid', path],
      ]);
    }
  });
});
