import { firstDay, lastDay, type Decimal, type Message, type Month } from '../values';
import { findTariff, fittingTariffs, type TariffKnown } from './find-tariff';
import type { TariffEntry } from './tariff-list';

/** Lines of a product that hold on any day of a month, as far as they fit what is known of the care. */
function entriesInMonth(
  tariffs: readonly TariffEntry[],
  product: string,
  month: Month,
  known: TariffKnown,
): readonly TariffEntry[] {
  const code = product.trim().toUpperCase();
  const valid = tariffs
    .filter((entry) => entry.product.trim().toUpperCase() === code && entry.tariff !== null)
    .filter((entry) => (entry.from ?? '') <= lastDay(month) && (entry.until ?? '9999') >= firstDay(month));
  const { unit, ...others } = known;
  const fitting = fittingTariffs(valid, others);
  // A unit decides between tariffs; it doesn't take away the only one, which may be per hour for minutes.
  if (unit === undefined || unit === null || !differ(fitting)) return fitting;
  const perUnit = fittingTariffs(fitting, { unit });
  return perUnit.length > 0 ? perUnit : fitting;
}

const differ = (entries: readonly TariffEntry[]): boolean =>
  entries.some(({ tariff }) => tariff !== null && entries[0]?.tariff?.equals(tariff) === false);

const coversMonth = ({ from, until }: TariffEntry, month: Month): boolean =>
  (from ?? '') <= firstDay(month) && (until ?? '9999') >= lastDay(month);

/**
 * Municipal tariff of a product in a month, for what is known of the care (provider, unit, sector …): the one
 * tariff valid on all days of it. Null when the list has none, states components only, or holds different
 * tariffs that what is known doesn't tell apart (a code can carry several: level, target group); nothing is
 * guessed, and `tariffQuestion` says what would decide.
 */
export function tariffInMonth(
  tariffs: readonly TariffEntry[],
  product: string,
  month: Month,
  known: TariffKnown = {},
): Decimal | null {
  const whole = entriesInMonth(tariffs, product, month, known).filter((entry) => coversMonth(entry, month));
  return differ(whole) ? null : (whole[0]?.tariff ?? null);
}

/** All tariffs of a product that hold on any day of a month: the highest is what a stated tariff may not pass. */
export const tariffsInMonth = (
  tariffs: readonly TariffEntry[],
  product: string,
  month: Month,
  known: TariffKnown = {},
): Decimal[] =>
  entriesInMonth(tariffs, product, month, known).flatMap(({ tariff }) => (tariff === null ? [] : [tariff]));

/**
 * What would decide between the tariffs of a product in a month, as a sentence; null when there is nothing to
 * decide: one tariff, none, or one after the other within the month.
 */
export function tariffQuestion(
  tariffs: readonly TariffEntry[],
  product: string,
  month: Month,
  known: TariffKnown = {},
): Message | null {
  const whole = entriesInMonth(tariffs, product, month, known).filter((entry) => coversMonth(entry, month));
  if (!differ(whole)) return null;
  const found = findTariff(whole, { ...known, product, day: firstDay(month) });
  return found.found === 'several' ? found.message : null;
}
