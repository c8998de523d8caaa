import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { copyPage, type PageCopy, type PageFront, startPageFront } from '../../testing/network/page-front.ts'
import {
  expectNews,
  news,
  openField,
  type Published,
  published,
  publishNews,
  revisionOf,
} from '../fixtures/published.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expectNeverLiveWhileStale, watchShown } from '../fixtures/shown.ts'
import { expect, test } from '../fixtures/test.ts'

// A browser or a network may answer with an old copy of the page; its scripts then meet a newer server.

const server = serverOfFile()
let copy: PageCopy
let front: PageFront

test.beforeEach(async ({ page }) => {
  await openField(page, server)
  await page.goto('about:blank')
  copy = await copyPage(`${server.baseUrl}/live?view=table`)
  front = await startPageFront(server.baseUrl, async () => copy)
})
test.afterEach(() => front.close())

test('given a page of an earlier revision, when it is opened, then it gets the later ones, and was not live before', async ({
  page,
}) => {
  await expectRightFromOld(page, await publishNews(server))
})

test('given a page of a lost log, when it is opened, then it gets the list of the new log', async ({ page }) => {
  await expectRightFromOld(page, await loseState())
})

test('given a page of a lost log with a higher version, when it is opened, then it gets the list of the new log', async ({
  page,
}) => {
  const newest = await loseState()
  const { version } = revisionOf(copy.body)
  // The scripts of the page are changed, so that their hashes are no longer right.
  const { 'content-security-policy': _, ...headers } = copy.headers
  copy = { headers, body: copy.body.replaceAll(`${version}`, `${newest.version + 1000}`) }
  await expectRightFromOld(page, newest)
})

/** The server restarts without its state: the news is the first list of a new log. */
async function loseState(): Promise<Published> {
  await server.kill()
  rmSync(server.stateFolder, { recursive: true })
  server.data.writeEntries(news)
  await server.restart()
  const newest = await published(server)
  expect(newest.log).not.toBe(revisionOf(copy.body).log)
  return newest
}

async function expectRightFromOld(page: Page, newest: Published): Promise<void> {
  const watch = await watchShown(page)
  await page.goto(`${front.baseUrl}/live?view=table`)
  await expectNews(page, newest)
  const shown = await watch.shown()
  // It was the old page.
  expect(shown[0]).toMatchObject({ connection: 'connecting', version: `${revisionOf(copy.body).version}` })
  expectNeverLiveWhileStale(shown)
}
