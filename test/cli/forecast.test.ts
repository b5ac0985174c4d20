import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatMoney, parseMoney, sumMoney } from '../../src/core';
import { runForecast } from '../../src/flow';
import { openXlsx } from '../../src/workbook';
import { declaration } from '../intake/message-builders';
import { Desk, engineWith } from './stand-in';

/** Months of one product as lines of a file; `month => amount`. */
const lines = (
  provider: string,
  product: string,
  year: number,
  months: number,
  amount: (m: number) => number,
): string[] =>
  Array.from({ length: months }, (_, at) => at + 1).map(
    (month) =>
      `${provider};Wmo;${product};;${year}-${String(month).padStart(2, '0')};${amount(month).toFixed(2).replace('.', ',')}`,
  );

const HEADER = 'aanbieder;domein;product;client;periode;bedrag';
const wobble = (month: number, year: number): number => ((month * 7919 + (year % 7) * 5077) % 13) - 6;

const desk = new Desk();
const engine = engineWith({ runForecast, openXlsx });
const BASE = ['forecast', '--production', 'p-*.csv', '--year', '2023', '--as-of', '2023-06-30'];
beforeAll(() => {
  for (const year of [2021, 2022, 2023]) {
    const months = year === 2023 ? 6 : 12;
    desk.put(
      `p-${year}.csv`,
      [
        HEADER,
        ...lines('De Linde', 'A1', year, months, (month) => 10_000 + 200 * wobble(month, year)),
        ...lines('Beuk', 'A1', year, months, (month) => 4_000 + 90 * wobble(month + 4, year)),
      ].join('\n'),
    );
  }
  desk.put(
    'plafond.csv',
    'aanbieder;domein;jaar;soort;client;bedrag;vanaf\nDe Linde;Wmo;2023;basis;;120000,00;\nBeuk;Wmo;2023;basis;;90000,00;\n',
  );
});
afterAll(() => desk.clear());

interface Month {
  readonly month: string;
  readonly status: string;
  readonly declared: string;
  readonly completion: string | null;
  readonly amount: string;
  readonly overridden: boolean;
  readonly replaced: string | null;
}
interface Json {
  readonly total: string;
  readonly totals: {
    readonly amount: string;
    readonly parts: readonly {
      readonly domain: string;
      readonly parts: readonly { readonly provider: string; readonly against: Record<string, unknown> }[];
    }[];
  };
  readonly products: readonly {
    readonly product: string;
    readonly provider: string;
    readonly months: readonly Month[];
  }[];
  readonly receipts: readonly { readonly file: string; readonly hash: string }[];
  readonly scenarios: {
    readonly list: readonly { readonly name: string; readonly difference: string }[];
  } | null;
}
const json = async (...args: string[]): Promise<Json> => {
  const ran = await desk.run([...BASE, '--format', 'json', ...args], engine);
  if (ran.status !== 0) throw new Error(ran.err);
  return JSON.parse(ran.out) as Json;
};

describe('plafondwijzer forecast', () => {
  it('forecasts per product and month, adds up, and holds against ceilings', async () => {
    const found = await json('--ceilings', 'plafond.csv');
    expect(found.products).toHaveLength(2);
    const all = found.products.flatMap((product) => product.months.map((month) => parseMoney(month.amount)));
    expect(formatMoney(sumMoney(all))).toBe(found.total);
    expect(found.totals.amount).toBe(found.total);
    expect(found.products[0]?.months.map((month) => month.status)).toEqual([
      ...Array.from({ length: 6 }, () => 'closed'),
      ...Array.from({ length: 6 }, () => 'forecast'),
    ]);
    const [linde, beuk] = found.totals.parts[0]?.parts ?? [];
    expect(Number(linde?.against['overrunChance'])).toBeGreaterThan(0.02);
    expect(beuk?.against['overrunChance']).toBe('0');
    expect(found.receipts[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same bytes twice, other ranges with another seed', async () => {
    const args = [...BASE, '--format', 'json'];
    const [one, two, other] = [
      await desk.run(args, engine),
      await desk.run(args, engine),
      await desk.run([...args, '--seed', '2'], engine),
    ];
    expect(two.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
    expect((JSON.parse(other.out) as Json).total).toBe((JSON.parse(one.out) as Json).total);
  });

  it('completes late months by the shares given', async () => {
    desk.put('compleet.csv', 'ouderdom;aandeel\n0;0,80\n1;1\n');
    const found = await json('--completion', 'compleet.csv', '--method', 'running-average');
    const june = found.products[0]?.months[5];
    expect(june).toMatchObject({ status: 'incomplete', completion: '0.8' });
    expect(Number(june?.amount)).toBeGreaterThan(Number(june?.declared));
  });

  it('an override by hand is marked, says what it replaced, and stays when production changes', async () => {
    desk.put(
      'hand.csv',
      'aanbieder;domein;product;periode;bedrag;reden\nde linde;Wmo;A1;2023-11;1234,56;locatie dicht\n',
    );
    const november = async (): Promise<Month | undefined> =>
      (await json('--overrides', 'hand.csv')).products.find(({ provider }) => provider === 'De Linde')
        ?.months[10];
    const before = await november();
    expect(before).toMatchObject({ amount: '1234.56', overridden: true });
    const old = readFileSync(path.join(desk.folder, 'p-2023.csv'), 'utf8');
    desk.put('p-2023.csv', old.replace(/2023-06;\d+/, '2023-06;14000'));
    const after = await november();
    desk.put('p-2023.csv', old);
    expect(after).toMatchObject({ amount: '1234.56', overridden: true });
    expect(after?.replaced).not.toBe(before?.replaced);
    const text = await desk.run([...BASE, '--overrides', 'hand.csv'], engine);
    expect(text.out).toContain('met de hand');
    expect(text.out).toContain('Reden: locatie dicht');
  });

  it('an override without a reason is rejected, with its line', async () => {
    desk.put(
      'leeg.csv',
      'aanbieder;domein;product;periode;bedrag;reden\nDe Linde;Wmo;A1;2023-11;1,00;\nDe Linde;Wmo;A1;2023-12;2,00;ja\n',
    );
    const ran = await desk.run([...BASE, '--overrides', 'leeg.csv', '--format', 'json'], engine);
    expect(ran.status).toBe(0);
    expect(ran.err).toContain('leeg.csv, regel 2');
    expect(ran.err).toContain('reden');
  });

  it('writes a forecast that it reads again as the user’s own', async () => {
    const first = await desk.run([...BASE, '--out', 'uit.csv', '--force'], engine);
    expect(first.status).toBe(0);
    const file = readFileSync(path.join(desk.folder, 'uit.csv'), 'utf8');
    expect(file.split('\r\n')[0]).toBe(
      '\uFEFFaanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing;status;reden',
    );
    const plain = await json();
    const again = await json('--forecast', 'uit.csv', '--method', 'own-forecast');
    expect(again.total).toBe(plain.total);
    expect(again.products[0]?.months.map(({ amount }) => amount)).toEqual(
      plain.products[0]?.months.map(({ amount }) => amount),
    );
    const book = await desk.run([...BASE, '--out', 'uit.xlsx', '--force'], engine);
    expect(book.status).toBe(0);
    expect((await json('--forecast', 'uit.xlsx', '--method', 'own-forecast')).total).toBe(plain.total);
  });

  it('sets scenarios beside it', async () => {
    desk.put(
      'scenario.json',
      JSON.stringify({
        version: 1,
        scenarios: [{ name: 'groei', assumptions: [{ kind: 'growth', rate: '0.10' }] }],
        sensitivity: [{ name: 'tarief', low: [], high: [{ kind: 'tariff', rate: '0.03' }] }],
      }),
    );
    const found = await json('--scenario', 'scenario.json');
    expect(found.scenarios?.list[0]?.name).toBe('groei');
    expect(Number(found.scenarios?.list[0]?.difference)).toBeGreaterThan(0);
    const text = await desk.run([...BASE, '--scenario', 'scenario.json', '--lang', 'en'], engine);
    expect(text.out).toContain('Sensitivity');
    expect(text.out).not.toMatch(/totals\.|forecast\.|bridge\./);
  });

  it.each([
    [['--seed', '-1'], '--seed'],
    [['--paths', '5'], '--paths: “5” is geen getal van 100'],
    [['--method', 'glazenbol'], '--method kan niet'],
    [['--out', 'uit.txt'], '--out'],
    [['--completion', 'plafond.csv'], 'plafond.csv'],
    [['--scenario', 'plafond.csv'], 'plafond.csv'],
  ])('refuses %j', async (args, says) => {
    const ran = await desk.run([...BASE, ...args], engine);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(says);
    expect(ran.out).toBe('');
  });
});

describe('odd years', () => {
  it('one single month still gives a year and says how little that is', async () => {
    desk.put('een.csv', [HEADER, 'De Linde;Wmo;A1;;2023-06;100,00'].join('\n'));
    const ran = await desk.run(
      ['forecast', '--production', 'een.csv', '--year', '2023', '--as-of', '2023-06-30'],
      engine,
    );
    expect(ran.status).toBe(0);
    expect(ran.out).not.toMatch(/NaN|Infinity/);
    expect(ran.out).toContain('geschiedenis');
  });
});

describe('forecasts from something else than past months', () => {
  const monthsOf = (found: Json, product: string): readonly string[] =>
    found.products.find((one) => one.product === product)?.months.map(({ amount }) => amount) ?? [];

  it('client flow is the forecast of its product, with its steps; other products keep their own method', async () => {
    // 20 clients, one in ten leaves, 3 come in: 20 − 2 + 3 = 21, then 21 − 2.1 + 3 = 21.9; × 4 × 61.80
    desk.put(
      'stroom.csv',
      'aanbieder;domein;product;clienten;nieuw per maand;duur;intensiteit;tarief;vanaf;tot\n' +
        'De Linde;Wmo;A1;20;3;10;4;61,80;2023-07;2023-12\n',
    );
    const plain = await json();
    const found = await json('--client-flow', 'stroom.csv');
    const linde = found.products.find(({ provider }) => provider === 'De Linde');
    expect(linde?.months.slice(6, 8).map(({ amount }) => amount)).toEqual(['5191.20', '5413.68']);
    const beuk = (json: Json): readonly string[] =>
      json.products.find(({ provider }) => provider === 'Beuk')?.months.map(({ amount }) => amount) ?? [];
    expect(beuk(found)).toEqual(beuk(plain));
    const { sources } = found as unknown as {
      sources: { kind: string; steps: { rule: string | null }[] }[];
    };
    expect(sources).toMatchObject([{ kind: 'client-flow', product: 'A1' }]);
    expect(sources[0]?.steps[0]?.rule).toBe('ACH-04');
  });

  it('a count of running commitments is taken to the year, and its open months are the forecast', async () => {
    desk.put('telling.csv', 'aanbieder;domein;product;bedrag;dagen\nDe Linde;Wmo;A9;73000,00;73\n');
    const found = await json('--counts', 'telling.csv');
    // 73,000 over 73 days is 1,000 a day: July has 31 of them.
    expect(monthsOf(found, 'A9')).toEqual([
      ...Array.from({ length: 6 }, () => '0.00'),
      '31000.00',
      '31000.00',
      '30000.00',
      '31000.00',
      '30000.00',
      '31000.00',
    ]);
  });

  it('refuses two sources for one product, and rejects lines that make no sense with their number', async () => {
    desk.put(
      'stroom2.csv',
      'aanbieder;domein;product;clienten;nieuw per maand;duur;intensiteit;tarief\nDe Linde;Wmo;A9;1;0;1;1;1,00\n',
    );
    desk.put(
      'telling2.csv',
      'aanbieder;domein;product;bedrag;dagen\nDe Linde;Wmo;A9;10,00;30\nDe Linde;Wmo;A8;10,00;400\n',
    );
    const twice = await desk.run(
      [...BASE, '--client-flow', 'stroom2.csv', '--counts', 'telling2.csv'],
      engine,
    );
    expect(twice.status).toBe(2);
    expect(twice.err).toContain('telling2.csv');
    expect(twice.err).toContain('A9');
    const rejected = await desk.run([...BASE, '--counts', 'telling2.csv'], engine);
    expect(rejected.status).toBe(0);
    expect(rejected.err).toContain('telling2.csv, regel 3');
    expect(rejected.err).toContain('400');
  });

  it('open allocations are the forecast when no method is asked for', async () => {
    desk.put(
      'toewijzingen.csv',
      'toewijzing;aanbieder;domein;product;client;vanaf;tot;aantal;eenheid;frequentie\n' +
        'T1;De Linde;Wmo;A7;K1;01-01-2023;31-12-2023;7;uur;week\n',
    );
    desk.put('tarieven.csv', 'product;omschrijving;eenheid;tarief\nA7;Begeleiding;uur;60,00\n');
    // Half of the 7 hours a week was delivered so far.
    desk.put(
      'q-a7.csv',
      [
        'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag',
        ...['01', '02', '03', '04', '05', '06'].map(
          (month) => `De Linde;Wmo;A7;K1;2023-${month};15;uur;900,00`,
        ),
      ].join('\n'),
    );
    const ran = await desk.run(
      [
        ...['forecast', '--production', 'q-a7.csv', '--year', '2023', '--as-of', '2023-06-30'],
        ...['--allocations', 'toewijzingen.csv', '--tariffs', 'tarieven.csv', '--format', 'json'],
      ],
      engine,
    );
    expect(ran.status).toBe(0);
    const found = JSON.parse(ran.out) as Json;
    const months = monthsOf(found, 'A7');
    expect(months).toHaveLength(12);
    expect(Number(months[6])).toBeGreaterThan(700);
    expect(Number(months[6])).toBeLessThan(1100);
    expect(ran.out).toContain('"method": "own-forecast"');
    expect(found.receipts.map(({ file }) => file)).toContain('toewijzingen.csv');
  });

  it('declaration messages are production, and say themselves how late declarations come in', async () => {
    // Of each month 90% is declared a month later, and the rest two months later.
    for (let month = 1; month <= 6; month++) {
      const two = (number: number): string => String(number).padStart(2, '0');
      const line = (of: number, cents: number) => ({
        ...{ reference: `R${month}-${of}`, allocation: 300001, category: '02', code: '02A16' },
        ...{ from: `2023-${two(of)}-01`, until: `2023-${two(of)}-28` },
        ...{ volume: cents / 100, unit: '04', cents },
      });
      desk.put(
        `bericht-${month}.xml`,
        declaration(
          [
            {
              bsn: '999990019',
              lines: [line(month, 90_000), ...(month > 1 ? [line(month - 1, 10_000)] : [])],
            },
          ],
          {
            ...{ from: `2023-${two(month)}-01`, until: `2023-${two(month)}-28` },
            ...{ number: `VB23${two(month)}`, date: `2023-${two(month + 1)}-05` },
          },
        ),
      );
    }
    const ran = await desk.run(
      [
        'forecast',
        '--production',
        'bericht-*.xml',
        '--year',
        '2023',
        '--as-of',
        '2023-06-30',
        '--format',
        'json',
      ],
      engine,
    );
    expect(ran.err).not.toMatch(/defect|stack/i);
    expect(ran.status).toBe(0);
    const found = JSON.parse(ran.out) as Json;
    expect(found.products[0]?.months.slice(0, 5).map(({ amount }) => amount)).toEqual(
      Array.from({ length: 5 }, () => '1000.00'),
    );
    const june = found.products[0]?.months[5];
    expect(june).toMatchObject({ status: 'incomplete', declared: '900.00' });
    expect(Number(june?.amount)).toBeGreaterThan(900);
    expect(ran.out).not.toContain('999990019');
  });
});
