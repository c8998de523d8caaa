import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { startProxy } from '../../testing/network/proxy.ts'
import { makeSlow, type Observed, openObserved } from './observed-page.ts'

export interface LoadFigures {
  readonly firstPaint: number
  readonly largestPaint: number
  readonly shift: number
  /** Total blocking time: what tasks took beyond 50 ms each, from the first paint on. */
  readonly blocking: number
  readonly whole: number
  /** Both ways, until the network is quiet. */
  readonly bytes: number
}

/** A page that is not whole after so many milliseconds has no figures. */
const pageTimeout = 60_000

/** The load is over when no byte has arrived for this time. Milliseconds. */
const quiet = 1500

/**
 * A first visit with an empty cache, on a slow phone and a bad network; undefined when the page does not become whole.
 */
export async function measureLoad(browser: Browser, origin: string, path: string): Promise<LoadFigures | undefined> {
  const proxy = await startProxy(origin)
  const phone = await openObserved(browser)
  try {
    await makeSlow(phone.protocol)
    const whole = phone.next('whole', pageTimeout)
    await phone.page.goto(`${proxy.url}${path}`, { waitUntil: 'commit', timeout: pageTimeout })
    if (!(await whole)) return undefined
    await quietness(proxy.bytes)
    return figures(await phone.observed(), proxy.bytes())
  } finally {
    await phone.close()
    await proxy.close()
  }
}

function figures({ firstPaint, largestPaint, shift, whole, longTasks }: Observed, bytes: number): LoadFigures {
  const blocking = longTasks
    .filter(({ startTime, duration }) => startTime + duration > firstPaint)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
  return { firstPaint, largestPaint, shift, blocking, whole, bytes }
}

async function quietness(bytes: () => number): Promise<void> {
  for (let before = -1; before !== bytes(); await sleep(quiet)) before = bytes()
}
