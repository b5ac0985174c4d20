import { createElement, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Chart, Shape } from '../charts';
import { useWords } from './context';

/** `stroke-width` → `strokeWidth`, as React wants it; `aria-…` stays. */
const propName = (name: string): string =>
  name === 'class'
    ? 'className'
    : name.startsWith('aria-')
      ? name
      : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function element(shape: Shape, key?: number): ReactElement {
  const props = Object.fromEntries(
    Object.entries(shape.attributes).map(([name, value]) => [propName(name), value]),
  );
  const children = shape.children.map((child, index): ReactNode =>
    typeof child === 'string' ? child : element(child, index),
  );
  return createElement(shape.tag, key === undefined ? props : { ...props, key }, ...children);
}

const isArea = (mark: string): boolean => mark.startsWith('chart-bar') || mark.startsWith('band');

const FIRST_WIDTH = 360;
const LEAST_WIDTH = 240;

/** A chart with its legend, what there is to see in a sentence, and the exact figures to unfold. */
export function ChartFigure({ draw }: { readonly draw: (width: number) => Chart }): ReactElement {
  const { t } = useWords();
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  // Drawn anew for the room there is, so that letters keep their size in a narrow pane.
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(LEAST_WIDTH, Math.round(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = draw(width);
  return (
    <figure className="chart" ref={figure}>
      <figcaption>{chart.title}</figcaption>
      {element(chart.drawing)}
      {chart.legend.length === 0 ? null : (
        <ul className="chart-legend">
          {chart.legend.map(({ mark, text }) => (
            <li key={mark}>
              <svg viewBox="0 0 22 10" aria-hidden="true">
                {isArea(mark) ? (
                  <rect className={mark} x={1} y={1} width={20} height={8} />
                ) : (
                  <line className={mark} x1={0} x2={22} y1={5} y2={5} />
                )}
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{chart.summary}</p>
      <details>
        <summary>{t('pane.chart.figures')}</summary>
        <div className="wide" role="region" tabIndex={0} aria-label={chart.title}>
          <table>
            <thead>
              <tr>
                {chart.table.head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.table.rows.map(([label, ...cells], row) => (
                <tr key={row}>
                  <th scope="row">{label}</th>
                  {cells.map((text, column) => (
                    <td key={column} className="amount">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
