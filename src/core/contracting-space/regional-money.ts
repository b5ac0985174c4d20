import {
  dateValue,
  divideMoney,
  maxMoney,
  minMoney,
  moneyValue,
  monthsOfYear,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Month,
  type Place,
  type Step,
} from '../values';
import { dateOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { parameterIfValid } from '../tariffs/parameter-if-valid';
import { notice, refused, type Refused } from '../tariffs/worked';
import type { Sector } from '../tariffs/wlz-terms';

/** Money for regional development of a sector in a region. */
export interface RegionalBudget {
  readonly sector: Sector;
  /** Null for a budget of all regions together (GGZ). */
  readonly region: string | null;
  readonly amount: Money;
  /** Of the amount: from the quality supplement (V&V, ZK-09). */
  readonly fromQuality: Money;
}

/** An agreement in an addendum. */
export interface RegionalAgreement {
  readonly sector: Sector;
  readonly region: string;
  readonly provider: string;
  readonly amount: Money;
  readonly agreedOn: IsoDate;
  readonly place: Place;
}

export interface RegionalResult {
  readonly sector: Sector;
  readonly region: string | null;
  readonly budget: Money;
  /** Agreed in time, at most the budget. */
  readonly agreed: Money;
  /** Unused, back into the contracting space at the reallocation. */
  readonly flowsBack: Money;
  /** Unused from the quality supplement: stays available for V&V. */
  readonly staysInSector: Money;
  /** Step of the unused money. */
  readonly step: Step;
}

export interface RegionalMoney {
  readonly results: readonly RegionalResult[];
  /** Agreements too late, above the money of their region, or for a region without money. */
  readonly problems: readonly Issue[];
  readonly notices: readonly Issue[];
}

/**
 * ZK-19: agreements against the regional money, per sector and region, without transfer between regions (GGZ:
 * one sum for all regions). Agreements after the deadline don't count; what is unused flows back at the
 * reallocation, except that V&V keeps the part from the quality supplement (used last: **assumed**, since it
 * stays anyway). Unit: euro, exact. Refused: two budgets for one sector and region, more quality money than
 * money, negative amounts.
 */
export function regionalMoney(
  rulebook: Rulebook,
  budgets: readonly RegionalBudget[],
  agreements: readonly RegionalAgreement[],
  on: IsoDate,
): RegionalMoney | Refused {
  const issues = budgetProblems(rulebook, budgets, on);
  if (issues.length > 0) return { issues };
  const deadline = dateOn(rulebook, 'regional-deadline', on);
  const problems: Issue[] = [];
  const notices: Issue[] = deadline === null ? [notice('wlz.regional-deadline-unknown')] : [];
  const inTime = agreements.filter((agreement) => {
    if (deadline === null || agreement.agreedOn <= deadline) return true;
    problems.push(
      ...refused(
        'wlz.regional-too-late',
        {
          provider: agreement.provider,
          found: dateValue(agreement.agreedOn),
          expected: dateValue(deadline),
        },
        agreement.place,
      ).issues,
    );
    return false;
  });
  const budgetOf = (agreement: RegionalAgreement): RegionalBudget | undefined =>
    budgets.find(
      (budget) =>
        budget.sector === agreement.sector && (budget.region === null || budget.region === agreement.region),
    );
  for (const agreement of inTime) {
    if (budgetOf(agreement)) continue;
    problems.push(
      ...refused(
        'wlz.regional-no-budget',
        { provider: agreement.provider, sector: agreement.sector, region: agreement.region },
        agreement.place,
      ).issues,
    );
  }
  const source = ruleSource(rulebook, 'ZK-19');
  const results = budgets.map((budget): RegionalResult => {
    const own = inTime.filter((agreement) => budgetOf(agreement) === budget);
    const asked = sumMoney(own.map((agreement) => agreement.amount));
    const region = budget.region ?? '–';
    if (asked > budget.amount) {
      problems.push(
        ...refused('wlz.regional-above', {
          sector: budget.sector,
          region,
          found: moneyValue(asked),
          expected: moneyValue(budget.amount),
        }).issues,
      );
    }
    const agreed = minMoney(asked, budget.amount);
    const unused = subtractMoney(budget.amount, agreed);
    const staysInSector = budget.sector === 'V&V' ? minMoney(unused, budget.fromQuality) : ZERO;
    const budgetStep = step(
      { code: 'wlz.regional-budget', facts: { sector: budget.sector, region } },
      moneyValue(budget.amount),
    );
    return {
      sector: budget.sector,
      region: budget.region,
      budget: budget.amount,
      agreed,
      flowsBack: subtractMoney(unused, staysInSector),
      staysInSector,
      step: step(
        { code: 'wlz.regional-unused', facts: { sector: budget.sector, region } },
        moneyValue(unused),
        {
          operator: 'difference',
          rule: 'ZK-19',
          source,
          assumed: parameterStep(rulebook, 'regional-deadline', on).assumed,
          parts: [
            budgetStep,
            step({ code: 'wlz.regional-agreed', facts: {} }, moneyValue(agreed), {
              operator: 'min',
              parts: [
                budgetStep,
                step({ code: 'wlz.regional-asked', facts: {} }, moneyValue(asked), {
                  operator: 'sum',
                  parts: own.map((agreement) =>
                    step(
                      {
                        code: 'wlz.regional-agreement',
                        facts: { provider: agreement.provider, date: dateValue(agreement.agreedOn) },
                      },
                      moneyValue(agreement.amount),
                      { place: agreement.place },
                    ),
                  ),
                }),
              ],
            }),
          ],
        },
      ),
    };
  });
  return { results, problems, notices };
}

function budgetProblems(rulebook: Rulebook, budgets: readonly RegionalBudget[], on: IsoDate): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const { sector, region, amount, fromQuality } of budgets) {
    const key = JSON.stringify([sector, region]);
    const facts = { sector, region: region ?? '–' };
    if (seen.has(key)) issues.push(...refused('wlz.regional-twice', facts).issues);
    seen.add(key);
    if (amount < 0n || fromQuality < 0n || fromQuality > amount) {
      issues.push(...refused('wlz.regional-amounts', facts).issues);
    }
    const division = parameterIfValid(rulebook, 'regional-division', on, { sector });
    if (division && (division.text === 'joint') !== (region === null)) {
      issues.push(...refused(`wlz.regional-division-${division.text ?? 'off'}`, facts).issues);
    }
  }
  return issues;
}

/**
 * ZK-19: a regional agreement is paid monthly: the amount over the months from the one it is agreed in to
 * December, in whole cents that add up to it.
 */
export function regionalPayments(
  amount: Money,
  year: number,
  first: Month,
): readonly { readonly month: Month; readonly amount: Money }[] {
  const months = monthsOfYear(year).filter((month) => month >= first);
  if (months.length === 0) return [];
  const shares = divideMoney(
    maxMoney(amount, ZERO),
    months.map(() => 1n),
  );
  return months.map((month, index) => ({ month, amount: shares[index] ?? ZERO }));
}
