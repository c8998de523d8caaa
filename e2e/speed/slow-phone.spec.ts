import { devices, type Page } from '@playwright/test'
import { largeField } from '../../testing/event/large-field.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// A phone that renders a list slowly answers a finger at once, and lays out only the rows nearby.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

/** The last entry has no run yet, as all have before an event. */
const entries = largeField(140).map((entry, index) => (index === 139 ? { ...entry, runs: [] } : entry))
const server = serverOfFile({ entries })

/** Runs `act` in the page and evaluates `shown` right after it: before a frame, and before deferred updates. */
async function rightAfter<Shown>(page: Page, selector: string, act: string, shown: string): Promise<Shown> {
  return await page.evaluate(`(async () => {
    const element = document.querySelector(${JSON.stringify(selector)})
    ${act}
    await Promise.resolve()
    return ${shown}
  })()`)
}

test.beforeEach(async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
})

test('given another view, when its tab is tapped, then the tab is current at once, and the results follow', async ({
  page,
}) => {
  const atOnce = await rightAfter(
    page,
    'nav[aria-label="Views"] a[href$="view=raw"]',
    'element.click()',
    `[element.getAttribute('aria-current'), document.querySelector('main [aria-busy]').getAttribute('aria-busy'), document.querySelectorAll('h2').length > 1]`,
  )
  expect(atOnce).toEqual(['page', 'true', true])
  await expect(page.getByRole('heading', { name: 'By raw time' })).toBeVisible()
  await expect(page.locator('main [aria-busy]')).toHaveAttribute('aria-busy', 'false')
  expect(await rowKeys(page)).toHaveLength(140)
})

test('given a search, when a letter is typed, then it is shown at once, and the results follow', async ({ page }) => {
  const atOnce = await rightAfter(
    page,
    'input[type="search"]',
    `Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, 'zuletzt')
    element.dispatchEvent(new Event('input', { bubbles: true }))`,
    `[element.value, location.search, document.querySelectorAll('main tbody tr').length, document.querySelector('search').textContent.includes(' of ')]`,
  )
  // The number of results is shown with them.
  expect(atOnce).toEqual(['zuletzt', '?q=zuletzt', 140, false])
  await expect.poll(() => rowKeys(page)).toEqual(['Zuletzt Gekommen'])
  await expect(page.getByRole('status').filter({ hasText: '1 of 140' })).toBeVisible()
})

test('given a driver, when the name is tapped, then the sheet shows the name at once, and the rest follows', async ({
  page,
}) => {
  // The first sheet is loaded first.
  await page.locator('main a[data-sheet]').first().tap()
  await page.getByRole('dialog').getByRole('link', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const atOnce = await rightAfter(
    page,
    'main a[data-sheet="Driver 00001"]',
    'element.click()',
    `[document.querySelector('dialog h2').textContent, document.querySelectorAll('dialog table').length]`,
  )
  expect(atOnce).toEqual(['Driver 00001', 0])
  await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible()
})

test('given a view that is still pending, when it is printed, then it is on the paper', async ({ page }) => {
  const atOnce = await rightAfter(
    page,
    'nav[aria-label="Views"] a[href$="view=raw"]',
    `element.click()
    await Promise.resolve()
    window.dispatchEvent(new Event('beforeprint'))`,
    `document.querySelector('main h2').textContent`,
  )
  expect(atOnce).toBe('By raw time')
})

test('given rows=all, when another view is tapped, then it is shown at once, since updates would defer it without end', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?rows=all`)
  await expectLive(page)
  const tab = 'nav[aria-label="Views"] a[href*="view=raw"]'
  expect(await rightAfter(page, tab, 'element.click()', `document.querySelector('main h2').textContent`)).toBe(
    'By raw time',
  )
})

test('given rows far below, then they are not laid out, have their later height, and are found by the browser’s search', async ({
  page,
}) => {
  const last = page.locator('main tbody tr').last()
  const other = page.locator('main tbody tr').nth(-2)
  const isLaidOut = () =>
    last
      .locator('td')
      .first()
      .evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }))
  const height = () =>
    Promise.all([last, other].map((row) => row.evaluate((element) => element.getBoundingClientRect().height)))
  expect(await isLaidOut()).toBe(false)
  const before = await height()
  // As with the browser's own search, which scrolls to what it finds.
  expect(
    await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('Zuletzt Gekommen')),
  ).toBe(true)
  await expect.poll(isLaidOut).toBe(true)
  const after = await height()
  // Rows have one height, whatever their number of runs.
  expect(after[0]).toBe(after[1])
  // Within two pixels, which depend on the font.
  for (const [index, size] of after.entries()) expect(Math.abs(size - (before[index] ?? 0))).toBeLessThan(2)
})
