import fc from 'fast-check';
import { aw319Records, BSN, type ClaimClient, type ClaimLine } from '../message-builders';
import { readAll } from '../read-all';
import { plainAw319, type PlainRead } from './plain-aw319';

/** Pseudonyms that show what they were made of. */
const shown = {
  of: (text: string): string => `<${text}>`,
  ofBytes: (bytes: Uint8Array, start: number, end: number): string =>
    `<${new TextDecoder('windows-1252').decode(bytes.subarray(start, end)).trim()}>`,
};

/** What the fast reader says of a file, in the form of the plain one. */
async function fast(bytes: Uint8Array, chunk: number): Promise<PlainRead> {
  const { receipts, table } = await readAll([{ name: 'x', text: bytes }], { pseudonymise: shown }, chunk);
  const [receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  const code = (full: string): string => full.replace('messages-in.', '');
  return {
    rejected: receipt.rejectedLines.map(
      ({ line, reason, amount }) => `${line} ${code(reason.code)} ${amount === null ? '–' : amount}`,
    ),
    remarks: new Map(
      receipt.issues
        .filter(
          ({ level, code: full }) =>
            level === 'notice' && !/closing|total-differs|rounded|unknown$/.test(full),
        )
        .concat(receipt.issues.filter(({ code: full }) => full === 'messages-in.unit-unknown'))
        .map(({ code: full, facts, place }) => [
          code(full),
          { count: Number(facts['count']), line: place?.line },
        ]),
    ),
    groups: new Map(
      [...table.rows()].map((row) => [
        [row.product, row.client, row.month, row.unit, row.allocated].join(' '),
        {
          cents: BigInt(row.amount),
          volume: BigInt(row.quantity?.times(10_000).toFixed() ?? 0),
          lines: row.lines,
        },
      ]),
    ),
    read: receipt.lines.read,
    skipped: receipt.lines.skipped,
  };
}

const inOrder = <T>(map: Map<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function expectSame(found: PlainRead, plain: PlainRead): void {
  expect(found.rejected).toEqual(plain.rejected);
  expect(inOrder(found.remarks)).toEqual(inOrder(plain.remarks));
  expect(inOrder(found.groups)).toEqual(inOrder(plain.groups));
  expect([found.read, found.skipped]).toEqual([plain.read, plain.skipped]);
}

const two = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));

/** Few reference numbers, so that they come back, are credited, and are credited before they are declared. */
const reference = fc.constantFrom('R-1', 'R-2', 'R-3', '000000000007', '000000000008', 'X', '');

const claimLine: fc.Arbitrary<ClaimLine> = fc
  .record({
    product: fc.constantFrom('Z053', 'H126', 'V', 'ZMZ01'),
    month: two(1, 3),
    first: two(1, 28),
    later: fc.integer({ min: 0, max: 1 }),
    last: two(1, 28),
    count: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom('14', '01', '07', '16', '99', '  '),
    tariff: fc.integer({ min: 0, max: 9999 }),
    round: fc.boolean(),
    credit: fc.boolean(),
    reference,
    previous: reference,
    comment: fc.constantFrom('Vrije tekst', undefined),
  })
  .map(({ month, first, later, last, tariff, round, comment, ...line }) => ({
    ...line,
    ...(comment === undefined ? {} : { comment }),
    from: `2023${month}${first}`,
    until: `2023${String(Number(month) + later).padStart(2, '0')}${last}`,
    tariff,
    cents: tariff * line.count + (round ? 0 : 1),
  }));

const claims: fc.Arbitrary<ClaimClient[]> = fc.array(
  fc.record({
    bsn: fc.constantFrom(...BSN, '999999999', '000000000', '123456782', '12345678x'),
    own: fc.constantFrom('', 'C-1', 'c 2', 'Ä9'),
    name: fc.constantFrom('Voorbeeld', 'Égal', 'ï'),
    lines: fc.array(claimLine, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Places of fields, and what may stand there by mistake. */
const edit = fc.record({
  record: fc.nat(40),
  at: fc.oneof(
    fc.constantFrom(0, 2, 10, 14, 91, 105, 113, 121, 124, 129, 133, 172, 185, 193, 194, 214),
    fc.nat(309),
  ),
  text: fc.constantFrom(
    ' ',
    '  ',
    '    ',
    '        ',
    'x',
    '0',
    '00',
    '00000000',
    '9',
    '99999999',
    '/',
    ':',
    '-1',
    '01',
    '04',
    '98',
  ),
});
const length = fc.record({
  record: fc.nat(40),
  until: fc.oneof(fc.integer({ min: 1, max: 309 }), fc.constantFrom(0, 311, 312, 400)),
  fill: fc.constantFrom(' ', 'x'),
});

/** Records with mistakes; the head stays, or there is nothing to read. */
function spoil(
  records: readonly string[],
  edits: readonly { record: number; at: number; text: string }[],
  lengths: readonly { record: number; until: number; fill: string }[],
): string[] {
  const out = [...records];
  const place = (record: number): number => 1 + (record % (out.length - 1));
  for (const { record, at, text } of edits) {
    const old = out[place(record)] ?? '';
    out[place(record)] = (old.slice(0, at) + text + old.slice(at + text.length)).slice(0, 310);
  }
  for (const { record, until, fill } of lengths) {
    out[place(record)] = (out[place(record)] ?? '').padEnd(until, fill).slice(0, until);
  }
  return out;
}

describe('AW319, the fast way and the slow way', () => {
  test('sound and broken lines, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        claims,
        fc.array(edit, { maxLength: 6 }),
        fc.array(length, { maxLength: 2 }),
        fc.constantFrom('\r\n', '\n'),
        fc.boolean(),
        fc.oneof(fc.integer({ min: 1, max: 700 }), fc.constantFrom(310, 311, 312, 624, 1 << 16)),
        async (clients, edits, lengths, end, lastEnd, chunk) => {
          const lines = spoil(aw319Records(clients), edits, lengths);
          const text = lines.join(end) + (lastEnd ? end : '');
          const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
          expectSame(await fast(bytes, chunk), plainAw319(lines));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a record that is one letter short before CR LF is short, whatever the chunks', async () => {
    const [client] = fc.sample(claims, { numRuns: 1, seed: 1 });
    for (const place of [1, 2]) {
      const lines = aw319Records(client ?? []).map((line, at) => (at === place ? line.slice(0, 309) : line));
      const bytes = Uint8Array.from(lines.join('\r\n'), (letter) => letter.charCodeAt(0));
      for (const chunk of [1, 309, 310, 311, 619, 620, 621, 1 << 16]) {
        const found = await fast(bytes, chunk);
        expect(found.remarks.get('record-short')).toEqual({ count: 1, line: place + 1 });
        expectSame(found, plainAw319(lines));
      }
    }
  });

  test('letters of two bytes shift no field', async () => {
    await fc.assert(
      fc.asyncProperty(
        claims,
        fc.constantFrom('\r\n', '\n'),
        fc.integer({ min: 1, max: 700 }),
        async (clients, end, chunk) => {
          const plain = clients.map((client) => ({
            ...client,
            own: client.own === 'Ä9' ? 'A9' : client.own,
          }));
          const lines = aw319Records(plain as ClaimClient[]);
          const bytes = new TextEncoder().encode(lines.join(end) + end);
          expectSame(await fast(bytes, chunk), plainAw319(lines));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a chunk that ends at every place of a file', async () => {
    for (const clients of fc.sample(claims, { numRuns: 2, seed: 319 })) {
      const lines = aw319Records(clients).slice(0, 5);
      const bytes = Uint8Array.from(lines.join('\r\n') + '\r\n', (letter) => letter.charCodeAt(0));
      const plain = plainAw319(lines);
      for (let border = 1; border < bytes.length; border++) {
        expectSame(await fast(bytes, border), plain);
      }
    }
  });
});
