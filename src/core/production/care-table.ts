import { CoreError } from '../values/error';
import { Decimal } from '../values/decimal';
import { moneyFromCents, type Money } from '../values/money';
import { isMonth, type Month } from '../values/date';

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
}

const ALLOCATED: readonly Allocated[] = ['yes', 'no', 'unknown'];
const NONE = -1;

/**
 * Production or forecast, added up per provider, domain, product, client, month, unit and allocation while
 * it streams in. Columns of typed arrays: a million groups take about 60 MB. Amounts are safe integers of
 * cents, so adding is exact; leaving that range throws `money-out-of-range`.
 */
export class CareTable {
  private readonly names: string[] = [];
  private readonly ids = new Map<string, number>();
  private count = 0;
  private keys = new Int32Array(6 * 1024);
  private allocations = new Uint8Array(1024);
  private cents = new Float64Array(1024);
  private volumes = new Float64Array(1024);
  private hasVolume = new Uint8Array(1024);
  private lineCounts = new Int32Array(1024);
  private slots = new Int32Array(4096).fill(NONE);
  private readonly descriptions = new Map<string, string>();

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
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.names.length;
    this.names.push(name);
    this.ids.set(name, id);
    return id;
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
    );
  }

  /** As `add`, for readers that interned the names themselves (`client` and `unit` may be -1: none). */
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
  ): void {
    const index = this.find(provider, domain, product, client, month, unit, allocated);
    const total = (this.cents[index] ?? 0) + cents;
    if (!Number.isSafeInteger(total)) throw new CoreError('money-out-of-range', { text: String(total) });
    this.cents[index] = total;
    if (volume !== null) {
      const sum = (this.volumes[index] ?? 0) + volume;
      if (!Number.isSafeInteger(sum)) throw new CoreError('quantity-not-a-number', { text: String(sum) });
      this.volumes[index] = sum;
      this.hasVolume[index] = 1;
    }
    this.lineCounts[index] = (this.lineCounts[index] ?? 0) + 1;
  }

  private find(
    provider: number,
    domain: number,
    product: number,
    client: number,
    month: number,
    unit: number,
    allocated: number,
  ): number {
    let hash = Math.imul(provider + 1, 0x9e3779b1) ^ Math.imul(domain + 2, 0x85ebca6b);
    hash = Math.imul(hash ^ (product + 3), 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (client + 5), 0x27d4eb2f);
    hash = Math.imul(hash ^ (hash >>> 13) ^ ((month + 7) * 31 + unit * 3 + allocated), 0x165667b1);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const index = this.slots[slot] ?? NONE;
      if (index === NONE) break;
      const at = index * 6;
      const keys = this.keys;
      if (
        keys[at] === provider &&
        keys[at + 1] === domain &&
        keys[at + 2] === product &&
        keys[at + 3] === client &&
        keys[at + 4] === month &&
        keys[at + 5] === unit &&
        this.allocations[index] === allocated
      ) {
        return index;
      }
      slot = (slot + 1) & mask;
    }
    if (this.count === this.cents.length) this.grow();
    const index = this.count++;
    this.keys.set([provider, domain, product, client, month, unit], index * 6);
    this.allocations[index] = allocated;
    this.slots[slot] = index;
    if (this.count * 2 > this.slots.length) this.rehash();
    return index;
  }

  private grow(): void {
    const size = this.cents.length * 2;
    const copy = <T extends Int32Array | Uint8Array | Float64Array>(bigger: T, old: T): T => {
      bigger.set(old);
      return bigger;
    };
    this.keys = copy(new Int32Array(size * 6), this.keys);
    this.allocations = copy(new Uint8Array(size), this.allocations);
    this.cents = copy(new Float64Array(size), this.cents);
    this.volumes = copy(new Float64Array(size), this.volumes);
    this.hasVolume = copy(new Uint8Array(size), this.hasVolume);
    this.lineCounts = copy(new Int32Array(size), this.lineCounts);
  }

  private rehash(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 4).fill(NONE);
    const count = this.count;
    this.count = 0;
    for (let index = 0; index < count; index++) {
      const at = index * 6;
      const keys = this.keys;
      // Re-inserting in order gives every group its own index back.
      this.find(
        keys[at] ?? 0,
        keys[at + 1] ?? 0,
        keys[at + 2] ?? 0,
        keys[at + 3] ?? 0,
        keys[at + 4] ?? 0,
        keys[at + 5] ?? 0,
        this.allocations[index] ?? 0,
      );
    }
  }

  /** Visits every group in the order of first appearance. */
  *rows(): IterableIterator<CareRow> {
    for (let index = 0; index < this.count; index++) {
      const at = index * 6;
      const name = (offset: number): string => this.names[this.keys[at + offset] ?? 0] ?? '';
      const nameOrNull = (offset: number): string | null =>
        this.keys[at + offset] === NONE ? null : name(offset);
      const month = name(4);
      if (!isMonth(month)) throw new CoreError('month-not-valid', { text: month });
      yield {
        provider: name(0),
        domain: name(1),
        product: name(2),
        client: nameOrNull(3),
        month,
        unit: nameOrNull(5),
        allocated: ALLOCATED[this.allocations[index] ?? 2] ?? 'unknown',
        quantity: this.hasVolume[index] ? new Decimal(this.volumes[index] ?? 0).dividedBy(10000) : null,
        amount: moneyFromCents(this.cents[index] ?? 0),
        lines: this.lineCounts[index] ?? 0,
      };
    }
  }

  /** A table from plain lines: for tests, worked examples and small tables. */
  static of(lines: Iterable<CareLine>): CareTable {
    const table = new CareTable();
    for (const line of lines) table.add(line);
    return table;
  }
}
