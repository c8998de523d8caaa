/** So many payloads are remembered: clients get the same few, with the newest first. */
const remembered = 16

/**
 * Thousands of clients of one process get the same bytes: they are decoded once, and compared with later ones. The
 * result is the same object for equal payloads that were decoded by the same function.
 */
export interface PayloadMemory<Meaning> {
  read(payload: Buffer, decode: (payload: Buffer) => Meaning): Meaning
}

export function createPayloadMemory<Meaning>(): PayloadMemory<Meaning> {
  const known: { readonly payload: Buffer; readonly decode: unknown; readonly meaning: Meaning }[] = []
  return {
    read(payload, decode) {
      const index = known.findIndex((one) => one.decode === decode && one.payload.equals(payload))
      const [found] = index < 0 ? [] : index === 0 ? known : known.splice(index, 1)
      const entry = found ?? { payload: Buffer.from(payload), decode, meaning: decode(payload) }
      if (index !== 0) known.unshift(entry)
      if (known.length > remembered) known.pop()
      return entry.meaning
    },
  }
}
