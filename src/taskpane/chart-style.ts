import { CHART_STYLE } from '../charts';

/** A sheet of the page's own: allowed under a content-security policy that forbids style elements. */
export function adoptChartStyle(): void {
  const charts = new CSSStyleSheet();
  charts.replaceSync(CHART_STYLE);
  document.adoptedStyleSheets.push(charts);
}
