import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** The encoding of socket.io, done once for each message object, which must not change afterwards. [P9] */
class EncodeOnce extends Encoder {
  readonly #encoded = new WeakMap<object, { readonly nsp: string; readonly packets: ReturnType<Encoder['encode']> }>()

  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const message: unknown = Array.isArray(packet.data) ? packet.data[1] : undefined
    const isMessage = packet.type === PacketType.EVENT && packet.id === undefined && packet.data.length === 2
    if (!isMessage || typeof message !== 'object' || message === null) return super.encode(packet)
    const known = this.#encoded.get(message)
    if (known && known.nsp === packet.nsp) return known.packets
    const packets = super.encode(packet)
    this.#encoded.set(message, { nsp: packet.nsp, packets })
    return packets
  }
}

/** A value for socket.io's option `parser`. The bytes on the wire are those of the default parser. */
export const encodeOnce = { Encoder: EncodeOnce, Decoder }
