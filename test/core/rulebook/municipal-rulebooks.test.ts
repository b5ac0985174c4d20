import {
  acrossFindings,
  addDays,
  buildOutlook,
  CareTable,
  ceilingRule,
  choiceOn,
  evaluateDomain,
  findRulebook,
  formatMoney,
  listRulebooks,
  monthOf,
  parameterOn,
  parseDate,
  parseMoney,
  recompute,
  ruleFor,
  yearOf,
  type CeilingEntry,
  type Rulebook,
} from '../../../src/core';

const IDS = [
  'zutphen-2022',
  'zutphen-2023',
  'zwolle-2020',
  'ijsselland-2015',
  'achterhoek-2021',
  'wmo-contractstandaard-1.2',
];
const books = IDS.map(findRulebook);

const ceiling = (domain: string, year: number, amount: string, kind: CeilingEntry['kind']): CeilingEntry => ({
  provider: 'a',
  domain,
  year,
  kind,
  client: kind === 'case-budget' ? 'C1' : null,
  amount: parseMoney(amount),
  from: parseDate(`${year}-01-01`),
  scope: [],
  place: { file: 'plafonds.csv', line: 2 },
});

/** Everything that can be found in one domain: over, under, with case budget, without allocation. */
function findingsOf(rulebook: Rulebook, domain: string, base: string | null) {
  const year = yearOf(parseDate(rulebook.validity.from));
  const line = {
    provider: 'a',
    domain,
    product: 'P1',
    client: 'C1',
    unit: 'uur',
    volume: null,
    month: monthOf(year, 2),
  } as const;
  const outlook = buildOutlook({
    provider: 'a',
    year,
    asOf: parseDate(`${year}-06-30`),
    production: CareTable.of([
      { ...line, allocated: 'yes', cents: 10_000 },
      { ...line, allocated: 'no', cents: 100 },
    ]).rows(),
    forecast: CareTable.of([{ ...line, month: monthOf(year, 9), allocated: 'unknown', cents: 5_000 }]).rows(),
    keepClients: new Set(),
    runningMonth: 'forecast-is-whole-month',
  });
  const entries =
    base === null ? [] : [ceiling(domain, year, base, 'base'), ceiling(domain, year, '1.00', 'case-budget')];
  const { figures, findings } = evaluateDomain(rulebook, outlook, domain, entries, () => ({
    description: 'Begeleiding',
    treatment: { treatment: 'counts', group: null, by: null, matched: null, doubtful: null },
  }));
  return {
    figures,
    findings: [
      ...findings,
      ...acrossFindings(rulebook, outlook, [figures], [{ provider: 'b', domains: [] }]),
    ],
  };
}

describe('every municipal rulebook', () => {
  it('is shipped', () => {
    expect(listRulebooks().map(({ id }) => id)).toEqual(expect.arrayContaining(IDS));
  });

  const cases = books.flatMap((rulebook) =>
    rulebook.domains.flatMap((domain) =>
      ['0.00', '100.00', '151.00', '1000.00', null].map((base) => [rulebook.id, domain, base] as const),
    ),
  );
  it.each(cases)('%s works for %s with a ceiling of %s and cites its own rules', (id, domain, base) => {
    const rulebook = findRulebook(id);
    const { figures, findings } = findingsOf(rulebook, domain, base);
    const listed = new Set(rulebook.rules.map((rule) => rule.id));
    expect(
      findings.map(({ rule }) => rule).filter((rule) => !/^CHK-/.test(rule) && !listed.has(rule)),
    ).toEqual([]);
    expect(findings.filter(({ rule, source }) => listed.has(rule) && source === null)).toEqual([]);
    const rules = (step: (typeof figures.steps)[number]): string[] => [
      ...(step.rule === null ? [] : [step.rule]),
      ...step.parts.flatMap(rules),
    ];
    expect(figures.steps.flatMap(rules).filter((rule) => !listed.has(rule))).toEqual([]);
    for (const step of figures.steps) recompute(step);
    if (base === null) {
      expect(findings.filter((found) => found.notChecked).map(({ rule }) => rule)).toContain(
        ceilingRule(rulebook, domain),
      );
    }
  });

  it.each(
    books.flatMap((rulebook) =>
      rulebook.parameters.flatMap((parameter) =>
        parameter.values.map((value) => [rulebook.id, parameter.id, value.from, value.until] as const),
      ),
    ),
  )('%s %s holds on %s and %s, and not on the day before and after', (id, parameter, from, until) => {
    const rulebook = findRulebook(id);
    const [first, last] = [parseDate(from), parseDate(until)];
    const on = (day: typeof first): string => {
      try {
        const found = parameterOn(rulebook, parameter, day);
        return JSON.stringify([found.text, found.source]);
      } catch {
        return 'not valid';
      }
    };
    const own = rulebook.parameters
      .find((candidate) => candidate.id === parameter)
      ?.values.find((value) => value.from === from);
    const expected = JSON.stringify([own?.value, own?.source]);
    expect([on(first), on(last)]).toEqual([expected, expected]);
    if (first === rulebook.validity.from) expect(on(addDays(first, -1))).toBe('not valid');
    else expect(on(addDays(first, -1))).not.toBe('not valid');
    if (last === rulebook.validity.until) expect(on(addDays(last, 1))).toBe('not valid');
    else expect(on(addDays(last, 1))).not.toBe('not valid');
  });

  it('says for every value where it comes from, and for an assumed one why, in both languages', () => {
    for (const rulebook of books) {
      for (const { values } of rulebook.parameters) {
        for (const { source, assumed } of values) {
          expect(source.place).not.toBe('');
          if (source.document === 'CHK') expect(assumed).not.toBeNull();
        }
      }
    }
  });
});

describe('rules by role', () => {
  it('an overrun in Zwolle is a liability that is payable, not a violation (ZWO-08)', () => {
    const { figures, findings } = findingsOf(findRulebook('zwolle-2020'), 'Jeugdwet', '100.00');
    expect(findings.filter(({ severity, rule }) => severity === 'violation' && rule === 'ZWO-08')).toEqual(
      [],
    );
    const liability = findings.find(({ message }) => message.code === 'region.liability');
    expect([
      liability?.rule,
      liability?.amount === null ? null : formatMoney(liability?.amount ?? parseMoney('0')),
    ]).toEqual(['ZWO-08', '51.00']);
    expect(figures.payableAbove).toBe(figures.overrun);
  });

  it('a lump sum that is used up cites ACH-01 and is a violation', () => {
    const { findings } = findingsOf(findRulebook('achterhoek-2021'), 'Wmo', '100.00');
    expect(findings.filter(({ severity }) => severity === 'violation').map(({ rule }) => rule)).toContain(
      'ACH-01',
    );
  });

  it.each([
    ['142.84', true],
    ['142.85', true],
    ['142.87', false],
  ])('NAT-02: 100.00 of %s used gives a signal at 70%%: %s', (base, signal) => {
    const rulebook = findRulebook('wmo-contractstandaard-1.2');
    const year = 2026;
    const outlook = buildOutlook({
      provider: 'a',
      year,
      asOf: parseDate('2026-06-30'),
      production: CareTable.of([
        {
          provider: 'a',
          domain: 'Wmo',
          product: 'P1',
          client: null,
          unit: null,
          volume: null,
          month: monthOf(year, 2),
          allocated: 'unknown',
          cents: 10_000,
        },
      ]).rows(),
      forecast: [],
      keepClients: new Set(),
      runningMonth: 'forecast-is-whole-month',
    });
    const { findings } = evaluateDomain(
      rulebook,
      outlook,
      'Wmo',
      [ceiling('Wmo', year, base, 'base')],
      () => ({
        description: 'x',
        treatment: { treatment: 'counts', group: null, by: null, matched: null, doubtful: null },
      }),
    );
    expect(findings.some(({ rule }) => rule === 'NAT-02')).toBe(signal);
  });

  it('roles differ per domain and may be absent', () => {
    const zwolle = findRulebook('zwolle-2020');
    expect([ruleFor(zwolle, 'ceiling', 'Wmo'), ruleFor(zwolle, 'ceiling', 'Jeugdwet')]).toEqual([
      'ZWO-01',
      'ZWO-08',
    ]);
    expect(ruleFor(zwolle, 'not-raised', 'Wmo')).toBeNull();
    expect(ruleFor(zwolle, 'matching', 'Wlz')).toBeNull();
  });

  it('zutphen-2022 says what it takes over from the answers about 2023', () => {
    const on = parseDate('2022-12-31');
    const book = findRulebook('zutphen-2022');
    expect(choiceOn(book, 'payable-above', on)).toBe('nothing');
    expect(parameterOn(book, 'payable-above', on).assumed?.en).toContain('2023');
  });
});
