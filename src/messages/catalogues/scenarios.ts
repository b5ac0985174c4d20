import type { Catalogue } from '../catalogue';

/** Scenarios beside a forecast, and which assumptions move it most. */
export const scenariosMessages: Catalogue = {
  'scenarios.total': { nl: 'Totaal van scenario {name}', en: 'Total of scenario {name}' },
  'scenarios.closed-months': { nl: 'Afgesloten maanden, zoals geleverd', en: 'Closed months, as delivered' },
  'scenarios.open-months': { nl: 'Maanden waarover het scenario gaat', en: 'Months the scenario is about' },
  'scenarios.cell': { nl: '{product}, {month}', en: '{product}, {month}' },
  'scenarios.cell-exact': { nl: 'Uitkomst vóór afronding', en: 'Outcome before rounding' },
  'scenarios.base-amount': { nl: 'Bedrag in de basisprognose', en: 'Amount in the base forecast' },
  'scenarios.factor-growth': { nl: 'Groei van het volume', en: 'Growth of the volume' },
  'scenarios.factor-tariff': { nl: 'Tariefwijziging of index', en: 'Tariff change or index' },
  'scenarios.intake': { nl: 'Extra instroom {product}, {month}', en: 'Extra intake {product}, {month}' },
  'scenarios.intake-clients': { nl: 'Nieuwe cliënten per maand', en: 'New clients per month' },
  'scenarios.intake-cohorts': {
    nl: 'Maandlichtingen in zorg in deze maand',
    en: 'Monthly cohorts in care in this month',
  },
  'scenarios.intake-quantity': {
    nl: 'Volume per cliënt en maand',
    en: 'Volume per client and month',
  },
  'scenarios.intake-tariff': { nl: 'Tarief per eenheid', en: 'Tariff per unit' },
  'scenarios.not-valid': {
    nl: 'Gevonden: {found}. Verwacht een scenario zoals beschreven in docs/voorspellen.md.',
    en: 'Found: {found}. Expected a scenario as described in docs/voorspellen.md.',
  },
  'scenarios.flow-month': { nl: 'Cliëntstroom {product}, {month}', en: 'Client flow {product}, {month}' },
  'scenarios.flow-assumed': {
    nl: 'Wie binnenkomt, telt de hele maand mee; van de cliënten aan het begin vertrekt elke maand het deel dat bij de gemiddelde duur hoort.',
    en: 'Who comes in counts for the whole month; of the clients at the start the share that goes with the average duration leaves each month.',
  },
  'scenarios.flow-clients': { nl: 'Cliënten in zorg', en: 'Clients in care' },
  'scenarios.flow-staying': { nl: 'Cliënten die blijven', en: 'Clients who stay' },
  'scenarios.flow-start': {
    nl: 'Cliënten aan het begin van de maand',
    en: 'Clients at the start of the month',
  },
  'scenarios.flow-leaving': { nl: 'Cliënten die vertrekken', en: 'Clients who leave' },
  'scenarios.flow-new': { nl: 'Cliënten die instromen', en: 'Clients who come in' },
  'scenarios.count-month': {
    nl: 'Deel van {month} in het jaarbedrag van {product}, naar dagen',
    en: 'Share of {month} in the year’s amount of {product}, by days',
  },
};
