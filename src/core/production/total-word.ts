/** How a field marks its record as a total row. */
export type TotalWord =
  /** The whole field: `Totaal`, `Subtotaal:`. */
  | 'bare'
  /** With more behind it: `Totaal Wmo 2023`. Also the start of a name, so it needs more evidence. */
  | 'phrase';

const BARE =
  /^(?:sub|eind|deel|grand|groot|algemeen)?[ -]?(?:totaal|totalen|total|totals|som|sum)(?: generaal)?\s*[:=]?$/;
const PHRASE = /^(?:sub|eind|deel|grand|groot|algemeen)?[ -]?(?:totaal|totalen|total|totals)\b/;
const WHOLE = /^(?:eind|grand|groot|algemeen)[ -]?(?:totaal|total)/;
const PART = /^(?:sub|deel)[ -]?(?:totaal|total)/;

/**
 * Whether a text marks a total row.
 * @example totalWord('Subtotaal') // 'bare'
 * @example totalWord('Totaalzorg BV') // null
 */
export function totalWord(text: string): TotalWord | null {
  const plain = text.trim().toLowerCase();
  return BARE.test(plain) ? 'bare' : PHRASE.test(plain) ? 'phrase' : null;
}

/** What the total is over, as far as its word says. */
export function totalReach(text: string): 'whole' | 'part' | 'either' {
  const plain = text.trim().toLowerCase();
  return WHOLE.test(plain) ? 'whole' : PART.test(plain) ? 'part' : 'either';
}
