import type { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { moneyValue, subtractMoney, sumMoney, ZERO, type AmountRange, type Money, type Month } from '../core';
import { say, showMoney, showMonth, showShortMonth, type Language } from '../messages';
import { shape, type Chart, type Shape } from './chart';
import { amountAxis, amountScale, at, drawing, euros, WIDTH, type Frame } from './frame';

/** A month of a forecast as the chart draws it. */
export interface MonthFigure extends AmountRange {
  readonly month: Month;
  readonly status: 'closed' | 'incomplete' | 'forecast';
  readonly declared: Money;
  /** The estimate of the whole month, what is declared included. */
  readonly amount: Money;
  readonly overridden: boolean;
  /** What the user’s own forecast says; null: nothing. */
  readonly own: Money | null;
}

const frameOf = (width: number): Frame => ({
  width,
  height: Math.round(Math.max(170, width * 0.4)),
  left: 58,
  right: 10,
  top: 12,
  bottom: 26,
});

/**
 * The months of a year side by side: what was declared as bars, on top of it what is still expected of months
 * that are over, and what is forecast as lighter bars in a band of 80% and 95%. A dot marks an amount set by
 * hand, a line the user’s own forecast. The table has every figure to the cent.
 */
export function monthsChart(
  months: readonly MonthFigure[],
  title: string,
  language: Language,
  width = WIDTH,
): Chart {
  const frame = frameOf(width);
  const words = (code: string): string => say({ code, facts: {} }, language);
  const pitch = (frame.width - frame.left - frame.right) / Math.max(1, months.length);
  const middle = (index: number): number => at(frame.left + (index + 0.5) * pitch);
  const y = amountScale(
    months.flatMap((month) => [
      euros(month.declared),
      euros(month.amount),
      euros(month.low95),
      euros(month.high95),
      euros(month.own ?? ZERO),
    ]),
    frame,
  );
  const bar = (index: number, from: number, to: number, kind: string): Shape =>
    shape('rect', {
      class: `chart-bar ${kind}`,
      x: at(frame.left + index * pitch + pitch * 0.16),
      y: at(Math.min(y(from), y(to))),
      width: at(pitch * 0.68),
      height: at(Math.abs(y(from) - y(to))),
    });
  const shapes: Shape[] = [...amountAxis(y, frame, language)];
  months.forEach((month, index) => {
    shapes.push(
      shape(
        'text',
        { x: middle(index), y: frame.height - 8, 'text-anchor': 'middle' },
        showShortMonth(month.month, language).slice(0, width < 420 ? 1 : 3),
      ),
    );
    const declared = euros(month.declared);
    if (month.status === 'forecast') shapes.push(bar(index, 0, euros(month.amount), 'forecast'));
    else shapes.push(bar(index, declared, euros(month.amount), 'forecast'));
    if (month.declared !== ZERO) shapes.push(bar(index, 0, declared, 'production'));
  });
  shapes.push(...bandShapes(months, middle, pitch, y));
  shapes.push(...ownShapes(months, middle, y));
  months.forEach((month, index) => {
    if (month.overridden)
      shapes.push(shape('circle', { class: 'dot', cx: middle(index), cy: at(y(euros(month.amount))), r: 4 }));
  });
  const over = months.filter((month) => month.status !== 'forecast');
  const incomplete = over.filter((month) => month.status === 'incomplete');
  const declared = sumMoney(months.map((month) => month.declared));
  const total = sumMoney(months.map((month) => month.amount));
  const summary = say(
    {
      code: 'charts.months.summary',
      facts: {
        total: moneyValue(total),
        declared: moneyValue(declared),
        incomplete: incomplete.length,
        ahead: months.length - over.length,
        late: moneyValue(sumMoney(over.map((month) => subtractMoney(month.amount, month.declared)))),
      },
    },
    language,
  );
  const hasOwn = months.some((month) => month.own !== null);
  return {
    title,
    summary,
    drawing: drawing(frame, title, summary, shapes),
    legend: [
      { mark: 'chart-bar production', text: words('charts.declared') },
      { mark: 'chart-bar forecast', text: words('charts.estimated') },
      { mark: 'band', text: words('charts.band') },
      ...(hasOwn ? [{ mark: 'own', text: words('charts.own') }] : []),
    ],
    table: {
      head: [
        words('charts.month'),
        words('charts.declared'),
        words('charts.estimated'),
        words('charts.low80'),
        words('charts.high80'),
        words('charts.low95'),
        words('charts.high95'),
        ...(hasOwn ? [words('charts.own')] : []),
      ],
      rows: months.map((month) => [
        showMonth(month.month, language),
        showMoney(month.declared, language),
        showMoney(month.amount, language),
        showMoney(month.low80, language),
        showMoney(month.high80, language),
        showMoney(month.low95, language),
        showMoney(month.high95, language),
        ...(hasOwn ? [month.own === null ? '' : showMoney(month.own, language)] : []),
      ]),
    },
  };
}

type Y = ReturnType<typeof scaleLinear<number, number>>;

/** Bands over the months that aren’t certain, each as wide as its month. */
function bandShapes(
  months: readonly MonthFigure[],
  middle: (index: number) => number,
  pitch: number,
  y: Y,
): Shape[] {
  const open = months
    .map((month, index) => ({ month, index }))
    .filter(({ month }) => month.low95 !== month.high95);
  const runs: (typeof open)[] = [];
  for (const one of open) {
    const last = runs.at(-1);
    if (last && (last.at(-1)?.index ?? -2) === one.index - 1) last.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    // A band starts and ends half a month out, so that a single month has one too.
    const edges = run.flatMap(({ month, index }, place) => [
      ...(place === 0 ? [{ month, x: middle(index) - pitch / 2 }] : []),
      { month, x: middle(index) },
      ...(place === run.length - 1 ? [{ month, x: middle(index) + pitch / 2 }] : []),
    ]);
    const band = (low: 'low80' | 'low95', high: 'high80' | 'high95'): string =>
      area<(typeof edges)[number]>()
        .x(({ x }) => at(x))
        .y0(({ month }) => at(y(euros(month[low]))))
        .y1(({ month }) => at(y(euros(month[high]))))(edges) ?? '';
    return [
      shape('path', { class: 'band wide', d: band('low95', 'high95') }),
      shape('path', { class: 'band', d: band('low80', 'high80') }),
    ];
  });
}

function ownShapes(months: readonly MonthFigure[], middle: (index: number) => number, y: Y): Shape[] {
  const path = line<{ readonly own: Money | null; readonly index: number }>()
    .defined(({ own }) => own !== null)
    .x(({ index }) => middle(index))
    .y(({ own }) => at(y(euros(own ?? ZERO))));
  const d = path(months.map(({ own }, index) => ({ own, index })));
  return months.some(({ own }) => own !== null) && d !== null ? [shape('path', { class: 'own', d })] : [];
}
