import {
  deriveRulebook,
  findRulebook,
  parameterOn,
  parseDate,
  parseRulebook,
  treatmentOf,
  type Derivation,
} from '../../../src/core';
import { say } from '../../../src/messages';

const base = findRulebook('zutphen-2023');
const derive = (part: Partial<Derivation>) =>
  deriveRulebook(base, {
    id: 'eigen',
    set: [],
    exclude: [],
    raise: [],
    year: null,
    purchaser: null,
    ...part,
  });
const codes = (part: Partial<Derivation>): string[] => {
  const derived = derive(part);
  return 'issues' in derived ? derived.issues.map(({ code }) => code.replace('region.derive-', '')) : [];
};
const valueOf = (setting: string): string | null => {
  const derived = derive({ set: [setting] });
  if ('issues' in derived) throw new Error(derived.issues.map(({ code }) => code).join());
  return parameterOn(derived.rulebook, setting.split('=')[0] ?? '', parseDate('2023-06-01')).text;
};

describe('rulebook derive', () => {
  it.each([
    ['signal-threshold=70%', '0.7'],
    ['signal-threshold=0,7', '0.7'],
    ['signal-threshold=0.7', '0.7'],
    ['signal-threshold=uit', null],
    ['declared-tolerance=€ 1.500,25', '1500.25'],
    ['declared-tolerance=2', '2.00'],
    ['quarter-closing-days=14', '14'],
    ['jump-factor=2,5', '2.5'],
    ['payable-above=crisis', 'crisis'],
  ])('%s is read as %s', (setting, value) => {
    expect(valueOf(setting)).toBe(value);
  });

  it.each([
    ['signal-treshold=70%', 'unknown-parameter-nearest'],
    ['xyz=1', 'unknown-parameter'],
    ['signal-threshold', 'no-value'],
    ['signal-threshold=', 'no-value'],
    ['signal-threshold=70', 'ratio-large'],
    ['signal-threshold=veel', 'not-number'],
    ['signal-threshold=€ 70', 'euro'],
    ['declared-tolerance=5%', 'percent'],
    ['declared-tolerance=1.500', 'not-number'],
    ['declared-tolerance=0,005', 'cents'],
    ['quarter-closing-days=-1', 'not-whole'],
    ['quarter-closing-days=1,5', 'not-whole'],
    ['payable-above=crises', 'not-choice-nearest'],
    ['payable-above=xyzzy', 'not-choice'],
  ])('%s is refused: %s', (setting, code) => {
    expect(codes({ set: [setting] })).toEqual([code]);
  });

  it('tells everything at once, in both languages', () => {
    const derived = derive({ id: 'Zutphen 2023', set: ['a=1', 'signal-threshold=70'], exclude: ['x'] });
    if (!('issues' in derived)) throw new Error('not refused');
    expect(derived.issues.length).toBe(4);
    for (const issue of derived.issues) {
      for (const language of ['nl', 'en'] as const) expect(say(issue, language)).not.toMatch(/region\./);
    }
  });

  it('refuses the base’s own name, a value twice, and a product both ways', () => {
    expect(codes({ id: 'zutphen-2023' })).toEqual(['same-id']);
    expect(codes({ set: ['jump-factor=2', 'jump-factor=3'] })).toEqual(['twice']);
    expect(codes({ exclude: ['46G01'], raise: ['46g01'] })).toEqual(['both']);
  });

  it('products by code and by name, own ones before the base’s', () => {
    const derived = derive({ exclude: ['02A03', 'Dyslexie'], raise: ['Dagbesteding'] });
    if (!('rulebook' in derived)) throw new Error('refused');
    const book = derived.rulebook;
    const of = (product: string, description: string): string =>
      treatmentOf(book, product, description, 'Wmo').treatment;
    expect([of('02A03', 'Begeleiding'), of('X1', 'Behandeling dyslexie')]).toEqual(['excluded', 'excluded']);
    expect([of('07A11', 'Dagbesteding ouderen'), of('07W01', 'WerktMee')]).toEqual([
      'volume-raised',
      'volume-raised',
    ]);
    expect(of('02A05', 'Begeleiding specialistisch')).toBe('counts');
    expect(book.productGroups.map(({ rule }) => rule)).toEqual(['ZUT-06', 'ZUT-09', 'ZUT-06', 'ZUT-09']);
  });

  it('another year carries every value and says so; a changed one is the maker’s own', () => {
    const derived = derive({ year: 2024, set: ['signal-threshold=70%'], purchaser: 'Gemeente Voorbeeld' });
    if (!('rulebook' in derived)) throw new Error('refused');
    const book = derived.rulebook;
    expect([book.validity.from, book.validity.until, book.purchaser]).toEqual([
      '2024-01-01',
      '2024-12-31',
      'Gemeente Voorbeeld',
    ]);
    const on = parseDate('2024-12-31');
    expect(parameterOn(book, 'pro-rata', on).assumed?.en).toContain('Carried over from zutphen-2023');
    expect(parameterOn(book, 'signal-threshold', on)).toMatchObject({
      text: '0.7',
      assumed: null,
      source: { document: 'EIGEN' },
    });
    for (const day of ['2023-12-31', '2025-01-01']) {
      expect(() => parameterOn(book, 'signal-threshold', parseDate(day))).toThrow(/parameter-not-valid/);
    }
    expect('rulebook' in parseRulebook(JSON.parse(JSON.stringify(book)), 'eigen.json')).toBe(true);
    expect(book.basedOn).toEqual({ id: 'zutphen-2023', version: base.version });
  });

  it('a derived rulebook can be derived from again', () => {
    const first = derive({ exclude: ['46G01'] });
    if (!('rulebook' in first)) throw new Error('refused');
    const again = deriveRulebook(first.rulebook, {
      id: 'nog-een',
      set: [],
      exclude: ['46G02'],
      raise: [],
      year: null,
      purchaser: null,
    });
    if (!('rulebook' in again)) throw new Error('refused');
    const treatments = ['46G01', '46G02'].map(
      (code) => treatmentOf(again.rulebook, code, 'Behandeling', 'Jeugdwet').treatment,
    );
    expect(treatments).toEqual(['excluded', 'excluded']);
  });
});
