import fc from 'fast-check';
import { looksLikeBsn } from '../../src/core';
import { anonymise, type InputError } from '../../src/flow';
import { keyFromText, type AnonymiseChoices, type AnonymiseReport, type IntakeError } from '../../src/intake';
import { openXlsx } from '../../src/workbook';
import { readZip, unpack } from '../../src/workbook/xlsx/zip';
import { DEFAULT_LIMITS } from '../../src/workbook';
import { bytesFile, encode } from '../intake/bytes-file';
import { aw319Records, BSN, declaration } from '../intake/message-builders';
import { buildPackage, buildZip, MAIN, packageEntries, sheetXml } from '../workbook/package-builder';
import { silent } from './sample-case';

const KEY = keyFromText('een zin die niemand raadt');
const NONE: AnonymiseChoices = { keep: [], hide: [] };

async function covered(
  name: string,
  bytes: Uint8Array,
  choices: AnonymiseChoices = NONE,
  chunk = 1 << 16,
): Promise<{ bytes: Uint8Array; text: string; report: AnonymiseReport }> {
  const result = await anonymise(
    { file: bytesFile(name, bytes, chunk), key: KEY, choices },
    openXlsx,
    silent,
  );
  const parts: Uint8Array[] = [];
  for await (const part of result.chunks()) parts.push(part);
  const all = new Uint8Array(Buffer.concat(parts));
  return { bytes: all, text: Buffer.from(all).toString('latin1'), report: result.report() };
}

const csv = (text: string, choices = NONE, chunk?: number): ReturnType<typeof covered> =>
  covered('clienten.csv', encode(text, 'utf-8'), choices, chunk);

const problemOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
  } catch (error) {
    return (error as InputError | IntakeError).issues[0]?.code ?? '';
  }
  return '';
};

/** Numbers of the test range that pass the eleven-test. */
const NUMBERS = Array.from(
  { length: 5000 },
  (_, index) => `9999${String(index * 7).padStart(5, '0')}`,
).filter(looksLikeBsn);

describe('a table in text', () => {
  it('changes the private fields and nothing else, byte for byte', async () => {
    const before = encode(
      'Zorgkantoor;x\r\n\r\n"BSN";Achternaam;Productcode;Bedrag\r\n"999990019";"de Vries; J.";02A16;€ 1.234,50\r\n999900006;Bakker;07A03;"10,00"\r\nTotaal;;;1.244,50\r\n',
      'windows-1252',
    );
    const { text, report } = await covered('a.csv', before);
    const [first, second] = text.match(/\d{9}/g) ?? [];
    const source = Buffer.from(before).toString('latin1');
    expect(text).toBe(
      source
        .replace('999990019', first ?? '')
        .replace('999900006', second ?? '')
        .replace('"de Vries; J."', '""')
        .replace('Bakker', ''),
    );
    expect(report).toMatchObject({ format: 'csv', clients: 2 });
    expect(report.fields.map(({ name, treatment, count }) => [name, treatment, count])).toEqual([
      ['BSN', 'pseudonym', 2],
      ['Achternaam', 'blanked', 2],
    ]);
    // What stands above the headers may hold anything.
    expect(report.remaining.map(({ why }) => why)).toEqual(['preamble']);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'in %s, in chunks of any size',
    async (encoding) => {
      const before = encode('Cliënt;Bedrag\nC1;€ 5\nC2;"€ 6"\n', encoding, encoding.startsWith('utf-16'));
      const whole = await covered('a.csv', before);
      expect(whole.report.clients).toBe(2);
      for (const chunk of [1, 2, 3, 7])
        expect((await covered('a.csv', before, NONE, chunk)).bytes).toEqual(whole.bytes);
    },
  );

  it('recognises service numbers by what they are, in a column with any name', async () => {
    const rows = NUMBERS.slice(0, 40).map((number, index) => `${number};T${index};A${index}`);
    const { text, report } = await csv(`Kolom Q;Toewijzing;Product\n${rows.join('\n')}\n`);
    expect(report.fields).toEqual([
      { name: 'Kolom Q', kind: 'identifier', treatment: 'pseudonym', by: 'content', count: 40 },
    ]);
    expect(report.remaining).toEqual([]);
    for (const number of NUMBERS.slice(0, 40)) expect(text).not.toContain(number);
  });

  it('covers known numbers wherever else they stand', async () => {
    const { text, report } = await csv(
      `bsn;product;referentie;toelichting\n${BSN[0]};02A16;INV-${BSN[1]}-1;ook ${BSN[0]}\n${BSN[1]};02A16;9999.00.006;x\n`,
    );
    for (const number of BSN) expect(text).not.toContain(number);
    expect(report.elsewhere).toEqual([{ name: 'referentie', count: 2 }]);
  });

  it('says which columns it doesn’t know, and does what the user chooses', async () => {
    const text = 'Cliënt;Product;Bijzonder\nC1;02A16;Piet van hiernaast\n';
    expect((await csv(text)).report.remaining).toMatchObject([
      { why: 'unrecognised-text', what: 'Bijzonder', count: 1 },
    ]);
    const hidden = await csv(text, { keep: [], hide: ['bijzonder'] });
    expect([hidden.text.includes('Piet'), hidden.report.remaining]).toEqual([false, []]);
    const kept = await csv(text, { keep: ['Cliënt', 'Bijzonder'], hide: [] });
    expect(kept.text).toContain('C1;02A16;Piet');
    expect(kept.report.remaining.map(({ why }) => why)).toEqual(['kept-by-choice', 'kept-by-choice']);
  });

  it('without headers says that only the content could tell', async () => {
    const { text, report } = await csv(`${BSN[0]};uur;5\n${BSN[1]};uur;6\n`);
    expect(report.remaining.map(({ why }) => why)).toContain('no-header');
    expect(text).not.toContain('9999');
  });

  it('joins survive: the same client has the same pseudonym in every file', async () => {
    const one = await csv(`BSN;Bedrag\n${BSN[0]};1\n`);
    const other = await csv(`Naam;Burgerservicenummer\nX;${BSN[0]}\n`);
    const message = await covered(
      'm.asc',
      encode(`${aw319Records([{ bsn: BSN[0], lines: [] }]).join('\r\n')}\r\n`, 'utf-8'),
    );
    const [pseudonym = ''] = /\d{9}/.exec(one.text) ?? [];
    expect(other.text).toContain(`;${pseudonym}\n`);
    expect(message.text.split('\r\n')[1]?.slice(14, 23)).toBe(pseudonym);
  });

  it('a quote that is never closed is refused, and the line named', async () => {
    const broken = `Cliënt;Product\nC1;"${'x'.repeat(5 * 1024 * 1024)}\n`;
    const result = csv(`${broken}${broken}`);
    expect(await problemOf(result)).toBe('anonymise.record-too-long');
  });

  it('no service number of the input is in the output, whatever the table', async () => {
    const cell = fc.oneof(
      fc.constantFrom('02A16', '2023-01', 'uur', '', '1.234,50', '"a;b"', '"zeg ""x"""', 'Totaal'),
      fc.constantFrom(...NUMBERS.slice(0, 30)),
      fc.constantFrom(...NUMBERS.slice(0, 30)).map((number) => `"ref ${number}/2"`),
    );
    const table = fc.array(fc.tuple(fc.constantFrom(...NUMBERS.slice(0, 30)), cell, cell, cell), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, end, chunk) => {
          const lines = ['bsn;opdracht;productcode;bedrag', ...rows.map((row) => row.join(';'))];
          const { text, report } = await csv(`${lines.join(end)}${end}`, NONE, chunk);
          for (const [number] of rows) expect(text).not.toContain(number);
          expect(text.split(end).length).toBe(lines.length + 1);
          expect(report.records).toBe(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('AW319', () => {
  const line = {
    product: 'Z053',
    from: '20230201',
    until: '20230228',
    count: 28,
    unit: '14',
    tariff: 25000,
    cents: 700000,
  };
  const records = aw319Records([
    {
      bsn: BSN[0],
      own: 'C-0001',
      name: 'Van den Voorbeeld',
      lines: [{ ...line, reference: `R${BSN[0]}`, comment: 'mevrouw is verhuisd' }],
    },
    { bsn: BSN[1], lines: [{ ...line, reference: 'VB2', previous: 'VB1', credit: true }] },
  ]).map((record) => (record.startsWith('02') ? `${record.slice(0, 180)}20000`.padEnd(310) : record));

  it('keeps every record at its width and every other field as it is', async () => {
    const { text, report } = await covered(
      'claim.asc',
      encode(`${records.join('\r\n')}\r\n`, 'utf-8'),
      NONE,
      100,
    );
    const lines = text.split('\r\n');
    expect(lines.slice(0, -1).map(({ length }) => length)).toEqual(records.map(() => 310));
    for (const secret of [...BSN, 'Voorbeeld', 'C-0001', 'mevrouw', '19400101'])
      expect(text).not.toContain(secret);
    records.forEach((record, index) => {
      const out = lines[index] ?? '';
      if (/^(01|99)/.test(record)) expect(out).toBe(record);
      // Of a declared line only the client's number and the reference that held it change.
      if (record.startsWith('04')) {
        expect(out.slice(14, 23)).toBe(lines[index - 1]?.slice(14, 23));
        expect(out.slice(23, 194)).toBe(record.slice(23, 194));
      }
    });
    expect(report).toMatchObject({ format: 'aw319', clients: 2, remaining: [] });
    expect(report.fields.map(({ name, count }) => [name, count])).toEqual([
      ['0203', 2],
      ['0206', 1],
      ['0207', 2],
      ['0210', 2],
      ['0215', 2],
      ['0403', 2],
      ['9804', 1],
    ]);
    expect(report.elsewhere).toEqual([{ name: '0431', count: 1 }]);
  });

  it('names records it doesn’t know, and other messages', async () => {
    const odd = [...records.slice(0, 2), `03${'x'.repeat(308)}`, ...records.slice(2)];
    const { report } = await covered('claim.asc', encode(odd.join('\n'), 'utf-8'));
    expect(report.remaining).toEqual([
      { why: 'record', what: '', count: 1, place: { file: 'claim.asc', line: 3 } },
    ]);
    const other = encode(aw319Records([], { code: '188' }).join('\n'), 'utf-8');
    expect(await problemOf(covered('x.asc', other))).toBe('anonymise.unknown-message');
  });
});

describe('messages of municipalities', () => {
  const claim = declaration([
    {
      bsn: BSN[0],
      lines: [
        {
          ...{ reference: `A-${BSN[0]}`, allocation: 100001, category: '02', code: '02A16' },
          ...{ from: '2023-05-01', until: '2023-05-31', volume: 5, unit: '04', cents: 30000 },
        },
      ],
    },
  ]);
  const names = `<b:Geboortedatum><b:Datum>1950-02-03</b:Datum></b:Geboortedatum><b:Naam><b:Geslachtsnaam><b:Achternaam>Bakker &amp; Zn</b:Achternaam></b:Geslachtsnaam></b:Naam><b:Adres><b:Postcode>1234AB</b:Postcode></b:Adres><b:Commentaar><![CDATA[bel <zus>]]></b:Commentaar>`;

  it('covers the numbers and keeps everything else character for character', async () => {
    const { text, report } = await covered('323.xml', encode(claim, 'utf-8'), NONE, 37);
    const [pseudonym = ''] = /<wmo323:Bsn>(\d{9})</.exec(text)?.slice(1) ?? [];
    expect(text).toBe(claim.split(BSN[0]).join(pseudonym));
    expect(looksLikeBsn(pseudonym)).toBe(false);
    expect(report).toMatchObject({ format: 'xml', clients: 1, remaining: [] });
  });

  it('replaces names, dates of birth, addresses, remarks and comments', async () => {
    const message = claim.replace('</wmo323:Bsn>', `</wmo323:Bsn><!-- ${BSN[0]} Bakker -->${names}`);
    const { text, report } = await covered('323.xml', encode(message, 'utf-8'));
    for (const secret of [BSN[0], 'Bakker', '1950', '1234AB', 'zus']) expect(text).not.toContain(secret);
    expect(text).toContain('<b:Datum>1900-01-01</b:Datum>');
    expect(report.fields.map(({ name }) => name).sort()).toEqual(
      ['<!-- -->', 'Achternaam', 'Bsn', 'Commentaar', 'Datum', 'Postcode'].sort(),
    );
  });

  it.each([
    ['a DOCTYPE', claim.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), 'anonymise.xml-doctype'],
    ['a message that breaks off', claim.slice(0, 900), 'anonymise.xml-broken'],
    ['tags that cross', claim.replace('</wmo323:Bsn>', '</wmo323:Client>'), 'anonymise.xml-broken'],
  ])('%s is refused', async (_name, text, code) => {
    expect(await problemOf(covered('323.xml', encode(text, 'utf-8')))).toBe(code);
  });

  it('other XML is done as far as elements are known, and that is said', async () => {
    const { report } = await covered('x.xml', encode('<a><b>tekst</b></a>', 'utf-8'));
    expect(report.remaining.map(({ why }) => why)).toEqual(['part']);
  });
});

describe('a workbook', () => {
  const cell = (reference: string, text: string): string => `<c r="${reference}" t="s"><v>${text}</v></c>`;
  const strings = [
    'BSN',
    'Naam',
    'Productcode',
    'Kenmerk',
    'De Vries',
    '02A16',
    `ref ${BSN[0]}`,
    'Bakker',
    '999900006',
    'rood',
  ];
  const shared = `<sst xmlns="${MAIN}" count="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
  const sheet = sheetXml(
    `<row r="1">${['A1', 'B1', 'C1', 'D1'].map((at, index) => cell(at, String(index))).join('')}</row>` +
      `<row r="2"><c r="A2"><v>${BSN[0]}</v></c>${cell('B2', '4')}${cell('C2', '5')}${cell('D2', '6')}<c r="E2"><f>A2*1</f><v>${BSN[0]}</v></c></row>` +
      `<row r="3">${cell('A3', '8')}${cell('B3', '7')}${cell('C3', '5')}${cell('D3', '9')}</row>`,
  );
  const extra = [
    {
      name: 'xl/comments1.xml',
      data: `<comments xmlns="${MAIN}"><authors><author>Jan</author></authors><commentList><comment ref="A2"><text><t>zus van ${BSN[0]}</t></text></comment></commentList></comments>`,
    },
    {
      name: 'xl/pivotCache/pivotCacheRecords1.xml',
      data: `<pivotCacheRecords xmlns="${MAIN}"><r><n v="${BSN[0]}"/><s v="De Vries"/></r></pivotCacheRecords>`,
    },
    {
      name: 'docProps/core.xml',
      data: '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Jan Medewerker</dc:creator></cp:coreProperties>',
    },
  ];
  const inside = (bytes: Uint8Array): Map<string, string> => {
    const zip = readZip(bytes, 'x.xlsx', DEFAULT_LIMITS);
    return new Map(
      zip.entries.map((entry) => [entry.name, Buffer.from(unpack(zip, entry)).toString('utf8')]),
    );
  };

  it('leaves no number, name or remark in any part of the file', async () => {
    const before = buildPackage({ sheets: { Blad: sheet }, strings: shared, extra });
    const { bytes, report } = await covered('dossier.xlsx', before);
    for (const [name, text] of inside(bytes)) {
      for (const secret of [BSN[0], '999900006', 'De Vries', 'Bakker', 'zus van', 'Jan']) {
        expect(`${name} ${text.includes(secret) ? secret : ''}`).toBe(`${name} `);
      }
    }
    const grid = await (await openXlsx(bytes, 'dossier.xlsx')).read();
    const value = (row: number, col: number): unknown =>
      grid.sheets[0]?.cells.find((one) => one.row === row && one.col === col)?.value?.value ?? null;
    expect([value(1, 1), value(1, 2), value(2, 2), value(2, 3)]).toEqual([null, '02A16', '02A16', 'rood']);
    expect(value(1, 3)).toBe(`ref ${String(value(1, 0))}`);
    expect(report.fields.map(({ name, count }) => [name, count])).toEqual([
      ['BSN', 2],
      ['Naam', 2],
      ['Blad!E', 0],
      ['[notes]', 1],
    ]);
    // A formula stays a formula; it is said that it shows something of a client.
    expect(report.remaining.map(({ why, what }) => [why, what])).toContainEqual(['formula', 'Blad!E']);
  });

  it('untouched parts stay the same, and closed parts are named', async () => {
    const macro = { name: 'xl/vbaProject.bin', data: new Uint8Array([1, 2, 3]) };
    const theme = { name: 'xl/theme/theme1.xml', data: '<a/>' };
    const entries = packageEntries({ sheets: { Blad: sheet }, strings: shared, extra: [macro, theme] });
    const { bytes, report } = await covered('dossier.xlsm', buildZip(entries));
    const parts = inside(bytes);
    expect(parts.get('xl/theme/theme1.xml')).toBe('<a/>');
    expect(report.remaining.map(({ why, what }) => [why, what])).toContainEqual([
      'part',
      'xl/vbaProject.bin',
    ]);
  });
});

it.each([
  ['leeg.csv', new Uint8Array(0), 'anonymise.empty'],
  ['brief.pdf', encode('%PDF-1.7', 'utf-8'), 'anonymise.unknown-format'],
])('%s is refused', async (name, bytes, code) => {
  expect(await problemOf(covered(name, bytes))).toBe(code);
});
