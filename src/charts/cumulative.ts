import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import {
  addMoney,
  dateValue,
  dayNumber,
  dateOf,
  daysInYear,
  firstDay,
  isMonth,
  moneyValue,
  ZERO,
  type DomainFigures,
  type IsoDate,
  type Money,
} from '../core';
import { say, showMoney, showMonth, showShortMonth, type Language } from '../messages';
import { shape, type Chart, type Shape } from './chart';
import { amountAxis, amountScale, at, drawing, euros, WIDTH, type Frame } from './frame';

/** Cumulative amounts at the end of a month between which the outcome lies, where a forecast states them. */
export interface CumulativeRange {
  readonly month: string;
  readonly low80: Money;
  readonly high80: Money;
  readonly low95: Money;
  readonly high95: Money;
}

interface Point {
  readonly month: string;
  /** Day of the year at which the month ends, 1-based. */
  readonly day: number;
  readonly amount: Money;
  readonly total: Money;
  readonly status: 'closed' | 'running' | 'forecast';
}

const frameOf = (width: number): Frame => ({
  width,
  height: Math.round(Math.max(180, width * 0.46)),
  left: 58,
  right: 12,
  top: 14,
  bottom: 26,
});

/**
 * Cumulative counting production of a domain through the year: what was produced as a whole line, what is
 * expected as a dashed one with its range, the ceiling as known now and at year end, and the day on which it
 * is used up. The table has every figure to the cent.
 */
export function cumulativeChart(
  domain: DomainFigures,
  year: number,
  language: Language,
  ranges: readonly CumulativeRange[] = [],
  width = WIDTH,
): Chart {
  const frame = frameOf(width);
  const points = pointsOf(domain, year);
  const { ceiling } = domain;
  const title = say({ code: 'charts.cumulative', facts: { domain: domain.domain, year } }, language);
  const summary = summaryOf(domain, language);
  const x = scaleLinear()
    .domain([0, daysInYear(year)])
    .range([frame.left, frame.width - frame.right]);
  const y = amountScale(
    [
      ...points.map((point) => euros(point.total)),
      ...ranges.flatMap((range) => [euros(range.low95), euros(range.high95)]),
      ...(ceiling ? [euros(ceiling.effective), euros(ceiling.effectiveYearEnd)] : []),
    ],
    frame,
  );
  const shapes: Shape[] = [...amountAxis(y, frame, language)];
  for (const point of points) {
    if (!isMonth(point.month)) continue;
    shapes.push(
      shape(
        'text',
        {
          x: at((x(dayOfYear(firstDay(point.month)) - 1) + x(point.day)) / 2),
          y: frame.height - 8,
          'text-anchor': 'middle',
        },
        showShortMonth(point.month, language).slice(0, width < 420 ? 1 : 3),
      ),
    );
  }
  shapes.push(...bandShapes(ranges, points, x, y));
  const whole = points.filter((point) => point.status === 'closed');
  const origin = { day: 0, total: ZERO };
  const path = line<{ day: number; total: Money }>()
    .x((point) => at(x(point.day)))
    .y((point) => at(y(euros(point.total))));
  const closed = path([origin, ...whole]);
  const open = path([whole.at(-1) ?? origin, ...points.slice(whole.length)]);
  if (whole.length > 0 && closed !== null) shapes.push(shape('path', { class: 'actual', d: closed }));
  if (whole.length < points.length && open !== null)
    shapes.push(shape('path', { class: 'expected', d: open }));
  if (ceiling) {
    const level = at(y(euros(ceiling.effective)));
    const later = at(y(euros(ceiling.effectiveYearEnd)));
    const now = at(x(whole.at(-1)?.day ?? 0));
    const end = frame.width - frame.right;
    shapes.push(shape('line', { class: 'ceiling', x1: frame.left, x2: end, y1: level, y2: level }));
    if (later !== level)
      shapes.push(
        shape('line', {
          class: 'ceiling',
          'stroke-dasharray': '6 4',
          x1: now,
          x2: end,
          y1: later,
          y2: later,
        }),
      );
  }
  if (domain.exhaustionDate !== null)
    shapes.push(...exhaustionShapes(domain.exhaustionDate, points, x, y, frame));
  const hasRange = ranges.length > 0;
  const words = (code: string): string => say({ code, facts: {} }, language);
  return {
    title,
    summary,
    drawing: drawing(frame, title, summary, shapes),
    legend: [
      { mark: 'actual', text: words('charts.produced') },
      { mark: 'expected', text: words('charts.expected') },
      ...(hasRange ? [{ mark: 'band', text: words('charts.band') }] : []),
      ...(ceiling ? [{ mark: 'ceiling', text: words('charts.ceiling') }] : []),
      ...(domain.exhaustionDate === null ? [] : [{ mark: 'day', text: words('charts.used-up') }]),
    ],
    table: {
      head: [
        words('charts.month'),
        words('charts.amount'),
        words('charts.cumulative-amount'),
        ...(hasRange ? [words('charts.low80'), words('charts.high80')] : []),
      ],
      rows: points.map((point) => {
        const range = ranges.find((one) => one.month === point.month);
        return [
          isMonth(point.month) ? showMonth(point.month, language) : point.month,
          showMoney(point.amount, language),
          showMoney(point.total, language),
          ...(hasRange
            ? [range ? showMoney(range.low80, language) : '', range ? showMoney(range.high80, language) : '']
            : []),
        ];
      }),
    },
  };
}

const dayOfYear = (day: IsoDate): number =>
  dayNumber(day) - dayNumber(dateOf(Number(day.slice(0, 4)), 1, 1)) + 1;

function pointsOf(domain: DomainFigures, year: number): Point[] {
  let total = ZERO;
  let day = 0;
  return domain.months.map(({ month, production, forecast, status }) => {
    const amount = addMoney(production, forecast);
    total = addMoney(total, amount);
    const number = Number(month.slice(5, 7));
    day = number === 12 ? daysInYear(year) : dayOfYear(dateOf(year, number + 1, 1)) - 1;
    return { month, day, amount, total, status };
  });
}

function bandShapes(
  ranges: readonly CumulativeRange[],
  points: readonly Point[],
  x: (day: number) => number,
  y: (value: number) => number,
): Shape[] {
  if (ranges.length === 0) return [];
  const dayOf = new Map(points.map((point) => [point.month, point.day]));
  const known = points.filter((point) => point.status === 'closed').at(-1);
  const start: CumulativeRange = {
    month: '',
    low80: known?.total ?? ZERO,
    high80: known?.total ?? ZERO,
    low95: known?.total ?? ZERO,
    high95: known?.total ?? ZERO,
  };
  const shown = [start, ...ranges.filter((range) => (dayOf.get(range.month) ?? 0) > (known?.day ?? 0))];
  const place = (range: CumulativeRange): number =>
    at(x(range.month === '' ? (known?.day ?? 0) : (dayOf.get(range.month) ?? 0)));
  const band = (low: 'low80' | 'low95', high: 'high80' | 'high95'): string =>
    area<CumulativeRange>()
      .x(place)
      .y0((range) => at(y(euros(range[low]))))
      .y1((range) => at(y(euros(range[high]))))(shown) ?? '';
  return [
    shape('path', { class: 'band wide', d: band('low95', 'high95') }),
    shape('path', { class: 'band', d: band('low80', 'high80') }),
  ];
}

function exhaustionShapes(
  date: IsoDate,
  points: readonly Point[],
  x: (day: number) => number,
  y: (value: number) => number,
  frame: Frame,
): Shape[] {
  const day = dayOfYear(date);
  const left = at(x(day));
  const next = points.findIndex((point) => point.day >= day);
  const before = points[next - 1];
  const after = points[next];
  if (!after) return [];
  const from = before ? euros(before.total) : 0;
  const days = after.day - (before?.day ?? 0);
  const value = from + ((euros(after.total) - from) * (day - (before?.day ?? 0))) / days;
  return [
    shape('line', { class: 'day', x1: left, x2: left, y1: frame.top, y2: frame.height - frame.bottom }),
    shape('circle', { class: 'dot', cx: left, cy: at(y(value)), r: 4 }),
  ];
}

function summaryOf(domain: DomainFigures, language: Language): string {
  const total = moneyValue(domain.total);
  if (!domain.ceiling) return say({ code: 'charts.cumulative.no-ceiling', facts: { total } }, language);
  const ceiling = moneyValue(domain.ceiling.effective);
  return domain.exhaustionDate === null
    ? say({ code: 'charts.cumulative.within', facts: { total, ceiling } }, language)
    : say(
        {
          code: 'charts.cumulative.used-up',
          facts: { total, ceiling, day: dateValue(domain.exhaustionDate) },
        },
        language,
      );
}
