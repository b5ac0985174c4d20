import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/** The built functions file, called as Excel calls it but for the marshalling, which both sides lack. */
export type CellFunction = (...given: unknown[]) => unknown;

export function loadFunctions(file: string): ReadonlyMap<string, CellFunction> {
  const functions = new Map<string, CellFunction>();
  class CellError extends Error {}
  const context = vm.createContext({
    CustomFunctions: {
      associate: (id: string, implementation: CellFunction) => functions.set(id, implementation),
      Error: CellError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    },
  });
  vm.runInContext(readFileSync(file, 'utf8'), context);
  return functions;
}

export const PROVIDERS = 1000;
export const DOMAINS = ['Wmo', 'Jeugdwet'] as const;
/** As-of dates: five of them make 1000 providers × 2 domains into 10,000 different cells. */
export const AS_OF = ['2023-02-28', '2023-04-30', '2023-06-30', '2023-08-31', '2023-10-31'] as const;

export const provider = (number: number): string => `Aanbieder ${String(number).padStart(4, '0')}`;

/** Production of `rows` lines and a base ceiling per provider and domain, as cells of a sheet. */
export function tables(rows: number): { production: unknown[][]; ceilings: unknown[][] } {
  const production: unknown[][] = [['Aanbieder', 'Domein', 'Product', 'Omschrijving', 'Periode', 'Bedrag']];
  // A fixed sequence: every run has the same figures.
  let seed = 12345;
  const random = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const serials = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1) / 86400000 + 25569);
  for (let row = 0; row < rows; row++) {
    production.push([
      provider(row % PROVIDERS),
      DOMAINS[Math.floor(row / PROVIDERS) % 2],
      `0${2 + (row % 7)}A0${row % 5}`,
      'Begeleiding individueel',
      serials[Math.floor(random() * 10)],
      Math.round(random() * 1000000) / 100,
    ]);
  }
  const ceilings: unknown[][] = [['Aanbieder', 'Domein', 'Jaar', 'Soort', 'Bedrag']];
  for (let number = 0; number < PROVIDERS; number++) {
    for (const domain of DOMAINS) {
      ceilings.push([provider(number), domain, 2023, 'basis', Math.round(random() * 2000000) / 100]);
    }
  }
  return { production, ceilings };
}
