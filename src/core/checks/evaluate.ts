import type { Decimal } from '../values';
import {
  addMoney,
  dateOf,
  dateValue,
  maxMoney,
  moneyToDecimal,
  moneyValue,
  ratioValue,
  step,
  subtractMoney,
  sumMoney,
  textValue,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import { countDomain, type Counting, type ProductLookup } from '../ceilings/counting';
import { datedCeiling, effectiveCeiling, type EffectiveCeiling } from '../ceilings/effective-ceiling';
import { exhaustionDate } from '../ceilings/exhaustion';
import { nextCeiling } from '../ceilings/next-ceiling';
import { monthsWithStatus, type Outlook } from '../forecast/outlook';
import type { DomainFigures, Finding, Severity } from './outcome';

/** A domain worked out: the figures and what the rules find in them. */
export interface DomainEvaluation {
  readonly figures: DomainFigures;
  readonly findings: readonly Finding[];
}

const ceilingScopeKey = (entry: CeilingEntry): string => [...entry.scope].sort().join(' + ');

/** Whether a product falls under a scope entry: its code, its category (leading digits), or a word of its name. */
function inScope(product: string, description: string | null, scope: readonly string[]): boolean {
  const code = product.toUpperCase();
  const name = (description ?? product).toLowerCase();
  return scope.some((part) => {
    const text = part.trim();
    if (/^\d{2}$/.test(text)) return code.startsWith(text);
    return code === text.toUpperCase() || name.includes(text.toLowerCase());
  });
}

/**
 * Works out one domain of one provider: counting production and forecast, ceiling, headroom and overrun now
 * and at year end, exhaustion date, and the findings of the ceiling rules, all with steps.
 * Unit: euro, exact. Errors: none; what can't be computed is null with a `notChecked` finding.
 */
export function evaluateDomain(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  ceilings: readonly CeilingEntry[] | null,
  lookup: ProductLookup,
): DomainEvaluation {
  const { year, asOf } = outlook;
  const counting = countDomain(outlook, domain, lookup);
  const own = ceilings?.filter((entry) => entry.domain === domain && entry.year === year) ?? [];
  const whole = own.filter((entry) => entry.scope.length === 0);
  const ceiling = effectiveCeiling(rulebook, whole, counting, year, asOf);
  const total = addMoney(counting.production, counting.forecast);
  const findings: Finding[] = [];

  const { figures, full } = buildFigures(rulebook, outlook, counting, whole, ceiling, total);
  if (ceiling === null) {
    findings.push(
      notChecked(rulebook, 'ZUT-02', {
        code: ceilings === null ? 'checks.no-ceilings-given' : 'checks.no-ceiling',
        facts: { domain },
      }),
    );
  } else {
    findings.push(...ceilingFindings(rulebook, outlook, counting, whole, ceiling, figures, full));
  }
  findings.push(...scopeFindings(rulebook, outlook, domain, own, lookup));
  findings.push(...allocationFindings(rulebook, outlook, domain, lookup));
  findings.push(...treatmentFindings(counting));
  return { figures, findings };
}

function buildFigures(
  rulebook: Rulebook,
  outlook: Outlook,
  counting: Counting,
  entries: readonly CeilingEntry[],
  ceiling: EffectiveCeiling | null,
  total: Money,
): { readonly figures: DomainFigures; readonly full: readonly Step[] } {
  const { year, asOf } = outlook;
  const { domain } = counting;
  const on = dateOf(year, 12, 31);
  const steps: Step[] = [counting.steps.total, counting.steps.excluded];
  const full: Step[] = [];
  let overrun: Money | null = null;
  let overrunYearEnd: Money | null = null;
  let headroom: Money | null = null;
  let headroomYearEnd: Money | null = null;
  let exhaustion: IsoDate | null = null;
  if (ceiling) {
    const { now, yearEnd } = ceiling.steps;
    const excess = (code: string, first: Step, second: Step): { amount: Money; step: Step } => {
      const left = subtractMoney(amountOf(first), amountOf(second));
      const amount = maxMoney(ZERO, left);
      const build = (parts: readonly Step[]): Step =>
        step({ code, facts: { domain, date: dateValue(asOf), year } }, moneyValue(amount), {
          operator: 'max',
          rule: 'ZUT-02',
          source: ruleSource(rulebook, 'ZUT-02'),
          parts: [
            step({ code: 'steps.nothing', facts: {} }, moneyValue(ZERO)),
            step({ code: `${code}-difference`, facts: {} }, moneyValue(left), {
              operator: 'difference',
              parts,
            }),
          ],
        });
      full.push(build([first, second]));
      return { amount, step: build([reference(first), reference(second)]) };
    };
    const all = [
      excess('steps.overrun', counting.steps.total, now),
      excess('steps.headroom', now, counting.steps.total),
      excess('steps.overrun-year-end', counting.steps.total, yearEnd),
      excess('steps.headroom-year-end', yearEnd, counting.steps.total),
    ] as const;
    [overrun, headroom, overrunYearEnd, headroomYearEnd] = all.map((part) => part.amount) as [
      Money,
      Money,
      Money,
      Money,
    ];
    const spread = choiceOn(rulebook, 'exhaustion-spread', on) === 'last-day' ? 'last-day' : 'even-over-days';
    exhaustion = exhaustionDate(
      year,
      counting.byMonth,
      datedCeiling(rulebook, entries, counting, year),
      spread,
    );
    const spreadStep = parameterStep(rulebook, 'exhaustion-spread', on);
    steps.push(
      now,
      { ...yearEnd, parts: yearEnd.parts.map((part, index) => (index === 0 ? reference(part) : part)) },
      ...all.map((part) => part.step),
      step(
        { code: exhaustion === null ? 'steps.no-exhaustion' : 'steps.exhaustion', facts: { domain, year } },
        exhaustion === null ? textValue('–') : dateValue(exhaustion),
        {
          operator: 'derived',
          rule: 'ZUT-02',
          source: ruleSource(rulebook, 'ZUT-02'),
          assumed: spreadStep.assumed,
          parts: [spreadStep, ...monthSteps(outlook, counting)],
        },
      ),
    );
  }
  const figures: DomainFigures = {
    domain,
    production: counting.production,
    forecast: counting.forecast,
    excluded: counting.excluded,
    total,
    ceiling,
    headroom,
    headroomYearEnd,
    overrun,
    overrunYearEnd,
    exhaustionDate: exhaustion,
    overrunChance: null,
    payableAbove: payableAbove(rulebook, overrun, on),
    months: monthsWithStatus(year, asOf).map(({ month, status }) => ({
      month,
      status,
      production: counting.byMonth.get(month)?.production ?? ZERO,
      forecast: counting.byMonth.get(month)?.forecast ?? ZERO,
    })),
    products: counting.products.map((product) => ({
      product: product.product,
      description: product.description,
      treatment: product.treatment.treatment,
      production: product.production,
      forecast: product.forecast,
    })),
    steps,
  };
  return { figures, full };
}

/** A step that is worked out elsewhere in the same list: shown with its value, not with its parts again. */
const reference = (whole: Step): Step => ({ ...whole, operator: 'given', parts: [] });

const amountOf = (part: Step): Money => (part.value.kind === 'money' ? part.value.value : ZERO);

function monthSteps(outlook: Outlook, counting: Counting): Step[] {
  return monthsWithStatus(outlook.year, outlook.asOf).map(({ month }) => {
    const cell = counting.byMonth.get(month);
    return step(
      { code: 'steps.month-amount', facts: { month: { kind: 'month', value: month } } },
      moneyValue(cell ? addMoney(cell.production, cell.forecast) : ZERO),
    );
  });
}

/** NAT-03. `specific-allocations` and `crisis` need data that isn't read yet: null says so. */
function payableAbove(rulebook: Rulebook, overrun: Money | null, on: IsoDate): Money | null {
  if (overrun === null) return null;
  return overrun === ZERO || choiceOn(rulebook, 'payable-above', on) === 'nothing' ? ZERO : null;
}

/** A check that could not run, with the reason. */
export function notChecked(rulebook: Rulebook, rule: string, message: Finding['message']): Finding {
  return finding(rulebook, rule, 'notice', message, { notChecked: true });
}

/** A finding with the rule's own source from the rulebook unless told otherwise. */
export function finding(
  rulebook: Rulebook | null,
  rule: string,
  severity: Severity,
  message: Finding['message'],
  rest: Partial<Pick<Finding, 'amount' | 'location' | 'source' | 'steps' | 'notChecked'>> = {},
): Finding {
  return {
    rule,
    severity,
    notChecked: rest.notChecked ?? false,
    message,
    amount: rest.amount ?? null,
    location: rest.location ?? null,
    source: rest.source ?? (rulebook ? ruleSource(rulebook, rule) : null),
    steps: rest.steps ?? [],
  };
}

function ceilingFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  counting: Counting,
  entries: readonly CeilingEntry[],
  ceiling: EffectiveCeiling,
  figures: DomainFigures,
  full: readonly Step[],
): Finding[] {
  const { domain } = counting;
  const { year, asOf } = outlook;
  const on = dateOf(year, 12, 31);
  const found: Finding[] = [];
  const baseEntry = entries.find((entry) => entry.kind === 'base');
  const location = baseEntry?.place ?? null;
  const overrunStep = full.find((part) => part.label.code === 'steps.overrun');
  const overrunEndStep = full.find((part) => part.label.code === 'steps.overrun-year-end');
  const overrun = figures.overrun ?? ZERO;
  const overrunYearEnd = figures.overrunYearEnd ?? ZERO;

  if (ceiling.base === ZERO) {
    const strict = counting.products.filter((product) => product.treatment.treatment === 'counts');
    const amount = sumMoney(strict.flatMap((product) => [product.production, product.forecast]));
    const any = strict.some((product) => product.production !== ZERO || product.forecast !== ZERO);
    if (any) {
      found.push(
        finding(
          rulebook,
          'ZUT-01',
          'violation',
          { code: 'checks.zero-ceiling', facts: { domain, amount: moneyValue(amount) } },
          {
            amount,
            location,
            steps: overrunStep ? [overrunStep] : [],
          },
        ),
      );
    }
  } else if (overrunYearEnd > ZERO) {
    found.push(
      finding(
        rulebook,
        'ZUT-02',
        'violation',
        {
          code: 'checks.overrun',
          facts: {
            domain,
            amount: moneyValue(overrunYearEnd),
            total: moneyValue(figures.total),
            ceiling: moneyValue(ceiling.effectiveYearEnd),
            overrunNow: moneyValue(overrun),
          },
        },
        {
          amount: overrunYearEnd,
          location,
          steps: [overrunStep, overrunEndStep].filter((part) => part !== undefined),
        },
      ),
    );
  } else if (overrun > ZERO) {
    const parameter = parameterStep(rulebook, 'overrun-before-raises', on);
    const severity = choiceOn(rulebook, 'overrun-before-raises', on) === 'warning' ? 'warning' : 'violation';
    found.push(
      finding(
        rulebook,
        'ZUT-02',
        severity,
        {
          code: 'checks.overrun-before-raises',
          facts: {
            domain,
            amount: moneyValue(overrun),
            total: moneyValue(figures.total),
            ceiling: moneyValue(ceiling.effective),
            expected: moneyValue(subtractMoney(ceiling.effectiveYearEnd, ceiling.effective)),
            headroom: moneyValue(figures.headroomYearEnd ?? ZERO),
            date: dateValue(asOf),
          },
        },
        {
          amount: overrun,
          location,
          steps: [
            ...(overrunStep ? [overrunStep] : []),
            ...(overrunEndStep ? [overrunEndStep] : []),
            parameter,
          ],
        },
      ),
    );
  }
  if (overrun > ZERO) {
    const producedOver = subtractMoney(counting.production, ceiling.effective);
    if (producedOver > ZERO && ceiling.base !== ZERO) {
      found.push(
        finding(
          rulebook,
          'ZUT-02',
          'violation',
          {
            code: 'checks.production-over-ceiling',
            facts: { domain, amount: moneyValue(producedOver), date: dateValue(asOf) },
          },
          { amount: producedOver, location, steps: [counting.steps.production, ceiling.steps.now] },
        ),
      );
    }
    found.push(
      finding(rulebook, 'ZUT-07', 'notice', { code: 'checks.not-raised', facts: { domain } }, { location }),
    );
    found.push(payableFinding(rulebook, domain, figures, on, overrun));
  }
  if (figures.exhaustionDate !== null && figures.exhaustionDate <= on) {
    const exhaustion = figures.steps.find((part) => part.label.code === 'steps.exhaustion');
    found.push(
      finding(
        rulebook,
        'ZUT-02',
        'warning',
        {
          code: figures.exhaustionDate <= asOf ? 'checks.exhausted' : 'checks.exhaustion',
          facts: { domain, date: dateValue(figures.exhaustionDate) },
        },
        { location, steps: exhaustion ? [exhaustion] : [] },
      ),
    );
  }
  found.push(...signalFindings(rulebook, counting, ceiling, figures, on, location));
  if (ceiling.caseBudgets > ZERO || entries.some((entry) => entry.kind === 'case-budget')) {
    const granted = sumMoney(
      entries.filter((entry) => entry.kind === 'case-budget').map((entry) => entry.amount),
    );
    const usedNow = addMoney(ceiling.caseBudgets, ceiling.expectedCaseBudgets);
    found.push(
      finding(
        rulebook,
        'ZUT-04',
        'notice',
        {
          code: 'checks.case-budgets',
          facts: {
            domain,
            granted: moneyValue(granted),
            used: moneyValue(usedNow),
            unused: moneyValue(subtractMoney(granted, usedNow)),
            year: year + 1,
          },
        },
        {
          amount: usedNow,
          location: entries.find((entry) => entry.kind === 'case-budget')?.place ?? null,
          steps: [ceiling.steps.now],
        },
      ),
    );
  }
  if ((figures.headroomYearEnd ?? ZERO) > ZERO) {
    const next = nextCeiling(rulebook, ceiling.effectiveYearEnd, figures.total, year);
    found.push(
      finding(
        rulebook,
        'ZUT-10',
        'notice',
        { code: 'checks.next-ceiling', facts: { domain, year: year + 1, amount: moneyValue(next.amount) } },
        { amount: next.amount, steps: [next.step] },
      ),
      finding(
        rulebook,
        'ZUT-12',
        'notice',
        {
          code: 'checks.no-guarantee',
          facts: { domain, amount: moneyValue(figures.headroomYearEnd ?? ZERO) },
        },
        { amount: figures.headroomYearEnd },
      ),
    );
  }
  return found;
}

function payableFinding(
  rulebook: Rulebook,
  domain: string,
  figures: DomainFigures,
  on: IsoDate,
  overrun: Money,
): Finding {
  const parameter = parameterStep(rulebook, 'payable-above', on);
  if (figures.payableAbove === null) {
    return finding(
      rulebook,
      'NAT-03',
      'notice',
      { code: 'checks.payable-unknown', facts: { domain } },
      { notChecked: true, steps: [parameter] },
    );
  }
  return finding(
    rulebook,
    'NAT-03',
    'notice',
    {
      code: 'checks.payable-above',
      facts: { domain, payable: moneyValue(figures.payableAbove), overrun: moneyValue(overrun) },
    },
    { amount: figures.payableAbove, steps: [parameter] },
  );
}

function signalFindings(
  rulebook: Rulebook,
  counting: Counting,
  ceiling: EffectiveCeiling,
  figures: DomainFigures,
  on: IsoDate,
  location: Finding['location'],
): Finding[] {
  const threshold = numberOn(rulebook, 'signal-threshold', on);
  if (threshold === null || ceiling.effective <= ZERO) return [];
  const used = moneyToDecimal(counting.production).dividedBy(moneyToDecimal(ceiling.effective));
  const threatens = (figures.overrun ?? ZERO) > ZERO;
  if (used.lessThan(threshold) && !threatens) return [];
  return [
    finding(
      rulebook,
      'NAT-02',
      'warning',
      {
        code: threatens ? 'checks.signal-overrun' : 'checks.signal',
        facts: {
          domain: counting.domain,
          share: ratioValue(used.toDecimalPlaces(4)),
          threshold: ratioValue(threshold),
        },
      },
      {
        location,
        steps: [
          counting.steps.production,
          ceiling.steps.now,
          parameterStep(rulebook, 'signal-threshold', on),
        ],
      },
    ),
  ];
}

/** NAT-01: ceilings for products or categories, each checked by itself over the lines in its scope. */
function scopeFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  entries: readonly CeilingEntry[],
  lookup: ProductLookup,
): Finding[] {
  const scopes = new Map<string, CeilingEntry[]>();
  for (const entry of entries) {
    if (entry.scope.length === 0) continue;
    const key = ceilingScopeKey(entry);
    scopes.set(key, [...(scopes.get(key) ?? []), entry]);
  }
  const found: Finding[] = [];
  for (const [scope, own] of scopes) {
    const parts = own[0]?.scope ?? [];
    const within: Outlook = {
      ...outlook,
      entries: outlook.entries.filter((entry) =>
        inScope(entry.product, lookup(entry.domain, entry.product).description, parts),
      ),
    };
    const counting = countDomain(within, domain, lookup);
    const ceiling = effectiveCeiling(rulebook, own, counting, outlook.year, outlook.asOf);
    if (!ceiling) {
      found.push(
        notChecked(rulebook, 'NAT-01', { code: 'checks.scope-without-base', facts: { domain, scope } }),
      );
      continue;
    }
    const total = addMoney(counting.production, counting.forecast);
    const { figures } = buildFigures(rulebook, within, counting, own, ceiling, total);
    const overrun = figures.overrun ?? ZERO;
    found.push(
      finding(
        rulebook,
        'NAT-01',
        overrun > ZERO ? 'violation' : 'notice',
        {
          code: overrun > ZERO ? 'checks.scope-overrun' : 'checks.scope-within',
          facts: {
            domain,
            scope,
            amount: moneyValue(overrun > ZERO ? overrun : (figures.headroom ?? ZERO)),
            total: moneyValue(total),
            ceiling: moneyValue(ceiling.effective),
          },
        },
        {
          amount: overrun > ZERO ? overrun : figures.headroom,
          location: own[0]?.place ?? null,
          steps: figures.steps,
        },
      ),
    );
  }
  return found;
}

function allocationFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  lookup: ProductLookup,
): Finding[] {
  return outlook.unallocated
    .filter((entry) => entry.domain === domain)
    .filter((entry) => lookup(domain, entry.product).treatment.treatment !== 'excluded')
    .map((entry) =>
      finding(
        rulebook,
        'ZUT-02',
        'violation',
        {
          code: 'checks.without-allocation',
          facts: { domain, product: entry.product, lines: entry.lines, amount: moneyValue(entry.amount) },
        },
        { amount: entry.amount },
      ),
    );
}

/** Products recognised by name are shown for confirmation; negated names are doubtful. */
function treatmentFindings(counting: Counting): Finding[] {
  const found: Finding[] = [];
  for (const product of counting.products) {
    const { group, by, matched, doubtful, treatment } = product.treatment;
    const facts = {
      domain: counting.domain,
      product: product.product,
      description: product.description ?? product.product,
      name: matched ?? '',
    };
    const amount = addMoney(product.production, product.forecast);
    if (group && by === 'name') {
      found.push(
        finding(
          null,
          group.rule,
          'notice',
          {
            code: treatment === 'excluded' ? 'checks.recognised-excluded' : 'checks.recognised-raised',
            facts,
          },
          { source: group.source, amount },
        ),
      );
    }
    if (doubtful) {
      found.push(
        finding(
          null,
          doubtful.rule,
          'warning',
          { code: 'checks.doubtful-product', facts },
          { source: doubtful.source, amount },
        ),
      );
    }
  }
  return found;
}

/** The decimal share used of a ceiling; null when there is no ceiling to divide by. */
export const utilisation = (figures: DomainFigures): Decimal | null =>
  figures.ceiling && figures.ceiling.effectiveYearEnd > ZERO
    ? moneyToDecimal(figures.total).dividedBy(moneyToDecimal(figures.ceiling.effectiveYearEnd))
    : null;
