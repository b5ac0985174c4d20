import { sumMoney, type Decimal, type IsoDate, type Money, type Month } from '../values';
import type { DomainFigures, Finding, PrognosisOutcome } from '../checks/outcome';
import type { ProductTreatment } from '../rulebook';
import type { Newcomers, ProductYear } from './product-months';

/** How a product counts under the rulebook of the run. */
export type Treatment = ProductTreatment['treatment'];

/** One product of a snapshot: twelve months, and how it counts. */
export interface SnapshotProduct extends ProductYear {
  readonly description: string | null;
  readonly treatment: Treatment;
}

/** What a run worked out for one domain: the figures of `DomainFigures` that are worth comparing. */
export type SnapshotDomain = Pick<
  DomainFigures,
  | 'domain'
  | 'production'
  | 'forecast'
  | 'excluded'
  | 'total'
  | 'ceiling'
  | 'headroom'
  | 'headroomYearEnd'
  | 'overrun'
  | 'overrunYearEnd'
  | 'exhaustionDate'
> & {
  /** Whether every line of production names its client, so that newcomers can be told. */
  readonly namesClients: boolean;
};

/** A file that a run read. */
export interface SnapshotSource {
  readonly file: string;
  readonly kind: string;
  /** SHA-256 in hexadecimal; null where it wasn't taken. */
  readonly hash: string | null;
  readonly lines: { readonly total: number; readonly read: number; readonly rejected: number };
  readonly amount: Money;
}

/** An amount that the user put in the place of a forecast. */
export interface SnapshotOverride {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly amount: Money;
  readonly reason: string;
}

/**
 * What a refresh worked out, frozen. Amounts per product and month, never per client. `budget` is an amount per month
 * that somebody agreed to: it has no as-of date, and no month of it is over.
 */
export interface Snapshot {
  readonly kind: 'run' | 'budget';
  /** Its place in the memory: letters, digits, points and hyphens. */
  readonly id: string;
  /** When it was frozen, as the face's clock says: ISO date, or date and time. */
  readonly takenAt: string | null;
  readonly note: string;
  /** Version of the program that worked it out. */
  readonly engine: string | null;
  /** The workbook; for a budget its file. */
  readonly file: string;
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate | null;
  readonly rulebook: { readonly id: string; readonly version: string } | null;
  readonly sources: readonly SnapshotSource[];
  readonly domains: readonly SnapshotDomain[];
  readonly products: readonly SnapshotProduct[];
  readonly newcomers: readonly Newcomers[];
  readonly findings: {
    readonly violation: number;
    readonly warning: number;
    readonly notice: number;
    readonly notChecked: number;
  };
  readonly overrides: readonly SnapshotOverride[];
  /** Names of the scenarios that the forecast was made with. */
  readonly scenarios: readonly string[];
}

/** What a run and its face know beside the outcome. */
export interface SnapshotInput {
  readonly id: string;
  readonly takenAt: string | null;
  readonly note: string;
  readonly engine: string | null;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly rulebook: { readonly id: string; readonly version: string };
  readonly sources: readonly SnapshotSource[];
  readonly overrides?: readonly SnapshotOverride[];
  readonly scenarios?: readonly string[];
}

const countFindings = (findings: readonly Finding[]): Snapshot['findings'] => {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity && !finding.notChecked).length;
  return {
    violation: count('violation'),
    warning: count('warning'),
    notice: count('notice'),
    notChecked: findings.filter(({ notChecked }) => notChecked).length,
  };
};

/** Amount of a product over its year. */
export const yearAmount = ({ months }: Pick<ProductYear, 'months'>): Money =>
  sumMoney(months.flatMap(({ production, forecast }) => [production, forecast]));

/**
 * Freezes what a run worked out for one prognosis. Null when the run kept no figures per product and month. The
 * counting products of a domain add up to its total, to the cent.
 */
export function takeSnapshot(outcome: PrognosisOutcome, input: SnapshotInput): Snapshot | null {
  if (!outcome.productYears) return null;
  const treatments = new Map(
    outcome.domains.flatMap(({ domain, products }) =>
      products.map((product) => [`${domain}|${product.product}`, product] as const),
    ),
  );
  const named = new Set(outcome.newcomers?.named ?? []);
  const { rulebook, ...rest } = input;
  return {
    kind: 'run',
    overrides: [],
    scenarios: [],
    ...rest,
    rulebook: { id: rulebook.id, version: rulebook.version },
    file: outcome.file,
    provider: outcome.provider,
    domains: outcome.domains.map(
      ({
        domain,
        production,
        forecast,
        excluded,
        total,
        ceiling,
        headroom,
        headroomYearEnd,
        overrun,
        overrunYearEnd,
        exhaustionDate,
      }) => ({
        ...{ domain, production, forecast, excluded, total, ceiling },
        ...{ headroom, headroomYearEnd, overrun, overrunYearEnd, exhaustionDate },
        namesClients: named.has(domain),
      }),
    ),
    products: outcome.productYears.map((year) => {
      const known = treatments.get(`${year.domain}|${year.product}`);
      return {
        ...year,
        description: known?.description ?? null,
        treatment: known?.treatment ?? 'counts',
      };
    }),
    newcomers: outcome.newcomers?.newcomers ?? [],
    findings: countFindings(outcome.findings),
  };
}

/** A line of a budget: an amount agreed for a product in a month, with the volume where that is stated. */
export interface BudgetRow {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly unit: string | null;
  readonly quantity: Decimal | null;
  readonly amount: Money;
}

/** The identity of a snapshot of that day: the next free number. */
export function nextSnapshotId(asOf: IsoDate, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const id = `${asOf}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
