import type { Socket } from 'node:net'

/** The state of a network; `latency` in milliseconds. */
export interface Conditions {
  readonly latency: number
  readonly held: boolean
}

export interface Wire {
  /** Drops everything from now on, even the end of a connection. */
  mute(): void
  /** Delivers the bytes that are due, unless they are held. */
  flush(): void
  /** Resets both connections. */
  cut(): void
}

interface Listeners {
  onBytes(count: number): void
  /** Called when both connections are closed. */
  onEnd(): void
}

/** Joins two connections: each end gets the bytes of the other in order, as the conditions allow. */
export function createWire(
  client: Socket,
  server: Socket,
  conditions: Conditions,
  { onBytes, onEnd }: Listeners,
): Wire {
  let muted = false
  const ways = [join(client, server), join(server, client)]

  /** Returns the function that delivers what is due. */
  function join(from: Socket, to: Socket): () => void {
    const queue: { readonly due: number; readonly deliver: () => void }[] = []
    let timer: NodeJS.Timeout | undefined

    function flush(): void {
      clearTimeout(timer)
      for (let first = queue[0]; first && !conditions.held && !muted; first = queue[0]) {
        const wait = first.due - Date.now()
        if (wait > 0) {
          timer = setTimeout(flush, wait)
          return
        }
        queue.shift()?.deliver()
      }
    }
    function pass(deliver: () => void): void {
      if (muted) return
      queue.push({ due: Date.now() + conditions.latency, deliver })
      if (queue.length === 1) flush()
    }

    from.on('data', (bytes) => {
      onBytes(bytes.length)
      pass(() => to.write(bytes))
    })
    from.on('end', () => pass(() => to.end()))
    from.on('error', () => pass(() => to.destroy()))
    from.on('close', () => {
      pass(() => to.destroy())
      if (!to.destroyed) return
      clearTimeout(timer)
      onEnd()
    })
    return flush
  }

  return {
    mute() {
      muted = true
    },
    flush() {
      for (const flush of ways) flush()
    },
    cut() {
      for (const end of [client, server]) end.resetAndDestroy()
    },
  }
}
