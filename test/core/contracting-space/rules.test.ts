import {
  absenceDays,
  crisisPayment,
  daysAboveCeiling,
  Decimal,
  extraCare,
  extraCareEarmark,
  extrapolateYear,
  findRulebook,
  formatMoney,
  isRefused,
  parseDate,
  parseMoney,
  parseMonth,
  peakMonth,
  recompute,
  regimeOf,
  regionalMoney,
  regionalPayments,
  reserveSpace,
  riskBeforeChange,
  settle,
  settlementBalance,
  spaceCut,
  spaceOn,
  spaceUtilisation,
  subcontractedShare,
  sumMoney,
  treatmentExcess,
  volumeCeiling,
  volumeChange,
  type CrisisAgreement,
  type RegionalAgreement,
  type RegionalBudget,
  type SpaceEntry,
} from '../../../src/core';
import { derived, show } from '../outcomes';

const r2022 = findRulebook('zilveren-kruis-wlz-2022');
const r2023 = findRulebook('zilveren-kruis-wlz-2023');
const r2024 = findRulebook('zilveren-kruis-wlz-2024');
const on = parseDate('2022-09-01');
const euro = parseMoney;
const d = (text: string): Decimal => new Decimal(text);

describe('ZK-10 reservations', () => {
  it('the parts add up to the space, also where the shares round', () => {
    for (const text of ['0.00', '0.01', '2.50', '1234.57', '100000000.00']) {
      const { value, step } = reserveSpace(r2022, euro(text), on, euro('0.00'));
      expect(formatMoney(sumMoney([value.regional, value.unforeseen, value.extraCare, value.forCare]))).toBe(
        text,
      );
      expect(recompute(step)).toBeGreaterThan(2);
    }
    // 0.2% of 2.50 is half a cent: up.
    expect(formatMoney(reserveSpace(r2022, euro('2.50'), on).value.regional)).toBe('0.01');
    expect(formatMoney(reserveSpace(r2022, euro('2.49'), on).value.regional)).toBe('0.00');
  });

  it('2024: shares not known, nothing reserved, and that is said', () => {
    const { value, notices } = reserveSpace(r2024, euro('100.00'), parseDate('2024-06-01'));
    expect(formatMoney(value.forCare)).toBe('100.00');
    expect(notices).toHaveLength(2);
  });
});

describe('ZK-11 reporting threshold', () => {
  it('is not checked while no threshold is set', () => {
    expect(show(volumeChange(r2022, euro('100.00'), euro('200.00'), on), String)).toEqual([
      'wlz.no-reporting-threshold',
    ]);
  });
  it.each([
    ['104.99', false],
    ['105.00', true],
    ['105.01', true],
    ['95.01', false],
    ['95.00', true],
  ])('with 5%%: from 100.00 to %s: %s', (now, must) => {
    const own = derived(r2022, { 'substantial-change': '0.05' });
    expect(show(volumeChange(own, euro('100.00'), euro(now), on), (value) => value.mustReport)).toBe(must);
    expect(show(volumeChange(own, euro('0.00'), euro(now), on), String)).toEqual(['wlz.no-earlier-volume']);
  });
});

describe('ZK-12 extrapolation and utilisation', () => {
  it.each([
    ['2022-01-01', '365.00'],
    ['2022-06-30', '2.02'],
    ['2022-12-30', '1.00'],
    ['2022-12-31', '1.00'],
  ])('1.00 up to %s is %s a year', (day, expected) => {
    expect(show(extrapolateYear(r2022, euro('1.00'), euro('0.00'), parseDate(day)), formatMoney)).toBe(
      expected,
    );
  });
  it('adds the backlog first; without one it says so', () => {
    expect(
      show(extrapolateYear(r2022, euro('181.00'), euro('18.10'), parseDate('2022-06-30')), formatMoney),
    ).toBe('401.50');
    const outcome = extrapolateYear(r2022, euro('181.00'), null, parseDate('2022-06-30'));
    expect(!isRefused(outcome) && outcome.notices.map((issue) => issue.code)).toEqual([
      'wlz.backlog-unknown',
    ]);
  });
  it('by months when the rulebook says so: closed months only', () => {
    const own = derived(r2022, { 'extrapolation-basis': 'months' });
    expect(show(extrapolateYear(own, euro('6.00'), null, parseDate('2022-06-30')), formatMoney)).toBe(
      '12.00',
    );
    expect(show(extrapolateYear(own, euro('6.00'), null, parseDate('2022-07-30')), formatMoney)).toBe(
      '12.00',
    );
    expect(show(extrapolateYear(own, euro('6.00'), null, parseDate('2022-01-30')), formatMoney)).toEqual([
      'wlz.no-closed-month',
    ]);
  });
  it('2024 has 366 days', () => {
    expect(show(extrapolateYear(r2024, euro('1.00'), null, parseDate('2024-01-01')), formatMoney)).toBe(
      '366.00',
    );
  });
  it('utilisation of no space is refused', () => {
    expect(show(spaceUtilisation(r2022, euro('1.00'), euro('0.00')), String)).toEqual(['wlz.no-room']);
  });
});

describe('ZK-13 cut and regime', () => {
  it.each([
    // Production 100.00; the cut is 1 − space.
    ['100.01', '0', 'money-follows-client'],
    ['100.00', '0', 'money-follows-client'],
    ['99.99', '0.0001', 'money-follows-client'],
    ['98.01', '0.0199', 'money-follows-client'],
    ['98.00', '0.02', 'money-follows-client'],
    ['97.99', '0.0201', 'volume-agreements'],
    ['0.00', '1', 'volume-agreements'],
  ])('space %s: cut %s, %s', (space, cut, regime) => {
    const result = spaceCut(r2022, euro(space), euro('100.00'));
    expect(result.value.toFixed()).toBe(cut);
    expect(recompute(result.step)).toBeGreaterThanOrEqual(0);
    expect(regimeOf(r2022, euro(space), euro('100.00'), on).value).toBe(regime);
  });

  it.each([
    ['99.01', 'money-follows-client'],
    ['99.00', 'money-follows-client'],
    ['98.99', 'volume-agreements'],
  ])('ZK24-01: 2024 has a margin of 1%%: space %s, %s', (space, regime) => {
    const result = regimeOf(r2024, euro(space), euro('100.00'), parseDate('2024-09-01'));
    expect([result.value, result.step.rule]).toEqual([regime, 'ZK24-01']);
  });

  it('no production needs no cut', () => {
    expect(spaceCut(r2022, euro('0.00'), euro('0.00')).value.toFixed()).toBe('0');
    expect(regimeOf(r2022, euro('0.00'), euro('0.00'), on).value).toBe('money-follows-client');
  });

  it.each([
    ['199.99', '199.99'],
    ['200.00', '200.00'],
    ['200.01', '200.00'],
  ])('risk of 10,000.00 with a cut of %s: %s', (cut, risk) => {
    const result = riskBeforeChange(r2022, euro('10000.00'), euro(cut), on);
    expect(formatMoney(result.value)).toBe(risk);
    expect(recompute(result.step)).toBe(3);
  });
});

describe('ZK-14 treatment share', () => {
  const reference = { total: d('40000'), withTreatment: d('26000') };
  const ask = (total: string, withTreatment: string, book = r2022, share: Decimal | null = null): unknown =>
    show(
      treatmentExcess(
        book,
        reference,
        { total: d(total), withTreatment: d(withTreatment) },
        { withTreatment: euro('250.00'), without: euro('211.60') },
        on,
        share,
      ),
      (value) => [value.excessDays.toFixed(), formatMoney(value.cut)],
    );
  it('at, below and above the share', () => {
    expect(ask('41000', '26649')).toEqual(['0', '0.00']);
    expect(ask('41000', '26650')).toEqual(['0', '0.00']);
    expect(ask('41000', '26651')).toEqual(['1', '38.40']);
  });
  it('the full tariff where a rulebook says so, and another share where agreed', () => {
    expect(ask('41000', '27400', derived(r2022, { 'treatment-excess-value': 'full' }))).toEqual([
      '750',
      '187500.00',
    ]);
    expect(ask('41000', '27400', r2022, d('0.7'))).toEqual(['0', '0.00']);
    expect(ask('41000', '27400', r2022, d('70'))).toEqual(['wlz.share-out-of-range']);
  });
  it('refuses what can’t be', () => {
    expect(ask('10', '11')).toEqual(['wlz.treatment-days']);
    const none = { total: d('0'), withTreatment: d('0') };
    expect(show(treatmentExcess(r2022, none, reference, { difference: euro('1.00') }, on), String)).toEqual([
      'wlz.treatment-no-reference',
    ]);
    expect(
      show(treatmentExcess(r2022, reference, reference, { difference: euro('-1.00') }, on), String),
    ).toEqual(['wlz.tariff-difference-negative']);
    const full = derived(r2022, { 'treatment-excess-value': 'full' });
    expect(
      show(treatmentExcess(full, reference, reference, { difference: euro('1.00') }, on), String),
    ).toEqual(['wlz.treatment-full-tariff']);
  });
});

describe('ZK-15 crisis places', () => {
  const july = parseDate('2022-07-01');
  const agreement = (rest: Partial<CrisisAgreement>): CrisisAgreement => ({
    year: 2022,
    places: 4,
    dayTariff: euro('300.00'),
    occupiedDays: d('900'),
    reallocation: july,
    changes: [],
    ...rest,
  });
  const pay = (rest: Partial<CrisisAgreement>): unknown =>
    show(crisisPayment(r2022, agreement(rest)), (value) => formatMoney(value.payment));

  it.each([
    ['1021', true],
    ['1022', false],
    ['1023', false],
  ])('70%% of 1,460 is 1,022 days: %s occupied is below: %s', (occupied, below) => {
    expect(
      show(crisisPayment(r2022, agreement({ occupiedDays: d(occupied) })), (value) => value.belowThreshold),
    ).toBe(below);
    expect(pay({ occupiedDays: d(occupied), changes: [{ from: july, places: 3 }] })).toEqual(
      below ? '382800.00' : ['wlz.crisis-not-below'],
    );
  });

  it.each([
    ['2022-06-30', ['wlz.crisis-backwards']],
    ['2022-07-01', '382800.00'],
    ['2022-07-02', '383100.00'],
    ['2022-12-31', '437700.00'],
    ['2023-01-01', ['wlz.crisis-change-year']],
  ])('never backwards: 3 places from %s', (from, result) => {
    expect(pay({ changes: [{ from: parseDate(from), places: 3 }] })).toEqual(result);
  });

  it('may go up, needs a reallocation, and pays no more than is payable', () => {
    expect(pay({ changes: [{ from: july, places: 5 }] })).toBe('493200.00');
    expect(pay({ reallocation: null, changes: [{ from: july, places: 3 }] })).toEqual([
      'wlz.crisis-no-reallocation',
    ]);
    const over = crisisPayment(r2022, agreement({ occupiedDays: d('1500') }));
    expect(
      !isRefused(over) && [
        formatMoney(over.value.payment),
        formatMoney(over.value.empty),
        over.notices[0]?.code,
      ],
    ).toEqual(['438000.00', '0.00', 'wlz.crisis-over-occupied']);
    expect(pay({ places: 2.5 })).toEqual(['wlz.crisis-places']);
    expect(pay({ places: 0 })).toEqual(['wlz.crisis-no-places']);
    expect(pay({ occupiedDays: d('-1') })).toEqual(['wlz.crisis-occupied']);
  });
});

describe('ZK-16 absence days', () => {
  it.each([
    ['0', '0', '0'],
    ['90', '90', '0'],
    ['91', '91', '0'],
    ['92', '91', '1'],
  ])('%s days: %s declarable, %s not', (days, yes, no) => {
    expect(
      show(absenceDays(r2022, d(days), on), (value) => [
        value.declarable.toFixed(),
        value.notDeclarable.toFixed(),
      ]),
    ).toEqual([yes, no]);
  });
  it('refuses parts of days', () => {
    expect(show(absenceDays(r2022, d('1.5'), on), String)).toEqual(['wlz.absence-days']);
  });
});

describe('ZK-17 extra care', () => {
  it.each([
    ['99.99', '0.00', '0.00'],
    ['100.00', '0.00', '0.00'],
    ['100.01', '0.01', '0.00'],
    ['150.00', '50.00', '0.00'],
    ['150.01', '50.00', '0.01'],
  ])(
    'earmark 100.00, unforeseen 50.00, realised %s: %s from the unforeseen, %s uncovered',
    (realised, from, uncovered) => {
      expect(
        show(extraCare(r2022, euro('100.00'), euro(realised), euro('50.00'), on), (value) => [
          formatMoney(value.fromUnforeseen),
          formatMoney(value.uncovered),
        ]),
      ).toEqual([from, uncovered]);
    },
  );
  it('the possibility can be switched off; the earmark grows from 2021', () => {
    const off = derived(r2022, { 'extra-care-from-unforeseen': 'off' });
    expect(
      show(extraCare(off, euro('100.00'), euro('120.00'), euro('50.00'), on), (value) =>
        formatMoney(value.uncovered),
      ),
    ).toBe('20.00');
    const earmark = extraCareEarmark(r2022, euro('333.33'), d('0.015'));
    expect(formatMoney(earmark.value)).toBe('338.33');
    expect(recompute(earmark.step)).toBe(3);
  });
});

describe('ZK-19 regional money', () => {
  const budgets: RegionalBudget[] = [
    { sector: 'V&V', region: 'Utrecht', amount: euro('1000.00'), fromQuality: euro('300.00') },
    { sector: 'GZ', region: 'Utrecht', amount: euro('500.00'), fromQuality: euro('0.00') },
    { sector: 'GGZ', region: null, amount: euro('200.00'), fromQuality: euro('0.00') },
  ];
  const agreement = (rest: Partial<RegionalAgreement>): RegionalAgreement => ({
    sector: 'V&V',
    region: 'Utrecht',
    provider: 'Voorbeeld',
    amount: euro('600.00'),
    agreedOn: parseDate('2022-06-01'),
    place: {},
    ...rest,
  });
  const work = (agreements: RegionalAgreement[], book = r2022, day = on): unknown => {
    const outcome = regionalMoney(book, budgets, agreements, day);
    if ('issues' in outcome) return outcome.issues.map((issue) => issue.code);
    for (const result of outcome.results) expect(recompute(result.step)).toBeGreaterThan(0);
    return [
      ...outcome.results.map(
        (result) =>
          `${formatMoney(result.agreed)} ${formatMoney(result.flowsBack)} ${formatMoney(result.staysInSector)}`,
      ),
      ...outcome.problems.map((issue) => issue.code),
    ];
  };
  it.each([
    ['2022-05-31', '600.00 100.00 300.00', []],
    ['2022-06-01', '600.00 100.00 300.00', []],
    ['2022-06-02', '0.00 700.00 300.00', ['wlz.regional-too-late']],
  ])('agreed on %s', (day, vv, problems) => {
    expect(work([agreement({ agreedOn: parseDate(day) })])).toEqual([
      vv,
      '0.00 500.00 0.00',
      '0.00 200.00 0.00',
      ...problems,
    ]);
  });
  it('no transfer between regions; GGZ is one sum for all of them', () => {
    expect(work([agreement({ region: 'Zwolle' })])).toEqual([
      '0.00 700.00 300.00',
      '0.00 500.00 0.00',
      '0.00 200.00 0.00',
      'wlz.regional-no-budget',
    ]);
    expect(work([agreement({ amount: euro('1000.01') })])).toEqual([
      '1000.00 0.00 0.00',
      '0.00 500.00 0.00',
      '0.00 200.00 0.00',
      'wlz.regional-above',
    ]);
    expect(work([agreement({ sector: 'GGZ', region: 'Zwolle', amount: euro('150.00') })])).toEqual([
      '0.00 700.00 300.00',
      '0.00 500.00 0.00',
      '150.00 50.00 0.00',
    ]);
    expect(
      show2(
        regionalMoney(
          r2022,
          [{ sector: 'GGZ', region: 'Zwolle', amount: euro('1.00'), fromQuality: euro('0.00') }],
          [],
          on,
        ),
      ),
    ).toEqual(['wlz.regional-division-joint']);
    expect(
      show2(
        regionalMoney(
          r2022,
          [{ sector: 'GZ', region: null, amount: euro('1.00'), fromQuality: euro('0.00') }],
          [],
          on,
        ),
      ),
    ).toEqual(['wlz.regional-division-per-region']);
  });
  const show2 = (outcome: ReturnType<typeof regionalMoney>): unknown =>
    'issues' in outcome ? outcome.issues.map((issue) => issue.code) : 'fine';
  it('2023 has no date: not checked, and said', () => {
    const outcome = regionalMoney(
      r2023,
      budgets,
      [agreement({ agreedOn: parseDate('2023-07-01') })],
      parseDate('2023-09-01'),
    );
    expect(!('issues' in outcome) && outcome.notices.map((issue) => issue.code)).toEqual([
      'wlz.regional-deadline-unknown',
    ]);
  });
  it('is paid monthly, adding up', () => {
    const payments = regionalPayments(euro('100.00'), 2022, parseMonth('2022-06'));
    expect(payments).toHaveLength(7);
    expect(formatMoney(sumMoney(payments.map((payment) => payment.amount)))).toBe('100.00');
    expect(regionalPayments(euro('100.00'), 2022, parseMonth('2023-01'))).toEqual([]);
  });
});

describe('ZK-20 subcontracting', () => {
  it('zero is a statement, nothing is not', () => {
    expect(show(subcontractedShare(r2022, euro('0.00'), euro('10.00')), (value) => value.toFixed())).toBe(
      '0',
    );
    expect(show(subcontractedShare(r2022, null, euro('10.00')), String)).toEqual([
      'wlz.subcontracting-not-stated',
    ]);
    expect(show(subcontractedShare(r2022, euro('10.00'), euro('10.00')), (value) => value.toFixed())).toBe(
      '1',
    );
    expect(show(subcontractedShare(r2022, euro('10.01'), euro('10.00')), String)).toEqual([
      'wlz.subcontracting-amount',
    ]);
    expect(show(subcontractedShare(r2022, euro('0.00'), euro('0.00')), (value) => value.toFixed())).toBe('0');
  });
});

describe('ZK-22 settlement', () => {
  it.each([
    ['99.99', '99.99'],
    ['100.00', '100.00'],
    ['100.01', '100.00'],
  ])('agreement 100.00, delivered %s: paid %s', (delivered, paid) => {
    const result = settle(r2022, euro(delivered), euro('100.00'));
    expect(formatMoney(result.value)).toBe(paid);
    expect(recompute(result.step)).toBe(1);
  });
  it('the balance may be to be paid back', () => {
    const balance = settlementBalance(euro('90.00'), euro('95.00'));
    expect(formatMoney(balance.value)).toBe('-5.00');
    expect(recompute(balance.step)).toBe(1);
  });
});

describe('ZK-23 dated space', () => {
  const entry = (kind: SpaceEntry['kind'], amount: string, from: string | null): SpaceEntry => ({
    sector: 'GZ',
    kind,
    amount: euro(amount),
    from: from === null ? null : parseDate(from),
    place: { file: 'ruimte.csv', line: 2 },
  });
  const entries = [
    entry('redistribution', '5.00', '2022-07-01'),
    entry('set', '100.00', null),
    entry('set', '110.00', '2022-10-01'),
    entry('redistribution', '7.00', '2022-10-01'),
  ];
  it.each([
    ['2022-01-01', '100.00'],
    ['2022-06-30', '100.00'],
    ['2022-07-01', '105.00'],
    ['2022-09-30', '105.00'],
    ['2022-10-01', '117.00'],
    ['2022-12-31', '117.00'],
  ])('on %s: %s', (day, amount) => {
    expect(show(spaceOn(r2022, entries, 'GZ', parseDate(day)), formatMoney)).toBe(amount);
  });
  it('refuses no space, two on a day, and less than nothing', () => {
    expect(show(spaceOn(r2022, entries, 'V&V', on), String)).toEqual(['wlz.no-space']);
    expect(show(spaceOn(r2022, [entry('set', '1.00', '2022-09-02')], 'GZ', on), String)).toEqual([
      'wlz.no-space',
    ]);
    expect(show(spaceOn(r2022, [...entries, entry('set', '1.00', '2022-01-01')], 'GZ', on), String)).toEqual([
      'wlz.space-set-twice',
    ]);
    expect(
      show(
        spaceOn(
          r2022,
          [
            ...entries,
            entry('redistribution', '-200.00', null),
            entry('set', '0.00', '2022-02-01'),
            entry('redistribution', '-6.00', '2022-03-01'),
          ],
          'GZ',
          on,
        ),
        String,
      ),
    ).toEqual(['wlz.space-negative']);
  });
});

describe('ZK24-02 volume ceiling', () => {
  const day = parseDate('2024-12-31');
  it('rounding is a parameter', () => {
    const ask = (unit: string | null): unknown =>
      show(
        volumeCeiling(
          derived(r2024, { 'volume-ceiling-rounding': unit }),
          d('3150'),
          parseMonth('2022-05'),
          2024,
          day,
        ),
        (value) => value.toFixed(4),
      );
    expect([ask('0.01'), ask('1'), ask('0.5'), ask(null)]).toEqual([
      '37190.3200',
      '37190.0000',
      '37190.5000',
      '37190.3226',
    ]);
    expect(show(volumeCeiling(r2022, d('1'), parseMonth('2022-05'), 2022, on), String)).toEqual([
      'wlz.no-volume-ceiling',
    ]);
    expect(show(volumeCeiling(r2024, d('-1'), parseMonth('2022-05'), 2024, day), String)).toEqual([
      'wlz.days-negative',
    ]);
  });
  it('the peak lies from January 2022 to April 2023; a tie gives the higher ceiling', () => {
    const ask = (months: [string, string][], book = r2024): unknown =>
      show(
        peakMonth(
          book,
          months.map(([month, days]) => ({ month: parseMonth(month), days: d(days) })),
          day,
        ),
        (value) => value.month,
      );
    expect(
      ask([
        ['2021-12', '9'],
        ['2022-01', '5'],
        ['2023-04', '6'],
        ['2023-05', '9'],
      ]),
    ).toBe('2023-04');
    expect(
      ask([
        ['2021-12', '9'],
        ['2023-05', '9'],
      ]),
    ).toEqual(['wlz.no-peak-month']);
    expect(
      ask([
        ['2022-05', '280'],
        ['2022-02', '280'],
      ]),
    ).toBe('2022-02');
    expect(
      ask([
        ['2022-05', '281'],
        ['2022-02', '280'],
      ]),
    ).toBe('2022-05');
    const perDay = derived(r2024, { 'volume-ceiling-peak': 'most-days-per-calendar-day' });
    expect(
      ask(
        [
          ['2022-05', '281'],
          ['2022-02', '280'],
        ],
        perDay,
      ),
    ).toBe('2022-02');
  });
  it('takes out the days with the lowest amount first', () => {
    const lines = [
      { product: 'VV6', days: d('100'), dayAmount: euro('260.00') },
      { product: 'VV4', days: d('100'), dayAmount: euro('220.00') },
      { product: 'VV5', days: d('100.5'), dayAmount: euro('240.10') },
    ];
    const ask = (ceiling: string, given = lines): unknown =>
      show(daysAboveCeiling(r2024, given, d(ceiling)), (value) =>
        value.map((out) => `${out.product} ${out.days.toFixed()} ${formatMoney(out.amount)}`),
      );
    expect(ask('300.5')).toEqual([]);
    expect(ask('300')).toEqual(['VV4 0.5 110.00']);
    expect(ask('200')).toEqual(['VV4 100 22000.00', 'VV5 0.5 120.05']);
    expect(ask('200', [...lines].reverse())).toEqual(ask('200'));
    expect(
      ask(
        '0',
        lines.map((line) => ({ ...line, days: d('-1') })),
      ),
    ).toEqual(['wlz.days-negative']);
  });
});
