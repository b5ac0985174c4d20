import { formatMoney, recompute, type Finding } from '../../src/core';
import { runCheck, runFill, type CheckRequest, type WlzInput } from '../../src/flow';
import { say } from '../../src/messages';
import { openGrid, silent, textFile } from './sample-case';
import { wlzWorkbook } from './wlz-workbook';

/** One V&V provider: two products with and without treatment, six months declared, six to come. */

const TARIFFS = textFile(
  'tarieven.csv',
  'product;omschrijving;eenheid;zorgcomponent;nhc;nic;sector;leveringsvorm;behandeling\n' +
    'VV5;VV5 met behandeling;dag;214,37;31,18;4,92;V&V;ZZP;ja\n' +
    'VV4;VV4 zonder behandeling;dag;180,00;31,18;4,92;V&V;ZZP;nee\n',
);
// VV5: 214.37 × 0.962 + 36.10 = 242.32; VV4: 180 × 0.962 + 36.10 = 209.26.
const production = (vv5 = '24.232,00'): ReturnType<typeof textFile> =>
  textFile(
    'productie.csv',
    `aanbieder;domein;product;periode;aantal;eenheid;bedrag\n${[1, 2, 3, 4, 5, 6]
      .flatMap((month) => [
        `Voorbeeldzorg;Wlz;VV5;2022-0${month};100;dag;${month === 1 ? vv5 : '24.232,00'}`,
        `Voorbeeldzorg;Wlz;VV4;2022-0${month};50;dag;10.463,00`,
      ])
      .join('\n')}\n`,
  );
const FORECAST = textFile(
  'prognose.csv',
  `aanbieder;domein;product;periode;aantal;eenheid;bedrag\n${['07', '08', '09', '10', '11', '12']
    .flatMap((month) => [
      `Voorbeeldzorg;Wlz;VV5;2022-${month};100;dag;24.232,00`,
      `Voorbeeldzorg;Wlz;VV4;2022-${month};50;dag;10.463,00`,
    ])
    .join('\n')}\n`,
);

const NONE: WlzInput = { sector: null, kind: null, treatment: null, space: null, providers: [] };

// The year: 12 × (24,232.00 + 10,463.00) = 416,340.00.
const ceilings = (amount: string, scope = ''): ReturnType<typeof textFile> =>
  textFile(
    'plafonds.csv',
    `aanbieder;domein;jaar;soort;bedrag;product\nVoorbeeldzorg;Wlz;2022;basis;${amount};${scope}\n`,
  );

async function check(rest: Partial<CheckRequest> = {}): Promise<readonly Finding[]> {
  const outcome = await runCheck(
    {
      production: [production()],
      forecast: [],
      ceilings: ceilings('416.340,00'),
      tariffs: TARIFFS,
      rulebook: { id: 'zilveren-kruis-wlz-2022' },
      year: 2022,
      asOf: '2022-06-30',
      provider: null,
      decimal: null,
      prognoses: [{ file: 'ingediend.xlsx', port: wlzWorkbook() }],
      ...rest,
    },
    openGrid,
    silent,
  );
  const findings = outcome.prognoses[0]?.findings ?? [];
  for (const { steps, message } of findings) {
    for (const step of steps) recompute(step);
    for (const language of ['nl', 'en'] as const)
      expect(say(message, language)).not.toMatch(/^[a-z]+\.[a-z-]+ \{/);
  }
  return findings;
}

const about = (findings: readonly Finding[], rule: string): string[] =>
  findings
    .filter((found) => found.rule === rule)
    .map(({ severity, notChecked, message, amount }) =>
      [severity, notChecked ? 'not checked' : '', message.code, amount === null ? '' : formatMoney(amount)]
        .filter((part) => part !== '')
        .join(' '),
    );

describe('a Wlz prognosis', () => {
  it('ZK-22: the agreement is the ceiling: at it nothing, a cent above it a warning', async () => {
    expect(about(await check(), 'ZK-22').filter((text) => text.startsWith('warning'))).toEqual([]);
    const over = await check({ ceilings: ceilings('416.339,99') });
    // 416,340.00 − 416,339.99 = 0.01; the agreement can still grow at the reallocation, so no violation.
    expect(about(over, 'ZK-22')).toContain('warning checks.overrun 0.01');
    expect(over.some(({ severity, rule }) => severity === 'violation' && rule === 'ZK-22')).toBe(false);
  });

  it('ZK-13: an agreement per sector counts the products of that sector', async () => {
    const within = about(await check({ ceilings: ceilings('416.340,00', 'V&V') }), 'ZK-13');
    expect(within).toContain('notice checks.scope-within 0.00');
    const over = about(await check({ ceilings: ceilings('416.339,99', 'V&V') }), 'ZK-13');
    expect(over).toContain('warning checks.scope-overrun 0.01');
    const other = about(await check({ ceilings: ceilings('1,00', 'GZ') }), 'ZK-13');
    expect(other).toContain('notice checks.scope-within 1.00');
  });

  it('ZK-01: declared at the agreed tariff says nothing, above it is a violation', async () => {
    expect(about(await check(), 'ZK-01').filter((text) => !text.includes('no-volumes'))).toEqual([]);
    const found = await check({ production: [production('24.332,00')] });
    // January: 24,332.00 where 100 × 242.32 = 24,232.00.
    expect(about(found, 'ZK-01')).toContain('violation finance.wlz-tariff-above 100.00');
  });

  it('ZK-01: without a tariff list it isn’t checked', async () => {
    const found = await check({ tariffs: null, provider: 'Voorbeeldzorg' }).catch(() => null);
    if (found !== null) expect(about(found, 'ZK-01')).toContain('notice not checked finance.wlz-no-tariffs');
  });

  it('ZK-07: the main sector is assumed from the list, and said to be; asked for it is not', async () => {
    expect(about(await check(), 'ZK-07')).toEqual(['notice finance.wlz-sector-assumed']);
    expect(about(await check({ wlz: { ...NONE, sector: 'V&V' } }), 'ZK-07')).toEqual([]);
  });

  it('ZK-02: 2024 has no percentages, so tariffs aren’t checked', async () => {
    const found = await check({
      rulebook: { id: 'zilveren-kruis-wlz-2024' },
      year: 2024,
      asOf: '2024-06-30',
      production: [
        textFile(
          'productie.csv',
          'aanbieder;domein;product;periode;aantal;bedrag\nVoorbeeldzorg;Wlz;VV5;2024-01;100;24.232,00\n',
        ),
      ],
      ceilings: textFile(
        'plafonds.csv',
        'aanbieder;domein;jaar;soort;bedrag\nVoorbeeldzorg;Wlz;2024;basis;1.000.000,00\n',
      ),
    });
    expect(about(found, 'ZK-02')).toContain('notice not checked wlz.percentage-unknown');
  });

  it('ZK-14: the share of days with treatment against the reference year', async () => {
    // 600 of 900 declared days include treatment; without a reference that is all there is to say.
    expect(about(await check(), 'ZK-14')).toEqual(['notice not checked finance.wlz-no-reference']);
    const reference = (withTreatment: string): WlzInput => ({
      ...NONE,
      treatment: textFile(
        'behandeling.csv',
        `leveringsvorm;soort;dagen;met behandeling;tarief\nZZP;referentie;1000;${withTreatment};33,06\n`,
      ),
    });
    // Allowed 0.666 × 900 = 599.4, excess 0.6 × 33.06 = 19.836 → 19.84.
    expect(about(await check({ wlz: reference('666') }), 'ZK-14')).toEqual([
      'warning finance.wlz-treatment-above 19.84',
    ]);
    expect(about(await check({ wlz: reference('667') }), 'ZK-14')).toEqual([
      'notice finance.wlz-treatment-within 0.00',
    ]);
  });

  it('ZK-13: with the sector’s space the reallocation is told', async () => {
    expect(about(await check(), 'ZK-13')).toContain('notice not checked finance.wlz-no-space');
    const wlz = (space: string): WlzInput => ({
      ...NONE,
      sector: 'V&V',
      space: textFile('ruimte.csv', `sector;soort;bedrag\nV&V;vastgesteld;${space}\n`),
      providers: [
        textFile(
          'aanbieders.csv',
          'aanbieder;sector;soort;jaarproductie\nVoorbeeldzorg;V&V;bestaand;416.340,00\nAnder;V&V;bestaand;583.660,00\n',
        ),
      ],
    });
    // For care 1,010,000 × 0.996 = 1,005,960: everything of 1,000,000 fits.
    const fits = await check({ wlz: wlz('1.010.000,00') });
    expect(about(fits, 'ZK-13')).toContain('notice finance.wlz-space-money 0.00');
    // For care 900,000 × 0.996 = 896,400: 10.36% too little; 416,340 × 0.8964 = 373,207.18 (rounded).
    const short = await check({ wlz: wlz('900.000,00') });
    expect(about(short, 'ZK-13')).toContain('warning finance.wlz-space-volumes 43132.82');
    // What the workbook states is 12 × 34,695.00 as well, of which 373,207.18 is paid.
    expect(about(short, 'ZK-22')).toContain('warning finance.wlz-above-reallocation 43132.82');
    await expect(check({ wlz: { ...wlz('1,00'), providers: [] } })).rejects.toThrow();
  });

  it('every rule that a prognosis can’t show says so', async () => {
    const found = await check();
    for (const rule of ['ZK-03', 'ZK-05', 'ZK-15', 'ZK-16', 'ZK-17', 'ZK-19', 'ZK-20', 'ZK-23']) {
      expect([rule, ...about(found, rule)]).toEqual([rule, 'notice not checked finance.not-in-prognosis']);
    }
  });

  it('fill works with a Wlz rulebook and checks the same', async () => {
    const outcome = await runFill(
      {
        production: [production()],
        forecast: [FORECAST],
        ceilings: ceilings('416.340,00'),
        tariffs: TARIFFS,
        rulebook: { id: 'zilveren-kruis-wlz-2022' },
        year: 2022,
        asOf: '2022-06-30',
        provider: null,
        decimal: null,
        prognosis: { file: 'eigen.xlsx', port: wlzWorkbook() },
        profile: null,
      },
      openGrid,
      silent,
    );
    const [prognosis] = outcome.prognoses;
    expect(prognosis?.domains.map(({ domain, total }) => `${domain} ${formatMoney(total)}`)).toEqual([
      'Wlz 416340.00',
    ]);
    expect(prognosis?.reconciliation.difference).toBe(0n);
    expect(about(prognosis?.findings ?? [], 'ZK-01')).toEqual([]);
  });
});
