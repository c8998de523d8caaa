import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { expectLive, statusLine, versionShown } from '../fixtures/board.ts'
import { type LiveFrames, listenToFrames } from '../fixtures/live-frames.ts'
import { expectNews, news, openField, published, publishNews } from '../fixtures/published.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { expectNeverLiveWhileStale, type Watch, watchShown } from '../fixtures/shown.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

// That a server which was killed sends nothing when it comes back with the same files, freshness.spec.ts shows.

const server = serverOfFile()
let network: NetworkProxy
let watch: Watch
let frames: LiveFrames

test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

test.beforeEach(async ({ page }) => {
  network = await startProxy(server.baseUrl)
  watch = await watchShown(page)
  frames = listenToFrames(page)
  await openField(page, server, network.url)
  await markPage(page)
})
test.afterEach(() => network.close())

test('[P4] given a server that is stopped and started with the same files, then its version and its log are the same', async ({
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

test('given files that change while the server is down, when it is back, then only what changed is sent', async ({
  page,
}) => {
  const before = await published(server)
  await server.kill()
  const count = await offline(page)
  server.data.writeEntries(news)
  await server.restart()
  // A list that lost somebody has to stand for a while, also right after the start.
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

test('[P2] given a server that lost its state while it was down, when it is back, then the whole list of its new log is sent', async ({
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

test('[P14] given a phone that is online before its network is, when the network is, then the page is right', async ({
  page,
  context,
}) => {
  await context.setOffline(true)
  const count = await offline(page)
  const newest = await publishNews(server)
  // Long enough for the waits between tries to have grown.
  await page.waitForTimeout(4000)
  const failed = page.waitForEvent('console', (message) => message.text().includes('ERR_CONNECTION_RESET'))
  await context.setOffline(false)
  await failed
  network.restore()
  await expectNews(page, newest)
  expectNeverLiveWhileStale(await watch.since(count))
})

/** Ends every connection, and waits until the page says so; returns how much it has shown until then. */
async function offline(page: Page): Promise<number> {
  network.refuse(true)
  network.cut()
  await expect(statusLine(page)).toHaveText(/^offline/)
  frames.startOver()
  return watch.count()
}

/** The network is back, and the page is told: reconnecting by itself waits at random. */
async function lookAgain(page: Page): Promise<void> {
  network.restore()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}
