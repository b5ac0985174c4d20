import {
  addMoney,
  dateOf,
  dateValue,
  moneyToDecimal,
  moneyValue,
  ratioValue,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { ceilingRule, choiceOn, numberOn, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import type { Counting } from '../ceilings/counting';
import type { EffectiveCeiling } from '../ceilings/effective-ceiling';
import { nextCeiling } from '../ceilings/next-ceiling';
import type { Outlook } from '../forecast/outlook';
import { finding } from './finding';
import type { DomainFigures, Finding } from './outcome';

/** What the findings of one ceiling look at. */
interface Case {
  readonly rulebook: Rulebook;
  readonly domain: string;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The last day of the year. */
  readonly on: IsoDate;
  readonly counting: Counting;
  readonly entries: readonly CeilingEntry[];
  readonly ceiling: EffectiveCeiling;
  readonly figures: DomainFigures;
  /** The rule of the ceiling itself. */
  readonly rule: string;
  readonly location: Finding['location'];
  /** An overrun is a breach: there is no duty to pay and no growth that the reallocation may still honour. */
  readonly isStrict: boolean;
  readonly overrun: Money;
  readonly overrunYearEnd: Money;
  /** How the overruns were worked out, as far as they were. */
  readonly overrunSteps: readonly Step[];
  readonly overrunYearEndSteps: readonly Step[];
}

/** What the rules of a ceiling find in the figures of its domain. Errors: none. */
export function ceilingFindings(
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
  const rule = ceilingRule(rulebook, domain);
  const rules = {
    zero: ruleFor(rulebook, 'zero-ceiling', domain),
    notRaised: ruleFor(rulebook, 'not-raised', domain),
    caseBudget: ruleFor(rulebook, 'case-budget', domain) ?? rule,
    next: ruleFor(rulebook, 'next-ceiling', domain),
    noGuarantee: ruleFor(rulebook, 'no-guarantee', domain),
    liability: ruleFor(rulebook, 'liability', domain),
  };
  const stepsOf = (code: string): readonly Step[] => {
    const found = full.find((part) => part.label.code === code);
    return found ? [found] : [];
  };
  const one: Case = {
    ...{ rulebook, domain, year, asOf, on, counting, entries, ceiling, figures, rule },
    location: entries.find((entry) => entry.kind === 'base')?.place ?? null,
    isStrict: rules.liability === null && !growsLater(rulebook, on),
    overrun: figures.overrun ?? ZERO,
    overrunYearEnd: figures.overrunYearEnd ?? ZERO,
    overrunSteps: stepsOf('steps.overrun'),
    overrunYearEndSteps: stepsOf('steps.overrun-year-end'),
  };
  const { caseBudget, next, noGuarantee, notRaised, zero, liability } = rules;
  return [
    ...(ceiling.base === ZERO && zero !== null ? zeroFindings(one, zero) : overrunFindings(one)),
    ...(one.overrun > ZERO ? aboveFindings(one, zero, notRaised, liability) : []),
    ...exhaustionFindings(one),
    ...signalFindings(rulebook, counting, ceiling, figures, on, one.location),
    ...caseBudgetFindings(one, caseBudget),
    ...((figures.headroomYearEnd ?? ZERO) > ZERO ? roomFindings(one, next, noGuarantee) : []),
  ];
}

/** Anything that counts under a ceiling of nothing. */
function zeroFindings({ rulebook, domain, counting, location, overrunSteps }: Case, rule: string): Finding[] {
  const counted = counting.products.filter((product) => product.treatment.treatment === 'counts');
  if (!counted.some((product) => product.production !== ZERO || product.forecast !== ZERO)) return [];
  const amount = sumMoney(counted.flatMap((product) => [product.production, product.forecast]));
  return [
    finding(
      rulebook,
      rule,
      'violation',
      { code: 'checks.zero-ceiling', facts: { domain, amount: moneyValue(amount) } },
      { amount, location, steps: overrunSteps },
    ),
  ];
}

/** An overrun at year end; else one that the raises still to come will lift. */
function overrunFindings(one: Case): Finding[] {
  const { rulebook, domain, asOf, on, ceiling, figures, rule, location, overrun, overrunYearEnd } = one;
  if (overrunYearEnd > ZERO) {
    return [
      finding(
        rulebook,
        rule,
        one.isStrict ? 'violation' : 'warning',
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
        { amount: overrunYearEnd, location, steps: [...one.overrunSteps, ...one.overrunYearEndSteps] },
      ),
    ];
  }
  if (overrun <= ZERO) return [];
  const parameter = parameterStep(rulebook, 'overrun-before-raises', on);
  const severity = choiceOn(rulebook, 'overrun-before-raises', on) === 'warning' ? 'warning' : 'violation';
  return [
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
      { amount: overrun, location, steps: [...one.overrunSteps, ...one.overrunYearEndSteps, parameter] },
    ),
  ];
}

/** What goes with an overrun now: production above the ceiling, no raise, the duty to pay, what is paid above. */
function aboveFindings(
  one: Case,
  zero: string | null,
  notRaised: string | null,
  liability: string | null,
): Finding[] {
  const { rulebook, domain, asOf, on, counting, ceiling, figures, rule, location, overrun } = one;
  const found: Finding[] = [];
  const producedOver = subtractMoney(counting.production, ceiling.effective);
  if (producedOver > ZERO && (ceiling.base !== ZERO || zero === null)) {
    found.push(
      finding(
        rulebook,
        rule,
        one.isStrict ? 'violation' : 'warning',
        {
          code: 'checks.production-over-ceiling',
          facts: { domain, amount: moneyValue(producedOver), date: dateValue(asOf) },
        },
        { amount: producedOver, location, steps: [counting.steps.production, ceiling.steps.now] },
      ),
    );
  }
  if (notRaised !== null) {
    found.push(
      finding(rulebook, notRaised, 'notice', { code: 'checks.not-raised', facts: { domain } }, { location }),
    );
  }
  if (liability !== null) {
    found.push(
      finding(
        rulebook,
        liability,
        'warning',
        { code: 'region.liability', facts: { domain, amount: moneyValue(overrun) } },
        { amount: overrun, location, steps: one.overrunSteps },
      ),
    );
  }
  found.push(payableFinding(rulebook, domain, figures, on, overrun));
  return found;
}

function exhaustionFindings({ rulebook, domain, asOf, on, figures, rule, location }: Case): Finding[] {
  const { exhaustionDate } = figures;
  if (exhaustionDate === null || exhaustionDate > on) return [];
  const exhaustion = figures.steps.find((part) => part.label.code === 'steps.exhaustion');
  return [
    finding(
      rulebook,
      rule,
      'warning',
      {
        code: exhaustionDate <= asOf ? 'checks.exhausted' : 'checks.exhaustion',
        facts: { domain, date: dateValue(exhaustionDate) },
      },
      { location, steps: exhaustion ? [exhaustion] : [] },
    ),
  ];
}

/** What was granted for single clients and what of it is used. */
function caseBudgetFindings({ rulebook, domain, year, entries, ceiling }: Case, rule: string): Finding[] {
  const budgets = entries.filter((entry) => entry.kind === 'case-budget');
  if (ceiling.caseBudgets <= ZERO && budgets.length === 0) return [];
  const granted = sumMoney(budgets.map((entry) => entry.amount));
  const used = addMoney(ceiling.caseBudgets, ceiling.expectedCaseBudgets);
  return [
    finding(
      rulebook,
      rule,
      'notice',
      {
        code: 'checks.case-budgets',
        facts: {
          domain,
          granted: moneyValue(granted),
          used: moneyValue(used),
          unused: moneyValue(subtractMoney(granted, used)),
          year: year + 1,
        },
      },
      { amount: used, location: budgets[0]?.place ?? null, steps: [ceiling.steps.now] },
    ),
  ];
}

/** What room at year end means: the ceiling of the year after, and no right to the room. */
function roomFindings(
  { rulebook, domain, year, ceiling, figures }: Case,
  nextRule: string | null,
  noGuarantee: string | null,
): Finding[] {
  const found: Finding[] = [];
  if (nextRule !== null) {
    const next = nextCeiling(rulebook, ceiling.effectiveYearEnd, figures.total, year);
    found.push(
      finding(
        rulebook,
        nextRule,
        'notice',
        { code: 'checks.next-ceiling', facts: { domain, year: year + 1, amount: moneyValue(next.amount) } },
        { amount: next.amount, steps: [next.step] },
      ),
    );
  }
  if (noGuarantee !== null) {
    found.push(
      finding(
        rulebook,
        noGuarantee,
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
export const growsLater = (rulebook: Rulebook, on: IsoDate): boolean =>
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
