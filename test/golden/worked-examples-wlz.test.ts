import {
  agreedAmount,
  agreedTariff,
  crisisPayment,
  Decimal,
  findRulebook,
  formatMoney,
  isRefused,
  parseDate,
  parseMoney,
  parseMonth,
  recompute,
  regimeOf,
  reserveSpace,
  riskBeforeChange,
  simulateSector,
  spaceCut,
  treatmentExcess,
  volumeCeiling,
  type ProviderKind,
  type Refused,
  type SectorProvider,
  type Step,
} from '../../src/core';
import { say, showValue } from '../../src/messages';

const book = { 2022: findRulebook('zilveren-kruis-wlz-2022'), 2023: findRulebook('zilveren-kruis-wlz-2023') };
const book2024 = findRulebook('zilveren-kruis-wlz-2024');

/** A result, or a failing test that says why there is none. */
function unwrap<T extends object>(outcome: T | Refused): T {
  if (isRefused(outcome)) throw new Error(outcome.issues.map((issue) => say(issue, 'en')).join('\n'));
  return outcome;
}

function outline(step: Step, depth = 0): string[] {
  const rule = step.rule
    ? ` [${step.rule}${step.source ? `, ${step.source.document} ${step.source.place}` : ''}]`
    : '';
  const assumed = step.assumed ? ` (${say(step.assumed, 'nl')})` : '';
  return [
    `${'  '.repeat(depth)}${say(step.label, 'nl')}: ${showValue(step.value, 'nl')}${rule}${assumed}`.replace(
      /\u00a0/g,
      ' ',
    ),
    ...step.parts.flatMap((part) => outline(part, depth + 1)),
  ];
}

const proven = (step: Step): string[] => {
  expect(recompute(step)).toBeGreaterThan(0);
  return outline(step);
};

const d = (text: string): Decimal => new Decimal(text);

describe('worked example D: agreed tariff', () => {
  const maximum = { care: d('214.37'), nhc: d('31.18'), nic: d('4.92') };
  const tariff = (year: 2022 | 2023, kind: ProviderKind): ReturnType<typeof agreedTariff> =>
    agreedTariff(book[year], maximum, 'V&V', parseDate(`${year}-01-01`), { kind });

  it.each<[2022 | 2023, ProviderKind, string]>([
    [2022, 'existing', '242.32'],
    [2022, 'new', '237.18'],
    [2023, 'existing', '241.47'],
  ])('V&V %d, %s: %s', (year, kind, expected) => {
    const result = unwrap(tariff(year, kind));
    expect(formatMoney(result.value.tariff)).toBe(expected);
    expect(proven(result.step)).toMatchSnapshot();
  });

  it('1,000 days in 2023: the tariff is rounded, then multiplied: 241,470.00', () => {
    const amount = agreedAmount(unwrap(tariff(2023, 'existing')).value.tariff, d('1000'));
    expect(formatMoney(amount.value)).toBe('241470.00');
    expect(proven(amount.step)).toMatchSnapshot();
  });
});

describe('worked example E: space, reservations, cut', () => {
  const on = parseDate('2022-09-01');
  const space = parseMoney('100000000.00');
  const reserved = reserveSpace(book[2022], space, on);
  const { forCare } = reserved.value;

  it('reserves 2 × 0.2%: 99,600,000 for care', () => {
    expect(formatMoney(reserved.value.regional)).toBe('200000.00');
    expect(formatMoney(reserved.value.unforeseen)).toBe('200000.00');
    expect(formatMoney(forCare)).toBe('99600000.00');
    expect(proven(reserved.step)).toMatchSnapshot();
  });

  it('100,800,000: a cut of 1.190476…%, money goes on following the client', () => {
    const production = parseMoney('100800000.00');
    const cut = spaceCut(book[2022], forCare, production);
    expect(cut.value.times(100).toFixed(6)).toBe('1.190476');
    const regime = regimeOf(book[2022], forCare, production, on, cut.step);
    expect(regime.value).toBe('money-follows-client');
    expect(proven(regime.step)).toMatchSnapshot();
  });

  it('102,000,000: a cut of 2.352941…%, volume agreements, risk at most 2%', () => {
    const production = parseMoney('102000000.00');
    const cut = spaceCut(book[2022], forCare, production);
    expect(cut.value.times(100).toFixed(6)).toBe('2.352941');
    expect(regimeOf(book[2022], forCare, production, on).value).toBe('volume-agreements');
    const risk = riskBeforeChange(book[2022], parseMoney('8400000.00'), parseMoney('197647.06'), on);
    expect(formatMoney(risk.value)).toBe('168000.00');
    expect(proven(risk.step)).toMatchSnapshot();
  });

  const provider = (name: string, yearProduction: string): SectorProvider => ({
    provider: name,
    kind: 'existing',
    realised: null,
    backlog: null,
    yearProduction: parseMoney(yearProduction),
    commitment: null,
    crisis: null,
    treatmentCut: null,
    delivered: null,
    paid: null,
    subcontracted: null,
    reported: null,
    place: { file: 'sector.csv', line: 2 },
  });

  it('the provider with 8,400,000 gets 8,300,000.00', () => {
    const simulation = unwrap(
      simulateSector(book[2022], {
        sector: 'V&V',
        asOf: on,
        space: [{ sector: 'V&V', kind: 'set', amount: space, from: null, place: {} }],
        extraCareEarmark: null,
        providers: [provider('Voorbeeld A', '8400000.00'), provider('Overige aanbieders', '92400000.00')],
      }),
    );
    const [own] = simulation.providers;
    expect(own && formatMoney(own.agreement)).toBe('8300000.00');
    expect(own && formatMoney(own.risk)).toBe('100000.00');
    expect(formatMoney(simulation.totals.agreement)).toBe('99600000.00');
    expect(formatMoney(simulation.totals.difference)).toBe('0.00');
    expect(own && proven(own.steps.agreement)).toMatchSnapshot();
    for (const step of simulation.steps) expect(recompute(step)).toBeGreaterThanOrEqual(0);
  });
});

describe('worked example F: treatment share', () => {
  it('share 65%, allowed 26,650, excess 750 days, cut 28,800.00', () => {
    const result = unwrap(
      treatmentExcess(
        book[2022],
        { total: d('40000'), withTreatment: d('26000') },
        { total: d('41000'), withTreatment: d('27400') },
        { difference: parseMoney('38.40') },
        parseDate('2022-12-31'),
      ),
    );
    expect(result.value.allowedDays.toFixed()).toBe('26650');
    expect(result.value.excessDays.toFixed()).toBe('750');
    expect(formatMoney(result.value.cut)).toBe('28800.00');
    expect(proven(result.step)).toMatchSnapshot();
  });
});

describe('worked example G: crisis places', () => {
  const agreement = {
    year: 2022,
    places: 4,
    dayTariff: parseMoney('300.00'),
    occupiedDays: d('900'),
    reallocation: null,
    changes: [],
  };

  it('unrevised: 1,460 days, 438,000.00, of which 270,000.00 declared and 168,000.00 empty', () => {
    const { value, notices, step } = unwrap(crisisPayment(book[2022], agreement));
    expect(value.agreedDays.toFixed()).toBe('1460');
    expect(value.occupancy.times(100).toFixed(2)).toBe('61.64');
    expect(value.belowThreshold).toBe(true);
    expect([value.payment, value.declared, value.empty].map(formatMoney)).toEqual([
      '438000.00',
      '270000.00',
      '168000.00',
    ]);
    expect(notices.map((issue) => issue.code)).toEqual(['wlz.crisis-below']);
    expect(proven(step)).toMatchSnapshot();
  });

  it('3 places from 1 July 2022: 4 × 181 + 3 × 184 = 1,276 days, 382,800.00', () => {
    const from = parseDate('2022-07-01');
    const { value, step } = unwrap(
      crisisPayment(book[2022], { ...agreement, reallocation: from, changes: [{ from, places: 3 }] }),
    );
    expect(value.payableDays.toFixed()).toBe('1276');
    expect(formatMoney(value.payment)).toBe('382800.00');
    expect(proven(step)).toMatchSnapshot();
  });
});

describe('worked example H: volume ceiling', () => {
  it('3,150 ÷ 31 × 366 = 37,190.32 days', () => {
    const result = unwrap(
      volumeCeiling(book2024, d('3150'), parseMonth('2022-05'), 2024, parseDate('2024-12-31')),
    );
    expect(result.value.toFixed()).toBe('37190.32');
    expect(proven(result.step)).toMatchSnapshot();
  });
});
