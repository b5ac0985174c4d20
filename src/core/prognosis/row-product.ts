import { readPhrase, type Phrase } from './phrases';
import type { ProductFinding } from './products';
import type { LabelText } from './row-labels';
import type { Facts, Lexicon } from './table-facts';

/** The product that a row's labels name, and the label it was read from. */
export interface RowProduct {
  readonly product: ProductFinding | null;
  readonly label: string;
}

/**
 * Looks for the product in the texts of a row that name one. A measure or phase at the end of a label goes to
 * the row's facts.
 */
export function matchRowProduct(
  names: readonly LabelText[],
  facts: Facts,
  domain: string | null,
  lexicon: Lexicon,
): RowProduct {
  const [first] = names;
  if (!first) return { product: null, label: '' };
  let label = [...new Set(names.map(({ text }) => text))].join(' ');
  let finding = matchParts(names, label, domain, lexicon);
  // A trailing measure in the label itself: `Begeleiding individueel - uren`.
  if (finding.how === 'fuzzy' || finding.product === null) {
    for (const { item, text } of names) {
      const split = splitLabel(text);
      if (!split) continue;
      const other = lexicon.products.match(split.name, domain);
      if (other.product !== null && other.confidence >= finding.confidence) {
        finding = other;
        label = split.name;
        if (split.tail.measure) facts.measure = split.tail.measure;
        if (split.tail.phase) facts.phase = split.tail.phase;
        if (split.tail.years.length === 1) facts.year = split.tail.years[0] ?? facts.year;
      }
      if (item.cell.col !== first.col) break;
    }
  }
  return { product: facts.total && finding.how === 'fuzzy' ? null : finding, label };
}

function matchParts(
  parts: readonly { text: string }[],
  label: string,
  domain: string | null,
  lexicon: Lexicon,
): ProductFinding {
  const whole = lexicon.products.match(label, domain);
  if (parts.length === 1 || whole.how === 'code-and-name' || whole.how === 'code' || whole.how === 'alias')
    return whole;
  let best = whole;
  for (const { text } of parts) {
    const finding = lexicon.products.match(text, domain);
    if (finding.product !== null && finding.confidence > best.confidence) best = finding;
  }
  return best;
}

/** `Name - uren`, `Name (bedrag)`: a label with a measure or phase at its end. */
function splitLabel(text: string): { name: string; tail: Phrase } | null {
  const match = /^(.*?)\s*(?:[-–—:;,/|(]\s*)([^-–—:;,/|()]+)\)?\s*$/.exec(text);
  const name = match?.[1]?.trim() ?? '';
  const tail = match?.[2] === undefined ? null : readPhrase(match[2].trim());
  if (name === '' || !tail || tail.rest.length > 0 || (tail.measure === null && tail.phase === null))
    return null;
  return { name, tail };
}
