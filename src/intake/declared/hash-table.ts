/** Neighbouring slots that are tried first: 64 bytes, what memory is fetched in. */
export const BLOCK = 16;
/** So many slots to an entry at least. */
const FULL = 1.5;

/**
 * Whole numbers by a 64-bit hash. Entries lie one after the other in the order they came; an entry is found
 * through a table of slots of four bytes, which hold its number and as much of its hash as fits beside it. A
 * million entries of four numbers take about 28 MB, their slots 8 MB.
 *
 * `home` says which slot to look in first. Keys that follow one another in a file (lines of one client, reference
 * numbers in a row) get homes close together, so that they share a piece of memory that is at hand already; what
 * does not fit in that piece has a place of its own by its hash.
 */
export class HashTable {
  size = 0;
  private entries: Int32Array;
  private slots = new Int32Array(1 << 10);
  private mask = (1 << 10) - 1;
  private readonly stride: number;

  /** `width` numbers per entry. */
  constructor(width: number) {
    this.stride = width + 3;
    this.entries = new Int32Array(512 * this.stride);
  }

  /** Makes room for so many entries beforehand, which saves growing step by step. */
  reserve(entries: number): void {
    let slots = this.mask + 1;
    while (entries * FULL > slots) slots *= 2;
    if (slots > this.mask + 1) this.rehash(slots);
    if (entries * this.stride > this.entries.length) this.widen(entries);
  }

  /** Position of an entry, or -1; it holds until the next `at`. */
  find(high: number, low: number, home: number): number {
    const slot = this.slot(high, low, home);
    const held = this.slots[slot] as number;
    return held === 0 ? -1 : ((held & this.mask) - 1) * this.stride;
  }

  /** Position of an entry, made when it isn't there yet: then all its numbers are 0. */
  at(high: number, low: number, home: number): number {
    const slot = this.slot(high, low, home);
    const held = this.slots[slot] as number;
    if (held !== 0) return ((held & this.mask) - 1) * this.stride;
    const { stride } = this;
    const position = this.size * stride;
    if (position + stride > this.entries.length) this.widen(this.size * 2);
    const { entries } = this;
    entries[position] = high;
    entries[position + 1] = low;
    entries[position + 2] = home;
    this.size++;
    this.slots[slot] = (high & ~this.mask) | this.size;
    if (this.size * FULL > this.mask) this.rehash((this.mask + 1) * 2);
    return position;
  }

  get(position: number, index: number): number {
    return this.entries[position + 3 + index] as number;
  }

  set(position: number, index: number, value: number): void {
    this.entries[position + 3 + index] = value;
  }

  /** The slot of an entry, or the empty one where it would stand. */
  private slot(high: number, low: number, home: number): number {
    const { slots, mask, entries, stride } = this;
    const tag = high & ~mask;
    const near = home & mask;
    for (let next = 0; next < BLOCK; next++) {
      const slot = (near & -BLOCK) | ((near + next) & (BLOCK - 1));
      const held = slots[slot] as number;
      if (held === 0) return slot;
      if ((held & ~mask) === tag) {
        const position = ((held & mask) - 1) * stride;
        if (entries[position] === high && entries[position + 1] === low) return slot;
      }
    }
    // Strides of a key's own: whole stretches of the table may be full, where neighbours came in a row.
    const step = low | 1;
    for (let slot = (high ^ Math.imul(low, 0x27d4eb2f)) & mask; ; slot = (slot + step) & mask) {
      const held = slots[slot] as number;
      if (held === 0) return slot;
      if ((held & ~mask) === tag) {
        const position = ((held & mask) - 1) * stride;
        if (entries[position] === high && entries[position + 1] === low) return slot;
      }
    }
  }

  private widen(entries: number): void {
    const wider = new Int32Array(entries * this.stride);
    wider.set(this.entries.subarray(0, this.size * this.stride));
    this.entries = wider;
  }

  private rehash(slots: number): void {
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
    const { entries, stride, size, mask } = this;
    for (let index = 0, position = 0; index < size; index++, position += stride) {
      const high = entries[position] as number;
      const slot = this.slot(high, entries[position + 1] as number, entries[position + 2] as number);
      this.slots[slot] = (high & ~mask) | (index + 1);
    }
  }
}
