import { devices } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// The spectators' views on a phone: tapped, not clicked.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const server = serverOfFile({
  entries: [...field, { class: 'SM', number: '44', name: 'Joan  Zielinski', runs: ['50.0'] }],
})
const entries = [...field, { class: 'SM', number: '44', name: 'Joan  Zielinski', runs: ['50.0'] }]
const joan = 'Joan Zielinski (SS 4)'
const other = 'Joan Zielinski (SM 44)'

const byRaw = ['Åsa Lindqvist', joan, 'Wilford Amador', 'Ian O’Malley', 'Felipe González', 'Sylvia Existentialista']
const byPax = [joan, 'Wilford Amador', 'Ian O’Malley', 'Åsa Lindqvist', 'Felipe González', 'Sylvia Existentialista']

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('given the views, when one is tapped, then it has its own order, also after a reload of its address', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live`)
      const views = page.getByRole('navigation', { name: 'Views' })
      await views.getByRole('link', { name: 'Raw' }).tap()
      await expect(page).toHaveURL(/\?view=raw$/)
      await expect(page.getByRole('heading', { name: 'By raw time' })).toBeVisible()
      expect((await rowKeys(page)).slice(0, 6)).toEqual(byRaw)
      await views.getByRole('link', { name: 'PAX' }).tap()
      await expect(page.getByRole('heading', { name: 'By indexed time' })).toBeVisible()
      expect((await rowKeys(page)).slice(0, 6)).toEqual(byPax)
      await expect(rowOf(page, joan).locator('[data-slot="total"]')).toHaveText('33.563')
      await page.reload()
      expect((await rowKeys(page)).slice(0, 6)).toEqual(byPax)
    })

    test('given a class in the address, then only its entries are listed', async ({ page }) => {
      await page.goto(`${server.baseUrl}/live?class=str`)
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
      expect(await rowKeys(page)).toEqual(['Ian O’Malley', 'Felipe González', 'Sylvia Existentialista'])
      await page.goto(`${server.baseUrl}/live?class=XYZ`)
      await page.getByRole('link', { name: 'Show everybody' }).tap()
      await expect(page.locator('tbody tr')).toHaveCount(entries.length)
    })

    test('given a driver, when the name is tapped, then the sheet has runs, positions and required times', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live`)
      if (javaScriptEnabled) await expectLive(page)
      await page.getByRole('link', { name: 'Wilford Amador' }).tap()
      const sheet = page.getByRole('dialog', { name: 'Wilford Amador' })
      await expect(sheet).toBeVisible()
      await expect(page).toHaveURL(/driver=Wilford/)
      await expect(sheet.getByRole('definition')).toContainText(['2nd of 3', '2nd', '3rd', '40.516', '33.709', '2'])
      await expect(sheet.getByRole('row').nth(1)).toContainText(/1\s*41\.266\s*1 cone\s*43\.266/)
      await expect(sheet).toContainText('1st 40.340 or faster, clean (0.176 better), to pass Joan Zielinski')
      await sheet.getByRole('link', { name: 'Close' }).tap()
      await expect(sheet).toBeHidden()
      await expect(page).toHaveURL(/\/live$/)
    })

    test('given one driver in two classes, then each sheet links to the other', async ({ page }) => {
      await page.goto(`${server.baseUrl}/live?driver=${encodeURIComponent(joan)}`)
      if (javaScriptEnabled) await expectLive(page)
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('link', { name: 'SM #44' }).tap()
      await expect.poll(() => new URL(page.url()).searchParams.get('driver')).toBe(other)
      await expect(page.getByRole('dialog')).toContainText('#44')
    })
  })
}

test('given a row on a phone, when it is tapped beside its link, then the driver’s sheet opens', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  const row = await rowOf(page, 'Ian O’Malley').boundingBox()
  if (!row) throw new Error('no row')
  expect(row.height).toBeGreaterThanOrEqual(44)
  await page.touchscreen.tap(row.x + row.width - 10, row.y + row.height - 6)
  await expect(page.getByRole('dialog', { name: 'Ian O’Malley' })).toBeVisible()
})

test('given an open sheet, when back is used, then it closes and the view is unchanged', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=raw`)
  await expectLive(page)
  await page.getByRole('link', { name: 'Åsa Lindqvist' }).tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/\?view=raw$/)
  await expectLive(page)
})

test('given a followed driver, then Mine shows the required time after a reload, until the driver is unfollowed', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=mine`)
  await expect(page.getByText('You follow nobody yet')).toBeVisible()
  await page.goto(`${server.baseUrl}/live?driver=Wilford%20Amador`)
  await expectLive(page)
  await page.getByRole('button', { name: 'Follow' }).tap()
  await page.getByRole('link', { name: 'Close' }).tap()
  await expect(rowOf(page, 'Wilford Amador').getByTitle('you follow')).toBeVisible()
  await page.goto(`${server.baseUrl}/live?view=mine`)
  const mine = page.locator('li[data-driver]')
  await expect(mine).toHaveCount(1)
  await expect(mine).toContainText('needs 40.340 for 1st')
  await mine.getByRole('link').tap()
  await page.getByRole('button', { name: 'Following' }).tap()
  await page.getByRole('link', { name: 'Close' }).tap()
  await expect(page.getByText('You follow nobody yet')).toBeVisible()
})

test('given a run and its correction, then Latest shows old and new time, live and on a later page', async ({
  page,
  browser,
}) => {
  await page.goto(`${server.baseUrl}/live?view=latest`)
  await expectLive(page)
  const faster = withChanged(entries, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] })
  server.data.writeEntries(faster)
  const items = page.locator('main ol > li')
  await expect(items.first()).toContainText('SS #88 Wilford Amador')
  await expect(items.first()).toContainText('run 3: 40.000')
  await expect(items.first()).toContainText('PB −0.516, 2nd → 1st')
  server.data.writeEntries(withChanged(faster, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000+1'] }))
  await expect(items.first()).toContainText('run 3 corrected')
  await expect(items.first()).toContainText('clean → +1 cone · best 40.000 → 40.516, 1st → 2nd')

  const later = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await later.goto(`${server.baseUrl}/live?view=latest`)
  await expect(later.locator('main ol > li').first()).toContainText('clean → +1 cone')
  await later.goto(`${server.baseUrl}/live?driver=Wilford%20Amador`)
  await expect(later.getByRole('dialog')).toContainText('run 3 corrected')
  await later.context().close()
})

test('given the announcer’s view, when a car finishes, then it shows the car and the gained positions', async ({
  page,
}) => {
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expectLive(page)
  server.data.writeEntries(withChanged(entries, 'Felipe González', { runs: ['41.400', '39.000'] }))
  await expect(page.getByRole('heading', { name: 'Felipe González' })).toBeVisible()
  await expect(page.getByText(/PB −2\.400, 2nd → 1st/)).toBeVisible()
})

test('given a changed run, then its row flashes, but not with reduced motion', async ({ page }) => {
  const flashes = () =>
    page.locator('tr[data-flash]').evaluateAll((rows: HTMLElement[]) => rows.map(({ dataset }) => dataset.driver))
  let runs = ['41.053', '41.500']
  const drive = async (time: string) => {
    runs = [...runs, time]
    server.data.writeEntries(withChanged(entries, 'Ian O’Malley', { runs }))
    await expect(rowOf(page, 'Ian O’Malley')).toContainText(time)
  }
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live`)
  await expect(rowOf(page, 'Felipe González')).not.toContainText('39.000')
  await expect.poll(flashes).toEqual([])
  await drive('40.001')
  expect(await flashes()).toEqual(['Ian O’Malley'])
  await expect(rowOf(page, 'Ian O’Malley')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await expect.poll(flashes).toEqual([])
  await expect(rowOf(page, 'Ian O’Malley')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await drive('40.002')
  expect(await flashes()).toEqual([])
})

test('given the colours, when sunlight is chosen, then a reload has them before its first paint', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.getByLabel('More').tap()
  await page.getByLabel('Colours').selectOption('sunlight')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await background()).toBe('rgb(255, 255, 255)')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sunlight')
  expect(await background()).toBe('rgb(255, 255, 255)')
  await expectLive(page)
  await page.getByLabel('More').tap()
  await expect(page.getByLabel('Colours')).toHaveValue('sunlight')
})

test('given a view of one class, when it is downloaded, then the file has the same rows, and formulas are text', async ({
  page,
}) => {
  server.data.writeEntries([...entries, { class: 'SM', number: '1', name: '=HYPERLINK("evil")', runs: ['60.000'] }])
  await page.goto(`${server.baseUrl}/live?view=raw&class=SM`)
  await expect(rowOf(page, '=HYPERLINK("evil")')).toBeVisible()
  const address = await page.getByRole('link', { name: 'CSV', includeHidden: true }).getAttribute('href')
  const csv = await page.request.get(`${server.baseUrl}${address}`)
  expect(csv.headers()['content-disposition']).toBe('attachment; filename="test-autocross.csv"')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFposition,class,number,driver,car,heat,time,gap,/)
  expect(lines.slice(1, 4).map((line) => line.split(',')[3])).toEqual([
    'Åsa Lindqvist',
    'Joan Zielinski',
    `"'=HYPERLINK(""evil"")"`,
  ])
  const json = await page.request.get(`${server.baseUrl}/live/results.json?view=raw&class=SM`)
  expect(await json.json()).toMatchObject({
    title: 'Test Autocross',
    entries: [{ driver: 'Åsa Lindqvist' }, {}, {}, {}],
  })
  server.data.writeEntries(entries)
})

test('given a page hidden for 5 minutes, when it is shown, then a notice sums up the missed runs and the followed drivers', async ({
  page,
}) => {
  server.data.writeEntries(entries)
  await page.addInitScript(() => localStorage.setItem('paddock.stars', JSON.stringify(['Felipe González'])))
  await page.goto(`${server.baseUrl}/live`)
  await expect(rowOf(page, '=HYPERLINK("evil")')).toHaveCount(0)
  await expectLive(page)
  const look = (state: string, minutes: number) =>
    page.evaluate(
      ([visibility, later]) => {
        const now = Date.now
        Date.now = () => now() + Number(later) * 60_000
        Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      },
      [state, minutes],
    )
  await look('hidden', 0)
  const faster = withChanged(entries, 'Felipe González', { runs: ['41.400', '39.000'] })
  server.data.writeEntries(withChanged(faster, 'Ian O’Malley', { runs: ['41.053', '41.500', '43.000'] }))
  await expect(rowOf(page, 'Felipe González')).toContainText('39.000')
  await look('visible', 5)
  const notice = page.getByRole('complementary', { name: 'While you were away' })
  await expect(notice).toContainText('While you were away (5 min): 2 runs')
  await expect(notice).toContainText('Felipe González 2nd → 1st · passed Ian O’Malley')
  await notice.getByRole('button').tap()
  await expect(notice).toBeHidden()
  await look('hidden', 0)
  await look('visible', 0)
  await expect(notice).toBeHidden()
})
