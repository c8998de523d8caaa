export interface HandshakeLimits {
  /** How many handshakes are worked on in one turn of the event loop. */
  readonly perTurn: number
  /** How many of one address may wait: a whole audience reconnects behind one. */
  readonly perAddress: number
  /** How many may wait in all. */
  readonly total: number
}

/** A handshake takes about a millisecond. */
export const handshakeLimits: HandshakeLimits = { perTurn: 10, perAddress: 2000, total: 4000 }

export interface HandshakeQueue {
  /** Works on a handshake now, or in a later turn. Returns false, and never works on it, when too many wait. */
  add(address: string, work: () => void): boolean
}

/**
 * Works on a few handshakes in each turn of the event loop, so that a flood of them leaves turns to open sockets. The
 * addresses take turns: one that sends thousands does not keep those of others waiting. `later` runs its argument in
 * the next turn.
 */
export function createHandshakeQueue(
  { perTurn, perAddress, total }: HandshakeLimits,
  later: (turn: () => void) => void,
): HandshakeQueue {
  /** The address whose turn is next comes first. */
  const waiting = new Map<string, (() => void)[]>()
  let count = 0
  let left = perTurn
  let isScheduled = false

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    later(turn)
  }

  function turn(): void {
    isScheduled = false
    left = perTurn
    while (left > 0 && count > 0) workOnNext()
    if (left < perTurn) schedule()
  }

  function workOnNext(): void {
    for (const [address, works] of waiting) {
      const work = works.shift()
      waiting.delete(address)
      if (works.length > 0) waiting.set(address, works)
      if (!work) continue
      count -= 1
      left -= 1
      work()
      return
    }
  }

  return {
    add(address, work) {
      schedule()
      // As long as a handshake waits, none is left.
      if (left > 0) {
        left -= 1
        work()
        return true
      }
      const works = waiting.get(address) ?? []
      if (count >= total || works.length >= perAddress) return false
      works.push(work)
      waiting.set(address, works)
      count += 1
      return true
    },
  }
}
