import {
  CoreError,
  moneyValue,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Place,
} from '../values';
import { findRule, type Rulebook } from '../rulebook';
import { notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { FORM_NEEDS, FORM_RULES, PAYMENT_FORMS, type FinanceLine, type PaymentForm } from './finance-line';
import { FORM_WORK, type FormContext, type FormFigures } from './form-results';
import { formShares, type FormShare } from './form-share';
import { segmentFigures, type SegmentFigures } from './segments';

/** One group of lines, worked out. */
export interface FinanceResult extends FormFigures {
  readonly form: PaymentForm;
  readonly provider: string;
  readonly domain: string;
  /** Product or segment. */
  readonly item: string;
  /** Number of the client within the list, for budgets per client: never the client’s own key. */
  readonly client: number | null;
  readonly place: Place;
}

export interface FormTotal {
  readonly form: PaymentForm;
  readonly groups: number;
  readonly spent: Money;
  /** Sums over the groups that have the figure; null when none has. */
  readonly limit: Money | null;
  readonly payable: Money | null;
  readonly above: Money | null;
  readonly left: Money | null;
}

/** All forms side by side. */
export interface SideBySide {
  readonly results: readonly FinanceResult[];
  readonly totals: readonly FormTotal[];
  readonly shares: readonly FormShare[];
  readonly segments: readonly SegmentFigures[];
  readonly findings: readonly Finding[];
}

/** What decides which lines belong together. */
function groupKey(line: FinanceLine): string {
  const { form, provider, domain, product, segment, client } = line;
  const perClient = form === 'client-budget' || form === 'child-budget' || form === 'short-stay';
  if (form === 'open-end') return JSON.stringify([form, domain, product]);
  if (form === 'lump-sum') return JSON.stringify([form, provider, domain, segment]);
  if (form === 'child-budget') return JSON.stringify([form, domain, client]);
  return JSON.stringify([form, provider, domain, product, segment, perClient ? client : null]);
}

/** Lines that miss a field their form needs: they can't be worked out, and nothing may be left out. */
export function financeIssues(lines: readonly FinanceLine[]): Issue[] {
  return lines.flatMap((line) =>
    FORM_NEEDS[line.form]
      .filter((field) => line[field] === null || line[field] === '')
      .map((field): Issue => ({
        level: 'error',
        code: 'finance.line-misses',
        facts: { form: line.form.replaceAll('-', ''), field },
        place: line.place,
      })),
  );
}

/**
 * Works out a list of care with its ways of payment: each group by the rule of its form, the totals per form,
 * the report of shares per form and domain (ZWO-09) and segments with their number of providers (ACH-02,
 * ACH-03). A form whose rule the rulebook doesn’t have is told as not checked, with its amount. The order of
 * the lines changes nothing but the order of the results.
 * Refused: lines that contradict each other (two ceilings for one group) or miss a field.
 */
export function financeSideBySide(
  rulebook: Rulebook,
  lines: readonly FinanceLine[],
  year: number,
  asOf: IsoDate,
  uncontracted: boolean | null = null,
): SideBySide | { readonly issues: readonly Issue[] } {
  const issues = financeIssues(lines);
  if (issues.length > 0) return { issues };
  const context: FormContext = { rulebook, year, asOf, uncontracted };
  const groups = new Map<string, FinanceLine[]>();
  for (const line of lines) {
    const key = groupKey(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const clients = new Map<string, number>();
  const results: FinanceResult[] = [];
  const findings: Finding[] = [];
  for (const own of groups.values()) {
    const [first] = own;
    if (!first) continue;
    const figures = workGroup(context, own);
    if ('refused' in figures) {
      issues.push({ level: 'error', ...figures.refused, place: figures.place });
      continue;
    }
    const { form, client } = first;
    const numbered = client !== null && ['client-budget', 'child-budget', 'short-stay'].includes(form);
    if (numbered && !clients.has(client)) clients.set(client, clients.size + 1);
    results.push({
      ...figures,
      form,
      provider: form === 'open-end' ? '' : first.provider,
      domain: first.domain,
      item: form === 'lump-sum' ? first.segment : first.product,
      client: numbered ? (clients.get(client) ?? null) : null,
      place: first.place,
    });
    findings.push(
      ...figures.findings.map((found) => ({ ...found, location: found.location ?? first.place })),
    );
  }
  if (issues.length > 0) return { issues };
  const shares = sharesOf(rulebook, results);
  const segments = segmentsOf(rulebook, results, year);
  return {
    results,
    totals: PAYMENT_FORMS.filter((form) => results.some((result) => result.form === form)).map((form) =>
      totalOf(form, results),
    ),
    shares: shares.shares,
    segments: segments.segments,
    findings: [...findings, ...shares.findings, ...segments.findings],
  };
}

function workGroup(
  context: FormContext,
  lines: readonly FinanceLine[],
): ReturnType<(typeof FORM_WORK)[PaymentForm]> {
  const [first] = lines;
  const form = first?.form ?? 'effort';
  const { rule } = FORM_RULES[form];
  // P×Q and population are plain sums, which need no rule to be worked out.
  const plain = rule === null || form === 'effort';
  if (!plain && findRule(context.rulebook, rule) === null) return notInRulebook(context, rule, lines);
  try {
    return FORM_WORK[form](context, lines);
  } catch (error) {
    if (
      error instanceof CoreError &&
      (error.code === 'date-not-valid' || error.code === 'parameter-not-valid')
    ) {
      return {
        refused: { code: `finance.${error.code}`, facts: { rulebook: context.rulebook.id } },
        place: first?.place ?? {},
      };
    }
    if (error instanceof CoreError && error.code === 'parameter-unknown') {
      return notInRulebook(context, rule ?? 'ZWO-09', lines);
    }
    throw error;
  }
}

function notInRulebook({ rulebook }: FormContext, rule: string, lines: readonly FinanceLine[]): FormFigures {
  const spent = sumMoney(lines.map((line) => line.amount ?? ZERO));
  return {
    spent,
    limit: null,
    payable: null,
    above: null,
    left: null,
    result: null,
    usedUpOn: null,
    steps: [],
    findings: [
      {
        ...notChecked(rulebook, rule, {
          code: 'finance.form-without-rule',
          facts: {
            form: (lines[0]?.form ?? '').replaceAll('-', ''),
            rulebook: rulebook.id,
            amount: moneyValue(spent),
          },
        }),
        amount: spent,
      },
    ],
  };
}

function totalOf(form: PaymentForm, results: readonly FinanceResult[]): FormTotal {
  const own = results.filter((result) => result.form === form);
  const sum = (field: 'limit' | 'payable' | 'above' | 'left'): Money | null => {
    const known = own.flatMap((result) => (result[field] === null ? [] : [result[field]]));
    return known.length === 0 ? null : sumMoney(known);
  };
  return {
    form,
    groups: own.length,
    spent: sumMoney(own.map(({ spent }) => spent)),
    limit: sum('limit'),
    payable: sum('payable'),
    above: sum('above'),
    left: sum('left'),
  };
}

/** ZWO-09 over what is paid; where that isn’t known over what was spent. A forecast (ACH-04) is no spending. */
function sharesOf(rulebook: Rulebook, results: readonly FinanceResult[]): ReturnType<typeof formShares> {
  const spending = results.flatMap(({ form, domain, payable, spent }) => {
    const { share } = FORM_RULES[form];
    return share === null ? [] : [{ domain, form: share, amount: payable ?? spent }];
  });
  return formShares(rulebook, spending);
}

/** ACH-02 and ACH-03 over the lump sums, when the rulebook has segments. */
function segmentsOf(
  rulebook: Rulebook,
  results: readonly FinanceResult[],
  year: number,
): ReturnType<typeof segmentFigures> {
  const lumps = results.filter((result) => result.form === 'lump-sum');
  if (lumps.length === 0 || findRule(rulebook, 'ACH-03') === null) return { segments: [], findings: [] };
  return segmentFigures(
    rulebook,
    lumps.map(({ provider, domain, item, limit }) => ({
      provider,
      lot: domain,
      segment: item,
      amount: limit ?? ZERO,
    })),
    year,
  );
}
