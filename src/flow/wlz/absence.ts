import {
  absenceDays,
  Decimal,
  finding,
  isRefused,
  quantityValue,
  type Finding,
  type Issue,
} from '../../core';
import type { RuleLine } from '../../intake';
import { row, stop, table, type ListMade, type ListsRead, atLine, count } from '../rule-report';

/** ZK-16, per client: shown by line, never by the client’s own key. */
export function absence({ rulebook, lines, asOf }: ListsRead): ListMade {
  const issues: Issue[] = [];
  const days = new Map<string, { total: Decimal; line: RuleLine }>();
  for (const line of lines) {
    const key = line.text('client').toUpperCase();
    const known = days.get(key);
    const own = line.decimal('days') ?? new Decimal(0);
    days.set(key, { total: (known?.total ?? new Decimal(0)).plus(own), line: known?.line ?? line });
  }
  const findings: Finding[] = [];
  const rows = [...days.values()].flatMap(({ total, line }, index) => {
    const worked = absenceDays(rulebook, total, line.date('from') ?? asOf);
    if (isRefused(worked)) {
      issues.push(...atLine(worked.issues, line));
      return [];
    }
    const { declarable, notDeclarable } = worked.value;
    if (notDeclarable.greaterThan(0)) {
      findings.push(
        finding(
          rulebook,
          'ZK-16',
          'violation',
          { code: 'finance.absence-above', facts: { days: quantityValue(notDeclarable, null) } },
          { location: line.place, steps: [worked.step] },
        ),
      );
    }
    return [
      row(
        [count(new Decimal(index + 1)), count(total), count(declarable), count(notDeclarable)],
        [worked.step],
        line.place,
      ),
    ];
  });
  stop(issues);
  return { sections: [table('absence', ['client', 'days', 'declarable', 'not-declarable'], rows)], findings };
}
