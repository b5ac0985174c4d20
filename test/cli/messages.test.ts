import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { runCheck, runFill, runForecast, runSpace } from '../../src/flow';
import { openXlsx } from '../../src/workbook';
import { aw319Records, BSN, declaration, type ClaimLine } from '../intake/message-builders';
import type { Engine } from '../../src/cli/engine';
import { Desk, engineWith } from './stand-in';
import { wlzWorkbook } from '../flow/wlz-workbook';

const engine: Engine = engineWith({
  openXlsx: (bytes, file) => (bytes.length === 0 ? openXlsx(bytes, file) : Promise.resolve(wlzWorkbook())),
  runCheck,
  runFill,
  runForecast,
  runSpace,
});

const KEY = 'een zin die niemand zal raden';
const HALF = ['01', '02', '03', '04', '05', '06'];
const CLIENTS = [
  { bsn: BSN[0], own: 'C-0001', product: 'VV5', count: 28, tariff: 86_543, cents: 2_423_204 },
  { bsn: BSN[1], own: 'C-0002', product: 'VV4', count: 25, tariff: 41_852, cents: 1_046_300 },
] as const;

const lineOf = (month: string, index: number): ClaimLine => {
  const { product, count, tariff, cents } = CLIENTS[index === 0 ? 0 : 1];
  return {
    ...{ product, count, unit: '14', tariff, cents },
    from: `2022${month}01`,
    until: `2022${month}28`,
    reference: `R${month}-${index}`,
  };
};

/** Months 1–6 of both clients as one message a month, and the same as a table. */
const claim = (month: string): string =>
  `${aw319Records(
    CLIENTS.map(({ bsn, own }, index) => ({ bsn, own, lines: [lineOf(month, index)] })),
    { invoice: `VB22${month}`, from: `2022${month}01`, until: `2022${month}28` },
  ).join('\r\n')}\r\n`;

const TABLE = `aanbieder;domein;product;client;periode;aantal;eenheid;bedrag\n${HALF.flatMap((month) =>
  CLIENTS.map(
    ({ own, product, count, cents }) =>
      `Voorbeeldzorg;Wlz;${product};${own};2022-${month};${count};etmaal;${(cents / 100).toFixed(2).replace('.', ',')}`,
  ),
).join('\n')}\n`;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.put('sleutel.txt', KEY);
  desk.put('productie.csv', TABLE);
  for (const month of HALF) desk.put(`aw319-${month}.asc`, claim(month));
  writeFileSync(
    desk.path('berichten.zip'),
    zipSync(Object.fromEntries(HALF.map((month) => [`map/aw319-${month}.asc`, strToU8(claim(month))]))),
  );
  desk.put(
    'tarieven.csv',
    'product;omschrijving;eenheid;zorgcomponent;nhc;nic;sector;leveringsvorm;behandeling\n' +
      'VV5;VV5 met behandeling;dag;214,37;31,18;4,92;V&V;ZZP;ja\nVV4;VV4 zonder behandeling;dag;180,00;31,18;4,92;V&V;ZZP;nee\n',
  );
  desk.put(
    'plafonds.csv',
    'aanbieder;domein;jaar;soort;client;bedrag;vanaf\nVoorbeeldzorg;Wlz;2022;basis;;400.000,00;\n',
  );
});
afterEach(() => desk.clear());

const RUN = [
  ...['--rulebook', 'zilveren-kruis-wlz-2022', '--year', '2022', '--as-of', '30-06-2022'],
  ...['--ceilings', 'plafonds.csv', '--tariffs', 'tarieven.csv', '--key', 'sleutel.txt'],
  ...['--sector', 'V&V', '--kind', 'existing', '--format', 'json'],
];

interface Outcome {
  readonly prognoses: readonly {
    readonly domains: unknown;
    readonly reconciliation: unknown;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly location: { readonly file?: string; readonly line?: number } | null;
    }[];
  }[];
}

const LOOSE = HALF.map((month) => `aw319-${month}.asc`);

async function run(args: readonly string[]): Promise<{ outcome: Outcome; err: string }> {
  const { status, out, err } = await desk.run(args, engine);
  expect({ status: status < 2, err: status < 2 ? '' : err }).toEqual({ status: true, err: '' });
  return { outcome: JSON.parse(out) as Outcome, err };
}

/** What doesn't depend on the form in which production came. */
const figures = ({ prognoses }: Outcome): unknown =>
  prognoses.map(({ domains, reconciliation, findings }) => ({
    domains,
    reconciliation,
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
  }));

describe('messages on the command line', () => {
  test.each([
    ['loose files', LOOSE],
    ['a zip', ['berichten.zip']],
  ])('check: AW319 as %s gives what the same table gives', async (_, files) => {
    const check = (...production: string[]): Promise<{ outcome: Outcome }> =>
      run(['check', 'eigen.xlsx', '--production', ...production, ...RUN]);
    const fromTable = await check('productie.csv');
    const fromMessages = await check(...files);
    expect(fromTable.outcome.prognoses[0]?.domains).not.toEqual([]);
    expect(figures(fromMessages.outcome)).toEqual(figures(fromTable.outcome));
  });

  test('fill: a zip writes what the same table writes', async () => {
    const fill = (file: string): Promise<{ outcome: Outcome }> =>
      run([
        'fill',
        '--prognosis',
        'eigen.xlsx',
        '--production',
        file,
        ...RUN,
        '--out',
        'uit.xlsx',
        '--force',
      ]);
    expect(figures((await fill('berichten.zip')).outcome)).toEqual(
      figures((await fill('productie.csv')).outcome),
    );
  });

  test('forecast: the same rows from messages and from the table', async () => {
    const forecast = async (...files: string[]): Promise<unknown> => {
      const { out, status, err } = await desk.run(
        [
          ...['forecast', '--production', ...files, '--year', '2022', '--as-of', '30-06-2022'],
          ...['--key', 'sleutel.txt', '--agb', '99000001=Voorbeeldzorg', '--format', 'json'],
        ],
        engine,
      );
      expect([status, status === 0 ? '' : err]).toEqual([0, '']);
      const { series, ...rest } = JSON.parse(out) as Record<string, unknown>;
      return { series, keys: Object.keys(rest) };
    };
    expect(await forecast('berichten.zip')).toEqual(await forecast('productie.csv'));
  });

  test('a message delivered loose and in a zip counts once, and says so with file and line', async () => {
    const once = await run(['check', 'eigen.xlsx', '--production', 'berichten.zip', ...RUN]);
    const twice = await run([
      ...['check', 'eigen.xlsx', '--production', 'berichten.zip', 'aw319-03.asc', ...RUN],
    ]);
    expect(twice.outcome.prognoses[0]?.domains).toEqual(once.outcome.prognoses[0]?.domains);
    const found = twice.outcome.prognoses[0]?.findings.filter(({ rule }) => /^CHK-2[056]$/.test(rule)) ?? [];
    expect(found.map(({ rule, severity, location }) => [rule, severity, location?.file])).toEqual([
      ['CHK-20', 'warning', 'aw319-03.asc'],
      ['CHK-25', 'warning', 'aw319-03.asc'],
    ]);
    expect(found[1]?.message).toContain('berichten.zip/map/aw319-03.asc');
  });

  test('a file in a zip has the hash it has when it comes loose, and each file its own', async () => {
    const hashes = async (...files: string[]): Promise<Map<string, string | null>> => {
      const { out } = await desk.run(['check', 'eigen.xlsx', '--production', ...files, ...RUN], engine);
      const { files: read } = JSON.parse(out) as { files: readonly { file: string; hash: string | null }[] };
      return new Map(read.map(({ file, hash }) => [file, hash]));
    };
    const packed = await hashes('berichten.zip');
    const loose = await hashes(...LOOSE);
    const expected = (month: string): string => createHash('sha256').update(claim(month)).digest('hex');
    for (const month of HALF) {
      expect(packed.get(`berichten.zip/map/aw319-${month}.asc`)).toBe(expected(month));
      expect(loose.get(`aw319-${month}.asc`)).toBe(expected(month));
    }
    expect(new Set([...packed.values()].filter((hash) => hash !== null)).size).toBeGreaterThanOrEqual(6);
  });

  test('what doesn’t hold of a message is a finding with its line, inside a zip too', async () => {
    const records = claim('02').split('\r\n');
    // The second client's amount is one cent more than tariff × number; one line is cut out.
    records[4] = (records[4] ?? '').replaceAll('01046300', '01046301');
    const broken = records.filter((_, index) => index !== 2).join('\r\n');
    writeFileSync(desk.path('berichten.zip'), zipSync({ 'feb.asc': strToU8(broken) }));
    const { outcome } = await run(['check', 'eigen.xlsx', '--production', 'berichten.zip', ...RUN]);
    const found = outcome.prognoses[0]?.findings.filter(({ rule }) => /^CHK-(?:19|25|26)$/.test(rule)) ?? [];
    const file = 'berichten.zip/feb.asc';
    expect(
      found.map(({ rule, severity, location }) => [rule, severity, location?.file, location?.line]),
    ).toEqual([
      ['CHK-19', 'warning', file, 5],
      ['CHK-26', 'warning', file, 4],
      ['CHK-25', 'warning', file, 5],
      ['CHK-25', 'warning', file, 5],
      ['CHK-25', 'notice', file, 3],
    ]);
    expect(found.every(({ message }) => !message.includes('messages-in.'))).toBe(true);
  });

  test('mixed kinds in one run: AW319, WMO323 and a table together', async () => {
    writeFileSync(
      desk.path('alles.zip'),
      zipSync({
        'aw319.asc': strToU8(claim('01')),
        'wmo.xml': strToU8(
          declaration(
            [
              {
                bsn: BSN[2],
                lines: [
                  {
                    ...{ reference: 'W1', allocation: 7, category: '02', code: '02A16', unit: '04' },
                    ...{ from: '2022-01-01', until: '2022-01-31', volume: 3, tariff: 6000, cents: 18_000 },
                  },
                ],
              },
            ],
            { number: 'D1', from: '2022-01-01', until: '2022-01-31', sender: '99000001' },
          ),
        ),
      }),
    );
    desk.put(
      'rest.csv',
      'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag\nVoorbeeldzorg;Wlz;VV4;C-0002;2022-02;25;etmaal;10.463,00\n',
    );
    const { out, status, err } = await desk.run(
      [
        ...['forecast', '--production', 'alles.zip', 'rest.csv', '--year', '2022', '--as-of', '28-02-2022'],
        ...['--agb', '99000001=Voorbeeldzorg', '--format', 'json'],
      ],
      engine,
    );
    expect([status, status === 0 ? '' : err]).toEqual([0, '']);
    expect(out).toContain('"02A16"');
    expect(out).toContain('"VV5"');
  });
});

describe('space reads messages', () => {
  const PROVIDERS = ['--providers', 'p.csv', '--space', 'GZ=1000000'];
  const DAY = ['--rulebook', 'zilveren-kruis-wlz-2022', '--as-of', '30-06-2022', '--format', 'json'];
  const sectors = async (...production: string[]): Promise<unknown> => {
    const { out, err, status } = await desk.run(
      ['space', ...PROVIDERS, '--production', ...production, ...DAY],
      engine,
    );
    expect(status < 2 ? '' : err).toBe('');
    return (JSON.parse(out) as { sectors: unknown }).sectors;
  };

  test('AW319 in a zip, loose, or twice gives what the table gives', async () => {
    desk.put('p.csv', 'aanbieder;sector;realisatie\nVoorbeeldzorg;GZ;\nVoorbeeld B;GZ;200,00\n');
    const expected = await sectors('productie.csv');
    expect(await sectors('berichten.zip')).toEqual(expected);
    expect(await sectors(...LOOSE)).toEqual(expected);
    expect(await sectors('berichten.zip', 'aw319-01.asc')).toEqual(expected);
  });

  test('a code that may be either of two providers is asked for', async () => {
    desk.put('p.csv', 'aanbieder;sector;realisatie\nVoorbeeldzorg;GZ;\nVoorbeeld B;GZ;\n');
    const { status, err } = await desk.run(
      ['space', ...PROVIDERS, '--production', 'berichten.zip', ...DAY],
      engine,
    );
    expect(status).toBe(2);
    expect(err).toContain('99000001');
  });
});
