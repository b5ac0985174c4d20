export * from './port';
export { changedCells, findOvertaken, type CellChange } from './changes';
export { missingRequirements, openExcel, type ExcelHost } from './excel';
export { openMemory } from './memory';
export { openXlsx, type OpenOptions } from './xlsx/open';
export { DEFAULT_LIMITS, type UnpackLimits } from './xlsx/zip';
