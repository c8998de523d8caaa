import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

/** The site of a club, which is allowed, and another one: each on a port of its own, with a page that has a frame. */
const sites: Server[] = []
const environment: Record<string, string> = {}
let [club, other] = ['', '']

test.beforeAll(async () => {
  ;[club, other] = [await startSite(), await startSite()]
  environment.FRAME_ANCESTORS = club
})
test.afterAll(() => {
  for (const site of sites) site.close()
})

const server = serverOfFile({ environment })
const inFrame = (site: string, path: string) => `${site}/?frame=${encodeURIComponent(server.baseUrl + path)}`

test('given the allowed site, then its frame shows the results and follows them', async ({ page }) => {
  await page.goto(inFrame(club, '/embed?class=ss'))
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('[data-version]')).toHaveAttribute('data-connection', 'live')
  await expect(frame.getByRole('row')).toHaveText([
    'PosDriverTimeGap',
    /^1TJoan Zielinski #4 Corvette40\.341/,
    /^2Wilford Amador #88 Cayman40\.516 \+0\.175/,
    /^3Perry Usedtobe #101 Evora43\.900 \+3\.559/,
  ])
  await expect(frame.getByText('FRAME_ANCESTORS')).toHaveCount(0)
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] }))
  await expect(frame.getByRole('row').nth(1)).toContainText('Wilford Amador')
  server.data.writeEntries(field)
})

test('given a frame, then its link opens the same results as a page of its own, which knows nothing of the site', async ({
  page,
  context,
}) => {
  await page.goto(inFrame(club, '/embed?view=pax&class=STR'))
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Live results' })
  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()])
  await expect(opened).toHaveURL(`${server.baseUrl}/live?view=pax&class=STR`)
  expect(await opened.evaluate(() => window.opener)).toBeNull()
  await opened.close()
})

test('given a browser that refuses storage and cookies to frames, then the frame follows without an error', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (window === window.top) return
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse })
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
  })
  await page.goto(inFrame(club, '/embed?theme=dark'))
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('[data-version]')).toHaveAttribute('data-connection', 'live')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  server.data.writeEntries(withChanged(field, 'Perry Usedtobe', { runs: ['44.100', '40.000'] }))
  await expect(frame.getByRole('row').nth(1)).toContainText('Perry Usedtobe')
  server.data.writeEntries(field)
})

test.describe('when a frame is refused', () => {
  test.use({ allowedTrouble: /frame-ancestors/ })

  for (const [who, site, path] of [
    ['another site', () => other, '/embed'],
    ['the allowed site', () => club, '/live'],
    ['the allowed site', () => club, '/overlay'],
    ['the allowed site', () => club, '/admin/sign-in'],
  ] as const) {
    test(`given ${who}, then a frame with ${path} stays empty`, async ({ page }) => {
      const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
      await page.goto(inFrame(site(), path))
      await refused
      await expect(page.frameLocator('iframe').locator('[data-version], form')).toHaveCount(0)
    })
  }
})

test('given each view, then it has its heading, and invalid parameters count as absent', async ({ page }) => {
  const headings = async (query: string) => {
    await page.goto(`${server.baseUrl}/embed${query}`)
    await expectLive(page)
    return page.getByRole('heading', { level: 2 }).allTextContents()
  }
  const classes = ['SS · Super Street', 'STR · Street Touring R', 'SM · Street Modified']
  expect(await headings('')).toEqual(classes)
  expect(await headings('?view=table&driver=Ann&x=1')).toEqual(classes)
  expect(await headings('?view=pax')).toEqual(['By indexed time (PAX)'])
  expect(await headings('?view=raw')).toEqual(['By raw time'])
  expect(await headings('?class=XX')).toEqual([])
  await expect(page.getByText('There is no class “XX” in these results.')).toBeVisible()
})

test('given a run, then the latest runs have it with what it meant', async ({ page }) => {
  await page.goto(`${server.baseUrl}/embed?view=latest`)
  await expectLive(page)
  server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '40.341', '40.800'] }))
  await expect(page.getByRole('listitem').first()).toHaveText(
    /^\d\d:\d\dJoan Zielinski SS #4no improvement: best 40\.341 \(\+0\.459\), stays 1st40\.800$/,
  )
  server.data.writeEntries(field)
})

for (const query of ['', '?view=pax', '?view=latest']) {
  test(`given /embed${query}, then it has no breach of WCAG 2.2 AA, and hydration changes no text`, async ({
    page,
  }) => {
    const response = await page.goto(`${server.baseUrl}/embed${query}`)
    const html = (await response?.text()) ?? ''
    await expectLive(page)
    const [sent, shown] = await page.evaluate((text) => {
      const textOf = (root: Document) => [...root.querySelectorAll('h1, h2, tbody')].map((one) => one.textContent)
      return [textOf(new DOMParser().parseFromString(text, 'text/html')), textOf(document)]
    }, html)
    expect(sent?.length).toBeGreaterThan(0)
    expect(shown).toEqual(sent)
    await expectAccessible(page)
  })
}

/** A page with the frame that its address names; resolves with its origin. `localhost` makes it another site, too. */
async function startSite(): Promise<string> {
  const site = createServer((request, response) => {
    const frame = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame') ?? ''
    const title = '<!doctype html><html lang="en"><title>Club</title><link rel="icon" href="data:,">'
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `${title}<iframe title="Results" width="800" height="600" src="${frame.replaceAll('"', '')}"></iframe>`,
    )
  })
  sites.push(site)
  await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve))
  return `http://localhost:${(site.address() as AddressInfo).port}`
}
