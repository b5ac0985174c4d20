import { firstDay, lastDay, type Decimal, type Month } from '../values';
import type { TariffEntry } from './tariff-list';

/**
 * Municipal tariff of a product in a month: the one entry valid on all days of it. Null when the list has
 * none, states components only, or holds different tariffs for the same product and month (a code can carry
 * several tariffs: level, target group); nothing is guessed.
 */
export function tariffInMonth(
  tariffs: readonly TariffEntry[],
  product: string,
  month: Month,
): Decimal | null {
  const code = product.trim().toUpperCase();
  let found: Decimal | null = null;
  for (const entry of tariffs) {
    if (entry.product.trim().toUpperCase() !== code || entry.tariff === null) continue;
    if (entry.from !== null && entry.from > firstDay(month)) continue;
    if (entry.until !== null && entry.until < lastDay(month)) continue;
    if (found !== null && !found.equals(entry.tariff)) return null;
    found = entry.tariff;
  }
  return found;
}

/** All tariffs of a product that hold on any day of a month: the highest is what a stated tariff may not pass. */
export function tariffsInMonth(tariffs: readonly TariffEntry[], product: string, month: Month): Decimal[] {
  const code = product.trim().toUpperCase();
  return tariffs
    .filter((entry) => entry.product.trim().toUpperCase() === code)
    .filter((entry) => (entry.from ?? '') <= lastDay(month) && (entry.until ?? '9999') >= firstDay(month))
    .flatMap((entry) => (entry.tariff === null ? [] : [entry.tariff]));
}
