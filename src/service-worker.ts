/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

/**
 * After the first visit the site works with the network cut. Programs, the data set and the pages that one comes for are fetched
 * ahead, behind the page that the reader looks at; the long pages follow at leisure, not over a mobile network; the database
 * (34 MB) is kept when it is first used.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const SHELL = `shell-${version}`;
/** Kept across releases: what stands under a name that changes with its content. */
const LASTING = 'lasting';
const AT_ONCE = 6;

/** Named by content or version: what was fetched once never changes. */
const isLasting = (path: string): boolean =>
  path.startsWith(`${base}/duckdb/`) || /\/data\/[0-9a-f]{12}\//.test(path);
const isProgram = (path: string): boolean => path.startsWith(`${base}/_app/immutable/`);
/** Pictures that only others show: chats, of a link; the README. */
const isForOthers = (path: string): boolean => /^\/(?:preview|readme)\//.test(path.slice(base.length));
const isAhead = (path: string): boolean => !isLasting(path) && !isForOthers(path) && !path.endsWith('.map');

/** Pages of single documents, agencies and the long lists: many, large, and not what somebody comes for first. */
const isLong = (path: string): boolean =>
  /\/(?:documents\/(?!local)[^/]+|agencies\/[^/]+|embed\/|releases\/|answers\/|checks\/all)/.test(path);

const KEPT = [...build, ...files, ...prerendered].filter(isAhead);
const AHEAD = KEPT.filter((path) => !isLong(path));
const LATER = KEPT.filter(isLong);
const DATA = files.filter((path) => isLasting(path) && path.endsWith('.arrow'));

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (isLasting(url.pathname)) event.respondWith(keptFirst(LASTING, request));
  else if (isProgram(url.pathname)) event.respondWith(keptFirst(SHELL, request));
  else event.respondWith(networkFirst(request, url));
  if (request.mode === 'navigate') event.waitUntil(followUp());
});

let following: Promise<void> | null = null;

/** The rest, once, unless the reader pays by the byte. */
function followUp(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; type?: string } };
  if (connection?.saveData === true || connection?.type === 'cellular') return Promise.resolve();
  following ??= fill(SHELL, LATER, 1);
  return following;
}

async function install(): Promise<void> {
  const workers = await fetch(`${base}/_app/workers.json`)
    .then(async (response) => (await response.json()) as string[])
    .catch(() => []);
  const programs = workers.map((path) => base + path);
  await Promise.all([fill(SHELL, [...programs, ...AHEAD]), fill(LASTING, DATA)]);
  await worker.skipWaiting();
}

/** A few at a time, so that the page's own requests aren't held up. One that fails is fetched when it is asked for. */
async function fill(name: string, paths: readonly string[], atOnce = AT_ONCE): Promise<void> {
  const cache = await caches.open(name);
  const queue = paths.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const path of queue) {
        if (await cache.match(path)) continue;
        await cache.add(path).catch(() => undefined);
      }
    }),
  );
}

async function tidy(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== SHELL && name !== LASTING).map((name) => caches.delete(name)),
  );
  const lasting = await caches.open(LASTING);
  for (const request of await lasting.keys()) {
    const { pathname } = new URL(request.url);
    if (!files.includes(pathname)) await lasting.delete(request);
  }
}

async function keptFirst(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request, response.clone()).catch(() => undefined);
  return response;
}

/** Pages and the manifest are asked for anew, so that a new release shows at once; what was kept stands in without a network. */
async function networkFirst(request: Request, url: URL): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status === 200 && prerendered.includes(url.pathname)) {
      const cache = await caches.open(SHELL);
      await cache.put(url.pathname, response.clone()).catch(() => undefined);
    }
    return response;
  } catch (error) {
    const cache = await caches.open(SHELL);
    const kept =
      (await cache.match(url.pathname, { ignoreVary: true })) ??
      (await cache.match(url.pathname.replace(/\/$/, ''), { ignoreVary: true }));
    if (kept) return kept;
    throw error;
  }
}
