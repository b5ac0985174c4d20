import {
  finding,
  isRefused,
  moneyValue,
  monthOfDate,
  monthValue,
  readSector,
  regionalMoney,
  regionalPayments,
  roundToCents,
  SECTORS,
  ZERO,
  type Issue,
} from '../../core';
import { inputIssue } from '../input-error';
import { choose, row, stop, table, word, type ListMade, type ListsRead } from '../rule-report';

const REGIONAL_KINDS: Readonly<Record<string, 'budget' | 'agreement'>> = {
  budget: 'budget',
  afspraak: 'agreement',
  agreement: 'agreement',
};

/** ZK-19: budgets and agreements in one list; agreements also by the month in which they are paid. */
export function regional({ rulebook, lines, asOf }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  const budgets: Parameters<typeof regionalMoney>[1][number][] = [];
  const agreements: Parameters<typeof regionalMoney>[2][number][] = [];
  for (const line of lines) {
    const kind = choose(
      line,
      'kind',
      (text) => REGIONAL_KINDS[text.toLowerCase()] ?? null,
      ['budget', 'afspraak'],
      issues,
    );
    const sector = choose(line, 'sector', readSector, SECTORS, issues);
    if (kind === null || sector === null) continue;
    const amount = line.money('amount') ?? ZERO;
    const region = line.text('region');
    if (kind === 'budget') {
      const quality = line.decimal('qualitySupplement');
      const fromQuality = quality === null ? ZERO : roundToCents(quality);
      budgets.push({ sector, region: region === '' ? null : region, amount, fromQuality });
      continue;
    }
    const agreedOn = line.date('from');
    if (agreedOn === null) issues.push(inputIssue('finance.agreement-without-day', {}, line.place));
    else
      agreements.push({
        sector,
        region,
        provider: line.text('provider'),
        amount,
        agreedOn,
        place: line.place,
      });
  }
  stop(issues);
  const result = regionalMoney(rulebook, budgets, agreements, asOf);
  if (isRefused(result)) {
    stop(result.issues);
    return { sections: [], findings: [] };
  }
  const found = [...result.problems, ...result.notices].map(({ level, code, facts, place }) =>
    finding(
      rulebook,
      'ZK-19',
      level === 'notice' ? 'notice' : 'violation',
      { code, facts },
      { location: place, notChecked: level === 'notice' },
    ),
  );
  const late = new Set(result.problems.map(({ place }) => `${place.file ?? ''}:${place.line ?? ''}`));
  return {
    sections: [
      table(
        'regional',
        ['sector', 'region', 'limit', 'agreed', 'flows-back', 'stays'],
        result.results.map((one) =>
          row(
            [
              word(one.sector),
              word(one.region ?? '–'),
              moneyValue(one.budget),
              moneyValue(one.agreed),
              moneyValue(one.flowsBack),
              moneyValue(one.staysInSector),
            ],
            [one.step],
          ),
        ),
      ),
      table(
        'payments',
        ['provider', 'month', 'amount'],
        agreements
          .filter(({ place }) => !late.has(`${place.file ?? ''}:${place.line ?? ''}`))
          .flatMap(({ provider, amount, agreedOn, place }) =>
            regionalPayments(amount, year, monthOfDate(agreedOn)).map((payment) =>
              row([word(provider), monthValue(payment.month), moneyValue(payment.amount)], [], place),
            ),
          ),
      ),
    ],
    findings: found,
  };
}
