import { socketBytes } from './data-usage.ts'

/** What it takes to open a connection: a request and its answer, with their headers. In bytes, about. */
const handshake = 1000

/** As much of engine.io's socket as it takes. */
interface Engine {
  readonly transport: { readonly name: string }
  on(event: 'handshake', listener: () => void): unknown
  on(event: 'packet' | 'packetCreate', listener: (packet: { readonly data?: unknown }) => void): unknown
}

/**
 * Tells about how many bytes cross a socket, each way, as they do. What goes by polling is not told: a browser has that
 * in its own accounts, as it has every other request.
 */
export function countTraffic(engine: Engine, add: (bytes: number) => void): void {
  const count = ({ data }: { readonly data?: unknown }) => {
    if (engine.transport.name !== 'websocket') return
    // One character for the kind of packet.
    const characters = 1 + (typeof data === 'string' ? data.length : 0)
    add(socketBytes(characters, isCompressed(engine.transport)))
  }
  engine.on('handshake', () => {
    if (engine.transport.name === 'websocket') add(handshake)
  })
  engine.on('packet', count)
  engine.on('packetCreate', count)
}

function isCompressed(transport: object): boolean {
  const socket: unknown = 'ws' in transport ? transport.ws : undefined
  const extensions = typeof socket === 'object' && socket !== null && 'extensions' in socket ? socket.extensions : ''
  return typeof extensions === 'string' && extensions.includes('permessage-deflate')
}
