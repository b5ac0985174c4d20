export type { FillReport, MonthsReport, ReadReceipt, ReportOutcome } from './input';
export { logText } from './log-text';
export { sideText } from './months-sheets';
export { wordsIn, type Words } from './words';
export {
  stepToJson,
  toJson,
  type JsonDomain,
  type JsonFinding,
  type JsonPlace,
  type JsonPrognosis,
  type JsonStep,
  type ReportJson,
} from './json';
export { toText, type TextOptions } from './text';
export { outcomePage } from './page/outcome-page';
export { PRINT_STYLE } from './page/page-parts';
export { toReportWorkbook } from './report-workbook';
export { layoutToJson, layoutToText } from './layout';
export { readAnswers } from './desk/answers';
export { deskToJson } from './desk/desk-json';
export { deskPage } from './desk/desk-page';
export { deskText } from './desk/desk-text';
export { deskWorkbook } from './desk/desk-workbook';
export type { DeskEntry, DeskReport } from './desk/input';
export { questionLetter, questionWorkbook } from './desk/questions';
export type { ForecastReport } from './forecast-input';
export { forecastToJson } from './forecast-json';
export { forecastRows, forecastTable, type ForecastRow } from './forecast-rows';
export { forecastToText } from './forecast-text';
export { toForecastWorkbook } from './forecast-workbook';
export {
  comparisonToJson,
  comparisonToText,
  headingOf,
  toComparisonWorkbook,
  type ComparisonJson,
} from './comparison';
