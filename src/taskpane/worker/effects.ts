/** Methods of a workbook and its memory that change something. */
const EFFECTS: ReadonlySet<string> = new Set(['write', 'undo', 'set']);

/**
 * Whether a method changes a workbook.
 * @example isEffect('read') // false
 */
export const isEffect = (method: string): boolean => EFFECTS.has(method);

/**
 * Calls that the engine remembers for later ones: a forecast, and the last choices made on it. A thread that takes over
 * is told of them before it is asked anything that builds on them.
 */
const REMEMBERED: Readonly<Record<string, { readonly series: string; readonly isFirst: boolean }>> = {
  forecast: { series: 'forecast', isFirst: true },
  forecastAgain: { series: 'forecast', isFirst: false },
};

/** The series that a call begins or goes on with; null when the engine forgets it. */
export const rememberedCall = (method: string) => REMEMBERED[method] ?? null;

/**
 * The series that a call builds on, by its name.
 * @example seriesOf('forecastSteps') // 'forecast'
 */
export const seriesOf = (method: string): string | null =>
  REMEMBERED[method]?.isFirst
    ? null
    : (Object.values(REMEMBERED).find(({ series }) => method.startsWith(series))?.series ?? null);
