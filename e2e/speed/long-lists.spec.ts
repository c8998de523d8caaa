import { devices } from '@playwright/test'
import { largeField } from '../../testing/event/large-field.ts'
import { withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { board, cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import {
  emptyGaps,
  expectWindowed,
  furthestMove,
  holdWindowedList,
  mostRowsBelow,
  namesInWindow,
  openWindowed,
  rowsBelow,
  rowsInWindow,
  twoFrames,
} from '../fixtures/windowed-list.ts'

const entries = largeField(1300)
const server = serverOfFile({ entries })
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']

/** The most rows that a page of a list this long renders. */
const mostRows = 130

/** The most rows that are rendered below the window while nobody scrolls: the overscan, and one at an exact edge. */
const atRest = 4

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given 1,300 entries, then the HTML has the first 80 rows and a link to all of them', async ({ page }) => {
    const response = await page.goto(`${server.baseUrl}/live`)
    const html = (await response?.text()) ?? ''
    expect(html).not.toContain(' style=')
    // All rows would be a megabyte; most of the rest is the list as JSON.
    expect(html.length).toBeLessThan(600_000)
    expect(await rowKeys(page)).toEqual(entries.slice(0, 80).map(({ name }) => name))
    await expect(page.getByText('Showing the first 80 of 1,300 entries')).toBeVisible()
    await page.getByRole('link', { name: 'show all' }).click()
    await expect(page).toHaveURL(/rows=all/)
    await page.waitForLoadState()
    expect(await rowKeys(page)).toEqual(entries.map(({ name }) => name))
    await expect(page.getByRole('link', { name: 'show all' })).toHaveCount(0)
  })

  test('given a search for the last entry, then the HTML has its row', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?q=zuletzt`)
    expect(await rowKeys(page)).toEqual(['Zuletzt Gekommen'])
  })
})

for (const [name, options] of [
  ['a phone', phone],
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
] as const) {
  test.describe(name, () => {
    test.use(options)

    test(`given ${name}, when the list is scrolled to its middle and its end, then each row there is rendered once and in order`, async ({
      page,
    }) => {
      await openWindowed(page, server)
      const names = entries.map((entry) => entry.name)
      for (const part of [0, 0.5, 1, 0.25]) {
        await page.evaluate((where) => window.scrollTo(0, where * document.documentElement.scrollHeight), part)
        await expect.poll(() => emptyGaps(page)).toEqual([])
        const rows = await rowKeys(page)
        expect(rows.length).toBeLessThan(mostRows)
        const first = names.indexOf(rows[0] ?? '')
        expect(rows).toEqual(names.slice(first, first + rows.length))
      }
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      await expect(rowOf(page, 'Zuletzt Gekommen')).toBeAttached()
      // Rows are measured as they are rendered: the end may be further down.
      await rowOf(page, 'Zuletzt Gekommen').scrollIntoViewIfNeeded()
      await expect(rowOf(page, 'Zuletzt Gekommen')).toBeInViewport()
    })

    test(`given ${name} and a reader among the first rows, when the windowed list replaces them, then they do not move`, async ({
      page,
    }) => {
      const load = await holdWindowedList(page)
      await page.goto(`${server.baseUrl}/live`)
      await expectLive(page)
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      const before = await rowsInWindow(page)
      expect(before.length).toBeGreaterThan(3)
      load()
      await expectWindowed(page)
      await expect.poll(() => furthestMove(page, before)).toBeLessThan(2)
      await twoFrames(page)
      expect(await furthestMove(page, before)).toBeLessThan(2)
    })

    test(`given ${name}, when the list is scrolled, then more rows are rendered below the window than at rest`, async ({
      page,
    }) => {
      await openWindowed(page, server, '?view=raw')
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
      await page.evaluate(() => window.scrollTo(0, 3000))
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
      expect(await mostRowsBelow(page)).toBeGreaterThan(2 * atRest)
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
    })

    test(`given ${name}, then tables have their row count and rows their row index, and rows=all renders every row`, async ({
      page,
    }) => {
      await openWindowed(page, server, '?view=raw')
      await expect(page.locator('table[aria-rowcount="1301"]')).toBeVisible()
      await expect(rowOf(page, 'Driver 00001')).toHaveAttribute('aria-rowindex', '2')
      await page.evaluate(() => window.scrollTo(0, 30_000))
      await expect.poll(() => emptyGaps(page)).toEqual([])
      const indexes = await page
        .locator('tr[data-driver]')
        .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-driver'), row.getAttribute('aria-rowindex')]))
      for (const [driver, index] of indexes) expect(entries[Number(index) - 2]?.name).toBe(driver)
      await page.goto(`${server.baseUrl}/live?view=raw&rows=all`)
      // A slow machine takes long to hydrate all rows.
      await expect(board(page)).toHaveAttribute('data-connection', 'live', { timeout: 40_000 })
      expect(await rowKeys(page)).toHaveLength(1300)
    })
  })
}

test('given the middle of a long list, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await openWindowed(page, server)
  await page.evaluate(() => window.scrollTo(0, 20_000))
  await expect.poll(() => emptyGaps(page)).toEqual([])
  await expectAccessible(page)
})

test('given a search for the last entry, when it is cleared, then the whole list is back', async ({ page }) => {
  await openWindowed(page, server)
  await page.getByRole('searchbox').fill('zuletzt')
  await expect.poll(() => rowKeys(page)).toEqual(['Zuletzt Gekommen'])
  await page.getByRole('searchbox').fill('')
  await expect(rowOf(page, 'Driver 00001')).toBeVisible()
  await expect(page.getByRole('link', { name: 'show every row' })).toBeAttached()
})

test('given a focused row, when the list is scrolled away, then the row keeps the focus and Tab reaches the next', async ({
  page,
}) => {
  await openWindowed(page, server)
  await rowOf(page, 'Driver 00003').getByRole('link').focus()
  await page.evaluate(() => window.scrollTo(0, 25_000))
  await expect.poll(() => emptyGaps(page)).toEqual([])
  await expect(rowOf(page, 'Driver 00003').getByRole('link')).toBeFocused()
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(rowOf(page, 'Driver 00004')).toBeVisible()
  // A row has a star and a link.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(rowOf(page, 'Driver 00004').getByRole('link')).toBeFocused()
  for (let row = 5; row <= 70; row += 1) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
  }
  expect(await page.evaluate(() => document.activeElement?.closest('tr, thead') !== null)).toBe(true)
})

test('given a scrolled list, when a sheet is closed by back, or the page is reloaded, then the same rows are in the window', async ({
  page,
}) => {
  await openWindowed(page, server)
  await page.evaluate(() => window.scrollTo(0, 22_000))
  await expect.poll(() => emptyGaps(page)).toEqual([])
  const before = await namesInWindow(page)
  const [, , read = ''] = before
  await rowOf(page, read).getByRole('link').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await namesInWindow(page)).toEqual(before)
  await page.reload()
  await expectLive(page)
  await expect(rowOf(page, read)).toBeInViewport()
})

test('given an update of a row far below, when a search shows the row, then it has the new time and a mark', async ({
  page,
}) => {
  await openWindowed(page, server)
  server.data.writeEntries(withChanged(entries, 'Driver 01200', { runs: ['41.199', '41.299', '30.000'] }))
  await page.getByRole('searchbox').fill('1200')
  await expect(cellOf(page, 'Driver 01200', 'total')).toHaveText('30.000')
  await expect(rowOf(page, 'Driver 01200').getByText('new')).toBeAttached()
})
