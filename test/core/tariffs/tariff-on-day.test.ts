import { Decimal, parseDate, tariffOnDay, type TariffEntry } from '../../../src/core';

const entry = (
  product: string,
  tariff: string | null,
  from: string | null,
  until: string | null,
): TariffEntry => ({
  product,
  description: '',
  unit: 'uur',
  tariff: tariff === null ? null : new Decimal(tariff),
  care: tariff === null ? new Decimal('214.37') : null,
  nhc: null,
  nic: null,
  qualitySupplement: null,
  from: from === null ? null : parseDate(from),
  until: until === null ? null : parseDate(until),
  sector: null,
  deliveryForm: null,
  treatment: null,
  place: { line: 2 },
});

const list = [
  entry('02A03', '61.80', '2023-01-01', '2023-12-31'),
  entry('02A03', '64.1234', '2024-01-01', null),
  entry('44A01', '50', null, null),
  entry('44A01', '60', null, null),
  entry('44A02', '50.00', null, null),
  entry('44A02', '50', null, null),
  entry('Z041', null, null, null),
];

const at = (product: string, day: string): string => {
  const result = tariffOnDay(list, product, parseDate(day));
  return result.found === 'tariff' ? result.tariff.toFixed() : result.found;
};

describe('tariff on a day', () => {
  it.each([
    ['2022-12-31', 'not-valid'],
    ['2023-01-01', '61.8'],
    ['2023-12-31', '61.8'],
    ['2024-01-01', '64.1234'],
    ['2099-01-01', '64.1234'],
  ])('day before, first day, last day, day after: %s', (day, wanted) => {
    expect(at('02a03 ', day)).toBe(wanted);
  });

  it('never chooses between different tariffs, and takes equal ones as one', () => {
    expect(at('44A01', '2023-06-30')).toBe('several');
    expect(at('44A02', '2023-06-30')).toBe('50');
  });

  it('tells an unknown product from components only', () => {
    expect(at('99Z99', '2023-06-30')).toBe('unknown-product');
    expect(at('Z041', '2023-06-30')).toBe('components');
  });

  it('shows cents as money and finer tariffs exactly', () => {
    const kind = (day: string): string | null => {
      const result = tariffOnDay(list, '02A03', parseDate(day));
      return result.found === 'tariff' ? result.step.value.kind : null;
    };
    expect([kind('2023-06-30'), kind('2024-06-30')]).toEqual(['money', 'quantity']);
  });
});
