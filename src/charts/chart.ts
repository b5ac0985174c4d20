/**
 * A drawing as plain data: the pane makes React elements of it, a report page writes it as text. No colours:
 * those belong to classes (`CHART_STYLE`), so that one drawing suits light, dark, print and high contrast.
 */
export interface Shape {
  readonly tag: 'svg' | 'g' | 'path' | 'rect' | 'line' | 'circle' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** The figures of a chart, for those who would rather read them. All amounts in full, to the cent. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Chart {
  readonly title: string;
  /** What there is to see, in a sentence: also what a screen reader says. */
  readonly summary: string;
  readonly drawing: Shape;
  readonly table: ChartTable;
  /** What each kind of mark stands for. */
  readonly legend: readonly { readonly mark: string; readonly text: string }[];
}

export const shape = (
  tag: Shape['tag'],
  attributes: Shape['attributes'],
  ...children: (Shape | string)[]
): Shape => ({ tag, attributes, children });

/**
 * Text as it stands in a page or in an attribute.
 * @example escapeText('a < b') // 'a &lt; b'
 */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * A drawing as SVG text.
 * @example drawingText({ tag: 'text', attributes: { x: 1 }, children: ['a < b'] }) // '<text x="1">a &lt; b</text>'
 */
export function drawingText(drawing: Shape): string {
  const attributes = Object.entries(drawing.attributes)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('');
  const inside = drawing.children.map((child) =>
    typeof child === 'string' ? escapeText(child) : drawingText(child),
  );
  return `<${drawing.tag}${attributes}>${inside.join('')}</${drawing.tag}>`;
}

/**
 * Style of every chart. Reads the page's own variables (`--text`, `--line`, `--accent`, `--bad` …), with a
 * fall-back; in forced colours the marks differ in pattern and outline, not only in colour.
 */
export const CHART_STYLE = `
.chart { margin: 0 0 1rem; }
.chart figcaption { font-weight: 600; margin-bottom: 0.25rem; }
.chart svg { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { font: 11px 'Segoe UI', system-ui, sans-serif; fill: var(--muted, #4a5058); }
.chart text.value { fill: var(--text, #1b1f24); }
.chart .grid { stroke: var(--line, #c9d1d9); stroke-width: 1; }
.chart .axis { stroke: var(--muted, #4a5058); stroke-width: 1; }
.chart .actual { fill: none; stroke: var(--accent, #0b5c7a); stroke-width: 2.5; }
.chart .expected { fill: none; stroke: var(--accent, #0b5c7a); stroke-width: 2.5; stroke-dasharray: 5 4; }
.chart .band { fill: var(--accent, #0b5c7a); fill-opacity: 0.16; stroke: none; }
.chart .band.wide { fill-opacity: 0.09; }
.chart .own { fill: none; stroke: var(--warn, #7a4a00); stroke-width: 2; stroke-dasharray: 2 3; }
.chart .ceiling { fill: none; stroke: var(--bad, #a4262c); stroke-width: 2; }
.chart .day { stroke: var(--bad, #a4262c); stroke-width: 1.5; stroke-dasharray: 2 3; }
.chart .dot { fill: var(--bad, #a4262c); }
.chart .chart-bar.production, .chart .chart-bar.start { fill: var(--accent, #0b5c7a); }
.chart .chart-bar.forecast { fill: var(--accent, #0b5c7a); fill-opacity: 0.4; stroke: var(--accent, #0b5c7a); }
.chart .chart-bar.over, .chart .chart-bar.up { fill: var(--bad, #a4262c); }
.chart .chart-bar.down { fill: var(--good, #0b6a0b); }
.chart .chart-legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; margin: 0.25rem 0; padding: 0; font-size: 12px; }
.chart .chart-legend svg { display: inline-block; width: 22px; height: 10px; margin-right: 0.35rem; vertical-align: middle; }
.chart table { border-collapse: collapse; font-size: 12px; }
.chart th, .chart td { border: 1px solid var(--line, #c9d1d9); padding: 2px 6px; text-align: left; }
.chart td.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (forced-colors: active) {
  .chart .actual, .chart .expected { stroke: CanvasText; }
  .chart .own { stroke: CanvasText; }
  .chart .ceiling, .chart .day { stroke: Highlight; }
  .chart .dot { fill: Highlight; }
  .chart .band { fill: CanvasText; }
  .chart .chart-bar { stroke: CanvasText; }
  .chart .chart-bar.production, .chart .chart-bar.start { fill: CanvasText; }
  .chart .chart-bar.over, .chart .chart-bar.up { fill: Highlight; }
  .chart .chart-bar.forecast, .chart .chart-bar.down { fill: Canvas; }
  .chart text, .chart text.value { fill: CanvasText; }
}
`;
