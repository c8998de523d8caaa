import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface PeerServer {
  readonly url: string
  /** Sets the page at `/`. */
  serve(page: string): void
  close(): Promise<void>
}

/** Serves a page, compressed, like a club's web host, and socket.io's client at /socket.io.js. */
export async function startPeerServer(): Promise<PeerServer> {
  const client = join(dirname(createRequire(import.meta.url).resolve('socket.io/package.json')), 'client-dist')
  const script = gzipSync(readFileSync(join(client, 'socket.io.min.js')))
  let page = gzipSync('')
  const server = createServer((request, response) => {
    const [type, body] = request.url === '/socket.io.js' ? ['text/javascript', script] : ['text/html', page]
    response.writeHead(request.url === '/favicon.ico' ? 204 : 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Encoding': 'gzip',
      'Content-Length': request.url === '/favicon.ico' ? 0 : body.length,
    })
    response.end(request.url === '/favicon.ico' ? undefined : body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(text) {
      page = gzipSync(text)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
