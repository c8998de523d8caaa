import { devices, type Page } from '@playwright/test'
import { largeField } from '../../testing/event/large-field.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

// A phone that takes long to render a list answers a finger at once, and lays out what is near.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

/** The last one has not driven yet, as everybody before an event. */
const entries = largeField(140).map((entry, index) => (index === 139 ? { ...entry, runs: [] } : entry))
const server = serverOfFile({ entries })

/**
 * Does it in the page, and says what the page shows in the same moment: before any frame, and before anything that may
 * wait.
 */
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

test('given another view, then its tab is the chosen one at once, and the results follow', async ({ page }) => {
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

test('given a letter in the search, then it is there at once, and who is found follows', async ({ page }) => {
  const atOnce = await rightAfter(
    page,
    'input[type="search"]',
    `Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, 'zuletzt')
    element.dispatchEvent(new Event('input', { bubbles: true }))`,
    `[element.value, location.search, document.querySelectorAll('main tbody tr').length, document.querySelector('search').textContent.includes(' of ')]`,
  )
  // How many were found it says when they are there.
  expect(atOnce).toEqual(['zuletzt', '?q=zuletzt', 140, false])
  await expect.poll(() => rowKeys(page)).toEqual(['Zuletzt Gekommen'])
  await expect(page.getByRole('status').filter({ hasText: '1 of 140' })).toBeVisible()
})

test('given a driver, then the sheet says at once whose it is, and the rest follows', async ({ page }) => {
  // The first sheet has to be fetched.
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

test('given another view that is printed before it has come, then it is on the paper', async ({ page }) => {
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

test('given every row of a long list, then nothing waits: with a run every second it would not come', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?rows=all`)
  await expectLive(page)
  const tab = 'nav[aria-label="Views"] a[href*="view=raw"]'
  expect(await rightAfter(page, tab, 'element.click()', `document.querySelector('main h2').textContent`)).toBe(
    'By raw time',
  )
})

test('given rows far below, then they are not laid out, take the room that they will take, and are found by the browser', async ({
  page,
}) => {
  const last = page.locator('main tbody tr').last()
  const fewer = page.locator('main tbody tr').nth(-2)
  const isLaidOut = () =>
    last
      .locator('td')
      .first()
      .evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }))
  const height = () =>
    Promise.all([last, fewer].map((row) => row.evaluate((element) => element.getBoundingClientRect().height)))
  expect(await isLaidOut()).toBe(false)
  const before = await height()
  // As the browser's own search does it: a text that is found is scrolled to.
  expect(
    await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('Zuletzt Gekommen')),
  ).toBe(true)
  await expect.poll(isLaidOut).toBe(true)
  // To a pixel or so, which is the font's.
  const after = await height()
  expect(after[0]).toBeLessThan(after[1] ?? 0)
  for (const [index, size] of after.entries()) expect(Math.abs(size - (before[index] ?? 0))).toBeLessThan(2)
})
