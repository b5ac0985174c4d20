import {
  addMoney,
  moneyValue,
  negateMoney,
  step,
  subtractMoney,
  sumMoney,
  textValue,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../values';
import { buildBridge, BRIDGE_PARTS, type BridgeLine, type BridgePart, type BridgeRow } from '../bridge';
import { sameProvider } from '../production/provider';
import { isOver, productText, type Newcomers } from './product-months';
import { yearAmount, type Snapshot, type SnapshotDomain, type SnapshotProduct } from './snapshot';

/**
 * What a difference between two frozen states is attributed to. Those of the bridge, and apart from them products that
 * only one of the sides has. `other` is what can't be told apart; it is never hidden in another cause.
 */
export const CAUSES = [
  'price',
  'volume',
  'mix',
  'lag',
  'new',
  'left',
  'new-products',
  'left-products',
  'other',
] as const satisfies readonly (Exclude<BridgePart, 'ceiling'> | 'new-products' | 'left-products')[];
export type Cause = (typeof CAUSES)[number];

/** Euro per cause, whole cents; together exactly the difference. */
export type CauseAmounts = Readonly<Record<Cause, Money>>;

export const NO_CAUSES: CauseAmounts = {
  price: ZERO,
  volume: ZERO,
  mix: ZERO,
  lag: ZERO,
  new: ZERO,
  left: ZERO,
  'new-products': ZERO,
  'left-products': ZERO,
  other: ZERO,
};

/** One product on both sides. */
export interface ComparedProduct {
  readonly product: string;
  readonly description: string | null;
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly causes: CauseAmounts;
  /** Why a part of it stands under `other`. */
  readonly otherReason: BridgeLine['otherReason'];
  readonly step: Step;
}

/** One domain on both sides: totals and ceilings. Null where a side has no such figure. */
export interface ComparedDomain {
  readonly domain: string;
  /** Counting production and forecast, as the total of the domain states it. */
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly causes: CauseAmounts;
  /** Widest difference first. */
  readonly products: readonly ComparedProduct[];
  /** Expected at year end. */
  readonly ceilingBefore: Money | null;
  readonly ceilingAfter: Money | null;
  /** Ceiling less total; below 0 is over. */
  readonly roomBefore: Money | null;
  readonly roomAfter: Money | null;
  readonly roomDifference: Money | null;
  /** Products that don't count. */
  readonly excludedBefore: Money;
  readonly excludedAfter: Money;
  readonly notices: readonly Message[];
  /** The difference as the sum of its causes. */
  readonly step: Step;
  /** The change of the room: changed ceiling less changed total. Null without a ceiling on both sides. */
  readonly roomStep: Step | null;
}

/** A side of a comparison, for a heading. */
export type ComparedSide = Pick<
  Snapshot,
  'kind' | 'id' | 'takenAt' | 'note' | 'file' | 'provider' | 'year' | 'asOf' | 'rulebook' | 'findings'
>;

export interface SnapshotComparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly domains: readonly ComparedDomain[];
  readonly total: { readonly before: Money; readonly after: Money; readonly difference: Money };
  readonly causes: CauseAmounts;
  /** What the reader has to know of the comparison as a whole. */
  readonly notices: readonly Message[];
}

const sideOf = ({
  kind,
  id,
  takenAt,
  note,
  file,
  provider,
  year,
  asOf,
  rulebook,
  findings,
}: Snapshot): ComparedSide => ({
  ...{ kind, id, takenAt, note, file, provider, year, asOf, rulebook, findings },
});

/**
 * Two frozen states, the difference per domain and product by cause. Months over on both sides that changed are late
 * declarations; clients that first had care after the earlier as-of date are new; a product that only one side has is
 * a new or left product; the rest is price, volume and mix as `buildBridge` divides it. A side is compared on what
 * counts under its own rulebook; a budget takes over how the other side counts. Causes add up to the difference to
 * the cent, per product, domain and in total. Errors: none.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotComparison {
  const sides = {
    before: before.kind === 'budget' ? treatedAs(before, after) : before,
    after: after.kind === 'budget' ? treatedAs(after, before) : after,
  };
  const names = [...new Set([...sides.before.domains, ...sides.after.domains].map(({ domain }) => domain))];
  const domains = names.map((domain) => compareDomain(domain, sides.before, sides.after));
  const [from, to] = [sumMoney(domains.map((one) => one.before)), sumMoney(domains.map((one) => one.after))];
  return {
    before: sideOf(before),
    after: sideOf(after),
    domains,
    total: { before: from, after: to, difference: subtractMoney(to, from) },
    causes: domains.reduce((sum, one) => addCauses(sum, one.causes), NO_CAUSES),
    notices: noticesOf(before, after),
  };
}

/** A budget counts as the run counts: its products take over the treatment of the same product there. */
function treatedAs(budget: Snapshot, run: Snapshot): Snapshot {
  const treatments = new Map(run.products.map((one) => [`${one.domain}|${one.product}`, one] as const));
  const products = budget.products.map((one) => {
    const known = treatments.get(`${one.domain}|${one.product}`);
    return known
      ? { ...one, treatment: known.treatment, description: one.description ?? known.description }
      : one;
  });
  const sum = (domain: string, excluded: boolean): Money =>
    sumMoney(
      products
        .filter((one) => one.domain === domain && (one.treatment === 'excluded') === excluded)
        .map(yearAmount),
    );
  return {
    ...budget,
    products,
    domains: budget.domains.map((one) => {
      const total = sum(one.domain, false);
      return { ...one, forecast: total, total, excluded: sum(one.domain, true) };
    }),
  };
}

/** Whether late declarations and newcomers can be told at all: only within one year. */
const sameYear = (before: Snapshot, after: Snapshot): boolean => before.year === after.year;

function noticesOf(before: Snapshot, after: Snapshot): Message[] {
  const notices: Message[] = [];
  if (!sameYear(before, after)) {
    notices.push({
      code: 'snapshots.other-year',
      facts: { before: String(before.year), after: String(after.year) },
    });
  }
  if (!sameProvider(before.provider, after.provider)) {
    notices.push({
      code: 'snapshots.other-provider',
      facts: { before: before.provider, after: after.provider },
    });
  }
  const [old, now] = [before.rulebook, after.rulebook];
  if (old && now && (old.id !== now.id || old.version !== now.version)) {
    notices.push({
      code: 'snapshots.other-rulebook',
      facts: { before: `${old.id} ${old.version}`, after: `${now.id} ${now.version}` },
    });
  }
  if (before.asOf !== null && after.asOf !== null && before.asOf > after.asOf) {
    notices.push({ code: 'snapshots.order', facts: {} });
  }
  return notices;
}

const counting = (snapshot: Snapshot, domain: string): SnapshotProduct[] =>
  snapshot.products.filter((one) => one.domain === domain && one.treatment !== 'excluded');

const hasAmount = (product: SnapshotProduct): boolean =>
  product.months.some(({ production, forecast }) => production !== ZERO || forecast !== ZERO);

/** The name under which all clients go that are neither new nor told apart. */
const KNOWN = 'known';

/** Rows of one side for the bridge; newcomers since `since` apart, under names that say nothing. */
function rowsOf(
  snapshot: Snapshot,
  products: readonly SnapshotProduct[],
  clients: { readonly since: IsoDate } | 'all-known' | null,
): BridgeRow[] {
  const rows: BridgeRow[] = [];
  const newcomers = clients === null || clients === 'all-known' ? [] : snapshot.newcomers;
  const since = clients === null || clients === 'all-known' ? null : clients.since;
  const byPlace = new Map<string, Newcomers[]>();
  const placeOf = (at: Pick<Newcomers, 'domain' | 'product' | 'unit' | 'month'>): string =>
    JSON.stringify([at.domain, at.product, at.unit, at.month]);
  for (const one of newcomers) {
    if (isOver(one.first, since)) continue;
    const known = byPlace.get(placeOf(one));
    if (known) known.push(one);
    else byPlace.set(placeOf(one), [one]);
  }
  for (const { domain, product, unit, months } of products) {
    for (const month of months) {
      const base = { provider: snapshot.provider, domain, product, unit, month: month.month };
      const fresh = byPlace.get(placeOf(base)) ?? [];
      let amount = month.production;
      let quantity = month.productionVolume;
      for (const one of fresh) {
        amount = subtractMoney(amount, one.amount);
        quantity = quantity === null || one.volume === null ? null : quantity.minus(one.volume);
        rows.push({ ...base, client: `${one.first}/1`, amount: one.amount, quantity: one.volume });
        // The others of them count, without an amount of their own.
        for (let at = 2; at <= one.clients; at++) {
          rows.push({ ...base, client: `${one.first}/${at}`, amount: ZERO, quantity: null });
        }
      }
      const client = clients === null ? null : KNOWN;
      if (amount !== ZERO || (quantity !== null && !quantity.isZero())) {
        rows.push({ ...base, client, amount, quantity });
      }
      if (month.forecast !== ZERO || (month.forecastVolume !== null && !month.forecastVolume.isZero())) {
        rows.push({ ...base, client, amount: month.forecast, quantity: month.forecastVolume });
      }
    }
  }
  return rows;
}

function compareDomain(domain: string, before: Snapshot, after: Snapshot): ComparedDomain {
  const products = { before: counting(before, domain), after: counting(after, domain) };
  const isIn = (side: readonly SnapshotProduct[]): ReadonlySet<string> =>
    new Set(side.filter(hasAmount).map(({ product }) => product));
  const [inBefore, inAfter] = [isIn(products.before), isIn(products.after)];
  const within = sameYear(before, after);
  const overOnBoth = (month: Month): boolean =>
    within && isOver(month, before.asOf) && isOver(month, after.asOf);
  const figures = { before: figuresOf(before, domain), after: figuresOf(after, domain) };
  const tells = within && before.asOf !== null && after.asOf !== null && figures.after?.namesClients === true;
  const rows = {
    before: rowsOf(before, products.before, tells ? 'all-known' : null),
    after: rowsOf(after, products.after, tells && before.asOf !== null ? { since: before.asOf } : null),
  };
  // A product that one side doesn't have at all is no volume or mix: it is a cause of its own, but for months that
  // were over on both sides, where it was declared late.
  const onlyIn = { before: difference(inBefore, inAfter), after: difference(inAfter, inBefore) };
  const isWhole = (side: 'before' | 'after', row: BridgeRow): boolean =>
    onlyIn[side].has(row.product) && !overOnBoth(row.month);
  const bridge = buildBridge(
    { rows: rows.before.filter((row) => !isWhole('before', row)), isActual: overOnBoth },
    { rows: rows.after.filter((row) => !isWhole('after', row)), isActual: overOnBoth },
  );
  const lines = new Map<string, ComparedProduct>();
  const descriptions = new Map(
    [...products.after, ...products.before].flatMap(({ product, description }) =>
      description === null ? [] : [[product, description] as const],
    ),
  );
  for (const line of bridge.lines) {
    if (line.product === null) continue;
    lines.set(line.product, fromBridge(line, line.product, descriptions.get(line.product) ?? null));
  }
  for (const side of ['before', 'after'] as const) {
    for (const product of onlyIn[side]) {
      const whole = sumMoney(
        rows[side].filter((row) => row.product === product && isWhole(side, row)).map(({ amount }) => amount),
      );
      if (whole === ZERO) continue;
      const description = descriptions.get(product) ?? null;
      lines.set(product, withWhole(lines.get(product) ?? null, side, product, description, whole));
    }
  }
  const all = [...lines.values()].sort(byWidth);
  const [from, to] = [sumMoney(all.map((one) => one.before)), sumMoney(all.map((one) => one.after))];
  const causes = all.reduce((sum, one) => addCauses(sum, one.causes), NO_CAUSES);
  const change = subtractMoney(to, from);
  const room = roomOf(figures.before, figures.after, from, to);
  return {
    domain,
    before: from,
    after: to,
    difference: change,
    causes,
    products: all,
    ...room,
    excludedBefore: figures.before?.excluded ?? ZERO,
    excludedAfter: figures.after?.excluded ?? ZERO,
    notices: [...bridge.notices, ...clientNotices(domain, before, after, tells)],
    step: step({ code: 'snapshots.step-domain', facts: { domain } }, moneyValue(change), {
      operator: 'sum',
      parts: CAUSES.filter((cause) => causes[cause] !== ZERO).map((cause) =>
        step(causeLabel(cause), moneyValue(causes[cause]), {
          operator: 'sum',
          parts: all
            .filter((one) => one.causes[cause] !== ZERO)
            .map((one) => step(productLabel(one), moneyValue(one.causes[cause]))),
        }),
      ),
    }),
  };
}

const difference = (of: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...of].filter((one) => !less.has(one)));

const figuresOf = (snapshot: Snapshot, domain: string): SnapshotDomain | null =>
  snapshot.domains.find((one) => one.domain === domain) ?? null;

const magnitude = (amount: Money): bigint => (amount < 0n ? -amount : amount);

function byWidth(a: ComparedProduct, b: ComparedProduct): number {
  const [left, right] = [magnitude(a.difference), magnitude(b.difference)];
  return left === right ? a.product.localeCompare(b.product) : left > right ? -1 : 1;
}

/** The name of a cause, as a sentence of its own. */
export const causeLabel = (cause: Cause): Message => ({ code: `snapshots.cause-${cause}`, facts: {} });

const productLabel = ({
  product,
  description,
}: Pick<ComparedProduct, 'product' | 'description'>): Message => ({
  code: 'snapshots.step-product',
  facts: { product: productText(product, description) },
});

/** Cause by cause; the sum of differences is the difference of sums. */
export function addCauses(a: CauseAmounts, b: CauseAmounts): CauseAmounts {
  const sum = { ...a };
  for (const cause of CAUSES) sum[cause] = addMoney(a[cause], b[cause]);
  return sum;
}

function fromBridge(line: BridgeLine, product: string, description: string | null): ComparedProduct {
  const causes = { ...NO_CAUSES };
  for (const part of BRIDGE_PARTS) if (part !== 'ceiling') causes[part] = line.parts[part];
  const { before, after, otherReason } = line;
  return {
    ...{ product, description, before, after, causes, otherReason },
    difference: line.difference,
    step: { ...line.step, label: productLabel({ product, description }) },
  };
}

/** A product that only one side has, on top of what was declared late of it. */
function withWhole(
  late: ComparedProduct | null,
  side: 'before' | 'after',
  product: string,
  description: string | null,
  whole: Money,
): ComparedProduct {
  const cause: Cause = side === 'after' ? 'new-products' : 'left-products';
  const moved = side === 'after' ? whole : negateMoney(whole);
  const [before, after] = [late?.before ?? ZERO, late?.after ?? ZERO];
  const change = addMoney(late?.difference ?? ZERO, moved);
  const own = step(causeLabel(cause), moneyValue(moved), {
    operator: 'difference',
    parts: [
      step(
        { code: 'bridge.step-amount', facts: { side: 'after' } },
        moneyValue(side === 'after' ? whole : ZERO),
      ),
      step(
        { code: 'bridge.step-amount', facts: { side: 'before' } },
        moneyValue(side === 'before' ? whole : ZERO),
      ),
    ],
  });
  return {
    ...{ product, description },
    before: side === 'before' ? addMoney(before, whole) : before,
    after: side === 'after' ? addMoney(after, whole) : after,
    difference: change,
    causes: { ...(late?.causes ?? NO_CAUSES), [cause]: moved },
    otherReason: late?.otherReason ?? null,
    step: step(productLabel({ product, description }), moneyValue(change), {
      operator: 'sum',
      parts: [...(late?.step.parts ?? []), own],
    }),
  };
}

type Room = Pick<
  ComparedDomain,
  'ceilingBefore' | 'ceilingAfter' | 'roomBefore' | 'roomAfter' | 'roomDifference' | 'roomStep'
>;

/** Ceiling less total on either side, and what changed in it. */
function roomOf(before: SnapshotDomain | null, after: SnapshotDomain | null, from: Money, to: Money): Room {
  const ceilingBefore = before?.ceiling?.effectiveYearEnd ?? null;
  const ceilingAfter = after?.ceiling?.effectiveYearEnd ?? null;
  const roomBefore = ceilingBefore === null ? null : subtractMoney(ceilingBefore, from);
  const roomAfter = ceilingAfter === null ? null : subtractMoney(ceilingAfter, to);
  if (ceilingBefore === null || ceilingAfter === null || roomBefore === null || roomAfter === null) {
    return { ceilingBefore, ceilingAfter, roomBefore, roomAfter, roomDifference: null, roomStep: null };
  }
  const roomDifference = subtractMoney(roomAfter, roomBefore);
  const [raised, grown] = [subtractMoney(ceilingAfter, ceilingBefore), subtractMoney(to, from)];
  const ends = (code: string, first: Money, second: Money): Step[] => [
    step({ code, facts: { side: 'after' } }, moneyValue(first)),
    step({ code, facts: { side: 'before' } }, moneyValue(second)),
  ];
  return {
    ...{ ceilingBefore, ceilingAfter, roomBefore, roomAfter, roomDifference },
    roomStep: step({ code: 'snapshots.step-room', facts: {} }, moneyValue(roomDifference), {
      operator: 'difference',
      parts: [
        step({ code: 'snapshots.step-ceiling', facts: {} }, moneyValue(raised), {
          operator: 'difference',
          parts: ends('bridge.step-ceiling', ceilingAfter, ceilingBefore),
        }),
        step({ code: 'snapshots.step-total', facts: {} }, moneyValue(grown), {
          operator: 'difference',
          parts: ends('bridge.step-amount', to, from),
        }),
      ],
    }),
  };
}

/** What can be said of clients, and what can't: a snapshot never holds who they are. */
function clientNotices(domain: string, before: Snapshot, after: Snapshot, tells: boolean): Message[] {
  const facts = { domain: textValue(domain) };
  if (tells) return [{ code: 'snapshots.clients-left-not-told', facts }];
  if (before.kind === 'budget' || after.kind === 'budget' || !sameYear(before, after)) return [];
  return [{ code: 'snapshots.clients-not-told', facts }];
}
