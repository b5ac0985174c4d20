import {
  budgetSnapshot,
  CareTable,
  isIsoDate,
  sameProvider,
  subtractMoney,
  sumMoney,
  takeSnapshot,
  type Issue,
  type Money,
  type Snapshot,
  type SnapshotInput,
  type SnapshotSource,
} from '../core';
import { readCare, type InputFile, type IntakeReceipt, type OpenGrid } from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import type { Progress, RunOutcome } from './types';

/** The files of a run as a frozen state names them, with their hashes where those were taken. */
export const sourcesOf = (
  receipts: readonly IntakeReceipt[],
  hashes: ReadonlyMap<string, string>,
): SnapshotSource[] =>
  receipts.map(({ file, kind, lines, amounts }) => ({
    file,
    kind,
    hash: hashes.get(file) ?? null,
    lines: { total: lines.total, read: lines.read, rejected: lines.rejected },
    amount: amounts.file,
  }));

/** What only the face knows of a snapshot. */
export type SnapshotLabel = Pick<
  SnapshotInput,
  'id' | 'takenAt' | 'note' | 'engine' | 'overrides' | 'scenarios'
>;

/** Freezes a run: a snapshot per prognosis, as far as it kept figures per product and month. */
export function snapshotsOf(
  outcome: RunOutcome,
  hashes: ReadonlyMap<string, string>,
  label: SnapshotLabel,
): Snapshot[] {
  const { asOf } = outcome;
  if (!isIsoDate(asOf)) return [];
  const input: SnapshotInput = {
    ...label,
    year: outcome.year,
    asOf,
    rulebook: outcome.rulebook,
    sources: sourcesOf(outcome.receipts, hashes),
  };
  return outcome.prognoses.flatMap((prognosis) => takeSnapshot(prognosis, input) ?? []);
}

export interface BudgetRead {
  readonly snapshot: Snapshot;
  readonly receipt: IntakeReceipt;
  /** Amount of lines of other years. */
  readonly leftOut: Money;
  /** Amount of lines of other providers. */
  readonly others: Money;
}

/**
 * Reads a budget per product and month (the columns of a production or forecast file) as one side of a comparison.
 * Issues: as `InputError`; lines that can't be read are in the receipt, and a file without any line of this provider
 * and year is refused.
 */
export async function readBudget(
  file: InputFile,
  about: { readonly provider: string; readonly year: number; readonly decimal: 'comma' | 'point' | null },
  openGrid: OpenGrid,
  progress: Progress,
): Promise<BudgetRead> {
  const table = new CareTable();
  let receipt: IntakeReceipt;
  try {
    receipt = await readCare(file, 'forecast', table, {
      openGrid,
      onProgress: (done, total) => progress.report('forecast', file.name, total ? done / total : null),
      ...(progress.signal ? { signal: progress.signal } : {}),
      ...(about.decimal ? { decimal: about.decimal } : {}),
    });
  } catch (error) {
    throw new InputError(inputIssues(error, file.name));
  }
  const rows = [...table.rows()];
  const own = rows.filter(({ provider }) => provider.trim() === '' || sameProvider(provider, about.provider));
  const source: SnapshotSource = {
    file: file.name,
    kind: 'budget',
    hash: null,
    lines: receipt.lines,
    amount: receipt.amounts.file,
  };
  const { snapshot, leftOut } = budgetSnapshot(own, { ...about, file: file.name, sources: [source] });
  if (snapshot.products.length === 0) {
    const issue: Issue = inputIssue(
      'flow.budget-nothing',
      { provider: about.provider, year: String(about.year) },
      { file: file.name },
    );
    throw new InputError([issue]);
  }
  const others = subtractMoney(
    sumMoney(rows.map((row) => row.amount)),
    sumMoney(own.map((row) => row.amount)),
  );
  return { snapshot, receipt, leftOut, others };
}
