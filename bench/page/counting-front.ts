import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CountingFront {
  readonly url: string
  /** Bytes that have crossed it so far, both ways: what a phone pays for, but for TCP's own headers and TLS. */
  bytes(): number
  close(): Promise<void>
}

/** Carries bytes between browsers and the server at `origin`, and counts them: pages, headers and sockets alike. */
export async function startCountingFront(origin: string): Promise<CountingFront> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  let bytes = 0
  const front = createServer((browser) => {
    const server = connect({ host: hostname, port: Number(port) })
    for (const [from, to] of [
      [browser, server],
      [server, browser],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => {
        bytes += chunk.length
      })
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    bytes: () => bytes,
    async close() {
      const closed = once(front, 'close')
      front.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
