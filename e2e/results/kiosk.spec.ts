import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowKeys, statusLine } from '../fixtures/board.ts'
import { installClock } from '../fixtures/page-clock.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()
const screens = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
]

const title = (page: Page) => page.getByRole('heading', { level: 2 })

test('given a big screen, then it shows one class after the other, and the first again', async ({ page }) => {
  await page.clock.install()
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  for (const [now, next] of [
    ['SS · Super Street', 'STR · Street Touring R'],
    ['STR · Street Touring R', 'SM · Street Modified'],
    ['SM · Street Modified', 'SS · Super Street'],
  ]) {
    await expect(title(page)).toContainText(now ?? '')
    await page.clock.runFor(12_500)
    await expect(title(page)).toContainText(next ?? '')
  }
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
  await page.clock.runFor(30_000)
  await expect(title(page)).toContainText('SS')
  await controls.getByRole('button', { name: 'Next' }).click()
  await expect(title(page)).toContainText('STR')
  await controls.getByRole('button', { name: 'Go on' }).click()
  await page.clock.runFor(12_500)
  await expect(title(page)).toContainText('SM')

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
  await page.goto(`${server.baseUrl}/live?kiosk=1&class=str`)
  await expect(title(page)).toContainText('STR · Street Touring R')
  expect(await rowKeys(page)).toEqual(['Ian O’Malley', 'Felipe González', 'Sylvia Existentialista'])
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await page.goto(`${server.baseUrl}/live?kiosk=1&view=raw`)
  await expect(title(page)).toContainText('By raw time')
  expect((await rowKeys(page)).slice(0, 2)).toEqual(['Åsa Lindqvist', 'Joan Zielinski'])
})

test('given a long class, then each page has as many rows as fit the screen', async ({ page }) => {
  const many = Array.from({ length: 30 }, (_, index) => {
    return { class: 'SS', number: `${200 + index}`, name: `Rival ${index}`, runs: [`${50 + index}.000`] }
  })
  server.data.writeEntries([...field, ...many])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${server.baseUrl}/live?kiosk=1&class=SS`)
  await expectLive(page)
  await expect(title(page)).toContainText('33 entries · 1 of 3')
  const last = page.locator('tbody tr').last()
  await expect(last).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1440, height: 600 })
  await expect(title(page)).toContainText('1 of 5')
  await expect(last).toBeInViewport({ ratio: 1 })
  server.data.writeEntries(field)
})

test('given a screen of 1440, 1920 or 390 px, then event, state, freshness and latest run are in the window, in texts of 24 px or more', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] }))
  const seen = [
    page.getByRole('heading', { level: 1 }),
    page.getByText('Unofficial'),
    statusLine(page),
    page.getByText(/results changed/),
    page.getByText('40.000 clean'),
  ]
  for (const screen of screens) {
    await test.step(`${screen.width} px`, async () => {
      await page.setViewportSize(screen)
      for (const one of seen) await expect(one).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      expect(await smallTexts(page)).toEqual([])
    })
  }
  server.data.writeEntries(field)
  await expect(page.getByText('40.000 clean')).toHaveCount(1)
})

test('given reduced motion, then nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test.describe('when the server is gone', () => {
  test.use({ allowedTrouble: /WebSocket connection to .* failed|net::ERR_/ })

  test('given the big screen, when the server restarts, then it is offline, then live again', async ({ page }) => {
    const clock = await installClock(page)
    await page.goto(`${server.baseUrl}/live?kiosk=1`)
    await expectLive(page)
    await server.stop()
    await expect(statusLine(page)).toContainText('offline')
    await server.restart()
    // The delay before a reconnect is random, up to 20 s. [P14]
    await clock.passUntilLive()
  })
})

test('given the big screen, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given the big screen, then it shows one class, with links to the others and back', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?kiosk=1`)
    await expect(title(page)).toContainText('SS · Super Street')
    await page.getByRole('navigation', { name: 'Classes' }).getByRole('link', { name: 'STR' }).click()
    await expect(title(page)).toContainText('STR · Street Touring R')
    await page.getByRole('link', { name: 'Leave the big screen' }).click()
    await expect(page).toHaveURL(/\/live\?class=STR$/)
  })
})

/** Visible texts smaller than 24 px, except the controls that a pointer shows. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll('header *, main *, footer *')) {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      const text = own.map(({ textContent }) => textContent?.trim()).join('')
      if (text === '' || element.closest('.visually-hidden, noscript')) continue
      if (element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 24) found.push(text)
    }
    return found
  })
}
