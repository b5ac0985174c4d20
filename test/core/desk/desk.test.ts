import fc from 'fast-check';
import {
  compareSubmissions,
  dateValue,
  moneyFromCents,
  moneyValue,
  monthValue,
  nextRound,
  parseDate,
  parseMoney,
  parseMonth,
  questionId,
  questionsFrom,
  readDossier,
  roomPerProduct,
  sumMoney,
  totalsPerDomain,
  writeDossier,
  ZERO,
  type DomainFigures,
  type Dossier,
  type Finding,
  type Question,
  type StatedCell,
} from '../../../src/core';

const euro = parseMoney;

function found(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'CHK-02',
    severity: 'warning',
    notChecked: false,
    message: {
      code: 'checks.declared-differs',
      facts: {
        product: '02A03',
        month: monthValue(parseMonth('2023-02')),
        amount: moneyValue(euro('10.00')),
      },
    },
    amount: euro('10.00'),
    location: { file: 'juni.xlsx', sheet: 'Wmo', cell: 'D7' },
    source: null,
    steps: [],
    ...change,
  };
}

describe('questions', () => {
  it('asks about violations and warnings, not about notices or what could not be checked', () => {
    const questions = questionsFrom(
      [found(), found({ severity: 'notice', rule: 'CHK-08' }), found({ notChecked: true, rule: 'CHK-01' })],
      1,
    );
    expect(questions.map((question) => question.rule)).toEqual(['CHK-02']);
    expect(questions[0]?.location).toEqual({ sheet: 'Wmo', cell: 'D7' });
  });

  it('keeps its identity while amounts, days and the file name change', () => {
    const later = found({
      amount: euro('99.00'),
      location: { file: 'juli.xlsx', sheet: 'Wmo', cell: 'D7' },
      message: {
        code: 'checks.declared-differs',
        facts: {
          product: '02A03',
          month: monthValue(parseMonth('2023-02')),
          amount: moneyValue(euro('99.00')),
          date: dateValue(parseDate('2023-07-31')),
        },
      },
    });
    expect(questionId(later)).toBe(questionId(found()));
  });

  it.each([
    ['another cell', found({ location: { sheet: 'Wmo', cell: 'D8' } })],
    ['another sheet', found({ location: { sheet: 'Jeugd', cell: 'D7' } })],
    ['another rule', found({ rule: 'CHK-03' })],
    [
      'another month',
      found({
        message: {
          code: 'checks.declared-differs',
          facts: { product: '02A03', month: monthValue(parseMonth('2023-03')) },
        },
      }),
    ],
  ])('is another question for %s', (_, other) => {
    expect(questionId(other)).not.toBe(questionId(found()));
  });

  const [first] = questionsFrom([found()], 1);
  const question = first as Question;
  const again = (amount: string): Question[] => questionsFrom([found({ amount: euro(amount) })], 2);

  it('is solved when it no longer arises, and open again when it comes back', () => {
    const solved = nextRound([question], [], 2);
    expect(solved.map((one) => one.status)).toEqual(['solved']);
    expect(nextRound(solved, again('10.00'), 3)[0]).toMatchObject({
      status: 'open',
      firstRound: 1,
      lastRound: 3,
    });
  });

  it('keeps answer, note and status, and says the amount of before', () => {
    const answered: Question = { ...question, status: 'answered', answer: 'volgt', note: 'bellen' };
    expect(nextRound([answered], again('12.00'), 2)[0]).toMatchObject({
      status: 'answered',
      answer: 'volgt',
      note: 'bellen',
      amount: euro('12.00'),
      before: euro('10.00'),
    });
    expect(nextRound([answered], again('10.00'), 2)[0]?.before).toBeNull();
  });

  it('stays accepted at the same amount, and is opened at another', () => {
    const accepted: Question = { ...question, status: 'accepted' };
    expect(nextRound([accepted], again('10.00'), 2)[0]?.status).toBe('accepted');
    expect(nextRound([accepted], again('10.01'), 2)[0]?.status).toBe('open');
  });

  it('never loses a question', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
    const of = (numbers: readonly number[], round: number): Question[] =>
      questionsFrom(
        numbers.map((number) => found({ location: { sheet: 'Wmo', cell: `D${number}` } })),
        round,
      );
    fc.assert(
      fc.property(ids, ids, (before, now) => {
        const result = nextRound(of(before, 1), of(now, 2), 2);
        expect(new Set(result.map((one) => one.id)).size).toBe(new Set([...before, ...now]).size);
        expect(result.filter((one) => one.status === 'solved')).toHaveLength(
          before.filter((number) => !now.includes(number)).length,
        );
      }),
    );
  });
});

describe('submissions compared', () => {
  const cell = (change: Partial<StatedCell> = {}): StatedCell => ({
    sheet: 'Wmo',
    cell: 'D7',
    product: '02A03',
    domain: 'Wmo',
    period: '2023-01',
    amount: euro('100.00'),
    ...change,
  });

  it('recognises a cell by what it states: an inserted row changes nothing', () => {
    expect(compareSubmissions([cell()], [cell({ cell: 'D9', sheet: 'Wmo 2' })]).changed).toEqual([]);
  });

  it('lists a changed, a new and a removed cell with both addresses', () => {
    const change = compareSubmissions(
      [cell(), cell({ period: '2023-02', cell: 'E7' })],
      [cell({ amount: euro('80.00') }), cell({ product: '02A05', cell: 'D8', amount: euro('5.00') })],
    );
    expect(
      change.changed.map((one) => [one.product, one.before?.cell, one.after?.cell, one.difference]),
    ).toEqual([
      ['02A03', 'D7', 'D7', euro('-20.00')],
      ['02A05', undefined, 'D8', euro('5.00')],
      ['02A03', 'E7', undefined, euro('-100.00')],
    ]);
    expect(change.difference).toBe(euro('-115.00'));
  });

  it('the differences of the cells add up to the change of the total, for any two submissions', () => {
    const cells = fc.array(
      fc.record({ row: fc.integer({ min: 1, max: 5 }), cents: fc.integer({ min: -500, max: 500 }) }),
      { maxLength: 20 },
    );
    const of = (list: readonly { row: number; cents: number }[]): StatedCell[] =>
      list.map(({ row, cents }) =>
        cell({ product: `P${row % 3}`, cell: `D${row}`, amount: moneyFromCents(cents) }),
      );
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        const change = compareSubmissions(of(before), of(after));
        expect(sumMoney(change.changed.map((one) => one.difference))).toBe(change.difference);
      }),
    );
  });
});

describe('dossier', () => {
  const dossier: Dossier = {
    rulebook: 'zutphen-2023',
    year: 2023,
    rounds: [{ round: 1, asOf: '2023-06-30' }],
    providers: [
      {
        provider: 'Stichting Voorbeeld',
        review: 'questions',
        note: 'bellen',
        file: 'juni.xlsx',
        hash: null,
        round: 1,
        profile: { version: 1 },
        cells: [
          {
            sheet: 'Wmo',
            cell: 'D7',
            product: '02A03',
            domain: 'Wmo',
            period: '2023-01',
            amount: euro('-0.05'),
          },
        ],
        questions: questionsFrom([found(), found({ location: null, amount: null })], 1),
      },
    ],
  };

  it('comes back from its file as it was', () => {
    const json = JSON.parse(JSON.stringify(writeDossier(dossier))) as unknown;
    expect(readDossier(json, 'd.json')).toEqual({ dossier });
  });

  it.each([
    ['something else', { hello: 1 }, 'plafondwijzer'],
    ['a later version', { ...(writeDossier(dossier) as object), version: 2 }, 'version'],
    [
      'no amount',
      { ...(writeDossier(dossier) as object), providers: [{ provider: 'x' }] },
      'providers.0.review',
    ],
    ['no JSON object', 'text', ''],
  ])('is refused when it is %s, with the path', (_, json, path) => {
    const read = readDossier(json, 'd.json');
    const places = 'issues' in read ? read.issues.map((issue) => issue.place.path) : null;
    expect(places).toContain(path);
  });
});

describe('over all providers', () => {
  const figures = (change: Partial<DomainFigures>): DomainFigures => ({
    domain: 'Wmo',
    production: euro('60.00'),
    forecast: euro('40.00'),
    excluded: ZERO,
    total: euro('100.00'),
    ceiling: {
      base: euro('90.00'),
      raises: ZERO,
      expectedRaises: ZERO,
      caseBudgets: ZERO,
      effective: euro('90.00'),
      effectiveYearEnd: euro('90.00'),
    },
    headroom: ZERO,
    headroomYearEnd: ZERO,
    overrun: euro('10.00'),
    overrunYearEnd: euro('10.00'),
    exhaustionDate: null,
    overrunChance: null,
    payableAbove: null,
    months: [{ month: '2023-01', production: euro('60.00'), forecast: euro('40.00'), status: 'running' }],
    products: [
      {
        product: '02A03',
        description: 'Begeleiding',
        treatment: 'counts',
        production: euro('60.00'),
        forecast: euro('40.00'),
      },
    ],
    steps: [],
    ...change,
  });
  const full = { provider: 'Vol', domains: [figures({})] };
  const roomy = {
    provider: 'Ruim',
    domains: [figures({ headroom: euro('25.00'), overrun: ZERO, overrunYearEnd: ZERO })],
  };
  const unknown = {
    provider: 'Zonder',
    domains: [figures({ ceiling: null, headroom: null, overrun: null, overrunYearEnd: null })],
  };

  it('ZUT-05: tells who is full and who has room for a product', () => {
    expect(roomPerProduct([full, roomy, unknown])).toEqual([
      {
        domain: 'Wmo',
        product: '02A03',
        description: 'Begeleiding',
        full: ['Vol'],
        candidates: [{ provider: 'Ruim', headroom: euro('25.00') }],
      },
    ]);
  });

  it('adds providers up; room of one does not cover the overrun of another', () => {
    const [total] = totalsPerDomain([full, roomy, unknown]);
    expect(total).toMatchObject({
      providers: 3,
      withCeiling: 2,
      total: euro('300.00'),
      ceiling: euro('180.00'),
      overrun: euro('10.00'),
    });
    expect(total?.months[0]?.production).toBe(euro('180.00'));
  });
});
