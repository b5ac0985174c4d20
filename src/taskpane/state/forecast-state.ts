import {
  FORECAST_METHODS,
  formatMoney,
  isMonth,
  parseMoney,
  type ForecastOverride,
  type Message,
  type ProductMethod,
} from '../../core';
import type { RunInput } from '../../flow';
import type { InputFile } from '../../intake';
import type { Json } from '../../workbook';
import { productKey, type ForecastView } from '../forecast/forecast-view';
import type { ScenarioView } from '../forecast/scenario-view';
import type { ScenarioDraft } from '../forecast/scenario-draft';

/** Shares declared by age in months (0 = the month that ended last), as typed: percentages. */
export type Shares = readonly string[];
export const AGES = 4;
export const NO_SHARES: Shares = new Array<string>(AGES).fill('');

export type IncompleteChoice = NonNullable<RunInput['incomplete']>;
export const INCOMPLETE_CHOICES = [
  'declared',
  'estimate',
  'estimate-in-cells',
] as const satisfies readonly IncompleteChoice[];

/** A worked-out forecast that takes the place of a forecast file. */
export interface MadeForecast {
  readonly file: InputFile;
  readonly notes: readonly Message[];
}

export interface ForecastState {
  /** Null until it was worked out, and when files or settings changed since. */
  readonly view: ForecastView | null;
  readonly methods: readonly ProductMethod[];
  readonly overrides: readonly ForecastOverride[];
  readonly shares: Shares;
  /** The product on show, by `productKey`. */
  readonly open: string | null;
  /** Which forecast is filled in. */
  readonly use: 'file' | 'calculated';
  /** Null while `use` is `calculated` and it has to be made anew. */
  readonly made: MadeForecast | null;
  /** What counts of months that are over and not declared in full. */
  readonly incomplete: IncompleteChoice;
  readonly drafts: readonly ScenarioDraft[];
  readonly scenarios: ScenarioView | null;
}

export const NO_FORECAST: ForecastState = {
  view: null,
  methods: [],
  overrides: [],
  shares: NO_SHARES,
  open: null,
  use: 'file',
  made: null,
  incomplete: 'declared',
  drafts: [],
  scenarios: null,
};

/** For the demonstration: what is usual where declarations come in late. Invented. */
export const DEMO_FORECAST: ForecastState = { ...NO_FORECAST, shares: ['88', '97', '', ''] };

/** What a workbook remembers of forecasts: the user’s own decisions, never figures of ours. */
export interface RememberedForecast {
  readonly methods: readonly ProductMethod[];
  readonly overrides: readonly ForecastOverride[];
  readonly shares: Shares;
  readonly use: ForecastState['use'];
  readonly incomplete: IncompleteChoice;
}

export type ForecastChange =
  | { readonly what: 'worked'; readonly view: ForecastView }
  | {
      readonly what: 'method';
      readonly product: Omit<ProductMethod, 'method'>;
      readonly method: ProductMethod['method'] | null;
    }
  | { readonly what: 'override'; readonly override: ForecastOverride }
  | { readonly what: 'override-undone'; readonly override: Omit<ForecastOverride, 'amount' | 'reason'> }
  | { readonly what: 'shares'; readonly shares: Shares }
  | { readonly what: 'open'; readonly product: string | null }
  | { readonly what: 'made'; readonly made: MadeForecast }
  | { readonly what: 'use-file' }
  | { readonly what: 'incomplete'; readonly incomplete: IncompleteChoice }
  | { readonly what: 'drafts'; readonly drafts: readonly ScenarioDraft[] }
  | { readonly what: 'scenarios'; readonly scenarios: ScenarioView };

const sameMonth = (
  a: Omit<ForecastOverride, 'amount' | 'reason'>,
  b: Omit<ForecastOverride, 'amount' | 'reason'>,
): boolean => a.month === b.month && productKey(a) === productKey(b);

/** The next state of the forecast. Pure. */
export function reduceForecast(state: ForecastState, change: ForecastChange): ForecastState {
  switch (change.what) {
    case 'worked': {
      const keys = new Set(change.view.products.map(productKey));
      return {
        ...state,
        view: change.view,
        open: state.open !== null && keys.has(state.open) ? state.open : null,
        made: null,
        scenarios: null,
      };
    }
    case 'method': {
      const key = productKey(change.product);
      const others = state.methods.filter((entry) => productKey(entry) !== key);
      const { provider, domain, product } = change.product;
      const own = change.method === null ? [] : [{ provider, domain, product, method: change.method }];
      return { ...state, methods: [...others, ...own] };
    }
    case 'override':
      return {
        ...state,
        overrides: [...state.overrides.filter((one) => !sameMonth(one, change.override)), change.override],
      };
    case 'override-undone':
      return { ...state, overrides: state.overrides.filter((one) => !sameMonth(one, change.override)) };
    case 'shares':
      return { ...state, shares: change.shares };
    case 'open':
      return { ...state, open: change.product };
    case 'made':
      return { ...state, use: 'calculated', made: change.made };
    case 'use-file':
      return { ...state, use: 'file', made: null };
    case 'incomplete':
      return { ...state, incomplete: change.incomplete };
    case 'drafts':
      return { ...state, drafts: change.drafts };
    case 'scenarios':
      return { ...state, scenarios: change.scenarios };
  }
}

/** What rests on files and settings goes when those change; the user’s decisions stay. */
export const withoutFigures = (state: ForecastState): ForecastState => ({
  ...state,
  view: null,
  made: null,
  scenarios: null,
});

/** Takes up what a workbook remembers, where nothing was decided yet. */
export function recallInto(state: ForecastState, kept: RememberedForecast | null): ForecastState {
  if (kept === null || state.overrides.length > 0 || state.methods.length > 0) return state;
  return { ...state, ...kept, made: null };
}

/** What a workbook keeps of the user’s decisions. */
export const keptOf = ({ methods, overrides, shares, use, incomplete }: ForecastState): Json => ({
  methods: methods.map(({ provider, domain, product, method }) => ({ provider, domain, product, method })),
  overrides: overrides.map(({ provider, domain, product, month, amount, reason }) => ({
    ...{ provider, domain, product, month, reason },
    amount: formatMoney(amount),
  })),
  shares: [...shares],
  use,
  incomplete,
});

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function membersOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const METHODS: ReadonlySet<string> = new Set(FORECAST_METHODS);
const isMethod = (text: string): text is ProductMethod['method'] => METHODS.has(text);

/** What is kept, as far as it can be read; what can’t is left out. */
export function readRemembered(json: Json): RememberedForecast | null {
  if (json === null) return null;
  const kept = membersOf(json);
  const named = (value: Json): { provider: string; domain: string; product: string; of: typeof kept } => {
    const of = membersOf(value);
    const [provider, domain, product] = [of['provider'], of['domain'], of['product']].map(textOf);
    return { provider: provider ?? '', domain: domain ?? '', product: product ?? '', of };
  };
  const shares = listOf(kept['shares']).map(textOf);
  return {
    methods: listOf(kept['methods']).flatMap((value): ProductMethod[] => {
      const { of, ...product } = named(value);
      const method = textOf(of['method']);
      return isMethod(method) && product.product !== '' ? [{ ...product, method }] : [];
    }),
    overrides: listOf(kept['overrides']).flatMap((value): ForecastOverride[] => {
      const { of, ...product } = named(value);
      const month = textOf(of['month']);
      const amount = textOf(of['amount']);
      const reason = textOf(of['reason']);
      return isMonth(month) && /^-?\d+\.\d{2}$/.test(amount) && product.product !== ''
        ? [{ ...product, month, amount: parseMoney(amount), reason }]
        : [];
    }),
    shares: NO_SHARES.map((_, age) => shares[age] ?? ''),
    use: kept['use'] === 'calculated' ? 'calculated' : 'file',
    incomplete: INCOMPLETE_CHOICES.find((choice) => choice === kept['incomplete']) ?? 'declared',
  };
}
