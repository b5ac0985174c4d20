import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ZERO } from '../../src/core';
import { toText } from '../../src/report';
import { inventedOutcome } from './invented-outcome';

/** Compares with the text that was looked at and found right. `UPDATE_GOLDEN=1` writes it anew. */
function expectGolden(name: string, text: string): void {
  const file = path.join(__dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) {
    if (process.env['UPDATE_GOLDEN'] !== '1') throw new Error(`${file} is missing`);
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('report as text', () => {
  test.each(['nl', 'en'] as const)('shows everything in 80 columns (%s)', (language) => {
    const text = toText(inventedOutcome, language, { width: 80, color: false });
    expectGolden(`invented.${language}.txt`, text);
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('colour adds codes and changes no text', () => {
    const plain = toText(inventedOutcome, 'nl', { width: 80, color: false });
    const coloured = toText(inventedOutcome, 'nl', { width: 80, color: true });
    expect(coloured).not.toBe(plain);
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  test('domains that do not fit beside each other go under each other', () => {
    const [prognosis] = inventedOutcome.prognoses;
    const [domain] = prognosis?.domains ?? [];
    if (!prognosis || !domain) throw new Error('nothing invented');
    const domains = ['Wmo', 'Jeugdwet', 'Wlz', 'Beschermd wonen', 'Opvang'].map((name) => ({
      ...domain,
      domain: name,
    }));
    const text = toText({ ...inventedOutcome, prognoses: [{ ...prognosis, domains }] }, 'nl', {
      width: 80,
      color: false,
    });
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(text.match(/^Bedragen in euro/gm)?.length).toBe(2);
    for (const { domain: name } of domains) expect(text).toContain(name);
  });

  test('a name from a file cannot steer the terminal', () => {
    const [prognosis] = inventedOutcome.prognoses;
    if (!prognosis) throw new Error('nothing invented');
    const evil = { ...prognosis, file: 'a\u001b[2Jb.xlsx', provider: 'x\r\nOvertredingen: geen' };
    const text = toText({ ...inventedOutcome, prognoses: [evil] }, 'nl', { width: 80, color: false });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('Aanbieder: x Overtredingen: geen');
  });

  test('of a rule with many notices a few are shown, with how many there are more; violations all', () => {
    const [prognosis] = inventedOutcome.prognoses;
    const [violation, , notice] = prognosis?.findings ?? [];
    if (!prognosis || !violation || !notice) throw new Error('nothing invented');
    const findings = [
      ...Array.from({ length: 30 }, () => violation),
      ...Array.from({ length: 30 }, () => ({ ...notice, rule: 'CHK-07', notChecked: false })),
    ];
    const text = toText({ ...inventedOutcome, prognoses: [{ ...prognosis, findings }] }, 'nl', {
      width: 80,
      color: false,
    });
    expect(text.match(/^ {2}ZUT-02/gm)).toHaveLength(30);
    expect(text.match(/^ {2}CHK-07/gm)).toHaveLength(3);
    expect(text).toContain('30 meldingen');
    expect(text).toContain('… en nog 27 van CHK-07');
  });

  test('long lists say how many they leave out', () => {
    const [prognosis] = inventedOutcome.prognoses;
    const [entry] = prognosis?.reconciliation.unmapped ?? [];
    if (!prognosis || !entry) throw new Error('nothing invented');
    const unmapped = Array.from({ length: 53 }, (_, index) => ({
      ...entry,
      product: `P${index}`,
      amount: ZERO,
    }));
    const text = toText(
      {
        ...inventedOutcome,
        prognoses: [{ ...prognosis, reconciliation: { ...prognosis.reconciliation, unmapped } }],
      },
      'en',
      { width: 80, color: false },
    );
    expect(text).toContain('P19');
    expect(text).not.toContain('P20');
    expect(text).toContain('and 33 more');
  });
});
