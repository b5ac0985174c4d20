export { openExcel } from './open';
export { missingRequirements, type ExcelHost } from './host';
