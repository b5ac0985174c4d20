export {
  linesOf,
  totalsOf,
  utilisationStep,
  type AgainstCeiling,
  type TotalLine,
  type TotalsCeiling,
  type TotalsRequest,
  type TotalsTreatment,
} from './totals';
