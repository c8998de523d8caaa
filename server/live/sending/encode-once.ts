import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/**
 * socket.io's own encoding, once for a message that goes out many times: the same object must always say the same. [P9]
 */
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

/** For socket.io's option `parser`. On the wire it is the default: any client can be spoken to. */
export const encodeOnce = { Encoder: EncodeOnce, Decoder }
