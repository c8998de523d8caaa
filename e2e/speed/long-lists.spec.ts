import { devices, type Page } from '@playwright/test'
import { largeField } from '../../testing/event/large-field.ts'
import { withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { board, cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const entries = largeField(1300)
const server = serverOfFile({ entries })
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']

/** What a page of a list this long may hold at a time. */
const mostRows = 130

/**
 * The most rows that lie ready below the window while nobody scrolls: one more than that where an edge is met exactly.
 */
const atRest = 4

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given 1,300 entries, then the page comes with the first 80, says so, and leads to all of them', async ({
    page,
  }) => {
    const response = await page.goto(`${server.baseUrl}/live`)
    const html = (await response?.text()) ?? ''
    expect(html).not.toContain(' style=')
    // The rows by themselves were a megabyte; the list as JSON is what is left.
    expect(html.length).toBeLessThan(600_000)
    expect(await rowKeys(page)).toEqual(entries.slice(0, 80).map(({ name }) => name))
    await expect(page.getByText('Showing the first 80 of 1,300 entries')).toBeVisible()
    await page.getByRole('link', { name: 'show all' }).click()
    await expect(page).toHaveURL(/rows=all/)
    await page.waitForLoadState()
    expect(await rowKeys(page)).toEqual(entries.map(({ name }) => name))
    await expect(page.getByRole('link', { name: 'show all' })).toHaveCount(0)
  })

  test('given a search for somebody at the end, then they are found', async ({ page }) => {
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

    test(`given ${name}, when the list is scrolled to its middle and its end, then the rows are there, each once and in order`, async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live`)
      await expectLive(page)
      const names = entries.map((entry) => entry.name)
      for (const part of [0, 0.5, 1, 0.25]) {
        await page.evaluate((where) => window.scrollTo(0, where * document.documentElement.scrollHeight), part)
        await expect.poll(() => emptyPlaces(page)).toEqual([])
        const rows = await rowKeys(page)
        expect(rows.length).toBeLessThan(mostRows)
        const first = names.indexOf(rows[0] ?? '')
        expect(rows).toEqual(names.slice(first, first + rows.length))
      }
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      await expect(rowOf(page, 'Zuletzt Gekommen')).toBeAttached()
      // Its height is measured as it comes: the end may be a little further down.
      await rowOf(page, 'Zuletzt Gekommen').scrollIntoViewIfNeeded()
      await expect(rowOf(page, 'Zuletzt Gekommen')).toBeInViewport()
    })

    test(`given ${name}, when the list moves, then more rows lie ready below the window than at rest`, async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live?view=raw`)
      await expectLive(page)
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
      await page.evaluate(() => window.scrollTo(0, 3000))
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
      expect(await mostRowsBelow(page)).toBeGreaterThan(2 * atRest)
      await expect.poll(() => rowsBelow(page)).toBeLessThanOrEqual(atRest)
    })

    test(`given ${name}, then tables say how many rows they have, and each row which one it is; rows=all has them all`, async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live?view=raw`)
      await expectLive(page)
      await expect(page.locator('table[aria-rowcount="1301"]')).toBeVisible()
      await expect(rowOf(page, 'Driver 00001')).toHaveAttribute('aria-rowindex', '2')
      await page.evaluate(() => window.scrollTo(0, 30_000))
      await expect.poll(() => emptyPlaces(page)).toEqual([])
      const places = await page
        .locator('tr[data-driver]')
        .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-driver'), row.getAttribute('aria-rowindex')]))
      for (const [driver, index] of places) expect(entries[Number(index) - 2]?.name).toBe(driver)
      await page.goto(`${server.baseUrl}/live?view=raw&rows=all`)
      // All rows at once take a slow machine its time to bring to life.
      await expect(board(page)).toHaveAttribute('data-connection', 'live', { timeout: 40_000 })
      expect(await rowKeys(page)).toHaveLength(1300)
    })
  })
}

test('given the middle of a long list, then it meets WCAG 2.2 AA', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.evaluate(() => window.scrollTo(0, 20_000))
  await expect.poll(() => emptyPlaces(page)).toEqual([])
  await expectAccessible(page)
})

test('given the search, when it finds somebody at the end, then their row is there, and the whole list again without it', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.getByRole('searchbox').fill('zuletzt')
  await expect.poll(() => rowKeys(page)).toEqual(['Zuletzt Gekommen'])
  await page.getByRole('searchbox').fill('')
  await expect(rowOf(page, 'Driver 00001')).toBeVisible()
  await expect(page.getByRole('link', { name: 'show every row' })).toBeAttached()
})

test('given a row that has the focus, when the list is scrolled away from it, then the keyboard goes on from there', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await rowOf(page, 'Driver 00003').getByRole('link').focus()
  await page.evaluate(() => window.scrollTo(0, 25_000))
  await expect.poll(() => emptyPlaces(page)).toEqual([])
  await expect(rowOf(page, 'Driver 00003').getByRole('link')).toBeFocused()
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(rowOf(page, 'Driver 00004')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(rowOf(page, 'Driver 00004').getByRole('link')).toBeFocused()
  for (let row = 5; row <= 70; row += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('tr, thead') !== null)).toBe(true)
})

test('given a place in the list, when a sheet is opened and closed, or the page reloaded, then the same rows are in sight', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.evaluate(() => window.scrollTo(0, 22_000))
  await expect.poll(() => emptyPlaces(page)).toEqual([])
  const before = await inSight(page)
  const [, , read = ''] = before
  await rowOf(page, read).getByRole('link').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await inSight(page)).toEqual(before)
  await page.reload()
  await expectLive(page)
  await expect(rowOf(page, read)).toBeInViewport()
})

test('given an update of a row far below, then it is there when one comes to it, marked as new', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  server.data.writeEntries(withChanged(entries, 'Driver 01200', { runs: ['41.199', '41.299', '30.000'] }))
  await page.getByRole('searchbox').fill('1200')
  await expect(cellOf(page, 'Driver 01200', 'total')).toHaveText('30.000')
  await expect(rowOf(page, 'Driver 01200').getByText('new')).toBeAttached()
})

/** Places in the window where a list should be and none is: between the first and the last row in sight, in px. */
function emptyPlaces(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const gaps = [...document.querySelectorAll('main [aria-hidden="true"]')].filter((element) => {
      const { top, bottom, height } = element.getBoundingClientRect()
      return height > 100 && bottom > 0 && top < window.innerHeight
    })
    return gaps.map((gap) => gap.getBoundingClientRect().height)
  })
}

function inSight(page: Page): Promise<string[]> {
  return page.locator('tr[data-driver]').evaluateAll((rows) =>
    rows
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top > 60 && bottom < window.innerHeight
      })
      .map((row) => row.getAttribute('data-driver') ?? ''),
  )
}

/** Rows that are rendered and wholly below the window. */
function rowsBelow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-driver]')]
    return rows.filter((row) => row.getBoundingClientRect().top >= window.innerHeight).length
  })
}

/** The most of them while the list is scrolled for half a second, frame by frame. */
function mostRowsBelow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let most = 0
    for (let frame = 0; frame < 30; frame += 1) {
      window.scrollBy(0, 10)
      await new Promise(requestAnimationFrame)
      const rows = [...document.querySelectorAll('[data-driver]')]
      most = Math.max(most, rows.filter((row) => row.getBoundingClientRect().top >= window.innerHeight).length)
    }
    return most
  })
}
