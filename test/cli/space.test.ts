import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runSpace } from '../../src/flow';
import type { Engine } from '../../src/cli/engine';
import { Desk, engineWith } from './stand-in';

const SAMPLES = path.resolve(__dirname, '../../samples/wlz');
const engine: Engine = engineWith({ runSpace });

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  for (const name of ['aanbieders.csv', 'ruimte.csv'])
    copyFileSync(path.join(SAMPLES, name), desk.path(name));
});
afterEach(() => desk.clear());

const RULES = ['--rulebook', 'zilveren-kruis-wlz-2022', '--as-of', '31-08-2022'];
const FILES = ['--providers', 'aanbieders.csv', '--space', 'ruimte.csv'];

interface SpaceJson {
  readonly sectors: readonly {
    readonly sector: string;
    readonly space: string;
    readonly forCare: string;
    readonly eligible: string;
    readonly cut: string;
    readonly regime: string;
    readonly totals: Readonly<Record<string, string>>;
    readonly providers: readonly {
      readonly provider: string;
      readonly agreement: string;
      readonly settlement: string;
      readonly balance: string | null;
      readonly steps: readonly { readonly parts: readonly unknown[] }[];
    }[];
    readonly findings: readonly { rule: string; severity: string; notChecked: boolean; message: string }[];
  }[];
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));

async function json(args: readonly string[]): Promise<{ status: number; result: SpaceJson }> {
  const { status, out, err } = await desk.run(['space', ...args, '--format', 'json'], engine);
  if (out === '') throw new Error(err);
  return { status, result: JSON.parse(out) as SpaceJson };
}

describe('space', () => {
  test('the sample in words', async () => {
    const { out, err, status } = await desk.run(['space', ...FILES, ...RULES], engine);
    expect(out.replace(/\u00a0/g, ' ')).toMatchSnapshot();
    expect(err).toBe('');
    expect(status).toBe(1);
  });

  test('the sample in English with the steps of every figure', async () => {
    const { out } = await desk.run(['space', ...FILES, ...RULES, '--steps', '--lang', 'en'], engine);
    expect(out).toContain('Calculation');
    expect(out).toContain('Reallocation agreement Voorbeeldhuis Zuid');
    expect(out).not.toMatch(/wlz\.[a-z]/);
  });

  test('agreements add up to the space or the production, to the cent', async () => {
    const { result } = await json([...FILES, ...RULES]);
    expect(result.sectors.map(({ sector, regime }) => [sector, regime])).toEqual([
      ['V&V', 'volume-agreements'],
      ['GZ', 'money-follows-client'],
      ['GGZ', 'money-follows-client'],
    ]);
    for (const { forCare, eligible, totals, providers } of result.sectors) {
      const sum = providers.reduce((total, provider) => total + cents(provider.agreement), 0n);
      const least = cents(forCare) < cents(eligible) ? cents(forCare) : cents(eligible);
      expect(sum).toBe(least);
      expect(totals['difference']).toBe('0.00');
    }
  });

  test('the space is the one known on the day: redistribution money of October does not count in August', async () => {
    const vv = async (day: string): Promise<string | undefined> =>
      (await json([...FILES, '--rulebook', 'zilveren-kruis-wlz-2022', '--as-of', day])).result.sectors[0]
        ?.space;
    expect(await vv('30-06-2022')).toBe('34500000.00');
    expect(await vv('01-07-2022')).toBe('35100000.00');
    expect(await vv('30-09-2022')).toBe('35100000.00');
    expect(await vv('01-10-2022')).toBe('35350000.00');
  });

  test('example E from the command line: 8,300,000.00, amounts typed per sector', async () => {
    desk.put(
      'e.csv',
      'provider;sector;year production\nOwn;V&V;8400000.00\nOthers;V&V;92400000.00\nTotal;;100800000.00\n',
    );
    const { result, status } = await json([
      '--providers',
      'e.csv',
      '--space',
      'V&V=100.000.000,00',
      ...RULES,
    ]);
    expect(result.sectors[0]?.providers[0]?.agreement).toBe('8300000.00');
    expect(result.sectors[0]?.cut).toMatch(/^0\.0119047619/);
    expect(status).toBe(0);
    expect(result.sectors[0]?.findings.filter((finding) => !finding.notChecked).map((f) => f.rule)).toEqual([
      'ZK-13',
    ]);
  });

  test('production files give the realisation of providers whose line has none', async () => {
    desk.put('p.csv', 'aanbieder;sector;realisatie\nVoorbeeld A;GZ;\nVoorbeeld B;GZ;200,00\n');
    desk.put('prod.csv', 'aanbieder;domein;product;periode;bedrag\nvoorbeeld  a;Wlz;Z413;2022-01;100,00\n');
    const args = ['--providers', 'p.csv', '--space', 'GZ=1000', '--production', 'prod.csv', ...RULES];
    const { result } = await json(args);
    // 100.00 over the 243 days up to 31 August: × 365 ÷ 243.
    expect(result.sectors[0]?.providers.map((provider) => provider.agreement)).toEqual(['150.21', '300.41']);
    desk.put('prod.csv', 'aanbieder;domein;product;periode;bedrag\nVreemd;Wlz;Z413;2022-01;100,00\n');
    const refused = await desk.run(['space', ...args], engine);
    expect(refused.err).toContain('Vreemd heeft productie (€\u00a0100,00) maar geen regel');
    expect(refused.status).toBe(2);
  });

  test.each([
    [['--space', 'V&V=100.000'], 'niet (op één manier) te lezen'],
    [['--space', 'Jeugd=100'], 'begint niet met een sector'],
    [['--space', 'GZ=1'], 'op 31-08-2022 geen contracteerruimte'],
    [['--space', 'nergens.csv'], 'nergens.csv'],
  ])('%j is refused with status 2', async (space, sentence) => {
    const { status, out, err } = await desk.run(
      ['space', '--providers', 'aanbieders.csv', ...space, ...RULES],
      engine,
    );
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test.each([
    ['aanbieder;sector;realisatie\nA;Jeugd;1,00\nB;GZ;1,00\n', 'in kolom sector is geen Wlz-sector'],
    ['aanbieder;sector;realisatie\nA;GZ;1,00\na ;GZ;2,00\n', 'komt twee keer voor'],
    ['aanbieder;sector;realisatie\nA;GZ;-1,00\n', 'negatief bedrag'],
    ['aanbieder;sector;soort;realisatie\nA;GZ;oud;1,00\nB;GZ;;1,00\n', 'geen soort aanbieder'],
    [
      'aanbieder;sector;realisatie;jaarproductie\nA;GZ;;\nB;GZ;;1,00\n',
      'geen realisatie en geen jaarproductie',
    ],
    ['aanbieder;sector\nA;GZ\n', 'realisatie'],
  ])('providers %j: the shares hang together, so nothing is left out', async (content, sentence) => {
    desk.put('p.csv', content);
    const { status, out, err } = await desk.run(
      ['space', '--providers', 'p.csv', '--space', 'GZ=10', ...RULES],
      engine,
    );
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test('another year or another law is refused', async () => {
    const year = await desk.run(
      ['space', ...FILES, '--rulebook', 'zilveren-kruis-wlz-2022', '--as-of', '01-01-2023'],
      engine,
    );
    expect(year.err).toContain('zilveren-kruis-wlz-2022');
    const law = await desk.run(
      ['space', ...FILES, '--rulebook', 'zutphen-2023', '--as-of', '01-06-2023'],
      engine,
    );
    expect(law.err).toContain('gaat niet over de Wlz');
    expect([year.status, law.status]).toEqual([2, 2]);
  });

  test('2024: a margin of 1%, and nothing reserved since the shares are not known', async () => {
    desk.put('p.csv', 'aanbieder;sector;jaarproductie\nA;GZ;101,00\n');
    const { result, status } = await json([
      ...['--providers', 'p.csv', '--space', 'GZ=100', '--rulebook', 'zilveren-kruis-wlz-2024'],
      ...['--as-of', '2024-09-01'],
    ]);
    expect(result.sectors[0]?.regime).toBe('money-follows-client');
    expect(status).toBe(0);
    expect(result.sectors[0]?.findings.find((finding) => finding.rule === 'ZK-10')?.notChecked).toBe(true);
    expect(result.sectors[0]?.findings.find((finding) => !finding.notChecked)?.rule).toBe('ZK24-01');
  });

  test('--out writes the table as CSV, or everything as JSON, and never over an input', async () => {
    await desk.run(['space', ...FILES, ...RULES, '--out', 'uit.csv'], engine);
    const csv = readFileSync(desk.path('uit.csv'), 'utf8');
    expect(csv.startsWith('\uFEFFsector;aanbieder;productie;afspraak')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(10);
    await desk.run(['space', ...FILES, ...RULES, '--out', 'uit.json'], engine);
    const written = JSON.parse(readFileSync(desk.path('uit.json'), 'utf8')) as SpaceJson;
    expect(written.sectors).toHaveLength(3);
    const over = await desk.run(['space', ...FILES, ...RULES, '--out', 'ruimte.csv', '--force'], engine);
    expect(over.err).toContain('hetzelfde bestand als de invoer');
    expect(over.status).toBe(2);
  });

  test('help names the columns', async () => {
    const { out, status } = await desk.run(['space', '--help'], engine);
    expect(out).toContain('achterstand');
    expect(status).toBe(0);
  });
});
