export { CHART_STYLE, drawingText, escapeText, type Chart, type ChartTable, type Shape } from './chart';
export { cumulativeChart, type CumulativeRange } from './cumulative';
export {
  contributionChart,
  overrunParts,
  utilisationChart,
  utilisationOf,
  waterfallChart,
  type OverrunPart,
  type WaterfallPart,
} from './bars';
export { monthsChart, type MonthFigure } from './months';
export { figureText } from './figure';
export { cumulativeFigures, type LineFigures } from './cumulative-figures';
