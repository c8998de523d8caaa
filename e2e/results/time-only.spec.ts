import { devices } from '@playwright/test'
import { eventFile, field } from '../../testing/event/timing-file.ts'
import { rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// A class that does not count: time only, fun runs.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const server = serverOfFile({
  event: eventFile.replace('columns:', '  TO: { name: Time Only, counts: false }\ncolumns:'),
  entries: [
    ...field,
    { class: 'to', number: '4', name: 'Quincy Blythe', runs: ['39.500'] },
    { class: 'TO', number: '5', name: 'Zelda Norrington', runs: ['38.500+1', '38.000'] },
  ],
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('given a class that does not count, then its entries are sorted by time, without positions', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live?class=to`)
      await expect(page.getByRole('heading', { level: 2 })).toContainText('2 entries · time only')
      expect(await rowKeys(page)).toEqual(['Zelda Norrington', 'Quincy Blythe'])
      const fastest = rowOf(page, 'Zelda Norrington')
      await expect(fastest.locator('[data-slot="total"]')).toHaveText('38.000')
      await expect(fastest.locator('[data-slot="position"]')).toHaveText('')
    })

    test('given the fastest entry in a class that does not count, then the fastest that counts leads by raw time', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}/live?view=raw`)
      await expect(rowOf(page, 'Åsa Lindqvist').locator('[data-slot="position"]')).toHaveText('1')
      await expect(rowOf(page, 'Zelda Norrington').locator('[data-slot="position"]')).toHaveText('')
    })

    test('given an entry that does not count, then its sheet says so, and has no required times', async ({ page }) => {
      await page.goto(`${server.baseUrl}/live?driver=Quincy+Blythe`)
      const sheet = page.getByRole('dialog', { name: 'Quincy Blythe' })
      await expect(sheet).toContainText('Time only: counts for no place and no trophy.')
      await expect(sheet.getByRole('heading', { name: 'What it takes' })).toHaveCount(0)
    })
  })
}
