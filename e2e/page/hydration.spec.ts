import type { Page } from '@playwright/test'
import { copyPage, type PageCopy, startPageFront } from '../../testing/network/page-front.ts'
import { expectLive } from '../fixtures/board.ts'
import { readingTest } from '../fixtures/reading-test.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect } from '../fixtures/test.ts'

// React reports on the console a page that differs from its HTML; a message on the console fails a test.

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
  readingTest(
    `given ${address}, when it hydrates, then text and layout stay as in its HTML`,
    async ({ page, server }) => {
      await observeShifts(page)
      const response = await page.goto(`${server.baseUrl}${address}`)
      const html = (await response?.text()) ?? ''
      await expectLive(page)
      await expectSameText(page, html)
      expect(await shifts(page), address).toEqual([])
    },
  )
}

readingTest(
  'given a view, then the browser paints nothing before it has read what is above the results',
  async ({ page, server }) => {
    await page.goto(`${server.baseUrl}/live?view=latest`)
    const target = await page.locator('head > link[rel=expect][blocking=render]').getAttribute('href')
    await expect(page.locator(`main ${target}`)).toHaveCount(1)
  },
)

readingTest(
  'given a phone, when the page hydrates, then nothing moves in the next two seconds',
  async ({ page, server }) => {
    await page.clock.install()
    await page.setViewportSize({ width: 390, height: 844 })
    await observeShifts(page)
    await page.goto(`${server.baseUrl}/live`)
    await expectLive(page)
    await page.clock.runFor(2000)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await shifts(page)).toEqual([])
  },
)

const inPiecesAddresses = [
  '/live',
  '/live?view=table',
  '/live?view=latest',
  '/live?view=mine&follow=Joan%20Zielinski',
  '/live?driver=Joan%20Zielinski',
]

for (const viewport of [
  { width: 1280, height: 1600 },
  { width: 390, height: 844 },
]) {
  readingTest(
    `given each view and a sheet ${viewport.width} px wide, when the HTML is received in pieces, then what is shown does not move`,
    async ({ page, server }) => {
      let address = ''
      const front = await startPageFront(server.baseUrl, async () => inPieces(await copyPage(server.baseUrl + address)))
      await page.setViewportSize(viewport)
      await observeShifts(page)
      try {
        for (address of inPiecesAddresses) {
          await readingTest.step(address, async () => {
            await page.goto(`${front.baseUrl}${address}`)
            await expectLive(page)
            expect(await shifts(page)).toEqual([])
          })
        }
      } finally {
        // The front closes after the page: a pending request must not fail.
        await page.goto('about:blank')
        await front.close()
      }
    },
  )
}

readingTest(
  'given a browser with another clock, time zone and language, when the page hydrates, then the text stays',
  async ({ browser, server }) => {
    const context = await browser.newContext({ locale: 'ar-EG', timezoneId: 'Asia/Kathmandu' })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.clock.setFixedTime('2031-01-01T00:00:00Z')
    const response = await page.goto(`${server.baseUrl}/live`)
    const html = (await response?.text()) ?? ''
    await expectLive(page)
    await expectSameText(page, html)
    // Ages are computed with the server's clock.
    await expect(page.getByText(/timing file saved (just now|\d+ (s|min) ago)/)).toBeVisible()
    expect(errors).toEqual([])
    await context.close()
  },
)

readingTest('given the timing desk, when it hydrates, then its text stays as in its HTML', async ({ page, server }) => {
  await signIn(page, server.baseUrl)
  const response = await page.goto(`${server.baseUrl}/admin?sort=-number`)
  const html = (await response?.text()) ?? ''
  await expectLive(page)
  await expectSameText(page, html)
  await expect(page.getByRole('heading', { name: 'Publishing' })).toBeVisible()
})

/** Headings and tables have the same text in the HTML and in the page as it is now. */
async function expectSameText(page: Page, html: string): Promise<void> {
  const [sent, shown] = await page.evaluate((text) => {
    const textOf = (root: Document) => [...root.querySelectorAll('h1, h2, table')].map((element) => element.textContent)
    return [textOf(new DOMParser().parseFromString(text, 'text/html')), textOf(document)]
  }, html)
  expect(sent?.length).toBeGreaterThan(0)
  expect(shown).toEqual(sent)
}

/** Cuts a page behind about twenty elements, and in the headings of every table. */
function inPieces(page: PageCopy): PageCopy {
  const { body } = page
  const ends = [...body.matchAll(/<\/(?:a|abbr|div|label|li|option|p|t[dhr])>/g)].map(
    ({ index, 0: tag }) => index + tag.length,
  )
  const headings = [...body.matchAll(/<th scope="col"[^>]*data-column="(?:number|driver|total)".*?<a [^>]*>/g)]
  const inHeadings = headings.map((found) => found.index + found[0].length)
  if (inHeadings.length === 0 && body.includes('data-column="number"')) throw new Error('No heading is cut.')
  const elsewhere = ends.filter((_, index) => index % Math.ceil(ends.length / 20) === 0)
  const cuts = [...new Set([0, ...inHeadings, ...elsewhere])].sort((a, b) => a - b)
  return { ...page, pieces: cuts.map((cut, index) => body.slice(cut, cuts[index + 1])) }
}

/** Records every layout shift of the results, from the next page on. */
async function observeShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const found: string[] = []
    Object.assign(window, { paddockShifts: found })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const { sources } = entry as PerformanceEntry & { sources: readonly { node: Node | null }[] }
        const list = document.querySelector('main')
        const moved = sources.flatMap(({ node }) => (node && list?.contains(node) ? [node] : []))
        const html = moved.map((node) => (node instanceof Element ? node : node.parentElement)?.outerHTML.slice(0, 300))
        if (moved.length > 0) found.push(`${html.join('\n')}\n${JSON.stringify(entry)}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { paddockShifts: string[] }).paddockShifts)
}
