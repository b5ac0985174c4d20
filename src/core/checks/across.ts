import {
  addMoney,
  dateOf,
  moneyValue,
  monthValue,
  ratioValue,
  step,
  sumMoney,
  ZERO,
  type Money,
} from '../values';
import { numberOn, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { isLate, monthsWithStatus, type LeftOutReason, type Outlook } from '../forecast/outlook';
import { finding, notChecked } from './finding';
import type { DomainFigures, Finding } from './outcome';

/** A provider's figures, as far as ZUT-05 needs them. */
export interface ProviderFigures {
  readonly provider: string;
  readonly domains: readonly DomainFigures[];
}

/**
 * ZUT-05: providers with headroom that deliver the same product, most room first. Room is the headroom as
 * known now; a provider without a ceiling is no candidate.
 */
export function candidatesWithRoom(
  others: readonly ProviderFigures[],
  domain: string,
  product: string,
): { readonly provider: string; readonly headroom: Money }[] {
  return others
    .flatMap(({ provider, domains }) =>
      domains
        .filter((figures) => figures.domain === domain && (figures.headroom ?? ZERO) > ZERO)
        .filter((figures) => figures.products.some((other) => other.product === product))
        .map((figures) => ({ provider, headroom: figures.headroom ?? ZERO })),
    )
    .sort((a, b) =>
      a.headroom === b.headroom ? (a.provider < b.provider ? -1 : 1) : a.headroom > b.headroom ? -1 : 1,
    );
}

/**
 * Findings that look over all domains of a provider, and over the other providers that were read.
 * `allocations`: what was found on open allocations (ZUT-03); null when none were given, which is then said.
 */
export function acrossFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  domains: readonly DomainFigures[],
  others: readonly ProviderFigures[],
  allocations: readonly Finding[] | null = null,
): Finding[] {
  const found: Finding[] = [];
  const separate = ruleFor(rulebook, 'separate-domains');
  const elsewhere = ruleFor(rulebook, 'other-providers');
  const yearEnd = ruleFor(rulebook, 'year-end');
  const lag = ruleFor(rulebook, 'lag');
  const over = domains.filter((figures) => (figures.overrun ?? ZERO) > ZERO);
  const under = domains.filter((figures) => (figures.headroom ?? ZERO) > ZERO);

  for (const figures of over) {
    if (separate === null || under.length === 0) continue;
    found.push(
      finding(rulebook, separate, 'notice', {
        code: 'checks.separate-domains',
        facts: {
          over: figures.domain,
          amount: moneyValue(figures.overrun ?? ZERO),
          under: under.map((other) => other.domain),
        },
      }),
    );
  }
  for (const figures of over) {
    if (elsewhere === null) break;
    if (others.length === 0) {
      found.push(
        notChecked(rulebook, elsewhere, {
          code: 'checks.no-other-providers',
          facts: { domain: figures.domain },
        }),
      );
      continue;
    }
    for (const product of figures.products) {
      if (product.treatment !== 'counts') continue;
      const candidates = candidatesWithRoom(others, figures.domain, product.product);
      found.push(
        finding(
          rulebook,
          elsewhere,
          'notice',
          candidates.length === 0
            ? { code: 'checks.no-candidates', facts: { domain: figures.domain, product: product.product } }
            : {
                code: 'checks.candidates',
                facts: {
                  domain: figures.domain,
                  product: product.product,
                  candidates: candidates.flatMap(({ provider, headroom }) => [
                    provider,
                    moneyValue(headroom),
                  ]),
                },
              },
        ),
      );
    }
  }
  if (allocations !== null) found.push(...allocations);
  else if (yearEnd !== null) {
    found.push(
      notChecked(rulebook, yearEnd, {
        code: 'checks.no-allocation-dates',
        facts: { year: outlook.year + 1 },
      }),
    );
  }
  const late = lateFindings(rulebook, outlook);
  found.push(...(late.length > 0 ? late : incompleteMonths(rulebook, outlook, domains)));
  found.push(...leftOutFindings(outlook));
  if (lag !== null) {
    // One finding per reason: domains that lack the chance for the same reason share it.
    const reasons = new Map(
      domains
        .filter(({ ceiling, overrunChance }) => ceiling !== null && overrunChance === null)
        .map(({ chanceNote }) => chanceNote ?? { code: 'checks.no-chance', facts: {} })
        .map((reason) => [JSON.stringify(reason), reason]),
    );
    for (const reason of reasons.values()) found.push(notChecked(rulebook, lag, reason));
  }
  return found;
}

/** NAT-05: what was added by estimate to months that are over, month by month. */
function lateFindings(rulebook: Rulebook, outlook: Outlook): Finding[] {
  const late = outlook.entries.filter((entry) => isLate(entry, outlook.asOf));
  if (late.length === 0) return [];
  const amount = sumMoney(late.map((entry) => entry.amount));
  const months = [...new Set(late.map((entry) => entry.month))].sort();
  return [
    finding(
      rulebook,
      ruleFor(rulebook, 'lag') ?? 'NAT-05',
      'notice',
      {
        code: 'checks.late-counted',
        facts: { amount: moneyValue(amount), months: months.map(monthValue) },
      },
      {
        amount,
        steps: [
          step({ code: 'checks.late-total', facts: {} }, moneyValue(amount), {
            operator: 'sum',
            assumed: { code: 'checks.late-assumed', facts: {} },
            parts: late.map(({ domain, product, month, amount: part }) =>
              step(
                { code: 'checks.late-part', facts: { domain, product, month: monthValue(month) } },
                moneyValue(part),
              ),
            ),
          }),
        ],
      },
    ),
  ];
}

/** NAT-05: which closed months may still grow, and that nothing was estimated for them. */
function incompleteMonths(
  rulebook: Rulebook,
  outlook: Outlook,
  domains: readonly DomainFigures[],
): Finding[] {
  const on = dateOf(outlook.year, 12, 31);
  const rule = ruleFor(rulebook, 'lag');
  if (rule === null) return [];
  const count = numberOn(rulebook, 'incomplete-months', on)?.toNumber() ?? 0;
  const closed = monthsWithStatus(outlook.year, outlook.asOf).filter(({ status }) => status !== 'forecast');
  const recent = count > 0 ? closed.slice(-count) : [];
  if (recent.length === 0) return [];
  const names = new Set<string>(recent.map(({ month }) => month));
  const amount = sumMoney(
    domains.flatMap((figures) =>
      figures.months.filter((month) => names.has(month.month)).map((month) => month.production),
    ),
  );
  const share = numberOn(rulebook, 'completion-share', on);
  return [
    finding(
      rulebook,
      rule,
      'notice',
      {
        code: 'checks.incomplete-months',
        facts: {
          months: recent.map(({ month }) => monthValue(month)),
          amount: moneyValue(amount),
          share: share ? ratioValue(share) : '–',
        },
      },
      {
        amount,
        steps: [
          parameterStep(rulebook, 'incomplete-months', on),
          parameterStep(rulebook, 'completion-share', on),
        ],
      },
    ),
  ];
}

const LEFT_OUT_RULE: Record<LeftOutReason, string> = {
  'other-year': 'CHK-21',
  'after-as-of': 'CHK-22',
  'already-closed': 'CHK-23',
  'covered-by-production': 'CHK-24',
  'still-to-declare': 'NAT-05',
};

/** Amounts of the source that are not part of the figures, one finding per reason. Never silent. */
function leftOutFindings(outlook: Outlook): Finding[] {
  const byReason = new Map<LeftOutReason, { amount: Money; count: number; phase: Set<string> }>();
  for (const entry of outlook.leftOut) {
    const known = byReason.get(entry.reason) ?? { amount: ZERO, count: 0, phase: new Set<string>() };
    known.amount = addMoney(known.amount, entry.amount);
    known.count += 1;
    byReason.set(entry.reason, known);
  }
  return [...byReason].map(([reason, { amount, count }]) =>
    finding(
      null,
      LEFT_OUT_RULE[reason],
      reason === 'covered-by-production' || reason === 'still-to-declare' ? 'notice' : 'warning',
      { code: `checks.left-out-${reason}`, facts: { amount: moneyValue(amount), count, year: outlook.year } },
      { amount },
    ),
  );
}
