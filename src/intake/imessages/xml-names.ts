/** More names than any message has; a document with more is not one of ours. */
export const MOST_NAMES = 4096;

export const isNameStart = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === 0x5f ||
  byte === 0x3a ||
  byte >= 0x80;

export const isNameByte = (byte: number): boolean =>
  isNameStart(byte) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;

/** Element names as written, prefix included, numbered from 0: a name that comes back costs no string. */
export class RawNames {
  arena = new Uint8Array(1024);
  private starts = new Int32Array(MOST_NAMES + 2);
  private readonly hashes = new Int32Array(MOST_NAMES);
  private readonly slots = new Int32Array(MOST_NAMES * 4).fill(-1);
  private count = 0;

  /** Where the bytes of a name begin in the arena; those of the next name are its end. */
  startOf(raw: number): number {
    return this.starts[raw] as number;
  }

  /** Where a name ends that is this one, with a byte after it that ends a name; -1 when it is another. */
  matchedEnd(raw: number, bytes: Uint8Array, start: number, end: number): number {
    const { arena, starts } = this;
    const knownEnd = starts[raw + 1] as number;
    let at = start;
    let known = starts[raw] as number;
    if (at + knownEnd - known >= end) return -1;
    while (known < knownEnd) if (bytes[at++] !== arena[known++]) return -1;
    const byte = bytes[at] as number;
    return byte === 0x3e || byte === 0x2f || byte <= 0x20 ? at : -1;
  }

  /** The number of a name; -1 when it is no name, or there are too many. */
  of(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= end - start;
    const { slots, hashes, starts, arena } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const raw = slots[slot] as number;
      if (raw < 0) return this.learn(bytes, start, end, hash, slot);
      if (hashes[raw] === hash) {
        let known = starts[raw] as number;
        if ((starts[raw + 1] as number) - known === end - start) {
          let at = start;
          while (at < end && bytes[at] === arena[known]) {
            at++;
            known++;
          }
          if (at === end) return raw;
        }
      }
      slot = (slot + 1) & mask;
    }
  }

  private learn(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    if (this.count === MOST_NAMES || end === start || end - start > 512) return -1;
    if (!isNameStart(bytes[start] as number)) return -1;
    let colons = 0;
    for (let at = start; at < end; at++) {
      if (!isNameByte(bytes[at] as number)) return -1;
      if (bytes[at] === 0x3a) colons++;
    }
    if (colons > 1 || (colons === 1 && (bytes[start] === 0x3a || bytes[end - 1] === 0x3a))) return -1;
    const raw = this.count++;
    const offset = this.starts[raw] as number;
    const next = offset + end - start;
    if (next > this.arena.length) {
      const arena = new Uint8Array(Math.max(next, this.arena.length * 2));
      arena.set(this.arena);
      this.arena = arena;
    }
    this.arena.set(bytes.subarray(start, end), offset);
    this.starts[raw + 1] = next;
    this.hashes[raw] = hash;
    this.slots[slot] = raw;
    return raw;
  }

  parts(raw: number): { readonly prefix: string; readonly local: string } {
    const text = new TextDecoder().decode(this.arena.subarray(this.startOf(raw), this.startOf(raw + 1)));
    const colon = text.indexOf(':');
    return colon < 0
      ? { prefix: '', local: text }
      : { prefix: text.slice(0, colon), local: text.slice(colon + 1) };
  }
}
