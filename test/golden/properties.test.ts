import fc from 'fast-check';
import {
  addDays,
  agreedTariff,
  buildOutlook,
  CareTable,
  Decimal,
  dateOf,
  evaluateDomain,
  findRulebook,
  formatMoney,
  formShares,
  isRefused,
  lumpSum,
  moneyFromCents,
  moneyToDecimal,
  monthOf,
  parseDate,
  segmentFigures,
  sumMoney,
  treatmentOf,
  yearParts,
  type CareLine,
  type DomainFigures,
  type IsoDate,
  type Money,
} from '../../src/core';

/** What holds whatever the figures are. Equalisation, matching and reallocation have theirs beside the rules. */
const zutphen = findRulebook('zutphen-2023');

const lines = fc.array(
  fc.record({
    product: fc.constantFrom('P1', 'P2', 'P3'),
    client: fc.constantFrom('K1', 'K7', null),
    month: fc.integer({ min: 1, max: 12 }).map((month) => monthOf(2023, month)),
    cents: fc.integer({ min: -100_000, max: 10_000_000 }),
  }),
  { maxLength: 40 },
);

const NAMES: Readonly<Record<string, string>> = { P1: 'Begeleiding', P2: 'WerktMee', P3: 'SGGZ crisiszorg' };

function figuresOf(
  own: readonly { product: string; client: string | null; month: CareLine['month']; cents: number }[],
): DomainFigures {
  const outlook = buildOutlook({
    provider: 'V',
    year: 2023,
    asOf: parseDate('2023-12-31'),
    production: CareTable.of(
      own.map((line) => ({
        ...line,
        provider: 'V',
        domain: 'Wmo',
        unit: null,
        allocated: 'unknown' as const,
        volume: null,
      })),
    ).rows(),
    forecast: [],
    keepClients: new Set(['Wmo|K7']),
    runningMonth: 'forecast-is-whole-month',
  });
  const base = { provider: 'V', domain: 'Wmo', year: 2023, from: null, scope: [], place: {} };
  return evaluateDomain(
    zutphen,
    outlook,
    'Wmo',
    [
      { ...base, kind: 'base', client: null, amount: moneyFromCents(50_000_000) },
      { ...base, kind: 'case-budget', client: 'K7', amount: moneyFromCents(1_000_000) },
    ],
    (domain, product) => ({
      description: NAMES[product] ?? null,
      treatment: treatmentOf(zutphen, product, NAMES[product] ?? null, domain),
    }),
  ).figures;
}

const amounts = (figures: DomainFigures): Record<string, unknown> => ({
  total: figures.total,
  excluded: figures.excluded,
  effective: figures.ceiling?.effective,
  overrun: figures.overrun,
  headroom: figures.headroom,
  exhaustion: figures.exhaustionDate,
});

describe('a ceiling', () => {
  it('does not depend on the order of the lines (ZUT-02)', () => {
    fc.assert(
      fc.property(lines, (list) => {
        expect(amounts(figuresOf([...list].reverse()))).toEqual(amounts(figuresOf(list)));
      }),
      { numRuns: 60 },
    );
  });

  it('has headroom or an overrun, never both, and they are the difference (ZUT-02)', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const { overrun, headroom, total, ceiling } = figuresOf(list);
        expect(overrun === 0n || headroom === 0n).toBe(true);
        expect((headroom ?? 0n) - (overrun ?? 0n)).toBe((ceiling?.effective ?? 0n) - total);
      }),
      { numRuns: 60 },
    );
  });

  it('every line is counted or excluded, to the cent (ZUT-06)', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const { total, excluded } = figuresOf(list);
        expect(total + excluded).toBe(list.reduce((sum, { cents }) => sum + BigInt(cents), 0n));
      }),
      { numRuns: 60 },
    );
  });
});

describe('an allocation over years', () => {
  it('split by year and added up is the allocation (ZUT-03)', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 2000 }),
        (cents, start, length) => {
          const day = (offset: number): IsoDate => addDays(dateOf(2023, 1, 1), offset);
          const parts = yearParts(zutphen, moneyFromCents(cents), day(start), day(start + length));
          expect(sumMoney(parts.map(({ amount }) => amount))).toBe(cents);
          for (const { amount } of parts) expect(amount >= 0n).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('an agreed tariff (ZK-01)', () => {
  const book = findRulebook('zilveren-kruis-wlz-2024');
  const tariffAt = (care: Decimal, percentage: Decimal): Money => {
    const result = agreedTariff(
      book,
      { care, nhc: new Decimal('31.18'), nic: null },
      'V&V',
      parseDate('2024-05-01'),
      {
        override: { kind: 'stated', percentage, reference: 'overeenkomst' },
      },
    );
    if (isRefused(result)) throw new Error('refused');
    return result.value.tariff;
  };
  const ratio = fc.integer({ min: 1, max: 10_000 }).map((value) => new Decimal(value).dividedBy(10_000));
  const care = fc.integer({ min: 0, max: 10_000_000 }).map((value) => new Decimal(value).dividedBy(10_000));

  it('is never lower at a higher percentage', () => {
    fc.assert(
      fc.property(care, ratio, ratio, (amount, one, other) => {
        const [low, high] = one.lessThan(other) ? [one, other] : [other, one];
        expect(tariffAt(amount, high) >= tariffAt(amount, low)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is within half a cent of the exact amount', () => {
    fc.assert(
      fc.property(care, ratio, (amount, percentage) => {
        const exact = amount.times(percentage).plus('31.18');
        const away = moneyToDecimal(tariffAt(amount, percentage)).minus(exact).abs();
        expect(away.lessThanOrEqualTo('0.005')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sums of parts', () => {
  const achterhoek = findRulebook('achterhoek-2021');
  const cents = fc.bigInt(0n, 10n ** 10n).map(moneyFromCents);

  it('of a lump sum: what is left and what has no cover are the difference (ACH-01)', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 12 }), (lump, months) => {
        const byMonth = new Map(months.map((amount, index) => [monthOf(2021, index + 1), amount]));
        const { spent, left, uncovered, usedUpOn } = lumpSum(achterhoek, 'a', 's', 2021, lump, byMonth);
        expect(left - uncovered).toBe(lump - spent);
        expect(usedUpOn !== null).toBe(uncovered > 0n);
      }),
      { numRuns: 60 },
    );
  });

  it('of segments: every contract is in one segment, in any order (ACH-02)', () => {
    const contracts = fc.array(
      fc.record({
        provider: fc.constantFrom('a', 'b', 'c'),
        lot: fc.constantFrom('Jeugdwet', 'Wmo'),
        segment: fc.constantFrom('x', 'y'),
        amount: cents,
      }),
    );
    fc.assert(
      fc.property(contracts, (list) => {
        const shown = (own: typeof list): string[] =>
          segmentFigures(achterhoek, own, 2021).segments.map(
            ({ lot, segment, amount, providers }) => `${lot} ${segment} ${formatMoney(amount)} ${providers}`,
          );
        expect(shown([...list].reverse())).toEqual(shown(list));
        const { segments } = segmentFigures(achterhoek, list, 2021);
        expect(sumMoney(segments.map(({ amount }) => amount))).toBe(
          sumMoney(list.map(({ amount }) => amount)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of financing forms: the shares of a domain add up to one (ZWO-09)', () => {
    const spending = fc.array(
      fc.record({
        domain: fc.constantFrom('Wmo', 'Jeugdwet'),
        form: fc.constantFrom('production' as const, 'output' as const, 'subsidy' as const, null),
        amount: fc.bigInt(1n, 10n ** 10n).map(moneyFromCents),
      }),
    );
    fc.assert(
      fc.property(spending, (list) => {
        const { shares } = formShares(findRulebook('zwolle-2020'), list);
        for (const domain of new Set(list.map((entry) => entry.domain))) {
          const own = shares.filter((share) => share.domain === domain);
          const sum = own.reduce((total, { share }) => total.plus(share ?? 0), new Decimal(0));
          expect(sum.minus(1).abs().lessThan('1e-50')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
