import { devices, type Page } from '@playwright/test'
import { type Entry, field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import { createTestServer } from '../fixtures/test-server.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use({ ...phone, viewport: { width: 390, height: 844 } })

// The browser reports the aborted request of one test on the console.
test.use({ allowedTrouble: /history\.json|net::ERR_FAILED/ })

const server = serverOfFile()
const faster = withChanged(field, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] })

const charts = (page: Page) => page.locator('canvas')
const section = (page: Page, name: RegExp) => page.getByRole('region', { name })

/** For each canvas, whether more than one colour is drawn. */
function isDrawn(page: Page): Promise<boolean[]> {
  return charts(page).evaluateAll((all) =>
    all.map((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return false
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      return new Set(data).size > 8
    }),
  )
}

async function publish(page: Page, entries: readonly Entry[], name: string, time: string): Promise<void> {
  server.data.writeEntries(entries)
  await expect(rowOf(page, name)).toContainText(time)
}

test('given the list, then the chart library is not loaded until the charts are opened, then with its styles', async ({
  page,
}) => {
  const chunks: string[] = []
  page.on('response', async (response) => {
    if (/\.js$/.test(response.url()) && (await response.text()).includes('u-cursor-pt')) chunks.push(response.url())
  })
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  expect(chunks).toEqual([])
  await page.getByLabel('More').tap()
  await page.getByRole('link', { name: 'Charts of the day' }).tap()
  await expect(page).toHaveURL(/view=charts/)
  await expectLive(page)
  await expect.poll(() => isDrawn(page)).toEqual([true])
  await expect.poll(() => chunks).toHaveLength(1)
  expect(await page.locator('.u-over').evaluate((over) => getComputedStyle(over).position)).toBe('absolute')
})

test('given runs, then the table of the chart has the course by run, with JavaScript and without', async ({
  page,
  browser,
}) => {
  const address = `${server.baseUrl}/live?view=charts`
  const plain = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await plain.goto(address)
  // The median of −0.093, −0.750, −0.200, +0.447 and −0.800.
  await expect(
    section(plain, /^Course$/)
      .getByRole('row')
      .nth(1),
  ).toHaveText(/^2−0\.200/)
  await expect(plain.locator('main noscript p')).toBeVisible()
  await plain.context().close()
  await page.goto(address)
  await expect(
    section(page, /^Course$/)
      .getByRole('row')
      .nth(1),
  ).toHaveText(/^2−0\.200/)
})

test('given a class, when an entry overtakes another, then the positions are drawn, and listed in the table', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=charts&class=SS`)
  await expectLive(page)
  const positions = section(page, /^Positions in SS/)
  await expect(positions).toContainText('No position has changed')
  server.data.writeEntries(faster)
  await expect(positions.locator('canvas')).toBeVisible()
  await expect.poll(() => isDrawn(page)).toEqual([true, true])
  await positions.getByText('As a table').tap()
  await expect(positions.getByRole('row')).toHaveText([
    /^DriverStart\d/,
    /^Wilford Amador21$/,
    /^Joan Zielinski12$/,
    /33$/,
  ])
  server.data.writeEntries(withChanged(faster, 'Perry Usedtobe', { runs: ['44.100', '43.900', '39.000'] }))
  await expect(positions.getByRole('row').nth(1)).toHaveText(/^Perry Usedtobe331$/)
  await page.reload()
  await positions.getByText('As a table').tap()
  await expect(positions.getByRole('row').nth(1)).toHaveText(/^Perry Usedtobe331$/)
})

test('given the positions, when a name or a line is tapped, then it is highlighted', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=charts&class=SS`)
  const joan = page.getByRole('button', { name: /Joan Zielinski/ })
  await joan.tap()
  await expect(joan).toHaveAttribute('aria-pressed', 'true')
  await joan.tap()
  await expect(joan).toHaveAttribute('aria-pressed', 'false')
  const box = await page.locator('.u-over').last().boundingBox()
  if (!box) throw new Error('there is no chart')
  // The third of three positions, at the end of the day.
  await page.touchscreen.tap(box.x + box.width - 4, box.y + (box.height * 5) / 6)
  await expect(joan).toHaveAttribute('aria-pressed', 'true')
})

test('given the charts, then they have no breach of WCAG 2.2 AA, and are drawn again in other colours', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=charts&class=SS`)
  await expect.poll(() => isDrawn(page)).toEqual([true, true])
  const picture = () =>
    charts(page)
      .first()
      .evaluate((canvas) => canvas instanceof HTMLCanvasElement && canvas.toDataURL())
  const before = await picture()
  await page.getByLabel('More').tap()
  await page.getByLabel('Colours').selectOption('dark')
  await expect.poll(picture).not.toBe(before)
  await page.getByLabel('Colours').selectOption('auto')
  await expectAccessible(page)
})

test('given a failed request, then the charts offer to try again, which draws them', async ({ page }) => {
  await page.route('**/live/history.json*', (route) => route.abort())
  await page.goto(`${server.baseUrl}/live?view=charts&class=SS`)
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await page.unroute('**/live/history.json*')
  await again.tap()
  await expect(again).toBeHidden()
  await expect.poll(() => isDrawn(page)).toEqual([true, true])
})

test('given the ETag of a history, when it is requested again, then the answer is 304; an unknown class is empty', async ({
  request,
}) => {
  const first = await request.get(`${server.baseUrl}/live/history.json?class=ss`)
  expect((await first.json()).entries.map(({ driver_name }: { driver_name: string }) => driver_name)).toEqual([
    'Wilford Amador',
    'Perry Usedtobe',
  ])
  const headers = { 'If-None-Match': first.headers().etag ?? '' }
  expect((await request.get(`${server.baseUrl}/live/history.json?class=ss`, { headers })).status()).toBe(304)
  const nobody = await request.get(`${server.baseUrl}/live/history.json?class=nonsense`)
  expect(await nobody.json()).toMatchObject({ entries: [] })
})

test('given no runs, then the charts say so', async ({ page }) => {
  const empty = createTestServer({ entries: [{ class: 'SS', number: '1', name: 'Nobody Ranyet' }] })
  await empty.start()
  await page.goto(`${empty.baseUrl}/live?view=charts`)
  await expect(page.getByText('No runs yet')).toBeVisible()
  await page.close()
  await empty.remove()
})

test('[P4] given news, when the server restarts, then Latest, sheet and positions still have it', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await publish(page, faster, 'Wilford Amador', '40.000')
  await page.close()
  await server.restart()
  const later = await page.context().newPage()
  await later.goto(`${server.baseUrl}/live?view=latest`)
  await expect(later.locator('main ol > li').filter({ hasText: 'run 3: 40.000' })).toContainText('2nd → 1st')
  await later.goto(`${server.baseUrl}/live?driver=Wilford%20Amador`)
  await expect(later.getByRole('dialog')).toContainText('run 3: 40.000')
  await later.goto(`${server.baseUrl}/live?view=charts&class=SS`)
  await expect.poll(() => isDrawn(later)).toEqual([true, true])
})
