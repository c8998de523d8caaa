import { socketBytes } from './data-usage.ts'

/** The estimated bytes of a WebSocket handshake: a request and its response, with their headers. */
const handshake = 1000

/** The part of engine.io's socket that is used here. */
interface Engine {
  readonly transport: { readonly name: string }
  on(event: 'handshake', listener: () => void): unknown
  on(event: 'packet' | 'packetCreate', listener: (packet: { readonly data?: unknown }) => void): unknown
}

/**
 * Calls `add` with the estimated bytes of each message in either direction. It skips polling: a browser reports those
 * requests itself.
 */
export function countTraffic(engine: Engine, add: (bytes: number) => void): void {
  const count = ({ data }: { readonly data?: unknown }) => {
    if (engine.transport.name !== 'websocket') return
    // One character is the type of the packet.
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
