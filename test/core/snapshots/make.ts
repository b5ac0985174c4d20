import {
  Decimal,
  monthsOfYear,
  parseDate,
  parseMoney,
  sumMoney,
  yearAmount,
  type IsoDate,
  type Money,
  type Newcomers,
  type Snapshot,
  type SnapshotProduct,
} from '../../../src/core';

/** What a test says of a product: production and forecast by month number, `amount` or `amount/volume`. */
export interface Made {
  readonly product: string;
  readonly domain?: string;
  readonly unit?: string | null;
  readonly treatment?: SnapshotProduct['treatment'];
  readonly production?: Readonly<Record<number, string>>;
  readonly forecast?: Readonly<Record<number, string>>;
}

const read = (text: string | undefined): { amount: Money; volume: Decimal | null } => {
  const [amount = '0.00', volume] = (text ?? '0.00').split('/');
  return { amount: parseMoney(amount), volume: volume === undefined ? null : new Decimal(volume) };
};

export function madeProduct(one: Made, year: number, asOf: IsoDate | null): SnapshotProduct {
  return {
    domain: one.domain ?? 'Wmo',
    product: one.product,
    unit: one.unit === undefined ? 'uur' : one.unit,
    description: null,
    treatment: one.treatment ?? 'counts',
    months: monthsOfYear(year).map((month, index) => {
      const [production, forecast] = [read(one.production?.[index + 1]), read(one.forecast?.[index + 1])];
      const isOver = asOf !== null && `${month}-28` <= asOf;
      return {
        month,
        status: isOver ? 'closed' : 'forecast',
        share: null,
        production: production.amount,
        productionVolume: production.volume,
        forecast: forecast.amount,
        forecastVolume: forecast.volume,
        clients: null,
      };
    }),
  };
}

/** A snapshot of invented figures; totals follow from the products. */
export function madeSnapshot(
  made: readonly Made[],
  about: {
    readonly asOf?: string | null;
    readonly year?: number;
    readonly ceilings?: Readonly<Record<string, string>>;
    readonly newcomers?: readonly Newcomers[];
    readonly id?: string;
    readonly namesClients?: boolean;
  } = {},
): Snapshot {
  const year = about.year ?? 2023;
  const asOf = about.asOf === null ? null : parseDate(about.asOf ?? '2023-06-30');
  const products = made.map((one) => madeProduct(one, year, asOf));
  const domains = [...new Set(products.map(({ domain }) => domain))];
  const sum = (domain: string, pick: (one: SnapshotProduct) => boolean): Money =>
    sumMoney(products.filter((one) => one.domain === domain && pick(one)).map(yearAmount));
  return {
    kind: asOf === null ? 'budget' : 'run',
    id: about.id ?? `${asOf ?? 'budget'}-1`,
    takenAt: null,
    note: '',
    engine: '0.0.0',
    file: 'eigen.xlsx',
    provider: 'Stichting Voorbeeld',
    year,
    asOf,
    rulebook: asOf === null ? null : { id: 'zutphen-2023', version: '1' },
    sources: [],
    domains: domains.map((domain) => {
      const total = sum(domain, ({ treatment }) => treatment !== 'excluded');
      const ceiling = about.ceilings?.[domain];
      const room = ceiling === undefined ? null : parseMoney(ceiling);
      return {
        ...{ domain, production: total, forecast: parseMoney('0.00'), total },
        excluded: sum(domain, ({ treatment }) => treatment === 'excluded'),
        ceiling: room && {
          base: room,
          raises: parseMoney('0.00'),
          expectedRaises: parseMoney('0.00'),
          caseBudgets: parseMoney('0.00'),
          effective: room,
          effectiveYearEnd: room,
        },
        ...{ headroom: null, headroomYearEnd: null, overrun: null, overrunYearEnd: null },
        exhaustionDate: null,
        namesClients: about.namesClients ?? false,
      };
    }),
    products,
    newcomers: about.newcomers ?? [],
    findings: { violation: 0, warning: 0, notice: 0, notChecked: 0 },
    overrides: [],
    scenarios: [],
  };
}
