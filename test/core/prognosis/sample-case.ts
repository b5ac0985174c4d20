import { readFileSync } from 'node:fs';
import {
  addMoney,
  Decimal,
  moneyToDecimal,
  parseDate,
  parseMonth,
  roundToCents,
  type Money,
} from '../../../src/core/values';
import type { Figure, FigureSource } from '../../../src/core/prognosis/figures';
import type { DetectionContext, KnownProduct } from '../../../src/core/prognosis/layout';

export interface ExpectedCase {
  readonly year: number;
  readonly asOf: string;
  readonly provider: string;
  readonly layouts: Readonly<Record<string, { readonly cells: Readonly<Record<string, string>> }>>;
}

const decode = (path: string, encoding: string): string =>
  new TextDecoder(encoding).decode(readFileSync(path)).replace(/^\ufeff/, '');

function table(path: string, encoding: string): Record<string, string>[] {
  const [head = '', ...lines] = decode(path, encoding)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const names = head.split(';').map((name) => name.toLowerCase());
  return lines.map((line) => {
    const parts = line.split(';');
    return Object.fromEntries(names.map((name, index) => [name, parts[index] ?? '']));
  });
}

const number = (text: string): Decimal =>
  new Decimal(
    text
      .replace(/[^\d.,-]/g, '')
      .replace(/\./g, '')
      .replace(',', '.'),
  );

const month = (text: string): string =>
  /^\d{2}-\d{4}$/.test(text) ? `${text.slice(3)}-${text.slice(0, 2)}` : text;

/** A sample folder as a source of figures with what a caller would know beforehand. */
export function readCase(folder: string): {
  expected: ExpectedCase;
  source: FigureSource;
  context: DetectionContext;
} {
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as ExpectedCase;
  const sums = new Map<string, { figure: Figure; amount: Money; quantity: Decimal }>();
  const read = (path: string, encoding: string, phase: Figure['phase']): void => {
    for (const row of table(path, encoding)) {
      if ((row['product'] ?? '') === '') continue;
      const figure: Figure = {
        domain: row['domein'] ?? '',
        product: row['product'] ?? '',
        month: parseMonth(month(row['periode'] ?? '')),
        phase,
        amount: roundToCents(number(row['bedrag'] ?? '0')),
        quantity: number(row['aantal'] ?? '0'),
        unit: row['eenheid'] ?? null,
        clients: null,
      };
      const key = [figure.domain, figure.product, figure.month, phase].join('|');
      const sum = sums.get(key);
      if (sum) {
        sum.amount = addMoney(sum.amount, figure.amount);
        sum.quantity = sum.quantity.plus(figure.quantity ?? 0);
      } else sums.set(key, { figure, amount: figure.amount, quantity: figure.quantity ?? new Decimal(0) });
    }
  };
  read(`${folder}/productie.csv`, 'windows-1252', 'actual');
  read(`${folder}/prognose.csv`, 'utf-8', 'forecast');
  const figures = [...sums.values()].map(({ figure, amount, quantity }) => ({ ...figure, amount, quantity }));
  const domainOf = new Map(figures.map((figure) => [figure.product, figure.domain]));
  const products = table(`${folder}/tarieven.csv`, 'utf-8').map((row): KnownProduct => ({
    code: row['product'] ?? '',
    description: row['omschrijving'] ?? null,
    domain: domainOf.get(row['product'] ?? '') ?? null,
    unit: row['eenheid'] ?? null,
  }));
  return {
    expected,
    source: { provider: expected.provider, year: expected.year, asOf: parseDate(expected.asOf), figures },
    context: {
      year: expected.year,
      asOf: expected.asOf,
      products,
      providers: [expected.provider],
      domains: [...new Set(figures.map((figure) => figure.domain))],
      aliases: new Map(),
    },
  };
}

export const euro = (amount: Money): string => moneyToDecimal(amount).toFixed(2);
