import type { Issue } from '../values/message';
import { dateOf, type IsoDate } from '../values/date';
import { Decimal } from '../values/decimal';
import { parseRulebook } from './rulebook';
import { ruleFor } from './roles';
import type { Rulebook, RulebookParameter } from './schema';

/** What a municipality changes in a rulebook to make its own. */
export interface Derivation {
  readonly id: string;
  /** `parameter=value`, as typed. */
  readonly set: readonly string[];
  /** Products by name or code. */
  readonly exclude: readonly string[];
  readonly raise: readonly string[];
  /** A calendar year of its own; null keeps the base's validity. */
  readonly year: number | null;
  readonly purchaser: string | null;
}

/** The document that a derived rulebook cites for what its maker decided. */
export const OWN_DOCUMENT = 'EIGEN';

/**
 * Makes a rulebook from another: other parameter values, more excluded and raised products, another year.
 * What is changed cites the document `EIGEN` and is no assumption any more; what is carried into another
 * year says that it was carried over. Everything wrong is told at once, with what was expected.
 * The result passes the same validation as any rulebook.
 * @example 'rulebook' in deriveRulebook(findRulebook('zutphen-2023'), { id: 'eigen', set: ['signal-threshold=70%'], exclude: [], raise: [], year: null, purchaser: null }) // true
 * @example 'issues' in deriveRulebook(findRulebook('zutphen-2023'), { id: 'eigen', set: ['signal-treshold=0.7'], exclude: [], raise: [], year: null, purchaser: null }) // true
 */
export function deriveRulebook(
  base: Rulebook,
  wanted: Derivation,
): { readonly rulebook: Rulebook } | { readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const fail = (code: string, facts: Issue['facts'], path: string): void => {
    issues.push({ level: 'error', code, facts, place: { path } });
  };
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(wanted.id)) {
    fail('region.derive-id', { found: wanted.id }, '--id');
  } else if (wanted.id === base.id) {
    fail('region.derive-same-id', { found: wanted.id }, '--id');
  }
  const validity =
    wanted.year === null
      ? base.validity
      : { from: dateOf(wanted.year, 1, 1), until: dateOf(wanted.year, 12, 31) };
  const source = { document: OWN_DOCUMENT, place: `op basis van ${base.id} ${base.version}` };

  const changes = new Map<string, string | null>();
  for (const text of wanted.set) {
    const at = text.indexOf('=');
    const [id, typed] = at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at < 0 || typed === '') {
      fail('region.derive-no-value', { found: text }, '--set');
      continue;
    }
    const parameter = base.parameters.find((candidate) => candidate.id === id);
    if (!parameter) {
      const near = nearest(
        id,
        base.parameters.map((candidate) => candidate.id),
      );
      if (near === null) {
        fail(
          'region.derive-unknown-parameter',
          { found: id, known: base.parameters.map((candidate) => candidate.id) },
          '--set',
        );
      } else fail('region.derive-unknown-parameter-nearest', { found: id, nearest: near }, '--set');
      continue;
    }
    if (changes.has(id)) {
      fail('region.derive-twice', { parameter: id }, '--set');
      continue;
    }
    const read = readValue(parameter, typed);
    if ('code' in read) fail(read.code, { parameter: id, found: typed, ...read.facts }, '--set');
    else changes.set(id, read.value);
  }
  const doubled = wanted.exclude.find((product) => wanted.raise.some((other) => same(other, product)));
  if (doubled !== undefined) fail('region.derive-both', { product: doubled }, '--raise');
  for (const [option, products] of [
    ['--exclude', wanted.exclude],
    ['--raise', wanted.raise],
  ] as const) {
    for (const product of products) {
      if (product.trim().length < 2) fail('region.derive-product-short', { found: product }, option);
    }
  }
  if (issues.length > 0) return { issues };

  const carried = wanted.year !== null;
  const parameters = base.parameters.map((parameter): RulebookParameter => {
    const changed = changes.get(parameter.id);
    if (changed !== undefined) {
      return {
        ...parameter,
        values: [{ value: changed, from: validity.from, until: validity.until, source, assumed: null }],
      };
    }
    if (!carried) return parameter;
    return { ...parameter, values: carriedValues(parameter, base, validity) };
  });
  const excludedRule = ruleFor(base, 'excluded') ?? ruleFor(base, 'ceiling');
  const raisedRule = ruleFor(base, 'raise') ?? ruleFor(base, 'ceiling');
  const [first] = base.rules;
  const groups = [
    ...group('exclude', wanted.exclude, 'excluded', excludedRule ?? first?.id ?? '', source),
    ...group('raise', wanted.raise, 'volume-raised', raisedRule ?? first?.id ?? '', source),
  ];
  const json = {
    ...base,
    id: wanted.id,
    version: '1.0.0',
    title: {
      nl: `${wanted.purchaser ?? base.purchaser}, eigen regelboek op basis van ${base.id}`,
      en: `${wanted.purchaser ?? base.purchaser}, own rulebook based on ${base.id}`,
    },
    purchaser: wanted.purchaser ?? base.purchaser,
    validity,
    documents: { ...base.documents, [OWN_DOCUMENT]: `Eigen keuze op basis van ${base.id} ${base.version}` },
    parameters,
    // Own groups first: what the maker lists by code or name decides before what the base recognises.
    productGroups: [
      ...groups,
      ...base.productGroups.map((own) =>
        groups.some(({ id }) => id === own.id) ? { ...own, id: `${own.id}-${base.id}` } : own,
      ),
    ],
    basedOn: { id: base.id, version: base.version },
  };
  const parsed = parseRulebook(json, `${wanted.id}.json`);
  return 'rulebook' in parsed ? parsed : { issues: parsed.issues };
}

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

type Values = RulebookParameter['values'];

/** The values of the base's last day, carried to another year and said to be. */
function carriedValues(
  parameter: RulebookParameter,
  base: Rulebook,
  validity: { readonly from: IsoDate; readonly until: IsoDate },
): Values {
  const last = parameter.values.filter(({ until }) => until === base.validity.until);
  return (last.length > 0 ? last : parameter.values.slice(-1)).map((value) => ({
    ...value,
    from: validity.from,
    until: validity.until,
    assumed: {
      nl: `Overgenomen van ${base.id}, dat tot en met ${base.validity.until} geldt.${value.assumed ? ` ${value.assumed.nl}` : ''}`,
      en: `Carried over from ${base.id}, which holds up to and including ${base.validity.until}.${value.assumed ? ` ${value.assumed.en}` : ''}`,
    },
  }));
}

/** Codes as the standards write them; anything else is a name. */
const isCode = (text: string): boolean => /^(?=.*\d)[A-Za-z0-9]{2,10}$/.test(text.trim());

function group(
  kind: 'exclude' | 'raise',
  products: readonly string[],
  treatment: 'excluded' | 'volume-raised',
  rule: string,
  source: { readonly document: string; readonly place: string },
): Rulebook['productGroups'] {
  if (products.length === 0) return [];
  const codes = products.map((product) => product.trim()).filter(isCode);
  const names = products.map((product) => product.trim()).filter((product) => !isCode(product));
  return [
    {
      id: kind === 'exclude' ? 'eigen-uitgesloten' : 'eigen-ophogend',
      rule,
      treatment,
      description:
        kind === 'exclude'
          ? { nl: 'Eigen uitgesloten producten', en: 'Own excluded products' }
          : { nl: 'Eigen ophogende producten', en: 'Own raised products' },
      names,
      codes,
      domains: [],
      source: { ...source },
      assumed: null,
    },
  ];
}

type Reading = { readonly value: string | null } | { readonly code: string; readonly facts: Issue['facts'] };

const OFF = new Set(['off', 'uit', 'none', 'geen']);

/** A typed value in the parameter's unit. A ratio may be written as a percentage, decimals with a comma. */
function readValue(parameter: RulebookParameter, typed: string): Reading {
  const { unit } = parameter;
  const word = typed.toLowerCase();
  if (unit === 'switch') {
    if (word === 'on' || word === 'aan') return { value: 'on' };
    return OFF.has(word) ? { value: 'off' } : { code: 'region.derive-not-switch', facts: {} };
  }
  if (unit === 'choice') {
    const choices = parameter.choices ?? [];
    if (choices.includes(word)) return { value: word };
    const near = nearest(word, choices);
    return near === null
      ? { code: 'region.derive-not-choice', facts: { choices } }
      : { code: 'region.derive-not-choice-nearest', facts: { choices, nearest: near } };
  }
  if (OFF.has(word)) return { value: null };
  const percent = typed.endsWith('%');
  const euro = /^€|^eur(o)?\b/i.test(typed);
  const plain = typed
    .replace(/^(€|euro?\b)\s*/i, '')
    .replace(/\s*%$/, '')
    .trim();
  const text = plainNumber(plain);
  if (text === null) return { code: 'region.derive-not-number', facts: { unit } };
  if (percent && unit !== 'ratio') return { code: 'region.derive-percent', facts: { unit } };
  if (euro && unit !== 'euro') return { code: 'region.derive-euro', facts: { unit } };
  const value = percent ? new Decimal(text).dividedBy(100) : new Decimal(text);
  if (unit === 'ratio' && !percent && value.abs().greaterThan(1)) {
    return { code: 'region.derive-ratio-large', facts: { percentage: `${typed}%` } };
  }
  if ((unit === 'days' || unit === 'months') && !(value.isInteger() && !value.isNegative())) {
    return { code: 'region.derive-not-whole', facts: { unit } };
  }
  if (unit === 'euro' && value.decimalPlaces() > 2) return { code: 'region.derive-cents', facts: {} };
  return { value: unit === 'euro' ? value.toFixed(2) : value.toFixed() };
}

/** A number with a decimal point or comma; thousands marks only where they can be nothing else. */
function plainNumber(text: string): string | null {
  if (/^-?\d+([.,]\d+)?$/.test(text)) {
    // 1.500 may be fifteen hundred or one and a half: nobody should have to guess.
    return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? null : text.replace(',', '.');
  }
  if (/^-?[1-9]\d{0,2}(\.\d{3})+,\d{1,2}$/.test(text)) return text.replace(/\./g, '').replace(',', '.');
  if (/^-?[1-9]\d{0,2}(,\d{3})+\.\d{1,2}$/.test(text)) return text.replace(/,/g, '');
  if (/^-?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return text.replace(/\./g, '');
  if (/^-?[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) return text.replace(/,/g, '');
  return null;
}

/** The known name that differs in the fewest letters, at most a third of them; null when none comes near. */
function nearest(typed: string, known: readonly string[]): string | null {
  let best: { name: string; away: number } | null = null;
  for (const name of known) {
    const away = editDistance(typed.toLowerCase(), name);
    if (away <= Math.max(2, Math.floor(name.length / 3)) && (best === null || away < best.away)) {
      best = { name, away };
    }
  }
  return best?.name ?? null;
}

/** Letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
