import { readFileSync, writeFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { runCheck, runFill } from '../../src/flow';
import { openXlsx } from '../../src/workbook';
import { secondMonth } from '../flow/second-month';
import { samplePath } from '../flow/sample-case';
import { Desk, engineWith } from './stand-in';

const engine = engineWith({ openXlsx, runFill, runCheck });
const FILES = ['eigen-months-right.xlsx', 'prognose.csv', 'plafonds.csv', 'tarieven.csv'];

let desk: Desk;
beforeAll(async () => {
  desk = new Desk();
  for (const file of FILES) writeFileSync(desk.path(file), readFileSync(samplePath('a', file)));
  writeFileSync(desk.path('juni.csv'), readFileSync(samplePath('a', 'productie.csv')));
  writeFileSync(desk.path('juli.csv'), secondMonth());
  for (const [name, asOf] of [
    ['juni', '2023-06-30'],
    ['juli', '2023-07-31'],
  ] as const) {
    const { err } = await desk.run(
      [
        ...['fill', '--prognosis', 'eigen-months-right.xlsx', '--production', `${name}.csv`],
        ...['--forecast', 'prognose.csv', '--ceilings', 'plafonds.csv', '--tariffs', 'tarieven.csv'],
        ...['--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', asOf],
        ...['--out', `${name}.xlsx`, '--snapshot', `${name}.json`, '--quiet'],
      ],
      engine,
    );
    expect(err).toBe('');
  }
});
afterAll(() => desk.clear());

interface Compared {
  readonly comparisons: readonly {
    readonly total: { readonly difference: string };
    readonly causes: Readonly<Record<string, string>>;
    readonly domains: readonly {
      readonly domain: string;
      readonly difference: string;
      readonly causes: Readonly<Record<string, string>>;
      readonly notices: readonly string[];
    }[];
  }[];
}

const cents = (text: string): number => Math.round(Number(text) * 100);

describe('compare', () => {
  it('snapshots hold no client, and who froze them when', () => {
    const text = readFileSync(desk.path('juli.json'), 'utf8');
    expect(text).not.toMatch(/C83370|C99901/);
    expect(JSON.parse(text)).toMatchObject({
      plafondwijzer: 'snapshots',
      snapshots: [{ id: '2023-07-31-1', takenAt: '2023-06-30', engine: '0.1.0', asOf: '2023-07-31' }],
    });
  });

  it('divides the difference over its causes, to the cent', async () => {
    const { status, out } = await desk.run(
      ['compare', 'juni.json', 'juli.json', '--format', 'json', '--report', 'verschil.xlsx'],
      engine,
    );
    expect(status).toBe(0);
    const [comparison] = (JSON.parse(out) as Compared).comparisons;
    const wmo = comparison?.domains.find(({ domain }) => domain === 'Wmo');
    // The amounts of the file are rounded to cents per line: two cents of it are price.
    expect(wmo?.causes).toMatchObject({ lag: '84.70', new: '423.50', price: '0.02', other: '0.00' });
    for (const domain of comparison?.domains ?? []) {
      const sum = Object.values(domain.causes).reduce((total, amount) => total + cents(amount), 0);
      expect(sum).toBe(cents(domain.difference));
    }
    expect(wmo?.notices.join(' ')).toContain('vertrokken cliënten staan niet apart');
    const book = read(readFileSync(desk.path('verschil.xlsx')));
    expect(book.SheetNames).toEqual(['Vergelijking', 'Vergelijking stappen']);
  });

  it('tells it in text', async () => {
    const { status, out } = await desk.run(['compare', 'juni.json', 'juli.json'], engine);
    expect(status).toBe(0);
    const plain = out.replace(/\u00a0/g, ' ');
    expect(plain).toContain('Van stand per 30-06-2023 naar stand per 31-07-2023');
    expect(plain).toMatch(/Late declaraties +€ 84,70/);
    expect(plain).toMatch(/Nieuwe cliënten +€ 423,50/);
  });

  it('compares a budget with a state', async () => {
    const { status, out } = await desk.run(
      ['compare', 'prognose.csv', 'juli.json', '--format', 'json'],
      engine,
    );
    expect(status).toBe(0);
    const [comparison] = (JSON.parse(out) as Compared).comparisons;
    const sum = Object.values(comparison?.causes ?? {}).reduce((total, amount) => total + cents(amount), 0);
    expect(sum).toBe(cents(comparison?.total.difference ?? ''));
  });

  it.each([
    [['juni.json'], 'precies twee bestanden'],
    [['prognose.csv', 'plafonds.csv'], 'minstens een van de twee'],
    [['juni.json', 'kapot.json'], 'is beschadigd en wordt niet gebruikt'],
    [['juni.json', 'gewijzigd.json'], 'tellen op tot'],
    [['juni.json', 'ander.json'], 'geen aanbieder gemeen'],
  ])('%j is refused and says why', async (files, sentence) => {
    writeFileSync(desk.path('kapot.json'), '{"plafondwijzer":"snapshots","snapshots":[{"version":1}]}');
    const text = readFileSync(desk.path('juli.json'), 'utf8');
    writeFileSync(desk.path('gewijzigd.json'), text.replace(/"c\|(\d+)\./, '"c|1$1.'));
    writeFileSync(desk.path('ander.json'), '{"plafondwijzer":"snapshots","version":1,"snapshots":[]}');
    const { status, out, err } = await desk.run(['compare', ...files], engine);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});
