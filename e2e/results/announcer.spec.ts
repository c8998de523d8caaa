import { devices } from '@playwright/test'
import { eventFile, field, template, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const server = serverOfFile()

test('given no news of a run, then the announcer’s view says that it waits, and has the fastest and the classes', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expect(page.getByText('Waiting for the next car to finish.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'FTD' }).getByRole('row')).toHaveText([
    '1Åsa Lindqvist SM39.900',
    '2Joan Zielinski SS40.341+0.441',
    '3Wilford Amador SS40.516+0.616',
  ])
  await expect(page.getByRole('table', { name: 'PAX' }).getByRole('row')).toHaveText([
    '1Joan Zielinski SS33.563',
    '2Wilford Amador SS33.709+0.146',
    '3Ian O’Malley STR33.991+0.428',
  ])
  await expect(page.getByRole('table', { name: 'Classes today' }).getByRole('row')).toHaveText([
    'ClassNameEntriesTrophies',
    'SSSuper Street31',
    'STRStreet Touring R31',
    'SMStreet Modified21',
  ])
})

test('given a slower run, and one of an entry for time only, then the view says what each did', async ({ page }) => {
  const event = eventFile.replace('SM: { name: Street Modified', 'SM: { counts: false, name: Street Modified')
  server.data.writeFile('event.yaml', event)
  server.data.writeEntries(field)
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expectLive(page)
  const last = page.getByRole('region', { name: 'Last car', exact: true })
  server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '40.341', '40.800'] }))
  await expect(last).toContainText('no improvement: best 40.341 (+0.459), stays 1st')
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['45.000'] }))
  await expect(last).toContainText('first time, time only')
  server.writeFiles()
})

test('given a car that finishes, then the view has its penalties, positions, class and required time, and the car before', async ({
  page,
  browser,
}) => {
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expectLive(page)
  const faster = withChanged(field, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] })
  server.data.writeEntries(faster)
  const last = page.getByRole('region', { name: 'Last car', exact: true })
  await expect(last.getByRole('heading', { name: 'Wilford Amador' })).toBeVisible()
  await expect(last).toContainText('40.000 clean▲1 PB −0.516, 2nd → 1st')
  await expect(last).toContainText('run 3 · 1 run leftleads by 0.341')
  const rows = page.getByRole('table', { name: 'Class SS' }).getByRole('row')
  await expect(rows).toHaveText([
    '1Wilford Amador (the last car)40.000',
    '2Joan Zielinski40.341+0.341',
    '3Perry Usedtobe43.900+3.900',
  ])

  server.data.writeEntries(withChanged(faster, 'Perry Usedtobe', { runs: ['44.100', '43.900', '39.500+2'] }))
  await expect(last.getByRole('heading', { name: 'Perry Usedtobe' })).toBeVisible()
  await expect(last).toContainText('39.500 + 2 conesPB −0.400, stays 3rd')
  await expect(last).toContainText('needs 40.340 for 2nd, 3.160 faster')
  await expect(page.getByRole('region', { name: 'Before' }).getByRole('listitem').first()).toContainText('Wilford')
  await expect(page.getByText('Next in run order')).toHaveCount(0)

  const later = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await later.goto(`${server.baseUrl}/live?view=announcer`)
  await expect(later.getByRole('region', { name: 'Last car', exact: true })).toContainText('Perry Usedtobe')
  await later.context().close()
  await expectAccessible(page)
})

test('given long and short names, when one car follows the other, then the box of the last car keeps its size', async ({
  page,
}) => {
  const long = 'Maximiliana Konstantinopolitanskaja-Featherstonehaugh'
  const entries = [...field, { class: 'SS', number: '5', name: long, runs: ['49.000'] }]
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expectLive(page)
  const boxOf = async () => {
    const { y, height } = (await page.getByRole('region', { name: 'Last car', exact: true }).boundingBox()) ?? {}
    return { y, height }
  }
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    const drive = async (name: string, run: string) => {
      server.data.writeEntries(withChanged(entries, name, { runs: ['45.000', '46.000', run] }))
      await expect(page.getByRole('region', { name: 'Last car', exact: true })).toContainText(run)
      await expect(
        page.getByRole('region', { name: 'Last car', exact: true }).getByRole('heading', { name }),
      ).toBeVisible()
    }
    await drive(long, `48.${width.toString().padStart(4, '0').slice(1)}`)
    const before = await boxOf()
    await drive('Perry Usedtobe', `47.${width.toString().padStart(4, '0').slice(1)}`)
    expect(await boxOf()).toEqual(before)
  }
})

test('given a timing file with a run order, then the view lists the next drivers', async ({ page }) => {
  server.data.writeFile('drivers.jsonl.njk', template.replace('heat: row.Heat', 'run_order: row.Number'))
  server.data.writeEntries(field)
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expectLive(page)
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['41.053', '41.500', '42.000'] }))
  await expect(page.getByRole('heading', { name: 'Ian O’Malley' })).toBeVisible()
  const next = page.getByRole('heading', { name: 'Next in run order' }).locator('xpath=..').getByRole('listitem')
  // 9, then 10, 88 and 101, then the first again; "Runoff4" is no number of an order.
  await expect(next).toHaveText([
    /^STR #10 Sylvia Existentialista/,
    /^SS #88 Wilford Amador2nd · 40\.516$/,
    /^SS #101 Perry/,
    /^SS #4 Joan/,
    /^SM #7 Åsa/,
  ])
  server.writeFiles()
})
