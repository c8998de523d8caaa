import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { startProxy } from '../../testing/network/proxy.ts'
import type { EventOnAir } from './event-on-air.ts'
import { type ObservedPage, openObserved } from './observed-page.ts'

/** Bytes both ways. */
export interface DataFigures {
  readonly firstLoad: number
  readonly update: number
}

/** How long a page is open, and how many updates it gets meanwhile. */
const minutes = 10
const updates = 30

/** Long enough for heartbeats and pings of both kinds. Milliseconds. */
const idleTime = 26_000

const pageTimeout = 60_000

/**
 * The bytes of a page's connection in ten minutes without updates: 26 s, scaled up. They do not depend on the list.
 */
export async function measureIdle(browser: Browser, event: EventOnAir): Promise<number | undefined> {
  return onOpenPage(browser, event, async ({ bytes }) => {
    const before = bytes()
    await sleep(idleTime)
    return ((bytes() - before) * minutes * 60_000) / idleTime
  })
}

/** The bytes on the wire of the first load and of one update, from 30 saves through the whole server. */
export async function measureData(browser: Browser, event: EventOnAir): Promise<DataFigures | undefined> {
  return onOpenPage(browser, event, async ({ bytes, phone }) => {
    const firstLoad = bytes()
    for (let update = 0; update < updates; update += 1) {
      const shown = phone.next('shown', pageTimeout)
      await event.saveRuns(1)
      if (!(await shown)) return undefined
    }
    await sleep(settled)
    return { firstLoad, update: (bytes() - firstLoad) / updates }
  })
}

/** The bytes of a page that is open for ten minutes with 30 updates. */
export function dataOfPage({ firstLoad, update }: DataFigures, idle: number): number {
  return firstLoad + updates * update + idle
}

/** The bytes of AXWare's page in the same time: one load, and a reload every minute. `load` is the bytes of one. */
export function dataOfRefreshing(load: number): number {
  return load * (1 + minutes)
}

/** After this time all bytes of the last step have arrived. Milliseconds. */
const settled = 1500

interface OpenPage {
  readonly bytes: () => number
  readonly phone: ObservedPage
}

async function onOpenPage<Result>(
  browser: Browser,
  event: EventOnAir,
  use: (page: OpenPage) => Promise<Result>,
): Promise<Result | undefined> {
  const proxy = await startProxy(event.paddock)
  const phone = await openObserved(browser)
  try {
    const whole = phone.next('whole', pageTimeout)
    await phone.page.goto(`${proxy.url}/live`, { waitUntil: 'commit' })
    if (!(await whole)) return undefined
    await sleep(settled)
    return await use({ bytes: proxy.bytes, phone })
  } finally {
    await phone.close()
    await proxy.close()
  }
}
