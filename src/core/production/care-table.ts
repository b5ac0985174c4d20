import { CoreError } from '../values/error';
import { Decimal } from '../values/decimal';
import { moneyFromCents, type Money } from '../values/money';
import { isMonth, type Month } from '../values/date';
import { NameList } from './name-list';

/** Whether a line names an allocation. `unknown`: the file has no such column. */
export type Allocated = 'yes' | 'no' | 'unknown';

/** One aggregated line of care: everything with the same keys added up. */
export interface CareRow {
  readonly provider: string;
  readonly domain: string;
  /** Product code or, where the source has no code, its name. */
  readonly product: string;
  /** The provider's client key; null where the source names none. */
  readonly client: string | null;
  readonly month: Month;
  readonly unit: string | null;
  readonly allocated: Allocated;
  /** Delivered volume; null where no line of the group states one. */
  readonly quantity: Decimal | null;
  readonly amount: Money;
  /** Number of source lines added up. */
  readonly lines: number;
  /** Location as the source words it; absent where it names none. */
  readonly location?: string;
}

/** What `CareTable.add` takes. Whole cents, and the volume in ten-thousandths of its unit, as safe integers. */
export interface CareLine {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly client: string | null;
  readonly month: Month;
  readonly unit: string | null;
  readonly allocated: Allocated;
  readonly volume: number | null;
  readonly cents: number;
  readonly location?: string;
}

/** A table's groups as plain columns (`CareTable.toColumns`). */
export interface CareColumns {
  readonly names: readonly string[];
  readonly keys: Int32Array;
  readonly cents: Float64Array;
  readonly volumes: Float64Array;
  readonly descriptions: ReadonlyMap<string, string>;
}

const ALLOCATED: readonly Allocated[] = ['yes', 'no', 'unknown'];
const NONE = -1;

/** Whole numbers per group: six names, the allocation, the number of lines, and the location's name. */
const KEYS = 9;
const LINES = 7;
const LOCATION = 8;
/** Groups that share a client, by and large. */
const GROUPS_PER_NAME = 4;
/** So many slots to a group at least. */
const FULL = 1.5;

/**
 * Production or forecast, added up per provider, domain, product, client, month, unit, allocation and location
 * while it streams in. Columns of typed arrays: a million groups take about 60 MB. Amounts are safe integers of
 * cents, so adding is exact; leaving that range throws `money-out-of-range`.
 */
export class CareTable {
  private names = new NameList();
  private count = 0;
  // One group's keys lie side by side, so that comparing them touches one line of memory.
  private keys = new Int32Array(KEYS * 1024);
  private cents = new Float64Array(1024);
  /** Not a number: no line of the group states a volume. */
  private volumes = new Float64Array(1024);
  /** Number of a group plus one; 0: empty. */
  private slots = new Int32Array(4096);
  private descriptions = new Map<string, string>();

  /** Number of groups. */
  get size(): number {
    return this.count;
  }

  /** Remembers how the data itself describes a product; the first description stays. */
  describe(product: string, description: string): void {
    if (description !== '' && !this.descriptions.has(product)) this.descriptions.set(product, description);
  }

  /** Product descriptions found in the data itself, by product. */
  get productDescriptions(): ReadonlyMap<string, string> {
    return this.descriptions;
  }

  /** The small number that stands for a name; stable within this table. */
  intern(name: string): number {
    return this.names.idOf(name);
  }

  /** As `intern`, for a name of ASCII letters as bytes: it becomes a string only when it is asked for. */
  internAscii(bytes: Uint8Array, start: number, end: number): number {
    return this.names.idOfAscii(bytes, start, end);
  }

  /** The name that `intern` gave a number to; null for -1, none. */
  nameOf(id: number): string | null {
    return this.names.at(id) ?? null;
  }

  add(line: CareLine): void {
    this.addInterned(
      this.intern(line.provider),
      this.intern(line.domain),
      this.intern(line.product),
      line.client === null ? NONE : this.intern(line.client),
      this.intern(line.month),
      line.unit === null ? NONE : this.intern(line.unit),
      ALLOCATED.indexOf(line.allocated),
      line.volume,
      line.cents,
      line.location === undefined ? NONE : this.intern(line.location),
    );
  }

  /** As `add`, for readers that interned the names themselves (`client`, `unit` and `location` may be -1: none). */
  addInterned(
    provider: number,
    domain: number,
    product: number,
    client: number,
    month: number,
    unit: number,
    allocated: number,
    volume: number | null,
    cents: number,
    location: number = NONE,
  ): void {
    this.addGroup(provider, domain, product, client, month, unit, allocated, volume, cents, 1, location);
  }

  /**
   * Adds everything of another table, which must not be used afterwards: an empty table simply takes over
   * what the other holds. Errors: as `add`, and then this table is partly filled.
   */
  absorb(other: CareTable): void {
    if (this.count === 0 && this.names.length === 0 && this.descriptions.size === 0) {
      this.names = other.names;
      this.count = other.count;
      this.keys = other.keys;
      this.cents = other.cents;
      this.volumes = other.volumes;
      this.slots = other.slots;
      this.descriptions = other.descriptions;
      return;
    }
    const { keys, cents, volumes } = other;
    const translated = new Int32Array(other.names.length).fill(NONE);
    const own = (id: number): number => {
      if (id === NONE) return NONE;
      const known = translated[id] as number;
      return known === NONE ? (translated[id] = this.intern(other.names.at(id) ?? '')) : known;
    };
    for (let index = 0, at = 0; index < other.count; index++, at += KEYS) {
      const volume = volumes[index] as number;
      this.addGroup(
        own(keys[at] as number),
        own(keys[at + 1] as number),
        own(keys[at + 2] as number),
        own(keys[at + 3] as number),
        own(keys[at + 4] as number),
        own(keys[at + 5] as number),
        keys[at + 6] as number,
        Number.isNaN(volume) ? null : volume,
        cents[index] as number,
        keys[at + LINES] as number,
        own(keys[at + LOCATION] as number),
      );
    }
    for (const [product, description] of other.descriptions) this.describe(product, description);
  }

  /**
   * The same care with the clients and locations added together: what a check per product and month needs, at a fraction
   * of the rows.
   */
  withoutClients(): CareTable {
    const { keys, cents, volumes, names } = this;
    const sums = new CareTable();
    const own = new Int32Array(names.length).fill(NONE);
    const translate = (id: number): number => {
      if (id === NONE) return NONE;
      const known = own[id] as number;
      return known === NONE ? (own[id] = sums.intern(names.at(id) ?? '')) : known;
    };
    for (let index = 0, at = 0; index < this.count; index++, at += KEYS) {
      const volume = volumes[index] as number;
      sums.addGroup(
        translate(keys[at] as number),
        translate(keys[at + 1] as number),
        translate(keys[at + 2] as number),
        NONE,
        translate(keys[at + 4] as number),
        translate(keys[at + 5] as number),
        keys[at + 6] as number,
        Number.isNaN(volume) ? null : volume,
        cents[index] as number,
        keys[at + LINES] as number,
        NONE,
      );
    }
    for (const [product, description] of this.descriptions) sums.describe(product, description);
    return sums;
  }

  /** The groups of the providers that are asked for as a table of their own, in the same order. */
  only(isAsked: (provider: string) => boolean): CareTable {
    const part = new CareTable();
    for (const index of this.indexesOf(isAsked)) {
      const at = index * KEYS;
      const own = (offset: number): number => {
        const id = this.keys[at + offset] as number;
        return id === NONE ? NONE : part.intern(this.names.at(id) ?? '');
      };
      const volume = this.volumes[index] as number;
      part.addGroup(
        own(0),
        own(1),
        own(2),
        own(3),
        own(4),
        own(5),
        this.keys[at + 6] as number,
        Number.isNaN(volume) ? null : volume,
        this.cents[index] as number,
        this.keys[at + LINES] as number,
        own(LOCATION),
      );
    }
    for (const [product, description] of this.descriptions) part.describe(product, description);
    return part;
  }

  private addGroup(
    provider: number,
    domain: number,
    product: number,
    client: number,
    month: number,
    unit: number,
    allocated: number,
    volume: number | null,
    cents: number,
    lines: number,
    location: number,
  ): void {
    const index = this.find(provider, domain, product, client, month, unit, allocated, location);
    const total = (this.cents[index] as number) + cents;
    if (!Number.isSafeInteger(total)) throw new CoreError('money-out-of-range', { text: String(total) });
    this.cents[index] = total;
    if (volume !== null) {
      const before = this.volumes[index] as number;
      const sum = Number.isNaN(before) ? volume : before + volume;
      if (!Number.isSafeInteger(sum)) throw new CoreError('quantity-not-a-number', { text: String(sum) });
      this.volumes[index] = sum;
    }
    const at = index * KEYS + LINES;
    this.keys[at] = (this.keys[at] as number) + lines;
  }

  private find(
    provider: number,
    domain: number,
    product: number,
    client: number,
    month: number,
    unit: number,
    allocated: number,
    location: number,
  ): number {
    const { keys, slots } = this;
    const mask = slots.length - 1;
    const hash = hashOf(provider, domain, product, client, month, unit, allocated, location);
    const home = homeOf(provider, client, hash);
    let slot = home & mask;
    for (let step = 0; ; step++) {
      const index = (slots[slot] as number) - 1;
      if (index === NONE) break;
      const at = index * KEYS;
      if (
        keys[at + 3] === client &&
        keys[at + 2] === product &&
        keys[at + 4] === month &&
        keys[at] === provider &&
        keys[at + 1] === domain &&
        keys[at + 5] === unit &&
        keys[at + 6] === allocated &&
        keys[at + LOCATION] === location
      ) {
        return index;
      }
      slot = nextSlot(step, slot, home, hash) & mask;
    }
    if (this.count === this.cents.length) this.grow(this.count * 2);
    const index = this.count++;
    const at = index * KEYS;
    const room = this.keys;
    room[at] = provider;
    room[at + 1] = domain;
    room[at + 2] = product;
    room[at + 3] = client;
    room[at + 4] = month;
    room[at + 5] = unit;
    room[at + 6] = allocated;
    room[at + LINES] = 0;
    room[at + LOCATION] = location;
    this.cents[index] = 0;
    this.volumes[index] = NaN;
    slots[slot] = index + 1;
    if (this.count * FULL > slots.length) this.rehash(slots.length * 4);
    return index;
  }

  /** Makes room for so many groups beforehand, which saves growing step by step. */
  reserve(groups: number): void {
    if (groups > this.cents.length) this.grow(groups);
    let slots = this.slots.length;
    while (groups * FULL > slots) slots *= 2;
    if (slots > this.slots.length) this.rehash(slots);
    this.names.reserve(Math.ceil(groups / GROUPS_PER_NAME));
  }

  private grow(size: number): void {
    const copy = <T extends Int32Array | Float64Array>(bigger: T, old: T): T => {
      bigger.set(old);
      return bigger;
    };
    this.keys = copy(new Int32Array(size * KEYS), this.keys);
    this.cents = copy(new Float64Array(size), this.cents);
    this.volumes = copy(new Float64Array(size), this.volumes);
  }

  private rehash(size: number): void {
    const { keys, count } = this;
    const slots = new Int32Array(size);
    const mask = slots.length - 1;
    for (let index = 0; index < count; index++) {
      const at = index * KEYS;
      const provider = keys[at] as number;
      const client = keys[at + 3] as number;
      const hash = hashOf(
        provider,
        keys[at + 1] as number,
        keys[at + 2] as number,
        client,
        keys[at + 4] as number,
        keys[at + 5] as number,
        keys[at + 6] as number,
        keys[at + LOCATION] as number,
      );
      const home = homeOf(provider, client, hash);
      let slot = home & mask;
      for (let step = 0; slots[slot] !== 0; step++) slot = nextSlot(step, slot, home, hash) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }

  /** Visits every group in the order of first appearance. */
  *rows(): IterableIterator<CareRow> {
    for (let index = 0; index < this.count; index++) yield this.rowAt(index);
  }

  /** Groups by the number of their provider's name, each list in the order of first appearance. */
  private byProvider: { readonly count: number; readonly lists: ReadonlyMap<number, Int32Array> } | null =
    null;

  /**
   * Visits the groups of the providers that are asked for, in the order of first appearance, without a look
   * at the others: for a walk per provider over a table with hundreds of them.
   */
  *rowsOf(isAsked: (provider: string) => boolean): IterableIterator<CareRow> {
    for (const index of this.indexesOf(isAsked)) yield this.rowAt(index);
  }

  private indexesOf(isAsked: (provider: string) => boolean): Iterable<number> {
    if (this.byProvider?.count !== this.count) this.byProvider = { count: this.count, lists: this.split() };
    const asked = [...this.byProvider.lists].filter(([id]) => isAsked(this.names.at(id) ?? ''));
    const [only] = asked;
    if (!only) return [];
    let list = only[1];
    if (asked.length > 1) {
      list = new Int32Array(asked.reduce((length, [, own]) => length + own.length, 0));
      let at = 0;
      for (const [, own] of asked) {
        list.set(own, at);
        at += own.length;
      }
      list.sort();
    }
    return list;
  }

  private split(): Map<number, Int32Array> {
    const sizes = new Map<number, number>();
    for (let at = 0; at < this.count * KEYS; at += KEYS) {
      const id = this.keys[at] as number;
      sizes.set(id, (sizes.get(id) ?? 0) + 1);
    }
    const lists = new Map([...sizes].map(([id, size]) => [id, new Int32Array(size)] as const));
    const filled = new Map<number, number>();
    for (let index = 0; index < this.count; index++) {
      const id = this.keys[index * KEYS] as number;
      const next = filled.get(id) ?? 0;
      const list = lists.get(id);
      if (list) list[next] = index;
      filled.set(id, next + 1);
    }
    return lists;
  }

  private rowAt(index: number): CareRow {
    const at = index * KEYS;
    const name = (offset: number): string => this.names.at(this.keys[at + offset] ?? 0) ?? '';
    const nameOrNull = (offset: number): string | null =>
      this.keys[at + offset] === NONE ? null : name(offset);
    const month = name(4);
    if (!isMonth(month)) throw new CoreError('month-not-valid', { text: month });
    const row = {
      provider: name(0),
      domain: name(1),
      product: name(2),
      client: nameOrNull(3),
      month,
      unit: nameOrNull(5),
      allocated: ALLOCATED[this.keys[at + 6] ?? 2] ?? 'unknown',
      quantity: volumeOf(this.volumes[index] as number),
      amount: moneyFromCents(this.cents[index] ?? 0),
      lines: this.keys[at + LINES] ?? 0,
    };
    return this.keys[at + LOCATION] === NONE ? row : { ...row, location: name(LOCATION) };
  }

  /** Everything in it as plain columns, to be handed to another thread and put together with `fromColumns`. */
  toColumns(): CareColumns {
    return {
      names: this.names.all,
      keys: this.keys.slice(0, this.count * KEYS),
      cents: this.cents.slice(0, this.count),
      volumes: this.volumes.slice(0, this.count),
      descriptions: this.descriptions,
    };
  }

  /** The table that `toColumns` gave, with the same rows in the same order. */
  static fromColumns(columns: CareColumns): CareTable {
    const table = new CareTable();
    table.names = NameList.of(columns.names);
    table.count = columns.cents.length;
    const room = Math.max(1024, table.count);
    table.keys = new Int32Array(room * KEYS);
    table.keys.set(columns.keys);
    table.cents = new Float64Array(room);
    table.cents.set(columns.cents);
    table.volumes = new Float64Array(room);
    table.volumes.set(columns.volumes);
    table.descriptions = new Map(columns.descriptions);
    let slots = table.slots.length;
    while (table.count * FULL > slots) slots *= 2;
    table.rehash(slots);
    return table;
  }

  /** A table from plain lines: for tests, worked examples and small tables. */
  static of(lines: Iterable<CareLine>): CareTable {
    const table = new CareTable();
    for (const line of lines) table.add(line);
    return table;
  }
}

/**
 * A volume from ten-thousandths, of which NaN is none; a whole number isn't written out as text first. Nothing of
 * a credit is nothing, not less than that.
 */
function volumeOf(parts: number): Decimal | null {
  if (Number.isNaN(parts)) return null;
  return new Decimal(parts % 10_000 === 0 ? parts / 10_000 + 0 : `${parts}e-4`);
}

function hashOf(
  provider: number,
  domain: number,
  product: number,
  client: number,
  month: number,
  unit: number,
  allocated: number,
  location: number,
): number {
  let hash = Math.imul(provider + 1, 0x9e3779b1) ^ Math.imul(domain + 2, 0x85ebca6b);
  hash = Math.imul(hash ^ (product + 3), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (client + 5), 0x27d4eb2f) ^ Math.imul(location + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 13) ^ ((month + 7) * 31 + unit * 3 + allocated), 0x165667b1);
  return hash ^ (hash >>> 16);
}

/** Slots that lie together in memory: 64 bytes, what is fetched at once. */
const NEAR = 16;

/**
 * The slot to look in first. The groups of one client begin in the same piece of memory, since lines of a
 * client come together, and those of the next client in the next piece; groups without a client are spread by
 * their hash.
 */
const homeOf = (provider: number, client: number, hash: number): number => {
  if (client === NONE) return hash;
  return Math.imul(client + Math.imul(provider, 0x9e3779b1), NEAR) | (hash & (NEAR - 1));
};

/**
 * The slot to look in next: first the neighbours in the same piece, then on from a place by the hash in strides of
 * the group's own, since whole stretches of the table may be full.
 */
const nextSlot = (step: number, slot: number, home: number, hash: number): number =>
  step + 1 < NEAR
    ? (home & -NEAR) | ((slot + 1) & (NEAR - 1))
    : step + 1 === NEAR
      ? hash
      : slot + ((hash >>> 7) | 1);
