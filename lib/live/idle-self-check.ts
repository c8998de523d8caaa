import { formatChecksum } from '../list/checksum.ts'
import type { Replica } from '../sync/replica.ts'
import { createSelfCheck } from '../sync/self-check.ts'

// All times are in milliseconds.

/** A copy that has just changed is about to be shown; its check can wait. */
const delay = 1500
/** How long one part of a check may keep the page from what people do with it. */
const budget = 4
/** How long hashes are remembered: what was changed in its place is noticed when they are worked out again. */
const memory = 60_000

export interface IdleSelfCheck {
  /** The copy may have changed: it is looked at soon. */
  changed(): void
  stop(): void
}

/**
 * Hashes the copy when the page has nothing else to do, and tells of one that is not what the server said of its
 * version. [P10]
 */
export function startIdleSelfCheck(current: () => Replica, onDiffers: (replica: Replica) => void): IdleSelfCheck {
  const selfCheck = createSelfCheck()
  let cancel: (() => void) | undefined
  let checked: Replica | undefined
  let rememberedSince = Date.now()

  function look(): void {
    cancel = undefined
    const replica = current()
    if (replica === checked || replica.version === 0 || replica.hash === undefined) return
    if (Date.now() - rememberedSince > memory) {
      selfCheck.forget()
      rememberedSince = Date.now()
    }
    const end = performance.now() + budget
    const sum = selfCheck.checksum(replica.drivers, () => performance.now() > end)
    if (sum === undefined) {
      cancel = whenIdle(look)
      return
    }
    checked = replica
    if (formatChecksum(sum) !== replica.hash) onDiffers(replica)
  }

  return {
    changed() {
      if (cancel || current() === checked) return
      const timer = setTimeout(() => {
        cancel = whenIdle(look)
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

/** Not every browser says when it is idle, and Node does not. Returns how to call it off. */
function whenIdle(work: () => void): () => void {
  const { requestIdleCallback, cancelIdleCallback } = globalThis as IdleCallbacks
  if (requestIdleCallback && cancelIdleCallback) {
    const handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 20)
  return () => clearTimeout(timer)
}
