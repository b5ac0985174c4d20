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
import {
  ceilingRule,
  choiceOn,
  groundOf,
  numberOn,
  parameterStep,
  ruleFor,
  type Rulebook,
} from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import { countDomain, type Counting, type ProductLookup } from '../ceilings/counting';
import { datedCeiling, effectiveCeiling, type EffectiveCeiling } from '../ceilings/effective-ceiling';
import { exhaustionDate } from '../ceilings/exhaustion';
import { nextCeiling } from '../ceilings/next-ceiling';
import { monthsWithStatus, type Outlook } from '../forecast/outlook';
import { readSector } from '../tariffs/wlz-terms';
import { finding, notChecked } from './finding';
import type { DomainFigures, Finding } from './outcome';

export { finding, notChecked } from './finding';

export { CEILING_PARAMETERS, missingCeilingParameters } from './ceiling-parameters';

/** A domain worked out: the figures and what the rules find in them. */
export interface DomainEvaluation {
  readonly figures: DomainFigures;
  readonly findings: readonly Finding[];
}

const ceilingScopeKey = (entry: CeilingEntry): string => [...entry.scope].sort().join(' + ');

/** Whether a product falls under a scope entry: its code, category (leading digits), Wlz sector, or a word of its name. */
function inScope(
  product: string,
  { description, sector }: Pick<ReturnType<ProductLookup>, 'description' | 'sector'>,
  scope: readonly string[],
): boolean {
  const code = product.toUpperCase();
  const name = (description ?? product).toLowerCase();
  return scope.some((part) => {
    const text = part.trim();
    if (/^\d{2}$/.test(text)) return code.startsWith(text);
    const asked = sector ? readSector(text) : null;
    if (asked !== null) return asked === sector;
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
  const counting = countDomain(outlook, domain, lookup, rulebook);
  const own = ceilings?.filter((entry) => entry.domain === domain && entry.year === year) ?? [];
  const whole = own.filter((entry) => entry.scope.length === 0);
  const ceiling = effectiveCeiling(rulebook, whole, counting, year, asOf);
  const total = addMoney(counting.production, counting.forecast);
  const findings: Finding[] = [];

  const { figures, full } = buildFigures(rulebook, outlook, counting, whole, ceiling, total);
  if (ceiling === null) {
    findings.push(
      notChecked(rulebook, ceilingRule(rulebook, domain), {
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
          ...groundOf(rulebook, ruleFor(rulebook, 'ceiling', domain)),
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
          ...groundOf(rulebook, ruleFor(rulebook, 'ceiling', domain)),
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
  if (overrun === ZERO) return ZERO;
  const choice = choiceOn(rulebook, 'payable-above', on);
  if (choice === 'nothing') return ZERO;
  return choice === 'all' ? overrun : null;
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

  const rule = ceilingRule(rulebook, domain);
  const rules = {
    zero: ruleFor(rulebook, 'zero-ceiling', domain),
    notRaised: ruleFor(rulebook, 'not-raised', domain),
    caseBudget: ruleFor(rulebook, 'case-budget', domain) ?? rule,
    next: ruleFor(rulebook, 'next-ceiling', domain),
    noGuarantee: ruleFor(rulebook, 'no-guarantee', domain),
    liability: ruleFor(rulebook, 'liability', domain),
  };

  // A duty to pay, or growth that the reallocation may still honour: an overrun is then no breach.
  const strict = rules.liability === null && !growsLater(rulebook, on);

  if (ceiling.base === ZERO && rules.zero !== null) {
    const strict = counting.products.filter((product) => product.treatment.treatment === 'counts');
    const amount = sumMoney(strict.flatMap((product) => [product.production, product.forecast]));
    const any = strict.some((product) => product.production !== ZERO || product.forecast !== ZERO);
    if (any) {
      found.push(
        finding(
          rulebook,
          rules.zero,
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
        rule,
        strict ? 'violation' : 'warning',
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
        rule,
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
    if (producedOver > ZERO && (ceiling.base !== ZERO || rules.zero === null)) {
      found.push(
        finding(
          rulebook,
          rule,
          strict ? 'violation' : 'warning',
          {
            code: 'checks.production-over-ceiling',
            facts: { domain, amount: moneyValue(producedOver), date: dateValue(asOf) },
          },
          { amount: producedOver, location, steps: [counting.steps.production, ceiling.steps.now] },
        ),
      );
    }
    if (rules.notRaised !== null) {
      found.push(
        finding(
          rulebook,
          rules.notRaised,
          'notice',
          { code: 'checks.not-raised', facts: { domain } },
          { location },
        ),
      );
    }
    if (rules.liability !== null) {
      found.push(
        finding(
          rulebook,
          rules.liability,
          'warning',
          { code: 'region.liability', facts: { domain, amount: moneyValue(overrun) } },
          { amount: overrun, location, steps: overrunStep ? [overrunStep] : [] },
        ),
      );
    }
    found.push(payableFinding(rulebook, domain, figures, on, overrun));
  }
  if (figures.exhaustionDate !== null && figures.exhaustionDate <= on) {
    const exhaustion = figures.steps.find((part) => part.label.code === 'steps.exhaustion');
    found.push(
      finding(
        rulebook,
        rule,
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
        rules.caseBudget,
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
  if ((figures.headroomYearEnd ?? ZERO) > ZERO && rules.next !== null) {
    const next = nextCeiling(rulebook, ceiling.effectiveYearEnd, figures.total, year);
    found.push(
      finding(
        rulebook,
        rules.next,
        'notice',
        { code: 'checks.next-ceiling', facts: { domain, year: year + 1, amount: moneyValue(next.amount) } },
        { amount: next.amount, steps: [next.step] },
      ),
    );
  }
  if ((figures.headroomYearEnd ?? ZERO) > ZERO && rules.noGuarantee !== null) {
    found.push(
      finding(
        rulebook,
        rules.noGuarantee,
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

/** Whether what lies above an agreement waits for the reallocation (`overrun-severity`, ZK-11). */
const growsLater = (rulebook: Rulebook, on: IsoDate): boolean =>
  rulebook.parameters.some(({ id }) => id === 'overrun-severity') &&
  choiceOn(rulebook, 'overrun-severity', on) === 'reallocation';

function payableFinding(
  rulebook: Rulebook,
  domain: string,
  figures: DomainFigures,
  on: IsoDate,
  overrun: Money,
): Finding {
  const parameter = parameterStep(rulebook, 'payable-above', on);
  const rule = ruleFor(rulebook, 'payable-above', domain) ?? ceilingRule(rulebook, domain);
  if (figures.payableAbove === null) {
    return finding(
      rulebook,
      rule,
      'notice',
      { code: 'checks.payable-unknown', facts: { domain } },
      { notChecked: true, steps: [parameter] },
    );
  }
  return finding(
    rulebook,
    rule,
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
      ruleFor(rulebook, 'signal', counting.domain) ?? ceilingRule(rulebook, counting.domain),
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
  const rule = ruleFor(rulebook, 'scope', domain) ?? ceilingRule(rulebook, domain);
  for (const [scope, own] of scopes) {
    const parts = own[0]?.scope ?? [];
    const within: Outlook = {
      ...outlook,
      entries: outlook.entries.filter((entry) =>
        inScope(entry.product, lookup(entry.domain, entry.product), parts),
      ),
    };
    const counting = countDomain(within, domain, lookup, rulebook);
    const ceiling = effectiveCeiling(rulebook, own, counting, outlook.year, outlook.asOf);
    if (!ceiling) {
      found.push(notChecked(rulebook, rule, { code: 'checks.scope-without-base', facts: { domain, scope } }));
      continue;
    }
    const total = addMoney(counting.production, counting.forecast);
    const { figures } = buildFigures(rulebook, within, counting, own, ceiling, total);
    const overrun = figures.overrun ?? ZERO;
    found.push(
      finding(
        rulebook,
        rule,
        overrun > ZERO
          ? growsLater(rulebook, dateOf(outlook.year, 12, 31))
            ? 'warning'
            : 'violation'
          : 'notice',
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
        ruleFor(rulebook, 'matching', domain) ?? ceilingRule(rulebook, domain),
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
