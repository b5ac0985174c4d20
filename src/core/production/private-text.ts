import { PERIOD_WORDS } from './period-text';

const HARMLESS: ReadonlySet<string> = new Set([
  ...PERIOD_WORDS,
  ...[
    'eur',
    'euro',
    'nvt',
    'n',
    'v',
    'pm',
    'na',
    'nb',
    'onbekend',
    'unknown',
    'nee',
    'ja',
    'no',
    'yes',
    'geen',
  ],
  ...[
    'none',
    'null',
    'nan',
    'ref',
    'value',
    'waarde',
    'div',
    'deel',
    'naam',
    'name',
    'num',
    'getal',
    'cr',
    'dr',
  ],
  ...['uur', 'uren', 'dag', 'dagen', 'stuk', 'stuks', 'e', 'x', 'basis', 'casusbudget', 'ophoging', 'total'],
  ...[
    'totaal',
    'subtotaal',
    'af',
    'bij',
    'per',
    'van',
    'credit',
    'debet',
    'correctie',
    'kosten',
    'ntb',
    'tbd',
  ],
]);

/**
 * An unreadable value as a message may show it. Where columns have shifted, a client's name or number can
 * stand anywhere, so long digit runs and unknown words only show their shape.
 * @example showable('week 23') // 'week 23'
 * @example showable('J. de Vries') // 'x. xx xxxxx'
 * @example showable('999912345') // '#########'
 */
export function showable(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim();
  const shaped = short
    .replace(/\p{L}+/gu, (word) => (HARMLESS.has(word.toLowerCase()) ? word : 'x'.repeat(word.length)))
    .replace(/\d{5,}/g, (digits) => (/^(?:19|20)\d{4}$/.test(digits) ? digits : '#'.repeat(digits.length)));
  return shaped.length > 40 ? `${shaped.slice(0, 39)}…` : shaped;
}

/**
 * Whether a client number passes the eleven-test of the citizen service number. Eight digits count with the
 * leading zero that a number cell loses.
 * @example looksLikeBsn('999990019') // true
 */
export function looksLikeBsn(text: string): boolean {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = text.padStart(9, '0');
  let sum = 0;
  for (let index = 0; index < 9; index++) {
    sum += Number(digits[index]) * (index === 8 ? -1 : 9 - index);
  }
  return sum % 11 === 0 && digits !== '000000000';
}
