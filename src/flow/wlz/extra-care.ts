import {
  Decimal,
  extraCare,
  extraCareEarmark,
  finding,
  isRefused,
  moneyValue,
  ZERO,
  type Finding,
  type Issue,
} from '../../core';
import { row, stop, table, word, type ListMade, type ListsRead, atLine } from '../rule-report';

/** ZK-17: `omzet` is the 2021 volume, `index` the growth, `bedrag` what was realised, `openstaand` what is left of the reservation. */
export function extra({ rulebook, lines, asOf }: ListsRead): ListMade {
  const issues: Issue[] = [];
  const findings: Finding[] = [];
  const rows = lines.flatMap((line) => {
    const earmark = extraCareEarmark(
      rulebook,
      line.money('turnover') ?? ZERO,
      line.decimal('index') ?? new Decimal(0),
    );
    const realised = line.money('amount') ?? ZERO;
    const worked = extraCare(rulebook, earmark.value, realised, line.money('open') ?? ZERO, asOf);
    if (isRefused(worked)) {
      issues.push(...atLine(worked.issues, line));
      return [];
    }
    const { excess, fromUnforeseen, uncovered } = worked.value;
    if (uncovered > ZERO) {
      findings.push(
        finding(
          rulebook,
          'ZK-17',
          'warning',
          {
            code: 'finance.extra-uncovered',
            facts: { sector: line.text('sector'), amount: moneyValue(uncovered) },
          },
          { amount: uncovered, location: line.place, steps: [worked.step] },
        ),
      );
    }
    return [
      row(
        [
          word(line.text('sector')),
          moneyValue(earmark.value),
          moneyValue(realised),
          moneyValue(excess),
          moneyValue(fromUnforeseen),
          moneyValue(uncovered),
        ],
        [earmark.step, worked.step],
        line.place,
      ),
    ];
  });
  stop(issues);
  return {
    sections: [table('extra', ['sector', 'limit', 'spent', 'above', 'from-unforeseen', 'uncovered'], rows)],
    findings,
  };
}
