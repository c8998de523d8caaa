import { formatChecksum } from '../list/checksum.ts'
import type { Replica } from '../sync/replica.ts'
import { createSelfCheck } from '../sync/self-check.ts'

// All times are in milliseconds.

/** The delay after a change, because the page renders the new list first. */
const delay = 1500
/** The longest part of a check: it delays the page's response to its reader. */
const budget = 4
/** The lifetime of cached hashes. A record that was mutated in place is noticed after it. */
const hashLifetime = 60_000

export interface IdleSelfCheck {
  /** The replica may have changed: schedules a check. */
  changed(): void
  stop(): void
}

/**
 * Computes the checksum of the replica while the page is idle, and reports each replica whose checksum differs from the
 * server's for its version. [P10]
 */
export function startIdleSelfCheck(current: () => Replica, onMismatch: (replica: Replica) => void): IdleSelfCheck {
  const selfCheck = createSelfCheck()
  let cancel: (() => void) | undefined
  let checked: Replica | undefined
  let hashedSince = Date.now()

  function checkNow(): void {
    cancel = undefined
    const replica = current()
    if (replica === checked || replica.version === 0 || replica.hash === undefined) return
    if (Date.now() - hashedSince > hashLifetime) {
      selfCheck.forget()
      hashedSince = Date.now()
    }
    const end = performance.now() + budget
    const sum = selfCheck.checksum(replica.drivers, () => performance.now() > end)
    if (sum === undefined) {
      cancel = whenIdle(checkNow)
      return
    }
    checked = replica
    if (formatChecksum(sum) !== replica.hash) onMismatch(replica)
  }

  return {
    changed() {
      if (cancel || current() === checked) return
      const timer = setTimeout(() => {
        cancel = whenIdle(checkNow)
      }, delay)
      cancel = () => clearTimeout(timer)
    },
    stop() {
      cancel?.()
    },
  }
}

interface IdleCallbacks {
  readonly requestIdleCallback?: (work: () => void) => number
  readonly cancelIdleCallback?: (handle: number) => void
}

/** Some browsers, and Node, have no idle callbacks: there it waits 20 ms. Returns a function that cancels the work. */
function whenIdle(work: () => void): () => void {
  const { requestIdleCallback, cancelIdleCallback } = globalThis as IdleCallbacks
  if (requestIdleCallback && cancelIdleCallback) {
    const handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 20)
  return () => clearTimeout(timer)
}
