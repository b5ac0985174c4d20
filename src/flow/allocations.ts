import {
  convertVolume,
  coversProduct,
  finding,
  openAllocations,
  providerKey,
  sumMoney,
  yearEndFindings,
  yearOf,
  type Allocation,
  type CareRow,
  type CeilingEntry,
  type Decimal,
  type DomainFigures,
  type Finding,
  type OpenAllocations,
  type Used,
} from '../core';
import type { Loaded } from './load';
import type { ProductKnowledge } from './products';

const clientKey = (provider: string, domain: string, client: string): string =>
  JSON.stringify([provider, domain, client.trim().toUpperCase()]);

/**
 * What production says was declared on an allocation with a total or a budget. Production is added up per
 * client and product, so only where no other such allocation of that client covers the same product at the
 * same time; otherwise null: not known.
 */
function usedFrom(
  allocations: readonly Allocation[],
  production: Iterable<CareRow>,
): (allocation: Allocation) => Used | null {
  const limited = allocations.filter(
    ({ amount, volume, frequency, client }) =>
      client !== null && (amount !== null || (volume !== null && frequency === 'total')),
  );
  const keys = new Set<string>();
  const others = new Map<string, Allocation[]>();
  for (const allocation of limited) {
    const key = clientKey(providerKey(allocation.provider), allocation.domain, allocation.client ?? '');
    keys.add(key);
    const list = others.get(key);
    if (list) list.push(allocation);
    else others.set(key, [allocation]);
  }
  const rows = new Map<string, CareRow[]>();
  for (const row of production) {
    if (row.client === null) continue;
    for (const provider of new Set([providerKey(row.provider), ''])) {
      const key = clientKey(provider, row.domain, row.client);
      if (!keys.has(key)) continue;
      const list = rows.get(key);
      if (list) list.push(row);
      else rows.set(key, [row]);
    }
  }
  const years = new Set<number>();
  for (const list of rows.values()) for (const { month } of list) years.add(yearOf(month));
  return (allocation) => {
    if (allocation.client === null) return null;
    const key = clientKey(providerKey(allocation.provider), allocation.domain, allocation.client);
    const shared = (others.get(key) ?? []).some(
      (other) =>
        other !== allocation &&
        (coversProduct(other.product, allocation.product) ||
          coversProduct(allocation.product, other.product)) &&
        other.from <= (allocation.until ?? '9999') &&
        allocation.from <= (other.until ?? '9999'),
    );
    // Production that begins after the allocation can’t tell what was declared on it before.
    if (shared || !years.has(yearOf(allocation.from))) return null;
    const own = (rows.get(key) ?? []).filter(
      (row) =>
        coversProduct(allocation.product, row.product) &&
        row.month >= allocation.from.slice(0, 7) &&
        row.month <= (allocation.until ?? '9999').slice(0, 7),
    );
    let volume: Decimal | null = null;
    for (const row of own) {
      const delivered = row.quantity === null ? null : convertVolume(row.quantity, row.unit, allocation.unit);
      // One line that can’t be compared makes the sum unknown.
      if (delivered === null) return { volume: null, amount: sumMoney(own.map(({ amount }) => amount)) };
      volume = volume === null ? delivered : volume.plus(delivered);
    }
    return { volume, amount: sumMoney(own.map(({ amount }) => amount)) };
  };
}

const known = new WeakMap<Loaded, OpenAllocations>();

/** The open allocations of a run, worked out once; null when no file was given. */
export function openAllocationsOf(loaded: Loaded): OpenAllocations | null {
  const { allocations, rulebook, tariffs, year, asOf, production } = loaded;
  if (allocations === null) return null;
  let open = known.get(loaded);
  if (!open) {
    open = openAllocations({
      ...{ rulebook, allocations, tariffs, year, asOf },
      production: () => production.rows(),
      used: usedFrom(allocations, production.rows()),
    });
    known.set(loaded, open);
  }
  return open;
}

/** ZUT-03 over all domains of a provider, and what the lists of allocations themselves leave to be said. */
export function allocationFindings(
  loaded: Loaded,
  provider: string,
  domains: readonly DomainFigures[],
  ceilings: readonly CeilingEntry[] | null,
  products: ProductKnowledge,
): Finding[] | null {
  const open = openAllocationsOf(loaded);
  if (open === null) return null;
  return [
    ...domains.flatMap((figures) =>
      yearEndFindings(loaded.rulebook, open, provider, figures, ceilings, products.lookup),
    ),
    ...versionFindings(open),
  ];
}

/** CHK-31: lines of one allocation that contradict each other, and how many versions were left out. */
export function versionFindings(open: Pick<OpenAllocations, 'versions'>): Finding[] {
  const { issues, replaced, retracted } = open.versions;
  const found = issues.map(({ code, facts, place }) =>
    finding(null, 'CHK-31', 'warning', { code, facts }, { location: place }),
  );
  if (replaced.length + retracted.length > 0) {
    found.push(
      finding(null, 'CHK-31', 'notice', {
        code: 'allocations.versions-left-out',
        facts: { replaced: replaced.length, retracted: retracted.length },
      }),
    );
  }
  return found;
}
