import { Decimal } from '../values/decimal';
import { lastDay, monthOf, monthOfDate } from '../values/date';
import { dateValue, moneyValue, monthValue, type Message } from '../values/message';
import { moneyToDecimal, roundToCents, subtractMoney, sumMoney, ZERO, type Money } from '../values/money';
import { sameDomain } from './domains';
import type { Figure, FigureSource } from './figures';
import { planHeaders, type Planner } from './fill-headers';
import { cellName, missed, type FillOptions, type FillPlan, type NotFilled } from './fill-plan';
import { computedAmount, oneTariff, quantityFor, whyOf } from './fill-values';
import { a1, type GridCell, type WorkbookGrid } from './grid';
import type { Layout, PlannedWrite, Slot } from './layout';
import { numberOf, plainEuro, rawText, snapNumber } from './numbers';
import { findTypedOver } from './odd-cells';
import { openKey, placeFigures, type Placement } from './place-figures';
import { isPlaceholder } from './text';
import { viewsByName, type SheetView } from './sheet-view';
import { SlotFinder } from './slot-finder';
import { TotalsOver } from './totals-over';

/**
 * Plans what goes into which input cell. Every cent of the source ends in a cell, in `notFilled` or in
 * `unmapped`; only slots with the role `input` are written, so never a formula, total or locked cell. Amounts
 * are exact: a layout in thousands gets up to five decimals, unless `thousandsPlaces` says otherwise; what
 * that rounds off is `roundingTotal`, at most half a unit of the last place per cell. Errors: none.
 * @example planFill(layout, workbook, source).difference // 0n
 */
export function planFill(
  layout: Layout,
  workbook: WorkbookGrid,
  source: FigureSource,
  options: FillOptions = {},
): FillPlan {
  const finder = new SlotFinder(layout);
  const placement = placeFigures(layout, source.figures, finder);
  const planner = new CellPlanner(layout, workbook, source, options, finder, placement);
  planner.planSlots();
  if (options.headers !== false) planHeaders(layout, source, planner.views, planner.plan, planner.remarks);
  const phaseOutdated = outdatedPhases(layout.slots, placement.figuresOf);
  if (phaseOutdated > 0)
    planner.remarks.push({
      code: 'prognosis.phase-outdated',
      facts: { count: phaseOutdated, asOf: dateValue(source.asOf) },
    });

  const { notFilled, filled, computed } = planner;
  const { unmapped } = placement;
  const sourceTotal = sumMoney(source.figures.map((figure) => figure.amount));
  const filledTotal = sumMoney(filled);
  const roundingTotal = sumMoney(planner.rounded);
  const notFilledTotal = sumMoney(notFilled.map((entry) => entry.amount));
  const unmappedTotal = sumMoney(unmapped.map((entry) => entry.amount));
  const sheetOrder = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const inOrder = (a: PlannedWrite, b: PlannedWrite): number =>
    (sheetOrder.get(a.sheet) ?? 0) - (sheetOrder.get(b.sheet) ?? 0) || a.row - b.row || a.col - b.col;
  return {
    writes: planner.writes.sort(inOrder),
    unchanged: planner.unchanged.sort(inOrder),
    filledTotal,
    computedTotal: sumMoney(computed),
    sourceTotal,
    notFilledTotal,
    unmappedTotal,
    roundingTotal,
    difference: subtractMoney(
      sourceTotal,
      sumMoney([filledTotal, notFilledTotal, unmappedTotal, roundingTotal]),
    ),
    notFilled,
    unmapped,
    remarks: planner.remarks,
  };
}

/** Decides cell by cell what is written, and keeps account of the amounts. */
class CellPlanner {
  readonly views: ReadonlyMap<string, SheetView>;
  readonly writes: PlannedWrite[] = [];
  readonly unchanged: PlannedWrite[] = [];
  readonly remarks: Message[];
  readonly notFilled: NotFilled[];
  readonly filled: Money[] = [];
  readonly computed: Money[] = [];
  /** Per written amount: what the source has more than the cell. */
  readonly rounded: Money[] = [];
  private readonly typedOver: ReadonlySet<Slot>;
  private readonly totalsOver: TotalsOver;
  private readonly volumes = new Map<string, Decimal>();
  private readonly tariffs = new Map<string, Decimal | null>();
  private readonly knownDomains = new Map<string, boolean>();
  private readonly hasClients: boolean;

  constructor(
    private readonly layout: Layout,
    workbook: WorkbookGrid,
    private readonly source: FigureSource,
    private readonly options: FillOptions,
    private readonly finder: SlotFinder,
    private readonly placement: Placement,
  ) {
    this.views = viewsByName(workbook);
    this.remarks = [...placement.remarks];
    this.notFilled = [...placement.notFilled];
    this.typedOver = findTypedOver(layout);
    this.totalsOver = new TotalsOver(layout);
    this.hasClients = source.figures.some((figure) => figure.client !== undefined);
  }

  /** Amounts come last: a formula `volume × tariff` needs the volumes. */
  planSlots(): void {
    const { slots } = this.layout;
    const { figuresOf } = this.placement;
    slots.forEach((slot, at) => {
      const figures = figuresOf[at];
      if (!figures) this.planWithoutFigure(slot);
      else if (slot.asked === true) this.ask(slot, figures);
      else if (slot.measure === 'amount' || slot.role !== 'input') return;
      else if (slot.measure === 'clients') this.planClients(slot, figures);
      else this.planVolume(slot, figures);
    });
    slots.forEach((slot, at) => {
      const figures = figuresOf[at];
      if (figures && slot.measure === 'amount' && slot.asked !== true) this.planAmount(slot, figures);
    });
  }

  readonly plan: Planner = (place, value, why) => {
    const cell = this.views.get(place.sheet)?.at(place.row, place.col);
    const old = rawText(cell);
    const write: PlannedWrite = { sheet: place.sheet, row: place.row, col: place.col, value, old, why };
    const held = cell?.value ?? null;
    const same =
      value !== null &&
      held !== null &&
      (value.kind === 'number'
        ? held.kind === 'number' && (old === value.text || isSameNumber(held.value, value.text))
        : held.kind === 'text' && held.value === value.text);
    (same ? this.unchanged : this.writes).push(write);
  };

  private cellOf(slot: Slot): GridCell | undefined {
    return this.views.get(slot.sheet)?.at(slot.row, slot.col);
  }

  private planClients(slot: Slot, figures: readonly Figure[]): void {
    const single = slot.period.from === slot.period.until;
    const named = new Set(figures.flatMap((figure) => figure.client ?? []));
    if (figures.every((figure) => figure.client !== undefined)) {
      // Every figure is one client's: whoever occurs in the period counts once.
      this.plan(
        slot,
        { kind: 'number', text: String(named.size) },
        whyOf(slot, figures, 'prognosis.why-clients'),
      );
      return;
    }
    const known = figures.filter((figure) => figure.clients !== null);
    if (known.length === figures.length && known.length > 0 && (single || known.length === 1)) {
      const clients = known.reduce((most, figure) => Math.max(most, figure.clients ?? 0), 0);
      this.plan(
        slot,
        { kind: 'number', text: String(clients) },
        whyOf(slot, figures, 'prognosis.why-clients'),
      );
    } else {
      this.remarks.push({
        code: 'prognosis.clients-unknown',
        facts: { ...placeOf(slot), product: slot.product ?? '' },
      });
    }
  }

  private planVolume(slot: Slot, figures: readonly Figure[]): void {
    const quantity = quantityFor(slot, figures);
    if ('code' in quantity) {
      this.remarks.push({ ...quantity, facts: { ...placeOf(slot), ...quantity.facts } });
      return;
    }
    this.volumes.set(cellName(slot), quantity.value);
    this.plan(
      slot,
      { kind: 'number', text: quantity.value.toFixed() },
      whyOf(slot, figures, 'prognosis.why-volume'),
    );
  }

  private planWithoutFigure(slot: Slot): void {
    if (slot.role !== 'input' || slot.asked === true) return;
    const cell = this.cellOf(slot);
    if (slot.measure === 'tariff') this.planTariff(slot, cell);
    else if (this.typedOver.has(slot))
      this.remarks.push({ code: 'prognosis.typed-over', facts: placeOf(slot) });
    else if (slot.product === null) {
      const number = numberOf(cell);
      if (number !== null && !number.isZero()) {
        this.remarks.push({
          code: 'prognosis.left-standing',
          facts: { ...placeOf(slot), label: slot.label, value: rawText(cell) ?? '' },
        });
      }
    } else if (this.getsZero(slot)) this.planZero(slot, slot.product, cell);
  }

  private planTariff(slot: Slot, cell: GridCell | undefined): void {
    if (slot.product === null || rawText(cell) !== null) return;
    let tariff = this.tariffs.get(slot.product);
    if (tariff === undefined) {
      tariff = oneTariff(this.source, slot.product);
      this.tariffs.set(slot.product, tariff);
    }
    if (tariff === null) return;
    this.plan(
      slot,
      { kind: 'number', text: tariff.toFixed() },
      { code: 'prognosis.why-tariff', facts: { product: slot.product } },
    );
  }

  /** Cells of the year's known products that no other cell stands for as well. */
  private getsZero(slot: Slot): boolean {
    if (this.options.zeroes === false || Number(slot.period.from.slice(0, 4)) !== this.source.year)
      return false;
    if (!this.domainHasFigures(slot.domain) || slot.measure === 'clients') return false;
    if (slot.client !== undefined && !this.hasClients) return false;
    if (this.isOpen(slot)) return false;
    return !this.finder
      .rivalsOf(slot)
      .some(
        (other) =>
          other !== slot &&
          other.phase === slot.phase &&
          other.client === slot.client &&
          other.location === slot.location,
      );
  }

  /** Whether a figure of the cell's product and period has found no cell: a zero would deny it. */
  private isOpen(slot: Slot): boolean {
    const { open } = this.placement;
    if (open.size === 0 || slot.product === null) return false;
    const [from, until] = [Number(slot.period.from.slice(5)), Number(slot.period.until.slice(5))];
    for (let month = from; month <= until; month++) {
      if (open.has(openKey(slot.product, slot.measure, monthOf(this.source.year, month)))) return true;
    }
    return false;
  }

  private domainHasFigures(domain: string | null): boolean {
    if (domain === null) return true;
    let known = this.knownDomains.get(domain);
    if (known === undefined) {
      known = this.source.figures.some((figure) => sameDomain(figure.domain, domain));
      this.knownDomains.set(domain, known);
    }
    return known;
  }

  /** A zero so that nothing of last month stays; what the provider may have put there itself stays, and is told. */
  private planZero(slot: Slot, product: string, cell: GridCell | undefined): void {
    const { asOf } = this.source;
    const number = numberOf(cell);
    const asOfMonth = monthOfDate(asOf);
    const isPast = slot.period.from <= asOfMonth;
    const isAhead =
      asOf === lastDay(asOfMonth) ? slot.period.until > asOfMonth : slot.period.until >= asOfMonth;
    const isAlone = this.finder.rivalsOf(slot).length <= 1;
    const onSide = slot.phase === 'any' || isAlone || (slot.phase === 'actual' ? isPast : isAhead);
    if (!onSide && (number === null || number.isZero())) return;
    if (!onSide && slot.phase === 'forecast' && !this.isAddedToActuals(slot)) {
      // An earlier forecast kept beside the actuals, for comparison: the provider's own, so it stays.
      this.remarks.push({
        code: 'prognosis.earlier-forecast-kept',
        facts: {
          ...placeOf(slot),
          product,
          month: monthValue(slot.period.from),
          value: rawText(cell) ?? '',
        },
      });
      return;
    }
    if (cell?.value?.kind === 'text' && !isPlaceholder(cell.value.value)) {
      this.remarks.push({
        code: 'prognosis.text-in-cell',
        facts: { ...placeOf(slot), text: cell.value.value },
      });
      return;
    }
    this.plan(
      slot,
      { kind: 'number', text: '0' },
      {
        code: onSide ? 'prognosis.why-zero' : 'prognosis.why-cleared',
        facts: { product, month: monthValue(slot.period.from), asOf: dateValue(asOf) },
      },
    );
  }

  /** Whether some total adds this cell and an actual of the same product and period: then it counts double. */
  private isAddedToActuals(slot: Slot): boolean {
    return this.finder
      .rivalsOf(slot)
      .some(
        (other) => other !== slot && other.phase !== 'forecast' && this.totalsOver.addTogether(slot, other),
      );
  }

  private planAmount(slot: Slot, figures: readonly Figure[]): void {
    if (this.typedOver.has(slot)) {
      this.miss(figures, { code: 'prognosis.typed-over', facts: placeOf(slot) });
      return;
    }
    const total = sumMoney(figures.map((figure) => figure.amount));
    const cell = this.cellOf(slot);
    if (slot.role === 'input') this.writeAmount(slot, figures, total, cell);
    else if (slot.role === 'formula') this.compareFormula(slot, figures, total, cell);
    else
      this.miss(figures, {
        code: slot.kept === true ? 'corrections.cell-kept' : 'prognosis.cell-is-locked',
        facts: placeOf(slot),
      });
  }

  private writeAmount(
    slot: Slot,
    figures: readonly Figure[],
    total: Money,
    cell: GridCell | undefined,
  ): void {
    const held = cell?.value;
    if (held?.kind === 'text' && !isPlaceholder(held.value) && !/^[\s€\d.,()-]+$/.test(held.value)) {
      this.miss(figures, {
        code: 'prognosis.text-in-cell',
        facts: { ...placeOf(slot), text: held.value },
      });
      return;
    }
    const places = this.options.thousandsPlaces;
    const code = slot.scale === 1000 ? 'prognosis.why-amount-thousands' : 'prognosis.why-amount';
    const why = whyOf(slot, figures, code);
    if (slot.scale === 1 || places === undefined) {
      this.plan(slot, { kind: 'number', text: plainEuro(total, slot.scale) }, why);
      this.filled.push(total);
      return;
    }
    const shown = moneyToDecimal(total).dividedBy(slot.scale).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
    this.plan(slot, { kind: 'number', text: shown.toFixed() }, why);
    const stands = roundToCents(shown.times(slot.scale));
    this.filled.push(stands);
    this.rounded.push(subtractMoney(total, stands));
  }

  /** What the workbook's own formula makes of the written volumes counts as filled; the gap doesn't. */
  private compareFormula(
    slot: Slot,
    figures: readonly Figure[],
    total: Money,
    cell: GridCell | undefined,
  ): void {
    const worth = computedAmount(slot, cell, this.views, this.volumes);
    if (worth === null) {
      this.miss(figures, { code: 'prognosis.cell-is-formula', facts: placeOf(slot) });
      return;
    }
    this.filled.push(worth);
    this.computed.push(worth);
    const gap = subtractMoney(total, worth);
    const [first] = figures;
    if (gap === ZERO || !first) return;
    const facts = { ...placeOf(slot), computed: moneyValue(worth), wanted: moneyValue(total) };
    this.notFilled.push({
      ...missed(first, { code: 'prognosis.formula-differs', facts }),
      amount: gap,
    });
  }

  /** A cell whose meaning the user has to confirm first. */
  private ask(slot: Slot, figures: readonly Figure[]): void {
    if (slot.measure === 'amount') this.miss(figures, { code: 'prognosis.cell-asked', facts: placeOf(slot) });
  }

  private miss(figures: readonly Figure[], reason: Message): void {
    for (const figure of figures) this.notFilled.push(missed(figure, reason));
  }
}

const placeOf = (slot: Slot): { sheet: string; cell: string } => ({
  sheet: slot.sheet,
  cell: a1(slot.row, slot.col),
});

/** Whether a cell's number is the one in a text; both as Excel keeps them, in fifteen digits. */
const isSameNumber = (held: number, text: string): boolean =>
  Math.abs(held - Number(text)) <= Math.abs(held) * 2e-14 &&
  snapNumber(held).equals(new Decimal(text).toSignificantDigits(15));

/** Amount cells of one phase that get figures of the other. */
function outdatedPhases(slots: readonly Slot[], figuresOf: Placement['figuresOf']): number {
  let count = 0;
  slots.forEach((slot, at) => {
    const figures = figuresOf[at];
    if (
      figures &&
      slot.phase !== 'any' &&
      slot.measure === 'amount' &&
      figures.some((figure) => figure.phase !== slot.phase)
    )
      count += 1;
  });
  return count;
}
