import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { board, expectLive, statusLine } from '../fixtures/board.ts'
import { test } from '../fixtures/own-browser.ts'
import { expectNews, openField, publishNews } from '../fixtures/published.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
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

test('[P14] given a frozen tab, when it is looked at again, then it has what was published, and was not live before', async ({
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
  // It is really frozen: nothing reached it.
  await expect(board(page)).toHaveAttribute('data-version', version ?? '')

  await tab.show()
  await expectNews(page, newest)
  const shown = await watch.since(asleep)
  expect(shown[0]).toMatchObject({ moment: 'resume', connection: 'offline', version })
  expectNeverLiveWhileStale(shown)
  expect(await hasReloaded(page)).toBe(false)
})

test('given a frozen tab, when the server was killed and came back with other files, then it is right as soon', async ({
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

test('[P14] given a frozen tab, when it is looked at in a dead spot, then it is offline, and right when that ends', async ({
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

test('[P14] given a hidden tab whose connection died a moment ago, when it is looked at again, then it is right', async ({
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
  // It was heard so lately that it does not know better, but nobody sees it.
  await expectLive(page)
  const asleep = await watch.count()
  await tab.show()
  await expectNews(page, newest)
  const shown = await watch.since(asleep)
  expect(shown.map(({ moment }) => moment)).toContain('in sight')
  expectNeverLiveWhileStale(shown)
})
