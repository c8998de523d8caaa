// The service worker, as browsers run it: a classic script, before which service-worker.ts puts the line `const build =
// '…'`. docs/decisions/0008-offline-is-a-shell-and-the-last-list.md says why it is so short.

const shellCache = `paddock-shell-${build}`
/** Where the page saves its newest list (app/live/connection/save-offline-list.ts). */
const listCache = 'paddock-list-2'
const shellAddress = '/offline'
/** How long the network may take to begin its answer when there is a saved list to show, in milliseconds. */
const answerTimeout = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(saveShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches())
})

self.addEventListener('fetch', (event) => {
  switch (kindOf(event.request)) {
    case 'front door':
      return event.respondWith(fetch(event.request).catch(() => Response.redirect('/live')))
    case 'live page':
      return event.respondWith(livePage(event.request))
    case 'static file':
      return event.respondWith(staticFile(event))
    case 'other':
      return
  }
})

/** The kind of a request. `other` goes to the network as if there were no worker, and is never cached. */
function kindOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return 'other'
  if (mode === 'navigate' && pathname === '/') return 'front door'
  if (mode === 'navigate' && pathname === '/live') return 'live page'
  return pathname.startsWith('/_next/static/') ? 'static file' : 'other'
}

/** The network's page. The shell, which says that it is offline, only where there is none. */
async function livePage(request) {
  const shell = await caches.match(shellAddress, { cacheName: shellCache })
  if (!shell) return fetch(request)
  const asked = fetch(request)
  const answer = await firstOf(asked, (await caches.has(listCache)) ? answerTimeout : undefined)
  // A proxy without a server behind it answers for it.
  if (answer && answer.status < 500) return answer
  // Nobody reads the late page: it would only take bandwidth from the changes, which are smaller.
  asked.then(({ body }) => body?.cancel()).catch(() => undefined)
  return shell
}

/** The answer; undefined when it failed or took longer than the limit. */
function firstOf(asked, limit) {
  return new Promise((resolve) => {
    asked.then(resolve, () => resolve(undefined))
    if (limit !== undefined) setTimeout(resolve, limit)
  })
}

/** A file whose name changes with its content: once cached, it is never asked for again. */
async function staticFile(event) {
  const cached = await caches.match(event.request, { cacheName: shellCache })
  if (cached) return cached
  const answer = await fetch(event.request)
  if (isStaticFile(answer)) {
    const copy = answer.clone()
    event.waitUntil(caches.open(shellCache).then((cache) => cache.put(event.request, copy)))
  }
  return answer
}

/** Saves the offline page with its headers and every file that it names, or fails as a whole. */
async function saveShell() {
  const page = await fetch(shellAddress, { cache: 'no-store' })
  const text = await page.clone().text()
  if (!isOurPage(page)) throw new Error(`${shellAddress} answers ${page.status}, and not with our page.`)
  const cache = await caches.open(shellCache)
  const names = new Set(text.match(/\/_next\/static\/[\w./-]+\.(?:js|css)/g))
  await Promise.all([...names].map((name) => saveFile(cache, name)))
  // The page comes last: where it is cached, its files are.
  await cache.put(shellAddress, page)
}

async function saveFile(cache, name) {
  const file = await fetch(name)
  if (!isStaticFile(file)) throw new Error(`${name} answers ${file.status}, and not with a file of ours.`)
  await cache.put(name, file)
}

/** A hotel's network answers everything with its own page. Ours has a policy with a nonce for its scripts. */
function isOurPage({ status, redirected, headers }) {
  return status === 200 && !redirected && /'nonce-/.test(headers.get('content-security-policy') ?? '')
}

function isStaticFile({ status, redirected, headers }) {
  return status === 200 && !redirected && !/html/.test(headers.get('content-type') ?? 'html')
}

/** The shells of other builds, and lists in another format, which this build's shell would not read. */
async function deleteOldCaches() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('paddock-') && name !== shellCache && name !== listCache)
  await Promise.all(old.map((name) => caches.delete(name)))
}
