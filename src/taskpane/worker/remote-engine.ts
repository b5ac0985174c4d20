import type { Endpoint } from 'comlink';
import type { Progress } from '../../flow';
import type { InputFile } from '../../intake';
import type { Engine } from '../engine';
import { blobOf, inputFile } from '../state/input-files';
import { isEffect, rememberedCall, seriesOf } from './effects';
import { stoppedError } from './errors';
import { Line } from './line';
import type { Callable } from './wire';

/** A thread that serves the engine (see `serveEngine`). */
export interface EngineThread {
  readonly endpoint: Endpoint;
  /** Calls back when the thread can't be started or can't be understood. */
  onFailure(report: (event: unknown) => void): void;
  terminate(): void;
}

export interface RemoteOptions {
  /** Starts a thread; null where there are none. */
  start(): EngineThread | null;
  /** The engine on the thread of the page, for when no thread can be started. */
  here(): Promise<Engine>;
  /** What needs no thread. */
  readonly local: Pick<Engine, 'rulebooks' | 'issuesOf'>;
  /** How long stopped work may take to stop by itself before its thread is ended. */
  readonly graceMs?: number;
  /** How long a thread may take to start. */
  readonly startMs?: number;
}

/** Methods whose answer comes from another thread, and so later. */
type Answered<E> = {
  [Name in keyof E]: E[Name] extends (...args: infer Args) => infer Result
    ? Name extends 'issuesOf'
      ? E[Name]
      : (...args: Args) => Result extends Promise<unknown> ? Result : Promise<Result>
    : E[Name];
};

/** The engine as the pane uses it; `interrupt` makes the work under way stop. */
export type RemoteEngine = Answered<Engine> & {
  interrupt(): void;
  /** Whether a thread of its own does the work; null until that is known. */
  isApart(): boolean | null;
};

/** A change that was made to a workbook in the thread. */
interface Change {
  readonly call: number;
  /** Which of the objects of its origin. */
  readonly part: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** A call whose result holds objects of the thread, with all it takes to have them again in another thread. */
interface Origin {
  readonly method: string;
  args: readonly unknown[];
  readonly parts: Part[];
  changes: Change[];
  /** The line its numbers are of; another one means that they have to be asked for anew. */
  line: Line;
  again: Promise<void> | null;
}

/** Calls that the engine in a thread remembers, in their order; only the last of each kind counts. */
interface Series {
  calls: { readonly method: string; readonly args: readonly unknown[] }[];
  line: Line;
}

interface Part {
  readonly origin: Origin;
  readonly made: Callable;
  id: number;
}

interface Call {
  readonly number: number;
  readonly over: Promise<unknown>;
  readonly isOver: () => boolean;
  /** It changed something on this side (the workbook in Excel): stopping it half-way would leave that half done. */
  isBinding: boolean;
  abandon(): void;
}

const GRACE_MS = 1_500;
const START_MS = 20_000;

/** Whether something happens within a time. */
async function happensWithin(event: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([event.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A file that can be read again, also when it is gone from the disk by then. */
async function inMemory(value: unknown): Promise<unknown> {
  const blob = typeof value === 'object' && value !== null ? blobOf(value as InputFile) : null;
  if (!blob) return value;
  return inputFile(new Blob([await blob.arrayBuffer()]), (value as InputFile).name);
}

const QUIET: Progress = { report: () => undefined, signal: null };
const isProgress = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Progress>).report === 'function';

class Remote {
  private line: Promise<Line | null> | null = null;
  private thread: EngineThread | null = null;
  private engineHere: Engine | null = null;
  private readonly calls = new Set<Call>();
  private stopping: Promise<void> | null = null;
  private readonly parts = new WeakMap<Callable, Part>();
  /** Parts by their number on the line of the moment; held weakly, as the pane may drop a workbook. */
  private readonly byId = new Map<number, WeakRef<Part>>();
  private readonly series = new Map<string, Series>();
  private receiving: Origin | null = null;
  private repeated: { readonly origin: Origin; at: number } | null = null;
  /** Calls that have changes done again; they are known already. */
  private readonly repeating = new Set<number>();
  isApart: boolean | null = null;

  constructor(private readonly options: RemoteOptions) {}

  /** The line to the thread, started when there is none; null when the work is done here. */
  private lineNow(): Promise<Line | null> {
    this.line ??= this.startLine();
    return this.line;
  }

  private async startLine(): Promise<Line | null> {
    // Once a thread couldn't be started it isn't tried again.
    const thread = this.engineHere ? null : this.options.start();
    if (thread) {
      const line = new Line(thread.endpoint, {
        root: {},
        proxy: (id, plain) => this.take(id, plain),
        onCalled: (method) => {
          if (isEffect(method)) for (const call of this.calls) call.isBinding = true;
        },
        onDone: (call, id, method, args) => this.note(call, id, method, args),
      });
      let isFailed = false;
      const failed = new Promise<void>((resolve) => {
        thread.onFailure(() => {
          isFailed = true;
          resolve();
        });
      });
      const answers = Promise.race([line.greet(), failed]);
      if ((await happensWithin(answers, this.options.startMs ?? START_MS)) && !isFailed) {
        this.thread = thread;
        this.isApart = true;
        return line;
      }
      thread.terminate();
    }
    this.engineHere ??= await this.options.here();
    this.isApart = false;
    return null;
  }

  async call(target: Callable | null, method: string, args: readonly unknown[]): Promise<unknown> {
    while (this.stopping) await this.stopping;
    let isOver = false;
    let abandon = (): void => undefined;
    const abandoned = new Promise<never>((_, reject) => {
      abandon = () => reject(stoppedError());
    });
    abandoned.catch(() => undefined);
    const { promise: numbered, resolve: setNumber } = promiseOf<number>();
    const work = this.carryOut(target, method, args, setNumber);
    const over = Promise.race([work, abandoned]).finally(() => {
      isOver = true;
    });
    let number = 0;
    void numbered.then((given) => {
      number = given;
    });
    const call: Call = {
      get number() {
        return number;
      },
      over,
      isOver: () => isOver,
      isBinding: false,
      abandon,
    };
    this.calls.add(call);
    try {
      return await over;
    } finally {
      this.calls.delete(call);
      // Nothing can be abandoned any more, so nothing that was changed can be lost.
      if (this.calls.size === 0) this.changed.clear();
    }
  }

  private async carryOut(
    target: Callable | null,
    method: string,
    args: readonly unknown[],
    setNumber: (number: number) => void,
  ): Promise<unknown> {
    const line = await this.lineNow();
    if (!line) {
      const engine = this.engineHere as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
      return engine[method]?.(...args);
    }
    const number = line.nextCall();
    setNumber(number);
    for (const part of this.staleIn([target, args], line)) await this.haveAgain(part.origin, line);
    if (target) {
      const id = line.homeOf(target);
      if (id === null) throw new Error('A workbook was closed while it was in use.');
      return line.call(id, method, args, number);
    }
    const series = seriesOf(method);
    if (series !== null) await this.remind(series, line);
    const origin: Origin = { method, args, parts: [], changes: [], line, again: null };
    const result = await line.call(0, method, args, number, (unpack) => {
      const outer = this.receiving;
      this.receiving = origin;
      try {
        return unpack();
      } finally {
        this.receiving = outer;
      }
    });
    this.rememberCall(method, args, line);
    if (origin.parts.length > 0) origin.args = await Promise.all(args.map(inMemory));
    return result;
  }

  private rememberCall(method: string, args: readonly unknown[], line: Line): void {
    const kind = rememberedCall(method);
    if (!kind) return;
    const calls = kind.isFirst ? [] : (this.series.get(kind.series)?.calls ?? []);
    // Whoever follows its progress now does so no more by then.
    const call = { method, args: args.map((value) => (isProgress(value) ? QUIET : value)) };
    this.series.set(kind.series, {
      calls: [...calls.filter((earlier) => earlier.method !== method), call],
      line,
    });
  }

  /** Tells a new thread what the one before it remembered. */
  private async remind(name: string, line: Line): Promise<void> {
    const series = this.series.get(name);
    if (!series || series.line === line) return;
    for (const { method, args } of series.calls) await line.call(0, method, args);
    series.line = line;
  }

  /** Objects among the arguments that were of a thread that is no longer there. */
  private staleIn(value: unknown, line: Line): Part[] {
    const found: Part[] = [];
    const look = (part: unknown, depth: number): void => {
      if (typeof part !== 'object' || part === null || depth > 6) return;
      const known = this.parts.get(part);
      if (known) {
        if (known.origin.line !== line) found.push(known);
        return;
      }
      const isPlain = Object.getPrototypeOf(part) === Object.prototype;
      if (Array.isArray(part)) for (const one of part) look(one, depth + 1);
      else if (isPlain) for (const one of Object.values(part)) look(one, depth + 1);
    };
    look(value, 0);
    return found;
  }

  /** Has the objects of a call made again in the thread of the moment, with all changes that were made to them. */
  private haveAgain(origin: Origin, line: Line): Promise<void> {
    if (origin.line === line) return Promise.resolve();
    origin.again ??= this.repeat(origin, line).finally(() => {
      origin.again = null;
    });
    return origin.again;
  }

  private async repeat(origin: Origin, line: Line): Promise<void> {
    const number = line.nextCall();
    this.repeating.add(number);
    await line.call(0, origin.method, origin.args, number, (unpack) => {
      this.repeated = { origin, at: 0 };
      try {
        return unpack();
      } finally {
        this.repeated = null;
      }
    });
    for (const { part, method, args } of origin.changes) {
      const id = origin.parts[part]?.id;
      if (id === undefined) continue;
      const change = line.nextCall();
      this.repeating.add(change);
      await line.call(id, method, args, change);
    }
    for (const part of origin.parts) line.meet(part.made, part.id);
    origin.line = line;
  }

  /** An object of the thread arrived. */
  private take(id: number, plain: Callable): Callable {
    if (this.repeated) {
      const part = this.repeated.origin.parts[this.repeated.at++];
      if (part) {
        part.id = id;
        this.byId.set(id, new WeakRef(part));
        return part.made;
      }
    }
    const origin = this.receiving;
    if (!origin) return plain;
    const made: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(plain)) {
      made[name] =
        typeof value === 'function'
          ? (...args: readonly unknown[]): Promise<unknown> => this.call(made, name, args)
          : value;
    }
    const part: Part = { origin, made, id };
    origin.parts.push(part);
    this.parts.set(made, part);
    this.byId.set(id, new WeakRef(part));
    return made;
  }

  private note(call: number, id: number, method: string, args: readonly unknown[]): void {
    if (this.repeating.has(call)) return;
    const part = this.byId.get(id)?.deref();
    part?.origin.changes.push({ call, part: part.origin.parts.indexOf(part), method, args });
    if (part) this.changed.add(part.origin);
  }

  /** Origins with changes by calls that may still be abandoned. */
  private readonly changed = new Set<Origin>();

  interrupt(): void {
    const abandoned = [...this.calls];
    if (abandoned.length === 0 || this.isApart === false) return;
    const before = this.stopping ?? Promise.resolve();
    const stopping: Promise<void> = before
      .then(() => this.stop(abandoned))
      .finally(() => {
        if (this.stopping === stopping) this.stopping = null;
      });
    this.stopping = stopping;
  }

  private async stop(abandoned: readonly Call[]): Promise<void> {
    const all = Promise.allSettled(abandoned.map(({ over }) => over));
    await happensWithin(all, this.options.graceMs ?? GRACE_MS);
    const left = abandoned.filter((call) => !call.isOver());
    if (left.length === 0) return;
    if (left.some(({ isBinding }) => isBinding) || !this.thread) {
      await all;
      return;
    }
    this.thread.terminate();
    this.thread = null;
    this.line = null;
    this.byId.clear();
    // What the abandoned calls changed went with the thread; what was finished before is done again.
    const numbers = new Set([...this.calls].map(({ number }) => number));
    for (const origin of this.changed) {
      origin.changes = origin.changes.filter(({ call }) => !numbers.has(call));
    }
    this.changed.clear();
    for (const call of this.calls) call.abandon();
    await Promise.allSettled([...this.calls].map(({ over }) => over));
  }
}

function promiseOf<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
}

/**
 * The engine in a thread of its own. Every method of `Engine` crosses over by itself; those that answer at once on one
 * thread answer with a promise here. A workbook that was opened there is an object here whose methods ask for it
 * there. Work that doesn't stop within the grace when it is interrupted is stopped by ending the thread: workbooks
 * are then opened again in a new thread when they are next needed, and what was filled in before is filled in again.
 */
export function createRemoteEngine(options: RemoteOptions): RemoteEngine {
  const remote = new Remote(options);
  const own: Record<string, unknown> = {
    ...options.local,
    interrupt: () => remote.interrupt(),
    isApart: () => remote.isApart,
  };
  return new Proxy(own, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      own[name] ??= (...args: readonly unknown[]): Promise<unknown> => remote.call(null, name, args);
      return own[name];
    },
  }) as unknown as RemoteEngine;
}
