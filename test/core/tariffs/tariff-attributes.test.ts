import { Decimal, parseMonth, type TariffEntry } from '../../../src/core';
import { tariffInMonth, tariffQuestion, tariffsInMonth } from '../../../src/core/tariffs/agreed-tariff';

const entry = (tariff: string, more: Partial<TariffEntry> = {}): TariffEntry => ({
  ...{ product: '45A48', description: 'Begeleiding', unit: 'uur', tariff: new Decimal(tariff) },
  ...{ care: null, nhc: null, nic: null, qualitySupplement: null, from: null, until: null },
  ...{ sector: null, deliveryForm: null, treatment: null, place: { file: 'tarieven.csv', line: 2 } },
  ...more,
});
const june = parseMonth('2023-06');
const text = (value: Decimal | null): string | null => value?.toFixed() ?? null;

describe('one product, several tariffs', () => {
  const own = [entry('60', { provider: 'Voorbeeld 1' }), entry('62', { provider: 'Voorbeeld 2' })];

  it('the provider’s own tariff is the agreed one, and the highest of others doesn’t count', () => {
    expect(text(tariffInMonth(own, '45A48', june, { provider: 'voorbeeld  2' }))).toBe('62');
    expect(tariffsInMonth(own, '45A48', june, { provider: 'Voorbeeld 1' }).map(text)).toEqual(['60']);
    expect(tariffQuestion(own, '45A48', june, { provider: 'Voorbeeld 1' })).toBeNull();
  });

  it('who is unknown is asked for; somebody else’s tariff is nobody’s', () => {
    expect(tariffInMonth(own, '45A48', june)).toBeNull();
    expect(tariffQuestion(own, '45A48', june)).toMatchObject({
      code: 'tariffs.open-attributes',
      facts: { product: '45A48', count: 2, attributes: ['aanbieder'] },
    });
    expect(tariffInMonth(own, '45A48', june, { provider: 'Voorbeeld 3' })).toBeNull();
  });

  it('a unit decides between tariffs, but doesn’t take away the only one', () => {
    const units = [entry('60', { unit: 'uur' }), entry('1', { unit: 'minuut' })];
    expect(text(tariffInMonth(units, '45A48', june, { unit: 'minuut' }))).toBe('1');
    expect(text(tariffInMonth([entry('60')], '45A48', june, { unit: 'minuut' }))).toBe('60');
  });

  it('level or target group: a question, never the first; the same price is no question', () => {
    const levels = [entry('69', { variant: 'HBO' }), entry('45.6', { variant: 'MBO' })];
    expect(tariffInMonth(levels, '45A48', june, { provider: 'Voorbeeld 1' })).toBeNull();
    expect(tariffQuestion(levels, '45A48', june)).toMatchObject({ facts: { attributes: ['variant'] } });
    expect(text(tariffInMonth(levels, '45A48', june, { variant: 'mbo' }))).toBe('45.6');
    const same = [entry('69', { variant: 'HBO' }), entry('69', { variant: 'MBO' })];
    expect(text(tariffInMonth(same, '45A48', june))).toBe('69');
    expect(tariffQuestion(same, '45A48', june)).toBeNull();
  });

  it('lines that contradict each other are named', () => {
    const lines = [entry('60'), entry('61', { place: { file: 'tarieven.csv', line: 3 } })];
    expect(tariffQuestion(lines, '45A48', june)).toMatchObject({
      code: 'tariffs.contradiction',
      facts: { lines: ['2', '3'] },
    });
  });
});
