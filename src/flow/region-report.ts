import {
  addMoney,
  advanceBalances,
  attributeYears,
  countOnce,
  dateOf,
  Decimal,
  extrapolateCount,
  macroBudget,
  moneyToDecimal,
  moneyValue,
  numberOn,
  offerRatios,
  quantityValue,
  ratioValue,
  referenceCeiling,
  roundToCents,
  utilisationReport,
  ZERO,
  type BudgetChange,
  type Issue,
  type Money,
  type Month,
} from '../core';
import type { OpenGrid } from '../intake';
import { inputIssue } from './input-error';
import {
  amountOrNull,
  choose,
  dayOrNull,
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

export const REGION_REPORTS = [
  'offers',
  'commitments',
  'contractors',
  'budget',
  'utilisation',
  'advances',
  'years',
] as const;
export type RegionReportName = (typeof REGION_REPORTS)[number];

/** IJS-01. The ceiling is stated, or worked out from the reference turnover and index. */
function offers({ rulebook, lines }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  const worked = lines.map((line) => {
    const turnover = line.money('turnover');
    const stated = line.money('ceiling');
    const reference =
      turnover === null ? null : referenceCeiling(rulebook, turnover, year, line.decimal('index'));
    if (stated === null && reference === null) {
      issues.push(inputIssue('finance.offer-without-ceiling', {}, line.place));
    }
    return { line, ceiling: stated ?? reference?.amount ?? ZERO, reference };
  });
  stop(issues);
  const result = offerRatios(
    rulebook,
    worked.map(({ line, ceiling }) => ({
      provider: line.text('provider'),
      ceiling,
      offer: line.money('offer'),
    })),
    year,
  );
  return {
    sections: [
      table(
        'offers',
        ['provider', 'reference', 'limit', 'offer', 'share', 'deviation'],
        worked.map(({ line, ceiling, reference }, index) => {
          const ratio = result.ratios[index];
          return row(
            [
              word(line.text('provider')),
              amountOrNull(reference?.amount ?? null),
              moneyValue(ceiling),
              amountOrNull(line.money('offer')),
              ratio?.ratio ? ratioValue(ratio.ratio) : null,
              ratio?.deviation ? ratioValue(ratio.deviation) : null,
            ],
            [...(reference ? [reference.step] : []), ...(ratio?.step ? [ratio.step] : [])],
            line.place,
          );
        }),
      ),
    ],
    findings: result.findings,
  };
}

/** IJS-03. */
function commitments({ rulebook, lines }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  const rows = lines.flatMap((line) => {
    const days = line.decimal('days');
    if (days !== null && (!days.isInteger() || !days.greaterThan(0))) {
      issues.push(inputIssue('finance.days-not-whole', { found: days.toFixed() }, line.place));
      return [];
    }
    const amount = line.money('amount') ?? ZERO;
    const worked = extrapolateCount(rulebook, amount, year, days?.toNumber() ?? null);
    return [
      row(
        [
          word(line.text('name') || line.text('product')),
          moneyValue(amount),
          quantityValue(new Decimal(worked.days), null),
          moneyValue(worked.forecast),
        ],
        worked.steps,
        line.place,
      ),
    ];
  });
  stop(issues);
  return { sections: [table('commitments', ['item', 'amount', 'days', 'forecast'], rows)], findings: [] };
}

/** IJS-04. */
function contractors({ rulebook, lines, second }: ListsRead): ListMade {
  const issues: Issue[] = [];
  const reported = lines.flatMap((line) => {
    const { month } = line;
    if (month === null) {
      issues.push(inputIssue('finance.line-without-month', {}, line.place));
      return [];
    }
    const client = line.text('client');
    const subcontractor = line.text('subcontractor');
    return [
      {
        reportedBy: line.text('provider'),
        subcontractor: subcontractor === '' ? null : subcontractor,
        product: line.text('product'),
        client: client === '' ? null : client,
        month,
        amount: line.money('amount') ?? ZERO,
      },
    ];
  });
  stop(issues);
  const mains = new Map(second.map((line) => [line.text('subcontractor'), line.text('main')]));
  const result = countOnce(rulebook, reported, mains);
  return {
    sections: [
      table(
        'contractors',
        ['main', 'own', 'subcontracted', 'total'],
        result.totals.map(({ mainContractor, own, subcontracted, total, step }) =>
          row([word(mainContractor), moneyValue(own), moneyValue(subcontracted), moneyValue(total)], [step]),
        ),
      ),
      table(
        'left-out',
        ['provider', 'item', 'month', 'amount'],
        result.leftOut.map(({ reportedBy, product, month, amount }) =>
          row([word(reportedBy), word(product), { kind: 'month', value: month }, moneyValue(amount)]),
        ),
      ),
    ],
    findings: result.findings,
  };
}

const BUDGET_KINDS: Readonly<Record<string, 'base' | 'change' | 'income' | 'rulebook'>> = {
  basis: 'base',
  base: 'base',
  wijziging: 'change',
  change: 'change',
  inkomsten: 'income',
  opbrengst: 'income',
  income: 'income',
  regelboek: 'rulebook',
  rulebook: 'rulebook',
};
const CERTAIN: Readonly<Record<string, boolean>> = {
  ja: true,
  zeker: true,
  yes: true,
  certain: true,
  nee: false,
  onzeker: false,
  no: false,
  uncertain: false,
};

/** IJS-06 and IJS-11. A line of kind `regelboek` names a parameter, whose amount is taken. */
function budget({ rulebook, lines }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  let base: Money = ZERO;
  let bases = 0;
  const changes: BudgetChange[] = [];
  for (const line of lines) {
    const kind = choose(
      line,
      'kind',
      (text) => BUDGET_KINDS[text.toLowerCase()] ?? null,
      Object.keys(BUDGET_KINDS),
      issues,
    );
    if (kind === 'base') {
      base = addMoney(base, line.money('amount') ?? ZERO);
      bases += 1;
      continue;
    }
    const certain = choose(
      line,
      'certain',
      (text) => CERTAIN[text.toLowerCase()] ?? null,
      Object.keys(CERTAIN),
      issues,
    );
    const name = line.text('name');
    const amount = kind === 'rulebook' ? parameterAmount(rulebook, name, year) : line.money('amount');
    if (amount === null) {
      issues.push(inputIssue('finance.budget-without-amount', { name, rulebook: rulebook.id }, line.place));
    } else if (kind !== null && certain !== null) {
      changes.push({ name, amount, certain, kind: kind === 'income' ? 'income' : 'change' });
    }
  }
  if (bases === 0) issues.push(inputIssue('finance.budget-without-base', {}));
  stop(issues);
  const result = macroBudget(rulebook, base, changes);
  const [certain, lowest, highest, withAll] = result.steps;
  const line = (name: string, amount: Money, step: (typeof result.steps)[number] | undefined) =>
    row([{ code: `finance.budget-${name}`, facts: {} }, moneyValue(amount)], step ? [step] : []);
  return {
    sections: [
      table(
        'budget',
        ['item', 'amount'],
        [
          line('base', result.base, undefined),
          line('certain', result.certain, certain),
          line('lowest', result.lowest, lowest),
          line('highest', result.highest, highest),
          line('all', result.withAll, withAll),
        ],
      ),
    ],
    findings: [],
  };
}

function parameterAmount(rulebook: ListsRead['rulebook'], name: string, year: number): Money | null {
  const found = rulebook.parameters.find(({ id, unit }) => id === name && unit === 'euro');
  if (!found) return null;
  const amount = numberOn(rulebook, name, dateOf(year, 12, 31));
  return amount === null ? null : roundToCents(amount);
}

/** IJS-07. A line without a month states the budget. */
function utilisation({ rulebook, lines }: ListsRead, year: number): ListMade {
  const known = new Map<
    string,
    { budget: Money | null; byMonth: Map<Month, { declared: Money; forecast: Money }> }
  >();
  const issues: Issue[] = [];
  for (const line of lines) {
    const name = line.text('municipality');
    const own = known.get(name) ?? {
      budget: null,
      byMonth: new Map<Month, { declared: Money; forecast: Money }>(),
    };
    known.set(name, own);
    const stated = line.money('ceiling');
    if (stated !== null) {
      if (own.budget !== null && own.budget !== stated) {
        issues.push(inputIssue('finance.differs-ceiling', {}, line.place));
      }
      own.budget = stated;
    }
    const [declared, forecast] = [line.money('declared'), line.money('forecast')];
    if (line.month === null) {
      if (declared !== null || forecast !== null) {
        issues.push(inputIssue('finance.line-without-month', {}, line.place));
      }
      continue;
    }
    const cell = own.byMonth.get(line.month) ?? { declared: ZERO, forecast: ZERO };
    own.byMonth.set(line.month, {
      declared: addMoney(cell.declared, declared ?? ZERO),
      forecast: addMoney(cell.forecast, forecast ?? ZERO),
    });
  }
  stop(issues);
  const result = utilisationReport(
    rulebook,
    [...known].map(([municipality, own]) => ({ municipality, ...own })),
    year,
  );
  return {
    sections: [
      table(
        'utilisation',
        ['municipality', 'limit', 'declared', 'forecast', 'total', 'share', 'used-up'],
        result.lines.map((line) =>
          row(
            [
              word(line.municipality),
              amountOrNull(line.budget),
              moneyValue(line.declared),
              moneyValue(line.forecast),
              moneyValue(line.total),
              line.utilisation === null ? null : ratioValue(line.utilisation),
              dayOrNull(line.exhaustionDate),
            ],
            line.steps,
          ),
        ),
      ),
      table(
        'utilisation-months',
        ['municipality', 'month', 'declared', 'forecast', 'total', 'share'],
        [...known].sort(byName).flatMap(([municipality, own]) => monthRows(municipality, own)),
      ),
    ],
    findings: result.findings,
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Month by month what has been used of a budget up to and including it. */
function monthRows(
  municipality: string,
  own: {
    readonly budget: Money | null;
    readonly byMonth: ReadonlyMap<Month, { readonly declared: Money; readonly forecast: Money }>;
  },
): ReportSection['rows'] {
  let total: Money = ZERO;
  return [...own.byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { declared, forecast }]) => {
      total = addMoney(total, addMoney(declared, forecast));
      const { budget } = own;
      return row([
        word(municipality),
        { kind: 'month', value: month },
        moneyValue(declared),
        moneyValue(forecast),
        moneyValue(total),
        budget === null || budget <= ZERO
          ? null
          : ratioValue(moneyToDecimal(total).dividedBy(moneyToDecimal(budget)).toDecimalPlaces(6)),
      ]);
    });
}

const ADVANCE_KINDS: Readonly<Record<string, 'advance' | 'repayment' | 'invoice'>> = {
  voorschot: 'advance',
  advance: 'advance',
  terugbetaling: 'repayment',
  repayment: 'repayment',
  factuur: 'invoice',
  invoice: 'invoice',
};

/** IJS-09. */
function advances({ rulebook, lines }: ListsRead): ListMade {
  const issues: Issue[] = [];
  const entries = lines.flatMap((line) => {
    const kind = choose(
      line,
      'kind',
      (text) => ADVANCE_KINDS[text.toLowerCase()] ?? null,
      Object.keys(ADVANCE_KINDS),
      issues,
    );
    if (kind === null) return [];
    return [
      {
        party: line.text('provider') || line.text('municipality'),
        kind,
        amount: line.money('amount') ?? ZERO,
        reference: line.text('reference'),
      },
    ];
  });
  stop(issues);
  return {
    sections: [
      table(
        'advances',
        ['provider', 'advances', 'invoices', 'balance'],
        advanceBalances(rulebook, entries).map(({ party, advances: paid, invoices, balance, step }) =>
          row([word(party), moneyValue(paid), moneyValue(invoices), moneyValue(balance)], [step]),
        ),
      ),
    ],
    findings: [],
  };
}

/** IJS-10. */
function years({ rulebook, lines }: ListsRead, year: number): ListMade {
  const issues: Issue[] = [];
  const rows = lines.flatMap((line) => {
    const share = line.decimal('share');
    if (share !== null && (share.isNegative() || share.greaterThan(1))) {
      issues.push(inputIssue('finance.share-out-of-range', { found: share.toFixed() }, line.place));
      return [];
    }
    const amount = line.money('amount') ?? ZERO;
    const worked = attributeYears(rulebook, amount, year, share, line.money('maximum'));
    return [
      row(
        [
          word(line.text('name') || line.text('product') || line.text('provider')),
          moneyValue(amount),
          moneyValue(worked.previous),
          moneyValue(worked.current),
        ],
        worked.steps,
        line.place,
      ),
    ];
  });
  stop(issues);
  return { sections: [table('years', ['item', 'amount', 'previous', 'current'], rows)], findings: [] };
}

const REPORTS: Readonly<Record<RegionReportName, ListReport>> = {
  offers: {
    rules: ['IJS-01'],
    needs: { lines: { columns: [['provider'], ['ceiling', 'turnover']], filled: ['provider'] } },
    make: offers,
  },
  commitments: {
    rules: ['IJS-03'],
    needs: { lines: { columns: [['name', 'product'], ['amount']], filled: ['amount'] } },
    make: commitments,
  },
  contractors: {
    rules: ['IJS-04'],
    needs: {
      lines: {
        columns: [['provider'], ['product'], ['period'], ['amount']],
        filled: ['provider', 'product', 'amount'],
      },
      second: { columns: [['subcontractor'], ['main']], filled: ['subcontractor', 'main'] },
    },
    make: contractors,
  },
  budget: {
    rules: ['IJS-06', 'IJS-11'],
    needs: { lines: { columns: [['name'], ['kind'], ['amount']], filled: ['name', 'kind'] } },
    make: budget,
  },
  utilisation: {
    rules: ['IJS-07'],
    needs: {
      lines: { columns: [['municipality'], ['period'], ['declared', 'forecast']], filled: ['municipality'] },
    },
    make: utilisation,
  },
  advances: {
    rules: ['IJS-09'],
    needs: {
      lines: { columns: [['provider', 'municipality'], ['kind'], ['amount']], filled: ['kind', 'amount'] },
    },
    make: advances,
  },
  years: {
    rules: ['IJS-10'],
    needs: { lines: { columns: [['name', 'product', 'provider'], ['amount']], filled: ['amount'] } },
    make: years,
  },
};

/**
 * One of the region’s reports over a list: offers and ceilings (IJS-01), running commitments (IJS-03), main
 * and subcontractors (IJS-04), the macro-budget (IJS-06, IJS-11), utilisation per municipality (IJS-07),
 * advances (IJS-09) or attribution to years (IJS-10). Errors: `InputError`.
 */
export function runRegionReport(
  name: RegionReportName,
  request: RuleReportRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RuleReport> {
  return listReport(name, REPORTS[name], request, openGrid, progress);
}
