import type { Socket } from 'socket.io'
import { Adapter, type BroadcastOptions } from 'socket.io-adapter'
import { Encoder, type Packet, PacketType } from 'socket.io-parser'
import { sendFrames } from './direct-write.ts'
import { createSharedFrames, type SharedFrames } from './shared-frames.ts'

/**
 * An adapter of socket.io that encodes and compresses a message once, and writes the same bytes to all sockets that get
 * it, by a broadcast or by `sendShared`. A message is known by its object, which must not change afterwards. [P9]
 */
export class SharedFramesAdapter extends Adapter {
  readonly #encoder = new Encoder()
  readonly #frames = new WeakMap<object, SharedFrames>()
  #deflates = 0

  /** How many messages were compressed: each counts once, however many sockets get it. */
  get deflates(): number {
    return this.#deflates
  }

  override broadcast(packet: Packet, options: BroadcastOptions): void {
    const frames = options.rooms.size === 0 ? this.#framesOf(packet) : undefined
    if (!frames) {
      super.broadcast(packet, options)
      return
    }
    const excluded = [...(options.except ?? [])].flatMap((room) => this.rooms.get(room) ?? [])
    for (const socket of this.nsp.sockets.values() as Iterable<Socket>) {
      if (!excluded.some((ids) => ids.has(socket.id))) sendFrames(socket, frames)
    }
  }

  /** Sends an event to one socket of this namespace, with the bytes that others get. */
  sendShared(socket: Socket, action: string, message: object): void {
    const frames = this.#framesOf({ type: PacketType.EVENT, data: [action, message], nsp: this.nsp.name })
    if (frames) sendFrames(socket, frames)
  }

  /** Undefined for a packet that is no event with one message. */
  #framesOf(packet: Packet): SharedFrames | undefined {
    const [, message, ...more]: readonly unknown[] = Array.isArray(packet.data) ? packet.data : []
    if (packet.type !== PacketType.EVENT || packet.id !== undefined || more.length > 0) return undefined
    if (typeof message !== 'object' || message === null) return undefined
    const known = this.#frames.get(message)
    if (known) return known
    const [encoded] = this.#encoder.encode({ ...packet, nsp: this.nsp.name })
    if (typeof encoded !== 'string') return undefined
    const frames = createSharedFrames(encoded, () => {
      this.#deflates += 1
    })
    this.#frames.set(message, frames)
    return frames
  }
}

/** Sends an event to a socket, with the bytes that all others of its namespace get who are sent this message. */
export function sendShared(socket: Socket, action: string, message: object): void {
  const { adapter } = socket.nsp
  if (adapter instanceof SharedFramesAdapter) adapter.sendShared(socket, action, message)
  else socket.emit(action, message)
}
