import { devices, type Page } from '@playwright/test'
import { type Entry, withChanged } from '../../testing/event/timing-file.ts'
import { cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

/** One class, longer than the window, by time. */
const entries: readonly Entry[] = Array.from({ length: 60 }, (_one, index) => ({
  class: 'SS',
  number: `${index + 1}`,
  name: `Driver ${String(index + 1).padStart(2, '0')}`,
  runs: [(40 + index / 10).toFixed(3)],
}))
const names = entries.map(({ name }) => name)
/** The last one is the fastest now: everybody else is one place down. */
const withNewLeader = withChanged(entries, 'Driver 60', { runs: ['45.900', '30.000'] })
const newOrder = ['Driver 60', ...names.slice(0, -1)]

const server = serverOfFile({ entries })

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live`)
  await expect.poll(() => rowKeys(page)).toEqual(names)
  await expectLive(page)
})

test('given nobody who touches the page, when an entry takes the lead, then the list follows at once', async ({
  page,
}) => {
  server.data.writeEntries(withNewLeader)
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
})

test('given a finger on the list, when an entry takes the lead, then values change, the order does not, and a tap on the pill shows it', async ({
  page,
}) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withNewLeader)
  await expect(cellOf(page, 'Driver 60', 'total')).toHaveText('30.000')
  await expect(cellOf(page, 'Driver 60', 'position')).toContainText('1')
  await expect(pill(page)).toHaveText(/1 update$/)
  expect(await rowKeys(page)).toEqual(names)
  await expect(page.getByRole('status').filter({ hasText: 'A newer order waits.' })).toBeAttached()
  const box = await pill(page).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await touch.up()
  await pill(page).tap()
  expect(await rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
})

test('given a finger that goes, and the top of the list in sight, then the order comes by itself', async ({ page }) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withNewLeader)
  await expect(pill(page)).toBeVisible()
  await touch.up()
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
  await expect(pill(page)).toHaveCount(0)
})

test('given a reader further down, when what changes is above, then nothing in sight moves; when it is in sight, it waits', async ({
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
  server.data.writeEntries(withChanged(withNewLeader, other?.name ?? '', { runs: [faster] }))
  await expect(pill(page)).toHaveText(/1 update$/)
  // Longer than a hand needs to be off the page: what is read still does not move by itself.
  await page.waitForTimeout(4000)
  expect(await rowKeys(page)).toEqual(order)
  await pill(page).tap()
  expect(await rowKeys(page)).not.toEqual(order)
})

test('given an entry that left while the list was touched, then it stands there, says so, and goes with the new order', async ({
  page,
}) => {
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(entries.filter(({ name }) => name !== 'Driver 03'))
  await expect(rowOf(page, 'Driver 03')).toContainText('no longer in the list')
  expect(await rowKeys(page)).toEqual(names)
  // There is no sheet of who is not in the list: the row leads nowhere.
  await expect(rowOf(page, 'Driver 03').getByRole('link')).toHaveCount(0)
  await expect(rowOf(page, 'Driver 04').getByRole('link')).toHaveCount(1)
  await touch.up()
  await expect(rowOf(page, 'Driver 03')).toHaveCount(0)
})

test('given one class, when an entry goes to another while the list is touched, then it stands there as it was', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?class=SS`)
  await expectLive(page)
  const touch = await finger(page)
  await touch.down(200, 500)
  server.data.writeEntries(withChanged(entries, 'Driver 03', { class: 'AS', runs: ['30.000'] }))
  await expect(rowOf(page, 'Driver 03')).toContainText('no longer in the list')
  // It is the first of its new class now, which is not this one.
  await expect(cellOf(page, 'Driver 03', 'position')).toHaveText(/^3/)
  await expect(cellOf(page, 'Driver 03', 'total')).toHaveText('40.200')
  await touch.up()
  await expect(rowOf(page, 'Driver 03')).toHaveCount(0)
})

test('given text that is selected, when an entry takes the lead, then the order waits until it is not any more', async ({
  page,
}) => {
  await rowOf(page, 'Driver 02').evaluate((row) => document.getSelection()?.selectAllChildren(row))
  // The hand is off the page; the selection is still there.
  await page.waitForTimeout(3000)
  server.data.writeEntries(withNewLeader)
  await expect(pill(page)).toHaveText(/1 update$/)
  expect(await rowKeys(page)).toEqual(names)
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
  await expect.poll(() => rowKeys(page)).toEqual(newOrder)
})

test('given a change out of sight, then a dot waits until the row was looked at, in whatever view', async ({
  page,
}) => {
  server.data.writeEntries(withChanged(entries, 'Driver 50', { runs: ['44.900', '44.899'] }))
  await expect(rowOf(page, 'Driver 50').getByText('new')).toBeAttached()
  // It would be seen by now, were it in sight.
  await page.waitForTimeout(2500)
  await page.getByRole('link', { name: 'Raw' }).tap()
  await expect(page.getByRole('heading', { name: 'By raw time' })).toBeVisible()
  await expect(rowOf(page, 'Driver 50').getByText('new')).toBeAttached()
  await rowOf(page, 'Driver 50').scrollIntoViewIfNeeded()
  await expect(rowOf(page, 'Driver 50').getByText('new')).toHaveCount(0)
})

test('given less motion, when a row in sight changes, then it does not light up: a dot says so', async ({ page }) => {
  // The list of the test before may have been another one.
  await expect.poll(() => lit(page)).toBe(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  server.data.writeEntries(withChanged(entries, 'Driver 02', { runs: ['40.100', '40.099'] }))
  await expect(rowOf(page, 'Driver 02').getByText('new')).toBeAttached()
  expect(await lit(page)).toBe(0)
  await expect(rowOf(page, 'Driver 02').getByText('new')).toHaveCount(0)
})

test('given Latest, scrolled down, when a run comes in, then what is read stays where it is', async ({ page }) => {
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
  return page.getByRole('button', { name: /update/ })
}

async function finger(page: Page) {
  const session = await page.context().newCDPSession(page)
  const touchPoints = (x: number, y: number) => [{ x, y }]
  return {
    async down(x: number, y: number) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchPoints(x, y) })
    },
    /** After sliding sideways: it was no tap. */
    async up() {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touchPoints(100, 500) })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
  }
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
