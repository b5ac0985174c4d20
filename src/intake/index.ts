export {
  IntakeError,
  REJECTED_KEPT,
  type CeilingsRead,
  type DecimalMark,
  type InputFile,
  type IntakeKind,
  type IntakeOptions,
  type IntakeReceipt,
  type LineShare,
  type MessageFacts,
  type MessageFormat,
  type OpenGrid,
  type ReadColumn,
  type RejectedLine,
  type TableKind,
  type TableReceipt,
  type TariffsRead,
} from './contract';
export { ProductionIntake, triangleOf, type ProductionPart } from './read-production';
export { withStops, type CareEvent } from './declared/allocated';
export {
  clientName,
  isPseudonym,
  KeyError,
  keyAsText,
  keyFromText,
  pseudonymiser,
  randomKey,
  SHORTEST_KEY,
  type Pseudonymise,
} from './pseudonym';
export { readCare } from './read-care';
export { readCeilings } from './read-ceilings';
export { readTariffs } from './read-tariffs';
export { proposeTariffMapping, type ProposedColumn, type TariffProposal } from './tariff-proposal';
export { parseTariffMapping, type TariffColumn, type TariffMapping } from './tariff-table';
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
export * from './anonymise';
export { sha256 } from './sha256';
export { decodeText } from './csv/decode-text';
export { foreignFormat, sampleOf } from './csv/csv-source';
export {
  readClientFlows,
  readCompletion,
  readCounts,
  readDeclarations,
  readOverrides,
  type ClientFlowLine,
  type ListRead,
} from './read-forecast-lists';
