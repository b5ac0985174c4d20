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
  it('nothing of a credit is nothing: no minus sign', () => {
    const [row] = CareTable.of([{ ...line, volume: -0 }]).rows();
    expect(row?.quantity?.toString()).toBe('0');
    expect(JSON.stringify(row?.quantity)).toBe('"0"');
  });

  it('room made beforehand changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.nat(5000), (given, room) => {
        const table = new CareTable();
        for (const [index, one] of given.entries()) {
          if (index === 5) table.reserve(room);
          table.add(one);
        }
        expect(sorted(table)).toEqual(sorted(CareTable.of(given)));
      }),
    );
  });

  it('hundreds of thousands of groups: of few clients, of many, and of none', () => {
    const table = new CareTable();
    const add = (client: number, product: number): void =>
      table.addInterned(0, 1, product, client, 2, 3, 0, 10_000, 1);
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 60_000; index++) {
        add(100 + (index % 7), 1_000 + index);
        add(1_000_000 + index, 5);
        add(-1, 1_000 + index);
      }
    }
    expect(table.size).toBe(180_000);
  });

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
