import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'

export const serviceWorkerPath = '/service-worker.js'

const root = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url)

/** In development nothing is kept; what a production server on the same port has left in a browser goes away. */
const leavingWorker = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  const clear = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
  event.waitUntil(clear.then(() => self.registration.unregister()))
})
`

/**
 * The script of the service worker. It differs with every build, so that a browser takes a new build's for a new
 * worker. Without a build, as in development, it is one that takes itself away.
 */
export function readServiceWorker(development: boolean, folder: URL = root): string {
  const build = development ? undefined : readIfThere(new URL('.next/BUILD_ID', folder))?.trim()
  if (build === undefined) return leavingWorker
  return `const build = ${JSON.stringify(build)}\n\n${readFileSync(new URL('server/http/service-worker.js', folder), 'utf8')}`
}

/** Answers with the script; browsers ask for it at every visit and after a day at the latest. */
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
