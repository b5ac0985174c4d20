import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Money } from '../core';
import type { Language } from '../messages';
import { shape, type Shape } from './chart';

/** Width of a drawing when nobody says how much room there is; one unit is one pixel at that width. */
export const WIDTH = 560;

/** Pixels only: a place on paper needs no exactness, a figure in a table never passes here. */
export const euros = (amount: Money): number => Number(amount) / 100;

/** Room around the plot, in the units of the drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const axisNumbers: Record<Language, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat('nl-NL', { notation: 'compact', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 }),
};

/** A short amount beside an axis; the exact ones are in the table. */
export const axisAmount = (value: number, language: Language): string =>
  `€\u00a0${axisNumbers[language].format(value)}`;

/**
 * A vertical scale of amounts that holds 0 and all values, on round figures. All values 0: 0 to 1, so that
 * nothing is divided by nothing.
 */
export function amountScale(values: readonly number[], frame: Frame): ScaleLinear<number, number> {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([frame.height - frame.bottom, frame.top])
    .nice(4);
}

/** Horizontal lines with their amounts. */
export function amountAxis(scale: ScaleLinear<number, number>, frame: Frame, language: Language): Shape[] {
  return scale.ticks(4).flatMap((tick) => {
    const y = scale(tick);
    return [
      shape('line', {
        class: tick === 0 ? 'axis' : 'grid',
        x1: frame.left,
        x2: frame.width - frame.right,
        y1: y,
        y2: y,
      }),
      shape('text', { x: frame.left - 6, y: y + 4, 'text-anchor': 'end' }, axisAmount(tick, language)),
    ];
  });
}

/** The drawing with its name and description for screen readers. */
export const drawing = (frame: Frame, title: string, summary: string, shapes: readonly Shape[]): Shape =>
  shape(
    'svg',
    {
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: 'img',
      'aria-label': `${title}. ${summary}`,
    },
    ...shapes,
  );

/** Coordinates to a tenth: enough for the eye, and short. */
export const at = (value: number): number => Math.round(value * 10) / 10;
