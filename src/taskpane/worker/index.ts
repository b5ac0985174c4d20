import { engineLocal } from '../engine-local';
import { createRemoteEngine, type RemoteEngine } from './remote-engine';
import { startWorker } from './start-worker';

/** The engine in a worker; on the page's own thread where the browser has none to give. */
export const startEngine = (): RemoteEngine =>
  createRemoteEngine({
    start: startWorker,
    here: async () => (await import('../engine')).engine,
    local: engineLocal,
  });
