import { formatMoney, parseScenarios, type Decimal } from '../../core';
import type { Language } from '../../messages';
import { readTyped, readTypedAmount, readTypedPercentage } from './typed-number';

export const KINDS = ['growth', 'tariff', 'intake', 'ceiling', 'budget', 'contribution'] as const;
export type AssumptionKind = (typeof KINDS)[number];

/** An assumption as typed; which fields count depends on the kind. */
export interface AssumptionDraft {
  readonly kind: AssumptionKind;
  readonly domain: string;
  readonly product: string;
  /** A percentage, or an amount in euro. */
  readonly value: string;
  /** Of a change of budget or a contribution. */
  readonly name: string;
  readonly certain: boolean;
  readonly clients: string;
  readonly months: string;
  readonly quantity: string;
  readonly tariff: string;
}

export interface ScenarioDraft {
  readonly name: string;
  readonly assumptions: readonly AssumptionDraft[];
}

export const emptyAssumption = (kind: AssumptionKind, domain: string): AssumptionDraft => ({
  ...{ kind, domain, product: '', value: '', name: '', certain: true },
  ...{ clients: '', months: '', quantity: '', tariff: '' },
});

/** Fields of a draft that can’t be used yet. */
export type DraftField =
  'value' | 'name' | 'domain' | 'product' | 'clients' | 'months' | 'quantity' | 'tariff';

/** What is missing or no number in an assumption; empty when it can be used. */
export function wrongIn(draft: AssumptionDraft, language: Language): DraftField[] {
  const wrong: DraftField[] = [];
  const asked = (field: DraftField, fine: boolean): void => {
    if (!fine) wrong.push(field);
  };
  const positive = (text: string): boolean => readTyped(text, language)?.greaterThanOrEqualTo(0) ?? false;
  switch (draft.kind) {
    case 'growth':
    case 'tariff':
      asked('value', readTypedPercentage(draft.value, language)?.greaterThanOrEqualTo(-1) ?? false);
      break;
    case 'intake':
      asked('domain', draft.domain !== '');
      asked('product', draft.product !== '');
      asked('clients', positive(draft.clients));
      asked('months', /^[1-9]\d{0,2}$/.test(draft.months.trim()));
      asked('quantity', positive(draft.quantity));
      asked('tariff', positive(draft.tariff));
      break;
    case 'ceiling':
      asked('domain', draft.domain !== '');
      asked('value', readTypedAmount(draft.value, language) !== null);
      break;
    case 'budget':
    case 'contribution':
      asked('domain', draft.domain !== '');
      asked('name', draft.name.trim() !== '');
      asked('value', readTypedAmount(draft.value, language) !== null);
  }
  return wrong;
}

const plain = (text: string, language: Language): string => readTyped(text, language)?.toFixed() ?? '0';
const amountOf = (text: string, language: Language): string => {
  const amount = readTypedAmount(text, language);
  return amount === null ? '0.00' : formatMoney(amount);
};

function assumptionJson(draft: AssumptionDraft, provider: string, language: Language): object {
  const { kind, domain, product } = draft;
  switch (kind) {
    case 'growth':
    case 'tariff':
      return {
        kind,
        rate: readTypedPercentage(draft.value, language)?.toFixed() ?? '0',
        ...(domain === '' ? {} : { domain }),
        ...(product === '' ? {} : { product }),
      };
    case 'intake':
      return {
        ...{ kind, provider, domain, product },
        clientsPerMonth: plain(draft.clients, language),
        monthsInCare: Number(draft.months.trim()),
        quantityPerMonth: plain(draft.quantity, language),
        tariff: plain(draft.tariff, language),
      };
    case 'ceiling':
      return { kind, provider, domain, amount: amountOf(draft.value, language) };
    case 'budget':
    case 'contribution':
      return {
        ...{ kind, domain, name: draft.name.trim() },
        amount: amountOf(draft.value, language),
        certain: draft.certain,
      };
  }
}

/** Growth and tariffs by which every domain is tried for its sensitivity. Assumed; said in the names. */
const GROWTH = '0.05';
const TARIFF = '0.03';

/** Names of the assumptions that are tried, for `scenariosJson`. */
export interface KnobNames {
  growth(domain: string): string;
  tariff(domain: string): string;
}

/**
 * The scenarios as the JSON that the command line reads with `--scenario` too. `provider`: whose ceilings and
 * clients are meant; '' for a whole domain.
 */
export function scenariosJson(
  drafts: readonly ScenarioDraft[],
  of: { readonly provider: string; readonly domains: readonly string[] },
  names: KnobNames,
  language: Language,
): object {
  const knob = (kind: 'growth' | 'tariff', rate: string, domain: string): object => ({
    name: names[kind](domain),
    low: [{ kind, rate: `-${rate}`, domain }],
    high: [{ kind, rate, domain }],
  });
  return {
    version: 1,
    scenarios: drafts.map(({ name, assumptions }) => ({
      name: name.trim(),
      assumptions: assumptions.map((one) => assumptionJson(one, of.provider, language)),
    })),
    sensitivity: of.domains.flatMap((domain) => [
      knob('growth', GROWTH, domain),
      knob('tariff', TARIFF, domain),
    ]),
  };
}

/** A decimal text as people type it in their language. */
const typed = (plainText: string, language: Language): string =>
  language === 'nl' ? plainText.replace('.', ',') : plainText;

/**
 * Scenarios of a JSON file as drafts, to go on with; null when it isn’t one of ours. Sensitivities are not
 * taken up: they are made anew for the domains at hand.
 */
export function draftsFromJson(text: string, language: Language): readonly ScenarioDraft[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = parseScenarios(json, '');
  if ('issues' in parsed) return null;
  return parsed.file.scenarios.map(({ name, assumptions }) => ({
    name,
    assumptions: assumptions.map((one): AssumptionDraft => {
      const draft = emptyAssumption(one.kind, one.domain ?? '');
      const number = (value: Decimal): string => typed(value.toFixed(), language);
      switch (one.kind) {
        case 'growth':
        case 'tariff':
          return { ...draft, product: one.product ?? '', value: number(one.rate.times(100)) };
        case 'intake':
          return {
            ...draft,
            product: one.product,
            clients: number(one.clientsPerMonth),
            months: String(one.monthsInCare),
            quantity: number(one.quantityPerMonth),
            tariff: number(one.tariff),
          };
        case 'ceiling':
          return { ...draft, value: typed(formatMoney(one.amount), language) };
        case 'budget':
        case 'contribution':
          return {
            ...draft,
            name: one.name,
            certain: one.certain,
            value: typed(formatMoney(one.amount), language),
          };
      }
    }),
  }));
}
