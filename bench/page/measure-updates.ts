import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { type EventOnAir, putOnAir, savesOfNewRuns } from './event-on-air.ts'
import { type ObservedPage, openObserved, slowDown } from './observed-page.ts'
import { readUpdates, type TraceEvent, type UpdateTimes } from './update-trace.ts'

// Main thread per update. Each update is a real save that goes through the real server to a page in a real Chromium,
// one at a time: the next save waits until the page has painted. What the main thread did is read from Chromium's own
// trace, as the processor time of its tasks (see update-trace.ts). Processor time and not the clock's, so that whatever
// else runs on this machine does not count; the 4x slow-down works by keeping the thread busy, and does count. Nothing
// polls the page meanwhile.

/** One row of figures: so many drivers change in each update, on a processor so many times slower. */
export interface Series {
  readonly drivers: number
  readonly slower: number
}

export interface MeasuredSeries extends Series, UpdateTimes {}

const allSeries: readonly Series[] = [1, 4].flatMap((slower) => [1, 3].map((drivers) => ({ drivers, slower })))

const warmUps = 3

const updates = Math.min(32, savesOfNewRuns - warmUps)

/** A series begins no update after this time, and has as many as it has by then. Milliseconds. */
const seriesTime = 9000

/** A page that is not whole, or does not show an update, after so many milliseconds is given up. */
const patience = 30_000

/** Between a frame and the next save, in milliseconds. */
const pause = 60

// With what `devtools.timeline` tells besides, tracing itself would take a tenth of the time.
const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing']

/** What is left of the time that the whole run may take, in ms. */
export type TimeLeft = () => number

/** An equal share of what is left, when so many measurements are still to come. */
export function shareOf(timeLeft: TimeLeft, toCome: number): TimeLeft {
  const others = timeLeft() * (1 - 1 / toCome)
  return () => timeLeft() - others
}

/**
 * Every series that there is time for, each on a new event, so that what is saved is always a new run; undefined when
 * the first page does not become whole in time.
 */
export async function measureUpdates(
  browser: Browser,
  size: number,
  addressOf: (event: EventOnAir) => string,
  timeLeft: TimeLeft,
): Promise<readonly MeasuredSeries[] | undefined> {
  const measured: MeasuredSeries[] = []
  for (const series of allSeries) {
    if (timeLeft() <= 0) break
    const event = await putOnAir(size)
    try {
      const times = await measureSeries(browser, event, addressOf(event), series)
      if (!times) return measured.length > 0 ? measured : undefined
      measured.push({ ...series, ...times })
    } finally {
      await event.close()
    }
  }
  return measured
}

async function measureSeries(
  browser: Browser,
  event: EventOnAir,
  address: string,
  { drivers, slower }: Series,
): Promise<UpdateTimes | undefined> {
  const phone = await openObserved(browser)
  try {
    const whole = phone.next('whole', patience)
    await phone.page.goto(address, { waitUntil: 'commit', timeout: patience })
    if (!(await whole)) return undefined
    // The first updates find code that has not run yet, and the first paint may still be on its way.
    for (let update = 0; update < warmUps; update += 1) await showRuns(event, phone, 1)
    await slowDown(phone.protocol, slower)
    await browser.startTracing(phone.page, { categories })
    const began = performance.now()
    for (let update = 0; update < updates && performance.now() - began < seriesTime; update += 1) {
      await showRuns(event, phone, drivers)
    }
    const trace = JSON.parse((await browser.stopTracing()).toString('utf8'))
    return readUpdates(trace.traceEvents as readonly TraceEvent[])
  } finally {
    await phone.close()
  }
}

async function showRuns(event: EventOnAir, phone: ObservedPage, drivers: number): Promise<void> {
  const shown = phone.next('shown', patience)
  await event.saveRuns(drivers)
  await shown
  await sleep(pause)
}
