import type { Endpoint } from 'comlink';
import type { Engine } from '../engine';
import { Gone, Line } from './line';
import { isEffect } from './effects';

/** Reports closer together than this are left out, unless another stage or file begins. */
const REPORT_EVERY_MS = 50;

type Report = (stage: string, file: string | null, done: number | null) => unknown;

/**
 * Progress that doesn't wait, and that comes as often as an eye can follow.
 * @example spaced(report, () => 0)('check', 'a.xlsx', null) // undefined
 */
export function spaced(report: Report, now: () => number): (...args: Parameters<Report>) => void {
  let last = -Infinity;
  let topic = '';
  return (stage, file, done) => {
    const at = now();
    if (at - last < REPORT_EVERY_MS && topic === `${stage} ${file ?? ''}`) return;
    last = at;
    topic = `${stage} ${file ?? ''}`;
    Promise.resolve(report(stage, file, done)).catch((error: unknown) => {
      // The call has ended in the meantime: nobody waits for its progress.
      if ((error as Error | null)?.name !== Gone.name) throw error;
    });
  };
}

/** Makes an object tell, after each method that changes something, what was done with which arguments. */
function telling(
  target: object,
  tell: (target: object, method: string, args: readonly unknown[]) => void,
): object {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') {
        return typeof value === 'object' && value !== null && name === 'memory'
          ? telling(value, tell)
          : value;
      }
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const result: unknown = await (Reflect.apply(value, target, args) as unknown);
        if (typeof name === 'string' && isEffect(name)) tell(target, name, args);
        return result;
      };
    },
  });
}

/**
 * Lets the other end of `endpoint` call the engine. Workbooks it opens stay here; what is done with them is told to
 * the other end, so that it can have the same done again if this thread has to be stopped.
 */
export function serveEngine(engine: Engine, endpoint: Endpoint, now: () => number): void {
  const line: Line = new Line(endpoint, {
    root: engine,
    lend: (target, call) => telling(target, (part, method, args) => line.tell(call, part, method, args)),
    proxy(_id, plain) {
      const made = plain as Record<string, unknown>;
      const { report } = made;
      return typeof report === 'function' ? { ...made, report: spaced(report as Report, now) } : made;
    },
  });
}
