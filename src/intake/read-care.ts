import { CoreError, type CareTable, type Issue } from '../core';
import { CareReader } from './care-reader';
import { IntakeError, type InputFile, type IntakeOptions, type IntakeReceipt } from './contract';
import { Contradiction, DecimalColumn, NotDecidedYet, settleOpenColumns } from './decimal-column';
import { ignoredColumns, readColumns, type Field, type Header } from './fields';
import { openTable } from './open-table';
import { clientName } from './pseudonym';
import { EXACT, type RecordView } from './record';
import type { Locate, TableSink, TableSource } from './source';
import { Tally } from './tally';

/** Read into the table of care, but of no use to it: these only show in the receipt. */
const NOT_USED: readonly Field[] = ['sector', 'deliveryForm', 'treatment', 'subcontractor', 'status'];

/** Looks at the number columns only, until all of them have shown their notation. */
class Survey implements TableSink {
  private header: Header | null = null;
  private locate: Locate = () => ({});

  constructor(
    private readonly source: TableSource,
    private readonly columns: readonly DecimalColumn[],
  ) {}

  begin(header: Header, locate: Locate): void {
    this.header = header;
    this.locate = locate;
  }

  record(view: RecordView): boolean {
    if (!this.header || view.count < this.header.width) return false;
    for (const column of this.columns) {
      const at = this.header.at.get(column.field);
      if (at === undefined || column.mark !== null || (view.marks[at] ?? 0) & EXACT) continue;
      const text = this.source.text(view.bytes, view.starts[at] ?? 0, view.ends[at] ?? 0);
      column.look(text, () => this.locate(view.line, at));
    }
    return this.columns.every((column) => column.mark !== null);
  }
}

/**
 * Reads production or forecast into `into`, and says what was read, rejected and skipped. CSV in any dialect
 * or a workbook; one streaming pass, unless a number column shows its notation only after a value that
 * depends on it (then two). Amounts with more than two decimals are rounded half up per line, volumes after
 * four, both with a notice. `into` is only touched when the whole file has been read.
 * Errors: `IntakeError` when the file can't be used at all; an aborted signal throws its reason.
 * @example (await readCare(production, 'production', table)).amounts.read // 60755577n
 */
export async function readCare(
  file: InputFile,
  kind: 'production' | 'forecast',
  into: CareTable,
  options: IntakeOptions = {},
): Promise<IntakeReceipt> {
  const source = await openTable(file, kind, options);
  const { header } = source;
  requireDomain(header, file.name);
  const columnFor = (field: Field): DecimalColumn => {
    const at = header.at.get(field);
    return new DecimalColumn(field, at === undefined ? '' : (header.headers[at] ?? '').trim());
  };
  const { pseudonymise } = options;
  const pseudonyms = pseudonymise
    ? (client: string): string => clientName(client, pseudonymise, options.keepOwnNumbers === true)
    : null;
  let settled: readonly DecimalColumn[] = [];
  let notices: readonly Issue[] = [];
  // At most: undecided, then each column contradicting a choice that settles it.
  for (let attempt = 0; ; attempt++) {
    const columns = [columnFor('amount'), columnFor('quantity')] as const;
    for (const [index, column] of columns.entries()) {
      const known = settled[index];
      if (known) column.adopt(known);
    }
    const tally = new Tally(file.name);
    tally.addNotices(notices);
    const reader = new CareReader(source, tally, ...columns, pseudonyms, options.late !== undefined);
    try {
      await source.scan(reader, tally);
      reader.finish(file.name);
      const ignored = [
        ...ignoredColumns(header),
        ...NOT_USED.flatMap((field) => {
          const at = header.at.get(field);
          return at === undefined ? [] : [(header.headers[at] ?? '').trim()];
        }),
      ];
      const receipt = tally.receipt({
        kind,
        format: source.format,
        encoding: source.encoding(),
        delimiter: source.delimiter,
        decimal: columns[0].mark,
        columns: readColumns(kind, header).filter(({ header: text }) => !ignored.includes(text)),
        ignoredColumns: ignored,
        years: reader.yearShares,
        providers: reader.providerNames,
        firstProviders: reader.firstProviders,
        firstProducts: reader.firstProducts,
      });
      into.absorb(reader.table);
      options.late?.absorb(reader.late);
      return receipt;
    } catch (error) {
      if (error instanceof NotDecidedYet && attempt < 4) {
        const survey = columns.map((column) => {
          const fresh = new DecimalColumn(column.field, column.header);
          const known = settled[columns.indexOf(column)];
          if (known?.mark) fresh.adopt(known);
          return fresh;
        });
        await source.scan(new Survey(source, survey), null);
        notices = settleOpenColumns(survey, options.decimal, file.name);
        settled = survey;
      } else if (error instanceof Contradiction && options.decimal !== undefined && attempt < 4) {
        error.column.settle(options.decimal);
        settled = columns;
      } else if (error instanceof Contradiction) throw new IntakeError([error.issue]);
      else if (error instanceof CoreError) throw outOfRange(error, file.name);
      else throw error;
    }
  }
}

/** The table holds safe integers only; a file that adds up to more is refused as a whole. */
function outOfRange(error: CoreError, file: string): Error {
  if (error.code !== 'money-out-of-range' && error.code !== 'quantity-not-a-number') return error;
  return new IntakeError([
    { level: 'error', code: 'intake.total-out-of-range', facts: { file }, place: { file } },
  ]);
}

/** Without a domain column the product code must be able to show it. */
function requireDomain(header: Header, file: string): void {
  if (header.at.has('domain') || header.at.has('product')) return;
  throw new IntakeError([
    {
      level: 'error',
      code: 'intake.column-missing',
      facts: { expected: ['domein'], headers: header.headers.map((text) => text.trim()) },
      place: { file },
    },
  ]);
}
