import type { Changes } from '../../lib/list/diff.ts'
import type { Driver } from '../../lib/record/driver.ts'
import type { AppendResult, RevisionLog } from './revision-log.ts'

/** What a log is stored in; a new one is empty. */
interface Storage {
  /** Opens the log. A second call is allowed after the log was closed or has crashed. */
  open(now: () => number): Promise<RevisionLog>
  /** Ends the log like a crash, without its own cleanup. */
  crash(log: RevisionLog): Promise<void>
  remove(): Promise<void>
}

export interface Implementation {
  readonly createStorage: (warn: (message: string) => void) => Promise<Storage>
  /** Whether a log that is opened again has its last state. */
  readonly durable: boolean
}

/** The log under test. It is new and empty for every test. */
export interface Subject {
  readonly durable: boolean
  readonly warnings: readonly string[]
  readonly log: RevisionLog
  now(): number
  append(changes: Changes, version?: number): Promise<AppendResult>
  /** Closes or crashes the log, and opens it again. */
  reopen(end: 'close' | 'crash'): Promise<void>
  /** Removes the log, and opens an empty one in a new storage. */
  renew(): Promise<void>
}

export const names = ['Ann', 'Bob', '__proto__', 'constructor', 'hasOwnProperty', '🏁 Zoë', 'a\u0000b', '\ud800']

export function write(...update: Driver[]): Changes {
  return { create: [], update, destroy: [] }
}

/** A subject for the hooks of a suite: `renew` before each test, `stop` after it. */
export function createSubject({ createStorage, durable }: Implementation): Subject & { stop(): Promise<void> } {
  const warnings: string[] = []
  let time = Date.UTC(2024, 4, 4)
  const now = () => {
    time += 1000
    return time
  }
  let storage: Storage | undefined
  let current: RevisionLog | undefined
  const log = () => {
    if (!current) throw new Error('call renew() first')
    return current
  }
  const stop = async () => {
    await current?.close()
    await storage?.remove()
  }
  return {
    durable,
    warnings,
    now,
    stop,
    get log() {
      return log()
    },
    append: (changes, version = log().current().version) =>
      log().append(version, { at: now(), sourceAt: undefined, changes, event: undefined }),
    async reopen(end) {
      await (end === 'close' ? log().close() : storage?.crash(log()))
      current = await storage?.open(now)
    },
    async renew() {
      await stop()
      warnings.length = 0
      storage = await createStorage((message) => warnings.push(message))
      current = await storage.open(now)
    },
  }
}
