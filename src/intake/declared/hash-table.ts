/**
 * Whole numbers by a 64-bit hash, in one typed array: a million entries of two numbers take about 50 MB while
 * growing and 34 MB at rest. An entry is found by its position, which holds until the next `at`.
 */
export class HashTable {
  size = 0;
  private cells: Int32Array;
  private readonly stride: number;
  private mask: number;

  /** `width` numbers per entry; the first of them must never be 0 once it has been set. */
  constructor(width: number) {
    this.stride = width + 2;
    this.mask = (1 << 10) - 1;
    this.cells = new Int32Array((this.mask + 1) * this.stride);
  }

  /** Makes room for so many entries beforehand, which saves growing step by step. */
  reserve(entries: number): void {
    let slots = this.mask + 1;
    while (entries * 10 > slots * 7) slots *= 2;
    if (slots > this.mask + 1) this.grow(slots);
  }

  /** Position of an entry, or -1. */
  find(high: number, low: number): number {
    const at = this.slot(high, low);
    return this.cells[at + 2] === 0 ? -1 : at;
  }

  /** Position of an entry, made when it isn't there yet; a new one must get its first number at once. */
  at(high: number, low: number): number {
    if ((this.size + 1) * 10 > (this.mask + 1) * 7) this.grow();
    const at = this.slot(high, low);
    if (this.cells[at + 2] === 0) {
      this.cells[at] = high;
      this.cells[at + 1] = low;
      this.size++;
    }
    return at;
  }

  get(position: number, index: number): number {
    return this.cells[position + 2 + index] as number;
  }

  set(position: number, index: number, value: number): void {
    this.cells[position + 2 + index] = value;
  }

  private slot(high: number, low: number): number {
    const { cells, mask, stride } = this;
    let slot = (high ^ Math.imul(low, 0x27d4eb2f)) & mask;
    for (;;) {
      const at = slot * stride;
      if (cells[at + 2] === 0 || (cells[at] === high && cells[at + 1] === low)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(slots = (this.mask + 1) * 2): void {
    const old = this.cells;
    const { stride } = this;
    this.mask = slots - 1;
    this.cells = new Int32Array(slots * stride);
    for (let from = 0; from < old.length; from += stride) {
      if (old[from + 2] === 0) continue;
      const to = this.slot(old[from] as number, old[from + 1] as number);
      for (let offset = 0; offset < stride; offset++) this.cells[to + offset] = old[from + offset] as number;
    }
  }
}
