import { connect } from 'node:net'
import type { Timers } from '../../lib/time/timers.ts'
import { pauseFor } from './play-recording.ts'
import type { Recorded } from './recorded.ts'

export interface RecorderParts {
  /** Takes each entry in order; `at` counts from the begin of the recording. */
  readonly keep: (recorded: Recorded) => void
  /** A line for people. */
  readonly say: (line: string) => void
  readonly timers: Timers
  readonly signal: AbortSignal
}

interface FeedParts extends RecorderParts {
  readonly host: string
  readonly port: number
  /** From 0 to below 1. */
  readonly random: () => number
}

/** Milliseconds: the longest delay before it connects again. */
const mostDelay = 5000
/** Bytes; what follows in a line is left out. */
const longestLine = 10_000

/** Records the lines of a feed until the signal is aborted, and connects again whenever the connection ends. */
export async function recordFeed(parts: FeedParts): Promise<void> {
  const { say, host, port, random, signal } = parts
  const began = parts.timers.elapsed()
  while (!signal.aborted) {
    const reason = await recordConnection(parts, began)
    if (signal.aborted) return
    say(`the connection to ${host}:${port} ended${reason}; trying again`)
    await pauseFor(random() * mostDelay, parts)
  }
}

/** Resolves to why it ended when the connection is over. */
function recordConnection({ host, port, keep, say, timers, signal }: FeedParts, began: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, keepAlive: true })
    let rest: Uint8Array = new Uint8Array()
    let reason = ''
    const end = () => socket.destroy()
    signal.addEventListener('abort', end, { once: true })
    socket.on('connect', () => say(`connected to ${host}:${port}`))
    socket.on('data', (bytes) => {
      const at = Math.round(timers.elapsed() - began)
      const all = Buffer.concat([rest, bytes])
      let start = 0
      for (const [stop, byte] of all.entries()) {
        if (byte !== 0x0a && byte !== 0x0d) continue
        if (stop > start) keep({ kind: 'line', at, bytes: all.subarray(start, Math.min(stop, start + longestLine)) })
        start = stop + 1
      }
      rest = all.subarray(start, start + longestLine)
    })
    socket.on('error', (error) => {
      reason = ` (${error.message})`
    })
    socket.on('close', () => {
      signal.removeEventListener('abort', end)
      resolve(reason)
    })
  })
}
