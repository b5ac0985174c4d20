import fc from 'fast-check';
import { addMoney, CareTable, formatMoney, ZERO } from '../../src/core';
import { IntakeError, ProductionIntake, type IntakeReceipt } from '../../src/intake';
import { say } from '../../src/messages';
import { bytesFile, encode } from './bytes-file';
import { aw319Records, BSN, declaration } from './message-builders';

/** The same cases every time: what fails once fails always. */
const SEED = { seed: 319_323 };

const CLAIM = aw319Records(
  BSN.map((bsn, index) => ({
    bsn,
    own: `C-${index}`,
    name: 'Müller',
    lines: [1, 2].map((number) => ({
      ...{ product: 'Z053', from: '20230201', until: '20230228', count: 28, unit: '14', tariff: 25_000 },
      ...{ cents: 700_000, reference: `R${index}-${number}`, comment: 'vrije tekst' },
    })),
  })),
);
const DECLARED = declaration(
  BSN.map((bsn, index) => ({
    bsn,
    lines: [1, 2].map((number) => ({
      ...{ reference: `R${index}-${number}`, allocation: 10 + index, category: '02', code: '02A16' },
      ...{ from: '2023-05-01', until: '2023-05-31', volume: 2, unit: '04', tariff: 6000, cents: 12_000 },
    })),
  })),
);

type Read = { readonly receipt: IntakeReceipt; readonly table: CareTable } | IntakeError;

/** Reads bytes in pieces. Whatever they are: a receipt, or a refusal in words that names the file. */
async function read(bytes: Uint8Array, chunk: number): Promise<Read> {
  const table = new CareTable();
  const [part] = (await ProductionIntake.open([bytesFile('bericht.asc', bytes, chunk)])).parts;
  if (!part) throw new Error('no part');
  const intake = await ProductionIntake.open([bytesFile('bericht.asc', bytes, chunk)]);
  try {
    return { receipt: await intake.read(part, table), table };
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    for (const issue of error.issues) {
      expect(issue.place.file).toBe('bericht.asc');
      expect(say(issue, 'nl')).not.toMatch(/\bat .*:\d+:\d+|\{\w+\}|undefined/);
    }
    expect([...table.rows()]).toEqual([]);
    return error;
  }
}

function expectWhole(read: Read): void {
  if (read instanceof Error) return;
  const { receipt, table } = read;
  const { lines, amounts } = receipt;
  expect(lines.read + lines.rejected + lines.skipped).toBe(lines.total);
  expect(amounts.file).toBe(addMoney(amounts.read, amounts.rejected));
  const sum = [...table.rows()].reduce((total, row) => addMoney(total, row.amount), ZERO);
  expect(formatMoney(sum)).toBe(formatMoney(amounts.read));
  const told = JSON.stringify([receipt.issues, receipt.rejectedLines], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  for (const bsn of BSN) expect(told).not.toContain(bsn);
}

const facts = (read: Read): unknown =>
  read instanceof Error
    ? read.issues.map(({ code }) => code)
    : {
        ...{ lines: read.receipt.lines, amounts: read.receipt.amounts },
        rejected: read.receipt.rejectedLines.map(({ line, reason }) => [line, reason.code]),
      };

const pieces = fc.integer({ min: 1, max: 900 });

describe('AW319, whatever comes', () => {
  test('mixed line ends: every record is counted on its own line, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: CLAIM.length, maxLength: CLAIM.length }),
        fc.integer({ min: 1, max: CLAIM.length - 2 }),
        pieces,
        async (ends, broken, chunk) => {
          const records = CLAIM.map((record, index) => (index === broken ? `77${record.slice(2)}` : record));
          const text = records.map((record, index) => record + (ends[index] ?? '')).join('');
          const found = await read(encode(text, 'windows-1252'), chunk);
          if (found instanceof Error) throw found;
          expectWhole(found);
          expect(found.receipt.lines.total).toBe(CLAIM.length);
          expect(found.receipt.rejectedLines.map(({ line }) => line)).toContain(broken + 1);
        },
      ),
      { numRuns: 60, ...SEED },
    );
  });

  test('flipped bits and a cut end: the same outcome in pieces as in one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { maxLength: 12 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.constantFrom('\r\n', '\n', '\r', ''),
        fc.constantFrom('windows-1252', 'utf-8'),
        pieces,
        async (flips, share, end, encoding, chunk) => {
          const bytes = encode(CLAIM.join(end) + end, encoding);
          for (const [at, bit] of flips) {
            // The first record says what it is; without it the file is no AW319.
            const place = 310 + (at % (bytes.length - 310));
            bytes[place] = (bytes[place] as number) ^ (1 << bit);
          }
          const cut = bytes.slice(0, Math.max(400, Math.floor(bytes.length * share)));
          const [whole, inPieces] = [await read(cut, 1 << 20), await read(cut, chunk)];
          expectWhole(whole);
          expect(facts(inPieces)).toEqual(facts(whole));
        },
      ),
      { numRuns: 100, ...SEED },
    );
  });

  test.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])(
    '%s gives the same lines',
    async (encoding) => {
      const found = await read(
        encode(`${CLAIM.join('\r\n')}\r\n`, encoding, encoding !== 'windows-1252'),
        700,
      );
      if (found instanceof Error) throw found;
      expectWhole(found);
      expect([found.receipt.lines.read, found.receipt.lines.rejected]).toEqual([6, 0]);
      expect(found.receipt.amounts.stated).toBe(found.receipt.amounts.read);
    },
  );

  test.each([
    ['a million returns', '\r'.repeat(1_000_000)],
    ['returns and feeds by turns', '\r\r\n\n'.repeat(200_000)],
    ['a line without an end', '0'.repeat(1_500_000)],
    ['zero bytes', '\0'.repeat(500_000)],
    ['lines of one letter', 'x\n'.repeat(60_000)],
  ])('%s in the middle of a file', async (_, junk) => {
    const text = `${CLAIM.slice(0, 4).join('\r\n')}\r\n${junk}\r\n${CLAIM.slice(4).join('\r\n')}\r\n`;
    const found = await read(encode(text, 'utf-8'), 1 << 16);
    expectWhole(found);
    if (found instanceof Error) throw found;
    expect(found.receipt.lines.read).toBeGreaterThan(0);
  });
});

describe('XML messages, whatever comes', () => {
  const bytes = encode(DECLARED, 'utf-8');
  const insert = (text: string, at: number): Uint8Array =>
    encode(DECLARED.slice(0, at) + text + DECLARED.slice(at), 'utf-8');
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'],
    ['an entity of its own', '<a>&boe;</a>'],
    ['a thousand laughs', `<a>${'&lol;'.repeat(1000)}</a>`],
    ['a character that XML has not', '<a>&#0;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['too many levels', '<a>'.repeat(5000)],
    ['a huge text', `<a>${'x'.repeat(200_000)}</a>`],
    ['a huge attribute', `<a b="${'x'.repeat(200_000)}"/>`],
    ['a huge comment', `<!--${'x'.repeat(200_000)}-->`],
    ['an endless section', `<a><![CDATA[${'x'.repeat(200_000)}`],
    ['an endless tag', `<a ${' '.repeat(200_000)}`],
    ['a name without end', `<${'a'.repeat(200_000)}>`],
    ['ten thousand names', Array.from({ length: 10_000 }, (_, index) => `<a${index}/>`).join('')],
    ['ten thousand attributes', `<a ${Array.from({ length: 10_000 }, (_, n) => `b${n}=""`).join(' ')}/>`],
    ['an unknown prefix', '<zz:a/>'],
    ['a wrong end', '</a>'],
    ['a processing instruction without end', '<?x '],
  ];

  test.each(HOSTILE)('%s, anywhere: what stood before it holds', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: DECLARED.length }), pieces, async (at, chunk) => {
        const hostile = insert(text, at);
        const [whole, inPieces] = [await read(hostile, 1 << 20), await read(hostile, chunk + 200)];
        expectWhole(whole);
        expect(facts(inPieces)).toEqual(facts(whole));
        if (whole instanceof Error) return;
        // Lines that stood before it are read; none is made up.
        const before = (DECLARED.slice(0, at).match(/<\/\w+:Prestatie>/g) ?? []).length;
        const { read: lines, rejected } = whole.receipt.lines;
        expect(lines + rejected).toBeGreaterThanOrEqual(before);
        expect(lines).toBeLessThanOrEqual(6);
      }),
      { numRuns: 12, ...SEED },
    );
  });

  test('flipped bits and a cut end: the same outcome in pieces as in one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { maxLength: 6 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        pieces,
        async (flips, share, chunk) => {
          const damaged = bytes.slice(0, Math.max(40, Math.floor(bytes.length * share)));
          for (const [at, bit] of flips) {
            const place = at % damaged.length;
            damaged[place] = (damaged[place] as number) ^ (1 << bit);
          }
          const [whole, inPieces] = [await read(damaged, 1 << 20), await read(damaged, chunk)];
          expectWhole(whole);
          expect(facts(inPieces)).toEqual(facts(whole));
        },
      ),
      { numRuns: 150, ...SEED },
    );
  });
});
