import type { KnownProduct } from '../../src/core/prognosis/layout';
import type { MonthStyle } from './shapes';
import { JAN_DEC, JANUARI_DECEMBER } from '../months';

/** A small generator of whole numbers with a memory of its own: the corpus is the same on every machine. */
export class Dice {
  private state: number;
  constructor(seed: string) {
    this.state = hash(seed) || 1;
  }
  next(): number {
    this.state = (Math.imul(this.state, 1103515245) + 12345) & 0x7fffffff;
    return this.state / 0x80000000;
  }
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
}

/** FNV-1a over the text. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

export const PROVIDER = 'Stichting Voorbeeld 21';
export const YEAR = 2023;

interface Worded extends KnownProduct {
  readonly abbr: string;
  readonly misspelt: string;
  readonly english: string;
  readonly synonym: string;
  /** Words of the provider's own that nothing connects with the name. */
  readonly own: string;
  /** Unit in which the data counts. */
  readonly unit: string;
  readonly domain: string;
  readonly description: string;
}

const product = (
  code: string,
  domain: string,
  unit: string,
  description: string,
  abbr: string,
  misspelt: string,
  english: string,
  synonym: string,
  own: string,
): Worded => ({ code, domain, unit, description, abbr, misspelt, english, synonym, own });

export const PRODUCTS: readonly Worded[] = [
  product(
    '02A03',
    'Wmo',
    'uur',
    'Begeleiding individueel',
    'Begel. ind.',
    'Begelieding individueel',
    'Begeleiding individual',
    'Individuele begeleiding',
    'Thuiscoach basis',
  ),
  product(
    '02A05',
    'Wmo',
    'uur',
    'Begeleiding individueel specialistisch',
    'Begel. ind. spec.',
    'Begeleiding individuel specialistich',
    'Begeleiding individual specialistic',
    'Specialistische individuele begeleiding',
    'Thuiscoach plus',
  ),
  product(
    '07A11',
    'Wmo',
    'dagdeel',
    'Dagbesteding ouderen',
    'Dagbest. ouderen',
    'Dagbestedng ouderen',
    'Dagbesteding elderly ouderen',
    'Ouderen dagbesteding',
    'De Zonnebloemkamer',
  ),
  product(
    '07A21',
    'Wmo',
    'dagdeel',
    'Arbeidsmatige dagactiviteit',
    'Arbeidsm. dagact.',
    'Arbeidsmatige dagactivitiet',
    'Arbeidsmatige dagactiviteit work',
    'Dagactiviteit arbeidsmatig',
    'Werkplaats Noord',
  ),
  product(
    '04A01',
    'Wmo',
    'etmaal',
    'Kortdurend verblijf',
    'Kortd. verblijf',
    'Kortdurend verblif',
    'Kortdurend verblijf short stay',
    'Verblijf kortdurend',
    'Logeerhuis',
  ),
  product(
    '01H10',
    'Wmo',
    'minuut',
    'Huishoudelijke ondersteuning',
    'Huish. onderst.',
    'Huishoudelijke ondersteunng',
    'Huishoudelijke ondersteuning household',
    'Ondersteuning huishoudelijk',
    'Schoon Thuis',
  ),
  product(
    '45A04',
    'Jeugdwet',
    'uur',
    'Ambulante jeugdhulp individueel',
    'Amb. jeugdhulp ind.',
    'Ambulante jeugthulp individueel',
    'Ambulante jeugdhulp individual',
    'Individuele ambulante jeugdhulp',
    'Buddy aan huis',
  ),
  product(
    '44A09',
    'Jeugdwet',
    'etmaal',
    'Gezinshuis',
    'Gezinsh.',
    'Gezinshuiss',
    'Gezinshuis',
    'Gezinshuis',
    'De Boerderij',
  ),
  product(
    '54001',
    'Jeugdwet',
    'minuut',
    'Jeugd-GGZ diagnostiek',
    'Jeugd-GGZ diagn.',
    'Jeugd-GGZ diagnosstiek',
    'Jeugd-GGZ diagnostics',
    'Diagnostiek jeugd-GGZ',
    'Team Kompas',
  ),
  product(
    '41A10',
    'Jeugdwet',
    'dagdeel',
    'Dagbehandeling jonge kind',
    'Dagbeh. jonge kind',
    'Dagbehandelng jonge kind',
    'Dagbehandeling young jonge kind',
    'Jonge kind dagbehandeling',
    'Speelhoek',
  ),
  product(
    'Z110',
    'Wlz',
    'dag',
    'ZZP 5VV inclusief dagbesteding',
    'ZZP 5VV incl. dagbest.',
    'ZZP 5VV inclusief dagbestedng',
    'ZZP 5VV including dagbesteding',
    'ZZP 5VV incl dagbesteding',
    'Huize Avondrood',
  ),
  product(
    'H126',
    'Wlz',
    'uur',
    'Persoonlijke verzorging',
    'Pers. verzorging',
    'Persoonlijke verzorgng',
    'Persoonlijke verzorging personal',
    'Verzorging persoonlijk',
    'Wijkteam Zuid',
  ),
];

export const productOf = (code: string): Worded => {
  const found = PRODUCTS.find((known) => known.code === code);
  if (!found) throw new Error(`no product ${code}`);
  return found;
};

export const LOCATIONS = ['Zutphen', 'Lochem', 'Brummen'] as const;
export const CLIENTS = ['K-1001', 'K-1002', 'K-1003', 'K-1004', 'K-1005', 'K-1006', 'K-1007'] as const;

const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MISSPELT = [
  'jannuari',
  'febuari',
  'maart',
  'aprill',
  'mei',
  'juni',
  'juli',
  'augustes',
  'septmber',
  'oktobr',
  'novemer',
  'decmber',
];

/** Days since 1899-12-30 of the first of a month; whole numbers only, no clock. */
export function serialOf(year: number, month: number, day = 1, system: '1900' | '1904' = '1900'): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 12 : month;
  const days =
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * (m - 3) + 2) / 5) +
    day;
  // Day number of 1899-12-30 in the same count is 693900.
  return days - 693900 - (system === '1904' ? 1462 : 0);
}

export const lastDayOf = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export interface Written {
  readonly v: string | number;
  readonly format?: string;
}

/** A month as a heading. */
export function monthText(style: MonthStyle, year: number, month: number, system: '1900' | '1904'): Written {
  const at = month - 1;
  const two = String(month).padStart(2, '0');
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  switch (style) {
    case 'abbr':
      return { v: JAN_DEC[at] ?? '' };
    case 'full':
      return { v: capital(JANUARI_DECEMBER[at] ?? '') };
    case 'upper':
      return { v: (JAN_DEC[at] ?? '').toUpperCase() };
    case 'abbr-year':
      return { v: `${JAN_DEC[at] ?? ''}-${String(year).slice(2)}` };
    case 'full-year':
      return { v: `${JANUARI_DECEMBER[at] ?? ''} ${year}` };
    case 'iso':
      return { v: `${year}-${two}` };
    case 'numeric':
      return { v: `${two}-${year}` };
    case 'date':
      return { v: serialOf(year, month, 1, system), format: 'mmm-yy' };
    case 'last-day':
      return { v: serialOf(year, month, lastDayOf(year, month), system), format: 'dd-mm-yyyy' };
    case 'P':
      return { v: `P${two}` };
    case 'M':
      return { v: `M${month}` };
    case 'maand':
      return { v: `maand ${month}` };
    case 'number':
      return { v: month };
    case 'english':
      return { v: ENGLISH[at] ?? '' };
    case 'misspelt':
      return { v: MISSPELT[at] ?? '' };
    case 'compact':
      return { v: `${year}${two}` };
    case 'dotted':
      return { v: `${JAN_DEC[at] ?? ''}. '${String(year).slice(2)}` };
  }
}

type Vocabulary = Readonly<
  Record<
    | 'amount'
    | 'volume'
    | 'clients'
    | 'tariff'
    | 'actual'
    | 'forecast'
    | 'code'
    | 'product'
    | 'domain'
    | 'location'
    | 'client'
    | 'unit'
    | 'period'
    | 'measure'
    | 'phase'
    | 'begin'
    | 'end'
    | 'remark'
    | 'total',
    string
  >
>;

export const WORDS: Readonly<Record<'dutch' | 'english' | 'short' | 'odd', Vocabulary>> = {
  dutch: {
    amount: 'Bedrag',
    volume: 'Aantal',
    clients: 'Cliënten',
    tariff: 'Tarief',
    actual: 'Realisatie',
    forecast: 'Prognose',
    code: 'Productcode',
    product: 'Omschrijving',
    domain: 'Domein',
    location: 'Gemeente',
    client: 'Client',
    unit: 'Eenheid',
    period: 'Maand',
    measure: 'Soort',
    phase: 'Status',
    begin: 'Begindatum',
    end: 'Einddatum',
    remark: 'Toelichting',
    total: 'Totaal',
  },
  english: {
    amount: 'Amount',
    volume: 'Volume',
    clients: 'Clients',
    tariff: 'Rate',
    actual: 'Actual',
    forecast: 'Forecast',
    code: 'Product code',
    product: 'Product',
    domain: 'Domain',
    location: 'Location',
    client: 'Client',
    unit: 'Unit',
    period: 'Month',
    measure: 'Type',
    phase: 'Status',
    begin: 'Start',
    end: 'End',
    remark: 'Notes',
    total: 'Total',
  },
  short: {
    amount: '€',
    volume: 'Q',
    clients: 'Cl.',
    tariff: 'Prijs',
    actual: 'Real.',
    forecast: 'Progn.',
    code: 'Code',
    product: 'Naam',
    domain: 'Wet',
    location: 'Gem.',
    client: 'Cliëntnr',
    unit: 'Eenh.',
    period: 'Periode',
    measure: 'Soort',
    phase: 'R/P',
    begin: 'Start',
    end: 'Eind',
    remark: 'Opm.',
    total: 'Tot.',
  },
  odd: {
    amount: 'Omzet (€)',
    volume: 'Geleverde eenheden',
    clients: 'Aantal unieke cliënten',
    tariff: 'Tarief per eenheid',
    actual: 'Gerealiseerd',
    forecast: 'Verwachting',
    code: 'Artikelcode',
    product: 'Zorgproduct',
    domain: 'Perceel',
    location: 'Locatie',
    client: 'Cliëntnummer',
    unit: 'Eenheid',
    period: 'Leveringsmaand',
    measure: 'Type',
    phase: 'Fase',
    begin: 'Ingangsdatum',
    end: 'Stopdatum',
    remark: 'Bijzonderheden',
    total: 'Som',
  },
};
