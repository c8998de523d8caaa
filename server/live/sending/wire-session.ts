import type { Namespace, Socket } from 'socket.io'
import { Decoder, type Packet, PacketType } from 'socket.io-parser'
import { HandedOverWebSocket } from './handed-over-websocket.ts'
import type { SharedFramesAdapter } from './shared-frames-adapter.ts'
import type { WireConnection } from './wire-connection.ts'
import type { WirePings } from './wire-pings.ts'
import { newWireId, WireSocket } from './wire-socket.ts'

/** What all sessions of the wire endpoint have in common. */
export interface WireScene {
  readonly namespace: Namespace
  readonly adapter: SharedFramesAdapter
  /** Matches the packets that are for the namespace. */
  readonly isForNamespace: RegExp
  readonly pings: WirePings
  readonly onUseless: (connection: WireConnection) => void
}

/** The session of one connection of the wire endpoint: what the packets of its client mean. */
export class WireSession {
  readonly #scene: WireScene
  readonly #connection: WireConnection
  readonly #toEngine: (websocket: HandedOverWebSocket) => void
  #socket: WireSocket | undefined
  #handedOver: HandedOverWebSocket | undefined
  /** Of a packet whose binary parts have not all arrived. */
  #decoder: Decoder | undefined

  constructor(scene: WireScene, connection: WireConnection, toEngine: (websocket: HandedOverWebSocket) => void) {
    this.#scene = scene
    this.#connection = connection
    this.#toEngine = toEngine
    scene.pings.follow(connection)
    connection.once('close', () => {
      scene.pings.forget(connection)
      this.#leave()
    })
  }

  receive(data: Buffer, isBinary: boolean): void {
    if (this.#connection.readyState !== 'open') return
    this.#scene.pings.heard(this.#connection)
    const packet = isBinary ? data : data.toString()
    if (this.#decoder && (isBinary || data[0] === messageType)) this.#read(isBinary ? data : data.toString('utf8', 1))
    else if (packet === pong && !this.#handedOver) this.#receivePong()
    else if (typeof packet === 'string' && this.#scene.isForNamespace.test(packet)) this.#read(packet.slice(1))
    else this.#handOver().receive(data, isBinary)
  }

  /** engine.io and socket.io have the connection that was handed over. */
  engineListens(): void {
    // Those of its listeners that were added later than the caller's count its packets.
    process.nextTick(() => this.#handedOver?.begin())
  }

  #receivePong(): void {
    if (!this.#scene.pings.ponged(this.#connection)) this.#scene.onUseless(this.#connection)
  }

  #read(data: string | Buffer): void {
    const decoder = this.#decoder ?? new Decoder()
    let packet: Packet | undefined
    decoder.off('decoded').on('decoded', (decoded: Packet) => {
      packet = decoded
    })
    try {
      decoder.add(data)
    } catch {
      // As socket.io does with what it cannot read.
      this.#connection.close()
      return
    }
    this.#decoder = packet ? undefined : decoder
    if (packet) this.#take(packet)
  }

  #take({ type, data }: Packet): void {
    if (type === PacketType.CONNECT && !this.#socket) this.#join()
    else if (type === PacketType.EVENT && this.#socket) this.#socket.receive(data)
    else if (type === PacketType.DISCONNECT && this.#socket) this.#leave()
    // Nothing was asked that could be acknowledged.
    else if (type === PacketType.ACK && this.#socket) this.#scene.onUseless(this.#connection)
    else this.#connection.close()
  }

  #join(): void {
    const { namespace, adapter } = this.#scene
    const socket = new WireSocket(newWireId(), this.#connection, namespace.name)
    this.#socket = socket
    namespace.sockets.set(socket.id, socket as unknown as Socket)
    adapter.addLane(socket)
    this.#connection.write(`0${namespace.name},${JSON.stringify({ sid: socket.id })}`)
    for (const listener of namespace.listeners('connection')) listener(socket as unknown as Socket)
  }

  #leave(): void {
    const socket = this.#socket
    if (!socket) return
    this.#socket = undefined
    this.#scene.adapter.delAll(socket.id)
    this.#scene.namespace.sockets.delete(socket.id)
    socket.disconnect()
  }

  #handOver(): HandedOverWebSocket {
    if (this.#handedOver) return this.#handedOver
    // From now on engine.io pings.
    this.#scene.pings.forget(this.#connection)
    this.#handedOver = new HandedOverWebSocket(this.#connection)
    this.#toEngine(this.#handedOver)
    return this.#handedOver
  }
}

/** Engine.io's type `message`, as a byte. */
const messageType = 0x34
const pong = '3'
