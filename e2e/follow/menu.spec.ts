import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

test.use(phone)

const server = serverOfFile()

test('given the keyboard, when the menu is opened and closed, then the focus is back on its button', async ({
  page,
}) => {
  await open(page)
  await button(page).focus()
  await page.keyboard.press('Enter')
  await expect(inside(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Charts of the day' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inside(page)).toBeHidden()
  await expect(button(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(inside(page)).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(inside(page)).toBeHidden()
})

test('given a finger, then the menu opens, its parts are large enough, and a tap elsewhere closes it', async ({
  page,
}) => {
  await followBefore(page, ['Felipe González'])
  await open(page)
  await button(page).tap()
  await expect(inside(page)).toBeVisible()
  const small = await page.locator('details').evaluate((menu) =>
    Array.from(menu.querySelectorAll('a, button, select, summary, label'), (element) => {
      const { width, height } = element.getBoundingClientRect()
      return { text: element.textContent, width, height }
    }).filter(({ width, height }) => height < 43.5 || width < 24),
  )
  expect(small).toEqual([])
  const { right, left } = await page
    .locator('details > :not(summary)')
    .evaluate((panel) => panel.getBoundingClientRect())
  expect([left >= 0, right <= phone.viewport.width]).toEqual([true, true])
  await page.getByRole('heading', { level: 1 }).tap()
  await expect(inside(page)).toBeHidden()
})

test('given an open menu, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await followBefore(page, ['Felipe González'])
  await open(page)
  await button(page).tap()
  await expect(page.getByText(/^Data used/)).toBeVisible()
  await expectAccessible(page)
})

test.describe('a new visitor', () => {
  test.use({ isFirstVisit: true })

  test('given an open menu, then it shows the data that the page has used, and counts on', async ({ page }) => {
    await open(page)
    await expect(page.getByText(/^Data used/)).toHaveCount(0)
    await button(page).tap()
    const shown = page.getByText(/^Data used by this page: about \d+ KB so far$/)
    await expect(shown).toBeVisible()
    const kilobytes = async () => Number(/about (\d+) KB/.exec((await shown.textContent()) ?? '')?.[1])
    const files = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map((entry) => (entry as PerformanceResourceTiming).transferSize)
        .reduce((total, size) => total + size, 0),
    )
    expect(files).toBeGreaterThan(50_000)
    expect(await kilobytes()).toBeGreaterThanOrEqual(Math.round(files / 1000))
    expect(await kilobytes()).toBeLessThan(files / 1000 + 15)

    const before = await kilobytes()
    const long = 'x'.repeat(1500)
    // Twice as many as would do without compression, which the page takes into account.
    for (const car of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      server.data.writeEntries(withChanged(field, 'Ian O’Malley', { car: `${car}${long}` }))
      await expect(page.getByText(`${car}${long}`).first()).toBeAttached()
    }
    await expect.poll(kilobytes).toBeGreaterThanOrEqual(before + 5)
    server.data.writeEntries(field)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given the menu, then it opens, its links work, and it has nothing that needs JavaScript', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?view=mine&follow=Felipe+Gonz%C3%A1lez`)
    await button(page).tap()
    await expect(inside(page)).toBeVisible()
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByLabel('Colours')).toBeHidden()
    await expect(page.getByText(/^Data used/)).toHaveCount(0)
    await page.getByRole('link', { name: 'Announcer’s view' }).tap()
    await expect(page).toHaveURL(/view=announcer/)
  })
})

async function open(page: Page): Promise<void> {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
}

function button(page: Page) {
  return page.getByLabel('More')
}

function inside(page: Page) {
  return page.getByRole('link', { name: 'Complete list, every row' })
}
