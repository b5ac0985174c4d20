import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { dateFromSerial, parseDate, serialFromDate } from '../../src/core';

/** Stands where Excel stands: loads the built functions file and its metadata, and calls formulas. */

export const ROOT = path.resolve(__dirname, '../..');
export const BUILT = path.join(ROOT, 'dist', 'addin');

export interface Surroundings {
  readonly language: 'nl' | 'en';
  readonly dates: '1900' | '1904';
  /** Empty cells: 0 on desktop, null on the web. */
  readonly empty: 'desktop' | 'web';
}

export const DESKTOP: Surroundings = { language: 'nl', dates: '1900', empty: 'desktop' };

/** A cell as test data writes it: null is empty, `{ date }` a date cell, `{ error }` an error cell. */
export type TestCell =
  string | number | boolean | null | { readonly date: string } | { readonly error: string };
export type TestTable = readonly (readonly TestCell[])[];

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly dimensionality?: 'matrix';
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly result: { readonly type?: string; readonly dimensionality?: 'matrix' };
  readonly parameters: readonly Parameter[];
}

export const readMetadata = (language: 'nl' | 'en'): readonly FunctionMetadata[] =>
  (
    JSON.parse(readFileSync(path.join(BUILT, `functions.${language}.json`), 'utf8')) as {
      functions: FunctionMetadata[];
    }
  ).functions;

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? '');
  }
}

/** What a formula came to: a value, a table that spills, or an error with its sentence. */
export type Outcome =
  | { readonly value: number | string | boolean }
  | { readonly rows: readonly (readonly (number | string | boolean)[])[] }
  | { readonly error: string; readonly says: string };

type Associated = (...given: unknown[]) => unknown;

export class ExcelHost {
  private readonly functions = new Map<string, Associated>();
  private readonly metadata: ReadonlyMap<string, FunctionMetadata>;

  private constructor(private readonly surroundings: Surroundings) {
    this.metadata = new Map(readMetadata(surroundings.language).map((entry) => [entry.id, entry]));
  }

  /** Loads the built file in a context that has nothing but what Excel gives, and may not compile code. */
  static async load(surroundings: Surroundings): Promise<ExcelHost> {
    const host = new ExcelHost(surroundings);
    const context = vm.createContext(
      {
        CustomFunctions: {
          associate: (id: string, implementation: Associated) => {
            if (host.functions.has(id)) throw new Error(`${id} is associated twice`);
            host.functions.set(id, implementation);
          },
          Error: ExcelError,
          ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
        },
        Office: {
          context: { displayLanguage: surroundings.language === 'nl' ? 'nl-NL' : 'en-US' },
          onReady: () => Promise.resolve({ host: 'Excel' }),
        },
        Excel: {
          run: (batch: (context: unknown) => Promise<unknown>) =>
            batch({
              workbook: {
                functions: {
                  date: () => ({
                    value: surroundings.dates === '1904' ? 35064 : 36526,
                    load: () => undefined,
                  }),
                },
              },
              sync: () => Promise.resolve(),
            }),
        },
      },
      { codeGeneration: { strings: false, wasm: false } },
    );
    vm.runInContext(readFileSync(path.join(BUILT, 'functions.js'), 'utf8'), context, {
      filename: 'functions.js',
    });
    // The workbook's calendar is asked for in the meantime.
    await new Promise((resolve) => setImmediate(resolve));
    return host;
  }

  get ids(): readonly string[] {
    return [...this.functions.keys()];
  }

  private cell(cell: TestCell): unknown {
    if (cell === null) return this.surroundings.empty === 'desktop' ? 0 : null;
    if (typeof cell !== 'object') return cell;
    if ('error' in cell) return new ExcelError(cell.error);
    return serialFromDate(parseDate(cell.date), this.surroundings.dates);
  }

  private range(table: TestTable): unknown[][] {
    const width = table.reduce((most, row) => Math.max(most, row.length), 0);
    return table.map((row) => Array.from({ length: width }, (_, col) => this.cell(row[col] ?? null)));
  }

  /** Calls a function as Excel does: arguments by their metadata, omitted ones null, the invocation last. */
  async call(id: string, given: readonly Argument[]): Promise<Outcome> {
    const entry = this.metadata.get(id);
    const implementation = this.functions.get(id);
    if (!entry || !implementation) throw new Error(`=ZORG.${id} is #NAME?`);
    const last = entry.parameters[entry.parameters.length - 1];
    if (given.length > entry.parameters.length && !last?.repeating)
      throw new Error(`${id}: too many arguments`);
    const values = entry.parameters.map((parameter, index) => {
      if (parameter.repeating) return given.slice(index).map((argument) => this.marshal(argument, parameter));
      const argument = given[index] ?? OMITTED;
      if (argument === OMITTED && !parameter.optional && index >= given.length) {
        throw new Error(`${id}: argument ${parameter.name} is not optional`);
      }
      return this.marshal(argument, parameter);
    });
    let result: unknown;
    try {
      result = await implementation(...values, { address: 'Blad1!A1', functionName: id });
    } catch (thrown) {
      if (!(thrown instanceof ExcelError)) throw thrown;
      if (!['#VALUE!', '#N/A'].includes(thrown.code)) throw new Error(`${id} gave ${thrown.code}`);
      return { error: thrown.code, says: thrown.message };
    }
    return this.outcome(id, entry, result);
  }

  private marshal(argument: Argument, { dimensionality, name }: Parameter): unknown {
    if (argument === OMITTED) return null;
    if ('table' in argument) {
      const range = this.range(argument.table);
      if (dimensionality === 'matrix') return range;
      if (range.length === 1 && range[0]?.length === 1) return range[0][0];
      throw new Error(`a range in ${name} would be lifted by Excel, which this host doesn't do`);
    }
    const cell = this.cell(argument.cell);
    return dimensionality === 'matrix' ? [[cell]] : cell;
  }

  private outcome(id: string, { result: declared }: FunctionMetadata, result: unknown): Outcome {
    const scalar = (value: unknown): number | string | boolean => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (typeof value === 'string' || typeof value === 'boolean') return value;
      throw new Error(`${id} gave ${String(value)}, which a cell can't hold`);
    };
    if (Array.isArray(result)) {
      if (declared.dimensionality !== 'matrix')
        throw new Error(`${id} spills, and its metadata says it doesn't`);
      const rows = (result as unknown[][]).map((row) => row.map(scalar));
      if (rows.length === 0 || rows.some((row) => row.length !== rows[0]?.length)) {
        throw new Error(`${id} gave a ragged table`);
      }
      return { rows };
    }
    if (declared.dimensionality === 'matrix') throw new Error(`${id} must spill by its metadata`);
    if (declared.type === 'number' && typeof result !== 'number') throw new Error(`${id} gave no number`);
    return { value: scalar(result) };
  }

  /** Works out a formula such as `OVERRUN("Wmo"; 2023; plafonds; productie; ; "30-06-2023")`. */
  async evaluate(formula: string, tables: Readonly<Record<string, TestTable>>): Promise<Outcome> {
    const text = formula.replace(/^=/, '').replace(/^ZORG\./, '');
    const match = /^(\w+)\(([\s\S]*)\)$/.exec(text.trim());
    if (!match) throw new Error(`no formula: ${formula}`);
    const given: Argument[] = [];
    for (const part of splitArguments(match[2] ?? '')) given.push(await this.argument(part.trim(), tables));
    return this.call(match[1] ?? '', given);
  }

  private async argument(part: string, tables: Readonly<Record<string, TestTable>>): Promise<Argument> {
    if (part === '') return OMITTED;
    if (/^".*"$/s.test(part)) return { cell: part.slice(1, -1).replaceAll('""', '"') };
    if (/^-?\d+(\.\d+)?$/.test(part)) return { cell: Number(part) };
    if (part === 'TRUE' || part === 'FALSE') return { cell: part === 'TRUE' };
    if (part.startsWith('#')) return { cell: { error: part } };
    if (part === 'EMPTY') return { cell: null };
    const day = /^DATE\((\d{4}-\d{2}-\d{2})\)$/.exec(part);
    if (day) return { cell: { date: day[1] ?? '' } };
    if (/^(?:ZORG\.)?\w+\(/.test(part)) {
      const inner = await this.evaluate(part, tables);
      if ('rows' in inner) return { table: inner.rows };
      return { cell: 'value' in inner ? inner.value : { error: inner.error } };
    }
    const table = tables[part];
    if (!table) throw new Error(`no table ${part}`);
    return { table };
  }
}

const OMITTED = null;
type Argument = { readonly cell: TestCell } | { readonly table: TestTable } | null;

/** Splits at semicolons outside quotes and brackets. */
function splitArguments(text: string): string[] {
  if (text.trim() === '') return [];
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === '(') depth++;
    if (!quoted && letter === ')') depth--;
    if (!quoted && depth === 0 && letter === ';') {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
}

/** The day of a serial number, for tests of dates that functions return. */
export const dayOfSerial = (serial: number, dates: '1900' | '1904'): string | null =>
  dateFromSerial(serial, dates);

/** Cells of a CSV file: all text, or typed as Excel does on opening (numbers and dates). */
export function csvTable(file: string, typed: boolean): TestTable {
  const bytes = readFileSync(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Node decodes this label as latin1, where the euro sign is a control character.
    text = new TextDecoder('windows-1252').decode(bytes).replaceAll('\u0080', '€');
  }
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const delimiter = [';', '\t', ','].find((mark) => (lines[0] ?? '').includes(mark)) ?? ';';
  return lines.map((line, row) =>
    line.split(delimiter).map((field): TestCell => {
      const plain = field.replace(/^"|"$/g, '');
      if (plain === '') return null;
      if (!typed || row === 0) return plain;
      const day = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(plain);
      if (day)
        return { date: `${day[3]}-${(day[2] ?? '').padStart(2, '0')}-${(day[1] ?? '').padStart(2, '0')}` };
      const month = /^(\d{1,2})-(\d{4})$/.exec(plain) ?? null;
      if (month) return { date: `${month[2]}-${(month[1] ?? '').padStart(2, '0')}-01` };
      const number = /^€?\s*(-?[\d.]*,\d+|-?\d+)$/.exec(plain);
      return number ? Number((number[1] ?? '').replaceAll('.', '').replace(',', '.')) : plain;
    }),
  );
}
