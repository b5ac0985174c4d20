/** What the site consists of, so that it works without a network after the first visit. */
export interface Site {
  /** A hash over all files: another version is another cache. */
  readonly version: string;
  /** Files relative to the scope, kept from the first visit on. */
  readonly files: readonly string[];
  /** Files that are kept once they were asked for, as a regular expression over the path relative to the scope. */
  readonly alsoKept: string | null;
  /** The address under which everything of ours stands, with a slash at its end. */
  readonly scope: string;
}

export type FetchFile = (request: Request) => Promise<Response>;

/** A network that doesn't answer in this time is as good as none. */
const PATIENCE_MS = 3_000;

const PREFIX = 'plafondwijzer ';
const cacheName = ({ scope, version }: Site): string => `${PREFIX}${scope} ${version}`;

/** Named after its content: such a file never changes. */
const isHashed = (path: string): boolean => /\.[0-9a-f]{10}\.\w+$/.test(path);

/** The path of an address of ours; null for any other address. The folder itself is its page. */
function pathOf({ scope }: Site, url: string): string | null {
  const [address = ''] = url.split(/[?#]/, 1);
  if (!address.startsWith(scope)) return null;
  const path = address.slice(scope.length);
  return path === '' ? 'index.html' : decoded(path);
}

/** A name as it is on disk: in an address a space is %20. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // Not the way addresses are written: then it is none of our files.
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** Keeps all files of this version; those that an earlier version had under the same hash are not fetched again. */
export async function installFiles(site: Site, caches: CacheStorage, fetchFile: FetchFile): Promise<void> {
  const cache = await caches.open(cacheName(site));
  await Promise.all(
    site.files.map(async (file) => {
      const url = site.scope + file;
      const known = isHashed(file) ? await caches.match(url) : undefined;
      const response = known ?? (await fetchFile(new Request(url, { cache: 'no-cache' })));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(url, response);
    }),
  );
}

/** Removes what earlier versions kept. */
export async function removeOld(site: Site, caches: CacheStorage): Promise<void> {
  const own = cacheName(site);
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(`${PREFIX}${site.scope} `) && name !== own)
      .map((name) => caches.delete(name)),
  );
}

/**
 * The answer to a request for one of our own files; null for everything else, which goes its ordinary way and is never
 * kept: other addresses, other methods, and whatever a user opened or downloads. Files named after their content come
 * from the cache, the others from the network as long as there is one.
 */
export function answerFrom(
  site: Site,
  request: Request,
  caches: CacheStorage,
  fetchFile: FetchFile,
): Promise<Response> | null {
  if (request.method !== 'GET') return null;
  const path = pathOf(site, request.url);
  if (path === null) return null;
  const isOurs = site.files.includes(path);
  const isAlsoKept = site.alsoKept !== null && new RegExp(site.alsoKept).test(path);
  if (!isOurs && !isAlsoKept) return null;
  const url = site.scope + path;
  const kept = async (): Promise<Response | undefined> => (await caches.open(cacheName(site))).match(url);
  if (isHashed(path)) return kept().then((response) => response ?? fetchFile(request));
  return fromNetwork();

  async function fromNetwork(): Promise<Response> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    // A failing network is what the cache is for.
    const network = fetchFile(request).catch(() => null);
    const response = await Promise.race([network, late]);
    clearTimeout(timer);
    if (response?.ok) {
      if (isAlsoKept) await (await caches.open(cacheName(site))).put(url, response.clone());
      return response;
    }
    return (await kept()) ?? response ?? (await network) ?? Response.error();
  }
}
