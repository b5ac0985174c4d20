import { readDay, readPeriod } from '../../src/intake/period-text';

describe('readPeriod', () => {
  it.each([
    '2023-06',
    '06-2023',
    '6-2023',
    '6/2023',
    '2023/06',
    '202306',
    '2023M06',
    'juni 2023',
    'Juni 2023',
    'jun-23',
    "jun '23",
    'June 2023',
    '2023 juni',
    'jun. 2023',
    '1-6-2023',
    '01/06/2023',
    '30.06.2023',
    '2023-06-01',
    '20230601',
    '2023-06-01T00:00:00',
    '2023-06-01 00:00:00.000',
    '1-6-2023 0:00',
    '15 juni 2023',
    ' 2023-06 ',
  ])('%s is June 2023', (text) => {
    expect(readPeriod(text).month).toBe('2023-06');
  });

  it.each([
    ['mrt-23', '2023-03'],
    ['mei 2023', '2023-05'],
    ['oktober 2023', '2023-10'],
    ['Oct 2023', '2023-10'],
  ])('%s is %s', (text, month) => {
    expect(readPeriod(text).month).toBe(month);
  });

  it.each(['week 23 2023', '2023-W23', 'W23', 'Q2 2023', '2023Q2', 'kwartaal 2', '2e kwartaal 2023', '2023'])(
    '%s is a period but no month',
    (text) => {
      expect(readPeriod(text)).toMatchObject({ month: null, otherPeriod: true });
    },
  );

  it.each(['', '2023-13', '00-2023', '31-02-2023', '01-06-23', 'foo 2023', '45078', '3023-01', '12'])(
    '%s is nothing',
    (text) => {
      expect(readPeriod(text)).toMatchObject({ month: null, otherPeriod: false });
    },
  );

  it('knows which dates could be read the other way round', () => {
    expect(readPeriod('01/06/2023').order).toBe('either-order');
    expect(readPeriod('13/06/2023').order).toBe('day-first');
    expect(readPeriod('06/13/2023')).toMatchObject({ month: null, order: 'month-first' });
    expect(readPeriod('06/06/2023').order).toBeNull();
  });
});

test('readDay reads both notations and no month', () => {
  expect(readDay('31-12-2023')).toBe('2023-12-31');
  expect(readDay('2023-12-31')).toBe('2023-12-31');
  expect(readDay('2024-02-29')).toBe('2024-02-29');
  expect(readDay('29-02-2023')).toBeNull();
  expect(readDay('2023-12')).toBeNull();
});
