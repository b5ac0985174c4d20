import type { XmlSink } from './xml-scan';

/**
 * The part of a message that is read, as a tree of element names. A name with `~` in front is of the base
 * schema (parts of composite types), others of the message's own. A number is a text kept under that number;
 * everything that is not in the tree is passed over unseen.
 */
export interface Shape {
  readonly [name: string]: Shape | number;
}

/** No kept text is longer; a longer one is kept cut off and can't be a valid value. */
const WIDTH = 48;

interface Node {
  readonly name: string;
  /** Node number by number of the element's name; -1 is none. */
  readonly children: Int32Array;
  /** Number under which the text is kept; -1: it holds elements. */
  readonly field: number;
}

/** Told when an element of the tree that holds elements has begun or ended. */
export type Ended = (name: string) => void;

/**
 * Follows a tree of names through a document and keeps the texts in it, as bytes in one small buffer, until
 * they are cleared: a line of a message is read without making a string.
 */
export class Walker implements XmlSink {
  /** The texts: number `n` is `bytes[n * 48 …]`, `lengths[n]` long; -1 when it wasn't there. */
  readonly bytes: Uint8Array;
  readonly lengths: Int16Array;
  /** A text that may stand once stood twice since the last `clear`. */
  repeated = false;
  /** The root was one the tree knows. */
  rooted = false;
  private readonly names = new Map<string, number>();
  private readonly nodes: Node[] = [];
  private readonly path: number[] = [];
  private node: number;
  /** Elements outside the tree that are open. */
  private astray = 0;

  constructor(
    shape: Shape,
    private readonly namespace: string,
    private readonly base: string,
    fields: number,
    private readonly ended: Ended,
    private readonly began: Ended = () => undefined,
    private readonly kept: (field: number) => void = () => undefined,
  ) {
    this.bytes = new Uint8Array(fields * WIDTH);
    this.lengths = new Int16Array(fields).fill(-1);
    this.nameAll(shape);
    this.node = this.plant('', shape);
  }

  resolve(namespace: string, local: string): number {
    const key = namespace === this.namespace ? local : namespace === this.base ? `~${local}` : null;
    return key === null ? -1 : (this.names.get(key) ?? -1);
  }

  open(name: number): void {
    const child = this.child(name);
    if (child < 0 || (this.nodes[child] as Node).field >= 0) {
      this.astray++;
      return;
    }
    this.path.push(this.node);
    this.node = child;
    this.rooted = true;
    this.began((this.nodes[child] as Node).name);
  }

  close(): void {
    if (this.astray > 0) {
      this.astray--;
      return;
    }
    this.ended((this.nodes[this.node] as Node).name);
    this.node = this.path.pop() ?? 0;
  }

  leaf(name: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.astray > 0) return;
    const child = this.child(name);
    if (child < 0) return;
    const { field } = this.nodes[child] as Node;
    if (field < 0) {
      // An element that should hold others, but is empty.
      this.open(name);
      this.close();
      return;
    }
    if (this.lengths[field] !== -1) this.repeated = true;
    let first = start;
    let last = end;
    while (first < last && (bytes[first] as number) <= 0x20) first++;
    while (last > first && (bytes[last - 1] as number) <= 0x20) last--;
    const length = last - first < WIDTH ? last - first : WIDTH;
    const into = field * WIDTH;
    const own = this.bytes;
    for (let offset = 0; offset < length; offset++) own[into + offset] = bytes[first + offset] as number;
    this.lengths[field] = length;
    this.kept(field);
  }

  /** Forgets the texts from one number up to, not including, another. */
  clear(from: number, until: number): void {
    for (let field = from; field < until; field++) this.lengths[field] = -1;
    this.repeated = false;
  }

  has(field: number): boolean {
    return (this.lengths[field] as number) > 0;
  }

  start(field: number): number {
    return field * WIDTH;
  }

  end(field: number): number {
    return field * WIDTH + Math.max(0, this.lengths[field] as number);
  }

  length(field: number): number {
    return Math.max(0, this.lengths[field] as number);
  }

  /** The text of a field; empty when it wasn't there. */
  text(field: number): string {
    return new TextDecoder().decode(this.bytes.subarray(this.start(field), this.end(field)));
  }

  /** A whole number of at most `digits` digits; NaN when it is none. */
  number(field: number, digits: number): number {
    const length = this.length(field);
    if (length === 0 || length > digits) return NaN;
    let value = 0;
    for (let at = this.start(field), end = at + length; at < end; at++) {
      const digit = (this.bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) return NaN;
      value = value * 10 + digit;
    }
    return value;
  }

  private child(name: number): number {
    return name < 0 ? -1 : ((this.nodes[this.node] as Node).children[name] as number);
  }

  private nameAll(shape: Shape): void {
    for (const [name, inner] of Object.entries(shape)) {
      if (!this.names.has(name)) this.names.set(name, this.names.size);
      if (typeof inner !== 'number') this.nameAll(inner);
    }
  }

  private plant(name: string, shape: Shape | number): number {
    const children = new Int32Array(this.names.size).fill(-1);
    const index = this.nodes.push({ name, children, field: typeof shape === 'number' ? shape : -1 }) - 1;
    if (typeof shape !== 'number') {
      for (const [inner, below] of Object.entries(shape)) {
        children[this.names.get(inner) ?? 0] = this.plant(inner, below);
      }
    }
    return index;
  }
}
