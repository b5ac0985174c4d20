import { subtractMoney, sumMoney, ZERO, type Money } from '../values';
import type { StatedCell } from './dossier';

/** A cell whose amount differs between two submissions; null: the submission has no such cell. */
export interface ChangedCell {
  readonly product: string;
  readonly domain: string;
  readonly period: string;
  readonly before: { readonly sheet: string; readonly cell: string; readonly amount: Money } | null;
  readonly after: { readonly sheet: string; readonly cell: string; readonly amount: Money } | null;
  readonly difference: Money;
}

export interface SubmissionChange {
  readonly changed: readonly ChangedCell[];
  readonly before: Money;
  readonly after: Money;
  /** after − before; the differences of the changed cells add up to it. */
  readonly difference: Money;
}

/**
 * Two submissions of one provider, cell by cell. A cell is recognised by what it states (product, domain,
 * period) and, where that stands more than once, by its sheet and order; so inserted rows and moved sheets
 * don't make everything look changed. The differences add up to the change of the total.
 */
export function compareSubmissions(
  before: readonly StatedCell[],
  after: readonly StatedCell[],
): SubmissionChange {
  const waiting = new Map<string, StatedCell[]>();
  const keyOf = (cell: StatedCell): string => [cell.domain, cell.product, cell.period].join('|');
  for (const cell of before) {
    const list = waiting.get(keyOf(cell));
    if (list) list.push(cell);
    else waiting.set(keyOf(cell), [cell]);
  }
  const changed: ChangedCell[] = [];
  const place = (cell: StatedCell): { sheet: string; cell: string; amount: Money } => ({
    sheet: cell.sheet,
    cell: cell.cell,
    amount: cell.amount,
  });
  for (const cell of after) {
    const list = waiting.get(keyOf(cell)) ?? [];
    const same = list.findIndex((other) => other.sheet === cell.sheet);
    const [found] = list.length === 0 ? [] : list.splice(Math.max(0, same), 1);
    const difference = subtractMoney(cell.amount, found?.amount ?? ZERO);
    if (found && difference === ZERO) continue;
    // A new cell that states nothing changes nothing.
    if (!found && cell.amount === ZERO) continue;
    const { product, domain, period } = cell;
    changed.push({
      product,
      domain,
      period,
      before: found ? place(found) : null,
      after: place(cell),
      difference,
    });
  }
  for (const list of waiting.values()) {
    for (const cell of list) {
      if (cell.amount === ZERO) continue;
      const { product, domain, period } = cell;
      changed.push({
        product,
        domain,
        period,
        before: place(cell),
        after: null,
        difference: subtractMoney(ZERO, cell.amount),
      });
    }
  }
  const from = sumMoney(before.map((cell) => cell.amount));
  const to = sumMoney(after.map((cell) => cell.amount));
  return { changed, before: from, after: to, difference: subtractMoney(to, from) };
}
