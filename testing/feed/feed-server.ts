import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A timing system, or a relay of one, on a TCP port of this machine. */
export interface FeedServer {
  /** Of this machine, with its port. */
  readonly address: string
  /** Sends lines to every connection. */
  say(lines: readonly string[]): void
  /** What each connection gets from now on when it begins. */
  greetWith(lines: () => readonly string[]): void
  /** Resets every connection. */
  cut(): void
  /** Resets every connection and takes no other until `start`. */
  stop(): Promise<void>
  start(): Promise<void>
  connections(): number
}

export async function startFeedServer(): Promise<FeedServer> {
  const sockets = new Set<Socket>()
  let greeting: () => readonly string[] = () => []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.resume()
    socket.write(textOf(greeting()))
  })
  let port = 0

  async function start(): Promise<void> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }

  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
    sockets.clear()
  }

  await start()
  return {
    address: `127.0.0.1:${port}`,
    say(lines) {
      for (const socket of sockets) socket.write(textOf(lines))
    },
    greetWith(lines) {
      greeting = lines
    },
    cut,
    async stop() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
    start,
    connections: () => sockets.size,
  }
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('')
}
