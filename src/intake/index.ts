export {
  IntakeError,
  REJECTED_KEPT,
  type CeilingsRead,
  type DecimalMark,
  type InputFile,
  type IntakeKind,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
  type ReadColumn,
  type RejectedLine,
  type TableKind,
  type TableReceipt,
  type TariffsRead,
} from './contract';
export { readCare } from './read-care';
export { readCeilings } from './read-ceilings';
export { readTariffs } from './read-tariffs';
export {
  readSectorProviders,
  readSectorSpace,
  type SectorLine,
  type SectorProvidersRead,
  type SectorSpaceRead,
} from './space/read-sector';
export {
  readAllocations,
  readInvoiceLines,
  type AllocationsRead,
  type InvoiceLinesRead,
} from './read-allocations';
export { readCosts, type CostEntry, type CostsRead } from './read-costs';
export { readRuleList, RuleLine, type RuleListNeeds, type RuleListRead } from './read-rule-list';
