import {
  addMoney,
  Decimal,
  minMoney,
  moneyValue,
  roundToCents,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Place,
  type Step,
} from '../values';
import { groundOf, ruleFor, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { regionalBudget } from '../region/regional-budget';
import { excessStep, productStep, roundedStep, sumStep } from '../region/shares';
import { childBudget } from './child-budget';
import { clientBudget } from './client-budget';
import { driverForecast } from './driver-forecast';
import { effortBased, givenAmount } from './effort-based';
import type { FinanceLine, PaymentForm } from './finance-line';
import { overrunLiability } from './liability';
import { lumpSum, outsideYear } from './lump-sum';
import { payableAboveCeiling } from './payable-above';
import { emergencyBudget, placesSubsidy } from './places-subsidy';
import { shortStay } from './short-stay';
import { threeYearSubsidy } from './three-year-subsidy';
import { trajectoryResult } from './trajectory';
import { uncontractedCare } from './uncontracted-care';

/** What a group of lines of one form comes to. Null: the form has no such figure, or it isn't known. */
export interface FormFigures {
  /** Delivered or spent. */
  readonly spent: Money;
  /** Budget, ceiling or lump sum. */
  readonly limit: Money | null;
  readonly payable: Money | null;
  readonly above: Money | null;
  readonly left: Money | null;
  /** Paid minus cost, of trajectories. */
  readonly result: Money | null;
  /** First day above the limit. */
  readonly usedUpOn: IsoDate | null;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/** A group that can't be worked out, with the reason. */
export interface FormRefusal {
  readonly refused: Message;
  readonly place: Place;
}

export interface FormContext {
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly asOf: IsoDate;
  /** Scenario of ACH-06: null is the rulebook's. */
  readonly uncontracted: boolean | null;
}

type Work = (context: FormContext, lines: readonly FinanceLine[]) => FormFigures | FormRefusal;

const NOTHING = {
  limit: null,
  payable: null,
  above: null,
  left: null,
  result: null,
  usedUpOn: null,
  findings: [],
} as const;

const total = (lines: readonly FinanceLine[], field: 'amount' | 'open'): Money =>
  sumMoney(lines.map((line) => line[field] ?? ZERO));
const volume = (lines: readonly FinanceLine[], field: 'quantity' | 'agreed'): Decimal =>
  lines.reduce((sum, line) => sum.plus(line[field] ?? 0), new Decimal(0));

/** A field that all lines of a group share: its one value, null when nobody states it, or a refusal. */
function one<T extends Money | Decimal>(
  lines: readonly FinanceLine[],
  pick: (line: FinanceLine) => T | null,
  field: string,
): { readonly value: T | null } | FormRefusal {
  let first: T | null = null;
  for (const line of lines) {
    const value = pick(line);
    if (value === null) continue;
    if (first !== null && String(first) !== String(value)) {
      return { refused: { code: `finance.differs-${field}`, facts: {} }, place: line.place };
    }
    first = value;
  }
  return { value: first };
}

const isRefusal = (found: object): found is FormRefusal => 'refused' in found;
const ceilingOf = (lines: readonly FinanceLine[]): { value: Money | null } | FormRefusal =>
  one(lines, (line) => line.ceiling, 'ceiling');
const tariffOf = (lines: readonly FinanceLine[]): { value: Decimal | null } | FormRefusal =>
  one(lines, (line) => line.tariff, 'tariff');

const at = (own: Step, line: FinanceLine): Step => ({ ...own, place: line.place });

/** P×Q per line, and its ceiling where one is stated: above it a liability, or what NAT-03 leaves payable. */
const effort: Work = ({ rulebook, asOf }, lines) => {
  const ceiling = ceilingOf(lines);
  if (isRefusal(ceiling)) return ceiling;
  const sum = sumStep(
    { code: 'finance.effort-total', facts: {} },
    lines.map((line) =>
      at(effortBased(rulebook, line.tariff ?? new Decimal(0), line.quantity ?? new Decimal(0)).step, line),
    ),
    groundOf(rulebook, 'ZWO-05'),
  );
  return againstCeiling(rulebook, asOf, sum, ceiling.value);
};

/** Spending beside a ceiling that may be there. */
function againstCeiling(
  rulebook: Rulebook,
  asOf: IsoDate,
  spent: { readonly amount: Money; readonly step: Step },
  limit: Money | null,
): FormFigures {
  if (limit === null) {
    return { ...NOTHING, spent: spent.amount, payable: spent.amount, steps: [spent.step] };
  }
  const limitStep = givenAmount('region.ceiling', limit);
  const ground = groundOf(rulebook, ruleFor(rulebook, 'ceiling'));
  const left = excessStep({ code: 'finance.left', facts: {} }, limitStep, spent.step, ground);
  if (rulebook.parameters.some(({ id }) => id === 'overrun-severity')) {
    const owed = overrunLiability(rulebook, limit, spent.amount, asOf);
    return {
      ...NOTHING,
      spent: spent.amount,
      limit,
      payable: subtractMoney(spent.amount, owed.refused),
      above: owed.overrun,
      left: left.amount,
      steps: [spent.step, left.step, ...owed.steps],
      findings: owed.findings,
    };
  }
  const above = excessStep({ code: 'region.over-ceiling', facts: {} }, spent.step, limitStep, ground);
  const extra = payableAboveCeiling(
    rulebook,
    above.amount,
    { specificAllocations: null, crisis: null },
    asOf,
  );
  return {
    ...NOTHING,
    spent: spent.amount,
    limit,
    payable: extra.amount === null ? null : addMoney(minMoney(limit, spent.amount), extra.amount),
    above: above.amount,
    left: left.amount,
    steps: [spent.step, left.step, above.step, extra.step],
  };
}

const trajectory: Work = ({ rulebook, asOf }, lines) => {
  const tariff = tariffOf(lines);
  if (isRefusal(tariff)) return tariff;
  const worked = trajectoryResult(
    rulebook,
    lines.map((line) => line.amount ?? ZERO),
    roundToCents(tariff.value ?? new Decimal(0)),
    asOf,
  );
  return {
    ...NOTHING,
    spent: worked.costs,
    payable: worked.paid,
    result: worked.result,
    steps: worked.steps,
  };
};

const perClient: Work = ({ rulebook, asOf }, lines) => {
  const budget = ceilingOf(lines);
  if (isRefusal(budget)) return budget;
  const limit = budget.value ?? ZERO;
  const spent = total(lines, 'amount');
  const worked = clientBudget(rulebook, limit, spent, asOf);
  const findings = overFinding(rulebook, 'ZWO-02', 'finance.client-above', worked.above, worked.steps, lines);
  return {
    ...NOTHING,
    spent,
    limit,
    payable: worked.payable,
    above: worked.above,
    left: worked.left,
    steps: worked.steps,
    findings,
  };
};

const perChild: Work = ({ rulebook, asOf }, lines) => {
  const budget = ceilingOf(lines);
  if (isRefusal(budget)) return budget;
  const limit = budget.value ?? ZERO;
  const spent = total(lines, 'amount');
  const open = lines.every((line) => line.open === null) ? null : total(lines, 'open');
  const worked = childBudget(rulebook, limit, spent, open, asOf);
  const left = excessStep(
    { code: 'finance.left', facts: {} },
    givenAmount('region.child-budget', limit),
    givenAmount('region.child-expected', worked.expected),
    groundOf(rulebook, 'ZWO-07'),
  );
  return {
    ...NOTHING,
    spent: worked.expected,
    limit,
    payable: worked.expected,
    above: worked.shortfall,
    left: left.amount,
    steps: [...worked.steps, left.step],
    findings: worked.findings,
  };
};

const places: Work = ({ rulebook }, lines) => {
  const ceiling = ceilingOf(lines);
  if (isRefusal(ceiling)) return ceiling;
  const tariff = tariffOf(lines);
  if (isRefusal(tariff)) return tariff;
  const limit = ceiling.value ?? ZERO;
  const worked = placesSubsidy(rulebook, volume(lines, 'quantity'), tariff.value ?? new Decimal(0), limit);
  const left = excessStep(
    { code: 'finance.left', facts: {} },
    givenAmount('region.subsidy-ceiling', limit),
    givenAmount('region.places-produced', worked.produced),
    groundOf(rulebook, 'ZWO-01'),
  );
  return {
    ...NOTHING,
    spent: worked.produced,
    limit,
    payable: worked.subsidy,
    above: worked.above,
    left: left.amount,
    steps: [...worked.steps, left.step],
    findings: overFinding(rulebook, 'ZWO-01', 'finance.subsidy-above', worked.above, worked.steps, lines),
  };
};

/** Above its limit: a violation that names the amount. */
function overFinding(
  rulebook: Rulebook,
  rule: string,
  code: string,
  above: Money,
  steps: readonly Step[],
  lines: readonly FinanceLine[],
): Finding[] {
  if (above <= ZERO) return [];
  return [
    finding(
      rulebook,
      rule,
      'violation',
      { code, facts: { amount: moneyValue(above) } },
      { amount: above, location: lines[0]?.place ?? null, steps },
    ),
  ];
}

const emergency: Work = ({ rulebook }, lines) => {
  const budget = ceilingOf(lines);
  if (isRefusal(budget)) return budget;
  const limit = budget.value ?? ZERO;
  const spent = total(lines, 'amount');
  const worked = emergencyBudget(rulebook, limit, spent);
  return {
    ...NOTHING,
    spent,
    limit,
    payable: minMoney(limit, spent),
    above: worked.uncovered,
    left: worked.left,
    steps: worked.steps,
    findings: overFinding(
      rulebook,
      'ZWO-01',
      'finance.emergency-above',
      worked.uncovered,
      worked.steps,
      lines,
    ),
  };
};

const stay: Work = ({ rulebook }, lines) => {
  const tariff = tariffOf(lines);
  if (isRefusal(tariff)) return tariff;
  const agreed = one(lines, (line) => line.agreed, 'agreed');
  if (isRefusal(agreed)) return agreed;
  const worked = shortStay(
    rulebook,
    agreed.value ?? new Decimal(0),
    volume(lines, 'quantity'),
    tariff.value ?? new Decimal(0),
  );
  return {
    ...NOTHING,
    spent: worked.delivered,
    limit: worked.budget,
    payable: minMoney(worked.budget, worked.delivered),
    above: worked.above,
    left: worked.left,
    steps: worked.steps,
    findings: overFinding(rulebook, 'ZWO-03', 'finance.stay-above', worked.above, worked.steps, lines),
  };
};

const threeYear: Work = ({ rulebook, year }, lines) => {
  const [line] = lines;
  if (!line || line.from === null || lines.length > 1) {
    return {
      refused: { code: 'finance.subsidy-twice', facts: {} },
      place: lines[1]?.place ?? line?.place ?? {},
    };
  }
  const worked = threeYearSubsidy(rulebook, line.from, line.amount ?? ZERO);
  const own = worked.years.find((part) => part.year === year);
  return {
    ...NOTHING,
    spent: own?.amount ?? ZERO,
    limit: worked.total,
    payable: own?.amount ?? ZERO,
    steps: worked.years.map(({ step: part }) => part),
    findings: own
      ? []
      : [
          notChecked(rulebook, 'ZWO-06', {
            code: 'finance.subsidy-other-years',
            facts: {
              year: String(year),
              from: { kind: 'date', value: worked.from },
              until: { kind: 'date', value: worked.until },
            },
          }),
        ],
  };
};

const lump: Work = ({ rulebook, year }, lines) => {
  const limit = ceilingOf(lines);
  if (isRefusal(limit)) return limit;
  const [first] = lines;
  if (!first || limit.value === null) {
    return { refused: { code: 'finance.lump-missing', facts: {} }, place: first?.place ?? {} };
  }
  const undated = lines.find((line) => line.amount !== null && line.month === null);
  if (undated) return { refused: { code: 'finance.lump-without-month', facts: {} }, place: undated.place };
  const byMonth = new Map<Month, Money>();
  for (const { month, amount } of lines) {
    if (month !== null) byMonth.set(month, addMoney(byMonth.get(month) ?? ZERO, amount ?? ZERO));
  }
  const worked = lumpSum(rulebook, first.provider, first.segment, year, limit.value, byMonth);
  const elsewhere = outsideYear(year, byMonth);
  const findings =
    elsewhere === ZERO
      ? worked.findings
      : [
          ...worked.findings,
          {
            ...notChecked(rulebook, 'ACH-01', {
              code: 'finance.lump-other-year',
              facts: { provider: first.provider, year: String(year), amount: moneyValue(elsewhere) },
            }),
            amount: elsewhere,
          },
        ];
  return {
    ...NOTHING,
    spent: worked.spent,
    limit: limit.value,
    payable: limit.value,
    above: worked.uncovered,
    left: worked.left,
    usedUpOn: worked.usedUpOn,
    steps: worked.steps,
    findings,
  };
};

const openEnd: Work = ({ rulebook, year }, lines) => {
  const stated = ceilingOf(lines);
  if (isRefusal(stated)) return stated;
  const parameter = `regional-budget-${(lines[0]?.product ?? '').trim().toLowerCase()}`;
  const known = rulebook.parameters.some(({ id }) => id === parameter);
  const providers = [...new Set(lines.map(({ provider }) => provider))].sort();
  const spending = providers.map((provider) => ({
    provider,
    amount: total(
      lines.filter((line) => line.provider === provider),
      'amount',
    ),
  }));
  if (stated.value === null && !known) {
    const spent = total(lines, 'amount');
    return {
      ...NOTHING,
      spent,
      payable: spent,
      steps: [],
      findings: [
        {
          ...notChecked(rulebook, 'IJS-02', {
            code: 'region.no-regional-budget',
            facts: { year: String(year), amount: moneyValue(spent) },
          }),
          amount: spent,
        },
      ],
    };
  }
  const worked = regionalBudget(rulebook, spending, year, stated.value ?? parameter);
  return {
    ...NOTHING,
    spent: worked.total,
    limit: worked.budget,
    payable: worked.total,
    above: worked.overrun,
    left: worked.left,
    steps: worked.steps,
    findings: worked.findings,
  };
};

const population: Work = ({ rulebook }, lines) => {
  const parts = lines.map((line) => {
    if (line.quantity === null || line.tariff === null)
      return at(givenAmount('finance.fixed', line.amount ?? ZERO), line);
    return at(
      roundedStep(
        { code: 'finance.population', facts: {} },
        productStep({ code: 'steps.volume-times-tariff-exact', facts: {} }, [
          step(
            { code: 'finance.inhabitants', facts: {} },
            { kind: 'quantity', value: line.quantity, unit: null },
          ),
          step(
            { code: 'finance.per-inhabitant', facts: {} },
            { kind: 'quantity', value: line.tariff, unit: '€' },
          ),
        ]),
      ).step,
      line,
    );
  });
  const sum = sumStep({ code: 'finance.population-total', facts: {} }, parts, groundOf(rulebook, 'ZWO-09'));
  return { ...NOTHING, spent: sum.amount, payable: sum.amount, steps: [sum.step] };
};

const drivers: Work = ({ rulebook, asOf }, lines) => {
  const ceiling = ceilingOf(lines);
  if (isRefusal(ceiling)) return ceiling;
  const none = new Decimal(0);
  const sum = sumStep(
    { code: 'finance.drivers-total', facts: {} },
    lines.map((line) =>
      at(
        driverForecast(rulebook, {
          clients: line.clients ?? none,
          months: line.months ?? none,
          hoursPerMonth: line.hours ?? none,
          tariff: line.tariff ?? none,
        }).step,
        line,
      ),
    ),
    groundOf(rulebook, 'ACH-04'),
  );
  return againstCeiling(rulebook, asOf, sum, ceiling.value);
};

const uncontracted: Work = ({ rulebook, asOf, uncontracted: force }, lines) => {
  const spent = total(lines, 'amount');
  const worked = uncontractedCare(rulebook, spent, asOf, force);
  return {
    ...NOTHING,
    spent,
    payable: worked.amount,
    steps: [worked.step],
    findings: worked.on
      ? []
      : [
          {
            ...notChecked(rulebook, 'ACH-06', {
              code: 'finance.uncontracted-off',
              facts: { amount: moneyValue(spent) },
            }),
            amount: spent,
          },
        ],
  };
};

/** How the lines of one group of each form are worked out. */
export const FORM_WORK: Readonly<Record<PaymentForm, Work>> = {
  effort,
  trajectory,
  'client-budget': perClient,
  'child-budget': perChild,
  places,
  emergency,
  'short-stay': stay,
  'three-year': threeYear,
  'lump-sum': lump,
  'open-end': openEnd,
  population,
  drivers,
  uncontracted,
};
