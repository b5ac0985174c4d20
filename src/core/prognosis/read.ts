import { Decimal } from '../values/decimal';
import { isIsoDate, lastDay, monthOfDate } from '../values/date';
import { dateValue, monthValue, type Fact, type Message, type Place } from '../values/message';
import { addMoney, sumMoney, ZERO, type Money } from '../values/money';
import { a1, columnLetters, type GridCell, type WorkbookGrid } from './grid';
import type { Layout, Slot, TotalCell } from './layout';
import { amountIn, euroOf, numberInText, numberOf, rawText, wholeCents } from './numbers';
import { groupBy } from './multimap';
import { findTypedOver } from './odd-cells';
import { viewsByName, type SheetView } from './sheet-view';
import { hidesNumber } from './shown-numbers';

/** What stands in one slot. */
export interface ReadValue {
  readonly slot: Slot;
  /** Whole cents; null when the slot isn't an amount or holds none. */
  readonly amount: Money | null;
  /** Volume or tariff. */
  readonly quantity: Decimal | null;
  /** Number of clients. */
  readonly count?: number;
  /** The cell's content as plain text; empty for an empty cell. */
  readonly raw: string;
  readonly problem: Message | null;
}

/** A stated total beside what its cells come to. */
export interface ReadTotal {
  readonly total: TotalCell;
  /** Null when the cell holds no number (a formula without a kept value, for instance). */
  readonly stated: Money | null;
  readonly recomputed: Money;
  /** The same for volumes; null for totals of amounts. */
  readonly quantity: { readonly stated: Decimal | null; readonly recomputed: Decimal } | null;
  readonly problem: Message | null;
}

export type ObservationCode =
  | 'text-number'
  | 'text-in-cell'
  | 'error-value'
  | 'below-cent'
  | 'hidden-row'
  | 'hidden-column'
  | 'hidden-sheet'
  | 'hidden-format'
  | 'hidden-colour'
  | 'typed-over-formula'
  | 'wrong-side'
  | 'duplicate-rows'
  | 'negative-amount'
  | 'total-differs'
  | 'total-typed';

/** Something in a submitted prognosis that a check may turn into a finding. */
export interface Observation {
  readonly code: ObservationCode;
  readonly place: Place;
  readonly amount: Money | null;
  readonly facts: Readonly<Record<string, Fact>>;
}

export interface PrognosisReading {
  readonly layout: Layout;
  readonly values: readonly ReadValue[];
  readonly totals: readonly ReadTotal[];
  readonly observations: readonly Observation[];
}

/**
 * Reads a filled prognosis back through its layout. Amounts are rounded half up to whole cents after cutting
 * the binary noise of spreadsheet numbers (15 significant digits); real fractions of a cent are observed.
 * Texts that clearly are numbers are read, with a problem. Errors: none.
 * @param asOf when the caller knows it better than the workbook (`YYYY-MM-DD`)
 * @example readPrognosis(layout, filled).values[0]?.amount // 577830n
 */
export function readPrognosis(layout: Layout, workbook: WorkbookGrid, asOf?: string): PrognosisReading {
  const views = viewsByName(workbook);
  const observations: Observation[] = [];
  const placeOf = (cell: { sheet: string; row: number; col: number }): Place => ({
    file: workbook.file,
    sheet: cell.sheet,
    cell: a1(cell.row, cell.col),
  });
  const values = layout.slots.map((slot) =>
    readSlot(slot, views.get(slot.sheet)?.at(slot.row, slot.col), observations, placeOf),
  );
  const totals = layout.totals
    .filter((total) => total.over.length > 0)
    .map((total): ReadTotal => {
      const cell = views.get(total.sheet)?.at(total.row, total.col);
      const parts = total.over.flatMap((index) => values[index] ?? []);
      const recomputed = sumMoney(parts.map((part) => part.amount ?? ZERO));
      const where = { sheet: total.sheet, cell: a1(total.row, total.col) };
      if (total.measure !== 'amount') {
        const number = numberOf(cell);
        const sum = parts.reduce((all, part) => all.plus(part.quantity ?? 0), new Decimal(0));
        const differs = number !== null && !number.toDecimalPlaces(6).equals(sum.toDecimalPlaces(6));
        const problem: Message | null = differs
          ? {
              code: 'prognosis.total-differs',
              facts: { ...where, stated: number.toFixed(), recomputed: sum.toFixed() },
            }
          : null;
        if (differs)
          observations.push({
            code: 'total-differs',
            place: placeOf(total),
            amount: null,
            facts: { stated: number.toFixed(), recomputed: sum.toFixed() },
          });
        return { total, stated: null, recomputed, quantity: { stated: number, recomputed: sum }, problem };
      }
      const stated = amountIn(cell, total.scale);
      const differs = stated !== null && stated !== recomputed;
      if (differs) {
        observations.push({
          code: 'total-differs',
          place: placeOf(total),
          amount: (stated - recomputed) as Money,
          facts: {
            stated: { kind: 'money', value: stated },
            recomputed: { kind: 'money', value: recomputed },
          },
        });
      }
      return {
        total,
        stated,
        recomputed,
        quantity: null,
        problem: differs
          ? {
              code: 'prognosis.total-differs',
              facts: {
                ...where,
                stated: { kind: 'money', value: stated },
                recomputed: { kind: 'money', value: recomputed },
              },
            }
          : null,
      };
    });
  observeHidden(values, workbook, views, observations);
  observeTypedOver(layout, values, totals, observations, placeOf);
  observeSides(layout, values, asOf, observations, placeOf);
  observeDuplicates(values, observations, placeOf);
  return { layout, values, totals, observations };
}

type Placer = (cell: { sheet: string; row: number; col: number }) => Place;

/** What stands in the cell of a slot; anything odd about it is observed. */
function readSlot(
  slot: Slot,
  cell: GridCell | undefined,
  observations: Observation[],
  placeOf: Placer,
): ReadValue {
  const raw = rawText(cell) ?? '';
  const value = cell?.value ?? null;
  if (value === null) return { slot, amount: null, quantity: null, raw, problem: null };
  if (value.kind === 'number' && slot.measure === 'amount') {
    // What nearly all cells are: whole cents, nothing to remark.
    const amount = wholeCents(value.value, slot.scale);
    if (amount !== null && amount >= ZERO) return { slot, amount, quantity: null, raw, problem: null };
  }
  let number = numberOf(cell);
  let problem: Message | null = null;
  const observe = (code: ObservationCode, amount: Money | null, facts: Observation['facts']): void => {
    observations.push({ code, place: placeOf(slot), amount, facts: { label: slot.label, ...facts } });
  };
  const problemOf = (code: string, found: string): Message => ({
    code,
    facts: { sheet: slot.sheet, cell: a1(slot.row, slot.col), found },
  });
  const empty: ReadValue = { slot, amount: null, quantity: null, raw, problem: null };
  if (value.kind === 'error') {
    observe('error-value', null, { found: raw });
    return { ...empty, problem: problemOf('prognosis.read-error-value', raw) };
  }
  if (value.kind === 'text' && raw.trim() !== '') {
    number = numberInText(raw);
    if (number === null) {
      if (/^[-–—]$/.test(raw.trim())) return empty;
      observe('text-in-cell', null, { found: raw });
      return { ...empty, problem: problemOf('prognosis.read-text', raw) };
    }
    problem = problemOf('prognosis.read-text-number', raw);
    observe('text-number', slot.measure === 'amount' ? euroOf(number, slot.scale).amount : null, {
      found: raw,
    });
  }
  if (number === null) return empty;
  if (slot.measure === 'clients')
    return { ...empty, quantity: number, count: number.toDecimalPlaces(0).toNumber(), problem };
  if (slot.measure !== 'amount') return { ...empty, quantity: number, problem };
  const { amount, rounded } = euroOf(number, slot.scale);
  if (rounded) {
    observe('below-cent', amount, { found: number.toFixed() });
    problem ??= problemOf('prognosis.read-below-cent', number.toFixed());
  }
  if (amount < ZERO) observe('negative-amount', amount, { month: monthValue(slot.period.from) });
  return { ...empty, amount, problem };
}

function observeHidden(
  values: readonly ReadValue[],
  workbook: WorkbookGrid,
  views: ReadonlyMap<string, SheetView>,
  observations: Observation[],
): void {
  const sums = new Map<string, { code: ObservationCode; place: Place; amount: Money; count: number }>();
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const { slot, amount } of values) {
    if (amount === null || amount === ZERO) continue;
    const sheet = sheets.get(slot.sheet);
    if (!sheet) continue;
    // Of cells that each hide their own amount the first is named, and how many there are.
    const add = (code: ObservationCode, cell: string | null, group = cell ?? ''): void => {
      const key = `${code}|${slot.sheet}|${group}`;
      const sum = sums.get(key) ?? {
        code,
        place: { file: workbook.file, sheet: slot.sheet, ...(cell === null ? {} : { cell }) },
        amount: ZERO,
        count: 0,
      };
      sums.set(key, { ...sum, amount: addMoney(sum.amount, amount), count: sum.count + 1 });
    };
    const cell = views.get(slot.sheet)?.at(slot.row, slot.col);
    if (cell?.value?.kind === 'number' && hidesNumber(cell.format, cell.value.value))
      add('hidden-format', a1(slot.row, slot.col), '');
    else if (cell?.concealed === true) add('hidden-colour', a1(slot.row, slot.col), '');
    if (sheet.visibility !== 'visible') add('hidden-sheet', null);
    if (sheet.hiddenRows.has(slot.row)) add('hidden-row', `${slot.row + 1}:${slot.row + 1}`);
    if (sheet.hiddenCols.has(slot.col))
      add('hidden-column', `${columnLetters(slot.col)}:${columnLetters(slot.col)}`);
  }
  for (const { code, place, amount, count } of sums.values())
    observations.push({ code, place, amount, facts: { count } });
}

function observeTypedOver(
  layout: Layout,
  values: readonly ReadValue[],
  totals: readonly ReadTotal[],
  observations: Observation[],
  placeOf: Placer,
): void {
  const odd = findTypedOver(layout);
  for (const { slot, amount, raw } of values) {
    if (odd.has(slot) && raw !== '')
      observations.push({
        code: 'typed-over-formula',
        place: placeOf(slot),
        amount,
        facts: { label: slot.label },
      });
  }
  const formulas = new Map<string, number>();
  const key = (total: TotalCell, axis: 'row' | 'col'): string =>
    `${total.sheet}|${axis}|${total[axis]}|${total.measure}`;
  for (const { total } of totals) {
    if (!total.formula) continue;
    for (const axis of ['row', 'col'] as const)
      formulas.set(key(total, axis), (formulas.get(key(total, axis)) ?? 0) + 1);
  }
  for (const { total, stated } of totals) {
    if (total.formula || stated === null) continue;
    const around = Math.max(formulas.get(key(total, 'row')) ?? 0, formulas.get(key(total, 'col')) ?? 0);
    if (around >= 2)
      observations.push({
        code: 'total-typed',
        place: placeOf(total),
        amount: stated,
        facts: { label: total.label ?? '' },
      });
  }
}

function observeSides(
  layout: Layout,
  values: readonly ReadValue[],
  asOf: string | undefined,
  observations: Observation[],
  placeOf: Placer,
): void {
  const day = asOf ?? layout.asOf;
  if (day === null || day === undefined || !isIsoDate(day)) return;
  const month = monthOfDate(day);
  const isClosed = day === lastDay(month);
  for (const { slot, amount } of values) {
    if (amount === null || amount === ZERO || slot.phase === 'any') continue;
    const wrong =
      slot.phase === 'actual'
        ? slot.period.from > month
        : isClosed
          ? slot.period.until <= month
          : slot.period.until < month;
    if (wrong) {
      observations.push({
        code: 'wrong-side',
        place: placeOf(slot),
        amount,
        facts: {
          label: slot.label,
          phase: slot.phase,
          month: monthValue(slot.period.from),
          asOf: dateValue(day),
        },
      });
    }
  }
}

function observeDuplicates(values: readonly ReadValue[], observations: Observation[], placeOf: Placer): void {
  const reported = new Map<string, { first: ReadValue; second: ReadValue; amount: Money; count: number }>();
  for (const list of sameTwice(values)) {
    const [first, second] = list;
    if (!first || !second) continue;
    const key = [
      first.slot.product ?? first.slot.label,
      first.slot.domain ?? '',
      first.slot.client ?? '',
    ].join('\u0000');
    const known = reported.get(key) ?? { first, second, amount: ZERO, count: 0 };
    reported.set(key, {
      ...known,
      amount: addMoney(known.amount, sumMoney(list.slice(1).map((value) => value.amount ?? ZERO))),
      count: known.count + 1,
    });
  }
  for (const { first, second, amount, count } of reported.values()) {
    observations.push({
      code: 'duplicate-rows',
      place: placeOf(second.slot),
      amount,
      facts: {
        label: second.slot.label,
        other: `${first.slot.sheet}!${a1(first.slot.row, first.slot.col)}`,
        count,
      },
    });
  }
}

/** Up to so many amounts of a product each is held against each: quicker than a key for every one. */
const FEW = 40;

function hasEqualPlaces(values: readonly ReadValue[], own: readonly number[]): boolean {
  for (let i = 1; i < own.length; i++) {
    const a = values[own[i] ?? -1]?.slot;
    for (let j = 0; a && j < i; j++) {
      const b = values[own[j] ?? -1]?.slot;
      if (
        b &&
        a.period.from === b.period.from &&
        a.period.until === b.period.until &&
        a.phase === b.phase &&
        a.domain === b.domain &&
        a.client === b.client
      )
        return true;
    }
  }
  return false;
}

/** Amounts that stand for the same product, domain, period, phase and client, in order of the first of each. */
function sameTwice(values: readonly ReadValue[]): ReadValue[][] {
  const byName = groupBy(values.keys(), (at) => {
    const value = values[at];
    if (value?.slot.measure !== 'amount' || value.amount === null || value.amount === ZERO) return null;
    return value.slot.product ?? value.slot.label;
  });
  const found: { list: ReadValue[]; at: number }[] = [];
  for (const own of byName.values()) {
    if (own.length <= FEW && !hasEqualPlaces(values, own)) continue;
    const seen = new Map<string, { list: ReadValue[]; at: number }>();
    for (const at of own) {
      const value = values[at];
      if (!value) continue;
      const { domain, period, phase, client } = value.slot;
      const key = `${period.from}${period.until}${phase}\u0000${domain ?? ''}\u0000${client ?? ''}`;
      const known = seen.get(key);
      if (!known) seen.set(key, { list: [value], at });
      else if (known.list.push(value) === 2) found.push(known);
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ list }) => list);
}
