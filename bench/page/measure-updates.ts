import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { type EventOnAir, putOnAir, savesOfNewRuns } from './event-on-air.ts'
import { type ObservedPage, openObserved, slowDown } from './observed-page.ts'
import { readUpdates, type TraceEvent, type UpdateTimes } from './update-trace.ts'

// Main thread per update. Each update is a real save that goes through the real server to a page in a real Chromium;
// the next save waits until the page has painted. The figures are the processor time of the tasks in Chromium's trace
// (see update-trace.ts), so that other programs do not count. The 4x slow-down keeps the thread busy and does count.
// Nothing polls the page meanwhile.

/** One row of figures: the number of changed drivers in each update, and how many times slower the processor is. */
export interface Series {
  readonly drivers: number
  readonly slower: number
}

export interface MeasuredSeries extends Series, UpdateTimes {}

const allSeries: readonly Series[] = [1, 4].flatMap((slower) => [1, 3].map((drivers) => ({ drivers, slower })))

const warmUps = 3

const updates = Math.min(32, savesOfNewRuns - warmUps)

/** A series begins no update after this time. Milliseconds. */
const seriesTime = 9000

/** How long a page may take to be whole, or to show an update. Milliseconds. */
const pageTimeout = 30_000

/** Between a frame and the next save, in milliseconds. */
const pause = 60

// Without `devtools.timeline`, whose events would take a tenth of the time.
const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing']

/** The rest of the time for the whole run, in ms. */
export type TimeLeft = () => number

/** An equal share of the time that is left for so many measurements. */
export function shareOf(timeLeft: TimeLeft, measurements: number): TimeLeft {
  const others = timeLeft() * (1 - 1 / measurements)
  return () => timeLeft() - others
}

/**
 * The series that there is time for, each on a new event, so that every save adds a run; undefined when the first page
 * is not whole in time.
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
    const whole = phone.next('whole', pageTimeout)
    await phone.page.goto(address, { waitUntil: 'commit', timeout: pageTimeout })
    if (!(await whole)) return undefined
    // The first updates run code that is not compiled yet, and the first paint may not have ended.
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
  const shown = phone.next('shown', pageTimeout)
  await event.saveRuns(drivers)
  await shown
  await sleep(pause)
}
