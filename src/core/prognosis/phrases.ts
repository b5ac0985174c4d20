import { MONTH_NUMBER } from '../production/period-text';
import { editDistance, normaliseLabel, wordsOf } from './text';
import type { Measure } from './layout';

/** Months 1–12 a text stands for, both included, with the year when it says one. */
export interface PeriodPhrase {
  readonly from: number;
  readonly until: number;
  readonly year: number | null;
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'range';
}

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

export type Phase = 'actual' | 'forecast';

/** Everything a short text of a prognosis may say at once, such as `Januari 2023 realisatie (x € 1.000)`. */
export interface Phrase {
  readonly text: string;
  readonly normalised: string;
  readonly period: PeriodPhrase | null;
  /** Years mentioned, also those inside `period`. */
  readonly years: readonly number[];
  readonly phase: Phase | null;
  /** Both phases are mentioned: it says nothing about one. */
  readonly bothPhases: boolean;
  readonly measure: Measure | null;
  /** Unit of care in the text, such as `uur`. */
  readonly unit: string | null;
  readonly total: boolean;
  readonly scale: 1 | 1000 | null;
  readonly field: Field | null;
  /** Budget, ceiling, last year, difference, percentage: not what is filled or read here. */
  readonly foreign: boolean;
  /** Words that no meaning was found for. */
  readonly rest: readonly string[];
}

const LONG_MONTHS = [...MONTH_NUMBER].filter(([name]) => name.length >= 5);

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

const ACTUAL = set(
  'realisatie realisaties gerealiseerd gerealiseerde werkelijk werkelijke actual actuals actueel realised realized gedeclareerd gedeclareerde declared geleverd geleverde realisation realization',
);
const FORECAST = set(
  'prognose prognoses prognosis forecast forecasts forecasted verwachting verwachtingen verwacht verwachte raming ramingen geraamd geraamde schatting geschat geschatte expected estimate estimated voorspelling geprognosticeerd fc',
);
const FOREIGN = set(
  'begroting begroot begrote budget budgetten budgetplafond omzetplafond plafond ceiling verschil afwijking difference variance delta percentage pct index uitnutting utilisation utilization cumulatief cumulatieve cumulative cum ytd norm target doelstelling plan ruimte headroom',
);
/** In a title only these say that a whole table is something else. */
const FOREIGN_TITLE = set('begroting begroot begrote verschil verschillen afwijking afwijkingen variance');
const TOTAL = set(
  'totaal totalen total totals subtotaal subtotalen subtotal som sum sommatie jaartotaal maandtotaal eindtotaal generaal tot totaalbedrag totale overall optelling kwartaaltotaal',
);
const AMOUNT = set(
  'bedrag bedragen omzet euro euros eur kosten amount amounts revenue turnover opbrengst opbrengsten waarde value cost costs declaratiebedrag zorgkosten keur gefactureerd factuurbedrag omzetten income',
);
const VOLUME = set(
  'aantal aantallen volume volumes quantity quantities qty units eenheden hoeveelheid hoeveelheden productieaantal inzet',
);
const UNIT_WORDS: Readonly<Record<string, string>> = {
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
const VOLUME_UNITS = set(
  'uur uren hour hours minuten minutes dagen days etmaal etmalen dagdeel dagdelen stuks pieces trajecten ritten nachten weken',
);
const CLIENTS = set(
  'clienten clients clientaantal clientaantallen personen jeugdigen deelnemers bewoners kinderen unieke inwoners patienten',
);
const TARIFF = set(
  'tarief tarieven prijs prijzen rate rates price prices tariff tariffs uurtarief stuksprijs',
);
const SMALL = set(
  'de het een van per in op en of voor aan te met the of in per and for by a is bij x tov naar over t m tm nr no gem gemiddeld gemiddelde average avg netto bruto incl excl btw inclusief exclusief',
);

const FIELD_WORDS: readonly (readonly [Field, ReadonlySet<string>])[] = [
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
    set('opmerking opmerkingen toelichting toelichtingen notes note remarks remark comments bijzonderheden'),
  ],
];

const ORDINALS: Readonly<Record<string, number>> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
};

function ordinal(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = /^0?(\d{1,2})(?:e|ste|de|st|nd|rd|th)?$/.exec(word);
  if (digits) return Number(digits[1]);
  return ORDINALS[word] ?? null;
}

const isYear = (word: string | undefined): boolean => word !== undefined && /^(19|20)\d\d$/.test(word);

/** Month number of a month's name, abbreviation or (from five letters) misspelling; null otherwise. */
export function monthOfWord(word: string): number | null {
  const exact = MONTH_NUMBER.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 5 || word.length > 11 || !/^[a-z]+$/.test(word)) return null;
  for (const [name, month] of LONG_MONTHS) {
    // A misspelling keeps its first or its last letter.
    if (name[0] !== word[0] && name[name.length - 1] !== word[word.length - 1]) continue;
    if (editDistance(word, name, 1) <= 1) return month;
  }
  return null;
}

interface Found {
  readonly from: number;
  readonly until: number;
  readonly year: number | null;
  readonly kind: PeriodPhrase['kind'];
  readonly start: number;
  readonly length: number;
}

const quarter = (n: number): [number, number] => [n * 3 - 2, n * 3];
const half = (n: number): [number, number] => [n * 6 - 5, n * 6];

/** A year written as `2023` or, beside a month, as `23`. */
function yearWord(word: string | undefined, allowShort: boolean): number | null {
  if (word === undefined) return null;
  if (isYear(word)) return Number(word);
  if (allowShort && /^\d\d$/.test(word) && Number(word) >= 10 && Number(word) <= 69)
    return 2000 + Number(word);
  return null;
}

/** One period that starts at word `at`, the longest way it can be read. */
function periodAt(words: readonly string[], at: number): Found | null {
  const word = words[at];
  if (word === undefined) return null;
  const next = words[at + 1];
  const found = (
    span: readonly [number, number],
    kind: Found['kind'],
    length: number,
    year: number | null = null,
  ): Found => ({ from: span[0], until: span[1], kind, year, start: at, length });
  const withYear = (
    span: readonly [number, number],
    kind: Found['kind'],
    length: number,
    short: boolean,
  ): Found => {
    const after = yearWord(words[at + length], short);
    // `jan 23` is a year only when nothing else follows that makes it a day.
    if (after !== null) return found(span, kind, length + 1, after);
    return found(span, kind, length);
  };

  // Compact forms: 2023-01, 01-2023, 202301, 2023m01, 2023q1, jan23.
  let match = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(word);
  if (match) return found([Number(match[2]), Number(match[2])], 'month', 1, Number(match[1]));
  match = /^(20\d\d)(?:m|p)(0?[1-9]|1[0-2])$/.exec(word);
  if (match) return found([Number(match[2]), Number(match[2])], 'month', 1, Number(match[1]));
  match = /^(20\d\d)(?:q|k|kw)([1-4])$/.exec(word);
  if (match) return found(quarter(Number(match[2])), 'quarter', 1, Number(match[1]));
  match = /^([a-z]{3,9})(\d\d|20\d\d)$/.exec(word);
  if (match) {
    const month = MONTH_NUMBER.get(match[1] ?? '');
    const year = yearWord(match[2], true);
    if (month !== undefined && year !== null) return found([month, month], 'month', 1, year);
  }
  if (isYear(word) && next !== undefined) {
    // 2023-01-31 and 2023-01; 2023 januari; 2023 Q1
    if (/^\d{1,2}$/.test(next) && Number(next) >= 1 && Number(next) <= 12) {
      const day = words[at + 2];
      const isDay = day !== undefined && /^\d{1,2}$/.test(day) && Number(day) <= 31;
      return found([Number(next), Number(next)], 'month', isDay ? 3 : 2, Number(word));
    }
    const later = periodAt(words, at + 1);
    if (later && later.kind !== 'year' && later.year === null) {
      return found([later.from, later.until], later.kind, later.length + 1, Number(word));
    }
  }
  if (/^\d{1,2}$/.test(word)) {
    const third = words[at + 2];
    // 31-01-2023
    if (
      next !== undefined &&
      /^\d{1,2}$/.test(next) &&
      Number(next) >= 1 &&
      Number(next) <= 12 &&
      Number(word) <= 31 &&
      isYear(third)
    ) {
      return found([Number(next), Number(next)], 'month', 3, Number(third));
    }
    // 01-2023
    if (Number(word) >= 1 && Number(word) <= 12 && isYear(next)) {
      return found([Number(word), Number(word)], 'month', 2, Number(next));
    }
    // 31 januari 2023, 1 jan
    const month = next === undefined ? undefined : MONTH_NUMBER.get(next);
    if (month !== undefined && Number(word) >= 1 && Number(word) <= 31) {
      const year = yearWord(third, false);
      return found([month, month], 'month', year === null ? 2 : 3, year);
    }
  }
  const month = monthOfWord(word);
  if (month !== null) return withYear([month, month], 'month', 1, true);
  match = /^(?:p|m|mnd|per|pd|periode|maand|month|period)(0?[1-9]|1[0-2])$/.exec(word);
  if (match) return withYear([Number(match[1]), Number(match[1])], 'month', 1, false);
  if (/^(?:p|m|mnd|periode|maand|month|period)$/.test(word)) {
    const number = next !== undefined && /^(0?[1-9]|1[0-2])$/.test(next) ? Number(next) : null;
    if (number !== null) return withYear([number, number], 'month', 2, false);
  }
  match = /^(?:q|k|kw|kwartaal|quarter|qtr)([1-4])$/.exec(word);
  if (match) return withYear(quarter(Number(match[1])), 'quarter', 1, true);
  match = /^([1-4])(?:e)?(?:q|k|kw|kwartaal)$/.exec(word);
  if (match) return withYear(quarter(Number(match[1])), 'quarter', 1, true);
  const isQuarterWord = (text: string | undefined): boolean =>
    text !== undefined && /^(?:q|k|kw|kwartaal|quarter|qtr|kwrt)$/.test(text);
  if (isQuarterWord(word)) {
    const number = ordinal(next);
    if (number !== null && number >= 1 && number <= 4) return withYear(quarter(number), 'quarter', 2, true);
  }
  if (isQuarterWord(next)) {
    const number = ordinal(word);
    if (number !== null && number >= 1 && number <= 4) return withYear(quarter(number), 'quarter', 2, true);
  }
  match = /^(?:h|hj)([12])$/.exec(word);
  if (match) return withYear(half(Number(match[1])), 'half', 1, true);
  const isHalfWord = (text: string | undefined): boolean =>
    text !== undefined && /^(?:h|hj|halfjaar|halfyear|helft|semester)$/.test(text);
  const halfLength = (start: number): number =>
    words[start] === 'half' && (words[start + 1] === 'jaar' || words[start + 1] === 'year')
      ? 2
      : isHalfWord(words[start])
        ? 1
        : 0;
  if (halfLength(at) > 0) {
    const number = ordinal(words[at + halfLength(at)]);
    if (number === 1 || number === 2) return withYear(half(number), 'half', halfLength(at) + 1, true);
  }
  const after = halfLength(at + 1);
  if (after > 0) {
    const number = ordinal(word);
    if (number === 1 || number === 2) return withYear(half(number), 'half', after + 1, true);
  }
  return null;
}

/** All periods in the words; `from – until` pairs become one range. */
function findPeriod(
  words: readonly string[],
  sourceText: string,
): { found: Found | null; used: Set<number> } {
  const parts: Found[] = [];
  for (let at = 0; at < words.length;) {
    const part = periodAt(words, at);
    if (part) {
      parts.push(part);
      at += part.length;
    } else at += 1;
  }
  const used = new Set<number>();
  const use = (part: Found): void => {
    for (let i = part.start; i < part.start + part.length; i++) used.add(i);
  };
  parts.forEach(use);
  const [first, second] = parts;
  if (!first) return { found: null, used };
  if (second && parts.length === 2) {
    const between = words.slice(first.start + first.length, second.start);
    const joined = between.every((word) =>
      ['tm', 'tot', 'en', 'met', 'to', 'until', 'through', 'm', 't'].includes(word),
    );
    if (joined && first.from <= second.until) {
      for (let i = first.start + first.length; i < second.start; i++) used.add(i);
      const year = second.year ?? first.year;
      const sameMonth = first.from === second.from && first.until === second.until;
      return {
        found: {
          ...first,
          until: second.until,
          year,
          kind: sameMonth ? first.kind : 'range',
        },
        used,
      };
    }
  }
  if (parts.length === 1) {
    const before = words[first.start - 1];
    // `t/m juni`: from January on; `vanaf juli`: until December.
    if (before === 'tm' || (before === 'met' && /tot en met/i.test(sourceText))) {
      used.add(first.start - 1);
      return { found: { ...first, from: 1, kind: 'range' }, used };
    }
    if (before === 'vanaf' || before === 'na') {
      used.add(first.start - 1);
      const from = before === 'na' ? first.until + 1 : first.from;
      return from <= 12
        ? { found: { ...first, from, until: 12, kind: 'range' }, used }
        : { found: null, used };
    }
  }
  return parts.length === 1 ? { found: first, used } : { found: null, used };
}

function findScale(text: string): 1 | 1000 | null {
  const low = text.toLowerCase();
  if (
    /(?:x|×|\*)\s*(?:€|eur|euro)?\s*1[.,  ]?000\b/.test(low) ||
    /(?:€|eur|euro)\s*(?:x|×|\*)?\s*1[.,  ]?000\b(?![.,]\d)/.test(low) ||
    /\b1[.,]?000\s*(?:€|eur|euro)/.test(low) ||
    /\bin\s+(?:duizend(?:en|tallen)?|1[.,]?000|thousands?)\b/.test(low) ||
    /\bduizend(?:en|tallen)?\s+euro/.test(low) ||
    /\bk\s?€|€\s?k\b|\bkeur\b|\bk\s?eur\b|\beur\s?k\b|\bthousands\b/.test(low) ||
    /['‘’`]000\b/.test(low)
  ) {
    return 1000;
  }
  if (
    /\b(?:bedragen|amounts)\s+in\s+(?:hele\s+|whole\s+)?(?:euro|eur|€)/.test(low) ||
    /\bin\s+(?:hele\s+)?euro'?s?\b/.test(low)
  ) {
    return 1;
  }
  return null;
}

const cache = new Map<string, Phrase>();
const CACHE_LIMIT = 20000;

/**
 * What a text says: period, phase, measure, total, scale, kind of column. Nothing is concluded from position;
 * that is up to detection.
 * @example readPhrase('Januari 2023').period // { from: 1, until: 1, year: 2023, kind: 'month' }
 * @example readPhrase('Omzet x € 1.000').scale // 1000
 */
export function readPhrase(text: string): Phrase {
  const known = cache.get(text);
  if (known) return known;
  const phrase = makePhrase(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, phrase);
  return phrase;
}

function makePhrase(text: string): Phrase {
  const scale = findScale(text);
  const cleaned = text
    .replace(/\bt\s?\/\s?m\b/gi, ' tm ')
    .replace(/\bt\.?e?\.?m\.\b/gi, ' tm ')
    .replace(/\btot en met\b/gi, ' tm ')
    .replace(/(\d)\.?\s?e\s/g, '$1e ');
  const normalised = normaliseLabel(text);
  const words = wordsOf(normaliseLabel(cleaned));
  const { found, used } = findPeriod(words, text);
  const years: number[] = [];
  words.forEach((word, index) => {
    if (isYear(word)) {
      years.push(Number(word));
      if (!used.has(index)) used.add(index);
    }
  });
  if (found?.year !== null && found?.year !== undefined && !years.includes(found.year))
    years.push(found.year);

  let actual = false;
  let forecast = false;
  let total = false;
  let foreign = false;
  const units = new Set<string>();
  const seen = { amount: false, volume: false, clients: false, tariff: false };
  const fields = new Set<Field>();
  const rest: string[] = [];
  const hasPer =
    words.includes('per') || words.includes('px') || /\/\s*(uur|dag|eenheid|unit|hour)/i.test(text);
  const isProductOfPq = /\bp\s?[x×*]\s?q\b/i.test(text);
  let free = 0;
  words.forEach((word, index) => {
    if (used.has(index)) return;
    free += 1;
    let known = false;
    if (ACTUAL.has(word)) known = actual = true;
    if (FORECAST.has(word)) known = forecast = true;
    if (TOTAL.has(word)) known = total = true;
    if (FOREIGN.has(word)) known = foreign = true;
    if (AMOUNT.has(word)) known = seen.amount = true;
    if (VOLUME.has(word)) known = seen.volume = true;
    if (CLIENTS.has(word)) known = seen.clients = true;
    if (TARIFF.has(word)) known = seen.tariff = true;
    const unitWord = UNIT_WORDS[word];
    if (unitWord !== undefined) {
      units.add(unitWord);
      known = true;
      if (VOLUME_UNITS.has(word)) seen.volume = true;
    }
    for (const [field, list] of FIELD_WORDS) {
      if (list.has(word)) {
        fields.add(field);
        known = true;
      }
    }
    if (/^(jaar|year|fy|kalenderjaar|maand|month|kwartaal|quarter)$/.test(word)) known = true;
    if (/^(vorig|vorige|previous|prior)$/.test(word)) known = foreign = true;
    if (
      /^(1|000|1000|duizend|duizenden|duizendtallen|thousand|thousands|k|ke|hele)$/.test(word) &&
      scale !== null
    )
      known = true;
    if (/^(nog|realiseren|resterend|resterende|rest|remaining)$/.test(word)) {
      if (/resterend|remaining|nog te/i.test(text)) forecast = true;
      known = true;
    }
    if (isProductOfPq && /^(p|q|pq|pxq|x)$/.test(word)) known = true;
    if (!known && !SMALL.has(word) && normalised !== 'q') rest.push(word);
  });

  // `Uren/dagdelen` asks for whichever unit the product has.
  const unit = units.size === 1 ? ([...units][0] ?? null) : null;
  const only = (words: readonly string[]): boolean => rest.length === 0 && fieldsOnly(words);
  const fieldsOnly = (allowed: readonly string[]): boolean =>
    wordsOf(normalised).every(
      (word) => allowed.includes(word) || SMALL.has(word) || UNIT_WORDS[word] !== undefined,
    );
  let period: PeriodPhrase | null = found
    ? { from: found.from, until: found.until, year: found.year, kind: found.kind }
    : null;
  // A bare year, a `jaartotaal` or `totaal 2023` stands for the whole year.
  if (!period && rest.length === 0) {
    const yearish = /\b(jaartotaal|full year|fy|heel jaar|hele jaar|jaar)\b/.test(normalised);
    if (years.length === 1 && words.length <= 4) {
      period = { from: 1, until: 12, year: years[0] ?? null, kind: 'year' };
    } else if (yearish && total) {
      period = { from: 1, until: 12, year: null, kind: 'year' };
    }
  }

  let measure: Measure | null = null;
  if (seen.tariff) measure = 'tariff';
  else if (seen.amount && hasPer && unit !== null && unit !== 'maand' && !total) measure = 'tariff';
  else if (seen.clients && !seen.amount) measure = 'clients';
  else if (seen.amount) measure = 'amount';
  else if (seen.volume) measure = fields.has('client') ? 'clients' : 'volume';
  else if (isProductOfPq) measure = 'amount';
  else if (normalised === 'q') measure = 'volume';

  let field: Field | null = null;
  const priority: readonly Field[] = [
    'remark',
    'client',
    'code',
    'description',
    'product',
    'unit',
    'domain',
    'period',
    'year',
    'status',
    'provider',
    'location',
    'begin',
    'end',
  ];
  // A phrase names a column only when (nearly) all its words do: `Product A` is a product, not a heading.
  if (rest.length === 0 && free > 0 && !found) {
    field = priority.find((candidate) => fields.has(candidate)) ?? null;
    if (fields.has('begin') && fields.size > 1 && fields.has('period')) field = 'begin';
    if (fields.has('end') && fields.has('period')) field = 'end';
  }
  if (
    field !== null &&
    (measure === 'amount' || measure === 'tariff' || measure === 'volume' || measure === 'clients')
  ) {
    // `Tarief per eenheid`, `Omzet per product`, `Bedrag per maand`: the measure is what it is about.
    if (field !== 'remark') field = null;
  }
  if (field !== null && actual && forecast) field = 'status';
  else if (field !== null && (actual || forecast) && field !== 'status' && field !== 'period')
    field = field === 'remark' ? field : null;
  if (actual && forecast && field === null && rest.length === 0 && /[/|]/.test(text) && words.length <= 3)
    field = 'status';
  if (total && field !== null && field !== 'remark') field = null;
  if (only(['eenheid', 'unit'])) field = fields.has('unit') ? 'unit' : field;

  return {
    text,
    normalised,
    period,
    years,
    phase: actual === forecast ? null : actual ? 'actual' : 'forecast',
    bothPhases: actual && forecast,
    measure,
    unit,
    total,
    scale,
    field,
    foreign,
    rest,
  };
}

/** Whether a title says that its table is a budget or a comparison rather than production or forecast. */
export function isForeignTitle(phrase: Phrase): boolean {
  return (
    phrase.phase === null &&
    !phrase.bothPhases &&
    wordsOf(phrase.normalised).some((word) => FOREIGN_TITLE.has(word))
  );
}

/** The unit of care a text is, in one spelling (`uren` → `uur`), or the text itself normalised. */
export function normaliseUnit(text: string): string {
  const normalised = normaliseLabel(text);
  return UNIT_WORDS[normalised] ?? normalised;
}

/** Whether a text is nothing but a known unit of care. */
export const isUnitWord = (normalised: string): boolean => UNIT_WORDS[normalised] !== undefined;
