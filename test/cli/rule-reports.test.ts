import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Desk } from './stand-in';

const SAMPLES = path.resolve(__dirname, '../../samples');

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  for (const folder of ['finance', 'region', 'wlz']) {
    for (const name of readdirSync(path.join(SAMPLES, folder))) {
      copyFileSync(path.join(SAMPLES, folder, name), desk.path(`${folder}-${name}`));
    }
  }
});
afterEach(() => desk.clear());

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

interface Printed {
  readonly sections: readonly { section: string; rows: readonly Record<string, unknown>[] }[];
  readonly findings: readonly {
    rule: string;
    severity: string;
    amount: string | null;
    notChecked: boolean;
  }[];
}

const ZWOLLE = ['finance', '--lines', 'finance-zwolle.csv', '--rulebook', 'zwolle-2020', '--year', '2021'];

describe('finance', () => {
  it('puts the forms side by side; something above what is allowed exits with 1', async () => {
    const { status, out } = await desk.run(ZWOLLE);
    expect(status).toBe(1);
    // 13 places × 45,000.00 against 540,000.00.
    expect(plain(out)).toMatch(
      /subsidie op plekken +1 +€ 585\.000,00 +€ 540\.000,00 +€ 540\.000,00 +€ 45\.000,00/,
    );
    expect(plain(out)).toContain('Overtreding ZWO-02: Boven het budget van de cliënt: € 75,50.');
    expect(plain(out)).toContain('Waarschuwing ZWO-07:');
    // A client’s own key is in no output.
    expect(out).not.toContain('C3002');
  });

  it('JSON has the same figures with their steps, in English too', async () => {
    const { out } = await desk.run([...ZWOLLE, '--format', 'json', '--lang', 'en']);
    const { sections, findings } = JSON.parse(out) as Printed;
    const forms = sections.find(({ section }) => section === 'forms')?.rows ?? [];
    expect(forms.find(({ form }) => form === 'trajectory')).toMatchObject({
      spent: '13200.00',
      payable: '13500.00',
    });
    const groups = sections.find(({ section }) => section === 'groups')?.rows ?? [];
    expect(groups.find(({ form }) => form === 'trajectory')?.['result']).toBe('300.00');
    for (const { form, steps } of groups)
      expect([form, (steps as unknown[]).length > 0]).toEqual([form, true]);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('violation ZWO-01');
    // Shares of a domain: 250,000 ÷ 303,608.60 of youth care runs through subsidy.
    const shares = sections.find(({ section }) => section === 'shares')?.rows ?? [];
    expect(
      shares.find(({ domain, financing }) => domain === 'Jeugdwet' && financing === 'subsidy')?.['payable'],
    ).toBe('250000.00');
  });

  it('a lump sum that is used up names the day; the scenario of care without a contract is a choice', async () => {
    const args = [
      'finance',
      '--lines',
      'finance-achterhoek.csv',
      '--rulebook',
      'achterhoek-2021',
      '--year',
      '2021',
    ];
    const off = await desk.run([...args, '--format', 'json']);
    const on = await desk.run([...args, '--uncontracted', 'on', '--format', 'json']);
    const payable = (out: string): unknown =>
      (JSON.parse(out) as Printed).sections[0]?.rows.find(({ form }) => form === 'zonder contract')?.[
        'payable'
      ];
    expect([payable(off.out), payable(on.out)]).toEqual(['0.00', '8400.00']);
    expect(plain((await desk.run(args)).out)).toContain(
      'de lumpsum is op 24-06-2021 op; € 34.500,00 heeft dit jaar',
    );
  });

  it('a form without a rule in the rulebook is told, with its amount', async () => {
    const args = [
      'finance',
      '--lines',
      'finance-zwolle.csv',
      '--rulebook',
      'achterhoek-2021',
      '--year',
      '2021',
    ];
    const { findings } = JSON.parse((await desk.run([...args, '--format', 'json'])).out) as Printed;
    expect(findings.filter(({ rule }) => rule === 'ZWO-04')).toMatchObject([
      { notChecked: true, amount: '13200.00' },
    ]);
  });

  it.each([
    ['vorm;aanbieder\nonbekend;A\n', '“onbekend” is hier niet bekend'],
    ['vorm;aanbieder;bedrag\ntraject;A;10,00\n', 'vraagt een waarde in de kolom tarief'],
    [
      'vorm;aanbieder;bedrag;plafond\nnood;A;10,00;5,00\nnood;A;10,00;6,00\n',
      'noemen verschillende plafonds',
    ],
    [
      'vorm;aanbieder;segment;bedrag;plafond\nlumpsum;A;s;10,00;5,00\n',
      'vraagt een maand in de kolom periode',
    ],
    ['vorm;aanbieder;bedrag;vanaf\ndriejarig;A;10,00;15-01-2021\n', 'begint op de eerste dag van een maand'],
    ['aanbieder;bedrag\nA;1,00\n', 'vorm'],
  ])('%j is refused and says why', async (content, sentence) => {
    desk.put('regels.csv', content);
    const { status, err, out } = await desk.run([
      'finance',
      '--lines',
      'regels.csv',
      '--rulebook',
      content.includes('lumpsum') ? 'achterhoek-2021' : 'zwolle-2020',
      '--year',
      '2021',
    ]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it('a line that can’t be read is told, the rest goes on', async () => {
    desk.put('regels.csv', 'vorm;aanbieder;domein;aantal;tarief\npxq;A;Wmo;2;10,00\npxq;A;Wmo;veel;10,00\n');
    const { out, status } = await desk.run([
      'finance',
      '--lines',
      'regels.csv',
      '--rulebook',
      'zwolle-2020',
      '--year',
      '2021',
    ]);
    expect(status).toBe(0);
    expect(plain(out)).toContain('€ 20,00');
    expect(out).toContain('CHK-20');
  });

  it('writes CSV and JSON files, never over an input', async () => {
    const written = await desk.run([...ZWOLLE, '--out', 'uit.csv']);
    expect(written.status).toBe(1);
    expect(readFileSync(desk.path('uit.csv'), 'utf8')).toContain(';585000,00;');
    expect((await desk.run([...ZWOLLE, '--out', 'finance-zwolle.csv', '--force'])).status).toBe(2);
  });
});

describe('region', () => {
  const report = (name: string, file: string, rest: readonly string[] = []): readonly string[] => [
    ...['region', name, '--lines', `region-${file}.csv`, '--rulebook', 'ijsselland-2015', '--year', '2015'],
    ...rest,
  ];

  it.each([
    ['commitments', 'verplichtingen', [], /€ 4\.238\.983,71 +282 +€ 5\.486\.625,25/],
    [
      'contractors',
      'contractanten',
      ['--mains', 'region-hoofdaannemers.csv'],
      /Voorbeeld Hoofd +€ 750,00 +€ 1\.800,00 +€ 2\.550,00/,
    ],
    ['budget', 'budget', [], /laagste: alle onzekere uitnamen +€ 83\.500\.000,00/],
    ['utilisation', 'uitnutting', [], /Voorbeeldstad .*103,3333% +28-02-2015/],
    ['advances', 'voorschotten', [], /Stichting Voorbeeld 22 +€ 50\.000,00 +€ 61\.250,00 +€ -12\.250,00/],
    ['years', 'trajecten', [], /DBC met afspraak +€ 1\.000\.000,00 +€ 300\.000,00 +€ 700\.000,00/],
    ['offers', 'offertes', [], /Waarschuwing IJS-01: Stichting Voorbeeld 23/],
  ])('%s', async (name, file, rest, expected) => {
    const { status, out } = await desk.run(report(name, file, rest));
    expect(status).toBe(0);
    expect(plain(out)).toMatch(expected);
  });

  it.each([
    [['region', 'utilisaton'], 'Bedoelde je “utilisation”'],
    [report('contractors', 'contractanten'), '--mains'],
    [
      ['region', 'budget', '--lines', 'region-budget.csv', '--rulebook', 'zwolle-2020', '--year', '2020'],
      'heeft geen van de regels IJS-06, IJS-11',
    ],
    [report('utilisation', 'budget'), 'gemeente'],
  ])('%j is refused and says why', async (args, sentence) => {
    const typed = args.includes('--lines')
      ? args
      : [...args, '--lines', 'region-budget.csv', '--rulebook', 'ijsselland-2015', '--year', '2015'];
    const { status, err } = await desk.run(typed);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('wlz', () => {
  it.each([
    ['tariffs', 'tarieven', '2022', 1, /VV5 +V&V +96,2% +€ 242,32 +1\.000 +€ 242\.320,00/],
    ['treatment', 'behandeling', '2022', 1, /750 +€ 28\.800,00/],
    ['crisis', 'crisis', '2022', 0, /1\.460 +1\.276 +61,6438% +€ 382\.800,00/],
    ['absence', 'afwezig', '2022', 1, /92 +91 +1/],
    ['extra', 'meerzorg', '2022', 0, /GZ +€ 1\.030\.000,00 .*€ 5\.000,00/],
    ['regional', 'regiogeld', '2022', 1, /Zwolle +€ 100\.000,00 +€ 45\.000,00 +€ 15\.000,00 +€ 40\.000,00/],
    ['volume', 'volume', '2024', 1, /37\.190,32 +37\.200 +9,68 +€ 1\.917,61/],
    ['settlement', 'nacalculatie', '2024', 0, /€ 40\.000,00 +€ 8\.340\.000,00/],
    ['settlement', 'nacalculatie', '2022', 0, /€ 0,00 +€ 8\.300\.000,00/],
  ])('%s %s %s', async (name, file, year, expected, text) => {
    const { status, out } = await desk.run([
      ...[
        'wlz',
        name,
        '--lines',
        `wlz-${file}.csv`,
        '--rulebook',
        `zilveren-kruis-wlz-${year}`,
        '--year',
        year,
      ],
      '--steps',
    ]);
    expect(status).toBe(expected);
    expect(plain(out)).toMatch(text);
    expect(out).not.toMatch(/C5000\d/);
  });
});
