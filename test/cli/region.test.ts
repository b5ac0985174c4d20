import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BSN, declaration } from '../intake/message-builders';
import { Desk } from './stand-in';

const ROOT = path.resolve(__dirname, '../..');
const SAMPLES = path.join(ROOT, 'samples/region');

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  for (const name of readdirSync(SAMPLES)) copyFileSync(path.join(SAMPLES, name), desk.path(name));
});
afterEach(() => desk.clear());

const EQUALISE = ['equalise', '--costs', 'kosten.csv', '--rulebook', 'ijsselland-2015'];
const MATCH = [
  ...['match', '--production', 'facturen.csv', '--allocations', 'toewijzingen.csv'],
  ...['--rulebook', 'ijsselland-2015', '--year', '2015'],
];

describe('equalise', () => {
  test('shows what everybody pays or receives, and the zero', async () => {
    const { status, out, err } = await desk.run([...EQUALISE, '--year', '2015']);
    expect([status, err]).toEqual([0, '']);
    const plain = out.replace(/\u00a0/g, ' ');
    expect(plain).toContain('Betalingen en ontvangsten samen: € 0,00; verevende kosten: € 2.750.000,14.');
    expect(plain).toMatch(/Voorbeeldstad .*€ -149\.999,94/);
    expect(plain).toContain('Aanname (solidarity)');
  });

  test('JSON and CSV say the same', async () => {
    const { status, out } = await desk.run([
      ...[...EQUALISE, '--year', '2015', '--format', 'json', '--out', 'uit.csv'],
    ]);
    const json = JSON.parse(out) as { balance: string; municipalities: { payment: string }[] };
    expect([status, json.balance]).toEqual([0, '0.00']);
    expect(json.municipalities.map(({ payment }) => payment)).toEqual([
      '-149999.94',
      '102499.92',
      '-12500.02',
      '60000.04',
    ]);
    expect(readFileSync(desk.path('uit.csv'), 'utf8')).toContain(
      'Voorbeeldveld;489999,99;550000,03;60000,04;;550000,03\r\n',
    );
  });

  test.each([
    [['--year', '2017'], 'zegt voor 2017 niet welk deel wordt verevend'],
    [['--year', '2018'], 'geldt van'],
    [['--year', '2015', '--solidarity', '1,5'], '“1,5” is geen deel'],
    [['--year', '2015', '--solidarity', '101%'], '“101%” is geen deel'],
    [['--year', '2015', '--solidarity', '-1'], '--solidarity vraagt een waarde'],
    [['--year', '2015', '--keys', 'half.csv'], 'Voorbeelddorp heeft geen sleutel in half.csv'],
    [['--year', '2015', '--keys', 'vreemd.csv'], 'Elders heeft geen kosten in kosten.csv'],
    [['--year', '2015', '--keys', 'dubbel.csv'], 'voorbeeldstad staat er twee keer'],
    [['--year', '2015', '--keys', 'nul.csv'], 'Geen enkele sleutel is groter dan nul'],
    [['--year', '2015', '--keys', 'min.csv'], 'De sleutel van Voorbeelddorp is negatief'],
    [['--year', '2015', '--out', 'kosten.csv', '--force'], 'hetzelfde bestand als de invoer'],
  ])('%j is refused and says why', async (args, sentence) => {
    const names = ['Voorbeeldstad', 'Voorbeelddorp', 'Voorbeeldmeer', 'Voorbeeldveld'];
    const keys = (values: readonly (readonly [string, string])[]): string =>
      `gemeente;sleutel\n${values.map((pair) => pair.join(';')).join('\n')}\n`;
    const all = names.map((name) => [name, '1'] as const);
    desk.put('half.csv', keys([all[0] ?? ['', ''], ...all.slice(2)]));
    desk.put('vreemd.csv', keys([...all, ['Elders', '1']]));
    desk.put('dubbel.csv', keys([...all, ['voorbeeldstad ', '2']]));
    desk.put('nul.csv', keys(names.map((name) => [name, '0'] as const)));
    desk.put('min.csv', keys(names.map((name, index) => [name, index === 1 ? '-1' : '1'] as const)));
    const { status, out, err } = await desk.run([...EQUALISE, ...args]);
    expect(err).toContain(sentence);
    expect([status, out]).toEqual([2, '']);
  });

  test.each([
    ['0', '0'],
    ['50%', '0.50'],
    ['0,5', '0.5'],
    ['1', '1'],
    ['100%', '1.00'],
  ])('--solidarity %s', async (typed) => {
    const { status } = await desk.run([...EQUALISE, '--year', '2017', '--solidarity', typed]);
    expect(status).toBe(0);
  });
});

describe('match', () => {
  test('lists every line that does not match, with file, line and reason; nothing is lost', async () => {
    const { status, out } = await desk.run([...MATCH, '--format', 'json', '--out', 'rest.csv']);
    const json = JSON.parse(out) as {
      matched: { lines: number; amount: string };
      unmatched: { amount: string; list: { reason: string; place: { line: number } }[] };
    };
    expect(status).toBe(1);
    expect([json.matched, json.unmatched.amount]).toEqual([{ lines: 4, amount: '4242.60' }, '4366.20']);
    expect(json.unmatched.list.map(({ reason, place }) => [place.line, reason])).toEqual([
      [4, 'double'],
      [5, 'over-volume'],
      [6, 'outside-period'],
      [8, 'wrong-product'],
      [10, 'other-client'],
      [11, 'not-identifiable'],
      [12, 'no-allocation'],
    ]);
    const rows = readFileSync(desk.path('rest.csv'), 'utf8').trim().split('\r\n');
    expect(rows.length).toBe(8);
    expect(rows[2]).toBe('facturen.csv;5;meer dan het toegewezen aantal of bedrag;45A04;2015-03;10;882,00;5');
  });

  test('an allocation “totaal” is no total row, and a line that can’t be read is told', async () => {
    desk.put(
      'toewijzingen.csv',
      'toewijzing;client;product;vanaf;tot;aantal;frequentie\nT1;C1;P1;01-01-2015;31-12-2015;4;totaal\nT2;C2;P1;31-12-2015;01-01-2015;4;totaal\n',
    );
    desk.put(
      'facturen.csv',
      'product;client;periode;bedrag;domein\nP1;C1;01-2015;5,00;Jeugdwet\nP1;C1;week 3;5,00;Jeugdwet\n',
    );
    const { out } = await desk.run(MATCH);
    expect(out).toContain('Gekoppeld: 1 regel');
    expect(out).toContain('facturen.csv, regel 3');
    expect(out).toContain('toewijzingen.csv, regel 3');
  });

  describe('messages of two providers against a list that names them', () => {
    const message = (sender: string, allocation: number, reference: string): string =>
      declaration(
        [
          {
            bsn: BSN[0],
            lines: [
              {
                ...{
                  reference,
                  allocation,
                  category: '02',
                  code: '02A03',
                  volume: 4,
                  unit: '04',
                  cents: 20000,
                },
                ...{ from: '2015-03-01', until: '2015-03-31' },
              },
            ],
          },
        ],
        { sender, number: `F${allocation}`, from: '2015-03-01', until: '2015-03-31', date: '2015-04-10' },
      );
    const two = [
      ...['match', '--production', 'een.xml', 'twee.xml', '--allocations', 'lijst.csv'],
      ...['--rulebook', 'ijsselland-2015', '--year', '2015', '--format', 'json'],
    ];
    const reasons = (out: string): string[] =>
      (JSON.parse(out) as { unmatched: { list: { reason: string }[] } }).unmatched.list.map(
        ({ reason }) => reason,
      );
    beforeEach(() => {
      desk.put('een.xml', message('99000001', 101, 'R1'));
      desk.put('twee.xml', message('99000002', 102, 'R2'));
      desk.put(
        'lijst.csv',
        'toewijzing;domein;aanbieder;product;vanaf;tot;aantal;frequentie\n' +
          '101;Wmo;Stichting Een;02A03;01-01-2015;31-12-2015;10;totaal\n' +
          '102;Wmo;Twee BV;02A03;01-01-2015;31-12-2015;10;totaal\n',
      );
    });

    test('--agb says whose code is which; a code without a name stays a code', async () => {
      expect(reasons((await desk.run(two)).out)).toEqual(['other-provider', 'other-provider']);
      const one = [...two, '--agb', '99000001=Stichting Een'];
      expect(reasons((await desk.run(one)).out)).toEqual(['other-provider']);
      const { status, out } = await desk.run([...one, '--agb', '99000002=Twee BV']);
      expect([status, reasons(out)]).toEqual([0, []]);
      const swapped = await desk.run([
        ...two,
        '--agb',
        '99000001=Twee BV',
        '--agb',
        '99000002=Stichting Een',
      ]);
      expect(reasons(swapped.out)).toEqual(['other-provider', 'other-provider']);
    });

    test.each([
      ['nl', 'verwacht een AGB-code van acht cijfers'],
      ['en', 'expected an AGB code of eight digits'],
    ])('a code that is none is refused, in %s', async (language, sentence) => {
      for (const typed of ['9900001=Een', '99000001', '99000001=', 'Een=99000001']) {
        const { status, out, err } = await desk.run([...two, '--agb', typed, '--lang', language]);
        expect([status, out]).toEqual([2, '']);
        expect(err).toContain(sentence);
        expect(err).toContain(typed);
      }
    });

    test('the help names it', async () => {
      expect((await desk.run(['match', '--help'])).out).toContain('--agb AGB=NAAM');
    });
  });

  test('with ceilings: what running allocations weigh on this year and the next (ZUT-03)', async () => {
    desk.put(
      'toewijzingen.csv',
      'toewijzing;domein;product;client;vanaf;tot;bedrag\nT1;Wmo;02A03;C1;01-07-2023;30-06-2024;3.660,00\n',
    );
    desk.put('facturen.csv', 'domein;product;client;periode;bedrag\nWmo;02A03;C1;07-2023;10,00\n');
    desk.put('plafonds.csv', 'domein;jaar;soort;bedrag\nWmo;2023;basis;1.840,00\nWmo;2024;basis;1.819,99\n');
    const { status, out } = await desk.run([
      ...['match', '--production', 'facturen.csv', '--allocations', 'toewijzingen.csv'],
      ...['--rulebook', 'zutphen-2023', '--year', '2023', '--ceilings', 'plafonds.csv'],
    ]);
    const plain = out.replace(/\u00a0/g, ' ');
    expect(status).toBe(0);
    expect(plain).toContain(
      'Wmo 2023: de toewijzingen (€ 1.840,00) passen binnen het plafond van € 1.840,00',
    );
    expect(plain).toContain('Wmo 2024: de toewijzingen (€ 1.820,00) gaan € 0,01 over het plafond');
  });
});

describe('docs/rulebooks.md', () => {
  const text = readFileSync(path.join(ROOT, 'docs/rulebooks.md'), 'utf8');
  const commands = [...text.matchAll(/^plafondwijzer (.+)$/gm)]
    .map((found) => found[1] ?? '')
    .filter((line) => /^(rulebook|equalise|match) /.test(line));
  const words = (line: string): string[] =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((found) => found[1] ?? found[2] ?? '');

  test('every command of the page runs, and the mistakes are told as printed', async () => {
    expect(commands.length).toBe(7);
    const statuses: number[] = [];
    for (const command of commands) {
      const { status, err } = await desk.run(words(command));
      statuses.push(status);
      if (!command.includes('fout.json')) continue;
      const printed = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? 'nothing printed';
      expect(err).toBe(printed);
    }
    expect(statuses).toEqual([0, 0, 0, 2, 0, 0, 1]);
    expect([existsSync(desk.path('voorbeeld-2024.json')), existsSync(desk.path('fout.json'))]).toEqual([
      true,
      false,
    ]);
  });
});
