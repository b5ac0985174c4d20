import type { InputFile } from '../contract';
import { byteText, textBytes } from './byte-text';
import { coverKnown, type Cover } from './cover';
import type { Anonymised } from './csv';
import type { PrivateKind } from './private-field';
import type { CoveredField, Remainder } from './report';

/** A field of a record: number in the standard, first position (from 1) and length. */
interface FixedField {
  readonly id: string;
  readonly at: number;
  readonly length: number;
  readonly kind: PrivateKind;
  readonly how: 'nine' | 'code' | 'blank' | 'zeros' | 'name' | 'birth-date';
}

const field = (
  id: string,
  at: number,
  length: number,
  kind: PrivateKind,
  how: FixedField['how'],
): FixedField => ({ id, at, length, kind, how });

/** What the Wlz declaration holds about persons, by record. */
const PRIVATE: ReadonlyMap<string, readonly FixedField[]> = new Map([
  [
    '02',
    [
      field('0203', 15, 9, 'identifier', 'nine'),
      field('0205', 28, 15, 'identifier', 'code'),
      field('0206', 43, 11, 'identifier', 'code'),
      field('0207', 54, 8, 'birth-date', 'birth-date'),
      field('0210', 64, 25, 'name', 'name'),
      field('0211', 89, 10, 'name', 'blank'),
      field('0213', 100, 25, 'name', 'name'),
      field('0214', 125, 10, 'name', 'blank'),
      field('0215', 135, 6, 'name', 'name'),
      field('0217', 142, 6, 'address', 'blank'),
      field('0218', 148, 9, 'address', 'blank'),
      field('0219', 157, 5, 'address', 'zeros'),
      field('0220', 162, 6, 'address', 'blank'),
      field('0222', 170, 11, 'identifier', 'code'),
      field('0225', 186, 20, 'identifier', 'code'),
    ],
  ],
  [
    '04',
    [
      field('0403', 15, 9, 'identifier', 'nine'),
      field('0405', 28, 15, 'identifier', 'code'),
      field('0409', 63, 20, 'identifier', 'code'),
    ],
  ],
  ['98', [field('9804', 19, 140, 'free-text', 'blank')]],
]);

/** Fields of letters and digits in which somebody may have put a client's number. */
const OPEN: ReadonlyMap<string, readonly (readonly [id: string, at: number, length: number])[]> = new Map([
  [
    '01',
    [
      ['0116', 81, 12],
      ['0180', 118, 193],
    ],
  ],
  ['02', [['0280', 206, 105]]],
  [
    '04',
    [
      ['0406', 43, 15],
      ['0431', 195, 20],
      ['0432', 215, 20],
      ['0480', 235, 76],
    ],
  ],
  ['98', [['9880', 159, 152]]],
  ['99', [['9980', 46, 265]]],
]);

const WIDTH = 310;

/** Whether the first bytes are those of a declaration in this standard (Wlz, community nursing, sensory). */
export function isAw319(sample: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?01(?:187|428|430)0104[PT]/.test(byteText(sample.subarray(0, 16)));
}

/** The message code of any declaration with records of this family; null for other text. */
export function fixedWidthCode(sample: Uint8Array): string | null {
  const text = byteText(sample.subarray(0, 400));
  return /^(?:\u00ef\u00bb\u00bf)?01(\d{3})\d{4}[PT]/.exec(text)?.[1] ?? null;
}

interface Line {
  readonly text: string;
  readonly end: string;
  readonly number: number;
}

async function* linesOf(file: InputFile): AsyncIterable<Line> {
  let pending = '';
  let number = 0;
  for await (const chunk of file.open()) {
    const text = pending + byteText(chunk);
    let start = 0;
    for (;;) {
      let at = start;
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
      // A chunk that ends on CR may have its LF in the next one.
      if (at >= text.length || (at === text.length - 1 && text.charCodeAt(at) === 13)) break;
      const end = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? '\r\n' : (text[at] ?? '');
      yield { text: text.slice(start, at), end, number: ++number };
      start = at + end.length;
    }
    pending = text.slice(start);
  }
  if (pending !== '') {
    const end = pending.endsWith('\r') ? '\r' : '';
    yield { text: end === '' ? pending : pending.slice(0, -1), end, number: ++number };
  }
}

const slice = (line: string, at: number, length: number): string => line.slice(at - 1, at - 1 + length);
const splice = (line: string, at: number, length: number, value: string): string =>
  line.slice(0, at - 1) + value.slice(0, length).padEnd(length) + line.slice(at - 1 + length);

/**
 * Covers a Wlz declaration (AW319): service numbers become other nine digits, numbers of clients and names
 * what fits their field; every record keeps its length. Read twice, never held whole. Errors: none of its own.
 */
export async function anonymiseAw319(file: InputFile, cover: Cover): Promise<Anonymised> {
  const known = new Set<number>();
  for await (const { text } of linesOf(file)) {
    const record = text.replace(/^\u00ef\u00bb\u00bf/, '').slice(0, 2);
    if (record !== '02' && record !== '04') continue;
    const digits = slice(text, 15, 9);
    if (/^\d{9}$/.test(digits) && digits !== '999999999') known.add(Number(digits));
  }
  const counts = new Map<FixedField, number>();
  const elsewhere = new Map<string, number>();
  const clients = new Set<string>();
  const strange: number[] = [];
  let strangeCount = 0;
  let records = 0;
  const isKnown = (nine: string): boolean => known.has(Number(nine));

  const openText = (text: string, name: string): string => {
    const covered = coverKnown(text, isKnown, cover);
    if (covered.count > 0) elsewhere.set(name, (elsewhere.get(name) ?? 0) + covered.count);
    return covered.text;
  };
  const rewrite = ({ text, number }: Line): string => {
    if (text.trim() === '') return text;
    records++;
    const mark = text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(0, 3) : '';
    let line = text.slice(mark.length);
    const record = line.slice(0, 2);
    const open = OPEN.get(record);
    if (open === undefined || line.length > WIDTH) {
      strangeCount++;
      if (strange.length === 0) strange.push(number);
      // Of a record nobody knows the places of; only known numbers can be found in it.
      return mark + openText(line, record);
    }
    for (const one of PRIVATE.get(record) ?? []) {
      const value = slice(line, one.at, one.length);
      if (value.trim() === '' || /^0+$/.test(value)) continue;
      const stand = standFor(one, value, cover);
      if (one.how === 'nine') clients.add(stand);
      // A line that was cut off after its last letter stays as long as it was.
      line = splice(line, one.at, Math.min(one.length, value.length), stand);
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    for (const [id, at, length] of open) {
      const value = slice(line, at, length);
      if (value.trim() === '') continue;
      line = splice(line, at, value.length, openText(value, id));
    }
    return mark + line;
  };
  return {
    async *chunks() {
      let out = '';
      for await (const line of linesOf(file)) {
        out += rewrite(line) + line.end;
        if (out.length > 262_144) {
          yield textBytes(out);
          out = '';
        }
      }
      if (out !== '') yield textBytes(out);
    },
    report() {
      const remaining: Remainder[] =
        strangeCount === 0
          ? []
          : [
              {
                why: 'record',
                what: '',
                count: strangeCount,
                place: { file: file.name, line: strange[0] ?? 1 },
              },
            ];
      return {
        file: file.name,
        format: 'aw319',
        records,
        clients: clients.size,
        fields: [...PRIVATE.values()].flat().flatMap((one): CoveredField[] => {
          const count = counts.get(one) ?? 0;
          const treatment =
            one.kind === 'identifier' ? 'pseudonym' : one.how === 'blank' ? 'blanked' : 'replaced';
          return count === 0 ? [] : [{ name: one.id, kind: one.kind, treatment, by: 'name', count }];
        }),
        elsewhere: [...elsewhere].map(([name, count]) => ({ name, count })),
        left: ['0208', '0410', '0411'],
        remaining,
      };
    },
  };
}

function standFor({ how, length }: FixedField, value: string, cover: Cover): string {
  switch (how) {
    case 'nine':
      return /^\d{9}$/.test(value) ? cover.nine(value) : cover.code(value, length);
    case 'code':
      return cover.code(value, Math.min(11, length));
    case 'birth-date':
      return '19000101';
    case 'name':
      return 'X';
    case 'zeros':
      return '0'.repeat(length);
    case 'blank':
      return '';
  }
}
