import { Decimal, findTariff, parseDate, type FoundTariff, type TariffQuery } from '../../../src/core';
import { tariff } from '../allocations/given';

const list = [
  tariff({ price: '60', unit: 'uur', place: { line: 2 } }),
  tariff({ price: '1', unit: 'minuut', place: { line: 3 } }),
  tariff({ price: '66', unit: 'uur', provider: 'Stichting Voorbeeld 1', place: { line: 4 } }),
  tariff({ product: '54001', price: '75.60', variant: 'HBO', place: { line: 5 } }),
  tariff({ product: '54001', price: '111.60', variant: 'WO', place: { line: 6 } }),
  tariff({ product: 'Z053', tariff: null, care: new Decimal(200), sector: 'V&V', place: { line: 7 } }),
  tariff({ product: '07A03', price: '36', until: parseDate('2022-12-31'), place: { line: 8 } }),
  tariff({ product: '07A04', price: '55', place: { line: 9 } }),
  tariff({ product: '07A04', price: '56', place: { line: 10 } }),
];
const ask = (query: Partial<TariffQuery>): FoundTariff =>
  findTariff(list, { product: '02A16', day: parseDate('2023-05-01'), ...query });
const told = (found: FoundTariff): unknown =>
  found.found === 'one'
    ? found.entry.place.line
    : found.found === 'none'
      ? found.reason
      : [found.open, found.entries.map(({ place }) => place.line)];

describe('one code with several tariffs', () => {
  it.each([
    ['the unit decides', { unit: '04', provider: 'Ander' }, 2],
    ['minutes', { unit: 'minuut' }, 3],
    ['the provider’s own tariff goes before the general one', { unit: 'uur', provider: 'voorbeeld 1' }, 4],
    ['the level decides', { product: '54001', variant: 'wo' }, 6],
    ['without the level nothing is guessed', { product: '54001' }, [['variant'], [5, 6]]],
    ['a level that isn’t in the list', { product: '54001', variant: 'MBO' }, 'other-attributes'],
    ['a silent attribute holds for all', { product: 'Z053', treatment: 'met' }, 7],
    ['another sector', { product: 'Z053', sector: 'GZ' }, 'other-attributes'],
    ['not valid any more', { product: '07A03' }, 'not-valid'],
    ['not in the list', { product: 'X' }, 'unknown-product'],
    ['lines that contradict each other are named', { product: '07A04' }, [[], [9, 10]]],
  ])('%s', (_name, query, expected) => {
    expect(told(ask(query))).toEqual(expected);
  });
});
