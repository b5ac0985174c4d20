import { RULE_NUMBER_FIELDS, RULE_WORDS, type RuleField } from './rule-fields';

/** Every kind of table there is a header for. */
export type TableKind =
  | 'production'
  | 'forecast'
  | 'ceilings'
  | 'tariffs'
  | 'allocations'
  | 'costs'
  | 'providers'
  | 'space'
  | 'overrides'
  | 'completion'
  | 'declarations'
  | 'flows'
  | 'counts'
  | 'rules';

export type Field =
  | 'provider'
  | 'domain'
  | 'product'
  | 'description'
  | 'client'
  | 'period'
  | 'quantity'
  | 'unit'
  | 'amount'
  | 'allocation'
  | 'sector'
  | 'deliveryForm'
  | 'treatment'
  | 'subcontractor'
  | 'status'
  | 'year'
  | 'kind'
  | 'scope'
  | 'from'
  | 'until'
  | 'tariff'
  | 'care'
  | 'nhc'
  | 'nic'
  | 'qualitySupplement'
  | 'realised'
  | 'backlog'
  | 'yearProduction'
  | 'commitment'
  | 'crisis'
  | 'treatmentCut'
  | 'delivered'
  | 'paid'
  | 'subcontracted'
  | 'reported'
  | 'frequency'
  | 'municipality'
  | 'decided'
  | 'changeReason'
  | 'form'
  | 'location'
  | 'variant'
  | 'key'
  | 'income'
  | 'reason'
  | 'age'
  | 'share'
  | 'declaredIn'
  | 'newClients'
  | 'duration'
  | 'intensity'
  | RuleField;

/** Fields that hold numbers in their own notation. */
export const NUMBER_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'amount',
  'tariff',
  'care',
  'nhc',
  'nic',
  'qualitySupplement',
  'realised',
  'backlog',
  'yearProduction',
  'commitment',
  'crisis',
  'treatmentCut',
  'delivered',
  'paid',
  'subcontracted',
  'reported',
  'key',
  'income',
  ...RULE_NUMBER_FIELDS,
  'age',
  'share',
  'newClients',
  'duration',
  'intensity',
]);

interface FieldWords {
  /** How the header is written in the canonical file; also what messages call the field. */
  readonly canonical: string;
  /** Other wordings, normalised as `normaliseHeader` does. */
  readonly words: readonly string[];
}

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

const PROVIDER: FieldWords = {
  canonical: 'aanbieder',
  words: list(`zorgaanbieder aanbiedernaam naamaanbieder naamzorgaanbieder zorgaanbiedernaam leverancier
    leveranciersnaam zorgverlener instelling zorginstelling organisatie provider providername careprovider
    supplier contractor`),
};
const DOMAIN: FieldWords = {
  canonical: 'domein',
  words: list('wet wettelijkkader zorgwet domain law act legaldomain'),
};
const PRODUCT: FieldWords = {
  canonical: 'product',
  words: list(`productcode productnr productnummer productid prestatie prestatiecode zorgproduct
    zorgproductcode dienst dienstcode zorgcode artikelcode declaratiecode code service servicecode carecode
    productcodes`),
};
const DESCRIPTION: FieldWords = {
  canonical: 'omschrijving',
  words: list(`productomschrijving productnaam naamproduct prestatieomschrijving dienstomschrijving
    zorgproductomschrijving zorgproductnaam beschrijving productbeschrijving description productdescription
    productname servicename`),
};
const CLIENT: FieldWords = {
  canonical: 'client',
  words: list(`clientnummer clientnr clientid clientcode clientsleutel clientkey clientkenmerk
    clientpseudoniem clientpseudonym pseudoniem pseudonym clientnumber clientreference bsn bsnclient
    burgerservicenummer patient patientnummer patientid klant klantnummer klantnr`),
};
const UNIT: FieldWords = {
  canonical: 'eenheid',
  words: list(`unit units tijdseenheid volumeeenheid eenheidsoort productieeenheid declaratieeenheid
    prestatieeenheid unitofmeasure uom`),
};
const AMOUNT: FieldWords = {
  canonical: 'bedrag',
  words: list(`amount totaalbedrag gedeclareerdbedrag declaratiebedrag ingediendbedrag productiebedrag
    prognosebedrag gefactureerdbedrag factuurbedrag omzet productie prognose kosten waarde totalamount
    declaredamount forecastamount invoicedamount revenue turnover cost costs value`),
};
const SECTOR: FieldWords = { canonical: 'sector', words: list('zorgsector caresector') };
const DELIVERY_FORM: FieldWords = {
  canonical: 'leveringsvorm',
  words: list('deliveryform formofdelivery levervorm'),
};
const TREATMENT: FieldWords = { canonical: 'behandeling', words: list('treatment metbehandeling') };
const FROM: FieldWords = {
  canonical: 'vanaf',
  words: list(`ingangsdatum begindatum geldigvanaf datumingang ingang startdatum from validfrom startdate
    start effectivefrom effectivedate datumvanaf`),
};

const UNTIL: FieldWords = {
  canonical: 'tot',
  words: list(`totenmet tm einddatum geldigtot geldigtotenmet geldigtm datumeinde eind until to validuntil
        validto enddate end datumtot`),
};

const PERIOD: FieldWords = {
  canonical: 'periode',
  words: list(`maand productiemaand productieperiode prestatiemaand prestatieperiode leveringsmaand
    leveringsperiode levermaand zorgmaand zorgperiode jaarmaand prognosemaand period month yearmonth
    productionmonth caremonth deliverymonth servicemonth datum prestatiedatum leverdatum leveringsdatum
    date servicedate`),
};

const LOCATION: FieldWords = {
  canonical: 'locatie',
  words: list('locatiecode locatienaam vestiging vestigingsnaam vestigingsnummer location locationcode'),
};

const CARE: Partial<Record<Field, FieldWords>> = {
  provider: PROVIDER,
  domain: DOMAIN,
  product: PRODUCT,
  client: CLIENT,
  period: PERIOD,
  quantity: {
    canonical: 'aantal',
    words: list(`hoeveelheid volume aantaleenheden geleverdvolume geleverdaantal geleverdehoeveelheid omvang
      quantity qty numberofunits deliveredvolume deliveredquantity`),
  },
  unit: UNIT,
  amount: AMOUNT,
  allocation: {
    canonical: 'toewijzing',
    words: list(`toewijzingsnummer toewijzingnummer toewijzingsnr toewijzingnr toewijzingid indicatie
      indicatienummer indicatienr beschikking beschikkingsnummer beschikkingnummer beschikkingsnr allocation
      allocationnumber allocationid indication indicationnumber`),
  },
  description: DESCRIPTION,
  sector: SECTOR,
  deliveryForm: DELIVERY_FORM,
  treatment: TREATMENT,
  subcontractor: { canonical: 'onderaannemer', words: list('subcontractor naamonderaannemer') },
  status: { canonical: 'status', words: list('regelstatus declaratiestatus linestatus') },
  location: LOCATION,
};

const FIELDS: Record<TableKind, Partial<Record<Field, FieldWords>>> = {
  production: CARE,
  forecast: CARE,
  ceilings: {
    provider: PROVIDER,
    domain: DOMAIN,
    year: {
      canonical: 'jaar',
      words: list('year kalenderjaar contractjaar boekjaar budgetjaar calendaryear budgetyear'),
    },
    kind: {
      canonical: 'soort',
      words: list('type kind soortplafond plafondsoort budgetsoort soortbudget ceilingtype ceilingkind'),
    },
    client: CLIENT,
    amount: {
      canonical: 'bedrag',
      words: [
        ...AMOUNT.words.filter((word) => word !== 'productie' && word !== 'prognose'),
        ...list('plafond budgetplafond omzetplafond subsidieplafond plafondbedrag budget ceiling'),
      ],
    },
    from: FROM,
    scope: {
      canonical: 'product',
      words: list(`producten products productcode productcodes productcategorie productcategory productgroep
        categorie category reikwijdte scope`),
    },
  },
  allocations: {
    allocation: {
      canonical: 'toewijzing',
      words: list(`toewijzingsnummer toewijzingnummer toewijzingsnr toewijzingnr toewijzingid
        beschikkingsnummer beschikkingnummer indicatienummer allocation allocationnumber allocationid nummer
        number`),
    },
    provider: PROVIDER,
    domain: DOMAIN,
    product: PRODUCT,
    client: CLIENT,
    from: FROM,
    until: UNTIL,
    quantity: {
      canonical: 'aantal',
      words: list('volume omvang hoeveelheid toegewezenaantal toegewezenvolume quantity allocatedvolume'),
    },
    unit: UNIT,
    frequency: { canonical: 'frequentie', words: list('per frequency') },
    amount: {
      canonical: 'bedrag',
      words: list('budget amount toegewezenbedrag allocatedamount toegewezenbudget'),
    },
    description: DESCRIPTION,
    decided: {
      canonical: 'besluitdatum',
      words: list(
        'toewijzingsdatum toewijzingdatum datumbesluit datumtoewijzing besluitmoment decisiondate decided',
      ),
    },
    changeReason: {
      canonical: 'redenwijziging',
      words: list('redenmutatie wijzigingsreden reasonofchange changereason'),
    },
    form: {
      canonical: 'financieringsvorm',
      words: list('bekostiging bekostigingsvorm uitvoeringsvariant financingform'),
    },
    municipality: { canonical: 'gemeente', words: list('gemeentecode municipality municipalitycode') },
  },
  costs: {
    municipality: { canonical: 'gemeente', words: list('municipality gemeentenaam naamgemeente') },
    year: { canonical: 'jaar', words: list('year kalenderjaar boekjaar') },
    amount: { canonical: 'kosten', words: list('bedrag cost costs amount uitgaven eigenkosten') },
    income: {
      canonical: 'opbrengst',
      words: list('opbrengsten income ouderbijdrage ouderbijdragen eigenbijdrage inkomsten'),
    },
    key: {
      canonical: 'sleutel',
      words: list('verdeelsleutel key weight gewicht inwoners inhabitants aandeel budget'),
    },
  },
  tariffs: {
    product: PRODUCT,
    description: DESCRIPTION,
    unit: UNIT,
    tariff: {
      canonical: 'tarief',
      words: list(`tariff prijs price rate tariefpereenheid eenheidsprijs prijspereenheid unitprice
        contracttarief afgesprokentarief agreedtariff`),
    },
    care: {
      canonical: 'zorgcomponent',
      words: list('carecomponent care maximumzorgcomponent maxzorgcomponent'),
    },
    nhc: {
      canonical: 'nhc',
      words: list('nhccomponent normatievehuisvestingscomponent huisvestingscomponent housingcomponent'),
    },
    nic: {
      canonical: 'nic',
      words: list('niccomponent normatieveinventariscomponent inventariscomponent inventorycomponent'),
    },
    qualitySupplement: {
      canonical: 'kwaliteitstoeslag',
      words: list('kwaliteitsopslag kwaliteitstoeslagvv qualitysupplement'),
    },
    from: FROM,
    until: UNTIL,
    sector: SECTOR,
    deliveryForm: DELIVERY_FORM,
    treatment: TREATMENT,
    provider: PROVIDER,
    location: { canonical: 'locatie', words: list('locatiecode vestiging location locationcode') },
    variant: {
      canonical: 'variant',
      words: list('niveau opleidingsniveau doelgroep functieniveau level targetgroup'),
    },
  },
  providers: {
    provider: PROVIDER,
    sector: { canonical: 'sector', words: list('hoofdsector zorgsector caresector mainsector') },
    kind: { canonical: 'soort', words: list('soortaanbieder type kind providerkind') },
    realised: {
      canonical: 'realisatie',
      words: list('gerealiseerd realisatietotpeildatum gedeclareerd realised realized declared'),
    },
    backlog: {
      canonical: 'achterstand',
      words: list('declaratieachterstand nogtedeclareren backlog declarationbacklog'),
    },
    yearProduction: {
      canonical: 'jaarproductie',
      words: list(`geextrapoleerd geextrapoleerdeproductie verwachteproductie verwachtejaarproductie raming
        yearproduction extrapolated extrapolatedproduction expectedproduction estimate`),
    },
    commitment: { canonical: 'toezegging', words: list('toezeggingen commitment commitments') },
    crisis: { canonical: 'crisis', words: list('crisisafspraak crisisplekken crisisagreement') },
    treatmentCut: {
      canonical: 'behandelkorting',
      words: list('kortingbehandeling kortingwegensbehandeling treatmentcut'),
    },
    delivered: { canonical: 'geleverd', words: list('nacalculatieproductie delivered') },
    paid: { canonical: 'betaald', words: list('betalingen betaaldtotnutoe paid payments') },
    subcontracted: {
      canonical: 'onderaanneming',
      words: list('viaonderaannemers onderaannemers subcontracted subcontracting'),
    },
    reported: { canonical: 'gemeld', words: list('eerdereopgave vorigeopgave reported') },
  },
  space: {
    sector: { canonical: 'sector', words: list('zorgsector caresector') },
    kind: { canonical: 'soort', words: list('type kind') },
    amount: {
      canonical: 'bedrag',
      words: list('amount contracteerruimte ruimte budget space contractingspace'),
    },
    from: FROM,
  },
  rules: ruleFields(),
  overrides: {
    provider: PROVIDER,
    domain: DOMAIN,
    product: PRODUCT,
    period: PERIOD,
    amount: AMOUNT,
    reason: { canonical: 'reden', words: list('reason toelichting grond opmerking waarom remark why') },
  },
  completion: {
    domain: DOMAIN,
    product: PRODUCT,
    age: { canonical: 'ouderdom', words: list('maandenoud maandengeleden age monthsago maanden months') },
    share: {
      canonical: 'aandeel',
      words: list('share deel compleet gedeclareerddeel volledigheid complete'),
    },
  },
  flows: {
    provider: PROVIDER,
    domain: DOMAIN,
    product: PRODUCT,
    clients: {
      canonical: 'clienten',
      words: list('clientenbegin beginstand aantalclienten clientsatstart clients numberofclients'),
    },
    newClients: {
      canonical: 'nieuw per maand',
      words: list('nieuwpermaand instroom instroompermaand nieuweclienten newpermonth intake newclients'),
    },
    duration: {
      canonical: 'duur',
      words: list('duurinmaanden maandeninzorg verblijfsduur trajectduur duration months monthsincare'),
    },
    intensity: {
      canonical: 'intensiteit',
      words: list('volumepermaand aantalpermaand volumeperclient intensity volumepermonth quantitypermonth'),
    },
    tariff: { canonical: 'tarief', words: list('tariff rate prijs price') },
    from: FROM,
    until: { canonical: 'tot', words: list('totenmet tm einde until end') },
  },
  counts: {
    provider: PROVIDER,
    domain: DOMAIN,
    product: PRODUCT,
    amount: AMOUNT,
    days: { canonical: 'dagen', words: list('aantaldagen dagengeteld days numberofdays') },
  },
  declarations: {
    provider: PROVIDER,
    domain: DOMAIN,
    product: PRODUCT,
    period: PERIOD,
    declaredIn: {
      canonical: 'gedeclareerd in',
      words: list(`gedeclareerdin declaratiemaand declaratieperiode maandvandeclaratie indiendatum
        declaratiedatum declaredin declarationmonth declarationdate`),
    },
    amount: AMOUNT,
  },
};

/** The vocabulary of the lists of rules, from its lines. */
function ruleFields(): Partial<Record<Field, FieldWords>> {
  return Object.fromEntries(
    RULE_WORDS.trim()
      .split('\n')
      .map((line) => {
        const [field = '', words = ''] = line.split(': ');
        const [canonical = '', ...others] = list(words);
        return [field, { canonical, words: others }];
      }),
  );
}

/** Each group needs at least one of its fields. */
export const REQUIRED: Record<TableKind, readonly (readonly Field[])[]> = {
  production: [['product', 'description'], ['period'], ['amount']],
  forecast: [['product', 'description'], ['period'], ['amount']],
  ceilings: [['domain'], ['year'], ['amount']],
  tariffs: [['product'], ['tariff', 'care']],
  providers: [['provider'], ['sector'], ['realised', 'yearProduction']],
  space: [['sector'], ['amount']],
  allocations: [['allocation', 'client'], ['from']],
  costs: [['municipality'], ['amount', 'key']],
  // What a list of a rule needs beside this its reader says.
  rules: [
    [
      'provider',
      'municipality',
      'product',
      'name',
      'form',
      'sector',
      'subcontractor',
      'client',
      'deliveryForm',
    ],
  ],
  overrides: [['domain'], ['product'], ['period'], ['amount'], ['reason']],
  completion: [['age'], ['share']],
  declarations: [['domain'], ['product'], ['period'], ['declaredIn'], ['amount']],
  flows: [['domain'], ['product'], ['clients'], ['newClients'], ['duration'], ['intensity'], ['tariff']],
  counts: [['domain'], ['product'], ['amount']],
};

/**
 * A header reduced to what it says: no case, diacritics, spacing, marks, bracketed remarks or currency.
 * @example normaliseHeader('Cliënt-nummer (pseudoniem)') // 'clientnummer'
 * @example normaliseHeader('Bedrag in €') // 'bedrag'
 */
export function normaliseHeader(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const letters = (part: string): string => part.replace(/[^a-z0-9]/g, '');
  const bare = letters(plain.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/\bin\s*€/g, ' '));
  const withoutCurrency = bare.replace(/(?:in)?(?:euros?|eur)$/, '');
  return withoutCurrency || bare || letters(plain);
}

const WORDS = new Map<TableKind, ReadonlyMap<string, Field>>();

/** Every wording of a header, normalised, with the field it stands for. */
export function wordsOf(kind: TableKind): ReadonlyMap<string, Field> {
  let words = WORDS.get(kind);
  if (!words) {
    const map = new Map<string, Field>();
    for (const [field, { canonical, words: others }] of Object.entries(FIELDS[kind])) {
      for (const word of [canonical, ...others]) map.set(word, field as Field);
    }
    WORDS.set(kind, (words = map));
  }
  return words;
}

/** How a field's header is written in the canonical file. */
export const canonicalHeader = (kind: TableKind, field: Field): string =>
  FIELDS[kind][field]?.canonical ?? field;

/** The headers of the canonical file, in its order. */
export const canonicalHeaders = (kind: TableKind): string[] =>
  Object.values(FIELDS[kind]).map(({ canonical }) => canonical);

/** A header row with what each column was taken for. */
export interface Header {
  readonly headers: readonly string[];
  readonly fields: readonly (Field | null)[];
  /** Column index by field: the first that claims it. */
  readonly at: ReadonlyMap<Field, number>;
  /** Records have at least so many fields; trailing nameless columns may be absent. */
  readonly width: number;
}

/** A row of headers with what each is taken for; of two with the same meaning the first holds. */
export function readHeader(kind: TableKind, headers: readonly string[]): Header {
  const words = wordsOf(kind);
  const at = new Map<Field, number>();
  const fields = headers.map((header, index) => {
    const field = words.get(normaliseHeader(header)) ?? null;
    if (field !== null && !at.has(field)) at.set(field, index);
    return field;
  });
  let width = headers.length;
  while (width > 0 && (headers[width - 1] ?? '').trim() === '') width--;
  return { headers, fields, at, width };
}

/** Whether the header has everything its kind of table needs. */
export const isComplete = (kind: TableKind, header: Header): boolean =>
  REQUIRED[kind].every((group) => group.some((field) => header.at.has(field)));

/**
 * How well a row serves as header: a complete one beats every incomplete one, then the number of fields.
 * Below 2 it is none.
 */
export function headerScore(kind: TableKind, header: Header): number {
  return header.at.size + (isComplete(kind, header) ? 100 : 0);
}
