export type { FillReport, ReadReceipt, ReportOutcome } from './input';
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
export { toReportWorkbook } from './report-workbook';
export { layoutToJson, layoutToText } from './layout';
