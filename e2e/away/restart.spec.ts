import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { expectLive, statusLine, versionShown } from '../fixtures/board.ts'
import { type LiveFrames, listenToFrames } from '../fixtures/live-frames.ts'
import { installClock, type PageClock } from '../fixtures/page-clock.ts'
import { expectNews, news, openField, published, publishNews } from '../fixtures/published.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expectNeverLiveWhileStale, type Watch, watchShown } from '../fixtures/shown.ts'
import { expect, test } from '../fixtures/test.ts'

// freshness.spec.ts shows that a killed server with unchanged files sends no list.

const server = serverOfFile()
let network: NetworkProxy
let watch: Watch
let frames: LiveFrames
let clock: PageClock

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async ({ page }) => {
  network = await startProxy(server.baseUrl)
  clock = await installClock(page)
  watch = await watchShown(page)
  frames = listenToFrames(page)
  await openField(page, server, network.url)
  await markPage(page)
})
test.afterEach(() => network.close())

test('[P4] given unchanged files, when the server restarts, then its version and its log are the same and no list is sent', async ({
  page,
}) => {
  const before = await published(server)
  await server.stop()
  await offline(page)
  await server.restart()
  await lookAgain(page)
  await expectLive(page)
  await expect.poll(() => frames.received).not.toEqual([])
  expect(frames.sent.map(({ payload }) => payload.data)).toEqual([{ ...before, catch_up: true }])
  expect(frames.lists()).toEqual([])
  expect(frames.received[0]?.payload.data).toMatchObject({ ...before })
  expect(await published(server)).toEqual(before)
  expect(await versionShown(page)).toBe(before.version)
  expect(await hasReloaded(page)).toBe(false)
})

test('given files that change while the server is down, when it restarts, then only the changes are sent', async ({
  page,
}) => {
  const before = await published(server)
  await server.kill()
  const count = await offline(page)
  server.data.writeEntries(news)
  await server.restart()
  // A list that lost an entry must be stable for a while, also after a start.
  await expect.poll(() => published(server)).toEqual({ log: before.log, version: before.version + 1 })
  const after = await published(server)
  await lookAgain(page)
  await expectNews(page, after)
  const [update, ...more] = frames.lists()
  expect(update).toMatchObject({ action: 'update_drivers', payload: { data: { ...after, from: before.version } } })
  expect(update?.payload.data.drivers).toMatchObject({ create: [], destroy: ['Perry Usedtobe'] })
  expect(more).toEqual([])
  expectNeverLiveWhileStale(await watch.since(count))
  expect(await hasReloaded(page)).toBe(false)
})

test('[P2] given a server without its state, when it restarts, then it sends the whole list of a new log', async ({
  page,
}) => {
  const before = await published(server)
  await server.kill()
  const count = await offline(page)
  rmSync(server.stateFolder, { recursive: true })
  server.data.writeEntries(news)
  await server.restart()
  const after = await published(server)
  expect(after.log).not.toBe(before.log)
  await lookAgain(page)
  await expectNews(page, after)
  const [all, ...more] = frames.lists()
  expect(all).toMatchObject({ action: 'all_drivers', payload: { data: { ...after } } })
  expect(all?.payload.data.drivers).toHaveLength(news.length)
  expect(more).toEqual([])
  expectNeverLiveWhileStale(await watch.since(count))
  expect(await hasReloaded(page)).toBe(false)
})

test('[P14] given a phone that is online before its network works, when the network works, then the page is right', async ({
  page,
  context,
}) => {
  await context.setOffline(true)
  const count = await offline(page)
  const newest = await publishNews(server)
  // By then the waits between tries are long.
  await clock.passUntilTries(3)
  const failed = page.waitForEvent('console', (message) => message.text().includes('ERR_CONNECTION_RESET'))
  await context.setOffline(false)
  await failed
  network.restore()
  await expectNews(page, newest)
  expectNeverLiveWhileStale(await watch.since(count))
})

/** Ends every connection, and waits for the page to be offline; returns how much it has shown until then. */
async function offline(page: Page): Promise<number> {
  network.refuse(true)
  network.cut()
  await expect(statusLine(page)).toHaveText(/^offline/)
  frames.startOver()
  return watch.count()
}

/** The network is back, and the page gets the `online` event: without it, it waits at random. */
async function lookAgain(page: Page): Promise<void> {
  network.restore()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}
