/** What the heading of a column of labels says its cells are. */
export type Field =
  | 'code'
  | 'product'
  | 'description'
  | 'unit'
  | 'client'
  | 'domain'
  | 'period'
  | 'year'
  | 'status'
  | 'location'
  | 'begin'
  | 'end'
  | 'provider'
  | 'remark';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

export const ACTUAL = set(
  'realisatie productie realisaties gerealiseerd gerealiseerde werkelijk werkelijke actual actuals actueel realised realized gedeclareerd gedeclareerde declared geleverd geleverde realisation realization real gereal werk act',
);
export const FORECAST = set(
  'prognose prognoses prognosis forecast forecasts forecasted verwachting verwachtingen verwacht verwachte raming ramingen geraamd geraamde schatting geschat geschatte expected estimate estimated voorspelling geprognosticeerd fc progn prog verw fcst',
);
export const FOREIGN = set(
  'begroting begroot begrote budget budgetten budgetplafond omzetplafond plafond ceiling verschil afwijking difference variance delta percentage pct index uitnutting utilisation utilization fte ftes formatie cumulatief cumulatieve cumulative cum ytd norm target doelstelling plan ruimte headroom',
);
/** In a title only these say that a whole table is something else. */
export const FOREIGN_TITLE = set(
  'begroting begroot begrote verschil verschillen afwijking afwijkingen variance norm normen target targets doelstelling doelstellingen',
);
export const TOTAL = set(
  'totaal totalen total totals subtotaal subtotalen subtotal som sum sommatie jaartotaal maandtotaal eindtotaal generaal tot totaalbedrag totale overall optelling kwartaaltotaal',
);
export const AMOUNT = set(
  'bedrag bedragen omzet euro euros eur kosten amount amounts revenue turnover opbrengst opbrengsten waarde value cost costs declaratiebedrag zorgkosten keur gefactureerd factuurbedrag omzetten income',
);
export const VOLUME = set(
  'aantal aantallen volume volumes quantity quantities qty units eenheden hoeveelheid hoeveelheden productieaantal inzet',
);
export const UNIT_WORDS: Readonly<Record<string, string>> = {
  uur: 'uur',
  uren: 'uur',
  hour: 'uur',
  hours: 'uur',
  minuut: 'minuut',
  minuten: 'minuut',
  min: 'minuut',
  minute: 'minuut',
  minutes: 'minuut',
  dag: 'dag',
  dagen: 'dag',
  day: 'dag',
  days: 'dag',
  etmaal: 'etmaal',
  etmalen: 'etmaal',
  dagdeel: 'dagdeel',
  dagdelen: 'dagdeel',
  stuk: 'stuk',
  stuks: 'stuk',
  piece: 'stuk',
  pieces: 'stuk',
  traject: 'traject',
  trajecten: 'traject',
  week: 'week',
  weken: 'week',
  maand: 'maand',
  rit: 'rit',
  ritten: 'rit',
  nacht: 'nacht',
  nachten: 'nacht',
};
/** Unit words that as a heading ask for a volume (a bare `maand` or `dag` doesn't). */
export const VOLUME_UNITS = set(
  'uur uren hour hours minuten minutes dagen days etmaal etmalen dagdeel dagdelen stuks pieces trajecten ritten nachten weken',
);
export const CLIENTS = set(
  'clienten clients cl clt clientaantal clientaantallen personen jeugdigen deelnemers bewoners kinderen unieke inwoners patienten',
);
export const TARIFF = set(
  'tarief tarieven prijs prijzen rate rates price prices tariff tariffs uurtarief stuksprijs',
);
export const SMALL = set(
  'de het een van per in op en of voor aan te met the of in per and for by a is bij x tov naar over t m tm nr no gem gemiddeld gemiddelde average avg netto bruto incl excl btw inclusief exclusief',
);

export const FIELD_WORDS: readonly (readonly [Field, ReadonlySet<string>])[] = [
  [
    'code',
    set('productcode code prestatiecode artikelcode zorgcode codes prodcode productnr productnummer nummer'),
  ],
  [
    'description',
    set('omschrijving productomschrijving productnaam description benaming naam name beschrijving'),
  ],
  [
    'product',
    set(
      'product producten zorgproduct zorgproducten dienst diensten voorziening voorzieningen prestatie prestaties zorgvorm zorgvormen service services products zorgsoort productgroep',
    ),
  ],
  ['unit', set('eenheid unit productie-eenheid afrekeneenheid zorgeenheid')],
  ['client', set('client clientnr clientnummer clientcode clientkey bsn klant klantnummer clientid patient')],
  ['domain', set('domein domain wet perceel law segment financieringsvorm')],
  ['period', set('maand periode month period maandnr maandnummer tijdvak leveringsmaand declaratieperiode')],
  ['year', set('jaar year boekjaar kalenderjaar prognosejaar')],
  ['status', set('status soort type fase phase')],
  ['location', set('locatie team afdeling vestiging location gemeente regio')],
  ['begin', set('begindatum startdatum ingangsdatum begin start van from')],
  ['end', set('einddatum eind einde stopdatum end until')],
  ['provider', set('aanbieder zorgaanbieder instelling organisatie provider')],
  [
    'remark',
    set(
      'opmerking opmerkingen opm toelichting toelichtingen toel aantekening aantekeningen notes note remarks remark comment comments bijzonderheden',
    ),
  ],
];
