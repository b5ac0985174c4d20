import { CareTable, formatMoney, type CareRow } from '../../src/core';
import { ProductionIntake, type IntakeOptions, type IntakeReceipt } from '../../src/intake';
import { bytesFile } from './bytes-file';

export interface GivenFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

export interface AllRead {
  readonly receipts: IntakeReceipt[];
  /** One row per product, month and unit, as text. */
  readonly rows: string[];
  readonly table: CareTable;
  readonly intake: ProductionIntake;
}

const asText = (row: CareRow): string =>
  `${row.product} ${row.month} ${row.quantity?.toString() ?? '–'} ${row.unit ?? '–'} ${formatMoney(row.amount)}`;

/** Reads files as one run does. */
export async function readAll(
  files: readonly GivenFile[],
  options: IntakeOptions = {},
  chunk = 1 << 16,
): Promise<AllRead> {
  const intake = await ProductionIntake.open(
    files.map(({ name, text }) =>
      bytesFile(name, typeof text === 'string' ? new TextEncoder().encode(text) : text, chunk),
    ),
    options,
  );
  const table = new CareTable();
  const receipts: IntakeReceipt[] = [];
  for (const part of intake.parts) receipts.push(await intake.read(part, table));
  return { receipts, rows: [...table.withoutClients().rows()].map(asText).sort(), table, intake };
}

/** Codes of the remarks on a message, without their area. */
export const remarks = (receipt: IntakeReceipt | undefined): string[] =>
  (receipt?.issues ?? []).map((issue) => issue.code.replace('messages-in.', '')).sort();
