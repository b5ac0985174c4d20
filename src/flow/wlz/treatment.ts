import {
  Decimal,
  finding,
  isRefused,
  moneyValue,
  quantityValue,
  readDeliveryForm,
  roundToCents,
  treatmentExcess,
  type Finding,
  type Issue,
  type TreatmentDays,
} from '../../core';
import type { RuleLine } from '../../intake';
import { inputIssue } from '../input-error';
import { choose, row, stop, table, word, type ListMade, type ListsRead, atLine, count } from '../rule-report';

const PERIODS: Readonly<Record<string, 'reference' | 'actual'>> = {
  referentie: 'reference',
  reference: 'reference',
  jaar: 'actual',
  year: 'actual',
};

/** ZK-14, per provider and delivery form. */
export function treatment({ rulebook, lines, asOf }: ListsRead): ListMade {
  const issues: Issue[] = [];
  const findings: Finding[] = [];
  const groups = new Map<string, Partial<Record<'reference' | 'actual', RuleLine>>>();
  for (const line of lines) {
    const kind = choose(
      line,
      'kind',
      (text) => PERIODS[text.toLowerCase()] ?? null,
      ['referentie', 'jaar'],
      issues,
    );
    const form = choose(line, 'deliveryForm', readDeliveryForm, ['ZZP', 'VPT'], issues);
    if (kind === null || form === null) continue;
    const key = JSON.stringify([line.text('provider'), form]);
    const own = groups.get(key) ?? {};
    if (own[kind])
      issues.push(
        inputIssue('finance.treatment-twice', { provider: line.text('provider'), form }, line.place),
      );
    groups.set(key, { ...own, [kind]: line });
  }
  const rows = [...groups].flatMap(([key, { reference, actual }]) => {
    const [provider = '', form = ''] = JSON.parse(key) as string[];
    const line = actual ?? reference;
    if (!actual || !line) {
      issues.push(inputIssue('finance.treatment-no-year', { provider, form }, line?.place ?? {}));
      return [];
    }
    const daysOf = (own: RuleLine | undefined): TreatmentDays => ({
      total: own?.decimal('days') ?? new Decimal(0),
      withTreatment: own?.decimal('withTreatment') ?? new Decimal(0),
    });
    const worked = treatmentExcess(
      rulebook,
      daysOf(reference),
      daysOf(actual),
      { difference: roundToCents(actual.decimal('tariff') ?? new Decimal(0)) },
      asOf,
      actual.decimal('share'),
    );
    if (isRefused(worked)) {
      issues.push(...atLine(worked.issues, actual));
      return [];
    }
    const { allowedDays, excessDays, cut } = worked.value;
    if (excessDays.greaterThan(0)) {
      findings.push(
        finding(
          rulebook,
          'ZK-14',
          'violation',
          {
            code: 'finance.treatment-excess',
            facts: { provider, form, days: quantityValue(excessDays, null), amount: moneyValue(cut) },
          },
          { amount: cut, location: actual.place, steps: [worked.step] },
        ),
      );
    }
    return [
      row(
        [
          word(provider),
          word(form),
          count(daysOf(actual).total),
          count(daysOf(actual).withTreatment),
          count(allowedDays.toDecimalPlaces(2)),
          count(excessDays.toDecimalPlaces(2)),
          moneyValue(cut),
        ],
        [worked.step],
        actual.place,
      ),
    ];
  });
  stop(issues);
  return {
    sections: [
      table('treatment', ['provider', 'delivery', 'days', 'with', 'allowed', 'excess', 'cut'], rows),
    ],
    findings,
  };
}
