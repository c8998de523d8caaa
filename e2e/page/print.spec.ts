import type { Page } from '@playwright/test'
import { field } from '../../testing/event/timing-file.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const many = Array.from({ length: 60 }, (_, index) => ({
  ...{ class: 'STR', number: `${index + 100}`, name: `Driver Number ${index}`, car: 'MX-5' },
  runs: ['45.001', '44.002+1', 'DNF', `43.${index + 100}`],
}))
const server = serverOfFile({ entries: [...field, ...many] })

/** Opens the list on a dark phone, with print styles. */
async function openForPrint(page: Page, query = ''): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${server.baseUrl}/live${query}`)
  await expectLive(page)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
}

test('given a printed list, then it is black on white, has title, time and every run, no controls, table rows, headings on every page, and figures below them', async ({
  page,
}) => {
  await openForPrint(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test Autocross')
  await expect(page.getByText('Unofficial', { exact: true })).toBeVisible()
  await expect(page.getByText(/^As of \d+ \w+ \d{4}, \d\d:\d\d:\d\d · results changed \d+ \w+ \d{4}, /)).toBeVisible()
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body)
    return [color, backgroundColor]
  })
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  for (const control of [page.getByRole('searchbox'), page.getByRole('navigation'), page.locator('summary')]) {
    await expect(control).toBeHidden()
  }
  expect(await rowKeys(page)).toHaveLength(field.length + many.length)
  await expect(page.locator('tbody tr[data-driver="Driver Number 0"]')).toContainText(
    /45\.001.*44\.002\+1.*DNF.*43\.100/,
  )
  await expect(page.getByText(/last heard|^live/)).toBeHidden()

  const displays = await page.locator('thead').evaluateAll((all) => all.map((one) => getComputedStyle(one).display))
  // A browser repeats such headings on every page.
  expect(new Set(displays)).toEqual(new Set(['table-header-group']))
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map((one) => `${getComputedStyle(one).display} ${getComputedStyle(one).breakInside}`))
  expect(new Set(rows)).toEqual(new Set(['table-row avoid']))
  const sticky = await page
    .locator('[data-version] *')
    .evaluateAll(
      (all) => all.filter((one) => one.checkVisibility() && /sticky|fixed/.test(getComputedStyle(one).position)).length,
    )
  expect(sticky).toBe(0)
  // A4, upright, without its margins.
  await page.setViewportSize({ width: 718, height: 1000 })
  const ends = await page
    .locator('table[aria-label^=Class]')
    .first()
    .evaluate((table) => {
      const endOf = (column: string, row: string) => {
        const cell = table.querySelector(`${row} [data-column="${column}"]`) ?? table
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode()
        const range = document.createRange()
        range.selectNode(text ?? table)
        return range.getBoundingClientRect().right
      }
      return ['number', 'total'].map((column) => [endOf(column, 'thead'), endOf(column, 'tbody')])
    })
  // Give or take the padding of its link.
  for (const [title, figure] of ends) expect(Math.abs((title ?? 0) - (figure ?? 1000))).toBeLessThan(6)
})

test('given A4 and Letter, when the list is printed, then it takes 2 to 4 pages and no table is cut off', async ({
  page,
}) => {
  await openForPrint(page)
  // As wide as the paper between its margins.
  for (const [format, width] of [
    ['A4', 718],
    ['Letter', 740],
  ] as const) {
    await page.emulateMedia({ media: null })
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(pages?.length).toBeGreaterThan(1)
    expect(pages?.length).toBeLessThan(5)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width, height: 1000 })
    for (const table of await page.locator('table').evaluateAll((all) => all.map((one) => one.scrollWidth))) {
      expect(table).toBeLessThanOrEqual(width)
    }
  }
})

test('given the menu, when Print is pressed, then the page calls print()', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { asked: true })
  })
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.getByLabel('More').click()
  await page.getByRole('button', { name: 'Print' }).click()
  expect(await page.evaluate(() => 'asked' in window)).toBe(true)
})

test('given a printed page, when it is shown on the screen again, then the parts for paper are gone', async ({
  page,
}) => {
  await openForPrint(page)
  await expect(page.getByText(/^As of/)).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByText(/^As of/)).toHaveCount(0)
  await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    // In the same task: the browser does not wait.
    if (!document.body.textContent?.includes('As of ')) throw new Error('It is not there when the pages are laid out.')
    window.dispatchEvent(new Event('afterprint'))
  })
  await expect(page.getByText(/^As of/)).toHaveCount(0)
})
