import {
  detectLayout,
  linkByFigures,
  parseAliases,
  planFill,
  questionsOf,
  readPrognosis,
  writeAliases,
} from '../../../src/core/prognosis';
import { bookOf, sheetOf, withCells, type Spec } from './grid-builder';
import { CONTEXT, MONTHS, sourceOf, WMO } from './given';
import { JAN_DEC } from '../../months';

const OWN = ['Thuiscoach', 'Begel. specialistisch', '=De Zonnebloem; "kamer"'];
const rows: Spec[][] = [['Product', ...JAN_DEC], ...OWN.map((name): Spec[] => [{ v: ` ${name}` }])];
const book = bookOf(sheetOf('Wmo', rows));
const withAliases = (aliases: ReadonlyMap<string, string>): typeof CONTEXT => ({ ...CONTEXT, aliases });

describe('alias table', () => {
  it('asks about every wording that is not settled, with suggestions', () => {
    const layout = detectLayout(book, CONTEXT);
    const questions = questionsOf(layout, CONTEXT);
    expect(questions.map(({ label, cell }) => [label.trim(), cell])).toEqual(
      OWN.map((label, at) => [label, `A${at + 2}`]),
    );
    expect(questions[1]?.suggestions[0]?.product).toBe('02A05');
    expect(questions[1]?.suggestions[0]?.reason.code).toBe('prognosis.suggested-by-words');
  });

  it('suggests the product whose amounts a line holds, and the only one left', () => {
    const source = sourceOf(['02A03']);
    const filled = withCells(
      book,
      MONTHS.slice(0, 6).map((month) => ({
        sheet: 'Wmo',
        row: 1,
        col: month,
        value: { kind: 'number' as const, text: String(Number(source.figures[month - 1]?.amount) / 100) },
      })),
    );
    const layout = detectLayout(filled, CONTEXT);
    const links = linkByFigures(readPrognosis(layout, filled), source.figures);
    const [first] = questionsOf(layout, CONTEXT, links);
    expect(first?.suggestions[0]).toMatchObject({
      product: '02A03',
      reason: { code: 'prognosis.suggested-by-figures' },
    });
    const confirmed = withAliases(
      new Map([
        ['thuiscoach', '02A03'],
        ['begel specialistisch', '02A05'],
      ]),
    );
    const last = questionsOf(detectLayout(book, confirmed), confirmed);
    expect(last.map(({ suggestions }) => suggestions[0])).toMatchObject([
      { product: '07A11', reason: { code: 'prognosis.suggested-as-last' } },
    ]);
  });

  it('is written, completed by hand, read back and then fills every line', () => {
    const layout = detectLayout(book, CONTEXT);
    const text = writeAliases(layout, questionsOf(layout, CONTEXT));
    expect(text.split('\r\n')[0]).toBe('\uFEFFomschrijving;product;voorstel;plaats');
    const before = parseAliases(text, 'namen.csv');
    expect(before).toEqual({ aliases: new Map(), open: 3 });
    const completed = text
      .split('\r\n')
      .map((line, at) => (at >= 1 && at <= 3 ? line.replace(/;(?=;|[^;"]*;Wmo!)/, `;${WMO[at - 1]}`) : line))
      .join('\r\n');
    const after = parseAliases(completed, 'namen.csv');
    if ('issues' in after) throw new Error(JSON.stringify(after.issues));
    expect([...after.aliases.values()]).toEqual([...WMO]);
    const context = withAliases(after.aliases);
    const known = detectLayout(book, context);
    expect(known.remarks.map(({ code }) => code)).toEqual(['prognosis.measure-assumed']);
    expect(known.products.map(({ how }) => how)).toEqual(['alias', 'alias', 'alias']);
    expect(planFill(known, book, sourceOf(WMO)).writes).toHaveLength(36);
  });

  it.each([
    ['omschrijving;product\nA;1\nB;2\n;3\n', ['prognosis.aliases-no-wording', 4]],
    ['A;1\na ;2', ['prognosis.aliases-two-products', 2]],
  ])('says on which line a table is wrong: %j', (text, expected) => {
    const parsed = parseAliases(text, 'namen.csv');
    const issues = 'issues' in parsed ? parsed.issues.map(({ code, place }) => [code, place.line]) : [];
    expect(issues).toEqual([expected]);
  });

  it('reads JSON, and says what is wrong with it', () => {
    const json = { kind: 'plafondwijzer-aliases', version: 1, aliases: { 'Thuis-coach': '02A03' } };
    expect(parseAliases(JSON.stringify(json), 'n.json')).toEqual({
      aliases: new Map([['thuis coach', '02A03']]),
      open: 0,
    });
    expect(parseAliases('{', 'n.json')).toMatchObject({ issues: [{ code: 'prognosis.aliases-not-json' }] });
    expect(parseAliases('{"kind":"x"}', 'n.json')).toMatchObject({
      issues: [{ place: { path: 'kind' } }, { place: { path: 'version' } }, { place: { path: 'aliases' } }],
    });
  });

  it('reads columns in any order, tabs and quoted fields', () => {
    expect(parseAliases('code\tnaam\n02A03\t"Team ""Zuid"""\n', 'n.txt')).toEqual({
      aliases: new Map([['team zuid', '02A03']]),
      open: 0,
    });
  });
});
