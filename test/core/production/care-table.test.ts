import fc from 'fast-check';
import { CareTable, CoreError, formatMoney, monthOf, type CareLine } from '../../../src/core';

const line: CareLine = {
  provider: 'A',
  domain: 'Wmo',
  product: 'P',
  client: 'C1',
  month: monthOf(2023, 6),
  unit: 'uur',
  allocated: 'yes',
  volume: 15000,
  cents: 100,
};

const lines = fc.array(
  fc.record<CareLine>({
    provider: fc.constantFrom('A', 'B'),
    domain: fc.constantFrom('Wmo', 'Jeugdwet'),
    product: fc.constantFrom('P', 'Q', 'Wmo'),
    client: fc.constantFrom(null, 'C1', 'C2'),
    month: fc.integer({ min: 1, max: 12 }).map((month) => monthOf(2023, month)),
    unit: fc.constantFrom(null, 'uur'),
    allocated: fc.constantFrom('yes', 'no', 'unknown'),
    volume: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null }),
    cents: fc.integer({ min: -100000, max: 100000 }),
  }),
  { maxLength: 60 },
);

const sorted = (table: CareTable): string[] =>
  [...table.rows()]
    .map((row) =>
      JSON.stringify({ ...row, amount: formatMoney(row.amount), quantity: row.quantity?.toFixed() ?? null }),
    )
    .sort();

describe('CareTable', () => {
  it('adds equal keys up and keeps others apart', () => {
    const table = CareTable.of([
      line,
      line,
      { ...line, client: null },
      { ...line, unit: null, volume: null },
    ]);
    expect(
      [...table.rows()].map((row) => [row.client, row.unit, formatMoney(row.amount), row.lines]),
    ).toEqual([
      ['C1', 'uur', '2.00', 2],
      [null, 'uur', '1.00', 1],
      ['C1', null, '1.00', 1],
    ]);
    expect([...table.rows()].map((row) => row.quantity?.toFixed() ?? null)).toEqual(['3', '1.5', null]);
  });

  it('keeps thousands of groups', () => {
    const table = new CareTable();
    for (let index = 0; index < 20_000; index++) table.add({ ...line, client: `C${index % 10_000}` });
    expect(table.size).toBe(10_000);
    expect([...table.rows()].every((row) => row.lines === 2 && row.amount === 200n)).toBe(true);
  });

  it('refuses a sum that is no longer exact', () => {
    const table = CareTable.of([{ ...line, cents: Number.MAX_SAFE_INTEGER }]);
    expect(() => table.add({ ...line, cents: 1 })).toThrow(CoreError);
  });

  it('absorbing equals adding the lines, whatever was there before', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const table = CareTable.of(first);
        table.absorb(CareTable.of(second));
        expect(sorted(table)).toEqual(sorted(CareTable.of([...first, ...second])));
        table.add(line);
        expect(sorted(table)).toEqual(sorted(CareTable.of([...first, ...second, line])));
      }),
    );
  });

  it('without clients equals adding the lines without their client', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const without = all.map((each) => ({ ...each, client: null }));
        expect(sorted(CareTable.of(all).withoutClients())).toEqual(sorted(CareTable.of(without)));
      }),
    );
  });

  it('visits the groups of some providers as a walk over all of them does, also after more is added', () => {
    fc.assert(
      fc.property(lines, lines, fc.subarray(['A', 'B', 'C']), (first, second, asked) => {
        const table = CareTable.of(first);
        const isAsked = (provider: string): boolean => asked.includes(provider);
        const check = (): void =>
          expect([...table.rowsOf(isAsked)]).toEqual(
            [...table.rows()].filter(({ provider }) => isAsked(provider)),
          );
        check();
        for (const one of second) table.add(one);
        check();
      }),
    );
  });
});
