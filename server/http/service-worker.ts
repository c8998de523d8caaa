import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'

export const serviceWorkerPath = '/service-worker.js'

const root = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url)

/** Without a build nothing is cached: this worker deletes the caches of an earlier production build and itself. */
const unregisteringWorker = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  const clear = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
  event.waitUntil(clear.then(() => self.registration.unregister()))
})
`

/**
 * The script of the service worker. It differs between builds, since browsers install only a changed script. Without a
 * build, as in development, the script unregisters itself.
 */
export function readServiceWorker(development: boolean, folder: URL = root): string {
  const build = development ? undefined : readIfThere(new URL('.next/BUILD_ID', folder))?.trim()
  if (build === undefined) return unregisteringWorker
  return `const build = ${JSON.stringify(build)}\n\n${readFileSync(new URL('server/http/service-worker.js', folder), 'utf8')}`
}

/** Answers with the script, uncached: browsers compare it with the installed one at every visit. */
export function serveServiceWorker(response: ServerResponse, script: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Content-Length': Buffer.byteLength(script),
    'Cache-Control': 'no-cache',
  })
  response.end(script)
}

function readIfThere(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
