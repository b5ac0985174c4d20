import { Decimal } from '../../core';
import type { InputFile } from '../../intake';
import { blobOf, inputFile } from '../state/input-files';
import { plainError, revivedError, type PlainError } from './errors';

/**
 * How values cross to another thread. Structured clone carries plain data, bigint, Map, Set, bytes and Blobs by itself.
 * What it can't carry stands beside the value: where it stood, and what it is to become on the other side. The value
 * itself then needs no second walk when it arrives, which matters for a workbook of hundreds of thousands of cells.
 */
export interface Wire {
  readonly value: unknown;
  readonly stands: readonly Stand[];
}

/** In this parent, under this key, something belongs that couldn't be cloned. */
type Stand = readonly [parent: unknown, key: unknown, what: StandIn];

type StandIn =
  | { readonly kind: 'decimal'; readonly text: string }
  | { readonly kind: 'error'; readonly error: Wire }
  | { readonly kind: 'signal'; readonly id: number; readonly aborted: boolean }
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | {
      readonly kind: 'slow-file';
      readonly name: string;
      readonly size: number | null;
      readonly reading: number;
      /** For a table that is open already, such as one in Excel. */
      readonly grid: number | null;
    }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'object'; readonly id: number; readonly methods: readonly string[]; readonly rest: Wire }
  /** It came from the other side and goes home. */
  | { readonly kind: 'yours'; readonly id: number };

/** An object with methods, or a function, that is called from the other side. */
export type Callable = object;

/** What packing and unpacking need of the side they happen on. */
export interface Side {
  /** A number by which the other side can call this object or function. */
  keep(target: Callable): number;
  /** The number under which the other side knows what came from there; null for anything of our own. */
  homeOf(target: Callable): number | null;
  /** What we gave out under this number. */
  own(id: number): Callable;
  /** Tells the other side when this signal aborts. */
  keepSignal(signal: AbortSignal): number;
  /** A signal that follows the one of the other side. */
  follow(id: number, aborted: boolean): AbortSignal;
  /** An object of ours whose methods call the other side. */
  proxy(id: number, methods: readonly string[], rest: Readonly<Record<string, unknown>>): Callable;
  proxyFunction(id: number): (...args: readonly unknown[]) => Promise<unknown>;
}

class Standing {
  constructor(readonly what: StandIn) {}
}

type Members = Record<string, unknown>;

const isFile = (value: Members): boolean =>
  typeof value['open'] === 'function' && typeof value['name'] === 'string';

/** What structured clone takes although it has a prototype of its own. */
const isCloneable = (value: object): boolean =>
  ArrayBuffer.isView(value) ||
  value instanceof ArrayBuffer ||
  value instanceof Date ||
  value instanceof RegExp ||
  value instanceof Blob;

/** Methods of an object, those of its class included. */
function methodsOf(target: object): string[] {
  const names = new Set<string>();
  for (
    let at: object | null = target;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === 'function' && name !== 'constructor') names.add(name);
    }
  }
  return [...names];
}

/** Parts of an object of a class that belong to what it offers; the rest of its fields is its own business. */
const OFFERED_PARTS = ['memory'] as const;

/**
 * A value made ready for `postMessage`. Plain parts are passed as they are and not copied; nothing of the value is
 * changed. Keys of a Map and members of a Set must be plain. Errors: none.
 * @example pack({ rate: new Decimal('0.962') }, side).stands.length // 1
 */
export function pack(value: unknown, side: Side): Wire {
  const stands: Stand[] = [];
  const done = new Map<object, unknown>();

  const visit = (part: unknown): unknown => {
    if (typeof part === 'function') return new Standing({ kind: 'function', id: side.keep(part) });
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return visitArray(part);
    const prototype = Object.getPrototypeOf(part) as object | null;
    if (prototype === Object.prototype || prototype === null) return visitPlain(part as Members);
    return visitOther(part);
  };

  const visitArray = (list: readonly unknown[]): unknown => {
    const known = done.get(list);
    if (known !== undefined) return known;
    done.set(list, list);
    let copy: unknown[] | null = null;
    for (let index = 0; index < list.length; index++) {
      const part = list[index];
      if ((typeof part !== 'object' || part === null) && typeof part !== 'function') continue;
      const packed = visit(part);
      if (packed === part) continue;
      copy ??= list.slice();
      put(copy, index, packed, (stored) => {
        (copy as unknown[])[index] = stored;
      });
    }
    if (copy) done.set(list, copy);
    return copy ?? list;
  };

  const put = (parent: unknown, key: unknown, packed: unknown, store: (stored: unknown) => void): void => {
    if (packed instanceof Standing) {
      stands.push([parent, key, packed.what]);
      store(undefined);
    } else store(packed);
  };

  const visitPlain = (record: Members): unknown => {
    const known = done.get(record);
    if (known !== undefined) return known;
    let copy: Members | null = null;
    const before = stands.length;
    for (const key in record) {
      const part = record[key];
      if (typeof part === 'function') {
        // It has methods after all: it goes as a whole, and so do the parts seen until now.
        stands.length = before;
        return visitObject(record);
      }
      if (typeof part !== 'object' || part === null) continue;
      const packed = visit(part);
      if (packed === part) continue;
      copy ??= { ...record };
      put(copy, key, packed, (stored) => {
        (copy as Members)[key] = stored;
      });
    }
    // Only what was copied has to be remembered: the rest stays the same object by itself.
    if (copy) done.set(record, copy);
    return copy ?? record;
  };

  const visitMap = (map: ReadonlyMap<unknown, unknown>): unknown => {
    const known = done.get(map);
    if (known !== undefined) return known;
    done.set(map, map);
    let copy: Map<unknown, unknown> | null = null;
    for (const [key, part] of map) {
      const packed = visit(part);
      if (packed === part) continue;
      copy ??= new Map(map);
      put(copy, key, packed, (stored) => copy?.set(key, stored));
    }
    if (copy) done.set(map, copy);
    return copy ?? map;
  };

  const visitOther = (part: object): unknown => {
    if (part instanceof Map) return visitMap(part);
    if (part instanceof Set || isCloneable(part)) return part;
    if (Decimal.isDecimal(part)) return new Standing({ kind: 'decimal', text: part.toString() });
    if (part instanceof AbortSignal) {
      return new Standing({ kind: 'signal', id: side.keepSignal(part), aborted: part.aborted });
    }
    if (part instanceof Error) return new Standing({ kind: 'error', error: pack(plainError(part), side) });
    return visitObject(part);
  };

  const visitObject = (part: object): Standing => {
    const home = side.homeOf(part);
    if (home !== null) return new Standing({ kind: 'yours', id: home });
    const members = part as Members;
    if (isFile(members)) return visitFile(part as InputFile);
    const isPlain = Object.getPrototypeOf(part) === Object.prototype;
    const rest = Object.fromEntries(
      Object.entries(members).filter(
        ([name, value]) =>
          typeof value !== 'function' && (isPlain || OFFERED_PARTS.some((offered) => offered === name)),
      ),
    );
    return new Standing({
      kind: 'object',
      id: side.keep(part),
      methods: methodsOf(part),
      rest: pack(rest, side),
    });
  };

  const visitFile = (file: InputFile): Standing => {
    const { name } = file;
    const blob = blobOf(file);
    if (blob) return new Standing({ kind: 'file', name, blob });
    const startReading = (): unknown => {
      const chunks = file.open()[Symbol.asyncIterator]();
      return { next: () => chunks.next() };
    };
    const grid = file.grid ? side.keep(() => file.grid?.()) : null;
    return new Standing({ kind: 'slow-file', name, size: file.size, reading: side.keep(startReading), grid });
  };

  const root: unknown[] = [value];
  const packed = visitArray(root) as unknown[];
  return { value: packed, stands };
}

/**
 * The value of a `Wire` that arrived, with everything that stood beside it back in its place.
 * @example unpack(structuredClone(pack(new Decimal('0.962'), side)), side) // 0.962
 */
export function unpack({ value, stands }: Wire, side: Side): unknown {
  for (const [parent, key, what] of stands) {
    const revived = revive(what, side);
    if (parent instanceof Map) parent.set(key, revived);
    else (parent as Record<PropertyKey, unknown>)[key as PropertyKey] = revived;
  }
  return (value as unknown[])[0];
}

function revive(what: StandIn, side: Side): unknown {
  switch (what.kind) {
    case 'decimal':
      return new Decimal(what.text);
    case 'error':
      return revivedError(unpack(what.error, side) as PlainError);
    case 'signal':
      return side.follow(what.id, what.aborted);
    case 'file':
      return inputFile(what.blob, what.name);
    case 'slow-file':
      return {
        ...slowFile(what.name, what.size, side.proxyFunction(what.reading)),
        ...(what.grid === null ? {} : { grid: side.proxyFunction(what.grid) }),
      };
    case 'function':
      return side.proxyFunction(what.id);
    case 'object':
      return side.proxy(what.id, what.methods, unpack(what.rest, side) as Members);
    case 'yours':
      return side.own(what.id);
  }
}

interface Reading {
  next(): Promise<IteratorResult<Uint8Array, unknown>>;
}

/** A file whose bytes have to be asked for one piece after the other. */
function slowFile(name: string, size: number | null, start: () => Promise<unknown>): InputFile {
  async function* open(): AsyncGenerator<Uint8Array> {
    const reading = (await start()) as Reading;
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return;
      yield value;
    }
  }
  return { name, size, open };
}
