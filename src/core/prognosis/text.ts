const SPELLED: Readonly<Record<string, string>> = { '&': ' en ', '€': ' eur ', '@': ' at ', '%': ' pct ' };

/**
 * A label in the form in which wordings are compared: lower case, no accents, words and numbers separated by
 * single spaces. `&`, `€` and `%` become words.
 * @example normaliseLabel('  Begel. individueel – (Cliënten) ') // 'begel individueel clienten'
 */
export function normaliseLabel(text: string): string {
  let known = NORMALISED.get(text);
  if (known === undefined) {
    known = makeNormalised(text);
    if (NORMALISED.size >= REMEMBERED) NORMALISED.clear();
    NORMALISED.set(text, known);
  }
  return known;
}

/** Labels come back many times; so many of them are remembered. */
const REMEMBERED = 60000;
const NORMALISED = new Map<string, string>();

/** Only letters, digits and spaces of ASCII: nothing to take apart. */
const PLAIN_LABEL = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function makeNormalised(text: string): string {
  if (PLAIN_LABEL.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[&€@%]/g, (sign) => SPELLED[sign] ?? ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a normalised label. */
export const wordsOf = (normalised: string): string[] => (normalised === '' ? [] : normalised.split(' '));

/**
 * Number of single-character edits (insert, delete, replace, swap of neighbours) between two short texts,
 * or `limit + 1` when there are more than `limit`.
 * @example editDistance('maart', 'maatr', 2) // 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/**
 * How alike two words are, 0–1: equal 1; an abbreviation of at least two letters (`spec` of `specialistisch`)
 * 0.9; otherwise by edits, and 0 below two thirds alike.
 */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (/^\d+$/.test(a) || /^\d+$/.test(b)) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.startsWith(short)) {
    return short.length >= 3 ? 0.92 : 0.8;
  }
  if (short.length < 4) return 0;
  const limit = Math.floor(long.length / 3);
  const edits = editDistance(a, b, limit);
  return edits > limit ? 0 : 1 - edits / long.length;
}

/** Whether a text in a cell only says that nothing is there: `-`, `n.v.t.`, `PM`. */
export const isPlaceholder = (text: string): boolean =>
  /^\s*(?:[-–—.x]|n\.?v\.?t\.?|nvt|n\/a|pm|p\.m\.)?\s*$/i.test(text);
