import { findRulebook, parseA1, recompute, type CellWrite, type Finding } from '../../src/core';
import { InputError, runCheck, type CheckRequest } from '../../src/flow';
import { say } from '../../src/messages';
import { inputFile, openGrid, openSample, runInput, samplePath, silent, text, textFile } from './sample-case';

type Change = readonly [cell: string, value: string | number | null];

/** A submitted sample with some cells changed, checked. */
async function check(
  name: 'a' | 'b' | 'c',
  changes: readonly Change[],
  rest: Partial<CheckRequest> = {},
): Promise<readonly Finding[]> {
  const file = {
    a: 'ingediend-months-right.xlsx',
    b: 'ingediend-months-down.xlsx',
    c: 'ingediend-pairs.xlsx',
  }[name];
  const port = await openSample(name, file);
  const writes = changes.map(([cell, value]): CellWrite => {
    const [sheet = '', address = ''] = cell.split('!');
    const place = parseA1(address);
    if (!place) throw new Error(`${cell} is no address`);
    const content =
      value === null
        ? null
        : typeof value === 'number'
          ? ({ kind: 'number', text: String(value) } as const)
          : ({ kind: 'text', text: value } as const);
    return { sheet, ...place, value: content };
  });
  const written = await port.write(writes);
  expect(written.refused).toEqual([]);
  const outcome = await runCheck(
    { ...runInput(name, { forecast: [] }), prognoses: [{ file, port }], ...rest },
    openGrid,
    silent,
  );
  const findings = outcome.prognoses[0]?.findings ?? [];
  for (const finding of findings) {
    for (const step of finding.steps) recompute(step);
    for (const language of ['nl', 'en'] as const)
      expect(say(finding.message, language)).not.toMatch(/[a-z]+\.[a-z-]+ \{/);
  }
  return findings;
}

const about = (findings: readonly Finding[], rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule && !finding.notChecked)
    .map(
      (finding) =>
        `${finding.severity} ${finding.location?.sheet ?? ''}!${finding.location?.cell ?? ''} ${text(finding.amount) ?? '–'}`,
    );

describe('checks on a submitted prognosis', () => {
  it('an untouched submission has no integrity findings', async () => {
    const findings = await check('c', []);
    expect(
      findings.filter((finding) => finding.rule.startsWith('CHK') && finding.severity !== 'notice'),
    ).toEqual([]);
  });

  it('CHK-02: an actual that is one cent off what was declared', async () => {
    expect(about(await check('a', [['Wmo!D7', 5778.31]]), 'CHK-02')).toEqual(['warning Wmo!D7 0.01']);
  });

  it('CHK-02: an actual that is empty', async () => {
    expect(about(await check('a', [['Wmo!D7', null]]), 'CHK-02')).toEqual(['warning Wmo!D7 -5778.30']);
  });

  it('CHK-16: a declared product that the prognosis lacks', async () => {
    const months = [...'DEFGHIJKLMNO'].map((column): Change => [`Wmo!${column}11`, null]);
    const findings = await check('a', [...months, ['Wmo!A11', null], ['Wmo!B11', null], ['Wmo!C11', null]]);
    expect(about(findings, 'CHK-16')).toEqual(['warning ! 218988.25']);
  });

  it('CHK-03: volume × tariff is not the amount', async () => {
    expect(about(await check('c', [['Wmo!O7', 6760]]), 'CHK-03')).toEqual(['warning Wmo!P7 -536608.80']);
  });

  it('CHK-04: a tariff above the agreed one is a violation, at it or below it is not', async () => {
    expect(about(await check('c', [['Wmo!B7', 88.21]]), 'CHK-04')).toEqual(['violation Wmo!B7 0.01']);
    expect(about(await check('c', [['Wmo!B7', 88.2]]), 'CHK-04')).toEqual([]);
    expect(about(await check('c', [['Wmo!B7', 88.19]]), 'CHK-04')).toEqual([]);
  });

  it('CHK-05: a forecast column that is called actual, after the as-of date', async () => {
    const findings = await check('a', [['Wmo!J5', 'realisatie']]);
    expect(about(findings, 'CHK-05').length).toBe(5);
  });

  it('CHK-06: a negative amount', async () => {
    expect(about(await check('a', [['Wmo!O7', -12.5]]), 'CHK-06')).toEqual(['warning Wmo!O7 -12.50']);
  });

  it('CHK-07: one finding per row that jumps, with its highest month', async () => {
    const findings = about(await check('a', [['Wmo!O9', 999999]]), 'CHK-07');
    expect(findings).toContain('notice Wmo!O9 999999.00');
  });

  it('CHK-08: a row that is no known product still counts, and is said', async () => {
    const own: Change[] = [...'DEFGHI'].map((column, at): Change => [`Wmo!${column}7`, at + 1]);
    const named: Change[] = [
      ['Wmo!A7', 'ZZ999'],
      ['Wmo!B7', 'Paardrijden'],
    ];
    const findings = await check('a', [...named, ...own]);
    expect(about(findings, 'CHK-08')).toEqual(['warning Wmo!A7 226827.00']);
    // With the figures of a declared product in every closed month it is that product, to be confirmed.
    const linked = await check('a', named);
    expect(linked.map((finding) => finding.message.code)).toContain('checks.linked-by-figures');
  });

  it('CHK-11: text that looks like a number is read, and said', async () => {
    const findings = await check('a', [['Wmo!D7', '5.778,30']]);
    expect(about(findings, 'CHK-11')).toEqual(['warning Wmo!D7 5778.30']);
    expect(about(findings, 'CHK-02')).toEqual([]);
  });

  it('CHK-14 and CHK-15: another year, another provider', async () => {
    expect(
      about(
        await check('a', [
          ['Wmo!A1', 'Productieprognose Wmo 2022'],
          ['Jeugdwet!A1', 'Productieprognose Jeugdwet 2022'],
        ]),
        'CHK-14',
      ).length,
    ).toBe(1);
    expect(
      about(
        await check('a', [
          ['Wmo!B2', 'Stichting Anders'],
          ['Jeugdwet!B2', 'Stichting Anders'],
        ]),
        'CHK-15',
      ).length,
    ).toBe(1);
  });

  it('CHK-13: the same prognosis handed in twice', async () => {
    const file = 'ingediend-pairs.xlsx';
    const outcome = await runCheck(
      {
        ...runInput('c', { forecast: [] }),
        prognoses: [
          { file, port: await openSample('c', file) },
          { file: 'kopie.xlsx', port: await openSample('c', file) },
        ],
      },
      openGrid,
      silent,
    );
    expect(outcome.prognoses.map((prognosis) => about(prognosis.findings, 'CHK-13').length)).toEqual([1, 1]);
  });

  it('ZUT-05: with other providers read, says who has room for the product', async () => {
    const both = await Promise.all(
      (['b', 'c'] as const).map(async (name) => ({
        production: inputFile(samplePath(name, 'productie.csv')),
        ceilings: (await import('node:fs')).readFileSync(samplePath(name, 'plafonds.csv'), 'utf8'),
        name,
      })),
    );
    const outcome = await runCheck(
      {
        ...runInput('b', {
          forecast: [],
          production: both.map((part) => part.production),
          ceilings: textFile(
            'plafonds.csv',
            both
              .map((part, at) =>
                at === 0 ? part.ceilings : part.ceilings.split('\r\n').slice(1).join('\r\n'),
              )
              .join(''),
          ),
          tariffs: inputFile(samplePath('c', 'tarieven.csv')),
        }),
        prognoses: [
          { file: 'b.xlsx', port: await openSample('b', 'ingediend-months-down.xlsx') },
          { file: 'c.xlsx', port: await openSample('c', 'ingediend-pairs.xlsx') },
        ],
      },
      openGrid,
      silent,
    );
    expect(outcome.prognoses.map((prognosis) => prognosis.provider)).toEqual([
      'Stichting Voorbeeld 12',
      'Stichting Voorbeeld 13',
    ]);
    const said = outcome.prognoses[0]?.findings
      .filter((finding) => finding.rule === 'ZUT-05')
      .map((finding) => say(finding.message, 'nl'));
    expect(
      said?.some((sentence) => sentence.includes('Stichting Voorbeeld 13') && sentence.includes('3.383,00')),
    ).toBe(true);
  });

  it('ZUT-02: production without an allocation is a violation, whatever the ceiling', async () => {
    const head = 'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing\n';
    const lines =
      'Stichting Voorbeeld 13;Wmo;02A05;C1;2023-01;1,00;uur;88,20;T1\nStichting Voorbeeld 13;Wmo;02A05;C2;2023-01;1,00;uur;88,20;\n';
    const findings = await check('c', [], { production: [textFile('productie.csv', head + lines)] });
    const found = findings.filter((finding) => finding.message.code === 'checks.without-allocation');
    expect(found.map((finding) => [finding.severity, text(finding.amount)])).toEqual([
      ['violation', '88.20'],
    ]);
  });

  it('what cannot be checked says so', async () => {
    const findings = await check('a', [], { production: [], tariffs: null, ceilings: null });
    const said = new Set(findings.filter((finding) => finding.notChecked).map((finding) => finding.rule));
    expect([...said]).toEqual(expect.arrayContaining(['ZUT-02', 'ZUT-03', 'CHK-02', 'CHK-04']));
  });
});

describe('input that stands in the way', () => {
  const head = 'aanbieder;domein;jaar;soort;client;bedrag;vanaf\n';
  const problems = async (rest: Partial<CheckRequest>): Promise<string[]> => {
    try {
      await check('a', [], rest);
    } catch (error) {
      if (error instanceof InputError)
        return error.issues.map(
          (issue) => `${issue.code} ${issue.place.file ?? ''}:${issue.place.line ?? ''}`,
        );
      throw error;
    }
    return [];
  };

  it.each<[string, Partial<CheckRequest>, string[]]>([
    [
      'a base ceiling stated twice',
      {
        ceilings: textFile(
          'p.csv',
          `${head}Stichting Voorbeeld 11;Wmo;2023;basis;;1,00;\nStichting Voorbeeld 11;Jeugdwet;2023;basis;;1,00;\nStichting Voorbeeld 11;Wmo;2023;basis;;2,00;\n`,
        ),
      },
      ['flow.duplicate-base p.csv:4'],
    ],
    [
      'a domain without a base ceiling',
      { ceilings: textFile('p.csv', `${head}Stichting Voorbeeld 11;Wmo;2023;basis;;1,00;\n`) },
      ['flow.missing-ceiling p.csv:'],
    ],
    [
      'a rulebook without ceilings',
      {
        rulebook: {
          file: 'eigen.json',
          json: {
            ...findRulebook('zutphen-2023'),
            parameters: findRulebook('zutphen-2023').parameters.filter(({ id }) => id !== 'pro-rata'),
          },
        },
      },
      ['rulebook.no-ceilings eigen.json:'],
    ],
    [
      'a product that nothing describes, with the line it first stands on',
      {
        production: [
          textFile(
            'productie.csv',
            'aanbieder;domein;product;periode;bedrag\nStichting Voorbeeld 11;Wmo;02A03;2023-01;1,00\nStichting Voorbeeld 11;Wmo;99Z99;2023-01;1,00\n',
          ),
        ],
      },
      ['flow.unknown-product productie.csv:3'],
    ],
    ['an unknown rulebook', { rulebook: { id: 'zutphen-1999' } }, ['rulebook.unknown-id :']],
    ['a year the rulebook does not have', { year: 2031 }, ['rulebook.wrong-year :']],
    ['a date that does not exist', { asOf: '2023-02-30' }, ['flow.as-of-not-a-date :']],
  ])('%s', async (_what, rest, expected) => {
    expect(await problems(rest)).toEqual(expected);
  });
});
