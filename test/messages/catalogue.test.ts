import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { CATALOGUE, say, type Language } from '../../src/messages';

const ROOT = path.resolve(__dirname, '../..');
const AREAS = readdirSync(path.join(ROOT, 'src/messages/catalogues')).map((file) => path.parse(file).name);
const LANGUAGES: readonly Language[] = ['nl', 'en'];

/** Arguments of a message with their kind: plain ones, and those a plural or choice turns on. */
function argumentsOf(elements: readonly MessageFormatElement[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        into.add(element.value);
        break;
      case TYPE.plural:
      case TYPE.select:
        into.add(`${element.value} (${element.type === TYPE.plural ? 'plural' : 'select'})`);
        for (const option of Object.values(element.options)) argumentsOf(option.value, into);
        break;
      case TYPE.tag:
        argumentsOf(element.children, into);
        break;
      case TYPE.literal:
      case TYPE.pound:
        break;
    }
  }
  return into;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'catalogues' ? [] : sourceFiles(full);
    return /\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

const codes = Object.keys(CATALOGUE);
const files = sourceFiles(path.join(ROOT, 'src')).map((file) => ({
  file: path.relative(ROOT, file),
  text: readFileSync(file, 'utf8'),
}));

const CODE = String.raw`(?:${AREAS.join('|')})(?:\.[a-z0-9-]+)*`;
/** Whole literals that look like a code, such as 'report.no-findings' or its beginning 'report.role'. */
const LITERAL = new RegExp(String.raw`(['"\`])(${CODE}\.[a-z0-9.-]*[a-z0-9])\1`, 'g');
/** Templates that make a code, such as `report.severity.${…}`; the fixed beginning leads somewhere. */
const TEMPLATE = new RegExp(String.raw`\`(${CODE}[.-]?)\$\{[^}]*\}([.a-z0-9-]*)\``, 'g');
/** Templates that add to a code made elsewhere, such as `${code}-nearest`. */
const SUFFIX = /`\$\{[a-zA-Z]+\}(-[a-z0-9-]+)`/g;
/** The same letters are also names of files inside workbooks. */
const FILE_NAME = /\.(xml|rels|json|csv|xlsx|xlsm|ts|tsx|bin)$/;

const literals = files.flatMap(({ file, text }) =>
  [...text.matchAll(LITERAL)]
    .map((match) => ({ file, code: match[2] ?? '' }))
    .filter(({ code }) => !FILE_NAME.test(code)),
);
const templates = files.flatMap(({ file, text }) =>
  [...text.matchAll(TEMPLATE)].map((match) => ({ file, start: match[1] ?? '', end: match[2] ?? '' })),
);
const suffixes = new Set(
  files.flatMap(({ text }) => [...text.matchAll(SUFFIX)].map((match) => match[1] ?? '')),
);

/** Whether a code of the catalogue occurs in the source: whole, as a beginning, or made from a template. */
function isUsed(code: string): boolean {
  return (
    literals.some((literal) => literal.code === code || isStart(literal.code, code)) ||
    templates.some(({ start, end }) => start.includes('.') && code.startsWith(start) && code.endsWith(end)) ||
    [...suffixes].some((suffix) => code.endsWith(suffix) && isUsed(code.slice(0, -suffix.length)))
  );
}

/** A literal that is no sentence itself, but the area of several (`report.role`). */
const isStart = (start: string, code: string): boolean =>
  !(start in CATALOGUE) && code.startsWith(`${start}.`);

describe('catalogue of messages', () => {
  test.each(codes)('%s: both languages parse and use the same facts', (code) => {
    const [nl, en] = LANGUAGES.map((language) =>
      [...argumentsOf(parse(CATALOGUE[code]?.[language] ?? ''))].sort(),
    );
    expect(en).toEqual(nl);
    for (const language of LANGUAGES) expect(CATALOGUE[code]?.[language].trim()).not.toBe('');
  });

  test.each(AREAS)('catalogue file %s holds its own area only', (area) => {
    const text = readFileSync(path.join(ROOT, 'src/messages/catalogues', `${area}.ts`), 'utf8');
    const keys = [...text.matchAll(/^ {2}['"]([^'"]+)['"]: \{/gm)].map((match) => match[1] ?? '');
    expect(keys.filter((key) => !key.startsWith(`${area}.`))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('no sentence uses a straight apostrophe, which ICU reads as a quote', () => {
    expect(
      codes.filter((code) => LANGUAGES.some((language) => CATALOGUE[code]?.[language].includes("'"))),
    ).toEqual([]);
  });

  test('every code in the source has a sentence', () => {
    const missing = literals.filter(
      ({ code }) => !(code in CATALOGUE) && !codes.some((known) => known.startsWith(`${code}.`)),
    );
    expect(missing).toEqual([]);
  });

  test('every template of a code in the source leads to sentences', () => {
    const astray = templates.filter(
      ({ start, end }) => !codes.some((code) => code.startsWith(start) && code.endsWith(end)),
    );
    expect(astray).toEqual([]);
  });

  test('every sentence is used somewhere', () => {
    expect(codes.filter((code) => !isUsed(code))).toEqual([]);
  });

  test('a code without a sentence shows as itself', () => {
    expect(say({ code: 'nobody.wrote-this', facts: { n: 1 } }, 'nl')).toBe('nobody.wrote-this {"n":1}');
  });
});
