import type { Page } from '@playwright/test'
import { copyPage, type PageFront, startPageFront } from '../../testing/network/page-front.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { statusLine } from '../fixtures/board.ts'
import { test } from '../fixtures/own-browser.ts'
import { installClock } from '../fixtures/page-clock.ts'
import { expectNews, openField, type Published, publishNews } from '../fixtures/published.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expectNeverLiveWhileStale, type Watch, watchShown } from '../fixtures/shown.ts'
import { expect } from '../fixtures/test.ts'

// The back/forward cache: a browser keeps a page on navigation, and shows it again without loading it.

const server = serverOfFile()
let front: PageFront
let network: NetworkProxy

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async () => {
  front = await startPageFront(server.baseUrl, async () => {
    const { headers, body } = await copyPage(`${server.baseUrl}/live?view=table`)
    // Chromium caches no page that has `no-store` and a socket.
    return { headers: { ...headers, 'cache-control': 'private, no-cache' }, body }
  })
  network = await startProxy(front.baseUrl)
})
test.afterEach(async () => {
  await network.close()
  await front.close()
})

test('[P14] given a cached page, when back is used, then it has the news, and was not live before', async ({
  page,
}) => {
  const watch = await watchShown(page)
  await openField(page, server, network.url)
  await expectRightWhenBack(page, watch, () => publishNews(server))
})

test('[P14] given a browser with only pagehide and pageshow events, when back is used, then the cached page is right', async ({
  page,
}) => {
  const watch = await watchShown(page)
  await hideOtherEvents(page)
  await openField(page, server, network.url)
  await expectRightWhenBack(page, watch, () => publishNews(server))
})

test('[P14] given a page that was cached while offline, when back is used, then it connects at once', async ({
  page,
}) => {
  const clock = await installClock(page)
  const watch = await watchShown(page)
  await hideOtherEvents(page)
  await openField(page, server, network.url)
  network.refuse(true)
  network.cut()
  await expect(statusLine(page)).toHaveText(/^offline/)
  // By then the waits between tries are long.
  await clock.passUntilTries(3)
  await expectRightWhenBack(page, watch, async () => {
    network.restore()
    return publishNews(server)
  })
})

/** Leaves the page, publishes, and goes back; fails when the page was not cached. */
async function expectRightWhenBack(page: Page, watch: Watch, publish: () => Promise<Published>): Promise<void> {
  await markPage(page)
  const left = await watch.count()
  await page.goto(`${server.baseUrl}/admin`)
  const newest = await publish()
  expect(await goBack(page)).toEqual([])
  await expectNews(page, newest)
  expect(await hasReloaded(page)).toBe(false)
  const shown = await watch.since(left)
  expect(shown.find(({ moment }) => moment === 'pageshow')).toMatchObject({ connection: 'offline' })
  expectNeverLiveWhileStale(shown)
}

/** Goes back; returns the browser's reasons for not using the cached page. */
async function goBack(page: Page): Promise<readonly string[]> {
  const reasons: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    reasons.push(...notRestoredExplanations.map(({ reason }) => reason))
  })
  // A cached page has no load event to wait for.
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(() => 'paddockShown' in window && document.readyState === 'complete')
  return reasons
}

/** Some browsers have no freeze events, and not always one for a visible page. */
async function hideOtherEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['freeze', 'resume', 'visibilitychange']) {
      window.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true })
    }
  })
}
