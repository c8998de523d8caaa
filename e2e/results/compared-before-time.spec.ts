import { devices } from '@playwright/test'
import { template } from '../../testing/event/timing-file.ts'
import { rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// A race: laps are compared before time.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']

const server = serverOfFile({
  template: template.replace('heat: row.Heat', 'status: row.Heat'),
  event: 'title: Sprint Race\nscoring: laps_then_time\ntime_format: minutes\n',
  entries: [
    { class: 'K', number: '7', name: 'Ada Lind', runs: ['50.1', '50.2', '50.3'] },
    { class: 'K', number: '8', name: 'Bo Lund', runs: ['51', '51', '51'] },
    { class: 'K', number: '9', name: 'Cy Dahl', runs: ['40', '40'] },
    { class: 'K', number: '10', name: 'Di Moe', heat: 'DSQ', runs: ['39', '39', '39'] },
  ],
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.describe('on a phone', () => {
      test.use({ ...phone, javaScriptEnabled })

      test('given a race, then each time has its laps beside it, and fewer laps are a gap in laps', async ({
        page,
      }) => {
        await page.goto(`${server.baseUrl}/live`)
        const [first, last] = [rowOf(page, 'Ada Lind'), rowOf(page, 'Cy Dahl')]
        await expect(first.locator('[data-slot="total"]')).toHaveText('2:30.600 3 laps', { useInnerText: true })
        await expect(first.locator('[data-slot="gap"]')).toHaveText('')
        await expect(rowOf(page, 'Bo Lund').locator('[data-slot="gap"]')).toHaveText('+2.400')
        await expect(last.locator('[data-slot="total"]')).toHaveText('1:20.000 2 laps', { useInnerText: true })
        await expect(last.locator('[data-slot="gap"]')).toHaveText('+1 lap')
        await expect(last.locator('[data-slot="gap"]')).toBeVisible()
      })
    })

    test.describe('on a laptop', () => {
      test.use({ viewport: { width: 1440, height: 900 }, javaScriptEnabled })

      test('given a race, then the laps have a column of their own', async ({ page }) => {
        await page.goto(`${server.baseUrl}/live`)
        await expect(page.getByRole('columnheader', { name: 'Laps' })).toBeVisible()
        await expect(rowOf(page, 'Cy Dahl').locator('[data-column="completed"]')).toHaveText('2')
        await expect(rowOf(page, 'Cy Dahl').locator('[data-slot="total"]')).toHaveText('1:20.000', {
          useInnerText: true,
        })
      })
    })
  })
}

test('given a race, then the big screen shows whole times with their laps and gaps', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  const cells = page.locator('[data-driver="Cy Dahl"] td')
  await expect(cells.filter({ hasText: '2 laps' })).toBeVisible()
  await expect(cells.filter({ hasText: '+1 lap' })).toBeVisible()
  await expect(page.locator('[data-driver="Di Moe"] td').first()).toHaveText('DSQ')
  const cut = await page
    .locator('[data-driver] > *')
    .evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent))
  expect(cut).toEqual([])
})

test('given a race, then the line of a followed driver has the laps beside the time', async ({ page }) => {
  const names = ['Cy Dahl']
  await page.addInitScript((stars) => localStorage.setItem('paddock.stars', JSON.stringify(stars)), names)
  await page.goto(`${server.baseUrl}/live`)
  const line = page.locator('main a[data-sheet="Cy Dahl"]').filter({ hasText: '★' })
  await expect(line).toContainText('3rd K1:20.000 2 laps')
})

test('given a race, then the sheet of an entry says its laps, and how many more the next one ahead has', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?driver=Cy+Dahl`)
  const sheet = page.getByRole('dialog', { name: 'Cy Dahl' })
  await expect(sheet.getByRole('definition').filter({ hasText: /^2$/ })).toBeVisible()
  await expect(sheet.getByRole('row', { name: /Class 2nd Bo Lund/ })).toContainText('1 more lap')
})

test('given a race, then downloads have a column of laps', async ({ request }) => {
  const csv = await (await request.get(`${server.baseUrl}/live/results.csv`)).text()
  const [head = '', ...rows] = csv.trim().split(/\r?\n/)
  const column = head.split(',').indexOf('laps')
  expect(rows.map((row) => row.split(',')[column])).toEqual(['3', '3', '2', '3'])
})
