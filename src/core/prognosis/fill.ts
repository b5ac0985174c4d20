import { Decimal } from '../values/decimal';
import { isIsoDate, monthOfDate, lastDay, serialFromDate, type Month } from '../values/date';
import { dateValue, moneyValue, monthValue, quantityValue, type Message } from '../values/message';
import {
  addMoney,
  moneyToDecimal,
  roundToCents,
  subtractMoney,
  sumMoney,
  ZERO,
  type Money,
} from '../values/money';
import { sameDomain } from './domains';
import type { Figure, FigureSource } from './figures';
import { readProduct } from './formulas';
import { a1, type GridCell, type WorkbookGrid } from './grid';
import { dayInText, dayLike } from './header-cells';
import type { Layout, PlannedWrite, Slot } from './layout';
import { numberOf, rawText, snapNumber } from './numbers';
import { findTypedOver } from './odd-cells';
import { normaliseUnit } from './phrases';
import { isDateFormat, SheetView } from './sheet-view';
import { normaliseLabel } from './text';

/** An amount of the source that found no cell, and why. */
export interface NotFilled {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly phase: Figure['phase'];
  readonly amount: Money;
  readonly reason: Message;
}

/** A product of the source that the workbook has no line for. */
export interface Unmapped {
  readonly domain: string;
  readonly product: string;
  readonly amount: Money;
  readonly months: readonly Month[];
  /** Labels in the workbook that it might belong to, best first. */
  readonly candidates: readonly string[];
}

export interface FillPlan {
  /** Cells that change. */
  readonly writes: readonly PlannedWrite[];
  /** Cells that already hold what they should. */
  readonly unchanged: readonly PlannedWrite[];
  /** What stands in the cells after filling, in euro: written, already there, or computed by their formula. */
  readonly filledTotal: Money;
  /** The part of `filledTotal` that formulas of the workbook compute from the written volumes. */
  readonly computedTotal: Money;
  readonly sourceTotal: Money;
  readonly notFilledTotal: Money;
  readonly unmappedTotal: Money;
  readonly roundingTotal: Money;
  /** source − filled − not filled − unmapped − rounding: always zero, or the plan is wrong. */
  readonly difference: Money;
  readonly notFilled: readonly NotFilled[];
  readonly unmapped: readonly Unmapped[];
  readonly remarks: readonly Message[];
}

export interface FillOptions {
  /** Put 0 in cells of known products without a figure, so that nothing of last month stays. Default true. */
  readonly zeroes?: boolean;
  /** Set the as-of date and empty provider and year cells. Default true. */
  readonly headers?: boolean;
}

interface Bucket {
  readonly figures: Figure[];
}

const cellName = (slot: Slot): string => `${slot.sheet}!${a1(slot.row, slot.col)}`;

/**
 * Plans what goes into which input cell. Every cent of the source ends in a cell, in `notFilled` or in
 * `unmapped`; only slots with the role `input` are written, so never a formula, total or locked cell. Amounts
 * are exact: a layout in thousands gets up to five decimals. Errors: none.
 * @example planFill(layout, workbook, source).difference // 0n
 */
export function planFill(
  layout: Layout,
  workbook: WorkbookGrid,
  source: FigureSource,
  options: FillOptions = {},
): FillPlan {
  const views = new Map(
    workbook.sheets.map((sheet) => [sheet.name, new SheetView(sheet, workbook.dateSystem)]),
  );
  const cellOf = (slot: { sheet: string; row: number; col: number }): GridCell | undefined =>
    views.get(slot.sheet)?.at(slot.row, slot.col);
  const remarks: Message[] = [];
  const notFilled: NotFilled[] = [];
  const buckets = new Map<Slot, Bucket>();
  const asOfMonth = monthOfDate(source.asOf);
  const typedOver = findTypedOver(layout);
  const isClosed = source.asOf === lastDay(asOfMonth);

  const hasClients = source.figures.some((figure) => figure.client !== undefined);
  const rivalKey = (slot: Slot): string =>
    [slot.product ?? '', slot.measure, slot.domain ?? '', slot.period.from, slot.period.until].join('\u0000');
  const rivalsOf = new Map<string, Slot[]>();
  const byProduct = new Map<string, Slot[]>();
  for (const slot of layout.slots) {
    if (slot.product === null || slot.measure === 'tariff') continue;
    const rivals = rivalsOf.get(rivalKey(slot));
    if (rivals) rivals.push(slot);
    else rivalsOf.set(rivalKey(slot), [slot]);
    const list = byProduct.get(slot.product);
    if (list) list.push(slot);
    else byProduct.set(slot.product, [slot]);
  }
  const slotCache = new Map<string, Slot[]>();
  const slotsFor = (figure: Figure, measure: Slot['measure']): Slot[] => {
    const key = `${figure.product}\u0000${figure.domain}\u0000${measure}`;
    let found = slotCache.get(key);
    if (!found) {
      const own = (byProduct.get(figure.product) ?? []).filter((slot) => slot.measure === measure);
      const exact = own.filter((slot) => slot.domain !== null && sameDomain(slot.domain, figure.domain));
      found = exact.length > 0 ? exact : own.filter((slot) => slot.domain === null);
      slotCache.set(key, found);
    }
    return found;
  };
  const holds = (slot: Slot, month: Month): boolean =>
    slot.period.from <= month && slot.period.until >= month;

  /** The one slot for a figure, or why there is none. */
  const choose = (figure: Figure, measure: Slot['measure']): Slot | Message => {
    const place = { product: figure.product, domain: figure.domain, month: monthValue(figure.month) };
    const inMonth = slotsFor(figure, measure).filter((slot) => holds(slot, figure.month));
    if (inMonth.length === 0) return { code: 'prognosis.no-cell-for-month', facts: place };
    let candidates = inMonth;
    if (candidates.length > 1 && figure.client !== undefined) {
      const client = normaliseLabel(figure.client);
      const own = candidates.filter(
        (slot) => slot.client !== undefined && normaliseLabel(slot.client) === client,
      );
      if (own.length > 0) candidates = own;
    }
    if (candidates.length > 1) {
      const phases = new Set(candidates.map((slot) => slot.phase));
      if (phases.size > 1) {
        const own = candidates.filter((slot) => slot.phase === figure.phase);
        candidates = own.length > 0 ? own : candidates.filter((slot) => slot.phase === 'any');
        if (candidates.length === 0) {
          return { code: 'prognosis.no-cell-for-phase', facts: { ...place, phase: figure.phase } };
        }
      }
    }
    if (candidates.length > 1) {
      const inputs = candidates.filter((slot) => slot.role === 'input');
      if (inputs.length === 1) candidates = inputs;
    }
    const [only] = candidates;
    if (!only || candidates.length > 1) {
      return {
        code: 'prognosis.several-cells',
        facts: { ...place, cells: candidates.slice(0, 6).map(cellName), count: candidates.length },
      };
    }
    return only;
  };
  const collect = (slot: Slot, figure: Figure): void => {
    const bucket = buckets.get(slot);
    if (bucket) bucket.figures.push(figure);
    else buckets.set(slot, { figures: [figure] });
  };

  const unmappedBy = new Map<
    string,
    { domain: string; product: string; amount: Money; months: Set<Month> }
  >();
  const quantityProblems = new Map<string, Message>();
  for (const figure of source.figures) {
    if (slotsFor(figure, 'amount').length === 0 && slotsFor(figure, 'volume').length === 0) {
      const key = `${figure.domain}\u0000${figure.product}`;
      const entry = unmappedBy.get(key) ?? {
        domain: figure.domain,
        product: figure.product,
        amount: ZERO,
        months: new Set<Month>(),
      };
      entry.amount = addMoney(entry.amount, figure.amount);
      entry.months.add(figure.month);
      unmappedBy.set(key, entry);
      continue;
    }
    for (const measure of ['amount', 'volume', 'clients'] as const) {
      if (slotsFor(figure, measure).length === 0) {
        if (measure === 'amount') {
          notFilled.push(
            miss(figure, { code: 'prognosis.no-amount-cells', facts: { product: figure.product } }),
          );
        }
        continue;
      }
      const slot = choose(figure, measure);
      if ('code' in slot) {
        if (measure === 'amount') notFilled.push(miss(figure, slot));
        else if (measure === 'volume' && figure.quantity !== null && !figure.quantity.isZero())
          quantityProblems.set(JSON.stringify(slot), slot);
        continue;
      }
      collect(slot, figure);
    }
  }
  for (const problem of quantityProblems.values()) {
    remarks.push({ code: 'prognosis.volume-not-filled', facts: { reason: problem.code, ...problem.facts } });
  }

  const writes: PlannedWrite[] = [];
  const unchanged: PlannedWrite[] = [];
  const plan = (
    slot: { sheet: string; row: number; col: number },
    value: PlannedWrite['value'],
    why: Message,
  ): void => {
    const cell = cellOf(slot);
    const old = rawText(cell);
    const write: PlannedWrite = { sheet: slot.sheet, row: slot.row, col: slot.col, value, old, why };
    const held = cell?.value ?? null;
    const same =
      value !== null &&
      held !== null &&
      (value.kind === 'number'
        ? held.kind === 'number' && snapNumber(held.value).equals(snapText(value.text))
        : held.kind === 'text' && held.value === value.text);
    (same ? unchanged : writes).push(write);
  };

  const domainHasFigures = (domain: string | null): boolean =>
    domain === null || source.figures.some((figure) => sameDomain(figure.domain, domain));
  const hasFigures = new Map<string | null, boolean>();
  const filled: Money[] = [];
  const computed: Money[] = [];
  const volumeWritten = new Map<string, Decimal>();
  const amountsLater: { slot: Slot; figures: readonly Figure[] }[] = [];
  const sortedSlots = layout.slots;

  /** Whether some total adds this cell and an actual of the same product and period: then it counts double. */
  const slotIndex = new Map(layout.slots.map((slot, index) => [slot, index]));
  const totalsOf = new Map<number, Set<number>>();
  layout.totals.forEach((total, at) => {
    for (const index of total.over) totalsOf.set(index, (totalsOf.get(index) ?? new Set()).add(at));
  });
  const isAddedToActuals = (slot: Slot): boolean => {
    const own = totalsOf.get(slotIndex.get(slot) ?? -1);
    if (!own) return false;
    return (rivalsOf.get(rivalKey(slot)) ?? []).some((other) => {
      if (other === slot || other.phase === 'forecast') return false;
      return [...(totalsOf.get(slotIndex.get(other) ?? -1) ?? [])].some((at) => own.has(at));
    });
  };

  const monthsOf = (slot: Slot): { isPast: boolean; isAhead: boolean } => ({
    isPast: slot.period.from <= asOfMonth,
    isAhead: isClosed ? slot.period.until > asOfMonth : slot.period.until >= asOfMonth,
  });

  for (const slot of sortedSlots) {
    const figures = buckets.get(slot)?.figures ?? [];
    const cell = cellOf(slot);
    const raw = rawText(cell);
    const place = { sheet: slot.sheet, cell: a1(slot.row, slot.col) };
    if (figures.length > 0) {
      if (slot.measure === 'amount') {
        amountsLater.push({ slot, figures });
        continue;
      }
      if (slot.role !== 'input') continue;
      if (slot.measure === 'clients') {
        const known = figures.filter((figure) => figure.clients !== null);
        const single = slot.period.from === slot.period.until;
        if (known.length === figures.length && known.length > 0 && (single || known.length === 1)) {
          const clients = known.reduce((most, figure) => Math.max(most, figure.clients ?? 0), 0);
          plan(
            slot,
            { kind: 'number', text: String(clients) },
            whyOf(slot, figures, 'prognosis.why-clients'),
          );
        } else
          remarks.push({
            code: 'prognosis.clients-unknown',
            facts: { ...place, product: slot.product ?? '' },
          });
        continue;
      }
      const quantity = quantityFor(slot, figures);
      if ('code' in quantity) {
        remarks.push({ ...quantity, facts: { ...place, ...quantity.facts } });
        continue;
      }
      volumeWritten.set(cellName(slot), quantity.value);
      plan(
        slot,
        { kind: 'number', text: quantity.value.toFixed() },
        whyOf(slot, figures, 'prognosis.why-volume'),
      );
      continue;
    }
    // No figure for this cell.
    if (slot.role !== 'input' || slot.measure === 'tariff') {
      if (slot.measure === 'tariff' && slot.role === 'input' && raw === null && slot.product !== null) {
        const tariff = oneTariff(source, slot);
        if (tariff !== null) {
          plan(
            slot,
            { kind: 'number', text: tariff.toFixed() },
            { code: 'prognosis.why-tariff', facts: { product: slot.product } },
          );
        }
      }
      continue;
    }
    const number = numberOf(cell);
    if (typedOver.has(slot)) {
      remarks.push({ code: 'prognosis.typed-over', facts: place });
      continue;
    }
    if (slot.product === null) {
      if (number !== null && !number.isZero()) {
        remarks.push({
          code: 'prognosis.left-standing',
          facts: { ...place, label: slot.label, value: raw ?? '' },
        });
      }
      continue;
    }
    if (options.zeroes === false || Number(slot.period.from.slice(0, 4)) !== source.year) continue;
    const known = hasFigures.get(slot.domain) ?? domainHasFigures(slot.domain);
    hasFigures.set(slot.domain, known);
    if (!known || slot.measure === 'clients') continue;
    // Cells that could have got a figure but are one of several stay as they are.
    const rivals = rivalsOf.get(rivalKey(slot)) ?? [];
    if (slot.client !== undefined && !hasClients) continue;
    if (
      rivals.some((other) => other !== slot && other.phase === slot.phase && other.client === slot.client)
    ) {
      continue;
    }
    const { isPast, isAhead } = monthsOf(slot);
    const isAlone = rivals.length <= 1;
    const onSide = slot.phase === 'any' || isAlone || (slot.phase === 'actual' ? isPast : isAhead);
    const why: Message = {
      code: onSide ? 'prognosis.why-zero' : 'prognosis.why-cleared',
      facts: { product: slot.product, month: monthValue(slot.period.from), asOf: dateValue(source.asOf) },
    };
    if (!onSide && (number === null || number.isZero())) continue;
    if (!onSide && slot.phase === 'forecast' && !isAddedToActuals(slot)) {
      // An earlier forecast kept beside the actuals, for comparison: the provider's own, so it stays.
      remarks.push({
        code: 'prognosis.earlier-forecast-kept',
        facts: { ...place, product: slot.product, month: monthValue(slot.period.from), value: raw ?? '' },
      });
      continue;
    }
    if (cell?.value?.kind === 'text' && !isPlaceholder(cell.value.value)) {
      remarks.push({ code: 'prognosis.text-in-cell', facts: { ...place, text: cell.value.value } });
      continue;
    }
    plan(slot, { kind: 'number', text: '0' }, why);
  }

  for (const { slot, figures } of amountsLater) {
    if (typedOver.has(slot)) {
      const reason: Message = {
        code: 'prognosis.typed-over',
        facts: { sheet: slot.sheet, cell: a1(slot.row, slot.col) },
      };
      for (const figure of figures) notFilled.push(miss(figure, reason));
      continue;
    }
    const total = sumMoney(figures.map((figure) => figure.amount));
    const cell = cellOf(slot);
    if (slot.role === 'input') {
      if (
        cell?.value?.kind === 'text' &&
        !isPlaceholder(cell.value.value) &&
        !/^[\s€\d.,()-]+$/.test(cell.value.value)
      ) {
        for (const figure of figures) {
          notFilled.push(
            miss(figure, {
              code: 'prognosis.text-in-cell',
              facts: { sheet: slot.sheet, cell: a1(slot.row, slot.col), text: cell.value.value },
            }),
          );
        }
        continue;
      }
      const text = moneyToDecimal(total).dividedBy(slot.scale).toFixed();
      plan(
        slot,
        { kind: 'number', text },
        whyOf(slot, figures, slot.scale === 1000 ? 'prognosis.why-amount-thousands' : 'prognosis.why-amount'),
      );
      filled.push(roundToCents(new Decimal(text).times(slot.scale)));
      continue;
    }
    const worth = slot.role === 'formula' ? computedAmount(slot, cell, views, volumeWritten) : null;
    if (worth !== null) {
      filled.push(worth);
      computed.push(worth);
      const gap = subtractMoney(total, worth);
      if (gap !== ZERO) {
        const [first] = figures;
        if (first) {
          notFilled.push({
            domain: first.domain,
            product: first.product,
            month: first.month,
            phase: first.phase,
            amount: gap,
            reason: {
              code: 'prognosis.formula-differs',
              facts: {
                sheet: slot.sheet,
                cell: a1(slot.row, slot.col),
                computed: moneyValue(worth),
                wanted: moneyValue(total),
              },
            },
          });
        }
      }
      continue;
    }
    for (const figure of figures) {
      notFilled.push(
        miss(figure, {
          code: slot.role === 'formula' ? 'prognosis.cell-is-formula' : 'prognosis.cell-is-locked',
          facts: { sheet: slot.sheet, cell: a1(slot.row, slot.col) },
        }),
      );
    }
  }

  if (options.headers !== false) planHeaders(layout, source, views, plan, remarks);
  const phaseOutdated = outdatedPhases(buckets);
  if (phaseOutdated > 0)
    remarks.push({
      code: 'prognosis.phase-outdated',
      facts: { count: phaseOutdated, asOf: dateValue(source.asOf) },
    });

  const unmapped = [...unmappedBy.values()].map((entry): Unmapped => ({
    domain: entry.domain,
    product: entry.product,
    amount: entry.amount,
    months: [...entry.months].sort(),
    candidates: candidatesFor(layout, entry.product, entry.domain),
  }));
  const sourceTotal = sumMoney(source.figures.map((figure) => figure.amount));
  const filledTotal = sumMoney(filled);
  const notFilledTotal = sumMoney(notFilled.map((entry) => entry.amount));
  const unmappedTotal = sumMoney(unmapped.map((entry) => entry.amount));
  const order = (a: PlannedWrite, b: PlannedWrite): number => a.row - b.row || a.col - b.col;
  const sheetOrder = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const bySheet = (a: PlannedWrite, b: PlannedWrite): number =>
    (sheetOrder.get(a.sheet) ?? 0) - (sheetOrder.get(b.sheet) ?? 0) || order(a, b);
  return {
    writes: writes.sort(bySheet),
    unchanged: unchanged.sort(bySheet),
    filledTotal,
    computedTotal: sumMoney(computed),
    sourceTotal,
    notFilledTotal,
    unmappedTotal,
    roundingTotal: ZERO,
    difference: subtractMoney(
      subtractMoney(subtractMoney(sourceTotal, filledTotal), notFilledTotal),
      unmappedTotal,
    ),
    notFilled,
    unmapped,
    remarks,
  };
}

const snapText = (text: string): Decimal => new Decimal(text).toSignificantDigits(15);

const isPlaceholder = (text: string): boolean =>
  /^\s*(?:[-–—.x]|n\.?v\.?t\.?|nvt|n\/a|pm|p\.m\.)?\s*$/i.test(text);

const miss = (figure: Figure, reason: Message): NotFilled => ({
  domain: figure.domain,
  product: figure.product,
  month: figure.month,
  phase: figure.phase,
  amount: figure.amount,
  reason,
});

function whyOf(slot: Slot, figures: readonly Figure[], code: string): Message {
  const phases = [...new Set(figures.map((figure) => figure.phase))].sort();
  const total = sumMoney(figures.map((figure) => figure.amount));
  return {
    code,
    facts: {
      product: slot.product ?? slot.label,
      month: monthValue(slot.period.from),
      until: monthValue(slot.period.until),
      phases: phases.join('+'),
      amount: moneyValue(total),
      count: figures.length,
    },
  };
}

/** The volume for a cell, in the unit the layout states; a message when the units can't be reconciled. */
function quantityFor(slot: Slot, figures: readonly Figure[]): { value: Decimal } | Message {
  let total = new Decimal(0);
  for (const figure of figures) {
    if (figure.quantity === null)
      return {
        code: 'prognosis.volume-unknown',
        facts: { product: figure.product, month: monthValue(figure.month) },
      };
    const from = figure.unit === null ? null : normaliseUnit(figure.unit);
    const to = slot.unit ?? null;
    let quantity = figure.quantity;
    if (from !== null && to !== null && from !== to) {
      if (from === 'minuut' && to === 'uur') quantity = quantity.dividedBy(60);
      else if (from === 'uur' && to === 'minuut') quantity = quantity.times(60);
      else
        return {
          code: 'prognosis.unit-differs',
          facts: {
            product: figure.product,
            found: from,
            expected: to,
            quantity: quantityValue(figure.quantity, figure.unit),
          },
        };
    }
    total = total.plus(quantity);
  }
  return { value: total };
}

function oneTariff(source: FigureSource, slot: Slot): Decimal | null {
  const tariffs = new Set<string>();
  for (const figure of source.figures) {
    if (figure.product === slot.product && figure.tariff) tariffs.add(figure.tariff.toFixed());
  }
  const [only] = tariffs;
  return tariffs.size === 1 && only !== undefined ? new Decimal(only) : null;
}

/** What `volume × tariff` in an amount cell will come to after filling, when its two cells are known. */
function computedAmount(
  slot: Slot,
  cell: GridCell | undefined,
  views: ReadonlyMap<string, SheetView>,
  volumes: ReadonlyMap<string, Decimal>,
): Money | null {
  const formula = cell?.formula ?? null;
  const factors = formula === null ? null : readProduct(formula);
  if (!factors) return null;
  let product = new Decimal(1);
  for (const factor of factors) {
    const sheet = factor.sheet ?? slot.sheet;
    const { top, left } = factor.range;
    const written = volumes.get(`${sheet}!${a1(top, left)}`);
    const other = views.get(sheet)?.at(top, left);
    const value = written ?? ((other?.formula ?? null) === null ? numberOf(other) : null);
    if (value === null) return null;
    product = product.times(value);
  }
  return roundToCents(product.times(slot.scale));
}

function outdatedPhases(buckets: ReadonlyMap<Slot, Bucket>): number {
  let count = 0;
  for (const [slot, { figures }] of buckets) {
    if (
      slot.phase !== 'any' &&
      slot.measure === 'amount' &&
      figures.some((figure) => figure.phase !== slot.phase)
    )
      count += 1;
  }
  return count;
}

function candidatesFor(layout: Layout, product: string, domain: string): string[] {
  const open = layout.products.filter((match) => match.product === null);
  const named = open.filter((match) => match.candidates.includes(product)).map((match) => match.label);
  const inDomain = new Set(
    layout.slots
      .filter((slot) => slot.product === null && (slot.domain === null || sameDomain(slot.domain, domain)))
      .map((slot) => slot.label),
  );
  const rest = open.map((match) => match.label).filter((label) => inDomain.has(label));
  return [...new Set([...named, ...rest])].slice(0, 8);
}

type Planner = (
  cell: { sheet: string; row: number; col: number },
  value: PlannedWrite['value'],
  why: Message,
) => void;

function planHeaders(
  layout: Layout,
  source: FigureSource,
  views: ReadonlyMap<string, SheetView>,
  plan: Planner,
  remarks: Message[],
): void {
  for (const header of layout.headers) {
    const place = { sheet: header.sheet, cell: a1(header.row, header.col) };
    const view = views.get(header.sheet);
    const cell = view?.at(header.row, header.col);
    if (header.what === 'provider') {
      if (header.role === 'input' && header.text === '') {
        plan(header, { kind: 'text', text: source.provider }, { code: 'prognosis.why-provider', facts: {} });
      } else if (header.role === 'input' && normaliseLabel(header.text) !== normaliseLabel(source.provider)) {
        remarks.push({
          code: 'prognosis.provider-differs',
          facts: { ...place, found: header.text, expected: source.provider },
        });
      }
      continue;
    }
    if (header.what === 'year' && header.role === 'input' && header.text === '') {
      plan(header, { kind: 'number', text: String(source.year) }, { code: 'prognosis.why-year', facts: {} });
      continue;
    }
    if (header.what !== 'as-of') continue;
    const value = cell?.value ?? null;
    const isNumber = value?.kind === 'number';
    const serial = view ? serialFromDate(source.asOf, view.dateSystem) : 0;
    const current = isNumber ? (value.value === serial ? source.asOf : '') : dayInText(header.text);
    if (current === source.asOf) continue;
    if (header.role !== 'input') {
      remarks.push({
        code: 'prognosis.as-of-differs',
        facts: { ...place, found: header.text, expected: dateValue(source.asOf) },
      });
      continue;
    }
    const why: Message = {
      code: header.text === '' ? 'prognosis.why-as-of' : 'prognosis.why-as-of-outdated',
      facts: {
        asOf: dateValue(source.asOf),
        old: isIsoDate(header.text) ? dateValue(header.text) : header.text,
      },
    };
    if (isNumber || (value === null && isDateFormat(cell?.format ?? null)))
      plan(header, { kind: 'number', text: String(serial) }, why);
    else if (value === null) plan(header, { kind: 'text', text: dayLike(source.asOf, '31-12-2000') }, why);
    else plan(header, { kind: 'text', text: dayLike(source.asOf, header.text) }, why);
  }
}
