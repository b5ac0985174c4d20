/** Quoted text, escaped signs, spaces as wide as a sign and fillers: what a format shows besides a number. */
const LITERALS = /"[^"]*"|\\.|_.|\*./g;
const KNOWN = new Map<string, readonly boolean[] | null>();

/** Whether positive numbers, negative numbers and zero are shown by a format; null when that depends on more. */
function sectionsShown(format: string): readonly boolean[] | null {
  // A section for a range of numbers: which one holds isn't worked out here.
  if (/\[[<>=]/.test(format)) return null;
  const sections = format
    .replace(LITERALS, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')
    .slice(0, 3);
  const shown = sections.map((section) => /[0#?@ymdhsjg]|general|standaard/i.test(section));
  const [positive = true, negative = positive, zero = positive] = shown;
  return [positive, negative, zero];
}

/**
 * Whether a number format leaves out a number altogether, as `;;;` does and `0;` for what is below zero. A format
 * with conditions of its own counts as one that shows everything.
 * @example hidesNumber(';;;', 12.5) // true
 * @example hidesNumber('#,##0.00;-#,##0.00;', 12.5) // false
 */
export function hidesNumber(format: string | null, value: number): boolean {
  if (format === null) return false;
  let shown = KNOWN.get(format);
  if (shown === undefined) {
    if (KNOWN.size >= 1000) KNOWN.clear();
    KNOWN.set(format, (shown = sectionsShown(format)));
  }
  if (shown === null) return false;
  return shown[value > 0 ? 0 : value < 0 ? 1 : 2] === false;
}
