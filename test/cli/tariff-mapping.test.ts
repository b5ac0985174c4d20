import { readFileSync } from 'node:fs';
import { formatMoney, roundToCents } from '../../src/core';
import { parseTariffMapping, readTariffs, type TariffMapping } from '../../src/intake';
import { textFile } from '../intake/bytes-file';
import { Desk } from './stand-in';

const LIST = (year: number, amount: string): string =>
  `Tarieven jeugdhulp\n\nCode;Wat;Doelgroep;Zorg in natura ${year};Opmerking\n45A48;Begeleiding;HBO;${amount};\n45A48;Begeleiding;MBO;45,60;let op\n`;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

const mappingOf = (name: string): TariffMapping =>
  JSON.parse(readFileSync(desk.path(name), 'utf8')) as TariffMapping;

describe('inspect of a tariff list', () => {
  test('shows what the columns are, keeps it, and the kept file reads next month’s list', async () => {
    desk.put('tarieven.csv', 'Code;Omschrijving;Tarief 2023;Opmerking\n02A16;Begeleiding;63,60;\n');
    const { status, out, err } = await desk.run([
      ...['inspect', 'tarieven.csv', '--save-mapping', 'kolommen.json'],
    ]);
    expect(status).toBe(0);
    expect(out.replace(/\u00a0/g, ' ')).toBe(
      'Tarievenlijst met kolomkoppen op tarieven.csv, regel 1:\n' +
        '  A “Code”: product\n  B “Omschrijving”: omschrijving\n  C “Tarief 2023”: tarief, jaar 2023\n' +
        '  D “Opmerking”: niet herkend, wordt niet gelezen\n',
    );
    expect(err).toContain('kolommen.json');
    const mapping = parseTariffMapping(mappingOf('kolommen.json'), 'kolommen.json');
    expect(mapping.columns['Opmerking']).toEqual({ field: 'ignore' });
    const next = textFile('Code;Omschrijving;Tarief 2023;Opmerking\n02A16;Begeleiding;65,00;x\n');
    const { entries } = await readTariffs(next, { tariffMapping: mapping });
    expect(
      entries.map(({ product, tariff }) => [product, tariff && formatMoney(roundToCents(tariff))]),
    ).toEqual([['02A16', '65.00']]);
  });

  test('a list whose heads say too little: the proposal is corrected by hand and then reads', async () => {
    desk.put('tarieven.csv', LIST(2023, '69,00'));
    const first = await desk.run(['inspect', 'tarieven.csv']);
    expect(first.out).toContain('geen rij met koppen');
    desk.put(
      'kolommen.json',
      JSON.stringify({
        kind: 'plafondwijzer-tariff-mapping',
        version: 1,
        columns: {
          Code: { field: 'product' },
          Doelgroep: { field: 'variant' },
          'Zorg in natura 2023': { field: 'tariff', year: 2023, unit: 'uur' },
        },
      }),
    );
    const second = await desk.run([
      ...['inspect', 'tarieven.csv', '--tariff-mapping', 'kolommen.json', '--format', 'json'],
    ]);
    const mapping = parseTariffMapping(JSON.parse(second.out), 'x');
    expect(mapping.columns).toMatchObject({ Wat: { field: 'ignore' }, Doelgroep: { field: 'variant' } });
    const { entries } = await readTariffs(textFile(LIST(2023, '69,00')), { tariffMapping: mapping });
    expect(entries.map(({ variant, tariff, unit }) => [variant, tariff?.toFixed(), unit])).toEqual([
      ['HBO', '69', 'uur'],
      ['MBO', '45.6', 'uur'],
    ]);
  });
});
