import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { OptionError } from '../options/option-error.ts'
import type { Player } from './play-recording.ts'

/** A TCP server that plays a feed. A connection that comes later gets everything so far at once. */
export interface FeedRelay extends Player {
  readonly port: number
  /** Forgets what was sent, and sends every connection a reset of the results. */
  reset(): void
  stop(): Promise<void>
}

/** What a client that does not read may have waiting, in bytes; then it is disconnected. */
const mostWaiting = 16 * 1024 * 1024
const resetLine = '$I,"00:00:00.000","1 jan 01"'

/** Listens on this machine alone, unless `host` says otherwise. Throws OptionError when it cannot. */
export async function serveFeed(port: number, host = '127.0.0.1'): Promise<FeedRelay> {
  const sockets = new Set<Socket>()
  let sent: Uint8Array[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    // A client that is gone says so by an error, too.
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.resume()
    socket.write(Buffer.concat(sent))
  })

  function send(bytes: Uint8Array): void {
    sent.push(bytes)
    for (const socket of sockets) {
      if (socket.writableLength > mostWaiting) socket.destroy()
      else socket.write(bytes)
    }
  }

  server.listen(port, host)
  await once(server, 'listening').catch((error: Error) => {
    throw new OptionError(`Port ${port} of ${host} cannot be used: ${error.message}`)
  })

  return {
    port: (server.address() as AddressInfo).port,
    take(recorded) {
      if (recorded.kind === 'line') send(Buffer.concat([recorded.bytes, Buffer.from('\r\n')]))
    },
    reset() {
      sent = []
      send(Buffer.from(`${resetLine}\r\n`))
    },
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
