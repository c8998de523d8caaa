import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { field, withChanged, without } from '../../testing/event/timing-file.ts'
import { board, cellOf, expectLive, heading, rowKeys, rowOf, statusLine } from '../fixtures/board.ts'
import { listenToFrames } from '../fixtures/live-frames.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const server = serverOfFile()

// A server that was killed cannot be reached for a while, and browsers say so.
test.use({ allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

/** Reconnecting waits at random; how long is not what is tested here. */
const reconnected = { timeout: 40_000 }

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(field)
  await page.goto(`${server.baseUrl}/live?view=table&sort=-number`)
  await expectLive(page)
  await markPage(page)
})

test('[P4] given an open page, when the server is killed and comes back with the same files, then nothing is sent', async ({
  page,
}) => {
  const names = await rowKeys(page)
  const version = await board(page).getAttribute('data-version')
  await server.kill()
  await expect(statusLine(page)).toHaveText(/^offline · last heard (just now|\d s ago)$/, { timeout: 4000 })
  await expect(page.getByRole('status').first()).toHaveText('offline')
  expect(await rowKeys(page)).toEqual(names)
  await expect(statusLine(page)).toHaveText(/last heard [2-9] s ago/)

  const frames = listenToFrames(page)
  await server.restart()
  await expect(statusLine(page)).toHaveText('live', reconnected)
  // Longer than the answer to a version_check takes.
  await page.waitForTimeout(500)
  expect(frames.sent.map(({ action }) => action)).toEqual(['version_check'])
  expect(new Set(frames.received.map(({ action }) => action))).toEqual(new Set(['current_version']))
  expect(await rowKeys(page)).toEqual(names)
  await expect(board(page)).toHaveAttribute('data-version', version ?? '')
  expect(await hasReloaded(page)).toBe(false)
})

test('given an open page, when the files change while the server is down, then the page is right when it is back', async ({
  page,
}) => {
  await server.stop()
  await expect(statusLine(page)).toHaveText(/^offline/)
  const changed = withChanged(field, 'Nobody Ranyet', { number: '999', runs: ['48.765'] })
  server.data.replaceEntries(without(changed, 'Wilford Amador'))
  await server.restart()

  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('48.765', reconnected)
  await expect(rowOf(page, 'Wilford Amador')).toHaveCount(0)
  await expect(statusLine(page)).toHaveText('live')
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'descending')
  expect((await rowKeys(page)).slice(0, 2)).toEqual(['Felipe González', 'Nobody Ranyet'])
  expect(await hasReloaded(page)).toBe(false)
})

test('[P14] given a page that is offline, when the phone wakes up, then it looks at once', async ({ page }) => {
  await server.stop()
  await expect(statusLine(page)).toHaveText(/^offline/)
  // Long enough for the waits between tries to have grown.
  await page.waitForTimeout(3000)
  await server.restart()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(statusLine(page)).toHaveText('live', { timeout: 2500 })
})

test('given a phone whose clock is hours ahead, then no age is ever told by it, not for a moment', async ({ page }) => {
  await page.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + 5 * 3_600_000
    const told: string[] = []
    Object.assign(window, { paddockAges: told })
    new MutationObserver(() => told.push(document.querySelector('header')?.textContent ?? '')).observe(document, {
      ...{ subtree: true, childList: true, characterData: true },
    })
  })
  await page.reload()
  await expectLive(page)
  await page.waitForTimeout(1500)
  const told = await page.evaluate(() => (window as unknown as { paddockAges: readonly string[] }).paddockAges)
  expect(told.some((text) => /timing file saved (just now|\d+ s ago)/.test(text))).toBe(true)
  expect(told.filter((text) => /\d h/.test(text))).toEqual([])
})

test('given a timing file that nobody has saved for long while runs are left, then the page is live and says so louder', async ({
  page,
}) => {
  const saved = page.locator('strong', { hasText: 'timing file saved' })
  await expect(saved).toHaveCount(0)
  const before = new Date(Date.now() - 12 * 60_000)
  utimesSync(join(server.data.path, 'live.csv'), before, before)
  await expect(saved).toHaveText('timing file saved 12 min ago', { timeout: 25_000 })
  await expect(statusLine(page)).toHaveText('live')
})
