import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type SavedPage, fetchPage, type PageFront, startPageFront } from '../testing/network/page-front.ts'
import {
  expectNews,
  news,
  openField,
  type Published,
  published,
  publishNews,
  revisionOf,
} from './fixtures/published.ts'
import { expectNeverLiveWhileStale, watchShown } from './fixtures/shown.ts'
import { expect, test } from './fixtures/test.ts'
import { serverOfFile } from './fixtures/test-server.ts'

// A browser or a network may bring a page that it kept; the scripts in it then meet a server that went on.

const server = serverOfFile()
let kept: SavedPage
let front: PageFront

test.beforeEach(async ({ page }) => {
  await openField(page, server)
  await page.goto('about:blank')
  kept = await fetchPage(`${server.baseUrl}/live?view=table`)
  front = await startPageFront(server.baseUrl, async () => kept)
})
test.afterEach(() => front.close())

test('given a page of an earlier revision, when it is opened, then it gets what it missed, and was not live before', async ({
  page,
}) => {
  await expectRightFromOld(page, await publishNews(server))
})

test('given a page from before the server lost its state, when it is opened, then it gets the new log’s list', async ({
  page,
}) => {
  await expectRightFromOld(page, await loseState())
})

test('given a page of another log and a version that is still to come, when it is opened, then it gets this log’s list', async ({
  page,
}) => {
  const newest = await loseState()
  const { version } = revisionOf(kept.body)
  kept = { ...kept, body: kept.body.replaceAll(`${version}`, `${newest.version + 1000}`) }
  await expectRightFromOld(page, newest)
})

/** The server comes back with the news as the first list of another log. */
async function loseState(): Promise<Published> {
  await server.kill()
  rmSync(server.stateFolder, { recursive: true })
  server.data.writeEntries(news)
  await server.restart()
  const newest = await published(server)
  expect(newest.log).not.toBe(revisionOf(kept.body).log)
  return newest
}

async function expectRightFromOld(page: Page, newest: Published): Promise<void> {
  const watch = await watchShown(page)
  await page.goto(`${front.baseUrl}/live?view=table`)
  await expectNews(page, newest)
  const shown = await watch.shown()
  // It was really the old page.
  expect(shown[0]).toMatchObject({ connection: 'connecting', version: `${revisionOf(kept.body).version}` })
  expectNeverLiveWhileStale(shown)
}
