import { addMoney, moneyValue, step, sumMoney, ZERO, type Money, type Month, type Step } from '../values';
import type { Outlook, OutlookEntry } from '../forecast/outlook';
import { ruleFor, type ProductTreatment, type Role, type Rulebook } from '../rulebook';

/** A product of a domain with its figures and its treatment under the rulebook. */
export interface CountedProduct {
  readonly product: string;
  readonly description: string | null;
  readonly treatment: ProductTreatment;
  readonly production: Money;
  readonly forecast: Money;
}

/** What counts in one domain, split the ways the rules need it. */
export interface Counting {
  readonly domain: string;
  readonly products: readonly CountedProduct[];
  /** Entries that count, volume-raised products included. */
  readonly entries: readonly OutlookEntry[];
  readonly production: Money;
  readonly forecast: Money;
  readonly excluded: Money;
  /** Counting amounts per month, production and forecast apart. */
  readonly byMonth: ReadonlyMap<Month, { production: Money; forecast: Money }>;
  /** Volume-raised amounts per month. */
  readonly raisedByMonth: ReadonlyMap<Month, { production: Money; forecast: Money }>;
  readonly steps: {
    readonly production: Step;
    readonly forecast: Step;
    readonly excluded: Step;
    readonly total: Step;
  };
}

/** Looks up how a product is described and treated. */
export type ProductLookup = (
  domain: string,
  product: string,
) => {
  readonly description: string | null;
  readonly treatment: ProductTreatment;
  /** Wlz sector of the product as the tariff list says it: V&V, GZ or GGZ. */
  readonly sector?: string | null;
};

const emptyMonth = (): { production: Money; forecast: Money } => ({ production: ZERO, forecast: ZERO });

/**
 * Divides a domain's entries into what counts and what doesn't (ZUT-02, ZUT-06, ZUT-09), with steps.
 * Shape: one domain. Unit: euro, exact. Errors: none.
 */
export function countDomain(
  outlook: Outlook,
  domain: string,
  lookup: ProductLookup,
  rulebook: Rulebook | null = null,
): Counting {
  const rule = (role: Role): string | null => (rulebook ? ruleFor(rulebook, role, domain) : null);
  const entries = outlook.entries.filter((entry) => entry.domain === domain);
  const products = new Map<string, { -readonly [K in keyof CountedProduct]: CountedProduct[K] }>();
  const counted: OutlookEntry[] = [];
  const byMonth = new Map<Month, { production: Money; forecast: Money }>();
  const raisedByMonth = new Map<Month, { production: Money; forecast: Money }>();
  const addTo = (map: typeof byMonth, entry: OutlookEntry): void => {
    const cell = map.get(entry.month) ?? emptyMonth();
    cell[entry.phase] = addMoney(cell[entry.phase], entry.amount);
    map.set(entry.month, cell);
  };
  for (const entry of entries) {
    let product = products.get(entry.product);
    if (!product) {
      product = {
        product: entry.product,
        ...lookup(domain, entry.product),
        production: ZERO,
        forecast: ZERO,
      };
      products.set(entry.product, product);
    }
    product[entry.phase] = addMoney(product[entry.phase], entry.amount);
    if (product.treatment.treatment === 'excluded') continue;
    counted.push(entry);
    addTo(byMonth, entry);
    if (product.treatment.treatment === 'volume-raised') addTo(raisedByMonth, entry);
  }
  const list = [...products.values()];
  const counting = list.filter((product) => product.treatment.treatment !== 'excluded');
  const left = list.filter((product) => product.treatment.treatment === 'excluded');
  const production = sumMoney(counting.map((product) => product.production));
  const forecast = sumMoney(counting.map((product) => product.forecast));
  const excluded = sumMoney(left.flatMap((product) => [product.production, product.forecast]));
  const part =
    (phase: 'production' | 'forecast') =>
    (product: CountedProduct): Step =>
      step(
        {
          code: product.description === null ? 'steps.product' : 'steps.product-described',
          facts: { product: product.product, description: product.description ?? '', phase },
        },
        moneyValue(product[phase]),
        product.treatment.group
          ? { rule: product.treatment.group.rule, source: product.treatment.group.source }
          : {},
      );
  const productionStep = step({ code: 'steps.production', facts: { domain } }, moneyValue(production), {
    operator: 'sum',
    rule: rule('ceiling'),
    parts: counting.map(part('production')),
  });
  const forecastStep = step({ code: 'steps.forecast', facts: { domain } }, moneyValue(forecast), {
    operator: 'sum',
    parts: counting.map(part('forecast')),
  });
  return {
    domain,
    products: list,
    entries: counted,
    production,
    forecast,
    excluded,
    byMonth,
    raisedByMonth,
    steps: {
      production: productionStep,
      forecast: forecastStep,
      excluded: step({ code: 'steps.excluded', facts: { domain } }, moneyValue(excluded), {
        operator: 'sum',
        rule: rule('excluded'),
        parts: left.flatMap((product) => [part('production')(product), part('forecast')(product)]),
      }),
      total: step({ code: 'steps.total', facts: { domain } }, moneyValue(addMoney(production, forecast)), {
        operator: 'sum',
        rule: rule('ceiling'),
        parts: [productionStep, forecastStep],
      }),
    },
  };
}
