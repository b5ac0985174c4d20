import type { EngineThread } from './remote-engine';

/** A thread of its own for the engine; null where the browser has none to give (a page opened from disk, some hosts). */
export function startWorker(): EngineThread | null {
  if (typeof Worker === 'undefined') return null;
  try {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url));
    return {
      endpoint: worker,
      onFailure(report) {
        worker.addEventListener('error', report);
        worker.addEventListener('messageerror', report);
      },
      terminate: () => worker.terminate(),
    };
  } catch (error) {
    // Refused by the browser's own rules: the engine then works on the page's thread.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
