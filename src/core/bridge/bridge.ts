import {
  addMoney,
  Decimal,
  moneyValue,
  negateMoney,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type Message,
  type Money,
  type Step,
} from '../values';
import { providerKey } from '../production/provider';
import {
  clientParts,
  comparable,
  partLabel,
  pricePart,
  remainderPart,
  volumePart,
  type Comparable,
  type GroupVolume,
  type Part,
} from './attribute';
import {
  addAmounts,
  BRIDGE_PARTS,
  NO_AMOUNTS,
  type Bridge,
  type BridgeAmounts,
  type BridgeLine,
  type BridgeSide,
  type OtherReason,
} from './parts';
import { groupKey, poolRows, type ProductPools } from './pools';

export interface BridgeOptions {
  /**
   * Rows that state no volume. `other`: their difference isn't attributed. `known-price`: the price of the
   * rows of the same side and product that state one gives their volume; said as an assumption.
   */
  readonly missingVolume?: 'other' | 'known-price';
}

/**
 * The difference between two sides, attributed per product and in total. In this order: months over on both
 * sides (price where volumes are known, the rest `lag`), clients on one side only (`new`, `left`), then
 * price = new amount − new volume × old price, volume = old amount × (growth of all volume in that unit of
 * that provider and domain), mix = what is then left of the product's difference. Price and volume are
 * rounded half up to cents; mix and lag take what is left, so that the parts are exactly the difference.
 * Without usable volumes all of it is `other`. With ceilings on either side the difference is that of total
 * minus ceiling, and a raised ceiling is a negative `ceiling`.
 * Unit: euro. Errors: none; a side without rows is a side of 0.
 */
export function buildBridge(before: BridgeSide, after: BridgeSide, options: BridgeOptions = {}): Bridge {
  const fill = options.missingVolume === 'known-price';
  const { products, unnamed } = poolRows(before, after);
  const volumes = new Map<ProductPools, Comparable>();
  const groups = new Map<string, GroupVolume>();
  for (const pools of products) {
    const found = comparable(pools.rest, fill ? pools.lag : null, pools.units.size);
    volumes.set(pools, found);
    if (found.reason !== null || isEmpty(found)) continue;
    const key = volumeGroup(pools);
    const sum = groups.get(key) ?? { before: new Decimal(0), after: new Decimal(0), products: 0 };
    groups.set(key, {
      before: sum.before.plus(found.before.quantity),
      after: sum.after.plus(found.after.quantity),
      products: sum.products + 1,
    });
  }
  const lines = products.map((pools) =>
    productLine(pools, volumes.get(pools) ?? { reason: 'no-volume' }, groups.get(volumeGroup(pools)), fill),
  );
  lines.push(...ceilingLines(before, after));
  const total = lines.reduce((sum, line) => addAmounts(sum, line.parts), NO_AMOUNTS);
  const [from, to] = [sumMoney(lines.map((line) => line.before)), sumMoney(lines.map((line) => line.after))];
  const difference = subtractMoney(to, from);
  return {
    lines,
    before: from,
    after: to,
    difference,
    parts: total,
    notices: noticesOf(lines, unnamed),
    step: step({ code: 'bridge.step-total', facts: {} }, moneyValue(difference), {
      operator: 'sum',
      parts: BRIDGE_PARTS.filter((part) => lines.some((line) => line.parts[part] !== ZERO)).map((part) =>
        step(partLabel(part), moneyValue(total[part]), {
          operator: 'sum',
          parts: lines
            .filter((line) => line.parts[part] !== ZERO)
            .map((line) => step(lineLabel(line), moneyValue(line.parts[part]))),
        }),
      ),
    }),
  };
}

/** A product without volume on either side isn't part of a group's mix. */
const isEmpty = ({ before, after }: Extract<Comparable, { reason: null }>): boolean =>
  before.quantity.isZero() && after.quantity.isZero();

/** The only unit of a product, or null; products in the same unit of a provider and domain form a group. */
const unitOf = (pools: ProductPools): string | null => [...pools.units][0] ?? null;
const volumeGroup = (pools: ProductPools): string => JSON.stringify([groupKey(pools), unitOf(pools)]);

const lineLabel = (line: Pick<BridgeLine, 'provider' | 'domain' | 'product'>): Message =>
  line.product === null
    ? { code: 'bridge.step-ceiling-line', facts: { provider: line.provider, domain: line.domain } }
    : {
        code: 'bridge.step-product',
        facts: { provider: line.provider, domain: line.domain, product: line.product },
      };

function productLine(
  pools: ProductPools,
  volumes: Comparable,
  group: GroupVolume | undefined,
  fill: boolean,
): BridgeLine {
  const lagParts = partsOfLag(pools, fill);
  const clients = clientParts(pools);
  const sides = { before: pools.rest.before.amount, after: pools.rest.after.amount };
  const moved = sides.before !== sides.after;
  let otherReason: OtherReason | null = null;
  let rest: Part[] = [];
  if (volumes.reason !== null) {
    if (moved) {
      otherReason = volumes.reason;
      const label: Message = { code: 'bridge.step-other', facts: {} };
      rest = [remainderPart('other', sides, [], label)];
    }
  } else {
    rest = partsOfRest(sides, volumes, group, unitOf(pools));
  }
  const parts = [...rest, ...lagParts, ...clients];
  const amounts = amountsOf(parts);
  const difference = subtractMoney(pools.after, pools.before);
  const { provider, domain, product } = pools;
  return {
    provider,
    domain,
    product,
    before: pools.before,
    after: pools.after,
    difference,
    parts: amounts,
    otherReason,
    newClients: pools.newClients.size,
    leftClients: pools.leftClients.size,
    step: step(lineLabel({ provider, domain, product }), moneyValue(difference), {
      operator: 'sum',
      parts: parts.map((part) => part.step),
    }),
  };
}

function partsOfLag(pools: ProductPools, fill: boolean): Part[] {
  const { before, after } = pools.lag;
  const sides = { before: before.amount, after: after.amount };
  const found = comparable(pools.lag, fill ? pools.rest : null, pools.units.size);
  const price =
    found.reason === null
      ? pricePart(
          { amount: before.amount, volume: found.before },
          { amount: after.amount, volume: found.after },
          unitOf(pools),
        )
      : null;
  const taken = price !== null && price.amount !== ZERO ? [price] : [];
  const lag = remainderPart('lag', sides, taken);
  return lag.amount === ZERO ? taken : [...taken, lag];
}

function partsOfRest(
  sides: { readonly before: Money; readonly after: Money },
  volumes: Extract<Comparable, { reason: null }>,
  group: GroupVolume | undefined,
  unit: string | null,
): Part[] {
  const price = pricePart(
    { amount: sides.before, volume: volumes.before },
    { amount: sides.after, volume: volumes.after },
    unit,
  );
  const taken = price !== null && price.amount !== ZERO ? [price] : [];
  // A product alone in its unit has no mix: all its volume is volume, to the cent.
  if (group === undefined || group.products === 1) {
    const volume = remainderPart('volume', sides, taken);
    return volume.amount === ZERO ? taken : [...taken, volume];
  }
  const volume = volumePart(sides.before, group, unit);
  if (volume !== null && volume.amount !== ZERO) taken.push(volume);
  const mix = remainderPart('mix', sides, taken);
  return mix.amount === ZERO ? taken : [...taken, mix];
}

function amountsOf(parts: readonly Part[]): BridgeAmounts {
  const amounts = { ...NO_AMOUNTS };
  for (const { part, amount } of parts) amounts[part] = addMoney(amounts[part], amount);
  return amounts;
}

function ceilingLines(before: BridgeSide, after: BridgeSide): BridgeLine[] {
  if (before.ceilings === undefined && after.ceilings === undefined) return [];
  const found = new Map<string, { provider: string; domain: string; before: Money; after: Money }>();
  const take = (side: 'before' | 'after', ceilings: BridgeSide['ceilings']): void => {
    for (const { provider, domain, amount } of ceilings ?? []) {
      const key = JSON.stringify([providerKey(provider), domain]);
      const known = found.get(key) ?? { provider, domain, before: ZERO, after: ZERO };
      found.set(key, { ...known, [side]: addMoney(known[side], amount) });
    }
  };
  take('before', before.ceilings);
  take('after', after.ceilings);
  return [...found.values()].map(({ provider, domain, before: old, after: changed }): BridgeLine => {
    const difference = subtractMoney(old, changed);
    const ceilingStep = (side: 'before' | 'after', value: Money): Step =>
      step({ code: 'bridge.step-ceiling', facts: { side } }, moneyValue(value));
    return {
      provider,
      domain,
      product: null,
      before: negateMoney(old),
      after: negateMoney(changed),
      difference,
      parts: { ...NO_AMOUNTS, ceiling: difference },
      otherReason: null,
      newClients: 0,
      leftClients: 0,
      step: step(lineLabel({ provider, domain, product: null }), moneyValue(difference), {
        operator: 'difference',
        parts: [ceilingStep('before', old), ceilingStep('after', changed)],
      }),
    };
  });
}

function noticesOf(
  lines: readonly BridgeLine[],
  unnamed: Readonly<Record<'before' | 'after', Money>>,
): Message[] {
  const notices: Message[] = [];
  for (const reason of ['no-volume', 'unit-differs', 'volume-not-positive'] as const) {
    const own = lines.filter((line) => line.otherReason === reason);
    if (own.length === 0) continue;
    notices.push({
      code: `bridge.other-${reason}`,
      facts: {
        count: own.length,
        amount: moneyValue(sumMoney(own.map((line) => line.parts.other))),
        products: own.slice(0, 5).map((line) => line.product ?? ''),
      },
    });
  }
  for (const side of ['before', 'after'] as const) {
    if (unnamed[side] === ZERO) continue;
    notices.push({ code: 'bridge.clients-not-named', facts: { side, amount: moneyValue(unnamed[side]) } });
  }
  return notices;
}
