import { checksumOf, formatChecksum } from '../../lib/list/checksum.ts'
import type { ListTruth } from '../event/benchmark-event.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import { createArrivals, type Latencies, type Stamps } from './arrivals.ts'
import type { OpenClient } from './client.ts'
import { createListStates, type ListMessage, type ListState } from './list-states.ts'
import { createPayloadMemory } from './payload-memory.ts'
import { createSpectator, type Spectator } from './spectator.ts'

export interface Expected extends ListTruth {
  readonly version: number
}

/** Clients of one server, which all have their own list. */
export interface Crowd {
  /**
   * Connects so many more clients, all at once, or again those that were dropped; resolves when each of them has at
   * least this version. Rejects at the first failure, and after a minute.
   */
  connect(count: number, version: number): Promise<{ readonly milliseconds: number; readonly bytes: number }>
  /** Resolves when every client that is not paused has at least this version. */
  reach(version: number): Promise<void>
  /** Ends all connections; the clients keep their lists. */
  drop(): void
  /** Ends the connections of so many clients that are not paused, in turns; they keep their lists. */
  leave(count: number): void
  /** Lets the last `count` clients take nothing from the network, until `resume`. */
  pause(count: number): void
  resume(): void
  /** From now on arrivals and bytes count. */
  startWindow(): void
  /** Latencies and bytes since then, of the clients that are not paused. */
  window(stamps: Stamps): { readonly latencies: Latencies | undefined; readonly bytes: number }
  /** What is wrong with the clients: a gap, a lost connection, another list than the expected one. Empty: nothing. */
  wrong(expected: Expected): readonly string[]
}

/** Milliseconds. */
const reachLimit = 60_000
/** The bench reads while it opens connections: so many of them in one turn of the event loop. */
const atOnce = 50

export function createCrowd(port: number, open: OpenClient): Crowd {
  const payloads = createPayloadMemory<ListMessage | undefined>()
  const nextState = createListStates()
  const arrivals = createArrivals()
  const failures: string[] = []
  const spectators: Spectator[] = []
  let bytesBefore = 0
  let turn = 0
  let onProgress: (() => void) | undefined

  const add = () =>
    createSpectator(open, {
      port,
      payloads,
      nextState,
      onArrival: (before, after, isPaused) => {
        if (!isPaused) arrivals.add(before, after, monotonicNow())
        onProgress?.()
      },
      onFailure: (what) => {
        failures.push(what)
        onProgress?.()
      },
    })
  const active = () => spectators.filter((spectator) => !spectator.isPaused())
  const receivedBytes = () => active().reduce((sum, spectator) => sum + spectator.bytes(), 0)

  function until(isDone: () => boolean, what: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error?: Error) => {
        clearTimeout(timer)
        onProgress = undefined
        if (error) reject(error)
        else resolve()
      }
      const timer = setTimeout(() => finish(new Error(what())), reachLimit)
      onProgress = () => {
        if (failures.length > 0) finish(new Error(failures.slice(0, 3).join('; ')))
        else if (isDone()) finish()
      }
      onProgress()
    })
  }

  /** Resolves when all have the version. Each arrival is counted once, so that waiting costs nothing. */
  function reach(waiting: readonly Spectator[], version: number): Promise<void> {
    let behind = waiting.filter((spectator) => spectator.state().version < version)
    let checkAt = 0
    const isDone = () => {
      // A look at all of them costs more than the arrival of one.
      if (checkAt > 0) checkAt -= 1
      else {
        behind = behind.filter((spectator) => spectator.state().version < version)
        checkAt = Math.floor(behind.length / 2)
      }
      return behind.length === 0
    }
    return until(isDone, () => `${behind.length} of ${waiting.length} clients do not get version ${version}.`)
  }

  return {
    async connect(count, version) {
      while (spectators.length < count) spectators.push(add())
      const waiting = spectators.filter((spectator) => !spectator.isOpen())
      const before = receivedBytes()
      const began = monotonicNow()
      const reached = reach(waiting, version)
      reached.catch(() => undefined)
      for (const [index, spectator] of waiting.entries()) {
        if (index % atOnce === atOnce - 1) await new Promise(setImmediate)
        spectator.connect()
      }
      await reached
      return { milliseconds: monotonicNow() - began, bytes: receivedBytes() - before }
    },
    reach: (version) => reach(active(), version),
    drop() {
      for (const spectator of spectators) spectator.drop()
    },
    leave(count) {
      const open = active().filter((spectator) => spectator.isOpen())
      const going = Array.from(
        { length: Math.min(count, open.length) },
        (_, index) => open[(turn + index) % open.length],
      )
      turn += count
      for (const spectator of going) spectator?.drop()
    },
    pause(count) {
      for (const spectator of spectators.slice(-count)) spectator.pause()
    },
    resume() {
      for (const spectator of spectators) spectator.resume()
    },
    startWindow() {
      arrivals.clear()
      bytesBefore = receivedBytes()
    },
    window: (stamps) => ({ latencies: arrivals.latencies(stamps), bytes: receivedBytes() - bytesBefore }),
    wrong: (expected) => [...failures, ...wrongLists(spectators, expected)],
  }
}

/** Clients with equal lists share one object: each list is hashed once. */
function wrongLists(spectators: readonly Spectator[], expected: Expected): string[] {
  const holders = new Map<ListState, number>()
  for (const spectator of spectators) holders.set(spectator.state(), (holders.get(spectator.state()) ?? 0) + 1)
  const right = describe(expected)
  return [...holders].flatMap(([{ version, drivers }, count]) => {
    const found = describe({ version, count: drivers.size, checksum: formatChecksum(checksumOf(drivers)) })
    return found === right ? [] : [`${count} clients have ${found}, and the server has ${right}`]
  })
}

function describe({ version, count, checksum }: Expected): string {
  return `version ${version} with ${count} drivers and checksum ${checksum}`
}
