import type { Page } from '@playwright/test'
import { field } from '../../testing/event/timing-file.ts'
import { board, cellOf, expectLive, heading, rowKeys } from '../fixtures/board.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const server = serverOfFile()

test.beforeEach(async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(page)
})

const byNumber = ['Joan Zielinski', 'Åsa Lindqvist', 'Ian O’Malley', 'Sylvia Existentialista', 'Wilford Amador']
const ascending = [...byNumber, 'Perry Usedtobe', 'Felipe González', 'Nobody Ranyet']

test('given a heading, when it is clicked, then 9 comes before 10 before Runoff4, and a second click reverses all but blanks', async ({
  page,
}) => {
  await sortBy(page, 'Number')
  await expect.poll(() => rowKeys(page)).toEqual(ascending)
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'ascending')
  await sortBy(page, 'Number')
  await expect.poll(() => rowKeys(page)).toEqual([...ascending.slice(0, -1).reverse(), 'Nobody Ranyet'])
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'descending')
})

test('given times, when sorted by them, then those without one are last both ways', async ({ page }) => {
  await sortBy(page, 'Time')
  const times = ['Åsa Lindqvist', 'Joan Zielinski', 'Wilford Amador', 'Ian O’Malley', 'Felipe González']
  const slower = ['Sylvia Existentialista', 'Perry Usedtobe']
  await expect.poll(() => rowKeys(page)).toEqual([...times, ...slower, 'Nobody Ranyet'])
  await sortBy(page, 'Time')
  await expect.poll(() => rowKeys(page)).toEqual([...[...times, ...slower].reverse(), 'Nobody Ranyet'])
})

test('given every column, when clicked, then exactly it says how it is sorted, by its heading and in the address', async ({
  page,
}) => {
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
})

test('given two columns, when the second is clicked with shift, then it decides among equals of the first', async ({
  page,
}) => {
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
})

test('given a sort, a search and a view, when the page is reloaded or the link is shared, then it shows the same', async ({
  page,
  browser,
}) => {
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
})

const searches: readonly (readonly [string, readonly string[]])[] = [
  ['gonzalez', ['Felipe González']],
  ['GONZÁLEZ', ['Felipe González']],
  ['asa', ['Åsa Lindqvist']],
  ["o'malley", ['Ian O’Malley']],
  ['o’malley mx-5', ['Ian O’Malley']],
  ['runoff', ['Felipe González']],
  ['  ', field.map(({ name }) => name)],
]

test('given a search, then case, accents and the kind of apostrophe do not matter, and nobody changes places', async ({
  page,
}) => {
  for (const [query, found] of searches) {
    await page.getByRole('searchbox').fill(query)
    await expect.poll(async () => (await rowKeys(page)).sort(), query).toEqual([...found].sort())
  }
  await page.getByRole('searchbox').fill('str')
  await expect.poll(() => rowKeys(page)).toHaveLength(3)
  await expect(cellOf(page, 'Ian O’Malley', 'raw_position')).toHaveText('4')
})

test('given a search that finds nobody, then the page says so and still lives', async ({ page }) => {
  await page.getByRole('searchbox').fill('zzz')
  await expect(page.getByText('Nobody found for “zzz”.')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'of' })).toHaveText(`0 of ${field.length}`)
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('tbody tr')).toHaveCount(field.length)
  await expect(board(page)).toHaveAttribute('data-connection', 'live')
})

/** Waits until the order is shown: a second click turns round the one that is. */
async function sortBy(page: Page, title: string): Promise<void> {
  await heading(page, title).getByRole('link').click()
  await expect(page.locator('main [aria-busy]')).toHaveAttribute('aria-busy', 'false')
}
