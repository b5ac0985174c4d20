export { domainChance, MONTHS_FOR_CHANCE, type DomainChance } from './domain-chance';
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
