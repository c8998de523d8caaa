import type { Page } from '@playwright/test'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { statusLine } from '../fixtures/board.ts'
import { test } from '../fixtures/own-browser.ts'
import { expectNews, openField, publishNews } from '../fixtures/published.ts'
import { expectNeverLiveWhileStale, watchShown } from '../fixtures/shown.ts'
import { tabOf } from '../fixtures/tab.ts'
import { expect } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const server = serverOfFile()
let network: NetworkProxy

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async () => {
  network = await startProxy(server.baseUrl)
})
test.afterEach(() => network.close())

/** A connection that is being opened is given up after 20 s, and the next one waits for 20 s at most. */
const reconnected = 45_000

test('[P8] [P14] given 90 s in a dead spot, then pages say how old they are, and are right as soon as they can be', async ({
  page: looked,
}) => {
  test.setTimeout(180_000)
  const browser = looked.context().browser()
  const [online, left] = [await browser?.newPage(), await browser?.newPage()]
  if (!online || !left) throw new Error('The browser opens no windows.')
  const tab = await tabOf(looked)
  const watches = [await watchShown(looked), await watchShown(online), await watchShown(left)]
  for (const page of [looked, online, left]) await openField(page, server, network.url)
  await tab.hide()
  network.mute()
  network.muteNew(true)
  const end = Date.now() + 90_000

  for (const page of [online, left]) {
    await expect(statusLine(page)).toHaveText(/^offline · last heard 2[5-9] s ago$/, { timeout: 26_000 })
  }
  const offline = await Promise.all(watches.map((watch) => watch.count()))
  const newest = await publishNews(server)
  const age = await ageShown(online)
  await expect.poll(() => ageShown(online)).toBeGreaterThan(age)
  await online.waitForTimeout(end - Date.now())
  await expect(statusLine(online)).toHaveText(/^offline · last heard 1 min ago$/)

  network.restore()
  await Promise.all([
    online.evaluate(() => window.dispatchEvent(new Event('online'))).then(() => expectNews(online, newest)),
    tab.show().then(() => expectNews(looked, newest)),
    expectNews(left, newest, reconnected),
  ])
  for (const [index, watch] of watches.entries()) expectNeverLiveWhileStale(await watch.since(offline[index] ?? 0))
  await Promise.all([online.close(), left.close()])
})

/** In seconds; the text says nothing finer after a minute. */
async function ageShown(page: Page): Promise<number> {
  return Number(/last heard (\d+) s ago/.exec((await statusLine(page).textContent()) ?? '')?.[1])
}
