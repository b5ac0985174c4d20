import type { Decimal, IsoDate, Money, Month, Place } from '../values';
import type { FinancingForm } from './form-share';

/** The ways in which care is paid for, as a list of lines names them. */
export const PAYMENT_FORMS = [
  'effort',
  'trajectory',
  'client-budget',
  'child-budget',
  'places',
  'emergency',
  'short-stay',
  'three-year',
  'lump-sum',
  'open-end',
  'population',
  'drivers',
  'uncontracted',
] as const;
export type PaymentForm = (typeof PAYMENT_FORMS)[number];

/** One line of a list of care with its way of payment. Null: not stated. */
export interface FinanceLine {
  readonly form: PaymentForm;
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly segment: string;
  readonly client: string | null;
  readonly month: Month | null;
  /** Delivered hours, day-parts, places or inhabitants. */
  readonly quantity: Decimal | null;
  /** Euro per unit; the average tariff of a trajectory, the amount of a place or an inhabitant. */
  readonly tariff: Decimal | null;
  /** Spent, cost of a trajectory, or the amount of a year. */
  readonly amount: Money | null;
  /** Agreed day-parts. */
  readonly agreed: Decimal | null;
  /** Budget, ceiling or lump sum. */
  readonly ceiling: Money | null;
  /** Open allocations to year end. */
  readonly open: Money | null;
  readonly from: IsoDate | null;
  readonly clients: Decimal | null;
  readonly months: Decimal | null;
  readonly hours: Decimal | null;
  readonly place: Place;
}

/** The rule of each form, and how its spending counts in the report of shares (ZWO-09); null: it is no spending. */
export const FORM_RULES: Readonly<
  Record<PaymentForm, { readonly rule: string | null; readonly share: FinancingForm | null }>
> = {
  effort: { rule: 'ZWO-05', share: 'production' },
  trajectory: { rule: 'ZWO-04', share: 'output' },
  // Source 001, question 2: home support is bought by result, with a budget per client.
  'client-budget': { rule: 'ZWO-02', share: 'output' },
  'child-budget': { rule: 'ZWO-07', share: 'client-budget' },
  places: { rule: 'ZWO-01', share: 'subsidy' },
  emergency: { rule: 'ZWO-01', share: 'subsidy' },
  'short-stay': { rule: 'ZWO-03', share: 'production' },
  'three-year': { rule: 'ZWO-06', share: 'subsidy' },
  'lump-sum': { rule: 'ACH-01', share: 'task' },
  'open-end': { rule: 'IJS-02', share: 'production' },
  population: { rule: null, share: 'population' },
  drivers: { rule: 'ACH-04', share: null },
  uncontracted: { rule: 'ACH-06', share: 'production' },
};

const WORDS: Readonly<Record<PaymentForm, string>> = {
  effort: 'pxq pq inspanning inspanningsgericht effort effortbased productie production',
  trajectory: 'traject trajecten trajectfinanciering trajectory resultaat',
  'client-budget': 'clientbudget budgetpercliënt budgetperclient clientgebondenbudget thuisondersteuning',
  'child-budget': 'kindbudget kindgericht kindgerichtplafond childbudget childbound',
  places: 'plekken plaatsen beschermdwonen places shelteredliving',
  emergency: 'nood noodsituatie noodsituaties emergency emergencies',
  'short-stay': 'dagdelen kortdurendverblijf shortstay dayparts',
  'three-year': 'driejarig driejarigesubsidie subsidiedriejaar threeyear threeyearsubsidy',
  'lump-sum': 'lumpsum taakgericht taakbekostiging taskbased',
  'open-end': 'openeinde openend raamcontract',
  population: 'populatie populatiebekostiging population',
  drivers: 'volumesturing doorlooptijd drivers volumesteering',
  uncontracted: 'zondercontract ongecontracteerd uncontracted withoutcontract',
};

const BY_WORD: ReadonlyMap<string, PaymentForm> = new Map(
  PAYMENT_FORMS.flatMap((form) => WORDS[form].split(' ').map((word): [string, PaymentForm] => [word, form])),
);

/**
 * A way of payment as people write it, in Dutch or English; null when it is none.
 * @example readPaymentForm('P×Q') // 'effort'
 * @example readPaymentForm('Lump sum') // 'lump-sum'
 */
export const readPaymentForm = (text: string): PaymentForm | null =>
  BY_WORD.get(
    text
      .toLowerCase()
      .replace('×', 'x')
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  ) ?? null;

/** The fields a line of each form must fill; of a group in brackets one is enough. */
export const FORM_NEEDS: Readonly<Record<PaymentForm, readonly (keyof FinanceLine)[]>> = {
  effort: ['quantity', 'tariff'],
  trajectory: ['amount', 'tariff'],
  'client-budget': ['client', 'amount', 'ceiling'],
  'child-budget': ['client', 'amount', 'ceiling'],
  places: ['quantity', 'tariff', 'ceiling'],
  emergency: ['amount', 'ceiling'],
  'short-stay': ['client', 'agreed', 'quantity', 'tariff'],
  'three-year': ['from', 'amount'],
  'lump-sum': [],
  'open-end': ['product', 'amount'],
  population: [],
  drivers: ['clients', 'months', 'hours', 'tariff'],
  uncontracted: ['amount'],
};
