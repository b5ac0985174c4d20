import {
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  type Decimal,
  type IsoDate,
  type Step,
} from '../values';
import type { TariffEntry } from './tariff-list';

/** The tariff of a product on a day, or why there is none to give. */
export type TariffOnDay =
  | { readonly found: 'tariff'; readonly entry: TariffEntry; readonly tariff: Decimal; readonly step: Step }
  /** The list states components only: what is paid follows from them and a percentage. */
  | { readonly found: 'components'; readonly entry: TariffEntry }
  | { readonly found: 'unknown-product' }
  | { readonly found: 'not-valid'; readonly entries: readonly TariffEntry[] }
  /** Different tariffs hold on that day (level, target group, sector); nothing is guessed. */
  | { readonly found: 'several'; readonly tariffs: readonly Decimal[] };

/** Entries of a product that hold on a day; both ends of a validity belong to it. */
export function entriesOnDay(tariffs: readonly TariffEntry[], product: string, day: IsoDate): TariffEntry[] {
  const code = product.trim().toUpperCase();
  return tariffs
    .filter((entry) => entry.product.trim().toUpperCase() === code)
    .filter((entry) => (entry.from ?? '') <= day && day <= (entry.until ?? '9999'));
}

/**
 * Municipal tariff of a product on a day: the one that the list states. Unit: euro per unit, exact as
 * written. Errors: none; `found` says why there is no tariff.
 */
export function tariffOnDay(tariffs: readonly TariffEntry[], product: string, day: IsoDate): TariffOnDay {
  const code = product.trim().toUpperCase();
  const entries = entriesOnDay(tariffs, product, day);
  const [first] = entries;
  if (first === undefined) {
    const others = tariffs.filter((entry) => entry.product.trim().toUpperCase() === code);
    return others.length === 0 ? { found: 'unknown-product' } : { found: 'not-valid', entries: others };
  }
  const stated = entries.flatMap((entry) => (entry.tariff === null ? [] : [{ entry, tariff: entry.tariff }]));
  const [only] = stated;
  if (only === undefined) return { found: 'components', entry: first };
  if (stated.some(({ tariff }) => !tariff.equals(only.tariff))) {
    return { found: 'several', tariffs: stated.map(({ tariff }) => tariff) };
  }
  return {
    found: 'tariff',
    entry: only.entry,
    tariff: only.tariff,
    step: step(
      { code: 'steps.tariff-stated', facts: { product: only.entry.product, unit: only.entry.unit ?? '–' } },
      only.tariff.decimalPlaces() <= 2
        ? moneyValue(roundToCents(only.tariff))
        : quantityValue(only.tariff, '€'),
      { place: only.entry.place },
    ),
  };
}
