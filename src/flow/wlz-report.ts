import {
  absenceDays,
  crisisPayment,
  dateOf,
  daysAboveCeiling,
  daysInMonth,
  daysInYear,
  Decimal,
  extraCare,
  extraCareEarmark,
  finding,
  isRefused,
  moneyValue,
  monthOfDate,
  monthValue,
  peakMonth,
  quantityValue,
  ratioValue,
  readDeliveryForm,
  readSector,
  regionalMoney,
  regionalPayments,
  roundToCents,
  SECTORS,
  settleConcerns,
  settlementBalance,
  treatmentExcess,
  volumeCeiling,
  ZERO,
  type Finding,
  type Issue,
  type TreatmentDays,
} from '../core';
import type { OpenGrid, RuleLine } from '../intake';
import { inputIssue } from './input-error';
import {
  amountOrNull,
  choose,
  listReport,
  row,
  stop,
  table,
  word,
  type ListMade,
  type ListReport,
  type ListsRead,
  type ReportSection,
  type RuleReport,
  type RuleReportRequest,
} from './rule-report';
import type { Progress } from './types';
import { tariffReport } from './wlz-tariffs';

export const WLZ_REPORTS = [
  'tariffs',
  'treatment',
  'crisis',
  'absence',
  'extra',
  'regional',
  'volume',
  'settlement',
] as const;
export type WlzReportName = (typeof WLZ_REPORTS)[number];

const count = (value: Decimal): { kind: 'quantity'; value: Decimal; unit: null } => ({
  kind: 'quantity',
  value,
  unit: null,
});

/** What core refuses is about the line: the whole report stops there. */
const atLine = (issues: readonly Issue[], line: RuleLine): Issue[] =>
  issues.map((issue) => ({ ...issue, level: 'error', place: line.place }));

/** ZK-16, per client: shown by line, never by the client’s own key. */
function absence({ rulebook, lines, asOf }: ListsRead): ListMade {
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

/** ZK-15. A line with `vanaf` changes the places of its provider from that day; `besloten` is the reallocation. */
function crisis({ rulebook, lines }: ListsRead, year: number): ListMade {
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

const PERIODS: Readonly<Record<string, 'reference' | 'actual'>> = {
  referentie: 'reference',
  reference: 'reference',
  jaar: 'actual',
  year: 'actual',
};

/** ZK-14, per provider and delivery form. */
function treatment({ rulebook, lines, asOf }: ListsRead): ListMade {
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

/** ZK-17: `omzet` is the 2021 volume, `index` the growth, `bedrag` what was realised, `openstaand` what is left of the reservation. */
function extra({ rulebook, lines, asOf }: ListsRead): ListMade {
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

const REGIONAL_KINDS: Readonly<Record<string, 'budget' | 'agreement'>> = {
  budget: 'budget',
  afspraak: 'agreement',
  agreement: 'agreement',
};

/** ZK-19: budgets and agreements in one list; agreements also by the month in which they are paid. */
function regional({ rulebook, lines, asOf }: ListsRead, year: number): ListMade {
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

/** ZK24-02, per provider: lines with a month are declared days, lines with a tariff are what was delivered. */
function volume({ rulebook, lines }: ListsRead, year: number): ListMade {
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

/** ZK-22, with set-off within a concern where the rulebook has it. */
function settlement({ rulebook, lines, asOf }: ListsRead): ListMade {
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

const REPORTS: Readonly<Record<WlzReportName, ListReport>> = {
  tariffs: {
    rules: ['ZK-01'],
    needs: { lines: { columns: [['product'], ['sector', 'mainSector'], ['care']], filled: ['product'] } },
    make: tariffReport,
  },
  treatment: {
    rules: ['ZK-14'],
    needs: {
      lines: {
        columns: [['provider'], ['deliveryForm'], ['kind'], ['days'], ['withTreatment'], ['tariff']],
        filled: ['provider', 'days', 'withTreatment'],
      },
    },
    make: treatment,
  },
  crisis: {
    rules: ['ZK-15'],
    needs: {
      lines: {
        columns: [['provider'], ['places'], ['tariff'], ['occupied']],
        filled: ['provider', 'places'],
      },
    },
    make: crisis,
  },
  absence: {
    rules: ['ZK-16'],
    needs: { lines: { columns: [['client'], ['days']], filled: ['client', 'days'] } },
    make: absence,
  },
  extra: {
    rules: ['ZK-17'],
    needs: {
      lines: { columns: [['sector'], ['turnover'], ['amount']], filled: ['sector', 'turnover', 'amount'] },
    },
    make: extra,
  },
  regional: {
    rules: ['ZK-19'],
    needs: { lines: { columns: [['sector'], ['kind'], ['amount']], filled: ['sector', 'kind', 'amount'] } },
    make: regional,
  },
  volume: {
    rules: ['ZK24-02'],
    needs: { lines: { columns: [['provider'], ['period'], ['days']], filled: ['provider', 'days'] } },
    make: volume,
  },
  settlement: {
    rules: ['ZK-22'],
    needs: {
      lines: { columns: [['provider'], ['amount'], ['ceiling']], filled: ['provider', 'amount', 'ceiling'] },
    },
    make: settlement,
  },
};

/**
 * One of the Wlz reports over a list: agreed tariffs (ZK-01 to ZK-09, ZK-18, ZK-24, ZK-25), treatment share
 * (ZK-14), crisis places (ZK-15), absence days (ZK-16), extra care (ZK-17), regional money (ZK-19), the
 * volume ceiling (ZK24-02) or the settlement (ZK-22). Errors: `InputError`.
 */
export function runWlzReport(
  name: WlzReportName,
  request: RuleReportRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RuleReport> {
  return listReport(name, REPORTS[name], request, openGrid, progress);
}
