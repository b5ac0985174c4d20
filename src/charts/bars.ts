import { scaleLinear } from 'd3-scale';
import {
  addMoney,
  Decimal,
  divideMoney,
  maxMoney,
  moneyToDecimal,
  moneyValue,
  negateMoney,
  ratioValue,
  subtractMoney,
  sumMoney,
  ZERO,
  type DomainFigures,
  type Money,
} from '../core';
import { say, showMoney, showRatio, type Language } from '../messages';
import { shape, type Chart, type Shape } from './chart';
import { amountAxis, amountScale, at, drawing, euros, WIDTH, type Frame } from './frame';

/** Room for labels left of horizontal bars. */
const labelRoom = (width: number): number => Math.round(Math.min(220, width * 0.3));
/** Letters that fit in it. */
const lettersIn = (room: number): number => Math.floor((room - 8) / 5.9);
const ROW = 26;

/** What a row is about, in the room left of the bars. */
const rowLabel = (text: string, room: number, top: number): Shape =>
  shape(
    'text',
    { x: room - 8, y: top + 13, 'text-anchor': 'end', class: 'value' },
    shorten(text, lettersIn(room)),
  );

/** Share of the effective ceiling that the year's production and forecast take; null without a ceiling. */
export function utilisationOf(domain: DomainFigures): Decimal | null {
  const ceiling = domain.ceiling?.effective;
  if (ceiling === undefined || ceiling <= 0n) return null;
  return moneyToDecimal(domain.total).dividedBy(moneyToDecimal(ceiling)).toDecimalPlaces(4);
}

/** How much of its ceiling each domain uses: production and forecast side by side against a line at 100%. */
export function utilisationChart(
  domains: readonly { readonly label: string; readonly figures: DomainFigures }[],
  language: Language,
  width = WIDTH,
): Chart {
  const label = labelRoom(width);
  const words = (code: string): string => say({ code, facts: {} }, language);
  const title = words('charts.utilisation');
  const rows = domains.map(({ label, figures }) => {
    const ceiling = figures.ceiling?.effective ?? null;
    const share = (amount: Money): number =>
      ceiling === null || ceiling <= 0n ? 0 : Math.max(0, Number(amount) / Number(ceiling));
    return {
      label,
      figures,
      ceiling,
      produced: share(figures.production),
      expected: share(figures.forecast),
    };
  });
  const most = Math.max(1.1, ...rows.map((row) => row.produced + row.expected));
  const x = scaleLinear()
    .domain([0, most])
    .range([label, width - 60]);
  const height = rows.length * ROW + 24;
  const frame: Frame = { width, height, left: label, right: 60, top: 0, bottom: 20 };
  const shapes: Shape[] = rows.flatMap((row, index) => {
    const top = index * ROW + 4;
    const used = utilisationOf(row.figures);
    return [
      rowLabel(row.label, label, top),
      shape('rect', {
        class: 'chart-bar production',
        x: label,
        y: top,
        width: at(x(row.produced) - label),
        height: ROW - 10,
      }),
      shape('rect', {
        class: 'chart-bar forecast',
        x: at(x(row.produced)),
        y: top,
        width: at(x(row.produced + row.expected) - x(row.produced)),
        height: ROW - 10,
      }),
      shape(
        'text',
        { x: at(x(row.produced + row.expected)) + 6, y: top + 13, class: 'value' },
        used === null ? words('charts.no-ceiling') : showRatio(used.toDecimalPlaces(3), language),
      ),
    ];
  });
  shapes.push(
    shape('line', { class: 'ceiling', x1: at(x(1)), x2: at(x(1)), y1: 0, y2: height - 20 }),
    shape('text', { x: at(x(1)), y: height - 6, 'text-anchor': 'middle' }, '100%'),
  );
  const over = rows.filter((row) => (row.figures.overrun ?? ZERO) > 0n).map((row) => row.label);
  const summary =
    over.length === 0
      ? words('charts.utilisation.within')
      : say({ code: 'charts.utilisation.over', facts: { count: over.length, domains: over } }, language);
  return {
    title,
    summary,
    drawing: drawing(frame, title, summary, shapes),
    legend: [
      { mark: 'chart-bar production', text: words('charts.production') },
      { mark: 'chart-bar forecast', text: words('charts.forecast') },
      { mark: 'ceiling', text: words('charts.ceiling') },
    ],
    table: {
      head: [
        words('charts.domain'),
        words('charts.production'),
        words('charts.forecast'),
        words('charts.ceiling'),
        words('charts.used'),
      ],
      rows: rows.map(({ label, figures, ceiling }) => {
        const used = utilisationOf(figures);
        return [
          label,
          showMoney(figures.production, language),
          showMoney(figures.forecast, language),
          ceiling === null ? words('charts.no-ceiling') : showMoney(ceiling, language),
          used === null ? '' : showRatio(used, language),
        ];
      }),
    },
  };
}

/** A product's part of the overrun. */
export interface OverrunPart {
  readonly product: string;
  readonly description: string | null;
  readonly total: Money;
  readonly part: Money;
}

/**
 * The overrun divided over the counting products by their share of the year's total, to the cent: no source
 * says which product causes an overrun, so each bears it pro rata (**assumed**). Products with a negative
 * total bear nothing. Empty without an overrun.
 * Unit: euro; the parts add up to the overrun exactly.
 */
export function overrunParts(domain: DomainFigures): OverrunPart[] {
  const overrun = domain.overrun ?? ZERO;
  if (overrun <= 0n) return [];
  const counting = domain.products
    .filter((product) => product.treatment !== 'excluded')
    .map((product) => ({ ...product, total: addMoney(product.production, product.forecast) }))
    .filter((product) => product.total > 0n);
  if (counting.length === 0) return [];
  const parts = divideMoney(
    overrun,
    counting.map((product) => product.total as bigint),
  );
  return counting
    .map(({ product, description, total }, index) => ({
      product,
      description,
      total,
      part: parts[index] ?? ZERO,
    }))
    .sort((a, b) => (a.part === b.part ? (a.product < b.product ? -1 : 1) : a.part < b.part ? 1 : -1));
}

/** The products that bear the overrun, greatest first; beyond the first `most` they are taken together. */
export function contributionChart(
  domain: DomainFigures,
  language: Language,
  width = WIDTH,
  most = 8,
): Chart | null {
  const label = labelRoom(width);
  const all = overrunParts(domain);
  if (all.length === 0) return null;
  const shown = all.slice(0, most);
  const rest = all.slice(most);
  const rows = [
    ...shown.map((one) => ({
      label: one.description === null ? one.product : `${one.product} ${one.description}`,
      part: one.part,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            label: say({ code: 'charts.rest', facts: { count: rest.length } }, language),
            part: sumMoney(rest.map((one) => one.part)),
          },
        ]),
  ];
  const overrun = domain.overrun ?? ZERO;
  const title = say({ code: 'charts.contribution', facts: { domain: domain.domain } }, language);
  const first = shown[0];
  const summary = say(
    {
      code: 'charts.contribution.summary',
      facts: {
        overrun: moneyValue(overrun),
        product: rows[0]?.label ?? '',
        share: ratioValue(
          first
            ? moneyToDecimal(first.part).dividedBy(moneyToDecimal(overrun)).toDecimalPlaces(3)
            : new Decimal(0),
        ),
      },
    },
    language,
  );
  const height = rows.length * ROW + 8;
  const x = scaleLinear()
    .domain([0, Math.max(...rows.map((row) => euros(row.part)), 0.01)])
    .range([label, width - 100]);
  const shapes = rows.flatMap((row, index) => {
    const top = index * ROW + 4;
    return [
      rowLabel(row.label, label, top),
      shape('rect', {
        class: 'chart-bar over',
        x: label,
        y: top,
        width: at(x(euros(row.part)) - label),
        height: ROW - 10,
      }),
      shape(
        'text',
        { x: at(x(euros(row.part))) + 6, y: top + 13, class: 'value' },
        showMoney(row.part, language),
      ),
    ];
  });
  const frame: Frame = { width, height, left: label, right: 110, top: 0, bottom: 0 };
  const words = (code: string): string => say({ code, facts: {} }, language);
  return {
    title,
    summary,
    drawing: drawing(frame, title, summary, shapes),
    legend: [],
    table: {
      head: [words('charts.product'), words('charts.year-total'), words('charts.part')],
      rows: all.map((one) => [
        one.description === null ? one.product : `${one.product} ${one.description}`,
        showMoney(one.total, language),
        showMoney(one.part, language),
      ]),
    },
  };
}

/** One part of a difference. */
export interface WaterfallPart {
  readonly label: string;
  readonly amount: Money;
}

const fallFrame = (width: number): Frame => ({ width, height: 280, left: 58, right: 8, top: 20, bottom: 54 });

/**
 * From one total to another, part by part. Errors: a `RangeError` when the parts don't lead from start to
 * end to the cent: that is a defect of the caller, and a drawing of it would be a lie.
 */
export function waterfallChart(
  input: {
    readonly title: string;
    readonly start: WaterfallPart;
    readonly parts: readonly WaterfallPart[];
    readonly end: WaterfallPart;
  },
  language: Language,
  width = WIDTH,
): Chart {
  const frame = fallFrame(width);
  const { title, start, parts, end } = input;
  const reached = sumMoney([start.amount, ...parts.map((part) => part.amount)]);
  if (reached !== end.amount) {
    throw new RangeError(`the parts lead to ${String(reached)} cents, not to ${String(end.amount)}`);
  }
  const difference = subtractMoney(end.amount, start.amount);
  const summary = say(
    {
      code: 'charts.waterfall.summary',
      facts: {
        from: moneyValue(start.amount),
        to: moneyValue(end.amount),
        direction: difference < 0n ? 'down' : 'up',
        by: moneyValue(maxMoney(difference, negateMoney(difference))),
      },
    },
    language,
  );
  let running = start.amount;
  const bars = [
    { label: start.label, from: ZERO, to: start.amount, kind: 'start', amount: start.amount },
    ...parts.map((part) => {
      const from = running;
      running = addMoney(running, part.amount);
      return {
        label: part.label,
        from,
        to: running,
        kind: part.amount < 0n ? 'down' : 'up',
        amount: part.amount,
      };
    }),
    { label: end.label, from: ZERO, to: end.amount, kind: 'start', amount: end.amount },
  ];
  const y = amountScale(
    bars.flatMap((bar) => [euros(bar.from), euros(bar.to)]),
    frame,
  );
  const pitch = (frame.width - frame.left - frame.right) / bars.length;
  const shapes: Shape[] = [...amountAxis(y, frame, language)];
  bars.forEach((bar, index) => {
    const left = frame.left + index * pitch;
    const top = Math.min(y(euros(bar.from)), y(euros(bar.to)));
    const height = Math.abs(y(euros(bar.from)) - y(euros(bar.to)));
    shapes.push(
      shape('rect', {
        class: `chart-bar ${bar.kind}`,
        x: at(left + pitch * 0.15),
        y: at(top),
        width: at(pitch * 0.7),
        height: Math.max(1, at(height)),
      }),
      shape(
        'text',
        {
          x: at(left + pitch / 2),
          y: frame.height - frame.bottom + 14 + (index % 3) * 14,
          'text-anchor': 'middle',
          class: 'value',
        },
        shorten(bar.label, Math.floor((pitch * 2.4) / 5.9)),
      ),
    );
  });
  const words = (code: string): string => say({ code, facts: {} }, language);
  return {
    title,
    summary,
    drawing: drawing(frame, title, summary, shapes),
    legend: [
      { mark: 'chart-bar up', text: words('charts.up') },
      { mark: 'chart-bar down', text: words('charts.down') },
    ],
    table: {
      head: [words('charts.cause'), words('charts.amount')],
      rows: bars.map((bar) => [bar.label, showMoney(bar.amount, language)]),
    },
  };
}

/** A label as long as there is room for, both ends kept: names often differ at the end. The table has it whole. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - tail).trimEnd()}…${text.slice(text.length - tail).trimStart()}`;
}
