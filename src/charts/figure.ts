import { drawingText, escapeText as escape, shape, type Chart } from './chart';

/** The mark of a legend entry, in the same class as in the drawing. */
export function legendMark(mark: string): string {
  const isArea = mark.startsWith('chart-bar') || mark.startsWith('band');
  return drawingText(
    shape(
      'svg',
      { viewBox: '0 0 22 10', 'aria-hidden': 'true' },
      isArea
        ? shape('rect', { class: mark, x: 1, y: 1, width: 20, height: 8 })
        : shape('line', { class: mark, x1: 0, x2: 22, y1: 5, y2: 5 }),
    ),
  );
}

/**
 * A chart as a figure for a page: caption, drawing, legend and, folded, the table with its exact figures.
 * `tableLabel` is what opens the table.
 */
export function figureText(chart: Chart, tableLabel: string): string {
  const legend = chart.legend.map(({ mark, text }) => `<li>${legendMark(mark)}${escape(text)}</li>`).join('');
  const head = chart.table.head.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const rows = chart.table.rows
    .map(
      ([label = '', ...cells]) =>
        `<tr><th scope="row">${escape(label)}</th>${cells
          .map((text) => `<td class="amount">${escape(text)}</td>`)
          .join('')}</tr>`,
    )
    .join('');
  return (
    `<figure class="chart"><figcaption>${escape(chart.title)}</figcaption>${drawingText(chart.drawing)}` +
    (legend === '' ? '' : `<ul class="chart-legend">${legend}</ul>`) +
    `<p>${escape(chart.summary)}</p>` +
    `<details><summary>${escape(tableLabel)}</summary><table><thead><tr>${head}</tr></thead>` +
    `<tbody>${rows}</tbody></table></details></figure>`
  );
}
