import {
  addDays,
  dateOf,
  dateValue,
  dayNumber,
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  type IsoDate,
  type Issue,
  type Money,
  type Step,
} from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { notice, refused, worked, type Outcome } from '../tariffs/worked';

/** Crisis places of one provider in one year. */
export interface CrisisAgreement {
  readonly year: number;
  /** Places agreed for the whole year at the start. */
  readonly places: number;
  readonly dayTariff: Money;
  /** Days occupied in the year, realised or expected. */
  readonly occupiedDays: Decimal;
  /** Day of the reallocation: no change can start before it. Null: no reallocation yet. */
  readonly reallocation: IsoDate | null;
  /** Other numbers of places, each from a day on. */
  readonly changes: readonly { readonly from: IsoDate; readonly places: number }[];
}

export interface CrisisPayment {
  /** Days agreed at the start, and as they are payable with the changes. */
  readonly agreedDays: Decimal;
  readonly payableDays: Decimal;
  /** Occupied days ÷ days agreed at the start. */
  readonly occupancy: Decimal;
  /** Under the rulebook's threshold: the agreement goes down at the reallocation. */
  readonly belowThreshold: boolean;
  readonly payment: Money;
  /** Of the payment: declared as occupied days, and paid for empty days. */
  readonly declared: Money;
  readonly empty: Money;
}

/**
 * ZK-15: what crisis places are paid: occupied days are declared, empty ones paid up to the agreement. With
 * an expected year occupancy under 70% the agreement goes down from the reallocation on, never backwards;
 * how far is the buyer's decision, given in `changes` (it may also go up). There is no exchange with regular
 * places. Unit: euro, rounded half up to cents once.
 * Refused: a change before the reallocation or outside the year, a lower agreement while occupancy isn't
 * under the threshold, places that aren't whole. Occupied days above the payable ones aren't paid: a notice.
 */
export function crisisPayment(rulebook: Rulebook, agreement: CrisisAgreement): Outcome<CrisisPayment> {
  const { year, places, dayTariff, occupiedDays, reallocation } = agreement;
  const first = dateOf(year, 1, 1);
  const last = dateOf(year, 12, 31);
  const on = reallocation ?? last;
  const changes = [...agreement.changes].sort((a, b) => (a.from < b.from ? -1 : 1));
  const issues: Issue[] = [];
  for (const count of [places, ...changes.map((change) => change.places)]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      issues.push(...refused('wlz.crisis-places', { found: String(count) }).issues);
    }
  }
  if (occupiedDays.isNegative()) {
    issues.push(...refused('wlz.crisis-occupied', { found: occupiedDays.toFixed() }).issues);
  }
  changes.forEach((change, index) => {
    if (change.from < first || change.from > last) {
      issues.push(
        ...refused('wlz.crisis-change-year', { date: dateValue(change.from), year: String(year) }).issues,
      );
    } else if (reallocation === null) {
      issues.push(...refused('wlz.crisis-no-reallocation', { date: dateValue(change.from) }).issues);
    } else if (change.from < reallocation) {
      issues.push(
        ...refused('wlz.crisis-backwards', {
          date: dateValue(change.from),
          expected: dateValue(reallocation),
        }).issues,
      );
    }
    if (changes[index + 1]?.from === change.from) {
      issues.push(...refused('wlz.crisis-change-twice', { date: dateValue(change.from) }).issues);
    }
  });
  if (places === 0) issues.push(...refused('wlz.crisis-no-places').issues);
  if (issues.length > 0) return { issues };

  const periods = [{ from: first, places }, ...changes].map((period, index, all) => {
    const next = all[index + 1];
    const until = next ? addDays(next.from, -1) : last;
    return { ...period, until, days: dayNumber(until) - dayNumber(period.from) + 1 };
  });
  const agreedDays = new Decimal(places).times(dayNumber(last) - dayNumber(first) + 1);
  const payableDays = periods.reduce(
    (sum, period) => sum.plus(new Decimal(period.places).times(period.days)),
    new Decimal(0),
  );
  const occupancy = occupiedDays.dividedBy(agreedDays);
  const threshold = numberOn(rulebook, 'crisis-occupancy-threshold', on) ?? new Decimal(0);
  const belowThreshold = occupancy.lessThan(threshold);
  if (payableDays.lessThan(agreedDays) && !belowThreshold) {
    return refused('wlz.crisis-not-below', {
      found: ratioValue(occupancy),
      expected: ratioValue(threshold),
    });
  }
  const notices: Issue[] = [];
  if (occupiedDays.greaterThan(payableDays)) {
    notices.push(
      notice('wlz.crisis-over-occupied', {
        occupied: quantityValue(occupiedDays, null),
        payable: quantityValue(payableDays, null),
      }),
    );
  }
  if (belowThreshold && changes.length === 0) {
    notices.push(
      notice('wlz.crisis-below', { found: ratioValue(occupancy), expected: ratioValue(threshold) }),
    );
  }
  const exact = payableDays.times(moneyToDecimal(dayTariff));
  const payment = roundToCents(exact);
  const declared = roundToCents(Decimal.min(occupiedDays, payableDays).times(moneyToDecimal(dayTariff)));
  const source = ruleSource(rulebook, 'ZK-15');
  const periodStep = (period: (typeof periods)[number]): Step => {
    const days = new Decimal(period.days);
    const count = new Decimal(period.places);
    const facts = { from: dateValue(period.from), until: dateValue(period.until) };
    return step({ code: 'wlz.crisis-period', facts }, quantityValue(count.times(days), null), {
      operator: 'product',
      parts: [
        step({ code: 'wlz.crisis-places-agreed', facts }, quantityValue(count, null)),
        step({ code: 'wlz.crisis-days', facts }, quantityValue(days, null)),
      ],
    });
  };
  return worked(
    {
      agreedDays,
      payableDays,
      occupancy,
      belowThreshold,
      payment,
      declared,
      empty: subtractMoney(payment, declared),
    },
    step({ code: 'wlz.crisis-payment', facts: { year: String(year) } }, moneyValue(payment), {
      operator: 'round-cents',
      rule: 'ZK-15',
      source,
      parts: [
        step({ code: 'wlz.crisis-payment-exact', facts: {} }, quantityValue(exact, '€'), {
          operator: 'product',
          parts: [
            step({ code: 'wlz.crisis-payable-days', facts: {} }, quantityValue(payableDays, null), {
              operator: 'sum',
              parts: periods.map(periodStep),
            }),
            step({ code: 'wlz.crisis-tariff', facts: {} }, moneyValue(dayTariff)),
          ],
        }),
        step({ code: 'wlz.crisis-occupancy', facts: {} }, ratioValue(occupancy), {
          operator: 'quotient',
          rule: 'ZK-15',
          source,
          parts: [
            step({ code: 'wlz.crisis-occupied-days', facts: {} }, quantityValue(occupiedDays, null)),
            step({ code: 'wlz.crisis-agreed-days', facts: {} }, quantityValue(agreedDays, null)),
            parameterStep(rulebook, 'crisis-occupancy-threshold', on),
          ],
        }),
      ],
    }),
    notices,
  );
}
