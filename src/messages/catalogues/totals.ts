import type { Catalogue } from '../catalogue';

/** A forecast added up over products, providers and domains, and how it is shown. */
export const totalsMessages: Catalogue = {
  'totals.level-provider': { nl: '{provider}, {domain}', en: '{provider}, {domain}' },
  'totals.level-domain': {
    nl: '{domain}, alle aanbieders',
    en: '{domain}, all providers',
  },
  'totals.level-total': {
    nl: 'Alle domeinen en aanbieders',
    en: 'All domains and providers',
  },
  'totals.utilisation': { nl: 'Verwachte uitnutting', en: 'Expected utilisation' },
  'totals.counting': { nl: 'Verwachting die meetelt', en: 'Estimate that counts' },
  'totals.ceiling-stated': { nl: 'Plafond of budget', en: 'Ceiling or budget' },
  'totals.ceiling-sum-of-ceilings': {
    nl: 'Plafonds van de aanbieders opgeteld',
    en: 'Ceilings of the providers added up',
  },
};
