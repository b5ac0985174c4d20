import {
  addToLog,
  buildOutlook,
  Decimal,
  findRulebook,
  followNotes,
  formatMoney,
  logToJson,
  newcomersOf,
  NO_LOG,
  notesToJson,
  parseDate,
  parseMoney,
  parseMonth,
  productYears,
  questionId,
  readLog,
  readNotes,
  standingOf,
  standingText,
  sumMoney,
  writeNote,
  yearAmount,
  type CareRow,
  type Finding,
  type LogEntry,
} from '../../../src/core';

const provider = 'Stichting Voorbeeld';
const row = (over: Partial<CareRow>): CareRow => ({
  ...{ provider, domain: 'Wmo', product: 'P1', client: 'K1', month: parseMonth('2023-01'), unit: 'uur' },
  ...{ quantity: new Decimal(1), amount: parseMoney('10.00'), allocated: 'unknown', lines: 1 },
  ...over,
});
const rulebook = findRulebook('zutphen-2023');
const asOf = parseDate('2023-06-30');

describe('NAT-05 status per product and month', () => {
  it('the latest months of the rulebook are incomplete, those before closed, those ahead forecast', () => {
    const standing = standingOf(rulebook, asOf, 2023, { cells: [] });
    const statusIn = (month: string): string =>
      standing({ provider, domain: 'Wmo', product: 'P1' }, parseMonth(month)).status;
    expect(['2023-04', '2023-05', '2023-06', '2023-07'].map(statusIn)).toEqual([
      'closed',
      'incomplete',
      'incomplete',
      'forecast',
    ]);
  });

  it('the running month is incomplete, also where it is the only one', () => {
    const standing = standingOf(rulebook, parseDate('2023-01-15'), 2023, { cells: [] });
    const product = { provider, domain: 'Wmo', product: 'P1' };
    expect(standing(product, parseMonth('2023-01')).status).toBe('incomplete');
    expect(standing(product, parseMonth('2023-02')).status).toBe('forecast');
  });

  it('declarations by month of declaration say how much is in', () => {
    // Every month 80 in the month itself and 20 a month later.
    const cells = Array.from({ length: 12 }, (_, at) => at).flatMap((at) => {
      const origin = parseMonth(at < 6 ? `2022-${String(at + 7).padStart(2, '0')}` : `2023-0${at - 5}`);
      const later = parseMonth(at < 5 ? `2022-${String(at + 8).padStart(2, '0')}` : `2023-0${at - 4}`);
      const base = { provider, domain: 'Wmo', group: '02', product: 'P1', origin, lines: 1 };
      return [
        { ...base, declared: origin, amount: parseMoney('80.00') },
        { ...base, declared: later, amount: parseMoney('20.00') },
      ];
    });
    const standing = standingOf(rulebook, asOf, 2023, { cells });
    const product = { provider, domain: 'Wmo', product: 'P1' };
    expect(standing(product, parseMonth('2023-06'))).toEqual({
      status: 'incomplete',
      share: new Decimal('0.8'),
    });
    expect(standingText(standing(product, parseMonth('2023-06'))).code).toBe(
      'snapshots.status-incomplete-share',
    );
    expect(standing(product, parseMonth('2023-05')).status).toBe('closed');
  });
});

describe('figures per product and month', () => {
  it('add up to the outlook, volumes only where every line states one', () => {
    const outlook = buildOutlook({
      ...{
        provider,
        year: 2023,
        asOf,
        keepClients: new Set<string>(),
        runningMonth: 'forecast-is-remainder',
      },
      production: [
        row({}),
        row({ unit: 'etmaal', amount: parseMoney('5.55') }),
        row({ month: parseMonth('2023-02'), quantity: null }),
        row({ month: parseMonth('2022-12') }),
      ],
      forecast: [row({ month: parseMonth('2023-08'), client: null, amount: parseMoney('70.00') })],
    });
    const years = productYears(outlook, standingOf(rulebook, asOf, 2023, { cells: [] }));
    expect(formatMoney(sumMoney(years.map(yearAmount)))).toBe('95.55');
    expect(years.map(({ unit }) => unit)).toEqual(['uur', 'etmaal']);
    const [hours] = years;
    expect(hours?.months[0]?.productionVolume?.toFixed()).toBe('1');
    expect(hours?.months[1]?.productionVolume).toBeNull();
    expect(hours?.months[7]?.status).toBe('forecast');
  });
});

describe('newcomers', () => {
  it('counts who first had care after the first month of the data, and names nobody', () => {
    const { newcomers, named } = newcomersOf(
      [
        row({ client: 'OUD' }),
        row({ client: 'NIEUW', month: parseMonth('2023-05') }),
        row({ client: 'nieuw ', month: parseMonth('2023-06'), amount: parseMoney('12.00') }),
        row({ client: 'NIEUW', month: parseMonth('2023-07') }),
        row({ client: 'OUD', month: parseMonth('2023-06') }),
      ],
      2023,
      asOf,
    );
    expect(named).toEqual(['Wmo']);
    expect(
      newcomers.map(({ first, month, amount, clients }) => [first, month, formatMoney(amount), clients]),
    ).toEqual([
      ['2023-05', '2023-05', '10.00', 1],
      ['2023-05', '2023-06', '12.00', 1],
    ]);
    expect(
      JSON.stringify(newcomers, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toMatch(/nieuw/i);
  });

  it('a client of last year is not new, and a line without a client makes the domain untold', () => {
    const { newcomers, named } = newcomersOf(
      [
        row({ client: 'A', month: parseMonth('2022-11') }),
        row({ client: 'A', month: parseMonth('2023-04') }),
        row({ client: null }),
      ],
      2023,
      asOf,
    );
    expect(newcomers).toEqual([]);
    expect(named).toEqual([]);
  });
});

describe('the log', () => {
  const imported: LogEntry = {
    ...{ what: 'import', at: '2023-07-05T09:00', engine: '1.0.0', file: 'productie.csv', kind: 'production' },
    ...{ hash: null, lines: { total: 3, read: 2, rejected: 1 }, amount: parseMoney('10.00') },
  };

  it('comes back as it was kept', () => {
    const log = addToLog(NO_LOG, [
      imported,
      {
        what: 'fill',
        at: 'x',
        engine: '1',
        asOf: '2023-06-30',
        cells: 5,
        refused: 0,
        amount: parseMoney('9.99'),
      },
      { what: 'undo', at: 'x', engine: '1' },
      {
        ...{ what: 'override', at: 'x', engine: '1', domain: 'Wmo', product: 'P1', reason: 'verbouwing' },
        ...{ month: parseMonth('2023-08'), amount: null },
      },
      { what: 'freeze', at: 'x', engine: '1', id: '2023-06-30-1', note: '' },
      { what: 'note', at: 'x', engine: '1', rule: 'ZUT-02', text: 'gebeld' },
    ]);
    const read = readLog(JSON.parse(JSON.stringify(logToJson(log))));
    expect('log' in read && read.log).toEqual(log);
  });

  it('lets the oldest entries go and says how many', () => {
    const log = addToLog(
      NO_LOG,
      Array.from({ length: 1600 }, () => imported),
    );
    expect([log.entries.length, log.dropped]).toEqual([1500, 100]);
  });

  it('refuses a damaged one by its path', () => {
    const read = readLog({ plafondwijzer: 'log', version: 1, dropped: 0, entries: [{ what: 'undo' }] });
    expect('issues' in read && read.issues[0]?.place.path).toBe('entries.0.at');
  });
});

describe('notes with findings', () => {
  const found = (over: Partial<Finding>): Finding => ({
    ...{ rule: 'ZUT-02', severity: 'warning', notChecked: false, amount: parseMoney('5.00') },
    ...{ location: { file: 'a.xlsx', sheet: 'Wmo', cell: 'D7' }, source: null, steps: [] },
    message: { code: 'checks.x', facts: { amount: { kind: 'money', value: parseMoney('5.00') } } },
    ...over,
  });

  it('stay with the finding when amounts and file change, and are solved when it is gone', () => {
    const notes = writeNote([], {
      ...{ id: questionId(found({})), rule: 'ZUT-02', finding: 'zin', text: 'gebeld', at: 'x' },
    });
    const changed = found({
      amount: parseMoney('7.00'),
      location: { file: 'b.xlsx', sheet: 'Wmo', cell: 'D7' },
      message: { code: 'checks.x', facts: { amount: { kind: 'money', value: parseMoney('7.00') } } },
    });
    expect(followNotes(notes, [changed])[0]?.isSolved).toBe(false);
    const elsewhere = found({ location: { file: 'a.xlsx', sheet: 'Wmo', cell: 'D8' } });
    expect(followNotes(notes, [elsewhere])[0]?.isSolved).toBe(true);
  });

  it('an empty text takes a note away', () => {
    const note = { id: 'q', rule: 'ZUT-02', finding: 'zin', text: ' gebeld ', at: 'x' };
    const written = writeNote([], note);
    expect(written).toEqual([{ ...note, text: 'gebeld' }]);
    expect(writeNote(written, { ...note, text: ' ' })).toEqual([]);
    const read = readNotes(JSON.parse(JSON.stringify(notesToJson(written))));
    expect('notes' in read && read.notes).toEqual(written);
    expect('issues' in readNotes({ notes: [{}] })).toBe(true);
  });
});
