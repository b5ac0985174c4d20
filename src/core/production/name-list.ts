/**
 * Names by number, counted from 0 in the order of first appearance. A name of plain letters can be given as
 * bytes, and becomes a string only when somebody asks for it: with hundreds of thousands of clients that, and a
 * table of four bytes to a slot, take a third of the time and memory of a `Map`.
 */
export class NameList {
  /** Null: its letters are in the arena. */
  private readonly names: (string | null)[] = [];
  /** A name's number plus one, and as much of its hash as fits beside it; 0: empty. */
  private slots = new Int32Array(64);
  private arena = new Uint8Array(256);
  /** Where a name's letters begin in the arena; where the next one's begin is their end. */
  private offsets = new Int32Array(65);

  /** A list with these names, each of which may be there once. */
  static of(names: Iterable<string>): NameList {
    const list = new NameList();
    for (const name of names) list.idOf(name);
    return list;
  }

  get length(): number {
    return this.names.length;
  }

  /** All names, by number. */
  get all(): string[] {
    return this.names.map((_, id) => this.at(id) ?? '');
  }

  /** The name with a number; undefined when there is none. */
  at(id: number): string | undefined {
    const name = this.names[id];
    if (name !== null) return name;
    const letters = this.arena.subarray(this.offsets[id], this.offsets[id + 1]);
    return (this.names[id] = String.fromCharCode.apply(null, letters as unknown as number[]));
  }

  /** The number of a name, given to it now when it is new. */
  idOf(name: string): number {
    let hash = name.length;
    for (let at = 0; at < name.length; at++) hash = mixed(hash, name.charCodeAt(at));
    hash = spread(hash);
    const { slots, names } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) return this.learn(name, slot, hash);
      if (((held ^ hash) & ~mask) === 0) {
        const id = (held & mask) - 1;
        const known = names[id];
        if (known === name || (known === null && this.at(id) === name)) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** As `idOf`, for a name of ASCII letters as bytes. */
  idOfAscii(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = mixed(hash, bytes[at] as number);
    hash = spread(hash);
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) break;
      if (((held ^ hash) & ~mask) === 0) {
        const id = (held & mask) - 1;
        if (this.isAscii(id, bytes, start, end)) return id;
      }
      slot = (slot + 1) & mask;
    }
    const from = this.offsets[this.names.length] as number;
    const until = from + end - start;
    if (until > this.arena.length) {
      const wider = new Uint8Array(Math.max(this.arena.length * 2, until));
      wider.set(this.arena);
      this.arena = wider;
    }
    for (let at = start, to = from; at < end; at++, to++) this.arena[to] = bytes[at] as number;
    return this.learn(null, slot, hash, until);
  }

  private isAscii(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.names[id] as string | null;
    if (name === null) {
      const { arena } = this;
      let known = this.offsets[id] as number;
      if ((this.offsets[id + 1] as number) - known !== end - start) return false;
      for (let at = start; at < end; at++) if (bytes[at] !== arena[known++]) return false;
      return true;
    }
    if (name.length !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[at] !== name.charCodeAt(at - start)) return false;
    return true;
  }

  private learn(name: string | null, slot: number, hash: number, until?: number): number {
    const id = this.names.push(name) - 1;
    if (id + 2 > this.offsets.length) {
      const wider = new Int32Array(this.offsets.length * 2);
      wider.set(this.offsets);
      this.offsets = wider;
    }
    this.offsets[id + 1] = until ?? (this.offsets[id] as number);
    this.slots[slot] = (hash & -this.slots.length) | (id + 1);
    if (this.names.length * 2 > this.slots.length) this.widen(this.slots.length * 4);
    return id;
  }

  /** Makes room for so many names beforehand, which saves growing step by step. */
  reserve(names: number): void {
    let slots = this.slots.length;
    while (names * 2 > slots) slots *= 2;
    if (slots > this.slots.length) this.widen(slots);
  }

  private widen(size: number): void {
    const slots = new Int32Array(size);
    const mask = slots.length - 1;
    const { arena, offsets, names } = this;
    for (let id = 0; id < names.length; id++) {
      const name = names[id] as string | null;
      let hash: number;
      if (name === null) {
        const end = offsets[id + 1] as number;
        let at = offsets[id] as number;
        for (hash = end - at; at < end; at++) hash = mixed(hash, arena[at] as number);
      } else {
        hash = name.length;
        for (let at = 0; at < name.length; at++) hash = mixed(hash, name.charCodeAt(at));
      }
      hash = spread(hash);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (id + 1);
    }
    this.slots = slots;
  }
}

const mixed = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x9e3779b1) ^ (hash >>> 15);
const spread = (hash: number): number => hash ^ (hash >>> 16);
