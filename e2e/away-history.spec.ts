import type { Page } from '@playwright/test'
import { fetchPage, type PageFront, startPageFront } from '../testing/network/page-front.ts'
import { type NetworkProxy, startProxy } from '../testing/network/proxy.ts'
import { statusLine } from './fixtures/board.ts'
import { test } from './fixtures/own-browser.ts'
import { expectNews, openField, type Published, publishNews } from './fixtures/published.ts'
import { hasReloaded, markPage } from './fixtures/reader.ts'
import { expectNeverLiveWhileStale, type Watch, watchShown } from './fixtures/shown.ts'
import { expect } from './fixtures/test.ts'
import { serverOfFile } from './fixtures/test-server.ts'

// The back/forward cache: a browser keeps a page that was left as it was, and brings it back without loading it.

const server = serverOfFile()
let front: PageFront
let network: NetworkProxy

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async () => {
  front = await startPageFront(server.baseUrl, async () => {
    const { headers, body } = await fetchPage(`${server.baseUrl}/live?view=table`)
    // Chromium does not keep a page that came with `no-store` and has opened a socket.
    return { headers: { ...headers, 'cache-control': 'private, no-cache' }, body }
  })
  network = await startProxy(front.baseUrl)
})
test.afterEach(async () => {
  await network.close()
  await front.close()
})

test('[P14] given a page that was left, when one goes back to it, then it has what was published, and was not live before', async ({
  page,
}) => {
  const watch = await watchShown(page)
  await openField(page, server, network.url)
  await expectRightWhenBack(page, watch, () => publishNews(server))
})

test('[P14] given a browser that tells of nothing but leaving and coming back, then the page is right as well', async ({
  page,
}) => {
  const watch = await watchShown(page)
  await hideOtherEvents(page)
  await openField(page, server, network.url)
  await expectRightWhenBack(page, watch, () => publishNews(server))
})

test('[P14] given a page that was left when it was offline, when one goes back to it, then it does not wait', async ({
  page,
}) => {
  const watch = await watchShown(page)
  await hideOtherEvents(page)
  await openField(page, server, network.url)
  network.refuse(true)
  network.cut()
  await expect(statusLine(page)).toHaveText(/^offline/)
  // Long enough for the waits between tries to have grown.
  await page.waitForTimeout(6000)
  await expectRightWhenBack(page, watch, async () => {
    network.restore()
    return publishNews(server)
  })
})

/** Leaves the page, lets something happen, and goes back; fails when the page was not kept meanwhile. */
async function expectRightWhenBack(page: Page, watch: Watch, happen: () => Promise<Published>): Promise<void> {
  await markPage(page)
  const left = await watch.count()
  await page.goto(`${server.baseUrl}/admin`)
  const newest = await happen()
  expect(await goBack(page)).toEqual([])
  await expectNews(page, newest)
  expect(await hasReloaded(page)).toBe(false)
  const shown = await watch.since(left)
  expect(shown.find(({ moment }) => moment === 'pageshow')).toMatchObject({ connection: 'offline' })
  expectNeverLiveWhileStale(shown)
}

/** Goes back; returns why the page was not kept. */
async function goBack(page: Page): Promise<readonly string[]> {
  const reasons: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    reasons.push(...notRestoredExplanations.map(({ reason }) => reason))
  })
  // A page that is restored is not loaded: there is nothing else to wait for.
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(() => 'paddockShown' in window && document.readyState === 'complete')
  return reasons
}

/** Not every browser tells of freezing, nor always that a page is visible again. */
async function hideOtherEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['freeze', 'resume', 'visibilitychange']) {
      window.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true })
    }
  })
}
