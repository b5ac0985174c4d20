import type { Measure } from './layout';
import { findPeriod, isYear, type PeriodPhrase } from './period-phrase';
import {
  ACTUAL,
  AMOUNT,
  CLIENTS,
  FIELD_WORDS,
  FORECAST,
  FOREIGN,
  FOREIGN_TITLE,
  SMALL,
  TARIFF,
  TOTAL,
  UNIT_WORDS,
  VOLUME,
  VOLUME_UNITS,
  type Field,
} from './phrase-words';
import { normaliseLabel, wordsOf } from './text';

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
const CACHE_LIMIT = 60000;

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
    // `01-2023 Q`: the Q of P × Q beside a period that is complete without it.
    if (word === 'q' && found) known = seen.volume = true;
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
  // `% van plafond`: the `van` of a comparison, not of a period.
  if (foreign && (field === 'begin' || field === 'end')) field = null;
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

/** The name of a sheet that explains how to fill, not one to be filled. */
export const isInstructionName = (normalised: string): boolean =>
  /^(?:(?:invul)?instructies?|handleiding|leeswijzer|voorbeeld|voorbeelden|instructions?|readme|read me|examples?)\b/.test(
    normalised,
  );

/** Whether a title says that its table is a budget or a comparison rather than production or forecast. */
export function isForeignTitle(phrase: Phrase): boolean {
  return (
    isOtherTable(phrase) ||
    (phrase.phase === null &&
      !phrase.bothPhases &&
      wordsOf(phrase.normalised).some((word) => FOREIGN_TITLE.has(word)))
  );
}

/** Figures that are no production or forecast of a month, whatever else their title says. */
const OTHER_TABLE =
  /\b(?:cumulatie(?:f|ve)|cumulative|cum|vorig jaar|vorige jaren|previous year|prior year|last year|wachtlijst(?:en)?|wachtenden|wachttijd(?:en)?|waiting list|fte|ftes|formatie|verzuim|ziekteverzuim)\b|percentages?\b|\b\w+graad\b|\baandeel\b|\baandelen\b/;

/**
 * Whether a title names something that looks like a prognosis and is none: cumulative figures, last year, shares, a
 * waiting list, staff, an example.
 */
export function isOtherTable({ normalised, text }: Phrase): boolean {
  if (text.length > 60) return false;
  if (text.length <= 40 && /^(?:voorbeeld|example)\b/.test(normalised)) return true;
  // `Per maand en cumulatief` holds both.
  if (/\bmaand(?:en|cijfers)?\b.*\b(?:en|and)\b.*cum/.test(normalised)) return false;
  return OTHER_TABLE.test(normalised) || /(?:^|[^\d\s,.])\s*%/.test(text);
}

/** The unit of care a text is, in one spelling (`uren` → `uur`), or the text itself normalised. */
export function normaliseUnit(text: string): string {
  const normalised = normaliseLabel(text);
  return UNIT_WORDS[normalised] ?? normalised;
}

/** Whether a text is nothing but a known unit of care. */
export const isUnitWord = (normalised: string): boolean => UNIT_WORDS[normalised] !== undefined;
