import { Adapter, type BroadcastOptions } from 'socket.io-adapter'
import { Encoder, type Packet, PacketType } from 'socket.io-parser'
import { Lane } from './direct-write.ts'
import type { LiveSocket } from './live-socket.ts'
import { createSharedFrames, type SharedFrames } from './shared-frames.ts'

/** An event of socket.io, whose name is the action of its message. */
export interface ActionMessage {
  readonly action: string
}

/** The sockets that a broadcast leaves out. */
export type Excluded = Pick<ReadonlySet<LiveSocket>, 'has' | 'size'>

const nobody: Excluded = new Set()

/**
 * An adapter of socket.io that encodes and compresses a message once, and writes the same bytes to all sockets that get
 * it, by a broadcast or by `send`. A message is known by its object, which must not change afterwards. [P9]
 */
export class SharedFramesAdapter extends Adapter {
  readonly #encoder = new Encoder()
  readonly #frames = new WeakMap<object, SharedFrames>()
  /** By id, one for each socket of the namespace. */
  readonly #lanes = new Map<string, Lane>()
  #deflates = 0
  #encodings = 0

  /** By id, the sockets that had something waiting after the last message to them. Whoever looks takes them out. */
  readonly waiting = new Map<string, LiveSocket>()

  /** How many messages were compressed: each counts once, however many sockets get it. */
  get deflates(): number {
    return this.#deflates
  }

  /** How many messages were encoded: each counts once, however many sockets get it. */
  get encodings(): number {
    return this.#encodings
  }

  /** Sends a message to all sockets of this namespace that are not excluded. */
  sendToAll(message: ActionMessage, excluded: Excluded): void {
    this.#sendToAll(this.#framesOf(message.action, message), excluded)
  }

  /** Sends messages to one socket of this namespace, with the bytes that others get. */
  send(socket: LiveSocket, messages: readonly ActionMessage[]): void {
    const frames = messages.map((message) => this.#framesOf(message.action, message))
    const lane = this.#lanes.get(socket.id)
    if (lane) this.#send(lane, frames)
  }

  override broadcast(packet: Packet, options: BroadcastOptions): void {
    const [action, message, ...more]: readonly unknown[] = Array.isArray(packet.data) ? packet.data : []
    const isForAll = options.rooms.size === 0 && (options.except?.size ?? 0) === 0
    const isEvent = packet.type === PacketType.EVENT && packet.id === undefined && more.length === 0
    if (!isForAll || !isEvent || typeof action !== 'string' || typeof message !== 'object' || message === null) {
      super.broadcast(packet, options)
      return
    }
    this.#sendToAll(this.#framesOf(action, message), nobody)
  }

  /** socket.io adds each socket to a room of its own when it joins the namespace. */
  override addAll(id: string, rooms: Set<string>): Promise<void> | void {
    const socket: LiveSocket | undefined = this.nsp.sockets.get(id)
    if (socket) this.addLane(socket)
    return super.addAll(id, rooms)
  }

  /** From now on, broadcasts by `sendToAll` reach the socket, until `delAll`. */
  addLane(socket: LiveSocket): void {
    if (!this.#lanes.has(socket.id)) this.#lanes.set(socket.id, new Lane(socket))
  }

  override delAll(id: string): void {
    this.waiting.delete(id)
    this.#lanes.delete(id)
    super.delAll(id)
  }

  #sendToAll(frames: SharedFrames, excluded: Excluded): void {
    const messages = [frames]
    for (const lane of this.#lanes.values()) {
      if (excluded.size === 0 || !excluded.has(lane.socket)) this.#send(lane, messages)
    }
  }

  #send(lane: Lane, messages: readonly SharedFrames[]): void {
    if (lane.send(messages)) this.waiting.set(lane.socket.id, lane.socket)
  }

  #framesOf(action: string, message: object): SharedFrames {
    const known = this.#frames.get(message)
    if (known) return known
    const [encoded] = this.#encoder.encode({ type: PacketType.EVENT, data: [action, message], nsp: this.nsp.name })
    if (typeof encoded !== 'string') throw new Error(`The message ${action} cannot be encoded as text.`)
    this.#encodings += 1
    const frames = createSharedFrames(encoded, () => {
      this.#deflates += 1
    })
    this.#frames.set(message, frames)
    return frames
  }
}
