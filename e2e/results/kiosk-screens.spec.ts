import type { Page } from '@playwright/test'
import { type Entry, field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, statusLine } from '../fixtures/board.ts'
import { installClock } from '../fixtures/page-clock.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const names = [
  'Maximiliano-Bartholomew Featherstonehaugh',
  'Anne',
  'Maximiliano'.repeat(3),
  'A Name of Very Many Words That Nobody Would Read Aloud at Any Event, III',
]
const long = names.map((name, index): Entry => {
  return { class: 'SS', number: `Runoff${index}`, name, runs: [`5${index}.000`] }
})
const server = serverOfFile({
  entries: [...field, ...long],
  environment: { PUBLIC_ORIGIN: 'https://live.example' },
})

const screens = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1366, height: 768 },
  { width: 1080, height: 1920 },
  { width: 390, height: 844 },
]

test('given any screen, then event, state, connection, latest run and rows are in the window, and nothing is cut', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  const entries = withChanged(field, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] })
  server.data.writeEntries([...entries, ...long])
  const seen = [
    page.getByRole('heading', { level: 1 }),
    page.getByText('Unofficial'),
    statusLine(page).first(),
    page.locator('footer').getByText('PB −0.516, 2nd → 1st'),
    page.locator('[data-driver]').last(),
  ]
  for (const screen of screens) {
    await test.step(`${screen.width} px`, async () => {
      await page.setViewportSize(screen)
      for (const one of seen) await expect(one).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await expect.poll(() => cutTexts(page)).toEqual([])
      await expect.poll(() => smallTexts(page, screen.width)).toEqual([])
    })
  }
  server.data.writeEntries([...field, ...long])
})

test('given classes of the event, then each heading has code, name and state', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'SS Super Street podium open · 18 runs left',
    'STR Street Touring R podium open · 7 runs left',
    'SM Street Modified open · 6 runs left',
  ])
})

test('given an address for spectators, then the corner of a TV has it as a QR code and in words', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expect(page.getByRole('img', { name: 'QR code of the results' })).toBeInViewport({ ratio: 1 })
  await expect(page.locator('footer')).toContainText('live.example')
})

test('given 4K, then texts are twice as large as on a TV of half the width', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  const time = page.locator('[data-driver="Joan Zielinski"] td').filter({ hasText: '40.341' })
  await expect(time).toHaveCSS('font-size', '34px')
  await page.setViewportSize({ width: 3840, height: 2160 })
  await expect(time).toHaveCSS('font-size', '68px')
})

test('given reduced motion, then nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1000, height: 300 })
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  await expect(page.getByRole('banner')).toContainText('page 1 of')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test.describe('when the server is gone', () => {
  test.use({ allowedTrouble: /WebSocket connection to .* failed|net::ERR_/ })

  test('given the big screen, when the server restarts, then it says of when the results are, then is live again', async ({
    page,
  }) => {
    const clock = await installClock(page)
    await page.goto(`${server.baseUrl}/live?kiosk=1`)
    await expectLive(page)
    await server.stop()
    await expect(statusLine(page).first()).toContainText(/offline · results of \d\d:\d\d/)
    await expect(statusLine(page).last()).toHaveAttribute('data-tone', 'bad')
    await server.restart()
    // The delay before a reconnect is random, up to 20 s. [P14]
    await clock.passUntilLive()
    await expect(page.getByRole('banner')).not.toContainText('results of')
  })
})

test('given the big screen, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  await expectAccessible(page)
})

/** Texts that are wider or higher than their box. */
function cutTexts(page: Page): Promise<(string | null)[]> {
  return page.locator('[data-fit]').evaluateAll((boxes) =>
    boxes
      .filter((box) => {
        const [own, text] = [box, box.firstElementChild ?? box].map((one) => one.getBoundingClientRect())
        return own && text && own.width > 0 && (text.width > own.width + 1 || text.height > own.height + 1)
      })
      .map(({ textContent }) => textContent),
  )
}

/** Times of rows below 24 px, and other texts below 16 px (24 on a TV), but for long names and hidden texts. */
function smallTexts(page: Page, width: number): Promise<string[]> {
  return page.evaluate((isTv) => {
    const found: string[] = []
    for (const element of document.querySelectorAll('header *, main *, footer *')) {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      const text = own.map(({ textContent }) => textContent?.trim()).join('')
      if (text === '' || element.closest('.visually-hidden, noscript, [data-fit]:not([data-fit="0"])')) continue
      const isTime = element.closest('main') !== null && /^\d+\.\d{3}$/.test(text)
      const least = isTv || isTime ? 24 : 16
      if (element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < least) found.push(text)
    }
    return found
  }, width >= 1920)
}
