import type { Endpoint } from 'comlink';

/**
 * Structured clone as a browser does it, in the realm of the test: jest's own gives Maps of another realm. Functions and
 * objects of classes are refused, as `postMessage` does.
 */
export function clone<T>(value: T): T {
  const seen = new Map<object, unknown>();
  const copy = (part: unknown): unknown => {
    if (typeof part === 'function' || typeof part === 'symbol') {
      throw new DOMException(`${String(part)} could not be cloned.`, 'DataCloneError');
    }
    if (typeof part !== 'object' || part === null || part instanceof Blob) return part;
    const known = seen.get(part);
    if (known !== undefined) return known;
    if (Array.isArray(part)) {
      const list: unknown[] = [];
      seen.set(part, list);
      for (const one of part) list.push(copy(one));
      return list;
    }
    if (part instanceof Map) {
      const map = new Map();
      seen.set(part, map);
      for (const [key, one] of part) map.set(copy(key), copy(one));
      return map;
    }
    if (part instanceof Set) {
      const set = new Set([...part].map(copy));
      seen.set(part, set);
      return set;
    }
    if (ArrayBuffer.isView(part)) return part instanceof Uint8Array ? Uint8Array.from(part) : part;
    if (part instanceof Date) return new Date(part);
    // What structured clone does silently: the class is lost. Here that is a mistake.
    const prototype = Object.getPrototypeOf(part) as object | null;
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw new DOMException('an object of a class loses its methods', 'DataCloneError');
    }
    const record: Record<string, unknown> = {};
    seen.set(part, record);
    for (const [name, one] of Object.entries(part)) {
      Object.defineProperty(record, name, {
        ...{ value: copy(one), enumerable: true, writable: true, configurable: true },
      });
    }
    return record;
  };
  return copy(value) as T;
}

type Listener = (event: { readonly data: unknown }) => void;

/** Two ends of a line on which messages arrive later and as copies; `cut` ends it. */
export function endpoints(): { readonly ends: readonly [Endpoint, Endpoint]; cut(): void } {
  let isCut = false;
  const listeners: [Set<Listener>, Set<Listener>] = [new Set(), new Set()];
  const end = (own: 0 | 1): Endpoint => ({
    addEventListener: (_type: string, listener: unknown) => void listeners[own].add(listener as Listener),
    removeEventListener: (_type: string, listener: unknown) =>
      void listeners[own].delete(listener as Listener),
    postMessage(message: unknown) {
      const data = clone(message);
      setImmediate(() => {
        if (!isCut) for (const listener of listeners[own === 0 ? 1 : 0]) listener({ data });
      });
    },
  });
  return {
    ends: [end(0), end(1)],
    cut() {
      isCut = true;
    },
  };
}
