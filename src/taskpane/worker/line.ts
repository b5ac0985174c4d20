import { expose, wrap, type Endpoint } from 'comlink';
import { pack, unpack, type Callable, type Side, type Wire } from './wire';

/** The answer to a call: what it gave, or the error it ended in. */
interface Answer {
  readonly failed: boolean;
  readonly wire: Wire;
}

/** What the other side can ask of us. */
interface Peer {
  /** That we are there. */
  greet(): true;
  answer(call: number, target: number, method: string | null, args: Wire): Promise<Answer>;
  abort(signal: number): void;
  release(id: number): void;
  /** A method that changes something was done on one of the objects that came from there. */
  done(call: number, id: number, method: string, args: Wire): void;
}

export interface LineOptions {
  /** What the other side calls without having been given anything: object 0. */
  readonly root: object;
  /** An object of ours as the work of one call gets to see it. */
  lend?(target: Callable, call: number): Callable;
  /** An object of the other side as we want to see it; the plain one calls its methods and nothing more. */
  proxy?(id: number, plain: Callable, rest: Readonly<Record<string, unknown>>): Callable;
  /** Before a method of an object of ours is called from the other side. */
  onCalled?(method: string): void;
  /** The other side says what it did with an object of its own (see `tell`). */
  onDone?(call: number, id: number, method: string, args: readonly unknown[]): void;
}

/** What was lent for the time of one call. */
interface Lease {
  readonly ids: number[];
  readonly ends: (() => void)[];
}

/** Somebody still calls what was lent for a call that has ended. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

const members = (target: Callable): Record<string, unknown> => target as Record<string, unknown>;

/** What an object goes by on each side of a line; lines come and go, objects may outlive them. */
const homes = new WeakMap<Callable, { readonly line: Line; readonly id: number }>();

/**
 * One end of a line between two threads. Both ends are alike: each calls the other's root, gives out objects with
 * methods by number, and calls those it was given. What is given along with a call is lent until the call ends; what
 * comes back as its result stays until the other side has no use for it any more.
 */
export class Line implements Side {
  private readonly peer: {
    readonly [Name in keyof Peer]: (...args: Parameters<Peer[Name]>) => Promise<unknown>;
  };
  private readonly kept = new Map<number, Callable>();
  private readonly ids = new WeakMap<Callable, number>();
  private readonly followed = new Map<number, AbortController>();
  private readonly unused =
    typeof FinalizationRegistry === 'undefined'
      ? null
      : new FinalizationRegistry<number>((id) => void this.peer.release(id));
  private lastId = 0;
  private lastCall = 0;
  private lease: Lease | null = null;
  private answering = 0;

  constructor(
    endpoint: Endpoint,
    private readonly options: LineOptions,
  ) {
    const peer: Peer = {
      greet: () => true,
      answer: (call, target, method, args) => this.answer(call, target, method, args),
      abort: (signal) => this.followed.get(signal)?.abort(),
      release: (id) => void this.kept.delete(id),
      done: (call, id, method, args) =>
        options.onDone?.(call, id, method, unpack(args, this) as readonly unknown[]),
    };
    expose(peer, endpoint);
    this.peer = wrap<Peer>(endpoint) as unknown as Line['peer'];
  }

  /** Resolves once the other side is there. */
  async greet(): Promise<void> {
    await this.peer.greet();
  }

  /** A number for a call, so that what it did can be told apart. */
  nextCall(): number {
    return ++this.lastCall;
  }

  /**
   * Calls a method of the other side's root (0) or of an object it gave, or with null a function. `receive` surrounds
   * the moment at which the objects of the result are made here.
   */
  async call(
    target: number,
    method: string | null,
    args: readonly unknown[],
    call = this.nextCall(),
    receive: (unpack: () => unknown) => unknown = (work) => work(),
  ): Promise<unknown> {
    const lease: Lease = { ids: [], ends: [] };
    try {
      const wire = this.during(lease, () => pack(args, this));
      const answer = (await this.peer.answer(call, target, method, wire)) as Answer;
      const result = receive(() => unpack(answer.wire, this));
      if (answer.failed) throw result;
      return result;
    } finally {
      this.end(lease);
    }
  }

  /** Tells the other side what was done with an object of ours that it was given. */
  tell(call: number, target: Callable, method: string, args: readonly unknown[]): void {
    const id = this.ids.get(target);
    if (id !== undefined) void this.peer.done(call, id, method, pack(args, this));
  }

  private during<T>(lease: Lease, work: () => T): T {
    const outer = this.lease;
    this.lease = lease;
    try {
      return work();
    } finally {
      this.lease = outer;
    }
  }

  private end({ ids, ends }: Lease): void {
    for (const id of ids) this.kept.delete(id);
    for (const finish of ends) finish();
  }

  private async answer(call: number, id: number, method: string | null, args: Wire): Promise<Answer> {
    const lease: Lease = { ids: [], ends: [] };
    try {
      const outer = this.answering;
      this.answering = call;
      const values = this.during(lease, () => unpack(args, this)) as readonly unknown[];
      const target = id === 0 ? this.options.root : this.own(id);
      this.answering = outer;
      const work = method === null ? target : members(target)[method];
      if (typeof work !== 'function') throw new Gone(`${method ?? ''} is no method`);
      if (id !== 0 && method !== null) this.options.onCalled?.(method);
      const result: unknown = await (Reflect.apply(work, target, values) as unknown);
      return { failed: false, wire: pack(result, this) };
    } catch (error) {
      return { failed: true, wire: pack(error instanceof Error ? error : new Error(String(error)), this) };
    } finally {
      this.end(lease);
    }
  }

  keep(target: Callable): number {
    const id = ++this.lastId;
    this.kept.set(id, target);
    this.ids.set(target, id);
    this.lease?.ids.push(id);
    return id;
  }

  homeOf(target: Callable): number | null {
    const home = homes.get(target);
    return home?.line === this ? home.id : null;
  }

  own(id: number): Callable {
    const target = this.kept.get(id);
    if (!target) throw new Gone('What was lent for a call was asked for after its end.');
    return this.options.lend?.(target, this.answering) ?? target;
  }

  keepSignal(signal: AbortSignal): number {
    const id = ++this.lastId;
    const tell = (): void => void this.peer.abort(id);
    signal.addEventListener('abort', tell);
    this.lease?.ends.push(() => signal.removeEventListener('abort', tell));
    return id;
  }

  follow(id: number, aborted: boolean): AbortSignal {
    const controller = new AbortController();
    if (aborted) controller.abort();
    this.followed.set(id, controller);
    this.lease?.ends.push(() => this.followed.delete(id));
    return controller.signal;
  }

  proxy(id: number, methods: readonly string[], rest: Readonly<Record<string, unknown>>): Callable {
    const plain: Record<string, unknown> = { ...rest };
    for (const method of methods) {
      plain[method] = (...args: readonly unknown[]) => this.call(id, method, args);
    }
    const made = this.options.proxy?.(id, plain, rest) ?? plain;
    this.meet(made, id);
    // What came with a call is taken back by the other side when the call ends.
    if (!this.lease) this.unused?.register(made, id);
    return made;
  }

  proxyFunction(id: number): (...args: readonly unknown[]) => Promise<unknown> {
    const made = (...args: readonly unknown[]): Promise<unknown> => this.call(id, null, args);
    this.meet(made, id);
    return made;
  }

  /** From now on this object goes to the other side as the one that is known there by this number. */
  meet(target: Callable, id: number): void {
    homes.set(target, { line: this, id });
  }
}
