import type { Page } from '@playwright/test'
import { field } from '../../testing/event/timing-file.ts'
import { board, cellOf, expectLive, heading, rowKeys } from '../fixtures/board.ts'
import { readingTest } from '../fixtures/reading-test.ts'
import { expect } from '../fixtures/test.ts'

readingTest.beforeEach(async ({ page, server }) => {
  await page.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(page)
})

const byNumber = ['Joan Zielinski', 'Åsa Lindqvist', 'Ian O’Malley', 'Sylvia Existentialista', 'Wilford Amador']
const ascending = [...byNumber, 'Perry Usedtobe', 'Felipe González', 'Nobody Ranyet']

readingTest(
  'given the heading Number, when it is clicked twice, then 9 is before 10 before Runoff4, then reversed, blanks last',
  async ({ page }) => {
    await sortBy(page, 'Number')
    await expect.poll(() => rowKeys(page)).toEqual(ascending)
    await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'ascending')
    await sortBy(page, 'Number')
    await expect.poll(() => rowKeys(page)).toEqual([...ascending.slice(0, -1).reverse(), 'Nobody Ranyet'])
    await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'descending')
  },
)

readingTest(
  'given entries without a time, when the table is sorted by time, then they are last in both directions',
  async ({ page }) => {
    await sortBy(page, 'Time')
    const times = ['Åsa Lindqvist', 'Joan Zielinski', 'Wilford Amador', 'Ian O’Malley', 'Felipe González']
    const slower = ['Sylvia Existentialista', 'Perry Usedtobe']
    await expect.poll(() => rowKeys(page)).toEqual([...times, ...slower, 'Nobody Ranyet'])
    await sortBy(page, 'Time')
    await expect.poll(() => rowKeys(page)).toEqual([...[...times, ...slower].reverse(), 'Nobody Ranyet'])
  },
)

readingTest(
  'given each column, when its heading is clicked, then only that heading and the address name the sort',
  async ({ page }) => {
    const titles = await page.getByRole('columnheader').getByRole('link').allInnerTexts()
    expect(titles.length).toBeGreaterThanOrEqual(10)
    for (const title of titles.map((text) => text.replace(/[\s▲▼]+$/, ''))) {
      await sortBy(page, title)
      const sorted = page.locator('th[aria-sort]:not([aria-sort="none"])')
      await expect(sorted).toHaveCount(1)
      await expect(sorted).toContainText(title)
      const column = await sorted.getAttribute('data-column')
      expect(new URL(page.url()).searchParams.get('sort')).toMatch(new RegExp(`^-?${column}$`))
    }
  },
)

readingTest(
  'given a sorted column, when another is clicked with shift, then it orders the ties of the first',
  async ({ page }) => {
    await sortBy(page, 'Class')
    await heading(page, 'Number')
      .getByRole('link')
      .click({ modifiers: ['Shift'] })
    expect(new URL(page.url()).searchParams.get('sort')).toBe('class,number')
    const sm = ['Åsa Lindqvist', 'Nobody Ranyet']
    const ss = ['Joan Zielinski', 'Wilford Amador', 'Perry Usedtobe']
    await expect
      .poll(() => rowKeys(page))
      .toEqual([...sm, ...ss, 'Ian O’Malley', 'Sylvia Existentialista', 'Felipe González'])
  },
)

readingTest(
  'given a sort, a search and a view, when the page is reloaded or its link is opened elsewhere, then all three are kept',
  async ({ page, browser }) => {
    await sortBy(page, 'Driver')
    await sortBy(page, 'Driver')
    await page.getByRole('searchbox').fill('str')
    const expected = ['Sylvia Existentialista', 'Ian O’Malley', 'Felipe González']
    await expect.poll(() => rowKeys(page)).toEqual(expected)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ view: 'table', sort: '-driver', q: 'str' })

    await page.reload()
    await expectLive(page)
    await expect.poll(() => rowKeys(page)).toEqual(expected)
    await expect(page.getByRole('searchbox')).toHaveValue('str')
    await expect(heading(page, 'Driver')).toHaveAttribute('aria-sort', 'descending')

    const other = await browser.newPage({ javaScriptEnabled: false })
    await other.goto(page.url())
    expect(await rowKeys(other)).toEqual(expected)
    await other.context().close()
  },
)

const searches: readonly (readonly [string, readonly string[]])[] = [
  ['gonzalez', ['Felipe González']],
  ['GONZÁLEZ', ['Felipe González']],
  ['asa', ['Åsa Lindqvist']],
  ["o'malley", ['Ian O’Malley']],
  ['o’malley mx-5', ['Ian O’Malley']],
  ['runoff', ['Felipe González']],
  ['  ', field.map(({ name }) => name)],
]

readingTest(
  'given a search, then it ignores case, accents and the kind of apostrophe, and positions stay',
  async ({ page }) => {
    for (const [query, found] of searches) {
      await page.getByRole('searchbox').fill(query)
      await expect.poll(async () => (await rowKeys(page)).sort(), query).toEqual([...found].sort())
    }
    await page.getByRole('searchbox').fill('str')
    await expect.poll(() => rowKeys(page)).toHaveLength(3)
    await expect(cellOf(page, 'Ian O’Malley', 'raw_position')).toHaveText('4')
  },
)

readingTest('given a search without results, then the page says so and stays live', async ({ page }) => {
  await page.getByRole('searchbox').fill('zzz')
  await expect(page.getByText('Nobody found for “zzz”.')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'of' })).toHaveText(`0 of ${field.length}`)
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('tbody tr')).toHaveCount(field.length)
  await expect(board(page)).toHaveAttribute('data-connection', 'live')
})

/** Waits until the order is shown: the next click reverses it. */
async function sortBy(page: Page, title: string): Promise<void> {
  await heading(page, title).getByRole('link').click()
  await expect(page.locator('main [aria-busy]')).toHaveAttribute('aria-busy', 'false')
}
