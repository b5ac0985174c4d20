import type { Decimal, IsoDate, Message, Place } from '../values';
import { providerKey } from '../production/provider';
import { careUnit } from './care-unit';
import type { TariffEntry } from './tariff-list';
import { entriesOnDay } from './tariff-on-day';

/** What tells tariffs of one code apart, in the order it is looked at. */
export const TARIFF_ATTRIBUTES = [
  'unit',
  'provider',
  'location',
  'sector',
  'deliveryForm',
  'treatment',
  'variant',
] as const;
export type TariffAttribute = (typeof TARIFF_ATTRIBUTES)[number];

/** The columns of a tariff list, as its header calls them. */
const COLUMNS: Readonly<Record<TariffAttribute, string>> = {
  unit: 'eenheid',
  provider: 'aanbieder',
  location: 'locatie',
  sector: 'sector',
  deliveryForm: 'leveringsvorm',
  treatment: 'behandeling',
  variant: 'variant',
};

/** A question after a tariff: product and day, and what is known of the care. */
export type TariffQuery = { readonly product: string; readonly day: IsoDate } & {
  readonly [K in TariffAttribute]?: string | null;
};

/** The one line of the list that answers, or what would decide between those that remain. */
export type FoundTariff =
  | { readonly found: 'one'; readonly entry: TariffEntry }
  | { readonly found: 'none'; readonly reason: 'unknown-product' | 'not-valid' | 'other-attributes' }
  | {
      readonly found: 'several';
      readonly entries: readonly TariffEntry[];
      /** Attributes in which they differ and that the question leaves open. Empty: the lines contradict. */
      readonly open: readonly TariffAttribute[];
      readonly message: Message;
    };

const fold = (attribute: TariffAttribute, text: string | null | undefined): string => {
  const plain = (text ?? '').trim();
  if (plain === '') return '';
  if (attribute === 'provider') return providerKey(plain);
  if (attribute === 'unit') return careUnit(plain) ?? plain.toLowerCase();
  return plain.toLowerCase();
};

const samePrice = (a: TariffEntry, b: TariffEntry): boolean => {
  const equal = (one: Decimal | null, other: Decimal | null): boolean =>
    one === null || other === null ? one === other : one.equals(other);
  return (
    equal(a.tariff, b.tariff) &&
    equal(a.care, b.care) &&
    equal(a.nhc, b.nhc) &&
    equal(a.nic, b.nic) &&
    equal(a.qualitySupplement, b.qualitySupplement)
  );
};

/** What is known of the care beside product and day. */
export type TariffKnown = { readonly [K in TariffAttribute]?: string | null };

/**
 * The lines that fit what is known: one that names the value goes before one that says nothing of it, and one
 * that names another value doesn't fit. What isn't known leaves all of them.
 * @example fittingTariffs([], { provider: 'Voorbeeld 1' }).length // 0
 */
export function fittingTariffs(entries: readonly TariffEntry[], known: TariffKnown): readonly TariffEntry[] {
  let left = entries;
  for (const attribute of TARIFF_ATTRIBUTES) {
    const asked = fold(attribute, known[attribute]);
    if (asked === '') continue;
    const named = left.filter((entry) => fold(attribute, entry[attribute]) === asked);
    left = named.length > 0 ? named : left.filter((entry) => fold(attribute, entry[attribute]) === '');
  }
  return left;
}

/**
 * The line of a tariff list for a product on a day and whatever more is known of the care. A line that says
 * nothing of an attribute holds for all; one that names the value asked for goes before it; one that names
 * another value never holds. Lines that remain with one price are one answer; with different prices nothing
 * is guessed: the attributes that would decide are named, or the lines that contradict each other.
 * Errors: none.
 * @example findTariff([], { product: '02A16', day: parseDate('2023-01-01') }) // { found: 'none', reason: 'unknown-product' }
 */
export function findTariff(tariffs: readonly TariffEntry[], query: TariffQuery): FoundTariff {
  const code = query.product.trim().toUpperCase();
  const valid = entriesOnDay(tariffs, query.product, query.day);
  if (valid.length === 0) {
    const known = tariffs.some((entry) => entry.product.trim().toUpperCase() === code);
    return { found: 'none', reason: known ? 'not-valid' : 'unknown-product' };
  }
  const left = fittingTariffs(valid, query);
  const [first, ...others] = left;
  if (first === undefined) return { found: 'none', reason: 'other-attributes' };
  if (others.every((entry) => samePrice(entry, first))) return { found: 'one', entry: first };
  const open = TARIFF_ATTRIBUTES.filter(
    (attribute) =>
      fold(attribute, query[attribute]) === '' &&
      new Set(left.map((entry) => fold(attribute, entry[attribute]))).size > 1,
  );
  const where = ({ cell, line }: Place): string => cell ?? String(line ?? '');
  return {
    found: 'several',
    entries: left,
    open,
    message:
      open.length > 0
        ? {
            code: 'tariffs.open-attributes',
            facts: {
              product: query.product,
              count: left.length,
              attributes: open.map((name) => COLUMNS[name]),
            },
          }
        : {
            code: 'tariffs.contradiction',
            facts: { product: query.product, lines: left.map(({ place }) => where(place)) },
          },
  };
}
