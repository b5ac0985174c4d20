import { readFileSync } from 'node:fs';

/** A monthly series with the months that followed, as the M3 file has them. */
export interface TestSeries {
  readonly id: string;
  /** Month number 1-12 of the first value. */
  readonly startMonth: number;
  readonly history: readonly number[];
  readonly future: readonly number[];
}

/**
 * The 1,428 monthly series of the M3 competition. CSV with the columns series, id, type, start (YYYY-MM), n,
 * h, description, history, future; numbers separated by a space.
 */
export function readM3(file: string): TestSeries[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line, at) => {
    const [id = '', , , start = '', , , , history = '', future = ''] = line.split(',');
    const numbers = (text: string): number[] => text.trim().split(' ').map(Number);
    const series = {
      id,
      startMonth: Number(start.slice(5, 7)),
      history: numbers(history),
      future: numbers(future),
    };
    if (series.future.length !== 18 || series.history.some(Number.isNaN) || !(series.startMonth >= 1)) {
      throw new Error(
        `${file}, line ${at + 2}: expected history and 18 future months, found ${line.slice(0, 80)}`,
      );
    }
    return series;
  });
}

/** A small invented set: levels, growth, seasons, noise that lasts and a jump now and then. */
export function inventSeries(count: number, months = 78): TestSeries[] {
  let state = 20231;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: count }, (_, at) => {
    const level = 1000 * Math.exp(normal());
    const growth = 0.004 * normal();
    const spread = 0.02 + 0.06 * uniform();
    const lasting = 0.015 * uniform();
    const season = Array.from({ length: 12 }, () => 0.08 * normal() * (at % 3));
    let drift = 0;
    const values = Array.from({ length: months + 18 }, (_unused, month) => {
      drift += growth + lasting * normal() + (uniform() < 0.01 ? 0.15 * normal() : 0);
      const value = level * Math.exp(drift + (season[month % 12] as number) + spread * normal());
      return Math.round(value * 100) / 100;
    });
    return {
      id: `V${at + 1}`,
      startMonth: 1 + (at % 12),
      history: values.slice(0, months),
      future: values.slice(months),
    };
  });
}
