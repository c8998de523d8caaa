import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive, heading, rowKeys, rowOf } from '../fixtures/board.ts'
import { hasReloaded, markPage } from '../fixtures/reader.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

test.beforeEach(async ({ page }) => {
  await signIn(page, server.baseUrl)
  await expectLive(page)
})

const numbers = ['4', '7', '9', '10', '88', '101', 'Runoff4']

test('given the desk, then its table has every attribute of every driver', async ({ page }) => {
  const titles = ['driver name', 'class', 'number', 'car', 'heat', 'runs']
  await expect(page.getByRole('columnheader')).toHaveText(titles)
  expect(new Set(await rowKeys(page))).toEqual(new Set(field.map(({ name }) => name)))
  const cells = rowOf(page, 'Sylvia Existentialista').getByRole('cell')
  await expect(cells).toHaveText(['STR', '10', 'S2000', '2', /^42\.000\s+DNF$/])
})

test('given the heading number, when it is clicked twice, then 9 is before 10 before Runoff4, then reversed, blanks last', async ({
  page,
}) => {
  await sortBy(page, 'number')
  expect(await column(page, 'number')).toEqual([...numbers, ''])
  await expect(heading(page, 'number')).toHaveAttribute('aria-sort', 'ascending')
  await sortBy(page, 'number')
  expect(await column(page, 'number')).toEqual([...numbers.toReversed(), ''])
  await expect(heading(page, 'number')).toHaveAttribute('aria-sort', 'descending')
})

test('given another attribute, when the table is sorted by it in both directions, then blanks are last', async ({
  page,
}) => {
  for (const title of ['driver name', 'class', 'car', 'heat', 'runs']) {
    await sortBy(page, title)
    const ascending = (await column(page, title)).filter((text) => text !== '')
    await sortBy(page, title)
    await expect(heading(page, title)).toHaveAttribute('aria-sort', 'descending')
    const descending = await column(page, title)
    expect(descending.filter((text) => text !== '')).toEqual(ascending.toReversed())
    expect(descending.slice(ascending.length).every((text) => text === '')).toBe(true)
    expect(ascending.length).toBeGreaterThan(6)
  }
})

test('given a sort and a filter, when the list changes, then both are kept and the table is right', async ({
  page,
}) => {
  await sortBy(page, 'number')
  await page.getByRole('searchbox', { name: 'Filter drivers' }).fill('STR')
  await expect.poll(() => column(page, 'number')).toEqual(['9', '10', 'Runoff4'])
  await expect(page.getByText(`3 of ${field.length}`)).toBeVisible()
  await markPage(page)

  const changed = withChanged(field, 'Ian O’Malley', { number: '11' })
  server.data.writeEntries([{ class: 'STR', number: '10a', name: 'Zed Newcomer' }, ...changed])
  await expect.poll(() => column(page, 'number')).toEqual(['10', '10a', '11', 'Runoff4'])
  await expect(page.getByRole('searchbox', { name: 'Filter drivers' })).toHaveValue('STR')
  await expect(page.getByText(`4 of ${field.length + 1}`)).toBeVisible()
  await expect(heading(page, 'number')).toHaveAttribute('aria-sort', 'ascending')
  expect(await hasReloaded(page)).toBe(false)

  await page.reload()
  await expectLive(page)
  await expect(heading(page, 'number')).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('searchbox', { name: 'Filter drivers' })).toHaveValue('STR')
  expect(await column(page, 'number')).toEqual(['10', '10a', '11', 'Runoff4'])
  await page.getByRole('searchbox', { name: 'Filter drivers' }).fill('')
  await expect.poll(() => column(page, 'number')).toEqual(['4', '7', '10', '10a', '11', '88', '101', 'Runoff4', ''])
  server.data.writeEntries(field)
})

test('given a class, when it is chosen, then only its drivers are listed, also after a reload', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Class' }).selectOption('SM')
  const both = ['Nobody Ranyet', 'Åsa Lindqvist']
  await expect.poll(async () => (await rowKeys(page)).toSorted()).toEqual(both)
  await page.reload()
  await expectLive(page)
  expect((await rowKeys(page)).toSorted()).toEqual(both)
})

test('given a warning about a driver, when its row is asked for, then the row is shown, whatever the filter', async ({
  page,
}) => {
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['41.053', 'what'] }))
  await page.getByRole('searchbox', { name: 'Filter drivers' }).fill('Joan')
  await expect(rowOf(page, 'Ian O’Malley')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show row of Ian O’Malley' }).click()
  await expect(rowOf(page, 'Ian O’Malley')).toBeInViewport()
  await expect(rowOf(page, 'Ian O’Malley')).toHaveAttribute('aria-current', 'true')
  server.data.writeEntries(field)
})

test('given a phone, when the table scrolls sideways, then names and their heading stay, on two fifths of the width', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const area = page.getByRole('region', { name: 'Driver table' })
  await area.evaluate((element) => element.scrollTo({ left: 200 }))
  const name = await rowOf(page, 'Sylvia Existentialista').getByRole('rowheader').boundingBox()
  const title = await page.getByRole('columnheader').first().boundingBox()
  expect(name?.width).toBeLessThanOrEqual(390 * 0.4)
  expect([title?.x, title?.width]).toEqual([name?.x, name?.width])
})

async function sortBy(page: Page, title: string): Promise<void> {
  await heading(page, title).getByRole('link').click()
}

/** The texts of a column, from top to bottom. */
function column(page: Page, title: string): Promise<string[]> {
  return page.getByRole('table').evaluate((table, name) => {
    const headings = [...table.querySelectorAll('thead th a')].map((link) => link.firstChild?.textContent)
    const column = headings.indexOf(name) + 1
    return [...table.querySelectorAll(`tbody tr > :nth-child(${column})`)].map((cell) => cell.textContent)
  }, title)
}
