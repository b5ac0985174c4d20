import {
  Decimal,
  parseDate,
  parseMonth,
  tariffInMonth,
  tariffsInMonth,
  type TariffEntry,
} from '../../../src/core';

const entry = (
  tariff: string,
  from: string | null,
  until: string | null,
  product = '02A03',
): TariffEntry => ({
  product,
  description: 'Begeleiding',
  unit: 'uur',
  tariff: new Decimal(tariff),
  care: null,
  nhc: null,
  nic: null,
  qualitySupplement: null,
  from: from === null ? null : parseDate(from),
  until: until === null ? null : parseDate(until),
  sector: null,
  deliveryForm: null,
  treatment: null,
  place: { file: 'tarieven.csv', line: 2 },
});
const june = parseMonth('2023-06');
const text = (value: Decimal | null): string | null => value?.toFixed() ?? null;

describe('municipal tariff in a month', () => {
  it('is the entry valid on all days of it', () => {
    const list = [
      entry('60.00', '2022-01-01', '2023-05-31'),
      entry('61.80', '2023-06-01', '2023-06-30'),
      entry('63.00', '2023-07-01', null),
    ];
    expect(
      ['2023-05', '2023-06', '2023-07'].map((month) => text(tariffInMonth(list, '02a03', parseMonth(month)))),
    ).toEqual(['60', '61.8', '63']);
  });

  it('is unknown when it changes during the month, differs between entries, or is not there', () => {
    expect(
      tariffInMonth([entry('60.00', null, '2023-06-15'), entry('61.80', '2023-06-16', null)], '02A03', june),
    ).toBeNull();
    expect(tariffInMonth([entry('60.00', null, null), entry('61.80', null, null)], '02A03', june)).toBeNull();
    expect(tariffInMonth([entry('60.00', null, null)], '02A05', june)).toBeNull();
    expect(text(tariffInMonth([entry('60.00', null, null), entry('60.0', null, null)], '02A03', june))).toBe(
      '60',
    );
  });

  it('all tariffs that touch the month are listed for a maximum', () => {
    const list = [
      entry('60.00', null, '2023-06-01'),
      entry('61.80', '2023-06-30', null),
      entry('70.00', '2023-07-01', null),
    ];
    expect(tariffsInMonth(list, '02A03', june).map((tariff) => tariff.toFixed())).toEqual(['60', '61.8']);
  });
});
