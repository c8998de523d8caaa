import { devices, type Page } from '@playwright/test'
import { type Entry, withChanged } from '../../testing/event/timing-file.ts'
import { cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'
import { type PlacedRow, topRow } from './top-row.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use({ ...phone, isClocked: true })

/** One class, longer than the window, by time. */
const entries: readonly Entry[] = Array.from({ length: 60 }, (_one, index) => ({
  class: 'SS',
  number: `${index + 1}`,
  name: `Driver ${String(index + 1).padStart(2, '0')}`,
  runs: [(40 + index / 10).toFixed(3)],
}))
const names = entries.map(({ name }) => name)
/** The last entry is the fastest now: all others are one row down. */
const withNewLeader = withChanged(entries, 'Driver 60', { runs: ['45.900', '30.000'] })
const newOrder = ['Driver 60', ...names.slice(0, -1)]

const server = serverOfFile({ entries })

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live`)
  await expect.poll(() => rowKeys(page)).toEqual(names)
  await expectLive(page)
})

test('given an untouched page, when an entry takes the lead, then the order changes at once', async ({ page }) => {
  server.data.writeEntries(withNewLeader)
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
})

test('given a finger on the list, when an entry takes the lead, then its values change, its old place is grey beside the new one, and the order changes by a tap on the pill', async ({
  page,
}) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withNewLeader)
  await expect(cellOf(page, 'Driver 60', 'total')).toHaveText('30.000')
  await expect(cellOf(page, 'Driver 60', 'position')).toHaveText('60')
  await expect(rowOf(page, 'Driver 60')).toContainText('now 1')
  await expect(cellOf(page, 'Driver 05', 'position')).toHaveText('5T')
  await expect(rowOf(page, 'Driver 05')).toContainText('now 6')
  await expect(pill(page)).toHaveText(/Order from \d\d:\d\d, tap to sort$/)
  expect(await rowKeys(page)).toEqual(names)
  await expect(page.getByRole('status').filter({ hasText: 'A newer order waits.' })).toBeAttached()
  const box = await pill(page).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await touch.up()
  await pill(page).tap()
  expect(await rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
  await expect(cellOf(page, 'Driver 60', 'position')).toHaveText('1T')
  await expect(page.getByText(/^now /)).toHaveCount(0)
})

test('given the top of the list in sight, when the finger is lifted, then the pending order is shown', async ({
  page,
}) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withNewLeader)
  await expect(pill(page)).toBeVisible()
  await touch.up()
  await page.clock.runFor(3000)
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
})

test('given a scrolled list, when the order changes above, then no row in sight moves; when it changes in sight, then it is pending for 8 s', async ({
  page,
}) => {
  await page.evaluate(() => window.scrollTo(0, 1200))
  const read = (await topRows(page))[2] ?? { name: '', top: 0 }
  server.data.writeEntries(withNewLeader)
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
  const now = (await topRows(page)).find(({ name }) => name === read.name)
  expect(Math.abs((now?.top ?? 0) - read.top)).toBeLessThan(1)

  const [, , one, other] = await topRows(page)
  const time = (await cellOf(page, one?.name ?? '', 'total').textContent()) ?? ''
  const faster = (Number(time) - 0.001).toFixed(3)
  const order = await rowKeys(page)
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withChanged(withNewLeader, other?.name ?? '', { runs: [faster] }))
  await expect(pill(page)).toBeVisible()
  // From here, time passes only as the test says: the reader is at rest after 2.5 s, and has settled after 8 s.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 100)
  await touch.up()
  await page.clock.runFor(7000)
  expect(await rowKeys(page)).toEqual(order)
  const settled = await firstRow(page)
  await page.clock.runFor(2000)
  await expect(pill(page)).toHaveCount(0)
  expect(await rowKeys(page)).not.toEqual(order)
  expectSamePlace(await firstRow(page), settled)
})

test('given a reader who has settled on a scrolled list, when its order changes again and again, then the row on top moves 0 px', async ({
  page,
}) => {
  await page.evaluate(() => window.scrollTo(0, 1200))
  await page.clock.runFor(8500)
  const read = await firstRow(page)
  for (const [index, name] of ['Driver 40', 'Driver 02', 'Driver 19', 'Driver 60'].entries()) {
    server.data.writeEntries(withChanged(entries, name, { runs: [`${42 - index / 1000}`] }))
    await expect(cellOf(page, name, 'total')).toHaveText((42 - index / 1000).toFixed(3))
    await expect(pill(page)).toHaveCount(0)
    expectSamePlace(await firstRow(page), read)
  }
})

test('given a row half below the heading of its class, when the next one loses a place, then that one moves 0 px', async ({
  page,
}) => {
  await page.evaluate(() => window.scrollTo(0, 1200))
  await rowOf(page, 'Driver 20').evaluate((row) => {
    const heading = document.querySelector('main section > :first-child')?.getBoundingClientRect().bottom ?? 0
    window.scrollBy(0, row.getBoundingClientRect().top - heading + 10)
  })
  await page.clock.runFor(8500)
  const read = await firstRow(page)
  expect(read?.key).toBe('Driver 21')
  server.data.writeEntries(withChanged(entries, 'Driver 21', { runs: ['42.150'] }))
  await expect(cellOf(page, 'Driver 21', 'total')).toHaveText('42.150')
  await expect.poll(() => rowKeys(page)).not.toEqual(names)
  expect((await topRow(page, 'Driver 21')).same?.top).toBe(read?.top)
})

test('given a scrolled list of followed drivers, when the entry above becomes lower, then the one in sight moves 0 px', async ({
  page,
}) => {
  await followBefore(page, names.slice(0, 8))
  await page.goto(`${server.baseUrl}/live?view=mine`)
  await expectLive(page)
  const above = page.locator('li[data-driver="Driver 02"]')
  const heightOf = () => above.evaluate((row) => row.clientHeight)
  await page.evaluate(() => window.scrollTo(0, 500))
  await page.clock.runFor(8500)
  const [height, read] = [await heightOf(), await firstRow(page)]
  // Without a run left, it needs nothing any more.
  server.data.writeEntries(withChanged(entries, 'Driver 02', { runs: ['40.100', '50.000', '50.000', '50.000'] }))
  await expect.poll(heightOf).not.toBe(height)
  expectSamePlace(await firstRow(page), read)
})

test('given a touched list, when an entry is removed, then its row says so until the new order is shown', async ({
  page,
}) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(entries.filter(({ name }) => name !== 'Driver 03'))
  await expect(rowOf(page, 'Driver 03')).toContainText('no longer in the list')
  expect(await rowKeys(page)).toEqual(names)
  // A removed entry has no sheet to link to.
  await expect(rowOf(page, 'Driver 03').getByRole('link')).toHaveCount(0)
  await expect(rowOf(page, 'Driver 04').getByRole('link')).toHaveCount(1)
  await touch.up()
  await page.clock.runFor(3000)
  await expect(rowOf(page, 'Driver 03')).toHaveCount(0)
})

test('given a touched list of one class, when an entry changes its class, then its row keeps the old values', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?class=SS`)
  await expectLive(page)
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withChanged(entries, 'Driver 03', { class: 'AS', runs: ['30.000'] }))
  await expect(rowOf(page, 'Driver 03')).toContainText('no longer in the list')
  // It leads its new class, which is not shown here.
  await expect(cellOf(page, 'Driver 03', 'position')).toHaveText(/^3/)
  await expect(cellOf(page, 'Driver 03', 'total')).toHaveText('40.200')
  await touch.up()
  await page.clock.runFor(3000)
  await expect(rowOf(page, 'Driver 03')).toHaveCount(0)
})

test('given selected text, when an entry takes the lead, then the order is pending until the selection is removed', async ({
  page,
}) => {
  await rowOf(page, 'Driver 02').evaluate((row) => document.getSelection()?.selectAllChildren(row))
  // The reader is at rest, but for the selection.
  await page.clock.runFor(3000)
  server.data.writeEntries(withNewLeader)
  await expect(pill(page)).toBeVisible()
  expect(await rowKeys(page)).toEqual(names)
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
  await page.clock.runFor(3000)
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
})

test('given a change out of sight, then the row has a dot until it was in the window, in every view', async ({
  page,
}) => {
  server.data.writeEntries(withChanged(entries, 'Driver 50', { runs: ['44.900', '44.899'] }))
  await expect(rowOf(page, 'Driver 50').getByText('new')).toBeAttached()
  // A row in the window is seen after 2 s.
  await page.clock.runFor(2500)
  await page.getByRole('link', { name: 'Raw' }).tap()
  await expect(page.getByRole('heading', { name: 'By raw time' })).toBeVisible()
  await expect(rowOf(page, 'Driver 50').getByText('new')).toBeAttached()
  await rowOf(page, 'Driver 50').scrollIntoViewIfNeeded()
  await expect(rowOf(page, 'Driver 50').getByText('new')).toHaveCount(0)
})

test('given reduced motion, when a row in sight changes, then it has a dot and no flash', async ({ page }) => {
  // The list of the test before may differ.
  await expect.poll(() => lit(page)).toBe(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  server.data.writeEntries(withChanged(entries, 'Driver 02', { runs: ['40.100', '40.099'] }))
  await expect(rowOf(page, 'Driver 02').getByText('new')).toBeAttached()
  expect(await lit(page)).toBe(0)
  await expect(rowOf(page, 'Driver 02').getByText('new')).toHaveCount(0)
})

test('given a scrolled Latest, when a run is added, then the news in sight does not move', async ({ page }) => {
  server.data.writeEntries(entries.map((entry) => ({ ...entry, runs: [...(entry.runs ?? []), '60.000'] })))
  await page.getByRole('link', { name: 'Latest', exact: true }).tap()
  await expect(page.locator('li[data-news]').nth(59)).toContainText('60.000')
  await page.evaluate(() => window.scrollTo(0, 900))
  const before = await firstNews(page)
  server.data.writeEntries(
    entries.map((entry) => ({
      ...entry,
      runs: [...(entry.runs ?? []), '60.000', ...(entry.number === '5' ? ['61.000'] : [])],
    })),
  )
  await expect(page.locator('li[data-news]').first()).toContainText('61.000')
  const now = await firstNews(page)
  expect(now.text).toBe(before.text)
  expect(Math.abs(now.top - before.top)).toBeLessThan(1)
})

function pill(page: Page) {
  return page.getByRole('button', { name: /tap to sort/ })
}

async function finger(page: Page) {
  const session = await page.context().newCDPSession(page)
  const touchPoints = (x: number, y: number) => [{ x, y }]
  return {
    async down(x: number, y: number) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchPoints(x, y) })
    },
    /** After a slide sideways, which is no tap. */
    async up() {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touchPoints(100, 500) })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
  }
}

/** The browser scrolls by whole pixels of the screen. */
function expectSamePlace(now: PlacedRow | undefined, before: PlacedRow | undefined): void {
  expect(now?.key).toBe(before?.key)
  expect(Math.abs((now?.top ?? 0) - (before?.top ?? 0))).toBeLessThan(1)
}

/** The first row that is fully visible. */
async function firstRow(page: Page): Promise<PlacedRow | undefined> {
  return (await topRow(page, undefined)).first
}

/** The rows in sight, from the top down. */
function topRows(page: Page): Promise<{ name: string; top: number }[]> {
  return page
    .locator('tr[data-driver]')
    .evaluateAll((rows) =>
      rows
        .map((row) => ({ name: row.getAttribute('data-driver') ?? '', top: row.getBoundingClientRect().top }))
        .filter(({ top }) => top > 120 && top < window.innerHeight - 200),
    )
}

function firstNews(page: Page): Promise<{ text: string; top: number }> {
  return page.locator('li[data-news]').evaluateAll((items) => {
    const item = items.find((one) => one.getBoundingClientRect().top > 120)
    return { text: item?.querySelector('a')?.textContent ?? '', top: item?.getBoundingClientRect().top ?? 0 }
  })
}

/** How many rows are lit up. */
function lit(page: Page): Promise<number> {
  return page.locator('tr[data-flash]').count()
}
