import type { Layout, Slot } from './layout';
import { pushTo } from './multimap';

/**
 * Slots that hold a plain number where the cells around them are formulas: somebody typed over a formula.
 * One cell of its row, with formulas on both sides or above and below; a run of typed months is no exception.
 */
export function findTypedOver(layout: Layout): ReadonlySet<Slot> {
  const odd = new Set<Slot>();
  if (!layout.slots.some((slot) => slot.role === 'formula')) return odd;
  const rows = new Map<string, Slot[]>();
  const cols = new Map<string, Slot[]>();
  for (const slot of layout.slots) {
    if (slot.measure === 'tariff') continue;
    pushTo(rows, `${slot.sheet}|${slot.block ?? ''}|${slot.row}|${slot.measure}`, slot);
    pushTo(cols, `${slot.sheet}|${slot.block ?? ''}|${slot.col}|${slot.measure}`, slot);
  }
  const examine = (
    lines: ReadonlyMap<string, Slot[]>,
    across: (slot: Slot) => readonly Slot[],
    order: (slot: Slot) => number,
  ): void => {
    for (const line of lines.values()) {
      if (line.length < 4) continue;
      const typed = line.filter((slot) => slot.role === 'input');
      const [only] = typed;
      if (typed.length !== 1 || !only || line.length - 1 < 3) continue;
      const sorted = [...line].sort((a, b) => order(a) - order(b));
      const at = sorted.indexOf(only);
      const between = at > 0 && at < sorted.length - 1;
      const others = across(only).filter((slot) => slot !== only);
      const formulas = others.filter((slot) => slot.role === 'formula').length;
      if (others.length > 0 ? formulas * 2 > others.length : between) odd.add(only);
    }
  };
  const rowOf = (slot: Slot): readonly Slot[] =>
    rows.get(`${slot.sheet}|${slot.block ?? ''}|${slot.row}|${slot.measure}`) ?? [];
  const colOf = (slot: Slot): readonly Slot[] =>
    cols.get(`${slot.sheet}|${slot.block ?? ''}|${slot.col}|${slot.measure}`) ?? [];
  examine(rows, colOf, (slot) => slot.col);
  examine(cols, rowOf, (slot) => slot.row);
  return odd;
}
