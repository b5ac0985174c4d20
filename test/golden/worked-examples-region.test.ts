import {
  attributeYears,
  childBudget,
  clientBudget,
  countOnce,
  Decimal,
  driverForecast,
  equalise,
  extrapolateCount,
  findRulebook,
  formatMoney,
  formShares,
  lumpSum,
  macroBudget,
  offerRatios,
  overrunLiability,
  parseDate,
  parseMoney,
  parseMonth,
  passThrough,
  payableAboveCeiling,
  placesSubsidy,
  recompute,
  referenceCeiling,
  regionalBudget,
  segmentFigures,
  shortStay,
  threeYearSubsidy,
  trajectoryResult,
  uncontractedCare,
  utilisationReport,
  yearParts,
  type Money,
  type Step,
} from '../../src/core';

const zwolle = findRulebook('zwolle-2020');
const ijsselland = findRulebook('ijsselland-2015');
const achterhoek = findRulebook('achterhoek-2021');
const standard = findRulebook('wmo-contractstandaard-1.2');
const money = parseMoney;
const text = (amount: Money | null): string | null => (amount === null ? null : formatMoney(amount));
const number = (value: number | string): Decimal => new Decimal(value);
const proven = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + recompute(step), 0);

describe('worked example C', () => {
  it('ZWO-04: three trajectories are paid 13,500.00 and leave 300.00', () => {
    const costs = ['3200.00', '5900.00', '4100.00'].map(money);
    const result = trajectoryResult(zwolle, costs, money('4500.00'), parseDate('2020-12-31'));
    expect([text(result.costs), text(result.paid), text(result.result)]).toEqual([
      '13200.00',
      '13500.00',
      '300.00',
    ]);
    expect(proven(result.steps)).toBe(4);
  });

  it.each([
    ['2650.00', '0.00', false],
    ['2749.99', '0.00', false],
    ['2750.00', '0.00', false],
    ['2750.01', '0.01', true],
    ['3100.00', '350.00', true],
  ])('ZWO-07: budget 8,000.00, delivered 5,250.00, open %s gives shortfall %s', (open, shortfall, warn) => {
    const result = childBudget(
      zwolle,
      money('8000.00'),
      money('5250.00'),
      money(open),
      parseDate('2021-06-30'),
    );
    expect([text(result.shortfall), result.warn, result.findings.length]).toEqual([
      shortfall,
      warn,
      warn ? 1 : 0,
    ]);
    expect(proven(result.steps)).toBeGreaterThan(1);
  });

  it.each([
    ['2020-12-31', false, true],
    ['2021-01-01', true, false],
    ['2021-12-31', true, false],
  ])('ZWO-07 holds from 2021: on %s it warns: %s', (day, warn, notChecked) => {
    const result = childBudget(zwolle, money('8000.00'), money('5250.00'), money('3100.00'), parseDate(day));
    expect([result.warn, result.findings[0]?.notChecked]).toEqual([warn, notChecked]);
  });

  it('ZWO-07: without open allocations only what is delivered counts, and it says so', () => {
    const result = childBudget(zwolle, money('8000.00'), money('5250.00'), null, parseDate('2021-06-30'));
    expect(result.findings.map((found) => [found.rule, found.notChecked])).toEqual([['ZWO-07', true]]);
  });
});

describe('Zwolle, the other forms', () => {
  const day = parseDate('2020-12-31');
  it.each([
    ['10', '450000.00', '0.00'],
    ['11', '495000.00', '0.00'],
    ['11.5', '500000.00', '17500.00'],
  ])('ZWO-01: %s places are subsidised for %s', (places, subsidy, above) => {
    const result = placesSubsidy(zwolle, number(places), number('45000'), money('500000.00'));
    expect([text(result.subsidy), text(result.above)]).toEqual([subsidy, above]);
    expect(proven(result.steps)).toBeGreaterThan(3);
  });

  it.each([
    ['999.99', '999.99', '0.00', '0.01'],
    ['1000.00', '1000.00', '0.00', '0.00'],
    ['1000.01', '1000.00', '0.01', '0.00'],
  ])('ZWO-02: of a budget of 1,000.00, %s spent pays %s', (spent, payable, above, left) => {
    const result = clientBudget(zwolle, money('1000.00'), money(spent), day);
    expect([text(result.payable), text(result.above), text(result.left)]).toEqual([payable, above, left]);
    expect(proven(result.steps)).toBeGreaterThan(3);
  });

  it('ZWO-03: delivered day-parts beside the fixed budget', () => {
    const result = shortStay(zwolle, number(40), number('40.5'), number('42.35'));
    expect([text(result.budget), text(result.delivered), text(result.above)]).toEqual([
      '1694.00',
      '1715.18',
      '21.18',
    ]);
    expect(proven(result.steps)).toBeGreaterThan(5);
  });

  it('ZWO-06: three equal years, 1 January 2020 to 31 December 2022', () => {
    const subsidy = threeYearSubsidy(zwolle, parseDate('2020-01-01'), money('250000.00'));
    expect(subsidy.until).toBe('2022-12-31');
    expect(subsidy.years.map(({ year, amount }) => [year, text(amount)])).toEqual([
      [2020, '250000.00'],
      [2021, '250000.00'],
      [2022, '250000.00'],
    ]);
    expect([text(subsidy.total), proven(subsidy.years.map(({ step }) => step))]).toEqual(['750000.00', 3]);
    expect(subsidy.years[0]?.step.assumed).not.toBeNull();
  });

  it.each([
    ['99.99', '0.00', 0],
    ['100.00', '0.00', 0],
    ['100.01', '0.01', 1],
  ])('ZWO-08: spending of %s under a ceiling of 100.00 is a liability of %s', (spent, owed, findings) => {
    const result = overrunLiability(zwolle, money('100.00'), money(spent), day);
    expect([text(result.liability), text(result.refused), result.findings.length]).toEqual([
      owed,
      '0.00',
      findings,
    ]);
    expect(result.findings.map((found) => found.severity)).toEqual(findings === 0 ? [] : ['warning']);
  });

  it('ZWO-09: shares per domain cover everything, what is unknown included', () => {
    const { shares, findings } = formShares(zwolle, [
      { domain: 'Wmo', form: 'output', amount: money('50.00') },
      { domain: 'Wmo', form: 'production', amount: money('25.00') },
      { domain: 'Wmo', form: null, amount: money('25.00') },
      { domain: 'Jeugdwet', form: 'output', amount: money('10.00') },
    ]);
    expect(shares.map(({ domain, form, share }) => [domain, form, share?.toFixed()])).toEqual([
      ['Jeugdwet', 'output', '1'],
      ['Wmo', 'production', '0.25'],
      ['Wmo', 'output', '0.5'],
      ['Wmo', null, '0.25'],
    ]);
    expect(findings.map((found) => [found.rule, found.notChecked, text(found.amount)])).toEqual([
      ['ZWO-09', true, '25.00'],
    ]);
    expect(proven(shares.map(({ step }) => step))).toBe(4);
  });
});

describe('IJsselland', () => {
  it('IJS-01: reference turnover with index, and who is far from the mean', () => {
    expect(text(referenceCeiling(ijsselland, money('1000.00'), 2015).amount)).toBe('1000.00');
    const { ratios, findings, mean } = offerRatios(
      ijsselland,
      [
        { provider: 'a', ceiling: money('75.00'), offer: money('100.00') },
        { provider: 'b', ceiling: money('44.99'), offer: money('100.00') },
        { provider: 'c', ceiling: money('60.01'), offer: money('100.00') },
        { provider: 'd', ceiling: money('10.00'), offer: null },
      ],
      2015,
    );
    expect(mean?.toFixed()).toBe('0.6');
    expect(ratios.map(({ ratio }) => ratio?.toFixed())).toEqual(['0.75', '0.4499', '0.6001', undefined]);
    // a is exactly 15 points away and is not reported, b is just beyond it.
    expect(findings.map((found) => [found.message.facts['provider'], found.notChecked])).toEqual([
      ['b', false],
      ['d', true],
    ]);
    expect(proven(ratios.flatMap(({ step }) => (step ? [step] : [])))).toBe(6);
  });

  it.each([
    ['5999999.99', '0.00', '0.01', 0],
    ['6000000.00', '0.00', '0.00', 0],
    ['6000000.01', '0.01', '0.00', 1],
  ])('IJS-02: 9 million and %s against 15 million', (second, overrun, left, findings) => {
    const result = regionalBudget(
      ijsselland,
      [
        { provider: 'a', amount: money('9000000.00') },
        { provider: 'b', amount: money(second) },
      ],
      2015,
      'regional-budget-lvb',
    );
    expect([text(result.overrun), text(result.left), result.findings.length]).toEqual([
      overrun,
      left,
      findings,
    ]);
    expect(proven(result.steps)).toBeGreaterThan(4);
    const later = regionalBudget(ijsselland, [], 2016, 'regional-budget-lvb');
    expect(later.findings.map((found) => found.notChecked)).toEqual([true]);
  });

  it('IJS-03: 5,486,625.25 with the daily amount cut to 15,031.85; 5,486,627.85 without', () => {
    const cut = extrapolateCount(ijsselland, money('4238983.71'), 2015);
    const exact = extrapolateCount(ijsselland, money('4238983.71'), 2015, null, 'exact');
    expect([text(cut.forecast), text(exact.forecast)]).toEqual(['5486625.25', '5486627.85']);
    const daily = cut.steps[0]?.parts[0]?.parts[0];
    expect(daily?.value.kind === 'money' ? text(daily.value.value) : null).toBe('15031.85');
    expect([proven(cut.steps), proven(exact.steps)]).toEqual([4, 3]);
    expect(cut.steps[0]?.assumed).not.toBeNull();
  });

  it('IJS-04: main and subcontractor count once; a difference is told', () => {
    const line = (reportedBy: string, subcontractor: string | null, amount: string, product = 'p') => ({
      reportedBy,
      subcontractor,
      product,
      client: 'C1',
      month: parseMonth('2015-01'),
      amount: money(amount),
    });
    const { totals, leftOut, findings } = countOnce(
      ijsselland,
      [
        line('Hoofd', null, '100.00'),
        line('Hoofd', 'Onder', '40.00'),
        line('Stichting Onder', null, '41.00'),
        line('Onder', null, '5.00', 'q'),
        line('Ander', null, '7.00'),
      ],
      new Map([['onder', 'Hoofd']]),
    );
    expect(totals.map(({ mainContractor, total }) => [mainContractor, text(total)])).toEqual([
      ['Ander', '7.00'],
      ['Hoofd', '145.00'],
    ]);
    expect(leftOut.map(({ amount }) => text(amount))).toEqual(['41.00']);
    expect(findings.map((found) => [found.rule, text(found.amount)])).toEqual([['IJS-04', '-1.00']]);
    expect(proven(totals.map(({ step }) => step))).toBe(2);
  });

  it('IJS-05: three municipalities, a third each, to the cent', () => {
    const result = equalise(
      ijsselland,
      ['a', 'b', 'c'].map((municipality, index) => ({
        municipality,
        cost: money(['100.00', '0.00', '0.00'][index] ?? '0'),
        income: null,
        key: number(1),
      })),
      2016,
    );
    expect(result.municipalities.map(({ payment }) => text(payment))).toEqual(['-66.66', '33.33', '33.33']);
    expect(proven([result.balance, ...result.municipalities.map(({ step }) => step)])).toBeGreaterThan(12);
    expect(() => equalise(ijsselland, [], 2017)).toThrow(/solidarity-unknown/);
  });

  it('IJS-06 and IJS-11: certain and uncertain changes stay apart', () => {
    const budget = macroBudget(ijsselland, money('86000000.00'), [
      { name: 'uitname Wlz', amount: money('-4000000.00'), certain: false, kind: 'change' },
      { name: 'vergeten budgetten', amount: money('150000.00'), certain: false, kind: 'change' },
      { name: 'ouderbijdragen', amount: money('-200000.00'), certain: true, kind: 'income' },
    ]);
    expect([budget.certain, budget.lowest, budget.highest, budget.withAll].map(text)).toEqual([
      '85800000.00',
      '81800000.00',
      '85950000.00',
      '81950000.00',
    ]);
    expect(proven(budget.steps)).toBe(7);
  });

  it('IJS-07: utilisation and the day the budget is exceeded, at, below and above', () => {
    const months = (amount: string) =>
      new Map([[parseMonth('2015-12'), { declared: money(amount), forecast: money('0') }]]);
    const { lines, findings } = utilisationReport(
      ijsselland,
      [
        { municipality: 'b', budget: money('310.00'), byMonth: months('310.00') },
        { municipality: 'a', budget: money('310.00'), byMonth: months('310.01') },
        { municipality: 'c', budget: null, byMonth: months('1.00') },
      ],
      2015,
    );
    expect(lines.map(({ municipality, exhaustionDate }) => [municipality, exhaustionDate])).toEqual([
      ['a', '2015-12-31'],
      ['b', null],
      ['c', null],
    ]);
    expect(findings.map((found) => [found.rule, found.notChecked])).toEqual([['IJS-07', true]]);
    expect(proven(lines.flatMap(({ steps }) => steps))).toBeGreaterThan(3);
  });

  it('IJS-10: 35% of 2015 belongs to 2014, at most the agreed amount, and the two add up', () => {
    const free = attributeYears(ijsselland, money('30000000.00'), 2015);
    const capped = attributeYears(ijsselland, money('30000000.00'), 2015, null, money('9000000.00'));
    const later = attributeYears(ijsselland, money('30000000.00'), 2016);
    expect([free, capped, later].map(({ previous, current }) => [text(previous), text(current)])).toEqual([
      ['10500000.00', '19500000.00'],
      ['9000000.00', '21000000.00'],
      ['0.00', '30000000.00'],
    ]);
    expect(proven([...free.steps, ...capped.steps])).toBe(7);
  });
});

describe('Achterhoek', () => {
  const month = parseMonth('2021-01');
  it.each([
    ['30.99', '2021-01-31', '0.01'],
    ['31.00', null, '0.00'],
    ['31.01', null, '0.00'],
    ['30.00', '2021-01-31', '1.00'],
    ['29.99', '2021-01-30', '1.01'],
  ])('ACH-01: a lump sum of %s under 31.00 in January is used up on %s', (amount, date, uncovered) => {
    const result = lumpSum(achterhoek, 'a', 's', 2021, money(amount), new Map([[month, money('31.00')]]));
    expect([result.usedUpOn, text(result.uncovered)]).toEqual([date, uncovered]);
    expect(result.findings.map((found) => found.rule)).toEqual(date === null ? [] : ['ACH-01']);
    expect(proven(result.steps)).toBeGreaterThan(4);
  });

  it.each([
    [1, 'warning'],
    [2, null],
    [3, null],
    [4, 'violation'],
  ])('ACH-02 and ACH-03: %d providers under a bandwidth of 2 to 3', (count, severity) => {
    const contracts = Array.from({ length: count }, (_, index) => ({
      provider: `a${index}`,
      lot: 'Jeugdwet',
      segment: 'hoog complex',
      amount: money('10.00'),
    }));
    const { segments, findings } = segmentFigures(achterhoek, contracts, 2021, {
      min: number(2),
      max: number(3),
    });
    expect(findings.map((found) => found.severity)).toEqual(severity === null ? [] : [severity]);
    expect(segments.map(({ amount, providers }) => [text(amount), providers])).toEqual([
      [`${count}0.00`, count],
    ]);
  });

  it('ACH-02: lots with the same segment name are never added together', () => {
    const one = { provider: 'a', segment: 'ambulant', amount: money('10.00') };
    const { segments } = segmentFigures(
      achterhoek,
      [
        { ...one, lot: 'Jeugdwet' },
        { ...one, lot: 'Wmo' },
      ],
      2021,
    );
    expect(segments.map(({ lot, amount }) => [lot, text(amount)])).toEqual([
      ['Jeugdwet', '10.00'],
      ['Wmo', '10.00'],
    ]);
  });

  it('ACH-04: clients × months × hours × tariff, rounded once', () => {
    const worked = driverForecast(achterhoek, {
      clients: number(3),
      months: number('1.5'),
      hoursPerMonth: number('2.5'),
      tariff: number('88.205'),
    });
    expect([text(worked.amount), recompute(worked.step)]).toEqual(['992.31', 2]);
  });

  it('ACH-05: not checked until a share is set', () => {
    const day = parseDate('2021-12-31');
    expect(passThrough(achterhoek, 'o', money('100.00'), money('80.00'), day)).toMatchObject({
      fair: null,
      findings: [{ rule: 'ACH-05', notChecked: true }],
    });
  });

  it('ACH-06: off by default, 70% when turned on', () => {
    const day = parseDate('2021-12-31');
    const off = uncontractedCare(achterhoek, money('1000.01'), day);
    const on = uncontractedCare(achterhoek, money('1000.01'), day, true);
    expect([off.on, text(off.amount), on.on, text(on.amount)]).toEqual([false, '0.00', true, '700.01']);
    expect(recompute(on.step)).toBe(3);
  });
});

describe('national contract standard', () => {
  it.each([
    ['0.00', '30.00', '20.00', '0.00'],
    ['49.99', '30.00', '20.00', '49.99'],
    ['50.00', '30.00', '20.00', '50.00'],
    ['50.01', '30.00', '20.00', '50.00'],
    ['50.01', null, '20.00', null],
  ])('NAT-03: of an overrun of %s is payable %s', (overrun, specific, crisis, payable) => {
    const result = payableAboveCeiling(
      standard,
      money(overrun),
      { specificAllocations: specific === null ? null : money(specific), crisis: money(crisis) },
      parseDate('2026-12-31'),
    );
    expect(text(result.amount)).toBe(payable);
    recompute(result.step);
  });
});

describe('ZUT-03', () => {
  const zutphen = findRulebook('zutphen-2023');
  it.each([
    ['2023-01-01', '2023-12-31', [['2023', '3650.00']]],
    [
      '2023-12-31',
      '2024-01-01',
      [
        ['2023', '1825.00'],
        ['2024', '1825.00'],
      ],
    ],
    ['2024-01-01', '2024-12-31', [['2024', '3650.00']]],
    [
      '2022-12-31',
      '2024-01-01',
      [
        ['2022', '9.95'],
        ['2023', '3630.11'],
        ['2024', '9.94'],
      ],
    ],
  ])('an allocation of 3,650.00 from %s to %s', (from, until, parts) => {
    const found = yearParts(zutphen, money('3650.00'), parseDate(from), parseDate(until));
    expect(found.map(({ year, amount }) => [String(year), text(amount)])).toEqual(parts);
    expect(proven(found.map(({ step }) => step))).toBeGreaterThan(3 * parts.length);
  });
});
