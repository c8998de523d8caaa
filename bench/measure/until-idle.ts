import { setTimeout as sleep } from 'node:timers/promises'
import { cpuBetween } from '../subject/process-tree.ts'
import type { Subject } from '../subject/subject.ts'

/** Milliseconds. */
const look = 100
/** A server that worked for less than this in a look is idle; its heartbeats and timers take some. Milliseconds. */
const idleWork = 5
/** A server whose clients poll is never idle. */
const mostLooks = 10

/** Resolves when the server has done what the last step caused. */
export async function untilIdle({ tree }: Pick<Subject, 'tree'>): Promise<void> {
  let before = tree()
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await sleep(look)
    const now = tree()
    if (cpuBetween(before, now) < idleWork) return
    before = now
  }
}
