import { connect } from 'node:net'

/** What a client does with its connection. Data is valid only during the call. */
export interface ConnectionEvents {
  readonly onOpen: () => void
  readonly onData: (data: Buffer) => void
  /** The server closed it, or it could not be opened. Not called after `end`. */
  readonly onClosed: (reason: string) => void
}

export interface Connection {
  /** Received so far. */
  bytes(): number
  write(data: string | Buffer): void
  /** Takes nothing from the network until `resume`, like a phone that sleeps. */
  pause(): void
  resume(): void
  end(): void
}

/** All connections read into the same memory: thousands of clients need no buffers of their own. */
const shared = Buffer.allocUnsafeSlow(256 * 1024)

export function openConnection(port: number, { onOpen, onData, onClosed }: ConnectionEvents): Connection {
  let bytes = 0
  let isOver = false
  const socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: shared,
      callback(count) {
        bytes += count
        if (!isOver) onData(shared.subarray(0, count))
        return true
      },
    },
  })
  let reason = 'closed by the server'
  socket.on('connect', () => isOver || onOpen())
  socket.on('error', (error) => {
    reason = error.message
  })
  socket.on('close', () => {
    if (isOver) return
    isOver = true
    onClosed(reason)
  })
  return {
    bytes: () => bytes,
    write: (data) => void socket.write(data),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end() {
      isOver = true
      // A reset leaves no port waiting: tens of thousands of those would slow the next connections down.
      socket.resetAndDestroy()
    },
  }
}
