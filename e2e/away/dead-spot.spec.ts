import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { statusLine } from '../fixtures/board.ts'
import { test } from '../fixtures/own-browser.ts'
import { installClock } from '../fixtures/page-clock.ts'
import { expectNews, openField, publishNews } from '../fixtures/published.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expectNeverLiveWhileStale, watchShown } from '../fixtures/shown.ts'
import { tabOf } from '../fixtures/tab.ts'
import { expect } from '../fixtures/test.ts'

const server = serverOfFile()
let network: NetworkProxy

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async () => {
  network = await startProxy(server.baseUrl)
})
test.afterEach(() => network.close())

/** Less than a page without a hint waits, more than a busy machine takes with three windows. Milliseconds. */
const soon = 10_000

test('[P8] [P14] given 90 s in a dead spot, then pages show how old they are, and are right as soon as the network is back', async ({
  page: looked,
}) => {
  const browser = looked.context().browser()
  const [online, left] = [await browser?.newPage(), await browser?.newPage()]
  if (!online || !left) throw new Error('The browser opens no windows.')
  const pages = [looked, online, left]
  const tab = await tabOf(looked)
  // Each page is in a context of its own, with its own clock.
  const clocks = await Promise.all(pages.map(installClock))
  const pass = (seconds: number) => Promise.all(clocks.map((clock) => clock.pass(seconds)))
  const watches = await Promise.all(pages.map(watchShown))
  for (const page of pages) await openField(page, server, network.url)
  await tab.hide()
  network.mute()
  network.muteNew(true)

  await pass(26)
  for (const page of [online, left]) {
    await expect(statusLine(page)).toHaveText(/^offline · last heard (2[5-9] s|[3-5]\d s|\d min) ago$/)
  }
  const offline = await Promise.all(watches.map((watch) => watch.count()))
  const newest = await publishNews(server)
  await pass(64)
  for (const page of [online, left]) await expect(statusLine(page)).toHaveText(/^offline · last heard [1-9] min ago$/)

  network.restore()
  await online.evaluate(() => window.dispatchEvent(new Event('online')))
  await expectNews(online, newest, soon)
  await tab.show()
  await expectNews(looked, newest, soon)
  // The third page gets no hint: it gives up a muted attempt after 20 s, and tries again within 20 s.
  await clocks[2]?.pass(20)
  await clocks[2]?.passUntilLive()
  await expectNews(left, newest, soon)
  for (const [index, watch] of watches.entries()) expectNeverLiveWhileStale(await watch.since(offline[index] ?? 0))
  await Promise.all([online.close(), left.close()])
})
