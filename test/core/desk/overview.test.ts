import fc from 'fast-check';
import {
  askAbout,
  Decimal,
  EVERYTHING,
  overviewOf,
  overviewRows,
  overviewTotals,
  parseMoney,
  questionId,
  questionsFrom,
  reviewProvider,
  reviewQuestion,
  sumMoney,
  takeAnswers,
  type DeskProvider,
  type DomainFigures,
  type Dossier,
  type Finding,
  type OverviewColumn,
} from '../../../src/core';

const euro = parseMoney;

const figures = (
  domain: string,
  total: string,
  ceiling: string | null,
  overrun: string | null,
): DomainFigures =>
  ({
    domain,
    total: euro(total),
    ceiling: ceiling === null ? null : { effective: euro(ceiling) },
    overrun: overrun === null ? null : euro(overrun),
    overrunYearEnd: overrun === null ? null : euro(overrun),
    overrunChance: overrun === null ? null : new Decimal(overrun === '0.00' ? '0.1' : '0.9'),
  }) as unknown as DomainFigures;

const entry = (provider: string, change: Partial<DeskProvider> = {}): DeskProvider => ({
  provider,
  file: `${provider}.xlsx`,
  state: 'checked',
  issues: [],
  domains: [],
  findings: [],
  counts: { violation: 0, warning: 0, notice: 0, notChecked: 0 },
  declaredDifference: null,
  change: null,
  previousFile: null,
  region: [],
  questions: [],
  review: 'received',
  note: '',
  ...change,
});

const desk = [
  entry('Zorg 10', {
    domains: [figures('Wmo', '100.00', '80.00', '20.00'), figures('Jeugdwet', '50.00', '60.00', '0.00')],
    counts: { violation: 1, warning: 0, notice: 2, notChecked: 0 },
    declaredDifference: euro('1.00'),
  }),
  entry('Zorg 2', { domains: [figures('Wmo', '10.00', null, null)] }),
  entry('Élan', { state: 'missing', file: null, review: 'questions' }),
];
const names = (rows: ReturnType<typeof overviewRows>): string[] => rows.map(({ row }) => row.provider);

describe('the overview', () => {
  it('adds the domains up, and shows one when asked; what is of the whole then isn’t known', () => {
    expect(overviewOf(desk[0] as DeskProvider)).toMatchObject({
      total: euro('150.00'),
      ceiling: euro('140.00'),
      overrun: euro('20.00'),
      chance: new Decimal('0.9'),
      declared: euro('1.00'),
    });
    expect(overviewOf(desk[0] as DeskProvider, 'Jeugdwet')).toMatchObject({
      total: euro('50.00'),
      overrun: euro('0.00'),
      declared: null,
    });
    expect(overviewOf(desk[2] as DeskProvider)).toMatchObject({ total: null, overrun: null });
  });

  it('filters by text without accents, by domain, severity, state and review', () => {
    const shown = (filter: Partial<typeof EVERYTHING>): string[] =>
      names(overviewRows(desk, { ...EVERYTHING, ...filter }, null));
    expect(shown({})).toEqual(['Zorg 10', 'Zorg 2', 'Élan']);
    expect(shown({ text: 'elan' })).toEqual(['Élan']);
    expect(shown({ text: 'ZORG 2.xlsx' })).toEqual(['Zorg 2']);
    expect(shown({ domain: 'Jeugdwet' })).toEqual(['Zorg 10']);
    expect(shown({ severity: 'notice' })).toEqual(['Zorg 10']);
    expect(shown({ state: 'missing' })).toEqual(['Élan']);
    expect(shown({ review: 'questions', state: 'checked' })).toEqual([]);
  });

  it('sorts numbers in names by size, and puts what isn’t known last both ways', () => {
    const by = (column: OverviewColumn, descending: boolean): string[] =>
      names(overviewRows(desk, EVERYTHING, { column, descending }));
    expect(by('provider', false)).toEqual(['Élan', 'Zorg 2', 'Zorg 10']);
    expect(by('overrun', true)).toEqual(['Zorg 10', 'Zorg 2', 'Élan']);
    expect(by('overrun', false)).toEqual(['Zorg 10', 'Zorg 2', 'Élan']);
    expect(by('total', false)).toEqual(['Zorg 2', 'Zorg 10', 'Élan']);
  });

  it('totals are those of the rows, whatever the order and the filter', () => {
    const amounts = fc.array(fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(amounts, fc.boolean(), (cents, descending) => {
        const entries = cents.map((amount, index) =>
          entry(`Zorg ${index}`, { declaredDifference: amount as DeskProvider['declaredDifference'] }),
        );
        const rows = overviewRows(entries, EVERYTHING, { column: 'declared', descending });
        expect(rows).toHaveLength(cents.length);
        const { count, declared } = overviewTotals(rows.map(({ row }) => row));
        expect(count).toBe(cents.length);
        expect(declared).toBe(
          cents.length === 0 ? null : sumMoney(entries.map((one) => one.declaredDifference ?? (0n as never))),
        );
      }),
    );
  });
});

const found = (rule: string, severity: Finding['severity'] = 'warning'): Finding => ({
  rule,
  severity,
  notChecked: false,
  message: { code: 'checks.fuzzy-product', facts: { label: 'X', product: 'Y' } },
  amount: null,
  location: null,
  source: null,
  steps: [],
});

describe('reviews', () => {
  const questions = questionsFrom([found('CHK-02')], 1);
  const id = questions[0]?.id ?? '';
  const dossier: Dossier = {
    rulebook: 'zutphen-2023',
    year: 2023,
    rounds: [{ round: 1, asOf: '2023-06-30' }],
    providers: ['Stichting A', 'Stichting B'].map((provider) => ({
      ...{
        provider,
        review: 'received',
        note: '',
        file: 'a.xlsx',
        hash: 'x',
        round: 1,
        profile: null,
        cells: [],
      },
      questions,
    })) as unknown as Dossier['providers'],
  };

  it('an answer holds for the provider of its list only, though both have the same question', () => {
    const {
      dossier: next,
      taken,
      unknown,
    } = takeAnswers(dossier, [
      { provider: 'Stichting B', id, answer: 'Klopt.', status: null, note: '' },
      { provider: 'Stichting C', id, answer: 'Nee.', status: null, note: '' },
    ]);
    expect(next.providers.map((kept) => kept.questions[0]?.answer)).toEqual(['', 'Klopt.']);
    expect(next.providers[1]?.questions[0]?.status).toBe('answered');
    expect([taken, unknown]).toEqual([1, [id]]);
  });

  it('status and notes go to one question of one provider', () => {
    const next = reviewQuestion(dossier, 'stichting a', id, { status: 'accepted', note: 'goed' });
    expect(next.providers.map((kept) => kept.questions[0]?.status)).toEqual(['accepted', 'open']);
  });

  it('a provider that sent nothing can have a note', () => {
    const next = reviewProvider(dossier, 'Stichting C', { note: 'gebeld' });
    expect(next.providers.at(-1)).toMatchObject({
      provider: 'Stichting C',
      note: 'gebeld',
      file: '',
      cells: [],
    });
    expect(reviewProvider(next, 'Stichting C', { review: 'questions' }).providers).toHaveLength(3);
  });

  it('a notice that was asked about stays a question while it comes back', () => {
    const notice = found('CHK-08', 'notice');
    const next = askAbout(dossier, 'Stichting A', notice, 1);
    expect(next.providers[0]?.questions).toHaveLength(2);
    expect(askAbout(next, 'Stichting A', notice, 1)).toEqual(next);
    expect(questionsFrom([notice], 2)).toEqual([]);
    expect(questionsFrom([notice], 2, new Set([questionId(notice)]))).toHaveLength(1);
  });

  it('nobody is asked about the procurer’s own files', () => {
    expect(questionsFrom([found('CHK-19'), found('CHK-20'), found('CHK-21')], 1)).toEqual([]);
  });
});
