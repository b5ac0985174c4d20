import { formatMoney } from '../../src/core';
import type { IntakeError, IntakeReceipt } from '../../src/intake';
import { encode } from './bytes-file';
import { answer, BSN, declaration, type DeclaredProduct } from './message-builders';
import { readAll, remarks } from './read-all';

const MAY = { from: '2023-05-01', until: '2023-05-31' };
const APRIL = { from: '2023-04-01', until: '2023-04-30' };
const HOURS = { allocation: 100001, category: '02', code: '02A16', unit: '04', tariff: 6000 };

/** The example of the format: a normal month, a correction of April, minutes at an hourly price, and euros. */
const CLIENTS: readonly { bsn: string; lines: readonly DeclaredProduct[] }[] = [
  {
    bsn: BSN[0],
    lines: [
      { ...HOURS, ...MAY, reference: 'R2305-000001', volume: 18, cents: 108000 },
      {
        ...HOURS,
        ...APRIL,
        reference: 'R2305-000002',
        previous: 'R2304-000001',
        volume: 17,
        cents: 102000,
        credit: true,
      },
      { ...HOURS, ...APRIL, reference: 'R2305-000003', volume: 15, cents: 90000 },
    ],
  },
  {
    bsn: BSN[1],
    lines: [
      {
        ...MAY,
        reference: 'R2305-000004',
        allocation: 200001,
        category: '02',
        code: '02A19',
        volume: 605,
        unit: '01',
        tariff: 109,
        cents: 66046,
      },
      {
        ...MAY,
        reference: 'R2305-000005',
        allocation: 200002,
        category: '01',
        code: '01A07',
        volume: 20000,
        unit: '83',
        cents: 20000,
      },
    ],
  },
];

const XML = declaration(CLIENTS);

const ROWS = [
  '01A07 2023-05 200 euro 200.00',
  '02A16 2023-04 -2 uur -120.00',
  '02A16 2023-05 18 uur 1080.00',
  '02A19 2023-05 605 minuut 660.46',
];

const read = async (text: string | Uint8Array, chunk?: number) => {
  const all = await readAll([{ name: 'mei.xml', text }], {}, chunk);
  return { ...all, receipt: all.receipts[0] as IntakeReceipt };
};

const issueOf = async (text: string | Uint8Array) =>
  read(text).then(
    () => null,
    (error: unknown) => (error as IntakeError).issues[0] ?? null,
  );

describe('WMO323 and JW323 3.2', () => {
  test('the example: amounts and volumes on the month of delivery, total and rules hold', async () => {
    const { receipt, rows, table } = await read(XML);
    expect(rows).toEqual(ROWS);
    expect(receipt.lines).toEqual({ total: 5, read: 5, rejected: 0, skipped: 0, amountUnknown: 0 });
    expect(formatMoney(receipt.amounts.stated ?? (0n as never))).toBe('1820.46');
    expect(receipt.amounts.file).toBe(receipt.amounts.stated);
    expect(receipt.message).toMatchObject({
      name: 'WMO323 3.2',
      number: 'VB2305A',
      sender: '99000001',
      receiver: '9999',
      credits: { lines: 1, amount: -102000n },
      unmatchedCredits: { lines: 1 },
      late: { lines: 2, amount: -12000n },
    });
    expect(remarks(receipt)).toEqual(['late-lines', 'unmatched-credits']);
    expect([...table.rows()].every((row) => row.allocated === 'yes' && row.domain === 'Wmo')).toBe(true);
    expect(receipt.message?.triangle).toContainEqual(
      expect.objectContaining({
        group: '02',
        product: '02A16',
        origin: '2023-04',
        declared: '2023-05',
        amount: -12000n,
      }),
    );
  });

  test('chunks of any size, prefixes of any name, a default namespace', async () => {
    for (const chunk of [1, 7, 64, 4096]) expect((await read(XML, chunk)).rows).toEqual(ROWS);
    expect((await read(declaration(CLIENTS, { prefix: 'q' }))).rows).toEqual(ROWS);
    const plain = declaration(CLIENTS, { prefix: 'q' })
      .replace(/<(\/?)q:/g, '<$1')
      .replace('xmlns:q=', 'xmlns=');
    expect((await read(plain)).rows).toEqual(ROWS);
    expect((await read(plain, 5)).rows).toEqual(ROWS);
  });

  test('namespaces declared where they are used', async () => {
    const place = 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema';
    const local = XML.replace(` xmlns:basis="${place}"`, '')
      .replace(/<basis:(\w+)>/g, `<x:$1 xmlns:x="${place}">`)
      .replace(/<\/basis:/g, '</x:');
    expect((await read(local)).rows).toEqual(ROWS);
  });

  test.each([
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
  ])('%s, byte order mark: %s', async (encoding, bom) => {
    const { receipt, rows } = await read(encode(XML.replace('UTF-8', 'UTF-16'), encoding, bom));
    expect(rows).toEqual(ROWS);
    expect(receipt.encoding).toBe(encoding);
  });

  test('declared single-byte encodings are read, unknown ones refused by name', async () => {
    const latin = encode(
      XML.replace('UTF-8', 'iso-8859-1').replace('<wmo323:Declaratie>', '<!-- é --><wmo323:Declaratie>'),
      'windows-1252',
    );
    expect((await read(latin)).rows).toEqual(ROWS);
    expect(await issueOf(XML.replace('UTF-8', 'EBCDIC-NL'))).toMatchObject({
      code: 'messages-in.xml-encoding',
      facts: { found: 'EBCDIC-NL' },
    });
  });

  test('bytes that are no UTF-8, where the message says so, spoil no line', async () => {
    const { receipt, rows } = await read(
      encode(XML.replace('<wmo323:Declaratie>', '<!-- é --><wmo323:Declaratie>'), 'windows-1252'),
    );
    expect(rows).toEqual(ROWS);
    expect(remarks(receipt)).toContain('xml-foreign-bytes');
  });

  test('JW323 with a credit only', async () => {
    const { receipt, rows } = await read(
      declaration(
        [
          {
            bsn: BSN[2],
            lines: [
              {
                reference: 'R2307-000001',
                previous: 'R2306-000009',
                allocation: 300001,
                category: '45',
                code: '45A48',
                from: '2023-06-01',
                until: '2023-06-30',
                volume: 500,
                unit: '01',
                tariff: 91,
                cents: 45500,
                credit: true,
              },
            ],
          },
        ],
        { youth: true, from: '2023-07-01', until: '2023-07-31', number: 'VB2307A' },
      ),
    );
    expect(rows).toEqual(['45A48 2023-06 -500 minuut -455.00']);
    expect(receipt.message?.domain).toBe('Jeugdwet');
    expect(receipt.amounts.stated).toBe(-45500n);
  });

  test('nothing of a client is kept', async () => {
    const { receipt, table } = await read(XML);
    const all = JSON.stringify([receipt, [...table.rows()]], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const bsn of BSN) expect(all).not.toContain(bsn);
    expect(new Set([...table.rows()].map((row) => row.client)).size).toBe(2);
  });

  test.each([
    ['total-differs', declaration(CLIENTS, { stated: 1 })],
    ['amount-not-tariff', XML.replace('<wmo323:ProductTarief>6000<', '<wmo323:ProductTarief>6001<')],
    ['amount-not-volume', XML.replace('>20000</wmo323:GeleverdVolume>', '>20001</wmo323:GeleverdVolume>')],
    ['amount-not-tariff', XML.replace('>605</wmo323:GeleverdVolume>', '>705</wmo323:GeleverdVolume>')],
    ['tariff-missing', XML.replace('<wmo323:ProductTarief>6000</wmo323:ProductTarief>', '')],
    [
      'credit-without-earlier',
      XML.replace('<basis:VorigReferentieNummer>R2304-000001</basis:VorigReferentieNummer>', ''),
    ],
    ['period-no-month', declaration(CLIENTS, { until: '2023-05-30' })],
    ['after-period', declaration(CLIENTS, { from: '2023-04-01', until: '2023-04-30' })],
    [
      'product-period',
      XML.replace(
        '2023-05-01</basis:Begindatum><basis:Einddatum>2023-05-31</basis:Einddatum></wmo323:ProductPeriode>',
        '2023-04-30</basis:Begindatum><basis:Einddatum>2023-05-31</basis:Einddatum></wmo323:ProductPeriode>',
      ),
    ],
    ['category-unknown', XML.replace('<wmo323:ProductCategorie>01<', '<wmo323:ProductCategorie>45<')],
    ['category-other', XML.replace('<wmo323:ProductCode>01A07<', '<wmo323:ProductCode>03A07<')],
    ['bsn-wrong', XML.replace('999990019', '999990018')],
    ['reference-missing', XML.replace('<basis:ReferentieNummer>R2305-000004</basis:ReferentieNummer>', '')],
    ['reference-twice', XML.replace('R2305-000005', 'R2305-000004')],
    ['credit-of-own-file', XML.replace('R2304-000001', 'R2305-000001')],
  ])('what doesn’t hold is said, and the lines still count: %s', async (code, text) => {
    const { receipt } = await read(text);
    expect(remarks(receipt)).toContain(code);
    expect(receipt.lines).toMatchObject({ read: 5, rejected: 0 });
    expect(receipt.issues.find((issue) => issue.code.endsWith(code))?.place.file).toBe('mei.xml');
  });

  test('a second debit for the same client, allocation, product and period', async () => {
    const again = CLIENTS.map(({ bsn, lines }) => ({
      bsn,
      lines: lines.flatMap((line) =>
        line.reference === 'R2305-000001' ? [line, { ...line, reference: 'NOG-EENS' }] : [line],
      ),
    }));
    const { receipt } = await read(declaration(again));
    expect(remarks(receipt)).toContain('declared-twice');
    expect(receipt.lines.read).toBe(6);
  });

  test.each([
    ['line-amount', XML.replace('<basis:Bedrag>108000<', '<basis:Bedrag>1080,00<'), 1],
    [
      'line-dates',
      XML.replace(
        '<basis:Begindatum>2023-05-01</basis:Begindatum><basis:Einddatum>2023-05-31</basis:Einddatum></wmo323:ProductPeriode>',
        '<basis:Begindatum>2023-05-01Z</basis:Begindatum><basis:Einddatum>2023-05-31</basis:Einddatum></wmo323:ProductPeriode>',
      ),
      0,
    ],
    ['line-unit', XML.replace('<wmo323:Eenheid>04<', '<wmo323:Eenheid>uur<'), 0],
    ['line-volume', XML.replace('>18</wmo323:GeleverdVolume>', '>18.5</wmo323:GeleverdVolume>'), 0],
    ['line-product', XML.replace('<wmo323:ProductCode>02A16</wmo323:ProductCode>', ''), 0],
    [
      'line-element-twice',
      XML.replace(
        '<wmo323:Eenheid>04</wmo323:Eenheid>',
        '<wmo323:Eenheid>04</wmo323:Eenheid><wmo323:Eenheid>04</wmo323:Eenheid>',
      ),
      0,
    ],
    ['line-amount', XML.replace(/<wmo323:Prestatie>[\s\S]*?<\/wmo323:Prestatie>/, '<wmo323:Prestatie/>'), 1],
  ])('a line that can’t stand is rejected with its place: %s', async (code, text, unknown) => {
    const { receipt } = await read(text);
    expect(receipt.lines).toMatchObject({ total: 5, read: 4, rejected: 1, amountUnknown: unknown });
    expect(receipt.rejectedLines[0]?.reason.code).toBe(`messages-in.${code}`);
    expect(receipt.rejectedLines[0]?.line).toBe(
      XML.slice(0, XML.indexOf('<wmo323:Prestatie>')).split('\n').length,
    );
    if (unknown === 0) expect(receipt.amounts.file).toBe(receipt.amounts.stated);
  });

  test('a file that is cut off is read as far as it is sound', async () => {
    const cut = XML.slice(0, XML.indexOf('R2305-000004'));
    const { receipt, rows } = await read(cut);
    expect(rows).toEqual(ROWS.slice(1, 3));
    expect(receipt.lines.read).toBe(3);
    const issue = receipt.issues.find(({ code }) => code === 'messages-in.xml-broken');
    expect(issue?.facts['reason']).toBe('cut_off');
    expect(receipt.amounts.stated).toBe(182046n);
  });

  test.each([
    ['doctype', XML.replace('<wmo323:Bericht', '<!DOCTYPE x [<!ENTITY a "b">]>\n<wmo323:Bericht')],
    ['entity', XML.replace('>VB2305A<', '>&a;<')],
    ['not_well_formed', XML.replace('</wmo323:Header>', '</wmo323:Hoofd>')],
    ['prefix', XML.replace('<wmo323:Header>', '<w:Header>')],
    ['cut_off', XML.slice(0, 400)],
    ['too_deep', XML.replace('<wmo323:Header>', '<a>'.repeat(100))],
    ['too_long', XML.replace('>VB2305A<', `>${'x'.repeat(200_000)}<`)],
    ['stray_text', XML.replace('<wmo323:Header>', 'tekst<wmo323:Header>')],
    ['character', XML.replace('>VB2305A<', '>VB\u0001A<')],
  ])('tricks and damage before the lines: %s', async (reason, text) => {
    expect(await issueOf(text)).toMatchObject({ code: 'messages-in.xml-unusable', facts: { reason } });
    // In pieces too, so that nothing depends on where a chunk ends.
    await expect(read(text, 11)).rejects.toMatchObject({ issues: [{ facts: { reason } }] });
  });

  test('references, sections and comments inside texts are read as what they stand for', async () => {
    const odd = XML.replace('>02A16<', '>0&#50;A<!-- x -->1<![CDATA[6]]><').replace(
      '<basis:Bedrag>108000<',
      '<basis:Bedrag> 108000\n<',
    );
    expect((await read(odd)).rows).toEqual(ROWS);
    expect((await read(odd, 3)).rows).toEqual(ROWS);
  });

  test('elements nobody knows, also of other namespaces, change nothing', async () => {
    const more = XML.replace(
      /<wmo323:Eenheid>/g,
      '<x:Bedrag xmlns:x="urn:x">1</x:Bedrag><wmo323:Iets><basis:Bedrag>5</basis:Bedrag></wmo323:Iets><wmo323:Eenheid>',
    );
    expect((await read(more)).rows).toEqual(ROWS);
  });

  test.each([
    ['messages-in.other-release', declaration(CLIENTS, { release: '3.1' })],
    ['messages-in.other-release', declaration(CLIENTS, { release: '4.0' })],
    ['messages-in.other-message', XML.replaceAll('wmo323/schema', 'wmo303/schema')],
    [
      'messages-in.xml-other',
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head/></html>'
        .replace('html', 'lijst')
        .replace('/html', '/lijst'),
    ],
    ['messages-in.header-differs', XML.replace('>484<', '>490<')],
    ['messages-in.header-differs', XML.replace('<wmo323:BerichtSubversie>2<', '<wmo323:BerichtSubversie>1<')],
  ])('%s is named, not guessed', async (code, text) => {
    expect((await issueOf(text))?.code).toBe(code);
  });

  test('return messages are named and hold no production', async () => {
    const { receipt, rows } = await read(XML.replaceAll('wmo323/schema', 'wmo306/schema'));
    expect(rows).toEqual([]);
    expect(receipt.issues[0]).toMatchObject({ code: 'messages-in.not-read', facts: { name: 'WMO306 3.2' } });
  });
});

describe('answers (325)', () => {
  const refused = [{ reference: 'R2305-000004', cents: 66046, code: '9338' }];

  test('refused lines leave production, the others are approved; order of the files doesn’t matter', async () => {
    for (const turned of [false, true]) {
      const files = [
        { name: 'd.xml', text: XML },
        { name: 'a.xml', text: answer('VB2305A', 182046, refused) },
      ];
      const { receipts, rows, intake } = await readAll(turned ? files.reverse() : files);
      expect(rows).toEqual(ROWS.slice(0, 3));
      const receipt = receipts.find(({ format }) => format === 'wmo323');
      expect(receipt?.message?.statuses).toEqual({
        declared: { lines: 0, amount: 0n },
        approved: { lines: 4, amount: 116000n },
        refused: { lines: 1, amount: 66046n },
      });
      expect(receipt?.lines).toMatchObject({ total: 5, read: 4, rejected: 1 });
      expect(receipt?.amounts.file).toBe(receipt?.amounts.stated);
      expect(receipt?.rejectedLines[0]?.reason).toMatchObject({
        code: 'messages-in.line-refused',
        facts: { code: '9338' },
      });
      expect(remarks(receipt)).toContain('answered');
      expect(intake.finish()).toEqual([]);
    }
  });

  test('without an answer lines are declared, not approved', async () => {
    const { receipts } = await readAll([{ name: 'd.xml', text: XML }]);
    expect(receipts[0]?.message?.statuses?.declared).toEqual({ lines: 5, amount: 182046n });
  });

  test('a refused line that is sent again counts once', async () => {
    const may = CLIENTS[1] ?? { bsn: '', lines: [] };
    const again = declaration([{ ...may, lines: may.lines.slice(0, 1) }], {
      number: 'VB2306A',
      from: '2023-06-01',
      until: '2023-06-30',
    });
    const { rows } = await readAll([
      { name: 'd.xml', text: XML },
      { name: 'a.xml', text: answer('VB2305A', 182046, refused) },
      { name: 'e.xml', text: again },
    ]);
    expect(rows).toEqual(ROWS);
  });

  test.each([
    ['header', { header: '0001' }],
    ['declaration', { answer: '9333' }],
  ])('a whole declaration refused at its %s', async (_, whole) => {
    const { receipts, rows } = await readAll([
      { name: 'd.xml', text: XML },
      { name: 'a.xml', text: answer('VB2305A', 182046, [], whole) },
    ]);
    expect(rows).toEqual([]);
    expect(receipts[1]?.message?.statuses?.refused).toEqual({ lines: 5, amount: 182046n });
  });

  test('an answer to nothing, and one that doesn’t add up', async () => {
    const { intake } = await readAll([{ name: 'a.xml', text: answer('ANDERS', 100, []) }]);
    expect(intake.finish()).toMatchObject([
      { code: 'messages-in.answer-without-declaration', place: { file: 'a.xml' } },
    ]);
    const { receipts } = await readAll([
      { name: 'd.xml', text: XML },
      { name: 'a.xml', text: answer('VB2305A', 182047, refused).replace('>66046<', '>66045<') },
    ]);
    expect(remarks(receipts[0])).toContain('answer-refused-differs');
    expect(remarks(receipts[1])).toEqual(
      expect.arrayContaining(['answer-other-total', 'answer-other-granted']),
    );
  });
});

describe('one run over several messages', () => {
  test('the same declaration twice counts once', async () => {
    const { receipts, rows } = await readAll([
      { name: 'een.xml', text: XML },
      { name: 'twee.xml', text: XML },
    ]);
    expect(rows).toEqual(ROWS);
    expect(receipts[1]?.lines).toMatchObject({ read: 0, rejected: 5 });
    expect(receipts[1]?.amounts.rejected).toBe(receipts[1]?.amounts.stated);
  });

  test('a credit meets its debit of an earlier month', async () => {
    const april = declaration(
      [
        {
          bsn: BSN[0],
          lines: [{ ...HOURS, ...APRIL, reference: 'R2304-000001', volume: 17, cents: 102000 }],
        },
      ],
      { ...APRIL, number: 'VB2304A', date: '2023-05-10' },
    );
    const { receipts, rows } = await readAll([
      { name: 'mei.xml', text: XML },
      { name: 'april.xml', text: april },
    ]);
    expect(rows).toContain('02A16 2023-04 15 uur 900.00');
    expect(receipts.map(({ file }) => file)).toEqual(['april.xml', 'mei.xml']);
    expect(remarks(receipts[1])).toEqual(['late-lines']);
    const twice = declaration(
      [
        {
          bsn: BSN[0],
          lines: [
            {
              ...HOURS,
              ...APRIL,
              reference: 'X',
              previous: 'R2304-000001',
              volume: 17,
              cents: 102000,
              credit: true,
            },
          ],
        },
      ],
      { number: 'VB2306A', from: '2023-06-01', until: '2023-06-30', date: '2023-07-10' },
    );
    const more = await readAll([
      { name: 'mei.xml', text: XML },
      { name: 'april.xml', text: april },
      { name: 'juni.xml', text: twice },
    ]);
    expect(remarks(more.receipts[2])).toContain('credited-twice');
  });

  test('another provider may use the same numbers', async () => {
    const { rows } = await readAll([
      { name: 'een.xml', text: XML },
      { name: 'twee.xml', text: declaration(CLIENTS, { sender: '99000002' }) },
    ]);
    expect(rows).toHaveLength(8);
  });
});
