import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from '../../src/core';
import { buildAddinIfStale } from '../fresh-build';
import {
  csvTable,
  dayOfSerial,
  DESKTOP,
  ExcelHost,
  ROOT,
  type Outcome,
  type Surroundings,
  type TestTable,
} from './excel-host';

interface Case {
  readonly title: string;
  readonly formula: string;
  readonly equals?: number | string;
  readonly day?: string;
  readonly rows?: readonly (readonly (number | string)[])[];
  readonly error?: '#VALUE!' | '#N/A';
  readonly nl?: string;
  readonly en?: string;
  /** The sentence goes on with something that changes with the rulebooks there are. */
  readonly starts?: boolean;
  readonly anycase?: boolean;
}

const { tables, cases, explained } = JSON.parse(
  readFileSync(path.join(__dirname, 'formulas.json'), 'utf8'),
) as { tables: Record<string, TestTable>; cases: Case[]; explained: string[] };

const HOSTS: readonly Surroundings[] = [
  DESKTOP,
  { language: 'nl', dates: '1904', empty: 'desktop' },
  { language: 'nl', dates: '1900', empty: 'web' },
  { language: 'en', dates: '1904', empty: 'web' },
];

const hosts = new Map<Surroundings, ExcelHost>();
beforeAll(async () => {
  buildAddinIfStale();
  for (const surroundings of HOSTS) hosts.set(surroundings, await ExcelHost.load(surroundings));
}, 300_000);

function hostOf(surroundings: Surroundings): ExcelHost {
  const host = hosts.get(surroundings);
  if (!host) throw new Error('no such host');
  return host;
}

const valueOf = (outcome: Outcome): unknown =>
  'value' in outcome ? outcome.value : 'rows' in outcome ? outcome.rows : `${outcome.error} ${outcome.says}`;

describe.each(HOSTS.map((host) => [Object.values(host).join(', '), host] as const))(
  '%s',
  (_name, surroundings) => {
    test.each(cases.map((entry) => [entry.title, entry] as const))('%s', async (_title, entry) => {
      const outcome = await hostOf(surroundings).evaluate(entry.formula, tables);
      const { language, dates } = surroundings;
      if (entry.error) {
        if (!('error' in outcome)) throw new Error(`no error but ${String(valueOf(outcome))}`);
        expect(outcome.error).toBe(entry.error);
        expect(outcome.says.length).toBeGreaterThan(10);
        expect(outcome.says.length).toBeLessThanOrEqual(255);
        const wanted = entry[language];
        if (wanted === undefined) return;
        const says = entry.anycase ? outcome.says.toLowerCase() : outcome.says;
        const text = entry.anycase ? wanted.toLowerCase() : wanted;
        if (entry.starts) expect(says.slice(0, text.length)).toBe(text);
        else expect(says).toBe(text);
      } else if (entry.day !== undefined) {
        expect('value' in outcome && dayOfSerial(Number(outcome.value), dates)).toBe(entry.day);
      } else if (entry.rows) {
        if (language === 'nl') expect(valueOf(outcome)).toEqual(entry.rows);
        else
          expect('rows' in outcome && outcome.rows.map((row) => row.length)).toEqual(
            entry.rows.map((row) => row.length),
          );
      } else expect(valueOf(outcome)).toBe(entry.equals);
    });
  },
);

describe.each([
  ['as text', false],
  ['as typed cells', true],
])('sample cases, tables %s', (_how, typed) => {
  const names = ['a', 'b', 'c'] as const;
  test.each(names)('case %s: the figures of expected.json', async (name) => {
    const folder = path.join(ROOT, 'samples', name);
    const own = Object.fromEntries(
      ['plafonds', 'productie', 'prognose', 'tarieven'].map((table) => [
        table,
        csvTable(path.join(folder, `${table}.csv`), typed),
      ]),
    );
    const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
      year: number;
      asOf: string;
      domains: Record<string, Record<string, string>>;
    };
    for (const [domain, figures] of Object.entries(expected.domains)) {
      const rest = `"${expected.asOf}"; ; ; tarieven)`;
      for (const surroundings of HOSTS) {
        const host = hostOf(surroundings);
        const figure = async (formula: string): Promise<unknown> =>
          valueOf(await host.evaluate(formula, own));
        const tables = `"${domain}"; ${expected.year}; plafonds; productie; prognose`;
        expect({
          effective: await figure(
            `CEILING("${domain}"; ${expected.year}; plafonds; "${expected.asOf}"; productie; prognose; ; ; tarieven)`,
          ),
          overrun: await figure(`OVERRUN(${tables}; ${rest}`),
          headroom: await figure(`HEADROOM(${tables}; ${rest}`),
        }).toEqual({
          effective: Number(figures['effective']),
          overrun: Number(figures['overrun']),
          headroom: Number(figures['headroom']),
        });
      }
    }
  });
});

/** The rows of an EXPLAIN table as a tree, and every calculated row added up again from the table alone. */
function readd(rows: readonly (readonly unknown[])[]): number {
  const [, ...steps] = rows.map((row) => row.map(String));
  const operations: Record<string, (parts: Decimal[]) => Decimal | null> = {
    som: (parts) => parts.reduce((sum, part) => sum.plus(part), new Decimal(0)),
    verschil: ([first, ...others]) =>
      others.reduce((left, part) => left.minus(part), first ?? new Decimal(NaN)),
    product: (parts) => parts.reduce((product, part) => product.times(part), new Decimal(1)),
    quotiënt: ([first, second]) => (first && second ? first.dividedBy(second) : null),
    laagste: (parts) => Decimal.min(...parts),
    hoogste: (parts) => Decimal.max(...parts),
    'afgerond op een veelvoud': ([only, unit]) =>
      only && unit ? only.dividedBy(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit) : null,
    'afgerond op centen': ([only]) => only?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) ?? null,
  };
  let count = 0;
  for (const [number = '', label, , exact = '', operation = ''] of steps) {
    const combine = operations[operation];
    if (!combine) continue;
    const parts = steps
      .filter(
        ([other = '']) => other.startsWith(`${number}.`) && !other.slice(number.length + 1).includes('.'),
      )
      .map((row) => new Decimal(row[3] ?? ''));
    expect(`${label}: ${combine(parts)?.toFixed()}`).toBe(`${label}: ${new Decimal(exact).toFixed()}`);
    count++;
  }
  return count;
}

describe('EXPLAIN', () => {
  const parts = (formula: string): { name: string; given: string } => {
    const match = /^(\w+)\((.*)\)$/s.exec(formula);
    return { name: match?.[1] ?? '', given: match?.[2] ?? '' };
  };

  test.each(explained)('%s: adding the steps again gives the result', async (formula) => {
    const host = hostOf(DESKTOP);
    const { name, given } = parts(formula);
    const outcome = await host.evaluate(`EXPLAIN("${name}"; ${given})`, tables);
    if (!('rows' in outcome)) throw new Error(String(valueOf(outcome)));
    const [header, first] = outcome.rows;
    expect(header).toEqual([
      'Stap',
      'Omschrijving',
      'Uitkomst',
      'Exact',
      'Bewerking',
      'Regel',
      'Bron',
      'Aanname',
    ]);
    const result = await host.evaluate(formula, tables);
    if ('value' in result && typeof result.value === 'number' && name !== 'EXHAUSTION') {
      expect(first?.[2]).toBe(result.value);
      expect(Number(first?.[3])).toBe(result.value);
      expect(readd(outcome.rows)).toBeGreaterThan(
        name.startsWith('TARIFF') || formula.includes('verlaging)') ? -1 : 0,
      );
    } else readd(outcome.rows);
    // Sentences, not codes.
    for (const row of outcome.rows)
      expect(String(row[1])).not.toMatch(/^(?:steps|functions|checks|wlz|region)\.|\{/);
  });

  it('shows rule, source and assumption', async () => {
    const outcome = await hostOf(DESKTOP).evaluate('EXPLAIN("NEXTCEILING"; 400000; 380000; 2023)', tables);
    const [, first] = 'rows' in outcome ? outcome.rows : [];
    expect(first?.slice(0, 7)).toEqual([
      '1',
      'Verwacht plafond 2024: het laagste van beide',
      380000,
      '380000.00',
      'laagste',
      'ZUT-10',
      '000, vraag 15 en 16',
    ]);
    expect(first?.[7]).toMatch(/^Aanname/);
  });

  it('says which as-of date was taken when none was given', async () => {
    const outcome = await hostOf(DESKTOP).evaluate(
      'EXPLAIN("OVERRUN"; "Wmo"; 2023; plafonds; productie; prognose; ; ; ; producten)',
      tables,
    );
    const row = 'rows' in outcome ? outcome.rows.find((cells) => cells[1] === 'Peildatum') : undefined;
    expect(row?.[2]).toBe('31-05-2023');
    expect(row?.[7]).toMatch(/laatste maand met productie/);
  });

  it('every function is explained in the data file', () => {
    const names = new Set(explained.map((formula) => parts(formula).name));
    const known = hostOf(DESKTOP).ids.filter((id) => id !== 'EXPLAIN');
    expect(known.filter((id) => !names.has(id))).toEqual([]);
  });
});

describe('CHECK', () => {
  it('lists findings, most serious first, and what was not checked', async () => {
    const outcome = await hostOf(DESKTOP).evaluate(
      'CHECK(productie; prognose; plafonds_zonder_casusbudget; 2023; DATE(2023-06-30); ; ; producten)',
      tables,
    );
    if (!('rows' in outcome)) throw new Error(String(valueOf(outcome)));
    const [header, ...rows] = outcome.rows;
    expect(header).toEqual(['Aanbieder', 'Regel', 'Ernst', 'Melding', 'Bedrag', 'Bron']);
    expect(rows[0]?.slice(0, 3)).toEqual(['Voorbeeld', 'ZUT-02', 'overtreding']);
    expect(rows[0]?.[4]).toBe(5500);
    expect(rows.map((row) => row[2])).toContain('niet getoetst');
    expect(rows.filter((row) => /^checks\./.test(String(row[3])))).toEqual([]);
  });
});

describe('memory of tables', () => {
  it('a changed table gives a changed result, also when it was changed in place', async () => {
    const host = hostOf(DESKTOP);
    const production = (tables['productie_klein'] ?? []).map((row) => [...row]);
    const own = { ...tables, eigen: production };
    const overrun = async (): Promise<unknown> =>
      valueOf(
        await host.evaluate(
          'OVERRUN("Wmo"; 2023; plafonds_klein; eigen; ; DATE(2023-03-31); ; ; producten)',
          own,
        ),
      );
    expect(await overrun()).toBe(335);
    (production[3] as unknown[])[5] = 466;
    expect(await overrun()).toBe(336);
    (production[3] as unknown[])[5] = 465;
    expect(await overrun()).toBe(335);
    production.push(['Voorbeeld', 'Wmo', 'P1', null, '2023-03', 1]);
    expect(await overrun()).toBe(336);
  });

  it('a whole column range with a million blank rows is read', async () => {
    const blank = [null, null, null, null, null, null];
    const long = [...(tables['productie_klein'] ?? []), ...Array.from({ length: 1_048_572 }, () => blank)];
    const outcome = await hostOf(DESKTOP).evaluate(
      'OVERRUN("Wmo"; 2023; plafonds_klein; lang; ; DATE(2023-03-31); ; ; producten)',
      { ...tables, lang: long },
    );
    expect(valueOf(outcome)).toBe(335);
  });
});
