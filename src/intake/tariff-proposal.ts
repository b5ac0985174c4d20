import { columnLetters, type Place } from '../core';
import type { InputFile, IntakeOptions } from './contract';
import { headOf, rowsOf, type TariffColumn, type TariffMapping } from './tariff-table';

/** A column of a tariff list and what it is taken for; null when nothing says so. */
export interface ProposedColumn {
  readonly header: string;
  readonly column: string;
  readonly taken: TariffColumn | null;
}

export interface TariffProposal {
  /** Where the column heads stand; null when no row looks like heads. */
  readonly place: Place | null;
  readonly columns: readonly ProposedColumn[];
  /** To be kept and given again: columns that nothing is known of are in it as `ignore`, to be filled in. */
  readonly mapping: TariffMapping;
}

/**
 * What the columns of a published tariff list are taken for, whether or not that is enough to read it. A
 * mapping that is given goes before what the heads say themselves. Errors: `IntakeError` when the file can't
 * be opened as a table.
 */
export async function proposeTariffMapping(
  file: InputFile,
  options: IntakeOptions = {},
): Promise<TariffProposal> {
  const rows = await rowsOf(file, options);
  const head = headOf(rows, options.tariffMapping ?? null);
  const cells = head?.row.cells ?? [];
  const columns = cells.flatMap((cell, index): ProposedColumn[] => {
    const header = cell.trim();
    const taken = head?.columns[index] ?? null;
    return header === '' ? [] : [{ header, column: columnLetters(index), taken }];
  });
  return {
    place: head?.row.place(0) ?? null,
    columns,
    mapping: {
      kind: 'plafondwijzer-tariff-mapping',
      version: 1,
      columns: Object.fromEntries(columns.map(({ header, taken }) => [header, taken ?? { field: 'ignore' }])),
    },
  };
}
