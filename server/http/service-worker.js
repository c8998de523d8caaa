// The service worker: a classic script, to which service-worker.ts adds a first line, `const build = '…'`.
// docs/decisions/0008-offline-is-a-shell-and-the-last-list.md explains why it does so little.

const shellCache = `paddock-shell-${build}`
/** The cache in which the page saves its newest list (app/live/connection/save-offline-list.ts). */
const listCache = 'paddock-list-2'
const shellAddress = '/offline'
/** How long a response may take to begin when a saved list can be shown instead, in milliseconds. */
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

self.addEventListener('push', (event) => {
  event.waitUntil(showNotification(event.data))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(replaceSubscription(event))
})

/** The kind of a request. The worker neither answers nor caches `other`. */
function kindOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return 'other'
  if (mode === 'navigate' && pathname === '/') return 'front door'
  if (mode === 'navigate' && pathname === '/live') return 'live page'
  return pathname.startsWith('/_next/static/') ? 'static file' : 'other'
}

/** The page from the network; the offline shell when the network has none or is too slow. */
async function livePage(request) {
  const shell = await caches.match(shellAddress, { cacheName: shellCache })
  if (!shell) return fetch(request)
  const asked = fetch(request)
  const answer = await firstOf(asked, (await caches.has(listCache)) ? answerTimeout : undefined)
  // A proxy whose server is down answers with 502 or 504.
  if (answer && answer.status < 500) return answer
  // A late page is not shown any more; without cancelling, it would take bandwidth from the changes.
  asked.then(({ body }) => body?.cancel()).catch(() => undefined)
  return shell
}

/** The response; undefined when the request fails or takes longer than `limit`. */
function firstOf(asked, limit) {
  return new Promise((resolve) => {
    asked.then(resolve, () => resolve(undefined))
    if (limit !== undefined) setTimeout(resolve, limit)
  })
}

/** A file whose name changes with its content: a cached one needs no request. */
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

/** Caches the offline page and every file that it names. Rejects when one of them is missing. */
async function saveShell() {
  const page = await fetch(shellAddress, { cache: 'no-store' })
  const text = await page.clone().text()
  if (!isOurPage(page)) throw new Error(`${shellAddress} answers ${page.status}, and not with our page.`)
  const cache = await caches.open(shellCache)
  const names = new Set(text.match(/\/_next\/static\/[\w./-]+\.(?:js|css)/g))
  await Promise.all([...names].map((name) => saveFile(cache, name)))
  // The page is cached last, so that a cached page always has its files.
  await cache.put(shellAddress, page)
}

async function saveFile(cache, name) {
  const file = await fetch(name)
  if (!isStaticFile(file)) throw new Error(`${name} answers ${file.status}, and not with a file of ours.`)
  await cache.put(name, file)
}

/** Whether a response is our page: a hotel's network answers everything, but without hashes of scripts in a policy. */
function isOurPage({ status, redirected, headers }) {
  return status === 200 && !redirected && /'sha256-/.test(headers.get('content-security-policy') ?? '')
}

function isStaticFile({ status, redirected, headers }) {
  return status === 200 && !redirected && !/html/.test(headers.get('content-type') ?? 'html')
}

/** Deletes the shells of other builds and the lists in other formats, which this build cannot read. */
async function deleteOldCaches() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('paddock-') && name !== shellCache && name !== listCache)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** Shows something in any case: browsers end the subscription of a page whose messages show nothing. */
async function showNotification(data) {
  const { title, body, tag, url } = readNotification(data)
  const options = { body, tag, renotify: true, icon: '/apple-icon.png', data: url }
  await self.registration.showNotification(title, options)
}

/** The message that the server has encrypted (lib/push/push-notification.ts). */
function readNotification(data) {
  const unknown = { title: 'Live results', body: 'There is news.', tag: 'unknown', url: '/live' }
  try {
    return { ...unknown, ...data.json() }
  } catch {
    return unknown
  }
}

/** Shows an address of the live page: in a tab that has it, or else in a new one. */
async function openPage(address) {
  const url = new URL(address, self.location.origin)
  const target = url.origin === self.location.origin && url.pathname === '/live' ? url.href : '/live'
  const tabs = await self.clients.matchAll({ type: 'window' })
  const tab = tabs.find((one) => new URL(one.url).pathname === '/live')
  // A tab that another worker serves cannot be navigated.
  const moved = await tab?.navigate(target).catch(() => undefined)
  await (moved ? moved.focus() : self.clients.openWindow(target))
}

/** The browser has renewed a subscription: the server moves what it knows of the old one to the new one. */
async function replaceSubscription({ oldSubscription, newSubscription }) {
  if (!oldSubscription) return
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options))
  await fetch('/api/push/subscribe', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subscription, replaces: oldSubscription.endpoint }),
  })
}
