import type { Endpoint } from 'comlink';
import { engine } from '../engine';
import { serveEngine } from './thread';

serveEngine(engine, globalThis as unknown as Endpoint, () => performance.now());
