import fc from 'fast-check';
import { CareTable, Decimal, parseMoney, parseMonth } from '../../../src/core';
import { fromClonable, toClonable } from '../../../src/cli/parallel/clone';
import { toRows } from '../../../src/cli/parallel/rows';

/** As structured cloning does, whose own copies are of another realm here: plain data only, anything else throws. */
function cloned(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError('can’t be cloned');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloned);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [cloned(key), cloned(one)]));
  if (value instanceof Set) return new Set([...value].map(cloned));
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    const copy = new (value.constructor as new (bytes: ArrayBufferLike) => ArrayBufferView)(buffer.slice(0));
    return copy;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('loses its methods');
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cloned(one)]));
}

const crossed = (value: unknown): unknown => fromClonable(cloned(toClonable(value)));

const plain = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);

describe('What threads hand each other', () => {
  test('records arrive as they were, members that are absent included', () => {
    const record = fc.record(
      {
        product: fc.string(),
        amount: fc.bigInt(),
        volume: fc.option(fc.integer()),
        unit: plain,
        note: plain,
      },
      { requiredKeys: ['product', 'amount'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 0, maxLength: 80 }), (list) => {
        const arrived = crossed(list) as object[];
        expect(arrived).toStrictEqual(list.map((one) => ({ ...one })));
        expect(arrived.map((one) => Object.keys(one))).toEqual(list.map((one) => Object.keys(one)));
      }),
    );
  });

  test('any value of lists, records, maps and sets arrives as it was', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, plain, tie('list'), tie('record'), tie('map')),
      list: fc.array(tie('any'), { maxLength: 40 }),
      record: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('any'), { noNullPrototype: true }),
      map: fc.array(fc.tuple(fc.string(), tie('any'))).map((pairs) => new Map(pairs)),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        const before = cloned(one);
        expect(crossed(one)).toEqual(before);
        // What was sent is not changed by sending it.
        expect(one).toEqual(before);
      }),
    );
  });

  test('decimals in records come back as decimals, exactly', () => {
    const list = Array.from({ length: 60 }, (_, at) => ({
      amount: parseMoney(`${at}.05`),
      quantity: at % 3 === 0 ? null : new Decimal(`${at}.1234`),
    }));
    const arrived = crossed(list) as typeof list;
    expect(arrived.map(({ quantity }) => quantity?.toFixed() ?? null)).toEqual(
      list.map(({ quantity }) => quantity?.toFixed() ?? null),
    );
    expect(arrived.every(({ quantity }) => quantity === null || Decimal.isDecimal(quantity))).toBe(true);
    expect(arrived.map(({ amount }) => amount)).toEqual(list.map(({ amount }) => amount));
  });

  test('a record with a decimal in one row and a text in the other is cloned one by one', () => {
    const list = Array.from({ length: 40 }, (_, at) => ({ value: at === 3 ? new Decimal(1) : 'één' }));
    expect(toRows(list)).toBeNull();
    expect(crossed(list)).toEqual(list);
  });

  test('declared lines cross with their rows, and functions stay behind', () => {
    const table = CareTable.of([
      {
        provider: 'Stichting Voorbeeld',
        domain: 'Wmo',
        product: '02A03',
        client: null,
        month: parseMonth('2023-01'),
        unit: 'uur',
        allocated: 'unknown',
        volume: null,
        cents: 12345,
      },
    ]);
    const { lines, ...rest } = crossed({ lines: table, name: 'deel', later: () => 1 }) as {
      lines: CareTable;
    };
    expect([...lines.rows()]).toEqual([...table.rows()]);
    expect(rest).toStrictEqual({ name: 'deel' });
  });
});
