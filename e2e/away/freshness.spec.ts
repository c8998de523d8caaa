import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { field, withChanged, without } from '../../testing/event/timing-file.ts'
import { board, cellOf, expectLive, heading, rowKeys, rowOf, statusLine } from '../fixtures/board.ts'
import { listenToFrames } from '../fixtures/live-frames.ts'
import { clockOf, type PageClock } from '../fixtures/page-clock.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

// The browser reports on the console that a killed server is unreachable.
test.use({ isClocked: true, allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/ })

let clock: PageClock

test.beforeEach(async ({ page }) => {
  clock = clockOf(page)
  server.data.writeEntries(field)
  await page.goto(`${server.baseUrl}/live?view=table&sort=-number`)
  await expectLive(page)
  await markPage(page)
})

test('[P4] given unchanged files, when the server is killed and restarts, then no list is sent', async ({ page }) => {
  const names = await rowKeys(page)
  const version = await board(page).getAttribute('data-version')
  await server.kill()
  await expect(statusLine(page)).toHaveText(/^offline · last heard (just now|\d s ago)$/, { timeout: 4000 })
  await expect(page.getByRole('status').first()).toHaveText('offline')
  expect(await rowKeys(page)).toEqual(names)
  await clock.pass(3)
  await expect(statusLine(page)).toHaveText(/last heard [2-9] s ago/)

  const frames = listenToFrames(page)
  await server.restart()
  await clock.passUntilLive()
  await expect(statusLine(page)).toHaveText('live')
  expect(frames.sent.map(({ action }) => action)).toEqual(['version_check'])
  expect(await rowKeys(page)).toEqual(names)
  await expect(board(page)).toHaveAttribute('data-version', version ?? '')
  // Messages keep their order: nothing of the list is on its way before the next change.
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['48.765'] }))
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('48.765')
  expect(frames.lists().map(({ action }) => action)).toEqual(['update_drivers'])
  expect(await hasReloaded(page)).toBe(false)
})

test('given an open page, when the files change while the server is down, then the page is right after the restart', async ({
  page,
}) => {
  await server.stop()
  await expect(statusLine(page)).toHaveText(/^offline/)
  const changed = withChanged(field, 'Nobody Ranyet', { number: '999', runs: ['48.765'] })
  server.data.replaceEntries(without(changed, 'Wilford Amador'))
  await server.restart()

  await clock.passUntilLive()
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('48.765')
  await expect(rowOf(page, 'Wilford Amador')).toHaveCount(0)
  await expect(statusLine(page)).toHaveText('live')
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'descending')
  expect((await rowKeys(page)).slice(0, 2)).toEqual(['Felipe González', 'Nobody Ranyet'])
  expect(await hasReloaded(page)).toBe(false)
})

test('[P14] given an offline page, when the phone wakes up, then it connects at once', async ({ page }) => {
  await server.stop()
  await expect(statusLine(page)).toHaveText(/^offline/)
  // By then the waits between tries are long.
  await clock.passUntilTries(3)
  await server.restart()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(statusLine(page)).toHaveText('live', { timeout: 2500 })
})

test('given a phone with a clock hours ahead, then no age is computed with it, not for one frame', async ({ page }) => {
  await page.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + 5 * 3_600_000
    const shown: string[] = []
    Object.assign(window, { paddockAges: shown })
    new MutationObserver(() => shown.push(document.querySelector('header')?.textContent ?? '')).observe(document, {
      ...{ subtree: true, childList: true, characterData: true },
    })
  })
  await page.reload()
  await expectLive(page)
  await clock.pass(3)
  const shown = await page.evaluate(() => (window as unknown as { paddockAges: readonly string[] }).paddockAges)
  expect(shown.some((text) => /timing file saved (just now|\d+ s ago)/.test(text))).toBe(true)
  expect(shown.filter((text) => /\d h/.test(text))).toEqual([])
})

test('given a timing file that is old while runs are left, then the page is live and its age is emphasized', async ({
  page,
}) => {
  const saved = page.locator('strong', { hasText: 'timing file saved' })
  await expect(saved).toHaveCount(0)
  // In whole seconds, as every file system keeps them.
  const before = new Date(Math.floor(Date.now() / 1000 - 12 * 60) * 1000)
  utimesSync(join(server.data.path, 'live.csv'), before, before)
  const html = async () => (await fetch(`${server.baseUrl}/live`)).text()
  await expect.poll(html).toContain(`${before.getTime()}`)
  // The page asks at once, instead of with the next heartbeat.
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(saved).toHaveText('timing file saved 12 min ago')
  await expect(statusLine(page)).toHaveText('live')
})
