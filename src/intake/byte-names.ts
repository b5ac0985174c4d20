/**
 * Numbers for byte strings: the same bytes give the same number, counting from 0 in the order of first
 * appearance. A repeated field of a million lines is looked up without ever becoming a string.
 */
export class ByteNames {
  size = 0;
  private slots = new Int32Array(256).fill(-1);
  private hashes = new Int32Array(128);
  private offsets = new Int32Array(129);
  private arena = new Uint8Array(2048);

  /** The number of these bytes; equal to the earlier `size` when they are new. */
  of(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const { slots, hashes, offsets, arena } = this;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = hash & mask;
    for (;;) {
      const id = slots[slot] as number;
      if (id < 0) break;
      if (hashes[id] === hash) {
        let known = offsets[id] as number;
        if ((offsets[id + 1] as number) - known === length) {
          let at = start;
          while (at < end && bytes[at] === arena[known]) {
            at++;
            known++;
          }
          if (at === end) return id;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.learn(bytes, start, end, hash, slot);
  }

  private learn(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.size++;
    const offset = this.offsets[id] as number;
    const next = offset + end - start;
    if (next > this.arena.length) {
      const arena = new Uint8Array(Math.max(this.arena.length * 2, next));
      arena.set(this.arena);
      this.arena = arena;
    }
    this.arena.set(bytes.subarray(start, end), offset);
    if (id === this.hashes.length) {
      const hashes = new Int32Array(id * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
      const offsets = new Int32Array(id * 2 + 1);
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
    this.hashes[id] = hash;
    this.offsets[id + 1] = next;
    this.slots[slot] = id;
    if (this.size * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = (this.hashes[id] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}
