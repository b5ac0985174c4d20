import {
  addDays,
  addMoney,
  dateOf,
  dateValue,
  dayNumber,
  daysInYear,
  Decimal,
  lastDayOfQuarter,
  maxMoney,
  minMoney,
  moneyValue,
  monthOf,
  proportion,
  quantityValue,
  step,
  sumMoney,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { clientKey } from '../forecast/outlook';
import type { CeilingFigures } from '../checks/outcome';
import type { CeilingEntry } from './ceiling-entry';
import type { Counting } from './counting';

/** A ceiling with everything that moves it, for one domain (or scope) and year. */
export interface EffectiveCeiling extends CeilingFigures {
  /** Case budgets that start after the as-of date, as far as they will be used. */
  readonly expectedCaseBudgets: Money;
  readonly steps: { readonly now: Step; readonly yearEnd: Step };
}

interface CaseBudget {
  readonly client: string;
  readonly amount: Money;
  readonly from: IsoDate;
  readonly lines: readonly CeilingEntry[];
}

const firstDayOfYear = (year: number): IsoDate => dateOf(year, 1, 1);
const startOf = (entry: CeilingEntry): IsoDate => entry.from ?? firstDayOfYear(entry.year);

/** Day on which a quarter's raise becomes part of the ceiling. */
export function quarterClosesOn(rulebook: Rulebook, year: number, quarter: number): IsoDate {
  const last = lastDayOfQuarter(year, quarter);
  return addDays(last, numberOn(rulebook, 'quarter-closing-days', last)?.toNumber() ?? 0);
}

/**
 * The base amount as it counts this year: whole, or pro rata of the calendar days when it starts during the
 * year (NAT-04; rounded half up to cents once).
 */
export function baseAmount(rulebook: Rulebook, entry: CeilingEntry): { amount: Money; step: Step } {
  const label: Message = { code: 'steps.base', facts: { domain: entry.domain } };
  const given = step(label, moneyValue(entry.amount), {
    place: entry.place,
    rule: ruleFor(rulebook, 'ceiling', entry.domain),
  });
  const from = startOf(entry);
  const last = dateOf(entry.year, 12, 31);
  if (from <= firstDayOfYear(entry.year) || choiceOn(rulebook, 'pro-rata', last) !== 'calendar-days') {
    return { amount: entry.amount, step: given };
  }
  const days = new Decimal(dayNumber(last) - dayNumber(from) + 1);
  const year = new Decimal(daysInYear(entry.year));
  const parameter = parameterStep(rulebook, 'pro-rata', last);
  return proportion({
    amount: given,
    part: step({ code: 'steps.days-left', facts: {} }, quantityValue(days, null)),
    whole: step({ code: 'steps.days-in-year', facts: {} }, quantityValue(year, null)),
    label: { code: 'steps.base-pro-rata', facts: { domain: entry.domain, date: dateValue(from) } },
    exactly: { code: 'steps.share-of-year', facts: {} },
    product: { code: 'steps.amount-times-days', facts: {} },
    ground: {
      ...groundOf(rulebook, ruleFor(rulebook, 'pro-rata', entry.domain)),
      assumed: parameter.assumed,
      place: entry.place,
    },
  });
}

function caseBudgetsOf(entries: readonly CeilingEntry[]): CaseBudget[] {
  const perClient = new Map<string, CaseBudget>();
  for (const entry of entries) {
    if (entry.kind !== 'case-budget' || entry.client === null) continue;
    const key = clientKey(entry.domain, entry.client);
    const known = perClient.get(key);
    perClient.set(key, {
      client: key,
      amount: addMoney(known?.amount ?? ZERO, entry.amount),
      from: known && known.from < startOf(entry) ? known.from : startOf(entry),
      lines: [...(known?.lines ?? []), entry],
    });
  }
  return [...perClient.values()];
}

/**
 * Effective ceiling = base + raises of closed quarters (ZUT-09) + dated adjustments that have started +
 * per client the case budget as far as it is used (ZUT-04), as known on the as-of date and as expected at
 * year end.
 * Shape: one domain. Unit: euro, exact; only a pro rata base is rounded. Errors: none.
 */
export function effectiveCeiling(
  rulebook: Rulebook,
  entries: readonly CeilingEntry[],
  counting: Counting,
  year: number,
  asOf: IsoDate,
): EffectiveCeiling | null {
  const bases = entries.filter((entry) => entry.kind === 'base');
  if (bases.length === 0) return null;
  const { domain } = counting;
  const on = dateOf(year, 12, 31);
  const baseParts = bases.map((entry) => baseAmount(rulebook, entry));
  const base = sumMoney(baseParts.map((part) => part.amount));
  const baseStep =
    baseParts.length === 1 && baseParts[0]
      ? baseParts[0].step
      : step({ code: 'steps.base', facts: { domain } }, moneyValue(base), {
          operator: 'sum',
          rule: ruleFor(rulebook, 'ceiling', domain),
          parts: baseParts.map((part) => part.step),
        });

  const now: Step[] = [];
  const later: Step[] = [];
  for (const quarter of [1, 2, 3, 4]) {
    const months = [1, 2, 3].map((offset) =>
      counting.raisedByMonth.get(monthOf(year, quarter * 3 - 3 + offset)),
    );
    const production = sumMoney(months.map((month) => month?.production ?? ZERO));
    const forecast = sumMoney(months.map((month) => month?.forecast ?? ZERO));
    const closesOn = quarterClosesOn(rulebook, year, quarter);
    const closed = closesOn <= asOf;
    const amount = closed ? production : addMoney(production, forecast);
    if (amount === ZERO) continue;
    const facts = { quarter, year, date: dateValue(closesOn) };
    const raise = step(
      { code: closed ? 'steps.raise-closed' : 'steps.raise-expected', facts },
      moneyValue(amount),
      {
        operator: 'sum',
        ...groundOf(rulebook, ruleFor(rulebook, 'raise', domain)),
        parts: [
          step({ code: 'steps.raise-production', facts }, moneyValue(production)),
          ...(closed ? [] : [step({ code: 'steps.raise-forecast', facts }, moneyValue(forecast))]),
        ],
      },
    );
    (closed ? now : later).push(raise);
  }
  for (const entry of entries) {
    if (entry.kind !== 'adjustment') continue;
    const adjustment = step(
      { code: 'steps.adjustment', facts: { date: dateValue(startOf(entry)) } },
      moneyValue(entry.amount),
      { ...groundOf(rulebook, ruleFor(rulebook, 'not-raised', domain)), place: entry.place },
    );
    (startOf(entry) <= asOf ? now : later).push(adjustment);
  }

  const used: Step[] = [];
  const usedLater: Step[] = [];
  const budgets = caseBudgetsOf(entries);
  for (const [index, budget] of budgets.entries()) {
    const amounts = clientAmounts(rulebook, counting, budget, on);
    const production = sumMoney(amounts.map((amount) => amount.production));
    const forecast = sumMoney(amounts.map((amount) => amount.forecast));
    const consumed = maxMoney(ZERO, addMoney(production, forecast));
    const granted = sumMoney(budget.lines.map((line) => line.amount));
    const facts = { number: index + 1 };
    const own = step({ code: 'steps.case-client', facts }, moneyValue(consumed), {
      operator: 'max',
      parts: [
        step({ code: 'steps.nothing', facts: {} }, moneyValue(ZERO)),
        step({ code: 'steps.case-client-sum', facts }, moneyValue(addMoney(production, forecast)), {
          operator: 'sum',
          parts: [
            step({ code: 'steps.case-client-production', facts }, moneyValue(production)),
            step({ code: 'steps.case-client-forecast', facts }, moneyValue(forecast)),
          ],
        }),
      ],
    });
    const part = step({ code: 'steps.case-budget', facts }, moneyValue(minMoney(granted, consumed)), {
      operator: 'min',
      ...groundOf(rulebook, ruleFor(rulebook, 'case-budget', domain)),
      assumed: parameterStep(rulebook, 'case-budget-basis', on).assumed,
      parts: [
        step(
          { code: 'steps.case-granted', facts: { ...facts, date: dateValue(budget.from) } },
          moneyValue(granted),
          {
            place: budget.lines[0]?.place ?? null,
          },
        ),
        own,
      ],
    });
    (budget.from <= asOf ? used : usedLater).push(part);
  }

  const amountOf = (steps: readonly Step[]): Money =>
    sumMoney(steps.map((part) => (part.value.kind === 'money' ? part.value.value : ZERO)));
  const raises = amountOf(now);
  const expectedRaises = amountOf(later);
  const caseBudgets = amountOf(used);
  const expectedCaseBudgets = amountOf(usedLater);
  const effective = sumMoney([base, raises, caseBudgets]);
  const effectiveYearEnd = sumMoney([effective, expectedRaises, expectedCaseBudgets]);
  const sum = (code: string, amount: Money, parts: readonly Step[]): Step =>
    step({ code, facts: { domain, date: dateValue(asOf) } }, moneyValue(amount), { operator: 'sum', parts });
  const nowStep = step(
    { code: 'steps.ceiling-now', facts: { domain, date: dateValue(asOf) } },
    moneyValue(effective),
    {
      operator: 'sum',
      ...groundOf(rulebook, ruleFor(rulebook, 'ceiling', domain)),
      parts: [baseStep, sum('steps.raises', raises, now), sum('steps.case-budgets', caseBudgets, used)],
    },
  );
  return {
    base,
    raises,
    expectedRaises,
    caseBudgets,
    expectedCaseBudgets,
    effective,
    effectiveYearEnd,
    steps: {
      now: nowStep,
      yearEnd: step(
        { code: 'steps.ceiling-year-end', facts: { domain, year } },
        moneyValue(effectiveYearEnd),
        {
          operator: 'sum',
          ...groundOf(rulebook, ruleFor(rulebook, 'raise', domain)),
          parts: [
            nowStep,
            sum('steps.expected-raises', expectedRaises, later),
            sum('steps.expected-case-budgets', expectedCaseBudgets, usedLater),
          ],
        },
      ),
    },
  };
}

/** Counting amounts of a case-budget client, per month. */
function clientAmounts(
  rulebook: Rulebook,
  counting: Counting,
  budget: CaseBudget,
  on: IsoDate,
): { month: string; production: Money; forecast: Money }[] {
  const wholeYear = choiceOn(rulebook, 'case-budget-basis', on) !== 'from-start';
  return counting.entries
    .filter((entry) => entry.client !== null && clientKey(counting.domain, entry.client) === budget.client)
    .filter((entry) => wholeYear || entry.month >= budget.from.slice(0, 7))
    .map((entry) => ({
      month: entry.month,
      production: entry.phase === 'production' ? entry.amount : ZERO,
      forecast: entry.phase === 'forecast' ? entry.amount : ZERO,
    }));
}

/** What the ceiling is made of on any one day: for the exhaustion date. */
export interface DatedCeiling {
  /** Fixed parts with the first day they count. */
  readonly parts: readonly { readonly from: IsoDate; readonly amount: Money }[];
  /** Per case budget: its amount, first day and its client's counting amount per month. */
  readonly cases: readonly {
    readonly from: IsoDate;
    readonly amount: Money;
    readonly byMonth: ReadonlyMap<string, Money>;
  }[];
}

/** The same ceiling by date, unstarted and unclosed parts included with their day. */
export function datedCeiling(
  rulebook: Rulebook,
  entries: readonly CeilingEntry[],
  counting: Counting,
  year: number,
): DatedCeiling {
  const parts: { from: IsoDate; amount: Money }[] = [];
  for (const entry of entries) {
    if (entry.kind === 'base') {
      parts.push({ from: firstDayOfYear(year), amount: baseAmount(rulebook, entry).amount });
    } else if (entry.kind === 'adjustment') {
      parts.push({ from: startOf(entry), amount: entry.amount });
    }
  }
  for (const quarter of [1, 2, 3, 4]) {
    const months = [1, 2, 3].map((offset) =>
      counting.raisedByMonth.get(monthOf(year, quarter * 3 - 3 + offset)),
    );
    const amount = sumMoney(months.flatMap((month) => (month ? [month.production, month.forecast] : [])));
    parts.push({ from: quarterClosesOn(rulebook, year, quarter), amount });
  }
  const on = dateOf(year, 12, 31);
  return {
    parts,
    cases: caseBudgetsOf(entries).map((budget) => {
      const byMonth = new Map<string, Money>();
      for (const amount of clientAmounts(rulebook, counting, budget, on)) {
        const sum = addMoney(amount.production, amount.forecast);
        byMonth.set(amount.month, addMoney(byMonth.get(amount.month) ?? ZERO, sum));
      }
      return { from: budget.from, amount: budget.amount, byMonth };
    }),
  };
}
