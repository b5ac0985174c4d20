import { readFileSync } from 'node:fs';
import { Desk, RULES } from './stand-in';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.put(
    'toewijzingen.csv',
    'toewijzing;aanbieder;domein;product;client;vanaf;tot;aantal;eenheid;frequentie\nT1;Voorbeeld 1;Wmo;02A16;K1;01-01-2023;30-06-2024;7;uur;week\nT2;Voorbeeld 1;Wmo;02A16;K2;01-01-2023;31-12-2023;1200000;83;totaal\n',
  );
  desk.put('tarieven.csv', 'product;omschrijving;eenheid;tarief\n02A16;Begeleiding;uur;60,00\n');
  desk.put(
    'productie.csv',
    `aanbieder;domein;product;client;periode;aantal;eenheid;bedrag\n${['01', '02', '03', '04'].map((month, index) => `Voorbeeld 1;Wmo;02A16;K1;${month}-2023;1;uur;${['930', '840', '930', '900'][index] ?? ''},00`).join('\n')}\n`,
  );
  desk.put(
    'plafonds.csv',
    'aanbieder;domein;jaar;soort;client;bedrag;vanaf\nVoorbeeld 1;Wmo;2023;basis;;20.000,00;\nVoorbeeld 2;Wmo;2023;basis;;0,00;\n',
  );
});
afterEach(() => desk.clear());

const FILES = ['--production', 'productie.csv', '--tariffs', 'tarieven.csv', '--ceilings', 'plafonds.csv'];

describe('allocations', () => {
  test('what they cost per product and year, and whether both fit', async () => {
    const { status, out } = await desk.run([
      'allocations',
      '--allocations',
      'toewijzingen.csv',
      ...FILES,
      '--out',
      'm.csv',
      ...RULES,
    ]);
    const plain = out.replace(/\u00a0/g, ' ');
    expect(status).toBe(0);
    expect(plain).toContain('2 open toewijzingen, verwacht van 01-07-2023 tot en met 31-12-2024');
    expect(plain).toMatch(/ZUT-03: Wmo 2023: productie en open toewijzingen/);
    const months = readFileSync(desk.path('m.csv'), 'utf8').trim().split('\r\n');
    expect(months[0]).toBe('aanbieder;domein;product;client;periode;aantal;eenheid;bedrag');
    // Twelve months of K1 and six of K2.
    expect(months.length).toBe(19);
  });

  test('without a usable file says so', async () => {
    const { status, err } = await desk.run(['allocations', '--allocations', 'weg.csv', ...RULES]);
    expect([status, err]).toEqual([2, expect.stringContaining('weg.csv')]);
  });
});

describe('capacity', () => {
  const capacity = (...args: string[]): ReturnType<Desk['run']> =>
    desk.run(['capacity', '--product', '02A16', '--from', '01-10-2023', ...args, ...FILES, ...RULES]);

  test('who has room, and who may take nobody', async () => {
    const { status, out } = await capacity('--cost', '36.500,00', '--allocations', 'toewijzingen.csv');
    const plain = out.replace(/\u00a0/g, ' ');
    expect(status).toBe(0);
    expect(plain).toContain('De cliënt kost dit jaar € 9.200,00 en volgend jaar € 36.500,00.');
    expect(plain).toContain('Voorbeeld 2: plafond nul, mag geen cliënten aannemen');
  });

  test('a volume in words, and what room rests on', async () => {
    const { out } = await capacity('--volume', '7 uur per week');
    const plain = out.replace(/\u00a0/g, ' ');
    expect(plain).toContain('De cliënt kost dit jaar € 5.520,00');
    expect(plain).toContain('Voorbeeld 1: past nu; ruimte nu € 16.400,00');
    expect(plain).toContain('Wat nog komt telt niet mee');
  });

  test.each([
    [[], 'Geef --cost of --volume'],
    [['--cost', '1.234'], '“1.234” is niet (op één manier) als getal te lezen'],
    [['--volume', 'veel'], '“veel” is niet te lezen'],
    [['--cost', '100', '--domain', 'Wmo', '--from', '01-01-2024'], '--from staat er twee keer'],
  ])('%j is refused and says why', async (args, sentence) => {
    const { status, err } = await capacity(...args);
    expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
