import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deriveRulebook, findRulebook, RULE_REGISTER, type Finding, type Step } from '../../src/core';
import { runCheck, runFill, runSpace, type CheckRequest } from '../../src/flow';
import { DEFINITIONS } from '../../src/functions/definitions';
import { openMemory, type FilePort } from '../../src/workbook';
import { bookOf, sheetOf } from '../core/prognosis/grid-builder';
import { engineWith, runIn } from '../cli/stand-in';
import { openGrid, openSample, runInput, silent, textFile } from './sample-case';
import { JAN_DEC } from '../months';

/** Every door of the register is opened here, and the rules that come out are held against what it claims. */
const SAMPLES = path.join(__dirname, '../../samples');

const rulesIn = (steps: readonly Step[], into: Set<string>): void => {
  for (const { rule, parts } of steps) {
    if (rule !== null) into.add(rule);
    rulesIn(parts, into);
  }
};

/** Rules of findings that were really checked, and of the steps of figures. */
function collect(findings: readonly Finding[], into: Set<string>): void {
  for (const { rule, notChecked, steps } of findings) {
    if (!notChecked) into.add(rule);
    rulesIn(steps, into);
  }
}

const workbook = (provider: string, year: number, rows: readonly (readonly [string, number])[]): FilePort =>
  ({
    ...openMemory(
      bookOf(
        sheetOf('Prognose', [
          ['Aanbieder', provider],
          ['Jaar', year],
          [],
          ['Product', ...JAN_DEC],
          ...rows.map(([label, amount]) => [
            label,
            ...JAN_DEC.map((_, month) => (month === 10 ? amount * 60 : amount)),
          ]),
        ]),
      ),
    ),
    save: () => Promise.resolve(new Uint8Array()),
  }) as FilePort;

/** A provider far above its ceiling beside one with room, so that every rule of a check has something to say. */
function invented(rulebook: string, year: number, domains: readonly string[]): CheckRequest {
  const products = domains.map((domain, index) => ({
    domain,
    code: `P${index + 1}`,
    name: `zorg ${domain}`,
  }));
  const lines = (provider: string, cents: string): string[] =>
    products.flatMap(({ domain, code }) =>
      ['01', '02', '03', '04'].map(
        (month) =>
          `${provider};${domain};${code};${year}-${month};10;uur;${cents};${month === '04' ? '' : 'T1'}`,
      ),
    );
  return {
    production: [
      textFile(
        'productie.csv',
        `aanbieder;domein;product;periode;aantal;eenheid;bedrag;toewijzing\n${[...lines('Vol', '101,00'), ...lines('Ruim', '1,00')].join('\n')}\n`,
      ),
    ],
    forecast: [],
    ceilings: textFile(
      'plafonds.csv',
      `aanbieder;domein;jaar;soort;bedrag;vanaf;product\n${domains
        .flatMap((domain, index) => [
          `Vol;${domain};${year};basis;${index === 0 ? '200,00' : '999.999,00'};${year}-02-01;`,
          `Vol;${domain};${year};basis;100,00;;P${index + 1}`,
          `Ruim;${domain};${year};basis;900.000,00;;`,
        ])
        .join('\n')}\n`,
    ),
    tariffs: textFile(
      'tarieven.csv',
      `product;omschrijving;eenheid;tarief\n${products.map(({ code, name }) => `${code};${name};uur;10,00`).join('\n')}\n`,
    ),
    rulebook: { id: rulebook },
    year,
    asOf: `${year}-04-30`,
    provider: null,
    decimal: null,
    prognoses: ['Vol', 'Ruim'].map((provider) => ({
      file: `${provider}.xlsx`,
      port: workbook(
        provider,
        year,
        products.map(({ name }) => [name, 100] as const),
      ),
    })),
  };
}

const wlzRun = (kind: string): Omit<CheckRequest, 'prognoses'> => ({
  production: [
    textFile(
      'productie.csv',
      `aanbieder;domein;product;periode;aantal;bedrag\n${['01', '02', '03'].map((month) => `Vol;Wlz;VV5;2022-${month};100;99.000,00`).join('\n')}\n`,
    ),
  ],
  forecast: [],
  ceilings: textFile(
    'plafonds.csv',
    'aanbieder;domein;jaar;soort;bedrag;product\nVol;Wlz;2022;basis;1.000,00;\nVol;Wlz;2022;basis;900,00;V&V\n',
  ),
  tariffs: textFile(
    'tarieven.csv',
    'product;omschrijving;eenheid;zorgcomponent;nhc;nic;sector;leveringsvorm;behandeling\nVV5;VV5 zorg;dag;214,37;31,18;4,92;V&V;ZZP;ja\n',
  ),
  rulebook: { id: 'zilveren-kruis-wlz-2022' },
  year: 2022,
  asOf: '2022-03-31',
  provider: null,
  decimal: null,
  wlz: {
    sector: kind === '' ? null : 'V&V',
    kind: kind === '' ? null : kind,
    treatment: textFile('behandeling.csv', 'leveringsvorm;dagen;met behandeling;tarief\nZZP;100;50;10,00\n'),
    space: textFile('ruimte.csv', 'sector;soort;bedrag\nV&V;vastgesteld;100.000,00\n'),
    providers: [textFile('aanbieders.csv', 'aanbieder;sector;jaarproductie\nVol;V&V;990.000,00\n')],
  },
});

const wlzBook = (): FilePort => workbook('Vol', 2022, [['VV5 zorg', 99000]]);

async function checked(): Promise<Set<string>> {
  const rules = new Set<string>();
  const add = async (request: CheckRequest): Promise<void> => {
    const outcome = await runCheck(request, openGrid, silent);
    for (const { findings, domains } of outcome.prognoses) {
      collect(findings, rules);
      for (const { steps } of domains) rulesIn(steps, rules);
    }
  };
  for (const [name, file] of [
    ['a', 'ingediend-months-right.xlsx'],
    ['b', 'ingediend-months-down.xlsx'],
    ['c', 'ingediend-pairs.xlsx'],
  ] as const) {
    await add({
      ...runInput(name, { forecast: [] }),
      prognoses: [{ file, port: await openSample(name, file) }],
    });
  }
  await add(invented('zutphen-2023', 2023, ['Wmo', 'Jeugdwet']));
  const zero = invented('zutphen-2023', 2023, ['Wmo']);
  await add({
    ...zero,
    ceilings: textFile(
      'plafonds.csv',
      'aanbieder;domein;jaar;soort;bedrag\nVol;Wmo;2023;basis;0,00\nRuim;Wmo;2023;basis;900,00\n',
    ),
  });
  await add(invented('zwolle-2020', 2020, ['Jeugdwet', 'Wmo']));
  await add(invented('zwolle-2020', 2020, ['Wmo']));
  await add(invented('ijsselland-2015', 2015, ['Jeugdwet']));
  await add(invented('achterhoek-2021', 2021, ['Jeugdwet', 'Wmo']));
  await add(invented('wmo-contractstandaard-1.2', 2026, ['Wmo', 'Jeugdwet']));
  for (const kind of ['', 'new'])
    await add({ ...wlzRun(kind), prognoses: [{ file: 'vol.xlsx', port: wlzBook() }] });
  return rules;
}

/** Every rule that printed data names, but for what it says wasn’t checked. */
function rulesOfJson(data: unknown, into: Set<string>): void {
  if (Array.isArray(data)) for (const part of data) rulesOfJson(part, into);
  else if (typeof data === 'object' && data !== null) {
    const { rule, notChecked } = data as { rule?: unknown; notChecked?: unknown };
    if (notChecked === true) return;
    if (typeof rule === 'string') into.add(rule);
    for (const part of Object.values(data)) rulesOfJson(part, into);
  }
}

/** All commands that work on lists, over the samples. */
const COMMANDS: readonly (readonly string[])[] = [
  ['finance', '--lines', 'finance/zwolle.csv', '--rulebook', 'zwolle-2020', '--year', '2021'],
  [
    'finance',
    '--lines',
    'finance/achterhoek.csv',
    '--subcontracts',
    'finance/onderaannemers.csv',
    '--rulebook',
    'achterhoek-2021',
    '--year',
    '2021',
  ],
  // With numbers agreed: the sources have none.
  [
    'space',
    '--providers',
    'gemeld.csv',
    '--space',
    'V&V=100',
    '--rulebook',
    'drempel.json',
    '--as-of',
    '30-09-2022',
  ],
  ['finance', '--lines', 'finance/achterhoek.csv', '--rulebook', 'eigen.json', '--year', '2021'],
  ['finance', '--lines', 'region/openeinde.csv', '--rulebook', 'ijsselland-2015', '--year', '2015'],
  ...[
    ['offers', 'offertes'],
    ['commitments', 'verplichtingen'],
    ['contractors', 'contractanten', '--mains', 'region/hoofdaannemers.csv'],
    ['budget', 'budget'],
    ['utilisation', 'uitnutting'],
    ['advances', 'voorschotten'],
    ['years', 'trajecten'],
  ].map(([name = '', file = '', ...rest]) => [
    'region',
    name,
    '--lines',
    `region/${file}.csv`,
    ...rest,
    '--rulebook',
    'ijsselland-2015',
    '--year',
    '2015',
  ]),
  ...[
    ['tariffs', 'tarieven', '2022'],
    ['treatment', 'behandeling', '2022'],
    ['crisis', 'crisis', '2022'],
    ['absence', 'afwezig', '2022'],
    ['extra', 'meerzorg', '2022'],
    ['regional', 'regiogeld', '2022'],
    ['volume', 'volume', '2024'],
    ['settlement', 'nacalculatie', '2024'],
  ].map(([name = '', file = '', year = '']) => [
    'wlz',
    name,
    '--lines',
    `wlz/${file}.csv`,
    '--rulebook',
    `zilveren-kruis-wlz-${year}`,
    '--year',
    year,
  ]),
  [
    'space',
    '--providers',
    'wlz/aanbieders.csv',
    '--space',
    'wlz/ruimte.csv',
    '--rulebook',
    'zilveren-kruis-wlz-2022',
    '--as-of',
    '30-09-2022',
  ],
  [
    'space',
    '--providers',
    'wlz/aanbieders.csv',
    '--space',
    'V&V=34000000',
    'GZ=20000000',
    'GGZ=8000000',
    '--rulebook',
    'zilveren-kruis-wlz-2024',
    '--as-of',
    '30-09-2024',
  ],
  ['equalise', '--costs', 'region/kosten.csv', '--rulebook', 'ijsselland-2015', '--year', '2015'],
  [
    'match',
    '--production',
    'region/facturen.csv',
    '--allocations',
    'region/toewijzingen.csv',
    '--rulebook',
    'ijsselland-2015',
    '--year',
    '2015',
  ],
  [
    'match',
    '--production',
    'region/facturen.csv',
    '--allocations',
    'region/toewijzingen.csv',
    '--ceilings',
    'plafonds23.csv',
    '--rulebook',
    'zutphen-2023',
    '--year',
    '2023',
  ],
];

async function printed(folder: string): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const args of COMMANDS) {
    const { status, out, err } = await runIn(folder, [...args, '--format', 'json'], engineWith({ runSpace }));
    expect([args.slice(0, 2), status < 2 ? 'fine' : err]).toEqual([args.slice(0, 2), 'fine']);
    const own = found.get(args[0] ?? '') ?? new Set<string>();
    found.set(args[0] ?? '', own);
    rulesOfJson(JSON.parse(out), own);
  }
  return found;
}

const claimed = (has: (entry: (typeof RULE_REGISTER)[number]) => boolean): string[] =>
  RULE_REGISTER.filter(has)
    .map(({ id }) => id)
    .sort();

const registered = (rules: Iterable<string>): string[] =>
  [...rules].filter((rule) => RULE_REGISTER.some(({ id }) => id === rule)).sort();

describe('the doors of the register', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-doors-'));
    cpSync(SAMPLES, folder, { recursive: true });
    const derived = (base: string, file: string, set: readonly string[]): void => {
      const rest = { id: 'eigen', set, exclude: [], raise: [], year: null, purchaser: null };
      const own = deriveRulebook(findRulebook(base), rest);
      writeFileSync(path.join(folder, file), JSON.stringify('rulebook' in own ? own.rulebook : own.issues));
    };
    derived('achterhoek-2021', 'eigen.json', ['segment-providers-min=2', 'uncontracted-care=on']);
    derived('zilveren-kruis-wlz-2022', 'drempel.json', ['substantial-change=10%']);
    writeFileSync(
      path.join(folder, 'plafonds23.csv'),
      'domein;jaar;bedrag\nJeugdwet;2023;100,00\nJeugdwet;2024;100,00\n',
    );
    writeFileSync(
      path.join(folder, 'gemeld.csv'),
      'aanbieder;sector;jaarproductie;gemeld\nVoorbeeld;V&V;120,00;100,00\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('check: what is claimed comes out', async () => {
    const rules = await checked();
    expect(claimed(({ doors }) => doors.check).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it('fill: the same rules over one’s own production', async () => {
    const outcome = await runFill(
      { ...wlzRun(''), prognosis: { file: 'vol.xlsx', port: wlzBook() }, profile: null },
      openGrid,
      silent,
    );
    const rules = new Set<string>();
    for (const { findings } of outcome.prognoses) collect(findings, rules);
    expect(['ZK-01', 'ZK-13', 'ZK-14', 'ZK-22'].filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it('commands: what is claimed comes out, and nothing comes out unclaimed', async () => {
    const found = await printed(folder);
    for (const [command, rules] of found) {
      const wanted = claimed(({ doors }) => doors.commands.includes(command));
      expect([command, wanted.filter((rule) => !rules.has(rule))]).toEqual([command, []]);
      const unclaimed = registered(rules).filter((rule) => !wanted.includes(rule));
      expect([command, unclaimed]).toEqual([command, []]);
    }
    const named = new Set(RULE_REGISTER.flatMap(({ doors }) => doors.commands));
    expect([...named].filter((command) => !found.has(command))).toEqual([]);
  });

  it('functions: every name that is claimed is there', () => {
    const named = new Set(RULE_REGISTER.flatMap(({ doors }) => doors.functions));
    expect([...named].filter((name) => !(name in DEFINITIONS))).toEqual([]);
  });
});
