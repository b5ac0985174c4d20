import {
  a1,
  columnLetters,
  normaliseHeader,
  plainNumber,
  wordsOfTable,
  type Issue,
  type Place,
} from '../core';
import { RecordCutter } from './anonymise/csv-records';
import { codecOf, readable } from './anonymise/byte-text';
import { IntakeError, type InputFile, type IntakeOptions } from './contract';
import { foreignFormat, sampleOf } from './csv/csv-source';

/** What a column of a published tariff list holds, by a user's choice or recognised. */
export interface TariffColumn {
  /** A field of our tariff lists, such as `product`, `description`, `unit`, `tariff`, `care`, `from`. */
  readonly field: string;
  /** For a tariff column: the year it holds for, and the unit it is per. */
  readonly year?: number;
  readonly unit?: string;
}

/** Which column is what, by its header; kept by the user for the next time. */
export interface TariffMapping {
  readonly kind: 'plafondwijzer-tariff-mapping';
  readonly version: 1;
  readonly columns: Readonly<Record<string, TariffColumn>>;
}

const FIELDS: ReadonlySet<string> = new Set([
  ...['product', 'description', 'unit', 'tariff', 'care', 'nhc', 'nic', 'qualitySupplement', 'from', 'until'],
  ...['sector', 'deliveryForm', 'treatment', 'provider', 'location', 'variant', 'ignore'],
]);

/** A mapping from parsed JSON. Errors: `IntakeError` that names the path and what was expected. */
export function parseTariffMapping(json: unknown, file: string): TariffMapping {
  const refuse = (path: string, expected: string): never => {
    const place = { file, path };
    throw new IntakeError([{ level: 'error', code: 'tariffs.mapping-invalid', facts: { expected }, place }]);
  };
  const record = (value: unknown, path: string): Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : refuse(path, '{ }');
  const root = record(json, '');
  if (root['kind'] !== 'plafondwijzer-tariff-mapping') refuse('kind', '"plafondwijzer-tariff-mapping"');
  if (root['version'] !== 1) refuse('version', '1');
  const columns: Record<string, TariffColumn> = {};
  for (const [header, value] of Object.entries(record(root['columns'], 'columns'))) {
    const path = `columns["${header}"]`;
    const { field, year, unit } = record(value, path);
    if (typeof field !== 'string' || !FIELDS.has(field)) refuse(`${path}.field`, [...FIELDS].join(' | '));
    if (year !== undefined && (typeof year !== 'number' || !/^20\d\d$/.test(String(year))))
      refuse(`${path}.year`, '2023');
    if (unit !== undefined && typeof unit !== 'string') refuse(`${path}.unit`, '"uur"');
    columns[header] = {
      field: field as string,
      ...(year === undefined ? {} : { year: year as number }),
      ...(unit === undefined ? {} : { unit: unit as string }),
    };
  }
  return { kind: 'plafondwijzer-tariff-mapping', version: 1, columns };
}

export interface Row {
  readonly cells: readonly string[];
  place(column: number): Place;
}

/** A published list unfolded: our own form as text, where each line came from, and what was recognised. */
export interface UnfoldedTariffs {
  readonly text: string;
  /** By line of `text` (from 1, the header is 1). */
  readonly places: readonly Place[];
  readonly mapping: TariffMapping;
}

const YEAR =
  /^(?:(?:nieuw|maximum|max)?tarief|prijs|tariff|rate|zin|bedrag)?(?:wmo|jeugd|zin)?(?:perl?)?(?:in|per|vanaf|voor|jaar)?(20\d\d)$/;
const PER_UNIT =
  /^(?:tarief|prijs|bedrag|tariff)?(?:in)?per(uur|minuut|etmaal|dagdeel|dag|stuk|week|maand|hour|minute|day)(20\d\d)?$/;
/** Wordings of the regulator and of municipalities beside those of our own lists. */
const PUBLISHED: ReadonlyMap<string, string> = new Map([
  ...['prestatiebeschrijving', 'voorziening', 'product', 'productomschrijving', 'zorgvorm'].map(
    (word) => [word, 'description'] as const,
  ),
  ...['deelprestatie', 'prestatiecode', 'code', 'productcode'].map((word) => [word, 'product'] as const),
  ...['componentzorg', 'zorg', 'loonmaterieel', 'loonenmaterieel'].map((word) => [word, 'care'] as const),
  ...[
    ['componentnhc', 'nhc'],
    ['componentnic', 'nic'],
    ['metingangvan', 'from'],
  ].map(([word = '', field = '']) => [word, field] as const),
  ...['maximumtarief', 'maximumtariefperdag', 'nieuwtarief', 'tariefzin'].map(
    (word) => [word, 'tariff'] as const,
  ),
  ...['per', 'tijdseenheid'].map((word) => [word, 'unit'] as const),
]);

function columnOf(header: string, mapping: TariffMapping | null): TariffColumn | null {
  const plain = normaliseHeader(header);
  if (plain === '') return null;
  for (const [name, column] of Object.entries(mapping?.columns ?? {})) {
    if (normaliseHeader(name) === plain) return column.field === 'ignore' ? null : column;
  }
  const year = YEAR.exec(plain);
  if (year) return { field: 'tariff', year: Number(year[1]) };
  const per = PER_UNIT.exec(plain);
  if (per) return { field: 'tariff', unit: per[1] ?? '', ...(per[2] ? { year: Number(per[2]) } : {}) };
  const own = wordsOfTable('tariffs').get(plain);
  const published = PUBLISHED.get(plain);
  const field = own === 'product' && published === 'description' ? 'description' : (own ?? published);
  return field === undefined ? null : { field };
}

/** A row of column heads, and what its columns are taken for. */
export interface TariffHead {
  readonly at: number;
  readonly row: Row;
  readonly columns: readonly (TariffColumn | null)[];
}

/** The row that says most of what the columns are: at least an amount, and what it is for. Null: none does. */
export function headOf(rows: readonly Row[], mapping: TariffMapping | null): TariffHead | null {
  let best: TariffHead | null = null;
  let most = 0;
  for (const [at, row] of rows.slice(0, 60).entries()) {
    const columns = row.cells.map((cell) => columnOf(cell, mapping));
    const amounts = columns.some((column) => column?.field === 'tariff' || column?.field === 'care');
    const names = columns.some((column) => column?.field === 'product' || column?.field === 'description');
    const known = columns.filter((column) => column !== null).length;
    if (!amounts || !names || known <= most) continue;
    most = known;
    best = { at, row, columns };
  }
  return best;
}

/**
 * Unfolds a list with a column per year or per unit into our own form, one line per tariff; null when the
 * file has no such columns and no mapping was given (then it is read as it is). Errors: `IntakeError`.
 */
export async function unfoldTariffs(
  file: InputFile,
  options: IntakeOptions,
  mapping: TariffMapping | null,
): Promise<UnfoldedTariffs | null> {
  const rows = await rowsOf(file, options);
  const head = headOf(rows, mapping);
  if (head === null) return null;
  const { columns } = head;
  const tariffs = columns.flatMap((column, index) => (column?.field === 'tariff' ? [{ column, index }] : []));
  const wide = tariffs.some(({ column }) => column.year !== undefined || column.unit !== undefined);
  if (!wide && mapping === null) return null;
  refuseTwice(file, rows[head.at], columns);
  const others = columns.flatMap((column, index) =>
    column !== null && column.field !== 'tariff' ? [{ column, index }] : [],
  );
  const hasProduct = others.some(({ column }) => column.field === 'product');
  const lines = [
    ['product', 'omschrijving', 'eenheid', 'tarief', 'vanaf', 'tot', ...EXTRA.map(([name]) => name)].join(
      ';',
    ),
  ];
  const places: Place[] = [];
  for (const row of rows.slice(head.at + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const value = (field: string): string => {
      const at = others.find(({ column }) => column.field === field)?.index;
      return at === undefined ? '' : (row.cells[at] ?? '').trim();
    };
    const product = hasProduct ? value('product') : value('description');
    const filled = tariffs.filter(({ index }) => (row.cells[index] ?? '').trim() !== '');
    // A row of components only, or one without any amount: told by the reader of the list.
    for (const { column, index } of filled.length > 0
      ? filled
      : [{ column: null, index: tariffs[0]?.index ?? 0 }]) {
      const cell = amountAndUnit(column === null ? '' : (row.cells[index] ?? ''));
      const year = column?.year;
      lines.push(
        [
          ...[product, value('description'), cell.unit ?? column?.unit ?? value('unit'), cell.amount],
          year === undefined ? value('from') : `${year}-01-01`,
          year === undefined ? value('until') : `${year}-12-31`,
          ...EXTRA.map(([, field]) => value(field)),
        ]
          .map(quoted)
          .join(';'),
      );
      places.push(row.place(index));
    }
  }
  const header = rows[head.at]?.cells ?? [];
  return {
    text: `${lines.join('\n')}\n`,
    places,
    mapping: {
      kind: 'plafondwijzer-tariff-mapping',
      version: 1,
      columns: Object.fromEntries(
        columns.flatMap((column, index) => (column === null ? [] : [[(header[index] ?? '').trim(), column]])),
      ),
    },
  };
}

const EXTRA: readonly (readonly [string, string])[] = [
  ['zorgcomponent', 'care'],
  ['nhc', 'nhc'],
  ['nic', 'nic'],
  ['kwaliteitstoeslag', 'qualitySupplement'],
  ['sector', 'sector'],
  ['leveringsvorm', 'deliveryForm'],
  ['behandeling', 'treatment'],
  ['aanbieder', 'provider'],
  ['locatie', 'location'],
  ['variant', 'variant'],
];

const quoted = (text: string): string => (/[;"\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** An amount as published: with `per uur` behind it, or a stray letter that came along from a page. */
function amountAndUnit(text: string): { amount: string; unit: string | null } {
  const match = /^\s*(.*?\d)\s*(?:\/|per)\s*([a-z]+)\s*$/i.exec(text);
  const amount = (match?.[1] ?? text).replace(/\s*[μµ]\s*$/, '').trim();
  return { amount, unit: match?.[2] ?? null };
}

/** Two columns for the same thing: which one holds is not guessed. */
function refuseTwice(
  file: InputFile,
  header: Row | undefined,
  columns: readonly (TariffColumn | null)[],
): void {
  const seen = new Map<string, number>();
  columns.forEach((column, index) => {
    if (column === null) return;
    const key = JSON.stringify([column.field, column.year ?? null, column.unit ?? null]);
    const first = seen.get(key);
    if (first === undefined) return void seen.set(key, index);
    const issue: Issue = {
      level: 'error',
      code: 'tariffs.column-twice',
      facts: {
        first: (header?.cells[first] ?? '').trim(),
        second: (header?.cells[index] ?? '').trim(),
        columns: [columnLetters(first), columnLetters(index)],
      },
      place: header?.place(index) ?? { file: file.name },
    };
    throw new IntakeError([issue]);
  });
}

/** The rows of a table of any form. Errors: `IntakeError`. */
export async function rowsOf(file: InputFile, options: IntakeOptions): Promise<Row[]> {
  const { bytes: sample } = await sampleOf(file);
  const format = foreignFormat(sample);
  if (format === 'zip' && options.openGrid) {
    const parts: Uint8Array[] = [];
    for await (const chunk of file.open()) parts.push(chunk);
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    const grid = await options.openGrid(whole, file.name);
    const sheets = grid.sheets.filter(({ name, visibility }) =>
      options.sheet === undefined ? visibility === 'visible' : name === options.sheet,
    );
    const [sheet] = sheets;
    if (!sheet) return [];
    const rows = new Map<number, string[]>();
    for (const { row, col, value } of sheet.cells) {
      if (value === null) continue;
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      while (cells.length <= col) cells.push('');
      // A number cell is exact; as text it takes the comma that published lists have.
      cells[col] = value.kind === 'number' ? plainNumber(value.value).replace('.', ',') : String(value.value);
    }
    return [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({
        cells,
        place: (column) => ({ file: file.name, sheet: sheet.name, cell: a1(row, column) }),
      }));
  }
  if (format !== null) return [];
  const codec = codecOf(sample);
  let text = '';
  for await (const part of codec.decode(file.open())) text += part;
  const delimiter =
    [';', '\t', ',', '|']
      .map((mark) => ({ mark, count: text.slice(0, 20_000).split(mark).length }))
      .sort((a, b) => b.count - a.count)[0]?.mark ?? ';';
  // Amounts hold commas too, so a semicolon or tab that is there at all goes first.
  const chosen = [';', '\t'].find((mark) => text.slice(0, 20_000).includes(mark)) ?? delimiter;
  const cutter = new RecordCutter(chosen, file.name);
  const records = [...cutter.push(text), ...cutter.finish()];
  return records.map(({ fields, line }) => ({
    cells: fields.map(({ value }) => readable(value).replace(/^\uFEFF/, '')),
    place: () => ({ file: file.name, line }),
  }));
}
