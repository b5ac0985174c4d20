import {
  choiceOn,
  type CoreError,
  dateFromSerial,
  dateOf,
  Decimal,
  domainName,
  evidenceOf,
  exact,
  listRulebooks,
  parseDate,
  parseRulebook,
  plainNumber,
  PROVIDER_KINDS,
  readDay,
  readNumber,
  readProviderKind,
  readSector,
  roundToCents,
  SECTORS,
  showable,
  yearOf,
  type IsoDate,
  type LocalText,
  type Money,
  type ProviderKind,
  type Rulebook,
  type Sector,
} from '../core';
import { CATALOGUE } from '../messages';
import { missing, wrong, type Cell } from './cell';
import { dateSystem } from './host';
import { errorCode, isBlank, isEmpty, toRange } from './range';

/** The name of an argument as the user's language writes it; the metadata shows the same. */
export const argumentName = (name: string): LocalText =>
  CATALOGUE[`functions.argument.${name}`] ?? { nl: name, en: name };

/** The fact every sentence about an argument needs: its name. */
export const at = (name: string): { readonly argument: LocalText } => ({ argument: argumentName(name) });

/** The one value of an argument. Errors: #VALUE! for more than one cell, and for an error cell. */
export function single(argument: Cell, name: string): Cell {
  let cell = argument;
  if (Array.isArray(argument)) {
    const rows = toRange(argument);
    const width = rows[0]?.length ?? 0;
    if (rows.length !== 1 || width !== 1) {
      throw wrong('functions.one-value-expected', { ...at(name), rows: rows.length, columns: width });
    }
    cell = rows[0]?.[0];
  }
  const code = errorCode(cell);
  if (code !== null) throw wrong('functions.argument-is-error', { ...at(name), found: code });
  return cell;
}

/** Whether an optional argument was left out; `zeroIsEmpty` where a zero can only be an empty cell. */
export function isOmitted(argument: Cell, zeroIsEmpty = true): boolean {
  const cell = Array.isArray(argument)
    ? toRange(argument).length === 1 && toRange(argument)[0]?.length === 1
      ? toRange(argument)[0]?.[0]
      : argument
    : argument;
  return zeroIsEmpty ? isBlank(cell) : isEmpty(cell);
}

/** A value as a message shows it: numbers and days as they are, words that could name a person as shapes. */
export function shown(cell: Cell): string {
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isEmpty(cell)) return '–';
  return typeof cell === 'string' ? showable(cell) : (errorCode(cell) ?? '–');
}

/** Text, trimmed; a number becomes its digits. Errors: #VALUE! when it is left out. */
export function textArgument(argument: Cell, name: string): string {
  const cell = single(argument, name);
  if (isBlank(cell)) throw wrong('functions.argument-missing', at(name));
  return typeof cell === 'number' ? plainNumber(cell) : String(cell).trim();
}

export const optionalText = (argument: Cell, name: string): string | null =>
  isOmitted(argument) ? null : textArgument(argument, name);

/** A domain under the name this product gives it (Wmo, Jeugdwet, Wlz), or the text itself. */
export function domainArgument(argument: Cell, name: string): string {
  const text = textArgument(argument, name);
  return domainName(text) ?? text;
}

/** A calendar year. Errors: #VALUE!. */
export function yearArgument(argument: Cell, name: string): number {
  const cell = single(argument, name);
  if (isBlank(cell)) throw wrong('functions.argument-missing', at(name));
  const text = typeof cell === 'number' ? plainNumber(cell) : String(cell).trim();
  if (!/^(?:19|20|21)\d{2}$/.test(text)) {
    throw wrong('functions.year-expected', { ...at(name), found: shown(cell) });
  }
  return Number(text);
}

/** A day: a serial number of the workbook's calendar, or text in either notation. Errors: #VALUE!. */
export function dateArgument(argument: Cell, name: string): IsoDate {
  const cell = single(argument, name);
  if (isBlank(cell)) throw wrong('functions.argument-missing', at(name));
  const day = dayOf(cell);
  if (day === null) throw wrong('functions.date-expected', { ...at(name), found: shown(cell) });
  return day;
}

export const optionalDate = (argument: Cell, name: string): IsoDate | null =>
  isOmitted(argument) ? null : dateArgument(argument, name);

/** The day a cell means, or null. Years before 1990 and after 2199 are mistakes, not days. */
export function dayOf(cell: Cell): IsoDate | null {
  if (typeof cell === 'string') return readDay(cell);
  if (typeof cell !== 'number') return null;
  if (cell >= 1e7) return readDay(plainNumber(cell));
  const day = dateFromSerial(cell, dateSystem());
  return day !== null && yearOf(day) >= 1990 && yearOf(day) <= 2199 ? day : null;
}

/** An exact number. Text is read in either notation when it can mean one thing only. Errors: #VALUE!. */
export function numberArgument(argument: Cell, name: string): Decimal {
  const cell = single(argument, name);
  if (isEmpty(cell)) throw wrong('functions.argument-missing', at(name));
  if (typeof cell === 'number' && Number.isFinite(cell)) return new Decimal(plainNumber(cell));
  if (typeof cell === 'string') {
    const percent = /^(.*?)\s*%$/.exec(cell.trim());
    const number = readNumber(percent?.[1] ?? cell);
    if (number) {
      const evidence = evidenceOf(number);
      if (evidence === 'open') throw wrong('functions.number-open', { ...at(name), found: cell.trim() });
      const digits = evidence === 'comma' ? number.comma : number.point;
      if (digits) return exact(digits, number.negative).dividedBy(percent ? 100 : 1);
    }
  }
  throw wrong('functions.number-expected', { ...at(name), found: shown(cell) });
}

/** An amount in whole cents. Errors: #VALUE!, also for a part of a cent: nothing is rounded here. */
export function moneyArgument(argument: Cell, name: string): Money {
  const number = numberArgument(argument, name);
  if (number.decimalPlaces() > 2) {
    throw wrong('functions.cents-expected', { ...at(name), found: number.toFixed() });
  }
  return roundToCents(number);
}

/** One of a closed list of words. Errors: #VALUE! naming them. */
export function choiceArgument<T extends string>(
  argument: Cell,
  name: string,
  words: ReadonlyMap<string, T>,
): T {
  const text = textArgument(argument, name);
  const found = words.get(text.toLowerCase().replace(/[^a-z0-9&]/g, ''));
  if (found === undefined) {
    throw wrong('functions.choice-expected', {
      ...at(name),
      found: showable(text),
      expected: [...new Set(words.values())],
    });
  }
  return found;
}

let shipped: ReadonlyMap<string, Rulebook> | null = null;

/** The shipped rulebooks by id, validated once. */
export function shippedRulebooks(): ReadonlyMap<string, Rulebook> {
  shipped ??= new Map(listRulebooks().map((rulebook) => [rulebook.id, rulebook]));
  return shipped;
}

const own = new Map<string, Rulebook>();

/**
 * The rulebook of an argument: the id of a shipped one, or the JSON of an own one in a cell or a column of
 * cells. Left out: the shipped one that `standard` names, so that a formula never changes its meaning when
 * more rulebooks are shipped.
 * Errors: #VALUE! for an unknown id or an own rulebook that is not valid, #N/A when there is no standard.
 */
export function rulebookArgument(argument: Cell, standard: string): Rulebook {
  const all = shippedRulebooks();
  if (isOmitted(argument)) {
    const found = all.get(standard);
    if (!found) throw missing('functions.no-standard-rulebook', { id: standard, known: [...all.keys()] });
    return found;
  }
  const text = toRange(argument)
    .flat()
    .map((cell) => {
      const code = errorCode(cell);
      if (code !== null) throw wrong('functions.argument-is-error', { ...at('rulebook'), found: code });
      return isBlank(cell) ? '' : String(cell as string | number | boolean);
    })
    .join('\n')
    .trim();
  if (text.startsWith('{')) return ownRulebook(text);
  const found = all.get(text.toLowerCase());
  if (!found) {
    throw wrong('functions.rulebook-unknown', { ...at('rulebook'), found: text, known: [...all.keys()] });
  }
  return found;
}

function ownRulebook(text: string): Rulebook {
  const known = own.get(text);
  if (known) return known;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw wrong('functions.rulebook-not-json', {
      ...at('rulebook'),
      found: error instanceof Error ? error.message : '',
    });
  }
  const parsed = parseRulebook(json, 'rulebook');
  if ('issues' in parsed) {
    const [first] = parsed.issues;
    throw wrong('functions.rulebook-not-valid', {
      ...at('rulebook'),
      path: first?.place.path ?? '',
      count: parsed.issues.length,
    });
  }
  if (own.size > 8) own.clear();
  own.set(text, parsed.rulebook);
  return parsed.rulebook;
}

/** The municipal rulebook that holds when none is given. */
export const municipalStandard = (year: number): string => `zutphen-${year}`;

/** The Wlz rulebook of the year of a day, that holds when none is given. */
export const wlzStandard = (day: IsoDate): string => `zilveren-kruis-wlz-${yearOf(day)}`;

/** The Wlz rulebook that holds when none is given and no year is asked about. */
export const WLZ_STANDARD = 'zilveren-kruis-wlz-2023';

/** The last day a rulebook holds: the day on which its parameters are asked when no other day is. */
export const lastValidDay = (rulebook: Rulebook): IsoDate => parseDate(rulebook.validity.until);

/** A Wlz sector as people write it. Errors: #VALUE!. */
export function sectorArgument(argument: Cell, name: string): Sector {
  const text = textArgument(argument, name);
  const sector = readSector(text);
  if (sector === null) {
    throw wrong('functions.choice-expected', { ...at(name), found: showable(text), expected: [...SECTORS] });
  }
  return sector;
}

/** A kind of provider; null when it is left out. Errors: #VALUE!. */
export function kindArgument(argument: Cell, name: string): ProviderKind | null {
  const text = optionalText(argument, name);
  if (text === null) return null;
  const kind = readProviderKind(text);
  if (kind === null) {
    throw wrong('functions.choice-expected', {
      ...at(name),
      found: showable(text),
      expected: [...PROVIDER_KINDS],
    });
  }
  return kind;
}

/** How the running month's forecast is meant under the rulebook. */
export const runningMonthOf = (
  rulebook: Rulebook,
  year: number,
): 'forecast-is-whole-month' | 'forecast-is-remainder' =>
  choiceOn(rulebook, 'running-month', dateOf(year, 12, 31)) === 'forecast-is-remainder'
    ? 'forecast-is-remainder'
    : 'forecast-is-whole-month';

/** What a broken contract of core means in a cell. */
export function fromCoreError(error: CoreError): Error {
  const { code, info } = error as CoreError;
  switch (code) {
    case 'parameter-not-valid':
    case 'parameter-unknown':
      return missing(`functions.${code}`, {
        ...(info as { rulebook: string; parameter: string; on?: string }),
      });
    case 'solidarity-unknown':
      return missing('functions.solidarity-unknown', { ...(info as { rulebook: string }) });
    case 'rulebook-unknown':
      return wrong('functions.rulebook-unknown', {
        ...at('rulebook'),
        found: (info as { id: string }).id,
        known: [...(info as { known: readonly string[] }).known],
      });
    case 'dates-reversed':
    case 'ratio-out-of-range':
    case 'share-of-nothing':
    case 'weight-negative':
      return wrong(`functions.${code}`, {});
    case 'money-out-of-range':
      return wrong('functions.amounts-too-large', {});
    default:
      return error;
  }
}
