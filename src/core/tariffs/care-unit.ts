import type { Decimal } from '../values';

/** What a volume is counted in. `output-piece` and `euro` go with output-based financing. */
export type CareUnit =
  | 'minute'
  | 'five-minutes'
  | 'hour'
  | 'day'
  | 'day-part'
  | 'piece'
  | 'output-piece'
  | 'euro'
  | 'week'
  | 'month'
  | 'year';

const WORDS: ReadonlyMap<string, CareUnit> = new Map(
  (
    [
      ['minute', '01 1 min minuut minuten minute minutes perminuut'],
      ['five-minutes', '07 5minuten vijfminuten'],
      ['hour', '04 4 u uur uren hour hours peruur'],
      ['day', '14 etmaal etmalen dag dagen day days peretmaal perdag'],
      ['day-part', '16 dagdeel dagdelen daypart dayparts perdagdeel dagdeel4uur'],
      ['piece', '84 stuk stuks piece pieces perstuk stuksinspanning keer'],
      ['output-piece', '82 stuksoutput traject trajecten resultaat trajectory outputpiece output'],
      ['euro', '83 euro euros eur €'],
      ['week', '21 week weken weeks perweek'],
      ['month', '31 maand maanden month months permaand'],
      ['year', '41 jaar jaren year years perjaar'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, CareUnit] => [word, unit])),
);

/**
 * The unit behind a word or a code of the unit lists (WJ756, COD218); null for one that isn't known, or none.
 * @example careUnit('Uren') // 'hour'
 * @example careUnit('16') // 'day-part'
 */
export function careUnit(text: string | null): CareUnit | null {
  if (text === null) return null;
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9€]/g, '');
  return WORDS.get(plain) ?? null;
}

const MINUTES: Partial<Record<CareUnit, number>> = { minute: 1, 'five-minutes': 5, hour: 60 };

/**
 * How many of `to` one `from` is, as a fraction; null when the two can't be compared. Only units of time
 * that have a fixed length convert: a day-part or a day is what the contract makes of it.
 * @example unitFactor('hour', 'minute') // { numerator: 60, denominator: 1 }
 */
export function unitFactor(
  from: CareUnit | null,
  to: CareUnit | null,
): { readonly numerator: number; readonly denominator: number } | null {
  if (from === null || to === null) return null;
  if (from === to) return { numerator: 1, denominator: 1 };
  const [one, other] = [MINUTES[from], MINUTES[to]];
  if (one === undefined || other === undefined) return null;
  return one % other === 0
    ? { numerator: one / other, denominator: 1 }
    : other % one === 0
      ? { numerator: 1, denominator: other / one }
      : { numerator: one, denominator: other };
}

/**
 * A volume in another unit; null when the units can't be compared. Units that are not known are the same
 * when they are written the same, and a missing one is taken for the other.
 * @example convertVolume(new Decimal(90), 'minuut', 'uur')?.toFixed() // '1.5'
 */
export function convertVolume(volume: Decimal, from: string | null, to: string | null): Decimal | null {
  const fold = (text: string): string => text.trim().toLowerCase();
  if (from === null || to === null || fold(from) === fold(to)) return volume;
  const factor = unitFactor(careUnit(from), careUnit(to));
  return factor && volume.times(factor.numerator).dividedBy(factor.denominator);
}
