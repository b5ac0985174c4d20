import { formatMoney, type Issue } from '../../src/core';
import { IntakeError, readCeilings, readTariffs } from '../../src/intake';
import { say } from '../../src/messages';
import { textFile } from './bytes-file';

const codes = (issues: readonly Issue[]): string[] => issues.map((issue) => issue.code);

describe('readCeilings', () => {
  const HEAD = 'aanbieder;domein;jaar;soort;client;bedrag;vanaf';
  const read = (...lines: string[]) => readCeilings(textFile([HEAD, ...lines].join('\n')));

  it('reads the three kinds in both languages and both date notations', async () => {
    const { entries, receipt } = await read(
      'A;Wmo;2023;basis;;1.000,00;01-01-2023',
      'A;jw;2023;Case budget;C1;500,00;2023-02-15',
      'A;Jeugdwet;2023;Ophoging;;250,50;',
      'A;Jeugdwet;2023;verlaging;;-50,50;',
      'Totaal;;;;;1.700,00;',
    );
    expect(
      entries.map(({ kind, domain, from, amount }) => [kind, domain, from, formatMoney(amount)]),
    ).toEqual([
      ['base', 'Wmo', '2023-01-01', '1000.00'],
      ['case-budget', 'Jeugdwet', '2023-02-15', '500.00'],
      ['adjustment', 'Jeugdwet', null, '250.50'],
      ['adjustment', 'Jeugdwet', null, '-50.50'],
    ]);
    expect(receipt).toMatchObject({ issues: [], lines: { total: 6, read: 4, skipped: 2 } });
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
    expect([...receipt.years]).toEqual([[2023, { lines: 4, amount: 170000n }]]);
  });

  it('a scope column names products', async () => {
    const { entries } = await readCeilings(
      textFile('domein;jaar;bedrag;productcategorie\nWmo;2023;1,00;02A03, 07\nWmo;2023;2,00;'),
    );
    expect(entries.map(({ scope }) => scope)).toEqual([['02A03', '07'], []]);
  });

  it.each([
    ['A;Wmo;2023;plafondje;;1,00;', 'intake.line-kind-unknown', '1.00'],
    ['A;Wmo;drie;basis;;1,00;', 'intake.line-year-unreadable', '1.00'],
    ['A;;2023;basis;;1,00;', 'intake.line-blank', '1.00'],
    ['A;Wmo;2023;casusbudget;;1,00;', 'intake.line-client-missing', '1.00'],
    ['A;Wmo;2023;basis;;;', 'intake.line-amount-blank', '0.00'],
    ['A;Wmo;2023;basis;;één;', 'intake.line-number-unreadable', '0.00'],
    ['A;Wmo;2023;basis;;1,00;31-02-2023', 'intake.line-date-unreadable', '1.00'],
    ['A;Wmo;2023;verlaging;;1,00;', 'intake.line-lowering-positive', '1.00'],
    ['A;Wmo;2023', 'intake.line-field-count', '0.00'],
  ])('rejects %s', async (line, code, amount) => {
    const { entries, receipt } = await read('A;Wmo;2023;basis;;5,00;', line);
    expect(entries).toHaveLength(1);
    expect(receipt.lines).toMatchObject({ total: 3, read: 1, rejected: 1, skipped: 1 });
    expect(receipt.rejectedLines).toMatchObject([{ line: 3, reason: { code } }]);
    expect(formatMoney(receipt.amounts.rejected)).toBe(amount);
    const [issue] = receipt.issues;
    expect(issue && say(issue, 'nl')).not.toContain('intake.');
  });

  it('remarks on double base ceilings, dates outside the year, and a missing kind', async () => {
    const { receipt } = await read('A;Wmo;2023;basis;;1,00;', 'A;WMO 2015;2023;basis;;2,00;01-07-2022');
    expect(codes(receipt.issues)).toEqual(['intake.date-outside-year', 'intake.base-twice']);
    const bare = await readCeilings(textFile('domein;jaar;plafond\nWmo;2023;1,00'));
    expect(codes(bare.receipt.issues)).toEqual(['intake.kind-assumed-base']);
  });

  it('decides the decimal mark on all values', async () => {
    const text = [HEAD, 'A;Wmo;2023;basis;;1.583.121;', 'A;Jeugdwet;2023;basis;;971.164;'].join('\n');
    const { entries } = await readCeilings(textFile(text));
    expect(formatMoney(entries[1]?.amount ?? (0n as never))).toBe('971164.00');
    await expect(readCeilings(textFile(`${HEAD}\nA;Wmo;2023;basis;;971.164;`))).rejects.toThrow(
      'decimal-open',
    );
    const contradiction = `${HEAD}\nA;Wmo;2023;basis;;1,5;\nA;Jeugdwet;2023;basis;;1.5;`;
    await expect(readCeilings(textFile(contradiction))).rejects.toThrow('decimal-contradiction');
    const chosen = await readCeilings(textFile(contradiction), { decimal: 'comma' });
    expect(chosen.receipt.lines).toMatchObject({ read: 1, rejected: 1 });
  });
});

describe('readTariffs', () => {
  it('keeps every decimal of a tariff', async () => {
    const { entries, receipt } = await readTariffs(
      textFile(
        'product;omschrijving;eenheid;tarief;vanaf;tot\n02A03;Begeleiding;uur;61,8025;01-01-2023;31-12-2023',
      ),
    );
    expect(entries[0]?.tariff?.toFixed()).toBe('61.8025');
    expect(entries[0]).toMatchObject({ unit: 'uur', from: '2023-01-01', until: '2023-12-31', care: null });
    expect(receipt.issues).toEqual([]);
  });

  it('reads Wlz components', async () => {
    const { entries } = await readTariffs(
      textFile(
        'product;zorgcomponent;nhc;nic;kwaliteitstoeslag;sector;leveringsvorm;behandeling\nZ041;214,37;31,18;4,92;;V&V;ZZP;met',
      ),
    );
    expect(entries[0]).toMatchObject({ tariff: null, sector: 'V&V', deliveryForm: 'ZZP', treatment: 'met' });
    expect(['care', 'nhc', 'nic'].map((key) => String(entries[0]?.[key as 'care']))).toEqual([
      '214.37',
      '31.18',
      '4.92',
    ]);
    expect(entries[0]?.qualitySupplement).toBeNull();
  });

  const list = (...lines: string[]) =>
    readTariffs(textFile(['product;eenheid;tarief;vanaf;tot', ...lines].join('\n')));

  it('remarks on overlapping validity, on the day', async () => {
    const next = await list('P;uur;1,50;01-01-2023;30-06-2023', 'P;uur;2,50;01-07-2023;');
    expect(next.receipt.issues).toEqual([]);
    const same = await list('P;uur;1,50;01-01-2023;01-07-2023', 'P;uur;2,50;01-07-2023;');
    expect(codes(same.receipt.issues)).toEqual(['intake.tariffs-overlap']);
    const other = await list('P;uur;1,50;;', 'P;dag;2,50;;');
    expect(other.receipt.issues).toEqual([]);
  });

  it.each([
    ['P;uur;;;', 'intake.line-tariff-missing'],
    [';uur;1,00;;', 'intake.line-blank'],
    ['P;uur;x;;', 'intake.line-number-unreadable'],
    ['P;uur;1,00;2023-07-01;2023-06-30', 'intake.line-validity-reversed'],
    ['P;uur;1,00;gisteren;', 'intake.line-date-unreadable'],
  ])('rejects %s', async (line, code) => {
    const { receipt } = await list('Q;uur;1,50;;', line);
    expect(receipt.rejectedLines).toMatchObject([{ line: 3, reason: { code } }]);
  });

  it('needs a tariff or a care component', async () => {
    await expect(readTariffs(textFile('product;nhc\nP;1,00'))).rejects.toThrow(IntakeError);
  });
});
