import type { Timers } from '../../../lib/time/timers.ts'
import type { Address } from './address.ts'
import { createFeedMemory, type HeardFeed } from './feed-memory.ts'
import type { FeedReading, FeedState } from './feed-reading.ts'
import { type KeptFeed, restoreSession } from './kept-feed.ts'
import { createLineReader } from './line-reader.ts'

/** The part of a TCP socket that a feed needs. Nothing is ever written to it. */
export interface FeedSocket {
  on(event: 'connect' | 'close' | 'error', listener: () => void): unknown
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  pause(): unknown
  resume(): unknown
  destroy(): unknown
}

export interface FeedParts {
  readonly connect: (address: Address) => FeedSocket
  readonly timers: Timers
  /** The wall clock, Unix ms. */
  readonly now: () => number
  /** From 0 to below 1. */
  readonly random: () => number
  /** Called when a pass would read something else than before. */
  readonly onChange: () => void
}

/** A feed as people see it. Times are Unix ms by the clock of that moment, which may have been set since. */
interface FeedStatus {
  readonly state: FeedState
  readonly since: number
  readonly heardAt: number | undefined
}

export interface Feed {
  reading(): FeedReading
  status(): FeedStatus
  /** What to keep for a restart; undefined before anything was heard. */
  heard(): (HeardFeed & { readonly heardAt: number }) | undefined
  stop(): void
}

// Milliseconds. Timing systems send their clock every second.
const silentAfter = 10_000
/** A connection that the other end has forgotten is never closed. */
const reconnectAfterSilence = 30_000
/** An attempt to connect counts as failed. */
const connectLimit = 10_000
const firstDelay = 500
const mostDelay = 10_000
/** After a connection and a reset, much comes at once: it shows when nothing new has come for so long. */
const quietTime = 250
const mostCatchUp = 30_000
/** After so long without a line, what comes is of another day. */
const longSilence = 3_600_000
/** More lines are not read within a second; the sender waits. */
const linesPerSecond = 4000

/**
 * Connects to a feed and keeps it: reconnects with full jitter, notices silence, and remembers what it has said. Never
 * throws; whatever comes is a change of its state. `kept` is what it said before a restart.
 */
export function openFeed(address: Address, text: string, parts: FeedParts, kept?: KeptFeed): Feed {
  const { connect, timers, now, random, onChange } = parts
  // A moment that lies ahead says nothing about how long ago it was.
  const before = kept && kept.heard_at <= now() ? kept : undefined
  const memory = createFeedMemory(before && { session: restoreSession(before.session), timeOfDay: before.time_of_day })
  let status: FeedStatus = { state: 'waiting', since: now(), heardAt: undefined }
  let heardAt = before && timers.elapsed() - (now() - before.heard_at)
  let reading: FeedReading | undefined
  let attempts = 0
  let stopConnection = () => {}
  let cancelRetry = () => {}

  function enter(state: FeedState): void {
    if (status.state === state) return
    status = { ...status, state, since: now() }
    update()
  }

  function update(): void {
    reading = undefined
    onChange()
  }

  function open(): void {
    const socket = connect(address)
    const read = createLineReader()
    let catchUpEnds: number | undefined
    let isOpen = true
    let second = { began: timers.elapsed(), lines: 0 }
    const cancels = new Map<string, () => void>()
    const after = (name: string, delay: number, callback: () => void) => {
      cancels.get(name)?.()
      cancels.set(name, timers.after(delay, callback))
    }

    function close(): void {
      if (!isOpen) return
      isOpen = false
      for (const cancel of cancels.values()) cancel()
      socket.destroy()
    }

    function end(): void {
      if (!isOpen) return
      close()
      if (status.state !== 'waiting') enter('lost')
      const delay = random() * Math.min(mostDelay, firstDelay * 2 ** attempts)
      attempts += 1
      cancelRetry = timers.after(delay, open)
    }

    function showWhenComplete(): void {
      if (!memory.isRepeating() || timers.elapsed() >= (catchUpEnds ?? 0)) show()
      else after('quiet', quietTime, showWhenComplete)
    }

    function show(): void {
      catchUpEnds = undefined
      cancels.get('quiet')?.()
      if (memory.show()) update()
      enter('heard')
    }

    function beginCatchUp(): void {
      catchUpEnds ??= timers.elapsed() + mostCatchUp
    }

    function awaitSilence(): void {
      after('silence', silentAfter, () => {
        if (memory.isShown()) enter('silent')
        after('silence', reconnectAfterSilence - silentAfter, end)
      })
    }

    function take(bytes: Uint8Array): void {
      if (!isOpen) return
      const found = read(bytes)
      if (found.length === 0) return
      status = { ...status, heardAt: now() }
      heardAt = timers.elapsed()
      attempts = 0
      const effects = found.map(memory.add)
      if (effects.includes('reset')) beginCatchUp()
      if (catchUpEnds === undefined || timers.elapsed() >= catchUpEnds) show()
      else if (!cancels.has('quiet') || effects.some((effect) => effect !== 'none'))
        after('quiet', quietTime, showWhenComplete)
      if (memory.isShown()) enter('heard')
      awaitSilence()
      slowDown(found.length)
    }

    function slowDown(lines: number): void {
      const at = timers.elapsed()
      second = at - second.began >= 1000 ? { began: at, lines } : { ...second, lines: second.lines + lines }
      if (second.lines < linesPerSecond) return
      socket.pause()
      cancels.get('quiet')?.()
      after('pause', second.began + 1000 - at, () => {
        socket.resume()
        if (catchUpEnds !== undefined) after('quiet', quietTime, showWhenComplete)
      })
    }

    after('connect', connectLimit, end)
    socket.on('connect', () => {
      cancels.get('connect')?.()
      memory.connected(heardAt !== undefined && timers.elapsed() - heardAt > longSilence)
      beginCatchUp()
      awaitSilence()
    })
    socket.on('data', take)
    socket.on('error', end)
    socket.on('close', end)
    stopConnection = close
  }

  open()
  return {
    reading() {
      const [timing, doubts, session] = [memory.timing(), memory.doubts(), memory.session()]
      reading ??= { address: text, state: status.state, timing, doubts, session }
      return reading
    },
    status: () => status,
    heard() {
      const at = status.heardAt ?? before?.heard_at
      return at === undefined ? undefined : { ...memory.heard(), heardAt: at }
    },
    stop() {
      cancelRetry()
      stopConnection()
    },
  }
}
