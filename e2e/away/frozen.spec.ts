import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { board, expectLive, statusLine } from '../fixtures/board.ts'
import { test } from '../fixtures/own-browser.ts'
import { expectNews, openField, publishNews } from '../fixtures/published.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
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

test('[P14] given a frozen tab, when it is shown again, then it has the news, and was not live before', async ({
  page,
}) => {
  const tab = await tabOf(page)
  const watch = await watchShown(page)
  await openField(page, server)
  await markPage(page)
  const version = await board(page).getAttribute('data-version')
  await tab.hide()
  await tab.freeze()
  await expect(statusLine(page)).toHaveText(/^offline/)
  const asleep = await watch.count()
  const newest = await publishNews(server)
  // It is frozen: no message reaches it.
  await expect(board(page)).toHaveAttribute('data-version', version ?? '')

  await tab.show()
  await expectNews(page, newest)
  const shown = await watch.since(asleep)
  expect(shown[0]).toMatchObject({ moment: 'resume', connection: 'offline', version })
  expectNeverLiveWhileStale(shown)
  expect(await hasReloaded(page)).toBe(false)
})

test('given a frozen tab, when the server restarts with changed files, then the tab is right once it is shown', async ({
  page,
}) => {
  const tab = await tabOf(page)
  const watch = await watchShown(page)
  await openField(page, server)
  await tab.hide()
  await tab.freeze()
  await expect(statusLine(page)).toHaveText(/^offline/)
  const asleep = await watch.count()
  await server.kill()
  await server.restart()
  const newest = await publishNews(server)
  await tab.show()
  await expectNews(page, newest)
  expectNeverLiveWhileStale(await watch.since(asleep))
})

test('[P14] given a frozen tab, when it is shown in a dead spot, then it is offline, and right once the network is back', async ({
  page,
}) => {
  const tab = await tabOf(page)
  const watch = await watchShown(page)
  await openField(page, server, network.url)
  await tab.hide()
  await tab.freeze()
  await expect(statusLine(page)).toHaveText(/^offline/)
  const asleep = await watch.count()
  const newest = await publishNews(server)
  network.mute()
  network.muteNew(true)
  const before = network.connections()
  await tab.show()
  await expect.poll(network.connections).toBeGreaterThan(before)
  await expect(statusLine(page)).toHaveText(/^offline · last heard \d+ s ago$/)
  network.restore()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expectNews(page, newest)
  expectNeverLiveWhileStale(await watch.since(asleep))
})

test('[P14] given a hidden tab with a connection that has just died, when it is shown again, then it is right', async ({
  page,
}) => {
  const tab = await tabOf(page)
  const watch = await watchShown(page)
  await openField(page, server, network.url)
  network.mute()
  network.muteNew(true)
  await tab.hide()
  const newest = await publishNews(server)
  network.restore()
  // The silence is too short to be noticed, and nobody sees the tab.
  await expectLive(page)
  const asleep = await watch.count()
  await tab.show()
  await expectNews(page, newest)
  const shown = await watch.since(asleep)
  expect(shown.map(({ moment }) => moment)).toContain('in sight')
  expectNeverLiveWhileStale(shown)
})
