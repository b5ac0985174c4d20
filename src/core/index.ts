export * from './values';
export * from './rulebook';
export * from './rulebooks';
export * from './production/care-table';
export * from './production/declaration-triangle';
export * from './production/provider';
export {
  canonicalHeader,
  canonicalHeaders,
  headerScore,
  isComplete as isCompleteHeader,
  normaliseHeader,
  NUMBER_FIELDS,
  readHeader,
  REQUIRED as REQUIRED_FIELDS,
  wordsOf as wordsOfTable,
  type Field,
  type Header,
  type TableKind,
} from './production/fields';
export { ceilingKind } from './production/ceiling-kind';
export { isProductName } from './production/product-name';
export { domainName, domainOfProduct } from './production/domain-name';
export {
  evidenceOf,
  exact,
  plainNumber,
  readNumber,
  scale,
  type DecimalMark,
  type Digits,
  type NumberText,
  type Scaled,
} from './production/number-text';
export { PERIOD_WORDS, readDay, readPeriod, type PeriodReading } from './production/period-text';
export { looksLikeBsn, showable } from './production/private-text';
export { totalReach, totalWord, type TotalWord } from './production/total-word';
export * from './tariffs';
export * from './ceilings';
export * from './financing';
export * from './region';
export * from './allocations';
export * from './bridge';
export * from './forecast/extrapolate';
export * from './forecast/outlook';
export * from './scenarios';
export * from './forecast/forecast-result';
export * from './forecast/forecast-year';
export * from './forecast/ranges/questions';
export * from './forecast-sources';
export * from './forecast-totals';
export * from './prognosis';
export * from './contracting-space';
export * from './checks';
export * from './desk';
export * from './snapshots';
export * from './rules';
