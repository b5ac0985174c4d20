import {
  dateOf,
  daysAboveCeiling,
  daysInMonth,
  daysInYear,
  Decimal,
  finding,
  isRefused,
  moneyValue,
  monthValue,
  peakMonth,
  quantityValue,
  roundToCents,
  volumeCeiling,
  ZERO,
  type Finding,
  type Issue,
} from '../../core';
import {
  row,
  stop,
  table,
  word,
  type ListMade,
  type ListsRead,
  type ReportSection,
  atLine,
  count,
} from '../rule-report';

/** ZK24-02, per provider: lines with a month are declared days, lines with a tariff are what was delivered. */
export function volume({ rulebook, lines }: ListsRead, year: number): ListMade {
  const on = dateOf(year, 12, 31);
  const issues: Issue[] = [];
  const findings: Finding[] = [];
  const rows: ReportSection['rows'][number][] = [];
  const out: ReportSection['rows'][number][] = [];
  for (const provider of new Set(lines.map((line) => line.text('provider')))) {
    const own = lines.filter((line) => line.text('provider') === provider);
    const [first] = own;
    if (!first) continue;
    const months = own.flatMap((line) =>
      line.month === null ? [] : [{ month: line.month, days: line.decimal('days') ?? new Decimal(0), line }],
    );
    const peak = peakMonth(rulebook, months, on);
    if (isRefused(peak)) {
      issues.push(...atLine(peak.issues, first));
      continue;
    }
    const ceiling = volumeCeiling(rulebook, peak.value.days, peak.value.month, year, on);
    if (isRefused(ceiling)) {
      issues.push(...atLine(ceiling.issues, first));
      continue;
    }
    const delivered = own.flatMap((line) =>
      line.month !== null
        ? []
        : [
            {
              product: line.text('product'),
              days: line.decimal('days') ?? new Decimal(0),
              dayAmount: roundToCents(line.decimal('tariff') ?? new Decimal(0)),
              place: line.place,
            },
          ],
    );
    const taken = daysAboveCeiling(rulebook, delivered, ceiling.value);
    if (isRefused(taken)) {
      issues.push(...atLine(taken.issues, first));
      continue;
    }
    const total = delivered.reduce((sum, line) => sum.plus(line.days), new Decimal(0));
    const amount = taken.step.value.kind === 'money' ? taken.step.value.value : ZERO;
    rows.push(
      row(
        [
          word(provider),
          monthValue(peak.value.month),
          count(peak.value.days),
          count(ceiling.value),
          count(total),
          count(Decimal.max(0, total.minus(ceiling.value))),
          moneyValue(amount),
        ],
        [peak.step, ceiling.step, taken.step],
        first.place,
      ),
    );
    for (const { product, days, amount: part } of taken.value) {
      out.push(row([word(provider), word(product), count(days), moneyValue(part)], [taken.step]));
    }
    if (amount > ZERO) {
      findings.push(
        finding(
          rulebook,
          'ZK24-02',
          'violation',
          {
            code: 'finance.days-above',
            facts: {
              provider,
              days: quantityValue(total.minus(ceiling.value), null),
              amount: moneyValue(amount),
            },
          },
          { amount, location: first.place, steps: [ceiling.step, taken.step] },
        ),
      );
    }
    // A provider tells the care office of a month with more days than the ceiling implies.
    for (const { month, days, line } of months) {
      if (!month.startsWith(String(year))) continue;
      const implied = ceiling.value.times(daysInMonth(month)).dividedBy(daysInYear(year));
      if (!days.greaterThan(implied)) continue;
      findings.push(
        finding(
          rulebook,
          'ZK24-02',
          'warning',
          {
            code: 'finance.month-above',
            facts: {
              provider,
              month: monthValue(month),
              days: quantityValue(days, null),
              implied: quantityValue(implied.toDecimalPlaces(2), null),
            },
          },
          { location: line.place, steps: [ceiling.step] },
        ),
      );
    }
  }
  stop(issues);
  return {
    sections: [
      table('volume', ['provider', 'peak', 'peak-days', 'allowed', 'days', 'excess', 'cut'], rows),
      table('days-out', ['provider', 'item', 'days', 'amount'], out),
    ],
    findings,
  };
}
