import fc from 'fast-check';
import { addMoney, CareTable, formatMoney, moneyFromCents, type CareRow } from '../../src/core';
import { IntakeError, readCare, type IntakeReceipt } from '../../src/intake';
import { EncodingJudge } from '../../src/intake/csv/encoding';
import { bytesFile, encode } from './bytes-file';

interface Line {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly client: string;
  readonly month: string;
  readonly volume: number | null;
  readonly unit: string;
  readonly cents: number;
  readonly allocation: string;
}

interface Dialect {
  readonly delimiter: string;
  readonly decimal: ',' | '.';
  readonly thousands: string;
  readonly currency: string;
  readonly minus: 'before' | 'after' | 'brackets' | 'typographic';
  readonly end: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly quoteAll: boolean;
  readonly period: 'iso' | 'dutch' | 'packed' | 'name' | 'date';
  readonly order: readonly number[];
  readonly preamble: readonly string[];
  readonly total: boolean;
  readonly chunk: number;
}

const NAMES = [
  'januari',
  'feb',
  'Mrt',
  'april',
  'mei',
  'jun',
  'July',
  'aug',
  'sept',
  'okt',
  'Nov',
  'december',
];

const word = (special: string): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...`abcXYZ -.&${special}`), minLength: 1, maxLength: 12 })
    .map((text) => `Z${text.replace(/\s+/g, ' ').trim()}`);

const line = fc.record<Line>({
  provider: word('éÉ€;,|"\''),
  domain: fc.constantFrom('Wmo', 'Jeugdwet', 'Wlz'),
  product: fc.constantFrom('02A03', '45A55', '54002', 'H300'),
  client: fc.constantFrom('', 'C1', 'C2', 'C3'),
  month: fc
    .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  volume: fc.option(fc.integer({ min: -99_999_999, max: 99_999_999 }), { nil: null }),
  unit: fc.constantFrom('', 'uur', 'etmaal'),
  cents: fc.integer({ min: -999_999_999, max: 999_999_999 }),
  allocation: fc.constantFrom('', 'T1', 'T2'),
});

const dialect = fc
  .record({
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    marks: fc.constantFrom(
      [',', '.'],
      [',', ' '],
      [',', ''],
      ['.', ','],
      ['.', "'"],
      ['.', ''],
      [',', '\u00a0'],
    ),
    currency: fc.constantFrom('', '€ ', 'EUR ', '€\u00a0'),
    minus: fc.constantFrom<Dialect['minus']>('before', 'after', 'brackets', 'typographic'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'utf-16be'),
    bom: fc.boolean(),
    quoteAll: fc.boolean(),
    period: fc.constantFrom<Dialect['period']>('iso', 'dutch', 'packed', 'name', 'date'),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
    preamble: fc.constantFrom([], ['Overzicht productie', ''], ['', 'Peildatum: 30-06-2023']),
    total: fc.boolean(),
    chunk: fc.constantFrom(1, 2, 3, 7, 64, 1000, 1 << 16),
  })
  .map(({ marks: [decimal, thousands], minus, encoding, ...rest }): Dialect => ({
    ...rest,
    decimal: decimal as ',' | '.',
    thousands: thousands ?? '',
    encoding,
    // Windows-1252 has no typographic minus.
    minus: minus === 'typographic' && encoding === 'windows-1252' ? 'before' : minus,
  }));

const HEADERS = [
  'Zorgaanbieder',
  'Wet',
  'Productcode',
  'Cliëntnummer',
  'Maand',
  'Hoeveelheid',
  'Eenheid',
  'Bedrag (€)',
  'Toewijzings_nummer',
];

function numberText(units: number, places: number, how: Dialect, currency: string): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, how.thousands);
  const plain = `${currency}${whole}${how.decimal}${digits.slice(-places)}`;
  if (units >= 0) return plain;
  return { before: `-${plain}`, after: `${plain}-`, brackets: `(${plain})`, typographic: `\u2212${plain}` }[
    how.minus
  ];
}

function monthText(month: string, how: Dialect): string {
  const [year = '', number = ''] = month.split('-');
  return {
    iso: month,
    dutch: `${number}-${year}`,
    packed: year + number,
    name: `${NAMES[Number(number) - 1] ?? ''} ${year}`,
    date: `15-${number}-${year}`,
  }[how.period];
}

function serialise(lines: readonly Line[], how: Dialect): string {
  const row = (cells: readonly string[]): string =>
    how.order
      .map((at) => {
        const text = cells[at] ?? '';
        const needs = how.quoteAll || text.includes(how.delimiter) || /^[ "]|[\r\n]/.test(text);
        return needs ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(how.delimiter);
  const total = lines.reduce((sum, { cents }) => sum + cents, 0);
  return [
    ...how.preamble,
    row(HEADERS),
    ...lines.map((each) =>
      row([
        each.provider,
        each.domain,
        each.product,
        each.client,
        monthText(each.month, how),
        each.volume === null ? '' : numberText(each.volume, 4, how, ''),
        each.unit,
        numberText(each.cents, 2, how, how.currency),
        each.allocation,
      ]),
    ),
    ...(how.total
      ? [row(['Totaal', '', '', '', '', '', '', numberText(total, 2, how, how.currency), ''])]
      : []),
  ].join(how.end);
}

const plain = (table: CareTable): unknown[] =>
  [...table.rows()].map((row: CareRow) => ({
    ...row,
    quantity: row.quantity?.toFixed() ?? null,
    amount: formatMoney(row.amount),
  }));

const expected = (lines: readonly Line[]): CareTable =>
  CareTable.of(
    lines.map((each) => ({
      provider: each.provider,
      domain: each.domain,
      product: each.product,
      client: each.client === '' ? null : each.client,
      month: each.month as CareRow['month'],
      unit: each.unit === '' ? null : each.unit,
      allocated: each.allocation === '' ? 'no' : 'yes',
      volume: each.volume,
      cents: each.cents,
    })),
  );

test('any lines in any dialect, cut into any chunks, come back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), dialect, async (lines, how) => {
      const bytes = encode(serialise(lines, how), how.encoding, how.bom && how.encoding !== 'windows-1252');
      const table = new CareTable();
      const receipt = await readCare(bytesFile('x.csv', bytes, how.chunk), 'production', table);
      expect(plain(table)).toEqual(plain(expected(lines)));
      expect(receipt.delimiter).toBe(how.delimiter);
      expect(receipt.issues).toEqual([]);
      const skipped = how.preamble.length + (how.total ? 2 : 1);
      expect(receipt.lines).toMatchObject({ read: lines.length, rejected: 0, skipped });
      const total = moneyFromCents(lines.reduce((sum, { cents }) => sum + cents, 0));
      expect(receipt.amounts.read).toBe(total);
      if (how.total) expect(receipt.amounts.stated).toBe(total);
    }),
    { numRuns: 300 },
  );
});

const junk = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    'x',
    '1.234',
    '12,5',
    '0.5',
    'Totaal',
    'week 3',
    '2023-06',
    'Wmo',
    '02A03',
    '€',
    '-',
  ),
  fc.string({ maxLength: 6 }),
);

test('whatever the bytes are: the counts and sums close, and chunks make no difference', async () => {
  const table = fc.array(fc.array(junk, { minLength: 1, maxLength: 7 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('utf-8', 'windows-1252'), async (rows, encoding) => {
      const text = [
        'product;domein;periode;bedrag;aantal',
        '02A03;Wmo;2023-06;1,50;1',
        ...rows.map((row) => row.join(';')),
      ].join('\n');
      const bytes = encode(text, encoding).map((byte) => (byte === 0 ? 0x3f : byte));
      const outcome = async (chunk: number): Promise<unknown> => {
        const into = new CareTable();
        try {
          const receipt: IntakeReceipt = await readCare(bytesFile('x.csv', bytes, chunk), 'forecast', into);
          const { lines, amounts } = receipt;
          expect(lines.read + lines.rejected + lines.skipped).toBe(lines.total);
          expect(addMoney(amounts.read, amounts.rejected)).toBe(amounts.file);
          let sum = 0n;
          for (const row of into.rows()) sum += row.amount;
          expect(sum).toBe(amounts.read);
          return { receipt, rows: plain(into) };
        } catch (error) {
          if (!(error instanceof IntakeError)) throw error;
          expect(into.size).toBe(0);
          return error.issues;
        }
      };
      expect(await outcome(1)).toEqual(await outcome(1 << 16));
    }),
    { numRuns: 500 },
  );
});

test('the encoding is judged the same however the stream is cut', () => {
  const decodes = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }).map((text) => [...new TextEncoder().encode(text)]),
    fc.array(fc.nat(255), { maxLength: 3 }),
    fc.constant(Array.from({ length: 9 }, () => 65)),
    // Surrogates, overlong forms, beyond Unicode, and the borders that are valid.
    fc.constantFrom([0xed, 0xa0, 0x80], [0xed, 0x9f, 0xbf], [0xe0, 0x9f, 0xbf], [0xe0, 0xa0, 0x80]),
    fc.constantFrom(
      [0xf0, 0x8f, 0xbf, 0xbf],
      [0xf0, 0x90, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xc1, 0xbf],
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
      const bytes = Uint8Array.from(pieces.flat());
      const judge = new EncodingJudge();
      for (let at = 0; at < bytes.length; at += size) judge.take(bytes.subarray(at, at + size));
      judge.finish();
      const whole = new EncodingJudge();
      whole.take(bytes);
      whole.finish();
      expect(judge.encoding).toBe(whole.encoding);
      expect(judge.encoding === 'utf-8' || judge.encoding === 'ascii').toBe(decodes(bytes));
    }),
    { numRuns: 2000 },
  );
});
