import { CareTable, formatMoney } from '../../src/core';
import { ProductionIntake, type IntakeError, type IntakeOptions, type IntakeReceipt } from '../../src/intake';
import { say } from '../../src/messages';
import { aw319Records, BSN, type ClaimClient, type ClaimOptions } from './message-builders';
import { readAll, remarks } from './read-all';

/** The example of the format: a normal month, a correction of January, and minutes. */
const EXAMPLE: readonly ClaimClient[] = [
  {
    bsn: BSN[0],
    own: 'C-0001',
    lines: [
      {
        product: 'Z053',
        from: '20230201',
        until: '20230228',
        count: 28,
        unit: '14',
        tariff: 25000,
        cents: 700000,
        reference: 'VB2302-R0001',
      },
      {
        product: 'Z053',
        from: '20230101',
        until: '20230131',
        count: 31,
        unit: '14',
        tariff: 25000,
        cents: 775000,
        credit: true,
        reference: 'VB2302-R0002',
        previous: 'VB2301-R0001',
        comment: 'Synthetisch voorbeeld: correctie januari',
      },
      {
        product: 'Z053',
        from: '20230101',
        until: '20230130',
        count: 30,
        unit: '14',
        tariff: 25000,
        cents: 750000,
        reference: 'VB2302-R0003',
      },
    ],
  },
  {
    bsn: BSN[1],
    own: 'C-0002',
    lines: [
      {
        product: 'H126',
        from: '20230201',
        until: '20230228',
        count: 600,
        unit: '01',
        tariff: 94,
        cents: 56400,
        reference: 'VB2302-R0004',
      },
    ],
  },
];

const asText = (clients: readonly ClaimClient[], options: ClaimOptions = {}, end = '\r\n'): string =>
  aw319Records(clients, options).join(end) + end;

const read = async (text: string | Uint8Array, options: IntakeOptions = {}) => {
  const all = await readAll([{ name: 'mei.asc', text }], options);
  return { ...all, receipt: all.receipts[0] as IntakeReceipt };
};

/** Pseudonyms that show what they were made of. */
const fake = {
  of: (text: string): string => `<${text}>`,
  ofBytes: (bytes: Uint8Array, start: number, end: number): string =>
    `<${new TextDecoder().decode(bytes.subarray(start, end)).trim()}>`,
};

const EXPECTED = [
  'H126 2023-02 600 minuut 564.00',
  'Z053 2023-01 -1 etmaal -250.00',
  'Z053 2023-02 28 etmaal 7000.00',
];

describe('AW319 1.4', () => {
  test('the example: volumes and amounts net to their month, counts and totals hold', async () => {
    const { receipt, rows } = await read(asText(EXAMPLE));
    expect(rows).toEqual(EXPECTED);
    expect(receipt.lines).toEqual({ total: 9, read: 4, rejected: 0, skipped: 5, amountUnknown: 0 });
    expect(formatMoney(receipt.amounts.read)).toBe('7314.00');
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
    expect(receipt.providers).toEqual(['99000001']);
    expect(receipt.message).toMatchObject({ name: 'AW319 1.4', number: 'VB2302-0001', domain: 'Wlz' });
    // The January debit is in an earlier file; both lines of January are late.
    expect(remarks(receipt)).toEqual(['late-lines', 'unmatched-credits']);
    expect(receipt.message?.triangle).toContainEqual(
      expect.objectContaining({
        product: 'Z053',
        group: 'Z',
        origin: '2023-01',
        declared: '2023-02',
        amount: -25000n,
        lines: 2,
      }),
    );
  });

  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CR LF', '\r\n'],
  ])('line ends %s', async (_, end) => {
    expect((await read(asText(EXAMPLE, {}, end))).rows).toEqual(EXPECTED);
  });

  test('mixed line ends, a lost last line end, and a byte order mark', async () => {
    const records = aw319Records(EXAMPLE);
    const text = records.map((record, index) => record + (['\n', '\r\n', '\r'][index % 3] ?? '')).join('');
    expect((await read(text.trimEnd())).rows).toEqual(EXPECTED);
    expect((await read(`\uFEFF${text}`)).rows).toEqual(EXPECTED);
  });

  test('blocks of 310 without line ends, also in small chunks', async () => {
    const bytes = new TextEncoder().encode(aw319Records(EXAMPLE).join(''));
    const intake = await ProductionIntake.open([
      {
        name: 'blok.asc',
        size: bytes.length,
        async *open() {
          for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
        },
      },
    ]);
    const table = new CareTable();
    const [part] = intake.parts;
    if (!part) throw new Error('no part');
    const receipt = await intake.read(part, table);
    expect(receipt.lines.read).toBe(4);
    expect(receipt.amounts.stated).toBe(receipt.amounts.read);
  });

  test('accented names in UTF-8 and Windows-1252 move no field', async () => {
    const clients = EXAMPLE.map((client) => ({ ...client, name: 'Ÿvön Ünnë-Çélinë' }));
    const text = asText(clients);
    const { receipt, rows } = await read(text);
    expect(rows).toEqual(EXPECTED);
    expect(receipt.encoding).toBe('utf-8');
    const single = Uint8Array.from(text, (letter) => (letter === 'Ÿ' ? 0x9f : letter.charCodeAt(0)));
    expect((await read(single)).receipt.encoding).toBe('windows-1252');
    expect((await read(single)).rows).toEqual(EXPECTED);
    expect((await read(aw319Records(clients).join(''))).rows).toEqual(EXPECTED);
  });

  test('records without their spaces at the end are read, with a remark', async () => {
    const text = aw319Records(EXAMPLE)
      .map((record) => record.trimEnd())
      .join('\n');
    const { receipt, rows } = await read(text);
    expect(rows).toEqual(EXPECTED);
    expect(remarks(receipt)).toContain('record-short');
  });

  test('no client number is kept: clients are pseudonyms, the same ones under the same key', async () => {
    const pseudonymise = fake;
    const { table } = await read(asText(EXAMPLE), { pseudonymise });
    expect(new Set([...table.rows()].map((row) => row.client))).toEqual(new Set(['<C-0001>', '<C-0002>']));
    const own = await read(asText(EXAMPLE), { keepOwnNumbers: true });
    expect([...own.table.rows()][0]?.client).toBe('C-0001');
    const hidden = await read(asText(EXAMPLE));
    for (const row of hidden.table.rows()) expect(row.client).toMatch(/^PS-[0-9A-Z]{16}$/);
    expect(
      JSON.stringify(hidden.receipt, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).not.toMatch(/99999|9999000|C-000|Voorbeeld|Synthetisch/);
  });

  test('a client named in the ceilings by its citizen service number is recognised', async () => {
    const pseudonymise = fake;
    const { table } = await read(asText(EXAMPLE.slice(0, 1)), {
      pseudonymise,
      knownClients: new Set([`<${BSN[0]}>`]),
    });
    expect([...table.rows()][0]?.client).toBe(`<${BSN[0]}>`);
  });

  test('test messages count as nothing, line by line', async () => {
    const { receipt, rows } = await read(asText(EXAMPLE, { kind: 'T' }));
    expect(rows).toEqual([]);
    expect(receipt.lines).toMatchObject({ read: 0, rejected: 4 });
    expect(receipt.amounts.rejected).toBe(receipt.amounts.stated);
    expect(remarks(receipt)).toContain('test-message');
  });

  test.each([
    ['428', 'messages-in.ei-other'],
    ['430', 'messages-in.ei-other'],
    ['188', 'messages-in.ei-other'],
  ])('message %s is named as not Wlz', async (code, expected) => {
    const error: unknown = await read(asText(EXAMPLE, { code })).catch((reason: unknown) => reason);
    expect((error as IntakeError).issues[0]).toMatchObject({ code: expected, facts: { code } });
    expect(say((error as IntakeError).issues[0] as never, 'nl')).toContain('mei.asc');
  });

  test('another release is named, not guessed', async () => {
    await expect(read(asText(EXAMPLE, { version: '0103' }))).rejects.toThrow('messages-in.other-release');
  });

  test('credits meet their debits over files, whatever the order they are given in', async () => {
    const january: ClaimClient[] = [
      {
        bsn: BSN[0],
        own: 'C-0001',
        lines: [
          {
            product: 'Z053',
            from: '20230101',
            until: '20230131',
            count: 31,
            unit: '14',
            tariff: 25000,
            cents: 775000,
            reference: 'VB2301-R0001',
          },
        ],
      },
    ];
    const files = [
      { name: 'feb.asc', text: asText(EXAMPLE) },
      {
        name: 'jan.asc',
        text: asText(january, { invoice: 'VB2301-0001', from: '20230101', until: '20230131' }),
      },
    ];
    const { receipts, rows } = await readAll(files);
    expect(receipts.map((receipt) => receipt.file)).toEqual(['jan.asc', 'feb.asc']);
    expect(receipts.flatMap(remarks)).toEqual(['late-lines']);
    expect(rows).toContain('Z053 2023-01 30 etmaal 7500.00');
  });

  test('a credit booked on another period goes to the period of what it takes back', async () => {
    const line = { product: 'Z053', count: 10, unit: '14', tariff: 100, cents: 1000 };
    const { rows, receipt } = await read(
      asText([
        {
          bsn: BSN[0],
          lines: [
            { ...line, from: '20230101', until: '20230110', reference: 'A' },
            { ...line, from: '20230201', until: '20230210', credit: true, reference: 'B', previous: 'A' },
          ],
        },
      ]),
    );
    expect(rows).toEqual(['Z053 2023-01 0 etmaal 0.00']);
    expect(remarks(receipt)).toContain('credit-other-period');
  });

  test('the same message twice counts once, also under another name', async () => {
    const { receipts, rows } = await readAll([
      { name: 'een.asc', text: asText(EXAMPLE) },
      { name: 'twee.asc', text: asText(EXAMPLE) },
    ]);
    expect(rows).toEqual(EXPECTED);
    expect(receipts[1]?.lines).toMatchObject({ read: 0, rejected: 4 });
    expect(receipts[1]?.amounts.rejected).toBe(receipts[1]?.amounts.stated);
    expect(remarks(receipts[1] as IntakeReceipt)).toContain('delivered-before');
  });

  test('a line read before under another invoice is refused', async () => {
    const { receipts, rows } = await readAll([
      { name: 'een.asc', text: asText(EXAMPLE) },
      { name: 'twee.asc', text: asText(EXAMPLE, { invoice: 'ANDERS' }) },
    ]);
    expect(rows).toEqual(EXPECTED);
    expect(receipts[1]?.rejectedLines[0]?.reason.code).toBe('messages-in.line-read-before');
  });

  test('the second delivery of a message that was cut off brings the rest', async () => {
    const text = asText(EXAMPLE);
    const { receipts, rows } = await readAll([
      { name: 'half.asc', text: text.slice(0, 312 * 4) },
      { name: 'heel.asc', text },
    ]);
    expect(rows).toEqual(EXPECTED);
    expect(remarks(receipts[0] as IntakeReceipt)).toContain('cut-off');
    expect(receipts[1]?.lines).toMatchObject({ read: 2, rejected: 2 });
  });

  test('lines over a month end are divided by days, to the cent, or booked on the end month', async () => {
    const clients: ClaimClient[] = [
      {
        bsn: BSN[0],
        lines: [
          {
            product: 'Z053',
            from: '20230130',
            until: '20230226',
            count: 28,
            unit: '14',
            tariff: 25001,
            cents: 700028,
            reference: 'A',
          },
          {
            product: 'H126',
            from: '20230130',
            until: '20230226',
            count: 601,
            unit: '01',
            tariff: 100,
            cents: 60100,
            reference: 'B',
          },
        ],
      },
    ];
    const { rows, receipt } = await read(asText(clients, { from: '20230130', until: '20230226' }));
    expect(rows).toEqual([
      'H126 2023-01 42.9286 minuut 42.93',
      'H126 2023-02 558.0714 minuut 558.07',
      'Z053 2023-01 2 etmaal 500.02',
      'Z053 2023-02 26 etmaal 6500.26',
    ]);
    expect(remarks(receipt)).toEqual(['across-months']);
    const end = await read(asText(clients), { acrossMonths: 'end-month' });
    expect(end.rows).toEqual(['H126 2023-02 601 minuut 601.00', 'Z053 2023-02 28 etmaal 7000.28']);
  });

  test.each([
    [
      'closing-lines',
      (records: string[]) =>
        records.map((r) => (r.startsWith('99') ? `${r.slice(0, 14)}000009${r.slice(20)}` : r)),
    ],
    [
      'total-differs',
      (records: string[]) =>
        records.map((r) => (r.startsWith('99') ? `${r.slice(0, 33)}00000000001${r.slice(44)}` : r)),
    ],
    [
      'sequence',
      (records: string[]) =>
        records.map((r, i) => (i === 2 ? `${r.slice(0, 2)}000000000009${r.slice(14)}` : r)),
    ],
    [
      'part-declared',
      (records: string[]) =>
        records.map((r, i) => (i === 2 ? `${r.slice(0, 172)}00700001${r.slice(180)}` : r)),
    ],
    [
      'amount-not-tariff',
      (records: string[]) =>
        records.map((r, i) => (i === 2 ? `${r.slice(0, 164)}00025001${r.slice(172)}` : r)),
    ],
    [
      'more-days',
      (records: string[]) => records.map((r, i) => (i === 2 ? `${r.slice(0, 129)}0029${r.slice(133)}` : r)),
    ],
    [
      'credit-without-earlier',
      (records: string[]) => records.map((r, i) => (i === 3 ? `${r.slice(0, 214)}${' '.repeat(96)}` : r)),
    ],
    [
      'debit-with-earlier',
      (records: string[]) => records.map((r, i) => (i === 2 ? `${r.slice(0, 214)}ANDER${r.slice(219)}` : r)),
    ],
    ['cut-off', (records: string[]) => records.slice(0, -1)],
    ['bsn-wrong', (records: string[]) => records.map((r) => r.replace('999990019', '999990018'))],
    ['test-numbers', (records: string[]) => records.map((r) => r.replace('999990019', '111222333'))],
  ])('what doesn’t hold is said, and the lines still count: %s', async (code, change) => {
    const { receipt } = await read(change(aw319Records(EXAMPLE)).join('\n'));
    expect(remarks(receipt)).toContain(code);
    expect(receipt.lines.read).toBe(4);
  });

  test.each([
    [
      'line-other-client',
      (records: string[]) => records.map((r, i) => (i === 2 ? r.replace('999990019', '999900006') : r)),
    ],
    [
      'line-dates-reversed',
      (records: string[]) =>
        records.map((r, i) => (i === 2 ? r.replace('2023020120230228', '2023022820230201') : r)),
    ],
    [
      'line-dates',
      (records: string[]) =>
        records.map((r, i) => (i === 2 ? r.replace('2023020120230228', '2023023120230228') : r)),
    ],
    [
      'line-volume',
      (records: string[]) => records.map((r, i) => (i === 2 ? `${r.slice(0, 129)}  2x${r.slice(133)}` : r)),
    ],
    [
      'line-product',
      (records: string[]) => records.map((r, i) => (i === 2 ? `${r.slice(0, 124)}     ${r.slice(129)}` : r)),
    ],
    [
      'line-reference-twice',
      (records: string[]) => records.map((r, i) => (i === 2 ? r.replace('VB2302-R0001', 'VB2302-R0003') : r)),
    ],
  ])('a line that can’t stand is rejected with its amount: %s', async (code, change) => {
    const { receipt } = await read(change(aw319Records(EXAMPLE)).join('\n'));
    expect(receipt.lines).toMatchObject({ read: 3, rejected: 1, amountUnknown: 0 });
    expect(receipt.rejectedLines[0]?.reason.code).toBe(`messages-in.${code}`);
    expect(receipt.amounts.file).toBe(receipt.amounts.stated);
  });

  test('unknown records, records too long, and what follows the closing record', async () => {
    const records = aw319Records(EXAMPLE);
    const text = [
      ...records.slice(0, 2),
      '03'.padEnd(310),
      `${records[2]}XYZ`,
      ...records.slice(3),
      records[2],
    ].join('\n');
    const { receipt } = await read(text);
    expect(receipt.rejectedLines.map(({ line, reason }) => [line, reason.code])).toEqual([
      [3, 'messages-in.record-unknown'],
      [4, 'messages-in.line-long'],
      [11, 'messages-in.line-after-closing'],
    ]);
    expect(remarks(receipt)).toContain('closing-debtors');
  });
});
