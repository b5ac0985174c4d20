import {
  domainName,
  financeSideBySide,
  FORM_RULES,
  passThrough,
  PAYMENT_FORMS,
  quantityValue,
  ratioValue,
  readPaymentForm,
  Decimal,
  lotTotal,
  moneyValue,
  roundToCents,
  findRule,
  ZERO,
  type FinanceLine,
  type FinanceResult,
  type Finding,
  type Issue,
} from '../core';
import type { OpenGrid, RuleLine } from '../intake';
import { InputError } from './input-error';
import {
  amountOrNull,
  choose,
  dayOrNull,
  readLists,
  rejectedFindings,
  row,
  stop,
  word,
  type ReportSection,
  type RuleReport,
  type RuleReportRequest,
} from './rule-report';
import type { Progress } from './types';

export interface FinanceRequest extends RuleReportRequest {
  /** Scenario of ACH-06; null is the rulebook’s own choice. */
  readonly uncontracted: boolean | null;
}

const RULES = [
  ...new Set(
    PAYMENT_FORMS.flatMap((form) => (FORM_RULES[form].rule === null ? [] : [FORM_RULES[form].rule])),
  ),
  'ZWO-09',
];

function lineOf(line: RuleLine, issues: Issue[]): FinanceLine | null {
  const form = choose(line, 'form', readPaymentForm, PAYMENT_FORMS, issues);
  if (form === null) return null;
  const domain = line.text('domain');
  const client = line.text('client');
  return {
    form,
    provider: line.text('provider'),
    domain: domainName(domain) ?? (domain === '' ? '–' : domain),
    product: line.text('product'),
    segment: line.text('segment'),
    client: client === '' ? null : client,
    month: line.month,
    quantity: line.decimal('quantity'),
    tariff: line.decimal('tariff'),
    amount: line.money('amount'),
    agreed: line.decimal('agreed'),
    ceiling: line.money('ceiling'),
    open: line.money('open'),
    from: line.date('from'),
    clients: line.decimal('clients'),
    months: line.decimal('months'),
    hours: line.decimal('hours'),
    place: line.place,
  };
}

const formWord = (form: string): { code: string; facts: Record<string, never> } => ({
  code: `finance.form-${form}`,
  facts: {},
});

/**
 * Financing forms side by side: every line worked out by the rule of its form, totals per form, shares per
 * form and domain (ZWO-09), segments (ACH-02, ACH-03) and, from the second list, prices of subcontractors
 * (ACH-05). Errors: `InputError` when a file can’t be used or lines contradict each other.
 */
export async function runFinance(
  request: FinanceRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<RuleReport> {
  const read = await readLists(
    request,
    {
      lines: { columns: [['form']], filled: ['form'] },
      second: {
        columns: [['subcontractor'], ['tariff'], ['passedOn']],
        filled: ['subcontractor', 'tariff', 'passedOn'],
      },
    },
    RULES,
    openGrid,
    progress,
  );
  const { rulebook, asOf } = read;
  const issues: Issue[] = [];
  const lines = read.lines.flatMap((line) => lineOf(line, issues) ?? []);
  stop(issues);
  const found = financeSideBySide(rulebook, lines, request.year, asOf, request.uncontracted);
  if ('issues' in found) throw new InputError(found.issues);
  const subcontracts = pricesOf(read.second, read);
  return {
    rulebook,
    title: { code: 'finance.title', facts: { rulebook: rulebook.title, year: String(request.year) } },
    year: request.year,
    sections: [
      totalsSection(found),
      detailSection(found.results),
      sharesSection(found),
      ...(found.segments.length > 0 ? segmentSections(found) : []),
      ...(subcontracts === null ? [] : [subcontracts.section]),
    ],
    findings: [...found.findings, ...(subcontracts?.findings ?? []), ...rejectedFindings(read.receipts)],
    receipts: read.receipts,
  };
}

type Found = Exclude<ReturnType<typeof financeSideBySide>, { issues: unknown }>;

const totalsSection = ({ totals }: Found): ReportSection => ({
  id: 'forms',
  title: { code: 'finance.section-forms', facts: {} },
  columns: ['form', 'groups', 'spent', 'limit', 'payable', 'above', 'left'],
  rows: totals.map((total) =>
    row([
      formWord(total.form),
      quantityValue(new Decimal(total.groups), null),
      moneyValue(total.spent),
      amountOrNull(total.limit),
      amountOrNull(total.payable),
      amountOrNull(total.above),
      amountOrNull(total.left),
    ]),
  ),
});

const detailSection = (results: readonly FinanceResult[]): ReportSection => ({
  id: 'groups',
  title: { code: 'finance.section-groups', facts: {} },
  columns: [
    'form',
    'provider',
    'domain',
    'item',
    'client',
    'spent',
    'limit',
    'payable',
    'above',
    'left',
    'result',
    'used-up',
  ],
  rows: results.map((result) =>
    row(
      [
        formWord(result.form),
        word(result.provider),
        word(result.domain),
        word(result.item),
        result.client === null ? null : quantityValue(new Decimal(result.client), null),
        moneyValue(result.spent),
        amountOrNull(result.limit),
        amountOrNull(result.payable),
        amountOrNull(result.above),
        amountOrNull(result.left),
        amountOrNull(result.result),
        dayOrNull(result.usedUpOn),
      ],
      result.steps,
      result.place,
    ),
  ),
});

const sharesSection = ({ shares }: Found): ReportSection => ({
  id: 'shares',
  title: { code: 'finance.section-shares', facts: {} },
  columns: ['domain', 'financing', 'payable', 'share'],
  rows: shares.map(({ domain, form, amount, share, step }) =>
    row(
      [
        word(domain),
        { code: `finance.financing-${form ?? 'unknown'}`, facts: {} },
        moneyValue(amount),
        share === null ? null : ratioValue(share),
      ],
      [step],
    ),
  ),
});

function segmentSections({ segments }: Found): ReportSection[] {
  const lots = [...new Set(segments.map(({ lot }) => lot))];
  return [
    {
      id: 'segments',
      title: { code: 'finance.section-segments', facts: {} },
      columns: ['domain', 'segment', 'limit', 'providers'],
      rows: segments.map(({ lot, segment, amount, providers, step }) =>
        row(
          [word(lot), word(segment), moneyValue(amount), quantityValue(new Decimal(providers), null)],
          [step],
        ),
      ),
    },
    {
      id: 'lots',
      title: { code: 'finance.section-lots', facts: {} },
      columns: ['domain', 'limit'],
      rows: lots.map((lot) => row([word(lot), moneyValue(lotTotal(segments, lot))])),
    },
  ];
}

/** ACH-05 over a list of what is passed on. */
function pricesOf(
  lines: readonly RuleLine[],
  { rulebook, asOf }: Pick<Awaited<ReturnType<typeof readLists>>, 'rulebook' | 'asOf'>,
): { readonly section: ReportSection; readonly findings: readonly Finding[] } | null {
  if (lines.length === 0) return null;
  if (findRule(rulebook, 'ACH-05') === null) {
    throw new InputError([
      {
        level: 'error',
        code: 'finance.rulebook-without-rules',
        facts: { rulebook: rulebook.id, rules: ['ACH-05'] },
        place: lines[0]?.place ?? {},
      },
    ]);
  }
  const worked = lines.map((line) => ({
    line,
    price: passThrough(
      rulebook,
      line.text('subcontractor'),
      roundToCents(line.decimal('tariff') ?? new Decimal(0)),
      line.money('passedOn') ?? ZERO,
      asOf,
    ),
  }));
  return {
    section: {
      id: 'subcontracts',
      title: { code: 'finance.section-subcontracts', facts: {} },
      columns: ['provider', 'subcontractor', 'item', 'tariff', 'passed-on', 'share'],
      rows: worked.map(({ line, price }) =>
        row(
          [
            word(line.text('provider')),
            word(line.text('subcontractor')),
            word(line.text('product')),
            moneyValue(roundToCents(line.decimal('tariff') ?? new Decimal(0))),
            amountOrNull(line.money('passedOn')),
            price.share === null ? null : ratioValue(price.share),
          ],
          price.steps,
          line.place,
        ),
      ),
    },
    findings: worked.flatMap(({ line, price }) =>
      price.findings.map((found) => ({ ...found, location: line.place })),
    ),
  };
}
