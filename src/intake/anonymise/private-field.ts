import { normaliseHeader, wordsOfTable } from '../../core';

/** What a column or element holds about a person; null: nothing that is known to be personal. */
export type PrivateKind = 'identifier' | 'name' | 'birth-date' | 'address' | 'contact' | 'free-text';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

const WHOLE: readonly (readonly [PrivateKind, ReadonlySet<string>])[] = [
  [
    'identifier',
    words(`bsn bsnnummer burgerservicenummer sofinummer sofi clientnummer clientnr clientid clientcode client
      clientbsn bsnclient patient patientnummer patientnr patientid klant klantnummer klantnr klantid
      verzekerdennummer verzekerdenummer relatienummer relatienr bewonernummer bewonernr dossiernummer
      dossiernr dossier persoonsnummer anummer administratienummer bsnverzekerde ssn citizenservicenummer
      citizenservicenumber patientnumber clientnumber clientreference personid jeugdige jeugdigenummer
      deelnemer deelnemernummer bsnouder bsnpartner debiteurnummer`),
  ],
  [
    'name',
    words(`naam achternaam voornaam voornamen voorletters voorletter roepnaam tussenvoegsel voorvoegsel
      geslachtsnaam partnernaam meisjesnaam geboortenaam volledigenaam initialen name surname lastname
      firstname initials fullname`),
  ],
  [
    'birth-date',
    words('geboortedatum gebdatum gebdat geboren geboortejaar dob dateofbirth birthdate birthday'),
  ],
  [
    'address',
    words(`adres straat straatnaam huisnummer huisnr huisletter toevoeging huisnummertoevoeging postcode pc
      woonplaats plaats plaatsnaam adresregel address street housenumber zip zipcode postalcode city`),
  ],
  [
    'contact',
    words('telefoon telefoonnummer tel mobiel gsm email emailadres mail phone mobile iban rekeningnummer'),
  ],
  [
    'free-text',
    words(`opmerking opmerkingen toelichting commentaar notitie notities memo bijzonderheden vrijetekst
      aantekening aantekeningen remark remarks comment comments note notes toelichtingclient`),
  ],
];

/** Pieces that give a field away inside a longer header. */
const PIECES: readonly (readonly [PrivateKind, RegExp])[] = [
  [
    'identifier',
    /bsn|burgerservice|sofinr|(?:client|patient|klant|verzekerde|jeugdige|bewoner)(?:en)?(?:nummer|nr|id|code|sleutel|key|kenmerk)$/,
  ],
  ['birth-date', /geboorte(?:datum|dag|jaar)|birth/],
  [
    'name',
    /(?:achter|voor|geslachts|roep|partner|geboorte|meisjes)na(?:a)?m|voorletter|(?:client|patient|klant|verzekerde|jeugdige|bewoner|ouder|verwijzer|behandelaar|medewerker|contactpersoon)(?:en)?(?:s)?naam|naam(?:van)?(?:de)?(?:client|patient|klant|verzekerde|jeugdige|bewoner|ouder|verwijzer|behandelaar|medewerker|contactpersoon)/,
  ],
  ['contact', /e?mailadres|telefoon|mobiel|iban/],
  ['address', /postcode|huisn(?:umme)?r|straat|woonadres|woonplaats|adresregel/],
  ['free-text', /opmerking|toelichting|commentaar|notitie/],
];

/** Fields of our own tables that say nothing of a person. */
const HARMLESS = new Map<string, true>();
for (const kind of [
  'production',
  'forecast',
  'ceilings',
  'tariffs',
  'allocations',
  'costs',
  'providers',
  'space',
] as const) {
  for (const [word, field] of wordsOfTable(kind)) if (field !== 'client') HARMLESS.set(word, true);
}

const OTHERS = words(`regelnummer regel nr nummer volgnummer factuurnummer factuurdatum factuur besluitnummer
  agb agbcode uzovi gemeentecode regio locatie locatiecode team afdeling kostenplaats grootboek declaratie
  declaratienummer declaratiedatum referentie referentienummer week kwartaal jaar categorie btw percentage
  grootboekrekening geslacht leeftijdscategorie debetcredit`);

/** What is known of a header: what it holds about a person, or that it is harmless. */
export type HeaderMeaning = PrivateKind | 'harmless' | 'unknown';

/**
 * What a header says its column holds.
 * @example meaningOfHeader('BSN cliënt') // 'identifier'
 * @example meaningOfHeader('Productcode') // 'harmless'
 * @example meaningOfHeader('Bijnaam van het paard') // 'unknown'
 */
export function meaningOfHeader(header: string): HeaderMeaning {
  const plain = normaliseHeader(header);
  if (plain === '') return 'unknown';
  for (const [kind, set] of WHOLE) if (set.has(plain)) return kind;
  if (HARMLESS.has(plain) || OTHERS.has(plain)) return 'harmless';
  for (const [kind, pattern] of PIECES) if (pattern.test(plain)) return kind;
  return 'unknown';
}

/** Elements of the messages of municipalities, by local name in lower case. */
const ELEMENTS: ReadonlyMap<string, PrivateKind> = new Map(
  (
    [
      ['identifier', 'bsn bsnwettelijkvertegenwoordiger burgerservicenummer'],
      ['name', 'achternaam voorvoegsel voornamen voorletters voornaam geslachtsnaam naampartner roepnaam'],
      ['birth-date', 'geboortedatum'],
      [
        'address',
        'straatnaam huis huisnummer huisletter huisnummertoevoeging postcode plaatsnaam woonplaats aanduidingwoonadres',
      ],
      ['contact', 'telefoonnummer email emailadres landnummer'],
      ['free-text', 'commentaar toelichting opmerking'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name): [string, PrivateKind] => [name, kind])),
);

/** What an element holds about a person. */
export const meaningOfElement = (local: string): PrivateKind | null =>
  ELEMENTS.get(local.toLowerCase()) ?? null;

/** What stands in for a value that isn't an identifier: blank, or what keeps a required field filled. */
export function standIn(kind: Exclude<PrivateKind, 'identifier'>): string {
  switch (kind) {
    case 'name':
      return 'X';
    case 'birth-date':
      return '1900-01-01';
    default:
      return '';
  }
}
