/** Fields that only the lists of rules have: financing forms, regional reports, Wlz reports. */
export type RuleField =
  | 'form'
  | 'segment'
  | 'name'
  | 'agreed'
  | 'ceiling'
  | 'open'
  | 'clients'
  | 'months'
  | 'hours'
  | 'passedOn'
  | 'turnover'
  | 'offer'
  | 'index'
  | 'share'
  | 'maximum'
  | 'days'
  | 'certain'
  | 'declared'
  | 'forecast'
  | 'reference'
  | 'main'
  | 'region'
  | 'places'
  | 'occupied'
  | 'profile'
  | 'nbf'
  | 'percentage'
  | 'ground'
  | 'requested'
  | 'decided'
  | 'mainSector'
  | 'withTreatment'
  | 'wadden'
  | 'concern';

/** Those that hold numbers in their own notation. Ratios are read apart: they may carry a %. */
export const RULE_NUMBER_FIELDS: readonly RuleField[] = [
  'agreed',
  'ceiling',
  'open',
  'clients',
  'months',
  'hours',
  'passedOn',
  'turnover',
  'offer',
  'maximum',
  'days',
  'declared',
  'forecast',
  'places',
  'occupied',
  'nbf',
  'withTreatment',
];

/** `field: canonical other wordings`, one a line: one vocabulary for all lists of rules. */
export const RULE_WORDS = `
provider: aanbieder zorgaanbieder instelling organisatie partij provider supplier contractor party
domain: domein perceel wet domain lot law act
product: product productcode prestatie dienst service code
description: omschrijving productomschrijving description
client: client clientnummer clientkey jeugdige kind child
period: periode maand period month
quantity: aantal volume hoeveelheid geleverd quantity delivered
unit: eenheid unit
tariff: tarief prijs bedragperplek gemiddeldtarief tariff price rate averagetariff amountperplace
amount: bedrag kosten uitgaven besteed amount cost costs spending spent
kind: soort type kind
from: vanaf ingangsdatum begindatum datum from startdate date
until: tot totenmet einddatum until enddate
year: jaar year
municipality: gemeente municipality
subcontractor: onderaannemer subcontractor
sector: sector productsector
deliveryForm: leveringsvorm deliveryform
treatment: behandeling treatment
care: zorgcomponent carecomponent care
nhc: nhc nhccomponent
nic: nic niccomponent
qualitySupplement: kwaliteitstoeslag qualitysupplement
form: vorm bekostigingsvorm financieringsvorm form financingform
segment: segment
name: naam post name item
agreed: afgesproken toegekend agreed granted
ceiling: plafond budget lumpsum subsidieplafond ceiling
open: openstaand nogteleveren opentoewijzing open openallocations
clients: clienten aantalclienten clients
months: maanden doorlooptijd months duration
hours: urenpermaand uren intensiteit hours hourspermonth intensity
passedOn: doorbetaald onderaannemerstarief passedon subcontracttariff
turnover: referentieomzet omzet turnover referenceturnover
offer: offerte aanbod inschrijving offer bid
index: index indexering indexation
share: deel aandeel share
maximum: maximum maximaal
days: dagen days
certain: zeker certain
declared: gedeclareerd declared
forecast: prognose verwacht forecast
reference: kenmerk referentie vindplaats reference
paid: betaald paid
main: hoofdaannemer maincontractor
region: regio zorgkantoorregio region
places: plekken plaatsen places
occupied: bezet bezettedagen occupied occupieddays
profile: profiel zorgprofiel profile
nbf: nbf nbfcomponent
percentage: percentage tariefpercentage tariffpercentage
ground: grond reden ground
requested: aangevraagd verzoek requested
decided: besloten besluit decided
mainSector: hoofdsector mainsector
withTreatment: metbehandeling dagenmetbehandeling withtreatment
wadden: waddentoeslag wadden
concern: concern groep group
`;
