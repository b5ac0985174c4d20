import fc from 'fast-check';
import {
  agreedTariff,
  agreedTariffFromList,
  agreesWithGeneralRaise,
  bridgedPercentage,
  Decimal,
  findRulebook,
  formatMoney,
  generalRaise,
  hasQualitySupplement,
  homeTechnologyIssues,
  isRefused,
  moneyFromCents,
  newProviderPercentage,
  parseDate,
  ratioValue,
  recompute,
  splitQualitySupplement,
  step,
  tariffPercentage,
  type HardshipOverride,
  type Outcome,
  type PercentageContext,
  type Rulebook,
  type Sector,
  type TariffEntry,
} from '../../../src/core';
import { derived, show } from '../outcomes';

const r2022 = findRulebook('zilveren-kruis-wlz-2022');
const r2023 = findRulebook('zilveren-kruis-wlz-2023');
const r2024 = findRulebook('zilveren-kruis-wlz-2024');
const on = parseDate('2022-06-01');
const d = (text: string): Decimal => new Decimal(text);

const percentage = (
  book: Rulebook,
  sector: Sector,
  day: string,
  context: PercentageContext = {},
): string | string[] =>
  show(tariffPercentage(book, sector, parseDate(day), context), (value) => value.toFixed());

describe('ZK-02 percentages by main sector, kind and date', () => {
  it.each<[Rulebook, Sector, PercentageContext['kind'], string, string]>([
    [r2022, 'V&V', 'existing', '2022', '0.962'],
    [r2022, 'GZ', 'existing', '2022', '0.961'],
    [r2022, 'GGZ', 'integrated', '2022', '0.97'],
    [r2022, 'GGZ', 'sheltered', '2022', '0.95'],
    [r2022, 'V&V', 'new', '2022', '0.938'],
    [r2022, 'GZ', 'new', '2022', '0.938'],
    [r2022, 'GGZ', 'new', '2022', '0.938'],
    [r2023, 'V&V', 'existing', '2023', '0.958'],
    [r2023, 'GZ', 'existing', '2023', '0.958'],
    [r2023, 'GGZ', 'integrated', '2023', '0.968'],
    [r2023, 'GGZ', 'sheltered', '2023', '0.95'],
    [r2023, 'GGZ', 'new', '2023', '0.938'],
  ])(
    '%# holds the whole year: first and last day, not the day before or after',
    (book, sector, kind, year, value) => {
      const context = { kind: kind ?? null };
      expect(percentage(book, sector, `${year}-01-01`, context)).toBe(value);
      expect(percentage(book, sector, `${year}-12-31`, context)).toBe(value);
      expect(percentage(book, sector, `${Number(year) - 1}-12-31`, context)).toEqual([
        'wlz.outside-rulebook',
      ]);
      expect(percentage(book, sector, `${Number(year) + 1}-01-01`, context)).toEqual([
        'wlz.outside-rulebook',
      ]);
    },
  );

  it('asks which kind where a sector has no such provider', () => {
    expect(percentage(r2022, 'GGZ', '2022-01-01')).toEqual(['wlz.kind-not-in-sector']);
    expect(percentage(r2022, 'V&V', '2022-01-01', { kind: 'integrated' })).toEqual([
      'wlz.kind-not-in-sector',
    ]);
    expect(percentage(r2022, 'GZ', '2022-01-01')).toBe('0.961');
  });

  it('sheltered living in 2023 is assumed, and says so', () => {
    const outcome = tariffPercentage(r2023, 'GGZ', parseDate('2023-01-01'), { kind: 'sheltered' });
    expect(!isRefused(outcome) && outcome.step.assumed).not.toBeNull();
  });

  it('2024 asks for the percentage, and takes one that is stated with its reference', () => {
    expect(percentage(r2024, 'V&V', '2024-05-01')).toEqual(['wlz.percentage-unknown']);
    const stated = { kind: 'stated' as const, percentage: d('0.955'), reference: 'Overeenkomst 2024' };
    expect(percentage(r2024, 'V&V', '2024-05-01', { override: stated })).toBe('0.955');
    expect(percentage(r2022, 'V&V', '2022-05-01', { override: stated })).toEqual([
      'wlz.stated-beside-standard',
    ]);
  });
});

describe('ZK-03 general raise', () => {
  it.each([
    ['0.97', '0.958', '0.004', '0.962'],
    ['0.966', '0.958', '0.003', '0.961'],
    ['0.973', '0.968', '0.002', '0.97'],
    // At and around the half of a tenth: 0.15, 0.1499, 0.1501 percentage point.
    ['0.9625', '0.958', '0.002', '0.96'],
    ['0.962497', '0.958', '0.001', '0.959'],
    ['0.962503', '0.958', '0.002', '0.96'],
    // Nothing to bridge.
    ['0.958', '0.958', '0', '0.958'],
    ['0.95', '0.958', '0', '0.958'],
  ])('%s → %s: raise %s, percentage %s', (earlier, coming, raise, result) => {
    const outcome = bridgedPercentage(r2022, d(earlier), d(coming), on);
    expect(outcome.value.raise.toFixed()).toBe(raise);
    expect(outcome.value.percentage.toFixed()).toBe(result);
    expect(recompute(outcome.step)).toBeGreaterThan(3);
  });

  it('the percentages of 2022 are what the raise gives', () => {
    expect(agreesWithGeneralRaise(r2022, 'V&V', 'existing', on)).toBe(true);
    expect(agreesWithGeneralRaise(r2022, 'GZ', 'existing', on)).toBe(true);
    expect(agreesWithGeneralRaise(r2022, 'GGZ', 'integrated', on)).toBe(true);
    expect(agreesWithGeneralRaise(r2022, 'GGZ', 'sheltered', on)).toBeNull();
    expect(isRefused(generalRaise(r2023, 'V&V', 'existing', parseDate('2023-01-01')))).toBe(true);
  });
});

describe('ZK-04 new provider', () => {
  it('is two points under the guideline, the percentage the table has', () => {
    const outcome = newProviderPercentage(r2022, on);
    expect(outcome.value.toFixed()).toBe('0.938');
    expect(recompute(outcome.step)).toBe(1);
    expect(percentage(r2022, 'V&V', '2022-06-01', { kind: 'new' })).toBe('0.938');
  });
});

describe('ZK-05 negotiated lower', () => {
  const negotiated = {
    kind: 'negotiated' as const,
    percentage: d('0.95'),
    ground: 'case-mix',
    reference: 'X',
  };
  const ask = (changes: Partial<typeof negotiated>): string | string[] =>
    percentage(r2022, 'V&V', '2022-06-01', { override: { ...negotiated, ...changes } });

  it('needs a ground and a reference, and is lower', () => {
    expect(ask({})).toBe('0.95');
    expect(ask({ ground: 'positive-result' })).toBe('0.95');
    expect(ask({ ground: 'regional-contribution' })).toBe('0.95');
    expect(ask({ ground: '' })).toEqual(['wlz.override-ground']);
    expect(ask({ ground: 'zomaar', reference: ' ' })).toEqual([
      'wlz.override-reference',
      'wlz.override-ground',
    ]);
    expect(ask({ percentage: d('0.9619') })).toBe('0.9619');
    expect(ask({ percentage: d('0.962') })).toEqual(['wlz.negotiated-not-lower']);
    expect(ask({ percentage: d('0.9621') })).toEqual(['wlz.negotiated-not-lower']);
    expect(ask({ percentage: d('95') })).toEqual(['wlz.percentage-out-of-range', 'wlz.negotiated-not-lower']);
  });
});

describe('ZK-06 hardship clause', () => {
  const hardship: HardshipOverride = {
    kind: 'hardship',
    percentage: d('0.98'),
    requested: parseDate('2021-09-21'),
    decided: parseDate('2021-10-22'),
    reference: 'besluit 7',
  };
  const ask = (changes: Partial<HardshipOverride>, book = r2022): string | string[] =>
    percentage(book, 'V&V', `${book.validity.from}`, { override: { ...hardship, ...changes } });

  it.each([
    ['2021-09-20', '0.98'],
    ['2021-09-21', '0.98'],
    ['2021-09-22', ['wlz.hardship-too-late']],
  ])('requested on %s', (day, result) => {
    expect(ask({ requested: parseDate(day) })).toEqual(result);
  });

  it.each([
    ['2021-10-21', '0.98'],
    ['2021-10-22', '0.98'],
    ['2021-10-23', ['wlz.hardship-decision-late']],
    ['2021-09-20', ['wlz.hardship-decided-before-request']],
  ])('decided on %s', (day, result) => {
    expect(ask({ decided: parseDate(day) })).toEqual(result);
  });

  it('needs both dates, a reference and a higher percentage', () => {
    expect(ask({ requested: null, decided: null })).toEqual([
      'wlz.hardship-no-request',
      'wlz.hardship-no-decision',
    ]);
    expect(ask({ reference: '' })).toEqual(['wlz.override-reference']);
    expect(ask({ percentage: d('0.962') })).toEqual(['wlz.hardship-not-higher']);
    expect(ask({ percentage: d('0.9621') })).toBe('0.9621');
  });

  it('a rulebook may take a late decision with a remark, and one without dates does not check', () => {
    const lenient = derived(r2022, { 'hardship-late-decision': 'notice' });
    expect(ask({ decided: parseDate('2021-11-01') }, lenient)).toBe('0.98');
    const open = derived(r2022, { 'hardship-request-deadline': null });
    const outcome = tariffPercentage(open, 'V&V', on, {
      override: { ...hardship, requested: parseDate('2021-10-01') },
    });
    expect(!isRefused(outcome) && outcome.notices.map((issue) => issue.code)).toEqual([
      'wlz.hardship-request-not-checked',
    ]);
  });
});

describe('ZK-07 main sector decides, ZK-08 integrated GGZ', () => {
  it('a V&V provider delivering GGZ living gets the V&V percentage', () => {
    expect(percentage(r2022, 'V&V', '2022-06-01', { productSector: 'GGZ' })).toBe('0.962');
    expect(percentage(r2022, 'GZ', '2022-06-01', { productSector: 'V&V' })).toBe('0.961');
  });

  it('from 2024 the sector of the product decides, MPT excepted', () => {
    const own = derived(r2022, { 'other-sector-percentage': 'product-sector' });
    expect(percentage(own, 'V&V', '2022-06-01', { productSector: 'GZ' })).toBe('0.961');
    expect(percentage(own, 'V&V', '2022-06-01', { productSector: 'GZ', deliveryForm: 'MPT' })).toBe('0.962');
  });

  it('integrated without treatment falls back to sheltered living, as an assumption', () => {
    const ask = (treatmentInclusive: boolean | null): Outcome<Decimal> =>
      tariffPercentage(r2022, 'GGZ', on, { kind: 'integrated', treatmentInclusive });
    expect(show(ask(true), (value) => value.toFixed())).toBe('0.97');
    expect(show(ask(false), (value) => value.toFixed())).toBe('0.95');
    const unknown = ask(null);
    expect(!isRefused(unknown) && unknown.notices.map((issue) => issue.code)).toEqual([
      'wlz.treatment-inclusive-unknown',
    ]);
    const strict = derived(r2022, { 'integrated-without-treatment': 'ask' });
    expect(
      percentage(strict, 'GGZ', '2022-06-01', { kind: 'integrated', treatmentInclusive: false }),
    ).toEqual(['wlz.integrated-without-treatment']);
  });
});

describe('ZK-01 agreed tariff', () => {
  const tariff = (care: string, context = {}, rest = {}): string | string[] =>
    show(
      agreedTariff(r2022, { care: d(care), nhc: d('31.18'), nic: d('4.92'), ...rest }, 'V&V', on, context),
      (value) => formatMoney(value.tariff),
    );

  it('rounds once, half up: just under, at and just over half a cent', () => {
    // 0.962 × care + 36.10
    expect(tariff('0.005197')).toBe('36.10');
    expect(
      show(agreedTariff(r2022, { care: d('2.5'), nhc: null, nic: null }, 'V&V', on), (v) =>
        formatMoney(v.tariff),
      ),
    ).toBe('2.41');
    expect(
      show(agreedTariff(r2022, { care: d('2.4999'), nhc: null, nic: null }, 'V&V', on), (v) =>
        formatMoney(v.tariff),
      ),
    ).toBe('2.40');
  });

  it('NHC and NIC are paid in full, whatever the percentage (ZK-25)', () => {
    const nothing = { care: d('0'), nhc: d('31.18'), nic: d('4.92') };
    for (const kind of ['existing', 'new'] as const) {
      expect(show(agreedTariff(r2022, nothing, 'V&V', on, { kind }), (v) => formatMoney(v.tariff))).toBe(
        '36.10',
      );
    }
  });

  it('NBF for V&V only, Wadden percentage added (ZK-18)', () => {
    expect(tariff('100', {}, { nbf: d('10') })).toBe('141.92');
    expect(tariff('100', { productSector: 'GGZ' }, { nbf: d('10') })).toEqual(['wlz.nbf-sector']);
    expect(tariff('100', { wadden: d('0.02') })).toBe('134.30');
    const onCare = derived(r2022, { 'wadden-basis': 'on-care-at-percentage', 'nbf-percentage': 'full' });
    const maximum = { care: d('100'), nhc: null, nic: null, nbf: d('10') };
    expect(
      show(agreedTariff(onCare, maximum, 'V&V', on, { wadden: d('0.02') }), (v) => formatMoney(v.tariff)),
    ).toBe('108.12');
  });

  it('the supplement is inside the care component, or apart where a rulebook says so (ZK-09)', () => {
    expect(tariff('100', {}, { qualitySupplement: d('10') })).toBe('132.30');
    const apart = derived(r2022, { 'quality-supplement-in-care': 'separate' });
    const maximum = { care: d('100'), nhc: null, nic: null, qualitySupplement: d('10') };
    expect(show(agreedTariff(apart, maximum, 'V&V', on), (v) => formatMoney(v.tariff))).toBe('105.82');
    expect(
      show(agreedTariff(apart, maximum, 'V&V', on, { deliveryForm: 'MPT' }), (v) => formatMoney(v.tariff)),
    ).toBe('96.20');
  });

  it('refuses a negative component, remarks on a residential product without NHC', () => {
    expect(tariff('-1')).toEqual(['wlz.component-negative']);
    const outcome = agreedTariff(r2022, { care: d('1'), nhc: null, nic: d('0') }, 'V&V', on, {
      deliveryForm: 'ZZP',
    });
    expect(!isRefused(outcome) && outcome.notices.map((issue) => issue.code)).toEqual([
      'wlz.component-missing',
    ]);
  });

  it('a higher percentage never gives a lower tariff', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 999 }),
        (care, tenths) => {
          const at = (share: number): bigint => {
            const outcome = agreedTariff(
              r2024,
              { care: new Decimal(care).dividedBy(10000), nhc: null, nic: null },
              'V&V',
              parseDate('2024-01-01'),
              {
                override: { kind: 'stated', percentage: new Decimal(share).dividedBy(1000), reference: 'x' },
              },
            );
            return isRefused(outcome) ? -1n : outcome.value.tariff;
          };
          expect(at(tenths + 1) >= at(tenths)).toBe(true);
          expect(at(tenths) >= 0n).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  const entry = (rest: Partial<TariffEntry>): TariffEntry => ({
    product: 'Z041',
    description: 'ZZP 4VV',
    unit: 'dag',
    tariff: null,
    care: d('214.37'),
    nhc: d('31.18'),
    nic: d('4.92'),
    qualitySupplement: null,
    from: parseDate('2022-01-01'),
    until: parseDate('2022-12-31'),
    sector: 'V&V',
    deliveryForm: 'ZZP',
    treatment: null,
    place: { file: 'tarieven.csv', line: 2 },
    ...rest,
  });
  const fromList = (entries: TariffEntry[], product = 'z041'): string | string[] =>
    show(agreedTariffFromList(r2022, entries, product, 'V&V', on), (value) => formatMoney(value.tariff));

  it('from a list: the one line that holds; a total without components is not guessed at', () => {
    expect(fromList([entry({})])).toBe('242.32');
    expect(fromList([entry({})], 'Z999')).toEqual(['wlz.tariff-not-listed']);
    expect(fromList([entry({ until: parseDate('2022-05-31') })])).toEqual(['wlz.tariff-not-listed']);
    expect(fromList([entry({}), entry({ care: d('1') })])).toEqual(['wlz.tariff-listed-twice']);
    expect(fromList([entry({ care: null, tariff: d('250') })])).toEqual(['wlz.tariff-without-components']);
  });
});

describe('ZK-09 quality supplement', () => {
  it.each<[Sector, 'ZZP' | 'VPT' | 'MPT', number | null, boolean]>([
    ['V&V', 'ZZP', 3, false],
    ['V&V', 'ZZP', 4, true],
    ['V&V', 'ZZP', 10, true],
    ['V&V', 'ZZP', 11, false],
    ['V&V', 'ZZP', null, false],
    ['V&V', 'VPT', 4, true],
    ['V&V', 'VPT', 3, false],
    ['V&V', 'VPT', null, true],
    ['V&V', 'MPT', 5, false],
    ['GZ', 'ZZP', 5, false],
  ])('%s %s %s: %s', (sector, form, profile, expected) => {
    expect(hasQualitySupplement(r2022, sector, form, profile, on)).toBe(expected);
  });

  it('the open wording on VPT is a choice', () => {
    const all = derived(r2022, { 'quality-supplement-vpt': 'all-profiles' });
    expect(hasQualitySupplement(all, 'V&V', 'VPT', 3, on)).toBe(true);
  });

  it('paid part and regional part add up to the supplement: 3.8% in 2022, 4.2% in 2023', () => {
    const split = (book: Rulebook, share: string, cents: number): string[] => {
      const outcome = splitQualitySupplement(
        book,
        moneyFromCents(cents),
        { sector: 'V&V', form: 'ZZP', profile: 4 },
        { value: d(share), step: step({ code: 'steps.one', facts: {} }, ratioValue(d(share))) },
        parseDate(book.validity.from),
      );
      if (isRefused(outcome)) return outcome.issues.map((issue) => issue.code);
      expect(recompute(outcome.step)).toBeGreaterThan(0);
      if (outcome.regionalStep) expect(recompute(outcome.regionalStep)).toBeGreaterThan(0);
      return [formatMoney(outcome.value.paid), formatMoney(outcome.value.regional)];
    };
    expect(split(r2022, '0.962', 10000)).toEqual(['96.20', '3.80']);
    expect(split(r2023, '0.958', 10000)).toEqual(['95.80', '4.20']);
    expect(split(r2022, '0.962', 1)).toEqual(['0.01', '0.00']);
  });
});

describe('ZK-24 home technology', () => {
  it('is for MPT only', () => {
    expect(homeTechnologyIssues(r2022, 'MPT')).toEqual([]);
    expect(homeTechnologyIssues(r2022, 'VPT').map((issue) => issue.code)).toEqual([
      'wlz.home-technology-form',
    ]);
    expect(homeTechnologyIssues(r2022, 'ZZP')).toHaveLength(1);
    expect(homeTechnologyIssues(findRulebook('zutphen-2023'), 'ZZP')).toEqual([]);
  });
});
