import { moneyValue, settleConcerns, settlementBalance, ZERO } from '../../core';
import type { RuleLine } from '../../intake';
import { amountOrNull, row, table, word, type ListMade, type ListsRead } from '../rule-report';

/** ZK-22, with set-off within a concern where the rulebook has it. */
export function settlement({ rulebook, lines, asOf }: ListsRead): ListMade {
  const worked = settleConcerns(
    rulebook,
    lines.map((line) => ({
      provider: line.text('provider'),
      concern: line.text('concern') === '' ? null : line.text('concern'),
      delivered: line.money('amount') ?? ZERO,
      agreement: line.money('ceiling') ?? ZERO,
    })),
    asOf,
  );
  const paidOf = (line: RuleLine | undefined): ReturnType<RuleLine['money']> => line?.money('paid') ?? null;
  return {
    sections: [
      table(
        'settlement',
        ['provider', 'concern', 'spent', 'limit', 'own', 'set-off', 'payable', 'balance'],
        worked.map((one, index) => {
          const line = lines[index];
          const paid = paidOf(line);
          const balance = paid === null ? null : settlementBalance(one.settlement, paid);
          return row(
            [
              word(one.provider),
              word(one.concern ?? ''),
              moneyValue(line?.money('amount') ?? ZERO),
              moneyValue(line?.money('ceiling') ?? ZERO),
              moneyValue(one.own),
              moneyValue(one.setOff),
              moneyValue(one.settlement),
              amountOrNull(balance?.value ?? null),
            ],
            [one.step, ...(balance ? [balance.step] : [])],
            line?.place ?? null,
          );
        }),
      ),
    ],
    findings: [],
  };
}
