export { openExcel } from './open';
export { missingRequirements, type ExcelHost } from './host';
export {
  listTables,
  nameOfPlace,
  nameOfWorkbook,
  readPlace,
  recalculateAll,
  selectCell,
  selectedPlace,
  type ExcelPlace,
} from './places';
export { addReportSheets, type LineChart, type ReportSheets } from './report-sheets';
