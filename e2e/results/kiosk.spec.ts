import type { Page } from '@playwright/test'
import type { Entry } from '../../testing/event/timing-file.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

/** Nine classes of eight entries with a time, and one class without. */
const many = Array.from({ length: 9 }, (_, code) =>
  Array.from({ length: 8 }, (_, index): Entry => {
    return { class: `C${code}`, number: `${index}`, name: `Racer ${code} ${index}`, runs: [`${40 + index}.${code}00`] }
  }),
)
const waiting: Entry = { class: 'WAIT', number: '1', name: 'Not Yet' }
const server = serverOfFile({ entries: [...many.flat(), waiting] })

/** How long each of three pages is shown. */
const pageTime = 15_000
const bar = (page: Page) => page.getByRole('banner')
const titles = (page: Page) => page.getByRole('heading', { level: 2 })

test.use({ viewport: { width: 1920, height: 1080 } })

test('given a big screen, then a round shows every entry of a class with a time once, whole classes in order', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  const seen: string[] = []
  for (const number of [1, 2, 3]) {
    await expect(bar(page)).toContainText(`page ${number} of 3`)
    await expect(page.locator('[data-driver]').last()).toBeInViewport({ ratio: 1 })
    seen.push(...(await rowKeys(page)))
    await page.clock.runFor(pageTime)
  }
  await expect(bar(page)).toContainText('page 1 of 3')
  expect(seen).toEqual(many.flat().map(({ name }) => name))
})

test('given a page of the big screen, when results change, then it shows them and stays as long', async ({ page }) => {
  await page.clock.install()
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  await page.clock.runFor(pageTime + 10_000)
  await expect(titles(page).first()).toContainText('C4')
  const better = many.flat().map((entry) => (entry.name === 'Racer 4 7' ? { ...entry, runs: ['39.000'] } : entry))
  server.data.writeEntries([...better, waiting])
  await expect(page.locator('[data-driver="Racer 4 7"]')).toContainText('39.000')
  await expect(bar(page)).toContainText('page 2 of 3')
  await page.clock.runFor(4900)
  await expect(bar(page)).toContainText('page 3 of 3')
  server.data.writeEntries([...many.flat(), waiting])
})

test('given a pointer or a keyboard, then the big screen can be paused, advanced and left', async ({ page }) => {
  await page.clock.install()
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  const controls = page.getByRole('navigation', { name: 'Big screen' })
  await expect(controls).toHaveCSS('opacity', '0')
  await page.mouse.move(200, 200)
  await page.mouse.move(210, 210)
  await expect(controls).toHaveCSS('opacity', '1')
  await controls.getByRole('button', { name: 'Pause' }).click()
  await page.clock.runFor(60_000)
  await expect(bar(page)).toContainText('page 1 of 3')
  await controls.getByRole('button', { name: 'Next' }).click()
  await expect(bar(page)).toContainText('page 2 of 3')
  await controls.getByRole('button', { name: 'Go on' }).click()
  await page.clock.runFor(pageTime)
  await expect(bar(page)).toContainText('page 3 of 3')

  await page.mouse.move(300, 300)
  await page.clock.runFor(5000)
  await expect(controls).toHaveCSS('opacity', '0')
  // From the last clicked button: Next, then the link back.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(controls.getByRole('link', { name: 'Leave the big screen' })).toBeFocused()
  await expect(controls).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/live$/)
})

test('given a class or a ranking in the address, then the big screen shows only that', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1&class=c3`)
  await expect(titles(page)).toHaveText(['C3 podium open · 24 runs left'])
  expect(await rowKeys(page)).toEqual(many[3]?.map(({ name }) => name))
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await page.goto(`${server.baseUrl}/live?kiosk=1&class=WAIT`)
  await expect(titles(page)).toHaveText(['WAIT open · 4 runs left'])
  await page.goto(`${server.baseUrl}/live?kiosk=1&view=raw`)
  await expect(titles(page).first()).toContainText('By raw time')
  await expect(titles(page).nth(1)).toContainText('continued')
  expect((await rowKeys(page)).slice(0, 2)).toEqual(['Racer 0 0', 'Racer 1 0'])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given the big screen, then it shows the first page, loads again, and links to the classes and back', async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?kiosk=1`)
    await expect(titles(page).first()).toContainText('C0')
    await expect(page.locator('td').filter({ hasText: '40.000' }).first()).toHaveCSS('font-size', '34px')
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute('content', '30')
    await page.getByRole('navigation', { name: 'Classes' }).getByRole('link', { name: 'C3' }).click()
    await expect(titles(page)).toHaveText(['C3 podium open · 24 runs left'])
    await page.getByRole('link', { name: 'Leave the big screen' }).click()
    await expect(page).toHaveURL(/\/live\?class=C3$/)
  })
})
