import { devices, type Locator, type Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// Marks of runs, badges of entries, and the lines above the results, on a phone.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const server = serverOfFile()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('given the results, then the fastest run of the day, by index and of each class is marked, with words', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live`)
      await expect(page.locator('[data-mark]')).toHaveCount(3)
      await expectMarked(page, 'Åsa Lindqvist', '39.900', 'fastest', 'fastest time of the day')
      await expectMarked(page, 'Joan Zielinski', '40.341', 'fastest_indexed', 'fastest indexed time of the day')
      await expectMarked(page, 'Ian O’Malley', '41.053', 'best_in_class', 'fastest in class')
    })
  })
}

test('given a better run, then its row has badges until the next run, and the mark of the fastest moves', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  const row = rowOf(page, 'Felipe González')
  await expect(row.locator('[data-badge]')).toHaveCount(0)
  server.data.writeEntries(withChanged(field, 'Felipe González', { runs: ['41.400', '39.000'] }))
  await expect(row.locator('[data-badge="places"]')).toHaveText('▲ 1 place gained')
  await expect(row.locator('[data-badge="best"]')).toHaveAttribute('title', 'personal best, −2.400')
  await expectMarked(page, 'Felipe González', '39.000', 'fastest', 'fastest time of the day')
  await expect(rowOf(page, 'Åsa Lindqvist').locator('[data-mark="fastest"]')).toHaveCount(0)
  await page.reload()
  await expect(row.locator('[data-badge="places"]')).toBeVisible()
  server.data.writeEntries(withChanged(field, 'Felipe González', { runs: ['41.400', '39.000', '45.000'] }))
  await expect(row).toContainText('45.000')
  await expect(row.locator('[data-badge]')).toHaveCount(0)
})

test.describe('without a network', () => {
  test.use({ allowedTrouble: /ERR_INTERNET_DISCONNECTED/ })

  test('given an offline page, when a run is ten minutes old, then its row loses the badge', async ({
    context,
    page,
  }) => {
    server.data.writeEntries(field)
    await page.clock.install()
    await page.goto(`${server.baseUrl}/live`)
    await expectLive(page)
    server.data.writeEntries(withChanged(field, 'Felipe González', { runs: ['41.400', '39.000'] }))
    const badge = rowOf(page, 'Felipe González').locator('[data-badge="best"]')
    await expect(badge).toBeVisible()
    await context.setOffline(true)
    await page.clock.fastForward('09:00')
    await expect(badge).toBeVisible()
    await page.clock.fastForward('02:00')
    await expect(badge).toHaveCount(0)
    server.data.writeEntries(field)
  })
})

test('given two equally fast runs, then both are marked', async ({ page }) => {
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['41.053', '39.900'] }))
  await page.goto(`${server.baseUrl}/live`)
  await expect(page.locator('[data-mark="fastest"]')).toHaveCount(2)
  server.data.writeEntries(field)
})

test('given a run, then the line above the results shows its gain, and links to the sheet; after a slower one, it and Latest say that nothing improved', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=raw`)
  await expectLive(page)
  const runs = ['41.266+1', '40.516', '40.000']
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { runs }))
  const line = page.getByRole('link', { name: /^latest/ })
  await expect(line).toHaveText('latest #88 Wilford Amador SS 40.000 clean PB −0.516, 2nd → 1st')
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect((await line.boundingBox())?.height).toBeLessThan(50)
  await line.tap()
  await expect(page.getByRole('dialog', { name: 'Wilford Amador' })).toBeVisible()
  await page.getByRole('link', { name: 'Close' }).tap()
  const slower = withChanged(field, 'Wilford Amador', { runs: [...runs, '40.700'] })
  server.data.writeEntries(slower)
  await expect(line).toHaveText(/40\.700 clean no improvement: best 40\.000 \(\+0\.700\), stays 1st$/)
  await page.goto(`${server.baseUrl}/live?view=latest`)
  await expect(page.locator('main li').first()).toContainText(/no improvement: best 40\.000 \(\+0\.700\), stays 1st/)
  server.data.writeEntries(field)
})

test('given five followed drivers, then three have a line above the results, a link leads to Mine, and nothing moves', async ({
  page,
}) => {
  const names = ['Ian O’Malley', 'Wilford Amador', 'Nobody Ranyet', 'Perry Usedtobe', 'Joan Zielinski']
  await page.addInitScript((stars) => localStorage.setItem('paddock.stars', JSON.stringify(stars)), names)
  await page.goto(`${server.baseUrl}/live`)
  const lines = page.locator('main a[data-sheet]').filter({ hasText: '★' })
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(0)).toContainText('1st STR41.053leads by 0.347')
  await expect(lines.nth(1)).toContainText('2nd SS40.516needs 0.176 for 1st')
  await expect(lines.nth(2)).toContainText('SMno timeneeds 39.899 for 1st')
  for (const line of await lines.all()) expect(Math.round((await line.boundingBox())?.height ?? 0)).toBe(44)

  // The server knows the number of lines by a cookie now: the HTML reserves their room.
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const { sources } = entry as PerformanceEntry & { sources: readonly { node: Node | null }[] }
        const moved = sources.filter(({ node }) => document.querySelector('main')?.contains(node))
        shifts.push(...moved.map(({ node }) => `${node?.textContent?.slice(0, 80)}`))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.reload()
  await expectLive(page)
  await expect(lines).toHaveCount(3)
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([])

  await page.getByRole('link', { name: '+2 more in Mine' }).tap()
  await expect(page).toHaveURL(/view=mine$/)
  await expect(page.locator('li[data-driver]')).toHaveCount(5)
})

test('given marks, badges and lines, then the page has no breach of WCAG 2.2 AA', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('paddock.stars', JSON.stringify(['Ian O’Malley'])))
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['41.053', '41.500', '38.000'] }))
  await page.goto(`${server.baseUrl}/live`)
  await expect(rowOf(page, 'Ian O’Malley').locator('[data-badge="best"]')).toBeVisible()
  await expectAccessible(page)
  server.data.writeEntries(field)
})

/** The run has the mark, and words for screen readers. */
async function expectMarked(page: Page, name: string, time: string, mark: string, words: string): Promise<void> {
  const run: Locator = rowOf(page, name).getByRole('listitem').filter({ hasText: time })
  await expect(run.locator(`[data-mark="${mark}"]`)).toContainText(words)
}
