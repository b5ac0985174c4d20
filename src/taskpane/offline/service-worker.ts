import { answerFrom, installFiles, removeOld, type Site } from './site-cache';

/** The parts of a service worker's surroundings that are used here; the types of the page don't know them. */
interface Surroundings {
  /** Put before this script by the build (webpack/offline.js). */
  readonly site: Omit<Site, 'scope'>;
  readonly registration: { readonly scope: string };
  readonly caches: CacheStorage;
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const own = globalThis as unknown as Surroundings;
const site: Site = { ...own.site, scope: own.registration.scope };
const fetchFile = (request: Request): Promise<Response> => fetch(request);

own.addEventListener('install', (event) => event.waitUntil(installFiles(site, own.caches, fetchFile)));
own.addEventListener('activate', (event) => event.waitUntil(removeOld(site, own.caches)));
own.addEventListener('message', ({ data }) => {
  // The user chose to reload: from now on the new version answers.
  if (data === 'take-over') void own.skipWaiting();
});
own.addEventListener('fetch', (event) => {
  const answer = answerFrom(site, event.request, own.caches, fetchFile);
  if (answer) event.respondWith(answer);
});
