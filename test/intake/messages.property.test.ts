import fc from 'fast-check';
import { addMoney, CareTable, formatMoney, ZERO } from '../../src/core';
import { IntakeError, ProductionIntake, type IntakeReceipt } from '../../src/intake';
import { bytesFile } from './bytes-file';
import {
  aw319Records,
  BSN,
  declaration,
  type ClaimClient,
  type ClaimLine,
  type DeclaredProduct,
} from './message-builders';

interface Read {
  readonly receipt: IntakeReceipt;
  readonly table: CareTable;
}

async function read(bytes: Uint8Array, chunk = 1 << 16): Promise<Read | IntakeError> {
  const table = new CareTable();
  const intake = await ProductionIntake.open([bytesFile('bericht', bytes, chunk)]);
  const [part] = intake.parts;
  if (!part) throw new Error('no part');
  try {
    return { receipt: await intake.read(part, table), table };
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
}

/** Everything read and everything rejected is everything there was, and the table holds what was read. */
function expectWhole({ receipt, table }: Read): void {
  const { lines, amounts } = receipt;
  expect(lines.read + lines.rejected + lines.skipped).toBe(lines.total);
  expect(amounts.file).toBe(addMoney(amounts.read, amounts.rejected));
  const sum = [...table.rows()].reduce((total, row) => addMoney(total, row.amount), ZERO);
  expect(formatMoney(sum)).toBe(formatMoney(amounts.read));
  const counted = [...table.rows()].length;
  if (lines.read === 0) expect(counted).toBe(0);
  for (const { reason } of receipt.rejectedLines) expect(reason.code).toMatch(/^messages-in\./);
  const told = JSON.stringify([receipt.issues, receipt.rejectedLines], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  for (const bsn of BSN) expect(told).not.toContain(bsn);
}

const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, '0'));
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));

const claimLine: fc.Arbitrary<Omit<ClaimLine, 'reference' | 'previous'>> = fc
  .record({
    product: fc.constantFrom('Z053', 'H126', 'V041', 'ZMZ01'),
    from: fc.tuple(month, day),
    to: fc.tuple(month, day),
    count: fc.integer({ min: 0, max: 9999 }),
    unit: fc.constantFrom('14', '01', '04', '16', '81', '00'),
    tariff: fc.integer({ min: 0, max: 9999 }),
    credit: fc.boolean(),
    comment: fc.option(fc.constant('Vrije tekst'), { nil: undefined }),
  })
  .map(({ from, to, comment, ...rest }) => {
    const [first, last] = [`2023${from.join('')}`, `2023${to.join('')}`].sort() as [string, string];
    return {
      ...rest,
      from: first,
      until: last,
      cents: rest.tariff * rest.count,
      ...(comment === undefined ? {} : { comment }),
    };
  });

const claims: fc.Arbitrary<ClaimClient[]> = fc
  .array(fc.record({ bsn: fc.constantFrom(...BSN), lines: fc.array(claimLine, { maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((clients) => {
    let number = 0;
    return clients.map(({ bsn, lines }) => ({
      bsn,
      lines: lines.map((line) => ({
        ...line,
        reference: `R${++number}`,
        ...(line.credit ? { previous: `X${number}` } : {}),
      })),
    }));
  });

const product: fc.Arbitrary<Omit<DeclaredProduct, 'reference' | 'previous'>> = fc
  .record({
    allocation: fc.integer({ min: 1, max: 999_999_999 }),
    code: fc.constantFrom(['02', '02A16'], ['01', '01A07'], ['07', '07XYZ']),
    month,
    volume: fc.integer({ min: 0, max: 9999 }),
    unit: fc.constantFrom('01', '04', '14', '16', '82', '83', '84'),
    tariff: fc.integer({ min: 0, max: 9999 }),
    credit: fc.boolean(),
  })
  .map(({ code, month: number, ...rest }) => ({
    allocation: rest.allocation,
    category: code[0] ?? '',
    code: code[1] ?? '',
    from: `2023-${number}-01`,
    until: `2023-${number}-28`,
    volume: rest.volume,
    unit: rest.unit,
    ...(rest.unit === '83' ? {} : { tariff: rest.tariff }),
    cents: rest.unit === '83' ? rest.volume : rest.volume * rest.tariff,
    credit: rest.credit && rest.volume > 0 && (rest.unit === '83' || rest.tariff > 0),
  }));

const declared: fc.Arbitrary<string> = fc
  .array(
    fc.record({ bsn: fc.constantFrom(...BSN), lines: fc.array(product, { minLength: 1, maxLength: 5 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((clients) => {
    let number = 0;
    return declaration(
      clients.map(({ bsn, lines }) => ({
        bsn,
        lines: lines.map((line) => ({
          ...line,
          reference: `R${++number}`,
          ...(line.credit ? { previous: `X${number}` } : {}),
        })),
      })),
      { from: '2023-12-01', until: '2023-12-31' },
    );
  });

const RUNS = { numRuns: 60 };
const encoder = new TextEncoder();

describe('any valid message', () => {
  test('AW319: every line is read and the total is the stated one, whatever line ends and chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        claims,
        fc.constantFrom('\n', '\r\n', '\r', ''),
        fc.integer({ min: 1, max: 700 }),
        async (clients, end, chunk) => {
          const result = await read(encoder.encode(aw319Records(clients).join(end) + end), chunk);
          if (result instanceof Error) throw result;
          expectWhole(result);
          const { lines, amounts } = result.receipt;
          expect(lines.rejected).toBe(0);
          expect(lines.read).toBe(clients.flatMap((client) => client.lines).length);
          expect(amounts.stated).toBe(amounts.read);
          expect(result.receipt.issues.map(({ code }) => code)).not.toContain('messages-in.sequence');
        },
      ),
      RUNS,
    );
  });

  test('WMO323: every line is read and the total is the stated one, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(declared, fc.integer({ min: 1, max: 700 }), async (text, chunk) => {
        const result = await read(encoder.encode(text), chunk);
        if (result instanceof Error) throw result;
        expectWhole(result);
        expect(result.receipt.lines.rejected).toBe(0);
        expect(result.receipt.amounts.stated).toBe(result.receipt.amounts.read);
      }),
      RUNS,
    );
  });
});

/** Damage: bytes changed, pieces cut out, doubled or swapped, the end cut off. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'cut', 'double', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(
  bytes: Uint8Array,
  blows: readonly { kind: string; at: number; length: number; byte: number }[],
): Uint8Array {
  let out = Array.from(bytes);
  for (const { kind, at, length, byte } of blows) {
    const from = Math.floor(at * Math.max(0, out.length - 1));
    if (kind === 'change') out[from] = byte;
    else if (kind === 'cut') out.splice(from, length);
    else if (kind === 'double') out.splice(from, 0, ...out.slice(from, from + length));
    else out = out.slice(0, from);
  }
  return Uint8Array.from(out);
}

describe('any damaged message', () => {
  test('AW319: never fails otherwise than by saying so, and read plus rejected stays the file', async () => {
    await fc.assert(
      fc.asyncProperty(claims, damage, fc.constantFrom('\r\n', ''), async (clients, blows, end) => {
        const bytes = damaged(encoder.encode(aw319Records(clients).join(end) + end), blows);
        const result = await read(bytes);
        if (!(result instanceof Error)) expectWhole(result);
      }),
      { numRuns: 120 },
    );
  });

  test('WMO323: never fails otherwise than by saying so, and read plus rejected stays the file', async () => {
    await fc.assert(
      fc.asyncProperty(declared, damage, async (text, blows) => {
        const bytes = damaged(encoder.encode(text), blows);
        const [whole, pieces] = [await read(bytes), await read(bytes, 13)];
        expect(whole instanceof Error).toBe(pieces instanceof Error);
        if (whole instanceof Error || pieces instanceof Error) return;
        expectWhole(whole);
        expect(pieces.receipt.lines).toEqual(whole.receipt.lines);
        expect(pieces.receipt.amounts).toEqual(whole.receipt.amounts);
      }),
      { numRuns: 120 },
    );
  });
});
