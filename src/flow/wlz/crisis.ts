import {
  crisisPayment,
  Decimal,
  finding,
  isRefused,
  moneyValue,
  ratioValue,
  roundToCents,
  type Finding,
  type Issue,
} from '../../core';
import { inputIssue } from '../input-error';
import { row, stop, table, word, type ListMade, type ListsRead, atLine, count } from '../rule-report';

/** ZK-15. A line with `vanaf` changes the places of its provider from that day; `besloten` is the reallocation. */
export function crisis({ rulebook, lines }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  const findings: Finding[] = [];
  const providers = [...new Set(lines.map((line) => line.text('provider')))];
  const rows = providers.flatMap((provider) => {
    const own = lines.filter((line) => line.text('provider') === provider);
    const agreements = own.filter((line) => line.date('from') === null);
    const [line] = agreements;
    if (!line || agreements.length > 1) {
      issues.push(
        inputIssue('finance.crisis-agreement', { provider }, (agreements[1] ?? own[0])?.place ?? {}),
      );
      return [];
    }
    const worked = crisisPayment(rulebook, {
      year,
      places: line.decimal('places')?.toNumber() ?? 0,
      dayTariff: roundToCents(line.decimal('tariff') ?? new Decimal(0)),
      occupiedDays: line.decimal('occupied') ?? new Decimal(0),
      reallocation: line.date('decided'),
      changes: own.flatMap((change) => {
        const from = change.date('from');
        return from === null ? [] : [{ from, places: change.decimal('places')?.toNumber() ?? 0 }];
      }),
    });
    if (isRefused(worked)) {
      issues.push(...atLine(worked.issues, line));
      return [];
    }
    for (const { code, facts } of worked.notices) {
      findings.push(
        finding(
          rulebook,
          'ZK-15',
          'warning',
          { code, facts },
          { location: line.place, steps: [worked.step] },
        ),
      );
    }
    const { value } = worked;
    return [
      row(
        [
          word(provider),
          count(value.agreedDays),
          count(value.payableDays),
          ratioValue(value.occupancy),
          moneyValue(value.payment),
          moneyValue(value.declared),
          moneyValue(value.empty),
        ],
        [worked.step],
        line.place,
      ),
    ];
  });
  stop(issues);
  return {
    sections: [
      table(
        'crisis',
        ['provider', 'agreed-days', 'payable-days', 'share', 'payable', 'declared', 'empty'],
        rows,
      ),
    ],
    findings,
  };
}
