import { daysInMonth, firstDay, monthsOfYear, type IsoDate, type Money, type Month, ZERO } from '../values';
import { addMoney } from '../values/money';
import { addDays } from '../values/date';
import type { DatedCeiling } from './effective-ceiling';

/**
 * First day on which cumulative counting production exceeds the ceiling as known on that day, or null when
 * that doesn't happen within the year. Amounts of a month are spread evenly over its days (**assumed**,
 * parameter `exhaustion-spread`); a case budget gives room only as far as its client has used it by that
 * day. Exact: everything is compared in cents times the days of the month.
 * Shape: one domain and year. Errors: none.
 */
export function exhaustionDate(
  year: number,
  byMonth: ReadonlyMap<Month, { production: Money; forecast: Money }>,
  ceiling: DatedCeiling,
  spread: 'even-over-days' | 'last-day' = 'even-over-days',
): IsoDate | null {
  let before: Money = ZERO;
  const casesBefore = ceiling.cases.map((): Money => ZERO);
  for (const month of monthsOfYear(year)) {
    const days = daysInMonth(month);
    const cell = byMonth.get(month);
    const amount = cell ? addMoney(cell.production, cell.forecast) : ZERO;
    for (let day = 1; day <= days; day++) {
      const date = addDays(firstDay(month), day - 1);
      // Everything below is in cents × days, so that a daily share needs no division.
      const elapsed = BigInt(spread === 'even-over-days' ? day : day === days ? days : 0);
      const scale = BigInt(days);
      const cumulative = before * scale + amount * elapsed;
      let room = 0n;
      for (const part of ceiling.parts) if (part.from <= date) room += part.amount * scale;
      ceiling.cases.forEach((budget, index) => {
        if (budget.from > date) return;
        const used = (casesBefore[index] ?? ZERO) * scale + (budget.byMonth.get(month) ?? ZERO) * elapsed;
        const most = budget.amount * scale;
        room += used > most ? most : used > 0n ? used : 0n;
      });
      if (cumulative > room) return date;
    }
    before = addMoney(before, amount);
    ceiling.cases.forEach((budget, index) => {
      casesBefore[index] = addMoney(casesBefore[index] ?? ZERO, budget.byMonth.get(month) ?? ZERO);
    });
  }
  return null;
}
