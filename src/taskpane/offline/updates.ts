/** Whether a newer version of this page is ready, and how to get it. */
export interface Updates {
  /** Whether a newer version waits. */
  get(): boolean;
  subscribe(listener: () => void): () => void;
  /** Has the new version take over; the page reloads. */
  apply(): void;
  dismiss(): void;
}

/** How often a page that stays open asks whether there is a newer version. */
const ASK_EVERY_MS = 60 * 60 * 1000;

/**
 * Keeps the site for use without a network, where the browser can. Nothing a user opens is kept. Never throws: without
 * it everything works as long as there is a network.
 */
export function followUpdates(page: Window, script: string): Updates {
  const { navigator } = page;
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  const found = (worker: ServiceWorker | null): void => {
    waiting = worker;
    for (const listener of listeners) listener();
  };
  const watch = (registration: ServiceWorkerRegistration): void => {
    const look = (): void => {
      // The very first version has nothing to replace.
      if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    page.setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
  };
  const start = async (): Promise<void> => {
    try {
      watch(await navigator.serviceWorker.register(script));
    } catch {
      // Not allowed here (a private window, a host that forbids it): the page works with a network only.
    }
  };
  // After the first view, so that it costs none of its time. Hosts without this have no `serviceWorker` at all.
  if ('serviceWorker' in navigator) {
    if (page.document.readyState === 'complete') void start();
    else page.addEventListener('load', () => void start());
  }
  return {
    get: () => waiting !== null,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    apply() {
      navigator.serviceWorker.addEventListener('controllerchange', () => page.location.reload());
      waiting?.postMessage('take-over');
    },
    dismiss: () => found(null),
  };
}
