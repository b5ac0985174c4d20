import fc from 'fast-check';
import {
  addMoney,
  CareTable,
  Decimal,
  formatMoney,
  moneyFromCents,
  moneyToDecimal,
  roundToCents,
  sumMoney,
  type Issue,
  type WorkbookGrid,
} from '../../src/core';
import { IntakeError, readCare, type IntakeOptions, type IntakeReceipt } from '../../src/intake';
import { say } from '../../src/messages';
import { bytesFile, encode, textFile } from './bytes-file';

const HEAD = 'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing';
const line = (changes: Partial<Record<string, string>> = {}): string => {
  const fields: Record<string, string> = {
    aanbieder: 'De Linde',
    domein: 'Wmo',
    product: '02A03',
    client: 'C1',
    periode: '2023-06',
    aantal: '2,5',
    eenheid: 'uur',
    bedrag: '154,50',
    toewijzing: 'T1',
    ...changes,
  };
  return HEAD.split(';')
    .map((name) => fields[name])
    .join(';');
};

interface Read {
  receipt: IntakeReceipt;
  rows: { provider: string; domain: string; product: string; month: string; amount: string; lines: number }[];
  table: CareTable;
}

async function read(text: string, options: IntakeOptions = {}, encoding = 'utf-8'): Promise<Read> {
  const table = new CareTable();
  const receipt = await readCare(textFile(text, encoding), 'production', table, options);
  return summary(receipt, table);
}

function summary(receipt: IntakeReceipt, table: CareTable): Read {
  const rows = [...table.rows()].map(({ provider, domain, product, month, amount, lines }) => ({
    provider,
    domain,
    product,
    month,
    amount: formatMoney(amount),
    lines,
  }));
  const { lines, amounts } = receipt;
  expect(lines.read + lines.rejected + lines.skipped).toBe(lines.total);
  expect(addMoney(amounts.read, amounts.rejected)).toBe(amounts.file);
  expect(rows.reduce((sum, row) => sum + row.lines, 0)).toBe(lines.read);
  return { receipt, rows, table };
}

async function failure(text: string | Uint8Array, options: IntakeOptions = {}): Promise<readonly Issue[]> {
  const table = new CareTable();
  const file = typeof text === 'string' ? textFile(text) : bytesFile('test.csv', text);
  try {
    await readCare(file, 'production', table, options);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(table.size).toBe(0);
    for (const issue of error.issues) {
      expect(say(issue, 'nl')).not.toContain('intake.');
      expect(say(issue, 'en')).not.toContain('intake.');
    }
    return error.issues;
  }
  throw new Error('was read');
}

const codes = (issues: readonly Issue[]): string[] => issues.map((issue) => issue.code);

describe('dialects', () => {
  it.each([
    [';', 'comma'],
    [';', 'point'],
    ['\t', 'comma'],
    ['|', 'comma'],
    [',', 'point'],
  ])('delimiter %j with decimal %s', async (delimiter, decimal) => {
    const mark = (text: string): string => (decimal === 'comma' ? text : text.replaceAll(',', '.'));
    const text = [HEAD, mark(line()), mark(line({ bedrag: '-4,50' }))]
      .join('\r\n')
      .replaceAll(';', delimiter);
    const { receipt, rows } = await read(text);
    expect(receipt).toMatchObject({ delimiter, decimal, lines: { total: 3, read: 2, skipped: 1 } });
    expect(rows).toEqual([
      { provider: 'De Linde', domain: 'Wmo', product: '02A03', month: '2023-06', amount: '150.00', lines: 2 },
    ]);
  });

  it('comma-delimited with quoted decimal commas', async () => {
    const text = `${HEAD}\n${line()}`
      .split('\n')
      .map((row) => row.replaceAll(';', '","').replace(/^|$/g, '"'))
      .join('\n');
    expect((await read(text)).receipt).toMatchObject({ delimiter: ',', decimal: 'comma' });
  });

  it('a sep= line decides the delimiter', async () => {
    const { receipt } = await read(`sep=|\r\n${HEAD.replaceAll(';', '|')}\r\n${line().replaceAll(';', '|')}`);
    expect(receipt).toMatchObject({ delimiter: '|', lines: { total: 3, read: 1, skipped: 2 } });
  });

  it.each(['\n', '\r\n', '\r'])('line end %j', async (end) => {
    const { receipt } = await read([HEAD, line(), line()].join(end) + end);
    expect(receipt.lines).toMatchObject({ total: 3, read: 2 });
  });

  it('mixed line ends keep counting lines', async () => {
    const { receipt } = await read(`${HEAD}\r\n${line()}\r${line()}\n${line({ bedrag: '?' })}\r\n`);
    expect(receipt.lines).toMatchObject({ total: 4, read: 2, rejected: 1 });
    expect(receipt.rejectedLines[0]?.line).toBe(4);
  });

  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['windows-1252', false],
  ])('%s, byte order mark %s', async (encoding, bom) => {
    const text = [HEAD, line({ aanbieder: 'Zorg ’t Één', bedrag: '€ 12,50' })].join('\r\n');
    for (const chunk of [1, 2, 3, 1 << 16]) {
      const table = new CareTable();
      const file = bytesFile('x.csv', encode(text, encoding, bom), chunk);
      const receipt = await readCare(file, 'production', table);
      expect(receipt).toMatchObject({ encoding, providers: ['Zorg ’t Één'] });
      expect(summary(receipt, table).rows[0]?.amount).toBe('12.50');
    }
  });

  it('Windows-1252 whose first accent comes late in the stream', async () => {
    const text = [HEAD, ...Array.from({ length: 6000 }, () => line()), line({ aanbieder: 'Één' })].join('\n');
    const bytes = encode(text, 'windows-1252');
    expect(bytes.length).toBeGreaterThan(1 << 18);
    const receipt = await readCare(bytesFile('x.csv', bytes), 'production', new CareTable());
    expect(receipt).toMatchObject({ encoding: 'windows-1252', providers: ['De Linde', 'Één'] });
  });

  it('says so when UTF-8 turns into something else', async () => {
    const bytes = [
      encode(`${HEAD}\n${line({ aanbieder: 'Één' })}\n`, 'utf-8'),
      encode(line({ aanbieder: 'Één' }), 'windows-1252'),
    ];
    const all = Uint8Array.from(bytes.flatMap((part) => [...part]));
    const receipt = await readCare(bytesFile('x.csv', all), 'production', new CareTable());
    expect(receipt).toMatchObject({ encoding: 'mixed', providers: ['Één'] });
    expect(codes(receipt.issues)).toEqual(['intake.encoding-mixed']);
  });

  it('quoted fields hold delimiters, line ends and doubled quotes; the line number stays physical', async () => {
    const odd = line({ aanbieder: '"De ""Linde"";\r\nNoord"' });
    const { receipt } = await read([HEAD, odd, line({ bedrag: '' })].join('\r\n'));
    expect(receipt.providers).toEqual(['De "Linde"; Noord']);
    expect(receipt.lines).toMatchObject({ total: 3, read: 1, rejected: 1 });
    expect(receipt.rejectedLines[0]?.line).toBe(4);
  });

  it('headers in English, any order, case and spacing; extra columns are listed', async () => {
    const { receipt, rows } = await read(
      'Amount;Remark;PROVIDER;Law;Product code;Client number;Month\n1,50;x;A;youth;45A55;C1;June 2023',
    );
    expect(receipt.ignoredColumns).toEqual(['Remark']);
    expect(receipt.columns).toContainEqual({ header: 'Law', field: 'domein', column: 'D' });
    expect(rows[0]).toMatchObject({ provider: 'A', domain: 'Jeugdwet', product: '45A55', month: '2023-06' });
  });

  it('preamble, blank lines and repeated headers are skipped', async () => {
    const text = ['Productie 2023;;', 'Peildatum;30-06-2023', '', HEAD, line(), ';;;;;;;;', HEAD, line(), ''];
    const { receipt } = await read(text.join('\n'));
    expect(receipt.lines).toEqual({ total: 8, read: 2, rejected: 0, skipped: 6, amountUnknown: 0 });
  });

  it('optional columns may be missing; allocation is then unknown', async () => {
    const { table, receipt } = await read('product;periode;bedrag\n02A03;2023-06;1,50\n45A55;2023-06;2,50');
    const rows = [...table.rows()];
    expect(rows.map((row) => row.domain)).toEqual(['Wmo', 'Jeugdwet']);
    expect(rows[0]).toMatchObject({ provider: '', client: null, allocated: 'unknown', quantity: null });
    expect(codes(receipt.issues)).toEqual(['intake.domain-derived']);
  });

  it('allocation follows the column: filled or blank', async () => {
    const { table } = await read([HEAD, line(), line({ toewijzing: ' ' })].join('\n'));
    expect([...table.rows()].map((row) => row.allocated)).toEqual(['yes', 'no']);
  });

  it('trailing empty fields beyond the header do no harm', async () => {
    const { receipt } = await read(`${HEAD};\n${line()}\n${line()};\n`);
    expect(receipt.lines).toMatchObject({ read: 2, rejected: 0 });
    expect((await read(`${HEAD}\n${line()};;\n`)).receipt.lines).toMatchObject({ read: 1, rejected: 0 });
  });
});

describe('decimal marks', () => {
  it('1.234 is a thousand where another value shows a decimal comma, wherever it stands', async () => {
    const { receipt } = await read([HEAD, line({ bedrag: '1.234' }), line({ bedrag: '0,5' })].join('\n'));
    expect(receipt).toMatchObject({ decimal: 'comma', issues: [] });
    expect(formatMoney(receipt.amounts.read)).toBe('1234.50');
  });

  it('nothing decides: an error that names column, value and line', async () => {
    const text = [HEAD, line({ bedrag: '1.234', aantal: '1' }), line({ bedrag: '2.500', aantal: '' })].join(
      '\n',
    );
    const [issue] = await failure(text);
    expect(issue).toMatchObject({ code: 'intake.decimal-open', place: { line: 2, column: 'bedrag' } });
    expect(issue && say(issue, 'nl')).toContain('1.234');
    const chosen = await read(text, { decimal: 'comma' });
    expect(formatMoney(chosen.receipt.amounts.read)).toBe('3734.00');
    const other = await read(text, { decimal: 'point' });
    expect(formatMoney(other.receipt.amounts.read)).toBe('3.73');
  });

  it('another number column decides, with a notice', async () => {
    const { receipt } = await read([HEAD, line({ bedrag: '1.234', aantal: '1,5' })].join('\n'));
    expect(formatMoney(receipt.amounts.read)).toBe('1234.00');
    expect(codes(receipt.issues)).toEqual(['intake.decimal-from-other-column']);
  });

  it('whole numbers need no mark', async () => {
    const { receipt } = await read([HEAD, line({ bedrag: '1234', aantal: '3' })].join('\n'));
    expect(receipt).toMatchObject({ decimal: null, issues: [] });
  });

  it('contradicting values: an error that names both lines; a choice settles it', async () => {
    const text = [HEAD, line({ bedrag: '12,50' }), line({ bedrag: '1' }), line({ bedrag: '12.75' })].join(
      '\n',
    );
    const [issue] = await failure(text);
    expect(issue).toMatchObject({
      code: 'intake.decimal-contradiction',
      facts: { first: '12,50', firstAt: '2', second: '12.75', secondAt: '4' },
    });
    const { receipt } = await read(text, { decimal: 'comma' });
    expect(receipt.lines).toMatchObject({ read: 2, rejected: 1 });
    expect(formatMoney(receipt.amounts.read)).toBe('13.50');
  });

  it('each column has its own notation', async () => {
    const { receipt, table } = await read([HEAD, line({ bedrag: '1.234,56', aantal: '12.5' })].join('\n'));
    expect(formatMoney(receipt.amounts.read)).toBe('1234.56');
    expect([...table.rows()][0]?.quantity?.toFixed()).toBe('12.5');
  });

  it('more than two decimals: rounded half up per line, with the exact difference', async () => {
    const { receipt } = await read(
      [HEAD, line({ bedrag: '1,005' }), line({ bedrag: '1,0049' }), line({ bedrag: '0,5' })].join('\n'),
    );
    expect(formatMoney(receipt.amounts.read)).toBe('2.51');
    const [notice] = receipt.issues;
    expect(notice && say(notice, 'en')).toContain('2 amounts with more than two decimals');
    expect(notice && say(notice, 'en')).toContain('0.0001');
  });
});

test('rounding is half up per line, and the difference is told exactly', async () => {
  const written = fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 3, max: 9 }))
    .chain(([whole, places]) =>
      fc.nat(10 ** places - 1).map((rest) => `${whole},${String(rest).padStart(places, '0')}`),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 10 }), async (amounts) => {
      const text = [HEAD, line({ bedrag: '0,01' }), ...amounts.map((bedrag) => line({ bedrag }))].join('\n');
      const { receipt } = await read(text);
      const exact = amounts.map((amount) => new Decimal(amount.replace(',', '.')));
      const sum = sumMoney([moneyFromCents(1), ...exact.map(roundToCents)]);
      expect(receipt.amounts.read).toBe(sum);
      const difference = exact.reduce((left, each) => left.minus(each), moneyToDecimal(sum).minus('0.01'));
      const changed = exact.filter((each) => each.decimalPlaces() > 2).length;
      const notice = receipt.issues.find(({ code }) => code === 'intake.amounts-rounded');
      expect(notice?.facts.count ?? 0).toBe(changed);
      if (notice) expect(notice.facts.difference).toMatchObject({ value: difference });
    }),
  );
});

describe('rejected lines', () => {
  it.each<[string, Record<string, string>, string, string | null]>([
    ['blank amount', { bedrag: '' }, 'intake.line-amount-blank', null],
    ['unreadable amount', { bedrag: 'n.v.t.' }, 'intake.line-amount-unreadable', null],
    ['huge amount', { bedrag: '99999999999999' }, 'intake.line-amount-too-large', null],
    ['blank product', { product: '' }, 'intake.line-product-blank', '154.50'],
    ['blank period', { periode: '' }, 'intake.line-period-blank', '154.50'],
    ['week', { periode: 'week 23' }, 'intake.line-period-not-month', '154.50'],
    ['thirteenth month', { periode: '2023-13' }, 'intake.line-period-unreadable', '154.50'],
    ['blank domain', { domein: '' }, 'intake.line-domain-blank', '154.50'],
    ['unreadable volume', { aantal: 'veel' }, 'intake.line-quantity-unreadable', '154.50'],
    ['too many fields', { toewijzing: 'T1;x' }, 'intake.line-field-count', null],
    ['text after a quote', { eenheid: '"uur"x' }, 'intake.line-stray-quote', '154.50'],
  ])('%s', async (_, changes, code, amount) => {
    const { receipt } = await read([HEAD, line(), line(changes), line()].join('\n'));
    expect(receipt.lines).toMatchObject({ total: 4, read: 2, rejected: 1, amountUnknown: amount ? 0 : 1 });
    const [rejected] = receipt.rejectedLines;
    expect(rejected).toMatchObject({ line: 3, reason: { code } });
    expect(rejected?.amount === null ? null : formatMoney(rejected?.amount ?? receipt.amounts.file)).toBe(
      amount,
    );
    expect(formatMoney(receipt.amounts.rejected)).toBe(amount ?? '0.00');
    const issue = receipt.issues.find((other) => other.code === code);
    expect(issue).toMatchObject({ level: 'rejected', place: { line: 3 }, facts: { others: 0 } });
    for (const language of ['nl', 'en'] as const)
      expect(issue && say(issue, language)).not.toContain('intake.');
  });

  it('too few fields', async () => {
    const { receipt } = await read([HEAD, line(), 'De Linde;Wmo;02A03'].join('\n'));
    expect(receipt.rejectedLines[0]?.reason).toMatchObject({ facts: { found: 3, expected: 9 } });
  });

  it('the same reason is told once, with the number of other lines', async () => {
    const { receipt } = await read(
      [HEAD, line(), ...Array.from({ length: 3 }, () => line({ bedrag: '' }))].join('\n'),
    );
    const [issue] = receipt.issues;
    expect(issue && say(issue, 'nl')).toContain('Nog 2 regels');
  });

  it('all rejected: the file can’t be used', async () => {
    expect(codes(await failure([HEAD, line({ periode: 'x' })].join('\n')))).toEqual([
      'intake.all-rejected',
      'intake.line-period-unreadable',
    ]);
  });

  it('counts all, lists the first ten thousand', async () => {
    const { receipt } = await read(
      [HEAD, line(), ...Array.from({ length: 10_050 }, () => line({ product: '' }))].join('\n'),
    );
    expect(receipt.lines.rejected).toBe(10_050);
    expect(receipt.rejectedLines).toHaveLength(10_000);
    expect(codes(receipt.issues)).toContain('intake.rejected-list-cut');
    expect(formatMoney(receipt.amounts.rejected)).toBe('1552725.00');
  });

  it('no message repeats what may identify a client', async () => {
    const { receipt } = await read(
      [HEAD, line(), line({ bedrag: 'Jansen', periode: '2023-06' }), line({ periode: '999990019' })].join(
        '\n',
      ),
    );
    const said = JSON.stringify([receipt.rejectedLines, receipt.issues], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(said).not.toContain('Jansen');
    expect(said).not.toContain('999990019');
    expect(said).toContain('xxxxxx');
  });
});

describe('total rows', () => {
  it('equal: no remark, and stated', async () => {
    const { receipt } = await read([HEAD, line(), line(), 'Totaal;;;;;;;309,00;'].join('\n'));
    expect(receipt).toMatchObject({ issues: [], lines: { read: 2, skipped: 2 } });
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
  });

  it('different: a notice with both figures', async () => {
    const { receipt } = await read([HEAD, line(), line(), 'Eindtotaal;;;;;;;310,00;'].join('\n'));
    expect(receipt.issues).toMatchObject([{ code: 'intake.total-differs', place: { line: 4 } }]);
    const said = say(receipt.issues[0] ?? { code: '', facts: {} }, 'nl');
    expect(said).toContain('310,00');
    expect(said).toContain('309,00');
    expect(receipt.amounts.stated && formatMoney(receipt.amounts.stated)).toBe('310.00');
  });

  it('rejected lines count in what a total is compared with', async () => {
    const { receipt } = await read([HEAD, line(), line({ periode: '?' }), 'Totaal;;;;;;;309,00;'].join('\n'));
    expect(codes(receipt.issues)).toEqual(['intake.line-period-unreadable']);
  });

  it('subtotals per block and a grand total', async () => {
    const text = [HEAD, line(), line(), ';;;;;;Subtotaal;309,00;', line(), ';;;;;;Subtotaal;154,50;'];
    const { receipt } = await read([...text, 'Totaal generaal;;;;;;;463,50;'].join('\n'));
    expect(receipt).toMatchObject({ issues: [], lines: { read: 3, skipped: 4 } });
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
    const wrong = await read([...text, line(), ';;;;;;Subtotaal;1,00;'].join('\n'));
    expect(codes(wrong.receipt.issues)).toEqual(['intake.total-differs']);
  });

  it('blocks that tile the file state its total together', async () => {
    const text = [HEAD, line(), 'Totaal;;;;;;;154,50;', line(), line(), 'Totaal;;;;;;;309,00;'];
    const { receipt } = await read(text.join('\n'));
    expect(receipt.issues).toEqual([]);
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
  });

  it('a total row without an amount, or shorter than the others, is skipped', async () => {
    const { receipt } = await read([HEAD, line(), 'Totaal', 'Som;;;;;;;;'].join('\n'));
    expect(receipt).toMatchObject({ issues: [], lines: { skipped: 3, rejected: 0 } });
  });

  it('a name or unit that begins with the word is no total', async () => {
    const { receipt } = await read(
      [HEAD, line({ aanbieder: 'Totaal Zorg BV' }), line({ eenheid: 'totaal' })].join('\n'),
    );
    expect(receipt.lines).toMatchObject({ read: 2, skipped: 1 });
  });

  it('an ambiguous total does not make the file ambiguous', async () => {
    const { receipt } = await read(
      [
        HEAD,
        line({ bedrag: '1000', aantal: '1' }),
        line({ bedrag: '234', aantal: '1' }),
        'Totaal;;;;;;;1.234;',
      ].join('\n'),
    );
    expect(receipt.issues).toEqual([]);
  });
});

describe('headers that don’t fit', () => {
  it('two columns for one field: both are named', async () => {
    const [issue] = await failure(`${HEAD};Gedeclareerd bedrag\n${line()};1,00`);
    expect(issue).toMatchObject({ code: 'intake.column-twice' });
    expect(issue && say(issue, 'nl')).toContain('bedrag, Gedeclareerd bedrag');
  });

  it('a missing column: what was found, what was expected, the nearest guess', async () => {
    const [issue] = await failure('aanbieder;domein;product;priode;bedrag\nA;Wmo;02A03;2023-06;1,00');
    expect(issue).toMatchObject({ code: 'intake.column-missing-guess', facts: { guess: 'priode' } });
    expect(issue && say(issue, 'nl')).toContain('periode');
  });

  it('another kind of file', async () => {
    const [issue] = await failure('aanbieder;domein;jaar;soort;client;bedrag;vanaf\nA;Wmo;2023;basis;;1,00;');
    expect(issue).toMatchObject({ code: 'intake.wrong-kind', facts: { looksLike: 'ceilings' } });
  });

  it('no header at all', async () => {
    const issues = await failure('De Linde;Wmo;02A03;999990019;2023-06;1,00\n');
    expect(codes(issues)).toEqual(['intake.header-missing']);
    expect(JSON.stringify(issues)).not.toContain('999990019');
    expect(codes(await failure('naam;plaats\nx;y'))).toContain('intake.column-missing');
  });

  it('codes that show no domain', async () => {
    expect(codes(await failure('product;periode;bedrag\n54002;2023-06;1,00'))).toEqual([
      'intake.all-rejected',
      'intake.line-domain-underivable',
    ]);
  });
});

describe('files that are no CSV', () => {
  it.each<[string, string | Uint8Array, string, string | undefined]>([
    ['empty', '', 'intake.empty', undefined],
    ['blank lines only', '\n\n', 'intake.empty', undefined],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'intake.not-csv', 'zip'],
    ['xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'intake.not-csv', 'ole'],
    ['pdf', '%PDF-1.7', 'intake.not-csv', 'pdf'],
    ['xml', '<?xml version="1.0"?><a/>', 'intake.not-csv', 'xml'],
    ['html', '<!DOCTYPE html><html></html>', 'intake.not-csv', 'html'],
    ['json', '{"a": 1}', 'intake.not-csv', 'json'],
    ['binary', Uint8Array.of(65, 0, 0, 0, 66, 1, 2, 0), 'intake.binary', undefined],
    ['header only', HEAD, 'intake.no-lines', undefined],
    ['open quote', `${HEAD}\n${line()}\n"De Linde;Wmo\n${line()}\n`, 'intake.quote-not-closed', undefined],
    [
      'quote closed by the next one',
      `${HEAD}\n"De Linde;Wmo\n${line({ aanbieder: '"De Linde"' })}\n`,
      'intake.quote-not-closed',
      undefined,
    ],
  ])('%s', async (_, content, code, format) => {
    const [issue] = await failure(content);
    expect(issue?.code).toBe(code);
    if (format !== undefined) expect(issue?.facts.format).toBe(format);
  });

  it('names the line of the open quote', async () => {
    const [issue] = await failure(`${HEAD}\n${line()}\n"De Linde;Wmo\n${line()}\n`);
    expect(issue?.place.line).toBe(3);
  });

  it('amounts beyond what can be added exactly', async () => {
    const huge = line({ bedrag: '9.999.999.999.999,00', aantal: '' });
    const issues = await failure([HEAD, ...Array.from({ length: 20 }, () => huge)].join('\n'));
    expect(codes(issues)).toEqual(['intake.total-out-of-range']);
  });

  it('month-first dates are not read as day-first ones', async () => {
    const text = [HEAD, line({ periode: '06/01/2023' }), line({ periode: '06/30/2023' })].join('\n');
    expect(codes(await failure(text))).toEqual(['intake.dates-month-first']);
  });
});

describe('notices', () => {
  it('unknown domains are kept as written', async () => {
    const { receipt, rows } = await read([HEAD, line({ domein: 'Participatiewet' })].join('\n'));
    expect(rows[0]?.domain).toBe('Participatiewet');
    expect(codes(receipt.issues)).toEqual(['intake.domain-unknown']);
  });

  it('no remark on a domain that no line was read with', async () => {
    const { receipt } = await read([HEAD, line(), ';Totaal Wmo;;;;;;154,50;'].join('\n'));
    expect(receipt.issues).toEqual([]);
  });

  it('client numbers that look like citizen service numbers, without showing one', async () => {
    const { receipt } = await read(
      [HEAD, line({ client: '999990019' }), line({ client: '999991772' })].join('\n'),
    );
    expect(codes(receipt.issues)).toEqual(['intake.client-bsn']);
    expect(JSON.stringify(receipt.issues)).not.toContain('99999');
  });

  it('statuses are counted and told, not acted on', async () => {
    const { receipt } = await read(
      [`${HEAD};status`, `${line()};goedgekeurd`, `${line()};afgekeurd`].join('\n'),
    );
    expect(codes(receipt.issues)).toEqual([
      'intake.status-not-used',
      'intake.status-share',
      'intake.status-share',
    ]);
    expect(receipt.ignoredColumns).toEqual(['status']);
  });

  it('years and descriptions', async () => {
    const { receipt, table } = await read(
      [`${HEAD};omschrijving`, `${line()};Begeleiding`, `${line({ periode: '12-2022' })};`].join('\n'),
    );
    expect([...receipt.years]).toEqual([
      [2022, { lines: 1, amount: 15450n }],
      [2023, { lines: 1, amount: 15450n }],
    ]);
    expect(table.productDescriptions.get('02A03')).toBe('Begeleiding');
  });
});

describe('progress and stopping', () => {
  it('reports bytes and stops on an aborted signal, leaving the table alone', async () => {
    const bytes = encode([HEAD, ...Array.from({ length: 50 }, () => line())].join('\n'), 'utf-8');
    const seen: number[] = [];
    const table = new CareTable();
    await readCare(bytesFile('x.csv', bytes, 500), 'production', table, {
      onProgress: (done, total) => {
        expect(total).toBe(bytes.length);
        seen.push(done);
      },
    });
    expect(seen.at(-1)).toBe(bytes.length);
    const stop = new AbortController();
    const other = new CareTable();
    await expect(
      readCare(bytesFile('x.csv', bytes, 500), 'production', other, {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      }),
    ).rejects.toThrow();
    expect(other.size).toBe(0);
  });

  it('adds to what the table already holds', async () => {
    const table = new CareTable();
    const text = [HEAD, line()].join('\n');
    await readCare(textFile(text), 'production', table);
    await readCare(textFile(text), 'production', table);
    expect([...table.rows()]).toMatchObject([{ amount: 30900n, lines: 2 }]);
  });

  it('lets the workbook reader’s own error through', async () => {
    const openGrid = (): Promise<WorkbookGrid> => Promise.reject(new Error('encrypted'));
    await expect(
      readCare(bytesFile('x.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4)), 'production', new CareTable(), {
        openGrid,
      }),
    ).rejects.toThrow('encrypted');
  });
});
