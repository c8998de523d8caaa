import type { Page } from '@playwright/test'
import { type SavedPage, fetchPage, startPageFront } from '../testing/network/page-front.ts'
import { expectLive } from './fixtures/board.ts'
import { signIn } from './fixtures/sign-in.ts'
import { expect, test } from './fixtures/test.ts'
import { serverOfFile } from './fixtures/test-server.ts'

// React says on the console when it finds another page than the server sent; the console fails these tests by itself.

const server = serverOfFile()

const addresses = [
  '/live',
  '/live?view=table',
  '/live?view=table&sort=-number,class',
  '/live?q=str',
  '/live?view=pax&class=SS',
  '/live?view=raw',
  '/live?view=mine',
  '/live?view=latest',
  '/live?driver=Joan%20Zielinski',
  '/live?view=table&q=nobody%20at%20all',
  '/live?view=nonsense&sort=__proto__&q=%3Cb%3E',
  '/live?view=table&view=class&sort=a&sort=b',
]

for (const address of addresses) {
  test(`given ${address}, when the page comes to life, then it shows what its HTML showed, in the same place`, async ({
    page,
  }) => {
    await observeShifts(page)
    const response = await page.goto(`${server.baseUrl}${address}`)
    const html = (await response?.text()) ?? ''
    await expectLive(page)
    await expectSameText(page, html)
    expect(await shifts(page)).toEqual([])
  })
}

test('given a view, then the browser is told to paint nothing before it has read what stands above the results', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=latest`)
  const target = await page.locator('head > link[rel=expect][blocking=render]').getAttribute('href')
  await expect(page.locator(`main ${target}`)).toHaveCount(1)
})

test('given a phone, when the page comes to life, then nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await observeShifts(page)
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.waitForTimeout(1500)
  expect(await shifts(page)).toEqual([])
})

for (const address of [
  '/live',
  '/live?view=table',
  '/live?view=latest',
  '/live?view=mine&follow=Joan%20Zielinski',
  '/live?driver=Joan%20Zielinski',
]) {
  for (const viewport of [
    { width: 1280, height: 1600 },
    { width: 390, height: 844 },
  ]) {
    test(`given ${address} ${viewport.width} px wide, when it comes in many pieces, then what is there does not move`, async ({
      page,
    }) => {
      const front = await startPageFront(server.baseUrl, async () => inPieces(await fetchPage(server.baseUrl + address)))
      await page.setViewportSize(viewport)
      await observeShifts(page)
      try {
        await page.goto(`${front.baseUrl}${address}`)
        await expectLive(page)
        expect(await shifts(page)).toEqual([])
      } finally {
        // What the page still asks for must not find the front gone.
        await page.goto('about:blank')
        await front.close()
      }
    })
  }
}

test('given a browser elsewhere in the world, when the page comes to life, then its clock and language change nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG', timezoneId: 'Asia/Kathmandu' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.clock.setFixedTime('2031-01-01T00:00:00Z')
  const response = await page.goto(`${server.baseUrl}/live`)
  const html = (await response?.text()) ?? ''
  await expectLive(page)
  await expectSameText(page, html)
  // Ages are told by the server's clock.
  await expect(page.getByText(/timing file saved (just now|\d+ (s|min) ago)/)).toBeVisible()
  expect(errors).toEqual([])
  await context.close()
})

test('given the timing desk, when it comes to life, then it shows what its HTML showed', async ({ page }) => {
  await signIn(page, server.baseUrl)
  const response = await page.goto(`${server.baseUrl}/admin?sort=-number`)
  const html = (await response?.text()) ?? ''
  await expectLive(page)
  await expectSameText(page, html)
  await expect(page.getByRole('heading', { name: 'Pipeline is well' })).toBeVisible()
})

/** The tables' text in the HTML that was sent and in the page as it is now. */
async function expectSameText(page: Page, html: string): Promise<void> {
  const [sent, shown] = await page.evaluate((text) => {
    const textOf = (root: Document) => [...root.querySelectorAll('h1, h2, table')].map((element) => element.textContent)
    return [textOf(new DOMParser().parseFromString(text, 'text/html')), textOf(document)]
  }, html)
  expect(sent?.length).toBeGreaterThan(0)
  expect(shown).toEqual(sent)
}

/** A page that is cut in many places: behind elements, and in the headings of every table. */
function inPieces(page: SavedPage): SavedPage {
  const { body } = page
  const ends = [...body.matchAll(/<\/(?:a|abbr|div|label|li|option|p|t[dhr])>/g)].map(
    ({ index, 0: tag }) => index + tag.length,
  )
  const headings = [...body.matchAll(/<th scope="col"[^>]*data-column="(?:number|driver|total)".*?<a [^>]*>/g)]
  const inHeadings = headings.map((found) => found.index + found[0].length)
  if (inHeadings.length === 0 && body.includes('data-column="number"')) throw new Error('No heading is cut.')
  const elsewhere = ends.filter((_, index) => index % Math.ceil(ends.length / 40) === 0)
  const cuts = [...new Set([0, ...inHeadings, ...elsewhere])].sort((a, b) => a - b)
  return { ...page, pieces: cuts.map((cut, index) => body.slice(cut, cuts[index + 1])) }
}

/** What moved in the list under a reader's eyes, without the reader doing anything. */
async function observeShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const found: string[] = []
    Object.assign(window, { paddockShifts: found })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const { sources } = entry as PerformanceEntry & { sources: readonly { node: Node | null }[] }
        const list = document.querySelector('main')
        if (sources.some(({ node }) => list?.contains(node))) found.push(JSON.stringify(entry))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { paddockShifts: string[] }).paddockShifts)
}
