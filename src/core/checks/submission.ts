import {
  absMoney,
  addMoney,
  dateOf,
  Decimal,
  maxMoney,
  moneyToDecimal,
  moneyValue,
  monthValue,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  ZERO,
  type Message,
  type Money,
  type Month,
  type Place,
} from '../values';
import { numberOn, parameterStep, type Rulebook } from '../rulebook';
import { tariffInMonth, tariffQuestion, tariffsInMonth } from '../tariffs/agreed-tariff';
import type { TariffEntry } from '../tariffs/tariff-list';
import { statusOf, type Outlook } from '../forecast/outlook';
import { a1 } from '../prognosis/grid';
import type { Layout, ObservationCode, PrognosisReading, Slot } from '../prognosis';
import { finding, notChecked } from './finding';
import { monthsOfSlot, statedActuals, type StatedAmount, type SubmittedFigures } from './from-reading';
import type { Finding, Severity } from './outcome';

export interface SubmissionInput {
  readonly rulebook: Rulebook;
  readonly file: string;
  readonly layout: Layout;
  readonly reading: PrognosisReading;
  readonly figures: SubmittedFigures;
  /** What was declared, put together for the provider; null when no production file was given. */
  readonly declared: Outlook | null;
  readonly tariffs: readonly TariffEntry[] | null;
  /** Whose prognosis it is, where a tariff list has tariffs per provider. */
  readonly provider?: string;
  readonly productOf: (slot: Slot) => string;
  readonly year: number;
  readonly asOf: Outlook['asOf'];
}

const placeOf = (file: string, slot: { sheet: string; row: number; col: number }): Place => ({
  file,
  sheet: slot.sheet,
  cell: a1(slot.row, slot.col),
});

const address = (slot: { sheet: string; row: number; col: number }): string =>
  `${slot.sheet}!${a1(slot.row, slot.col)}`;

/** Integrity checks on a submitted prognosis, beside the rules: domain knowledge, no guessing, each with its cell. */
export function submissionFindings(input: SubmissionInput): Finding[] {
  return [
    ...totalFindings(input),
    ...declaredFindings(input),
    ...tariffFindings(input),
    ...jumpFindings(input),
    ...observationFindings(input),
  ];
}

/** CHK-01: stated totals equal the recomputed sums. */
function totalFindings({ reading, rulebook, file }: SubmissionInput): Finding[] {
  const findings: Finding[] = [];
  let unstated = 0;
  for (const { total, stated, recomputed } of reading.totals) {
    if (total.measure !== 'amount') continue;
    if (stated === null) {
      unstated += 1;
    } else if (stated !== recomputed) {
      const difference = subtractMoney(stated, recomputed);
      findings.push(
        finding(
          null,
          'CHK-01',
          'warning',
          {
            code: 'checks.total-differs',
            facts: { cell: address(total), stated: moneyValue(stated), recomputed: moneyValue(recomputed) },
          },
          {
            amount: difference,
            location: placeOf(file, total),
            steps: [
              step({ code: 'steps.total-difference', facts: {} }, moneyValue(difference), {
                operator: 'difference',
                parts: [
                  step({ code: 'steps.stated', facts: {} }, moneyValue(stated), {
                    place: placeOf(file, total),
                  }),
                  step({ code: 'steps.recomputed', facts: {} }, moneyValue(recomputed)),
                ],
              }),
            ],
          },
        ),
      );
    }
  }
  if (unstated > 0) {
    findings.push(
      notChecked(rulebook, 'CHK-01', { code: 'checks.total-not-stated', facts: { count: unstated } }),
    );
  }
  return findings;
}

/** CHK-02 and CHK-16: actuals equal what was declared, per product and period. */
function declaredFindings(input: SubmissionInput): Finding[] {
  const { rulebook, declared, figures, file, asOf, year } = input;
  if (declared === null) return [notChecked(rulebook, 'CHK-02', { code: 'checks.no-production', facts: {} })];
  const on = dateOf(year, 12, 31);
  const tolerance = roundToCents(numberOn(rulebook, 'declared-tolerance', on) ?? new Decimal(0));
  const perMonth = new Map<string, Money>();
  const perProduct = new Map<string, { domain: string; product: string; amount: Money }>();
  for (const entry of declared.entries) {
    if (entry.phase !== 'production' || statusOf(entry.month, asOf) !== 'closed') continue;
    const key = `${entry.domain}|${entry.product}`;
    perMonth.set(
      `${key}|${entry.month}`,
      addMoney(perMonth.get(`${key}|${entry.month}`) ?? ZERO, entry.amount),
    );
    const known = perProduct.get(key) ?? { domain: entry.domain, product: entry.product, amount: ZERO };
    known.amount = addMoney(known.amount, entry.amount);
    perProduct.set(key, known);
  }
  const findings: Finding[] = [];
  const present = new Set(figures.stated.map((entry) => `${entry.domain}|${entry.product}`));
  for (const { domain, product, slot, amount, cells } of statedActuals(figures, asOf)) {
    const declaredAmount = monthsOfSlot(slot).reduce<Money>(
      (sum, month) => addMoney(sum, perMonth.get(`${domain}|${product}|${month}`) ?? ZERO),
      ZERO,
    );
    const difference = subtractMoney(amount, declaredAmount);
    if (absMoney(difference) <= tolerance) continue;
    const location = placeOf(file, cells[0] ?? slot);
    findings.push(
      finding(
        null,
        'CHK-02',
        'warning',
        {
          code: 'checks.declared-differs',
          facts: {
            product,
            month: periodFact(slot),
            stated: moneyValue(amount),
            declared: moneyValue(declaredAmount),
            amount: moneyValue(difference),
          },
        },
        {
          amount: difference,
          location,
          steps: [
            step({ code: 'steps.declared-difference', facts: {} }, moneyValue(difference), {
              operator: 'difference',
              parts: [
                step({ code: 'steps.stated', facts: {} }, moneyValue(amount), { place: location }),
                step({ code: 'steps.declared', facts: {} }, moneyValue(declaredAmount)),
              ],
            }),
            parameterStep(rulebook, 'declared-tolerance', on),
          ],
        },
      ),
    );
  }
  for (const [key, { domain, product, amount }] of perProduct) {
    if (present.has(key) || amount === ZERO) continue;
    findings.push(
      finding(
        null,
        'CHK-16',
        'warning',
        { code: 'checks.declared-missing', facts: { product, domain, amount: moneyValue(amount) } },
        { amount, location: { file } },
      ),
    );
  }
  return findings;
}

const periodFact = (slot: Slot): Message['facts'][string] =>
  slot.period.from === slot.period.until
    ? monthValue(slot.period.from)
    : [monthValue(slot.period.from), monthValue(slot.period.until)];

/** CHK-03 and CHK-04: volume × tariff is the amount; no tariff above the agreed one. */
function tariffFindings(input: SubmissionInput): Finding[] {
  const { reading, tariffs, file, rulebook, productOf } = input;
  const on = dateOf(input.year, 12, 31);
  const fixed = roundToCents(numberOn(rulebook, 'volume-tariff-tolerance', on) ?? new Decimal(0));
  const share = numberOn(rulebook, 'volume-tariff-share', on) ?? new Decimal(0);
  const findings: Finding[] = [];
  const known = { provider: input.provider ?? null };
  const asked = new Set<string>();
  /** Several tariffs that nothing here tells apart: said once a product. */
  const ask = (rule: string, slot: Slot): void => {
    const message = tariffs ? tariffQuestion(tariffs, productOf(slot), slot.period.from, known) : null;
    const key = `${rule}|${productOf(slot)}`;
    if (message === null || asked.has(key)) return;
    asked.add(key);
    findings.push(
      finding(rulebook, rule, 'notice', message, { notChecked: true, location: placeOf(file, slot) }),
    );
  };
  const rowTariffs = new Map<string, { tariff: Decimal; slot: Slot }>();
  const row = (slot: Slot): string => `${slot.sheet}|${slot.row}|${slot.label}`;
  for (const { slot, quantity } of reading.values) {
    if (slot.measure !== 'tariff' || quantity === null) continue;
    rowTariffs.set(row(slot), { tariff: quantity, slot });
    const agreed = tariffs ? tariffsInMonth(tariffs, productOf(slot), slot.period.from, known) : [];
    if (agreed.length === 0) continue;
    const highest = Decimal.max(...agreed);
    const stated = quantity.toDecimalPlaces(4);
    if (
      stated.greaterThan(Decimal.min(...agreed).toDecimalPlaces(4)) &&
      stated.lessThan(highest.toDecimalPlaces(4)) &&
      !agreed.some((tariff) => tariff.toDecimalPlaces(4).equals(stated))
    ) {
      ask('CHK-04', slot);
    }
    // Cell numbers carry binary noise: compare as people see them, in hundredths of a cent.
    if (quantity.toDecimalPlaces(4).greaterThan(highest.toDecimalPlaces(4))) {
      findings.push(
        finding(
          null,
          'CHK-04',
          'violation',
          {
            code: 'checks.tariff-above',
            facts: {
              product: productOf(slot),
              stated: moneyValue(roundToCents(quantity)),
              agreed: moneyValue(roundToCents(highest)),
            },
          },
          { amount: roundToCents(quantity.minus(highest)), location: placeOf(file, slot) },
        ),
      );
    }
  }
  if (tariffs === null) {
    findings.push(notChecked(rulebook, 'CHK-04', { code: 'checks.no-tariffs', facts: {} }));
  } else {
    const listed = new Set(tariffs.map((entry) => entry.product.trim().toUpperCase()));
    const stated = new Set(
      input.figures.stated.filter((entry) => entry.amount !== ZERO).map((entry) => entry.product),
    );
    for (const product of stated) {
      if (listed.has(product.trim().toUpperCase())) continue;
      findings.push(notChecked(rulebook, 'CHK-04', { code: 'checks.tariff-unknown', facts: { product } }));
    }
  }
  const cell = (slot: Slot): string => `${row(slot)}|${slot.period.from}|${slot.period.until}|${slot.phase}`;
  const volumes = new Map<string, Decimal>();
  for (const { slot, quantity } of reading.values) {
    if (slot.measure === 'volume' && quantity !== null) volumes.set(cell(slot), quantity);
  }
  for (const { slot, amount } of reading.values) {
    const volume = slot.measure === 'amount' ? volumes.get(cell(slot)) : undefined;
    if (amount === null || volume === undefined) continue;
    const tariff =
      rowTariffs.get(row(slot))?.tariff ??
      (tariffs ? tariffInMonth(tariffs, productOf(slot), slot.period.from, known) : null);
    if (tariff === null) {
      ask('CHK-03', slot);
      continue;
    }
    const exact = volume.times(tariff.toDecimalPlaces(6));
    const expected = roundToCents(exact);
    const difference = subtractMoney(amount, expected);
    const slack = maxMoney(fixed, roundToCents(moneyToDecimal(absMoney(expected)).times(share)));
    if (absMoney(difference) <= slack) continue;
    findings.push(
      finding(
        null,
        'CHK-03',
        'warning',
        {
          code: 'checks.volume-times-tariff',
          facts: {
            product: productOf(slot),
            month: periodFact(slot),
            volume: quantityValue(volume, null),
            tariff: moneyValue(roundToCents(tariff)),
            expected: moneyValue(expected),
            stated: moneyValue(amount),
          },
        },
        {
          amount: difference,
          location: placeOf(file, slot),
          steps: [
            step({ code: 'steps.volume-times-tariff', facts: {} }, moneyValue(expected), {
              operator: 'round-cents',
              parts: [
                step({ code: 'steps.volume-times-tariff-exact', facts: {} }, quantityValue(exact, '€'), {
                  operator: 'product',
                  parts: [
                    step({ code: 'steps.volume', facts: {} }, quantityValue(volume, null)),
                    step({ code: 'steps.tariff', facts: {} }, quantityValue(tariff.toDecimalPlaces(6), '€')),
                  ],
                }),
              ],
            }),
            parameterStep(rulebook, 'volume-tariff-tolerance', on),
            parameterStep(rulebook, 'volume-tariff-share', on),
          ],
        },
      ),
    );
  }
  return findings;
}

/** The months of one line of a prognosis, over and ahead. */
interface Line {
  readonly closed: Money[];
  readonly ahead: { slot: Slot; product: string; amount: Money }[];
}

const isOneLine = (a: StatedAmount, b: StatedAmount): boolean =>
  a.slot.row === b.slot.row &&
  a.slot.sheet === b.slot.sheet &&
  a.slot.label === b.slot.label &&
  a.slot.client === b.slot.client &&
  a.product === b.product &&
  a.domain === b.domain;

/** CHK-07: forecast months far above what the closed months show. */
function jumpFindings({ figures, rulebook, asOf, year, file }: SubmissionInput): Finding[] {
  const on = dateOf(year, 12, 31);
  const factor = numberOn(rulebook, 'jump-factor', on);
  if (factor === null) return [];
  const rows = new Map<string, Line>();
  let row: Line = { closed: [], ahead: [] };
  let last: StatedAmount | null = null;
  for (const stated of figures.stated) {
    const { slot, domain, product, amount } = stated;
    if (slot.period.from !== slot.period.until) continue;
    // Cells of a line mostly follow one another: then it needn't be looked up.
    if (last === null || !isOneLine(stated, last)) {
      const key = `${domain}|${product}|${slot.sheet}|${slot.label}|${slot.row}|${slot.client ?? ''}`;
      const known = rows.get(key);
      row = known ?? { closed: [], ahead: [] };
      if (!known) rows.set(key, row);
    }
    last = stated;
    if (statusOf(slot.period.from, asOf) === 'closed') {
      if (slot.phase !== 'forecast' && amount > ZERO) row.closed.push(amount);
    } else row.ahead.push({ slot, product, amount });
  }
  const findings: Finding[] = [];
  for (const { closed, ahead } of rows.values()) {
    if (closed.length < 3) continue;
    const sorted = [...closed].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? ZERO;
    const limit = roundToCents(moneyToDecimal(median).times(factor));
    const above = ahead.filter((entry) => entry.amount > limit);
    const [highest] = [...above].sort((x, y) => (x.amount > y.amount ? -1 : 1));
    if (highest === undefined) continue;
    findings.push(
      finding(
        null,
        'CHK-07',
        'notice',
        {
          code: 'checks.jump',
          facts: {
            product: highest.product,
            months: above.map((entry) => monthValue(entry.slot.period.from)),
            stated: moneyValue(highest.amount),
            factor: quantityValue(factor, null),
            median: moneyValue(median),
          },
        },
        {
          amount: highest.amount,
          location: placeOf(file, highest.slot),
          steps: [parameterStep(rulebook, 'jump-factor', on)],
        },
      ),
    );
  }
  return findings;
}

/** Rule id and severity of what reading back noticed. Totals have a check of their own (CHK-01). */
const OBSERVATIONS: Readonly<Record<ObservationCode, readonly [rule: string, severity: Severity] | null>> = {
  'wrong-side': ['CHK-05', 'warning'],
  'negative-amount': ['CHK-06', 'warning'],
  'hidden-row': ['CHK-09', 'warning'],
  'hidden-column': ['CHK-09', 'warning'],
  'hidden-sheet': ['CHK-09', 'warning'],
  'hidden-format': ['CHK-09', 'warning'],
  'hidden-colour': ['CHK-09', 'warning'],
  'typed-over-formula': ['CHK-10', 'warning'],
  'total-typed': ['CHK-10', 'warning'],
  'text-number': ['CHK-11', 'warning'],
  'text-in-cell': ['CHK-11', 'warning'],
  'error-value': ['CHK-12', 'violation'],
  'duplicate-rows': ['CHK-17', 'notice'],
  'below-cent': ['CHK-18', 'notice'],
  'total-differs': null,
};

function observationFindings({ reading }: SubmissionInput): Finding[] {
  return reading.observations.flatMap((observation) => {
    const known = OBSERVATIONS[observation.code];
    if (known === null) return [];
    const [rule, severity] = known;
    return finding(
      null,
      rule,
      severity,
      { code: `checks.observed-${observation.code}`, facts: observation.facts },
      { amount: observation.amount, location: observation.place },
    );
  });
}

/** Declared amount of a product over months, for cells that span the as-of date. */
export function declaredIn(
  outlook: Outlook | null,
  domain: string,
  product: string,
  months: readonly Month[],
): Money {
  const wanted = new Set<string>(months);
  let sum: Money = ZERO;
  for (const entry of outlook?.entries ?? []) {
    if (entry.phase !== 'production' || entry.domain !== domain || entry.product !== product) continue;
    if (wanted.has(entry.month)) sum = addMoney(sum, entry.amount);
  }
  return sum;
}
