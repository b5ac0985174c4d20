export * from './port';
export { changedCells, findOvertaken, type CellChange } from './changes';
export * from './excel';
export { memoryInMemory, type Json, type WorkbookMemory } from './keeping';
export { checkFormulas, type FormulaCheck, type FormulaDifference } from './formula-check';
export { openMemory } from './memory';
export { openXlsx, type OpenOptions } from './xlsx/open';
export { DEFAULT_LIMITS, type UnpackLimits } from './xlsx/zip';
export { scrubXlsx, type Scrubbed, type ScrubRules } from './xlsx/scrub';
