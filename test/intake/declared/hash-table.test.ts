import fc from 'fast-check';
import { HashTable } from '../../../src/intake/declared/hash-table';
import { NameList } from '../../../src/core/production/name-list';

describe('tables by hash', () => {
  test('hold what a map holds, wherever keys want to stand and whatever room was made', () => {
    const few = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(few, fc.integer()), few, fc.oneof(few, fc.integer())), {
          maxLength: 3000,
        }),
        fc.integer({ min: 0, max: 5000 }),
        (keys, room) => {
          const table = new HashTable(2);
          const model = new Map<string, number>();
          for (const [index, [high, low, home]] of keys.entries()) {
            if (index === 10) table.reserve(room);
            const key = `${high}|${low}`;
            // A key always wants to stand in the same place.
            const place = high ^ (home & 0);
            expect(table.find(high, low, place) >= 0).toBe(model.has(key));
            const at = table.at(high, low, place);
            expect(table.get(at, 0)).toBe(model.get(key) ?? 0);
            table.set(at, 0, index + 1);
            model.set(key, index + 1);
          }
          expect(table.size).toBe(model.size);
          for (const [key, value] of model) {
            const [high = 0, low = 0] = key.split('|').map(Number);
            expect(table.get(table.find(high, low, high), 0)).toBe(value);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('thousands of keys that all want the same place', () => {
    const table = new HashTable(1);
    for (let key = 0; key < 20_000; key++)
      table.set(table.at(Math.imul(key, 0x9e3779b1), key, 7), 0, key + 1);
    for (let key = 0; key < 20_000; key++) {
      expect(table.get(table.find(Math.imul(key, 0x9e3779b1), key, 7), 0)).toBe(key + 1);
    }
  });
});

describe('names', () => {
  test('the same number for the same name, as text or as bytes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.string({ unit: fc.constantFrom('a', 'B', '-', '0'), maxLength: 4 }), fc.boolean()),
          {
            maxLength: 400,
          },
        ),
        (given) => {
          const list = new NameList();
          const model = new Map<string, number>();
          for (const [name, asBytes] of given) {
            if (!model.has(name)) model.set(name, model.size);
            const bytes = new TextEncoder().encode(`<${name}>`);
            const id = asBytes ? list.idOfAscii(bytes, 1, bytes.length - 1) : list.idOf(name);
            expect(id).toBe(model.get(name));
          }
          expect(list.all).toEqual([...model.keys()]);
          expect(list.at(model.size)).toBeUndefined();
        },
      ),
    );
  });
});
