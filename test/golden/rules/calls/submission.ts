import {
  buildOutlook,
  CareTable,
  Decimal,
  parseMonth,
  submissionFindings,
  type Layout,
  type Slot,
  type SubmissionInput,
} from '../../../../src/core';
import { found, type Call } from '../case';
import { cents, euro, Input, words } from './values';

const slot = (measure: Slot['measure'], month: string, row: number, col: number): Slot => ({
  sheet: 'Prognose',
  row,
  col,
  measure,
  label: 'P1',
  product: 'P1',
  period: { from: parseMonth(month), until: parseMonth(month) },
  domain: 'Wmo',
  phase: 'any',
  scale: 1,
  role: 'input',
});

const LAYOUT: Layout = {
  file: 'ingediend.xlsx',
  provider: null,
  year: null,
  asOf: null,
  headers: [],
  products: [],
  slots: [],
  totals: [],
  remarks: [],
} as unknown as Layout;

/**
 * One product in a submitted workbook: `stated` are `[month, amount]`, `declared` likewise; `volume` and
 * `tariff` belong to the first stated month.
 */
const submission: Call = (rulebook, fields, rule) => {
  const input = new Input(fields);
  const year = input.number('year');
  const asOf = input.date('asOf');
  const amounts = input.rows('stated').map(([month, amount], index) => ({
    slot: slot('amount', words(month), 2, 2 + index),
    amount: cents(amount),
  }));
  const [first] = amounts;
  if (!first) throw new Error('nothing stated');
  const month = first.slot.period.from;
  const values: SubmissionInput['reading']['values'][number][] = amounts.map(({ slot: own, amount }) => ({
    slot: own,
    amount,
    quantity: null,
    raw: '',
    problem: null,
  }));
  for (const measure of ['volume', 'tariff'] as const) {
    if (!input.has(measure)) continue;
    const quantity = new Decimal(input.text(measure));
    values.push({ slot: slot(measure, month, 2, 30), amount: null, quantity, raw: '', problem: null });
  }
  const declared = input.has('declared')
    ? buildOutlook({
        provider: 'Voorbeeld',
        year,
        asOf,
        production: CareTable.of(
          input.rows('declared').map(([when, amount]) => ({
            provider: 'Voorbeeld',
            domain: 'Wmo',
            product: 'P1',
            client: null,
            month: parseMonth(words(when)),
            unit: null,
            allocated: 'unknown' as const,
            volume: null,
            cents: Number(cents(amount)),
          })),
        ).rows(),
        forecast: [],
        keepClients: new Set(),
        runningMonth: 'forecast-is-whole-month',
      })
    : null;
  const findings = submissionFindings({
    rulebook,
    file: 'ingediend.xlsx',
    layout: LAYOUT,
    reading: { layout: LAYOUT, values, totals: [], observations: [] },
    figures: {
      production: new CareTable(),
      forecast: new CareTable(),
      stated: amounts.map(({ slot: own, amount }) => ({
        slot: own,
        domain: 'Wmo',
        product: 'P1',
        amount,
        computed: false,
      })),
      remarks: [],
      unknown: [],
    },
    declared,
    tariffs: null,
    productOf: () => 'P1',
    year,
    asOf,
  });
  return {
    out: { findings: found(findings, rule, (amount) => euro(amount as never) ?? '') },
    steps: findings.filter((finding) => finding.rule === rule).flatMap(({ steps }) => steps),
  };
};

export const SUBMISSION_CALLS: Readonly<Record<string, Call>> = { submission };
