import { addMoney, Decimal, ZERO, type Money } from '../values';
import { providerKey } from '../production/provider';
import type { BridgeRow, BridgeSide } from './parts';

/** Amount and volume of one side of a product, added up over rows. */
export interface Pool {
  readonly amount: Money;
  /** The part of the amount whose rows state a volume, and that volume. */
  readonly priced: Money;
  readonly quantity: Decimal;
}

export const EMPTY_POOL: Pool = { amount: ZERO, priced: ZERO, quantity: new Decimal(0) };

/** One product on both sides, split by how its rows take part. */
export interface ProductPools {
  readonly key: string;
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  /** Units that rows name; more than one makes volumes incomparable. */
  readonly units: Set<string>;
  /** Months that were over on both sides. */
  lag: { before: Pool; after: Pool };
  /** All other rows but those of new and left clients. */
  rest: { before: Pool; after: Pool };
  newAmount: Money;
  leftAmount: Money;
  readonly newClients: Set<string>;
  readonly leftClients: Set<string>;
  before: Money;
  after: Money;
}

type Which = 'before' | 'after';

export const groupKey = ({ provider, domain }: { provider: string; domain: string }): string =>
  JSON.stringify([providerKey(provider), domain]);
const clientOf = (row: BridgeRow): string | null =>
  row.client === null || row.client.trim() === '' ? null : row.client.trim().toUpperCase();

function withRow(pool: Pool, row: BridgeRow): Pool {
  const amount = addMoney(pool.amount, row.amount);
  // An amount for a volume of 0 states no volume: that is also how an empty cell of Excel arrives.
  if (row.quantity === null || (row.quantity.isZero() && row.amount !== ZERO)) return { ...pool, amount };
  return {
    amount,
    priced: addMoney(pool.priced, row.amount),
    quantity: pool.quantity.plus(row.quantity),
  };
}

/** Clients that each side names, per provider and domain, and the amounts that name none. */
interface Named {
  readonly clients: Map<string, Set<string>>;
  readonly unnamed: Map<string, Money>;
}

function namesOf(rows: readonly BridgeRow[]): Named {
  const clients = new Map<string, Set<string>>();
  const unnamed = new Map<string, Money>();
  for (const row of rows) {
    const group = groupKey(row);
    const client = clientOf(row);
    if (client === null) {
      unnamed.set(group, addMoney(unnamed.get(group) ?? ZERO, row.amount));
    } else {
      const set = clients.get(group) ?? new Set<string>();
      clients.set(group, set.add(client));
    }
  }
  return { clients, unnamed };
}

export interface Pooled {
  readonly products: readonly ProductPools[];
  /** Amounts without a client on a side of a provider and domain whose other side names clients. */
  readonly unnamed: Readonly<Record<Which, Money>>;
}

/**
 * Puts every row of both sides in one pool: months over on both sides, new client, left client, or the rest.
 * A client is new when the other side names clients of that provider and domain, and not this one.
 */
export function poolRows(beforeSide: BridgeSide, afterSide: BridgeSide): Pooled {
  const rows = { before: [...beforeSide.rows], after: [...afterSide.rows] };
  const named = { before: namesOf(rows.before), after: namesOf(rows.after) };
  const products = new Map<string, ProductPools>();
  const of = (row: BridgeRow): ProductPools => {
    const key = JSON.stringify([providerKey(row.provider), row.domain, row.product]);
    let found = products.get(key);
    if (!found) {
      const { provider, domain, product } = row;
      found = {
        key,
        provider,
        domain,
        product,
        units: new Set(),
        lag: { before: EMPTY_POOL, after: EMPTY_POOL },
        rest: { before: EMPTY_POOL, after: EMPTY_POOL },
        newAmount: ZERO,
        leftAmount: ZERO,
        newClients: new Set(),
        leftClients: new Set(),
        before: ZERO,
        after: ZERO,
      };
      products.set(key, found);
    }
    return found;
  };
  const take = (row: BridgeRow, side: Which): void => {
    const pools = of(row);
    pools[side] = addMoney(pools[side], row.amount);
    if (row.unit !== null && row.unit.trim() !== '') pools.units.add(row.unit.trim().toLowerCase());
    if (beforeSide.isActual(row.month) && afterSide.isActual(row.month)) {
      pools.lag = { ...pools.lag, [side]: withRow(pools.lag[side], row) };
      return;
    }
    const client = clientOf(row);
    const others = named[side === 'before' ? 'after' : 'before'].clients.get(groupKey(row));
    if (client !== null && others !== undefined && !others.has(client)) {
      if (side === 'after') {
        pools.newAmount = addMoney(pools.newAmount, row.amount);
        pools.newClients.add(client);
      } else {
        pools.leftAmount = addMoney(pools.leftAmount, row.amount);
        pools.leftClients.add(client);
      }
      return;
    }
    pools.rest = { ...pools.rest, [side]: withRow(pools.rest[side], row) };
  };
  for (const row of rows.before) take(row, 'before');
  for (const row of rows.after) take(row, 'after');
  const unnamedOn = (side: Which): Money => {
    const other = named[side === 'before' ? 'after' : 'before'].clients;
    return [...named[side].unnamed]
      .filter(([group]) => other.has(group))
      .reduce((sum, [, amount]) => addMoney(sum, amount), ZERO);
  };
  return {
    products: [...products.values()],
    unnamed: { before: unnamedOn('before'), after: unnamedOn('after') },
  };
}
