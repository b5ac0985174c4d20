import { addMoney, ZERO, type Money } from '../values/money';
import { sameDomain } from './domains';
import type { Figure } from './figures';
import type { ProductMatch } from './layout';
import type { PrognosisReading } from './read';

/** Months that must be equal to the cent before amounts alone link a name to a code. */
const ENOUGH_MONTHS = 3;

/**
 * Links labels that weren't recognised to product codes by their amounts: at least three non-zero months equal
 * to the cent, one product for the label and one label for the product. Returns only new links.
 * @example linkByFigures(reading, figures)[0]?.how // 'figures'
 */
export function linkByFigures(reading: PrognosisReading, figures: readonly Figure[]): ProductMatch[] {
  const byProduct = new Map<string, { domain: string; product: string; months: Map<string, Money> }>();
  for (const figure of figures) {
    if (figure.phase !== 'actual') continue;
    const key = `${figure.domain}\u0000${figure.product}`;
    const entry = byProduct.get(key) ?? {
      domain: figure.domain,
      product: figure.product,
      months: new Map<string, Money>(),
    };
    entry.months.set(figure.month, addMoney(entry.months.get(figure.month) ?? ZERO, figure.amount));
    byProduct.set(key, entry);
  }
  const byLabel = new Map<string, { label: string; domain: string | null; months: Map<string, Money> }>();
  for (const { slot, amount } of reading.values) {
    if (slot.product !== null || slot.measure !== 'amount' || amount === null || slot.phase === 'forecast')
      continue;
    if (slot.period.from !== slot.period.until) continue;
    const key = `${slot.domain ?? ''}\u0000${slot.label}`;
    const entry = byLabel.get(key) ?? {
      label: slot.label,
      domain: slot.domain,
      months: new Map<string, Money>(),
    };
    entry.months.set(slot.period.from, addMoney(entry.months.get(slot.period.from) ?? ZERO, amount));
    byLabel.set(key, entry);
  }
  const pairs: { label: string; domain: string | null; product: string; equal: number }[] = [];
  for (const { label, domain, months } of byLabel.values()) {
    for (const known of byProduct.values()) {
      if (domain !== null && !sameDomain(domain, known.domain)) continue;
      let equal = 0;
      for (const [month, amount] of months)
        if (amount !== ZERO && known.months.get(month) === amount) equal += 1;
      if (equal >= ENOUGH_MONTHS) pairs.push({ label, domain, product: known.product, equal });
    }
  }
  return pairs.flatMap((pair): ProductMatch[] => {
    const rivals = pairs.filter(
      (other) =>
        other !== pair &&
        ((other.label === pair.label && other.domain === pair.domain) || other.product === pair.product),
    );
    if (rivals.length > 0) return [];
    const place = reading.layout.products.find(
      (match) => match.label === pair.label && match.product === null,
    );
    const slot = reading.layout.slots.find(
      (candidate) => candidate.label === pair.label && candidate.product === null,
    );
    if (!slot) return [];
    return [
      {
        sheet: place?.sheet ?? slot.sheet,
        row: place?.row ?? slot.row,
        col: place?.col ?? slot.col,
        label: pair.label,
        product: pair.product,
        how: 'figures',
        confidence: Math.min(0.99, 0.9 + 0.02 * pair.equal),
        candidates: [],
      },
    ];
  });
}
