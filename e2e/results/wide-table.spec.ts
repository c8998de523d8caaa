import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { cellOf, expectLive, heading, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const longName = 'Maximiliana Featherstonehaugh-Kensington'
const entries = [
  ...field,
  { class: 'SM', number: '44', name: longName, car: 'Integra', runs: ['45.1', '46.2', 'DNF', '45.0+1'] },
]
const server = serverOfFile({ entries })
const titles = (page: Page) => page.getByRole('columnheader').getByRole('link').allInnerTexts()
const shownTitles = async (page: Page) => (await titles(page)).map((title) => title.replace(/[▲▼\d]*$/, '').trim())

test.describe('given a laptop', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('then each run has a column of its own beside the result, with penalties in a slot', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    expect((await titles(page)).slice(0, 9).map((title) => title.replace(/[▲\s]+$/, ''))).toEqual([
      'Raw pos',
      'Class',
      'Number',
      'Driver',
      'Time',
      'R1',
      'R2',
      'R3',
      'R4',
    ])
    for (const [index, text] of ['45.100 best', '46.200', 'DNF', '45.000+1'].entries()) {
      const cell = cellOf(page, longName, `run_1_${index + 1}`)
      await expect(cell).toHaveText(new RegExp(`^${text.replace('+', '\\+')}`))
    }
    const edges = await rightEdges(page, ['Joan Zielinski', 'Wilford Amador'], 'run_1_1')
    expect(new Set(edges).size, `right edges of the times: ${edges}`).toBe(1)
    const words = await rightEdges(page, ['Sylvia Existentialista', longName], 'run_1_2')
    expect(new Set(words).size, `right edges of a time and of DNF: ${words}`).toBe(1)
  })

  test('when the star of a row is clicked, then the entry is followed, and a second click ends that; no sheet opens', async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    const star = rowOf(page, 'Joan Zielinski').getByRole('button', { name: 'Star Joan Zielinski' })
    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'false')
  })

  test('when it is sorted by another position or time, then the position that belongs to it is first', async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    for (const [title, first] of [
      ['PAX', 'PAX pos'],
      ['Gap', 'Class pos'],
      ['R2', 'Raw pos'],
    ] as const) {
      await heading(page, title).getByRole('link').click()
      await expect(page.getByRole('columnheader').first()).toHaveText(new RegExp(`^${first}`))
    }
    await expect(rowOf(page, 'Wilford Amador')).toBeVisible()
    await expect(page.locator('tbody tr').first()).toHaveAttribute('data-driver', 'Joan Zielinski')
  })

  test('when a column is taken out in the chooser, then it is gone, a link shows the same, and all can come back', async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    const all = await shownTitles(page)
    await page.getByText(/^Columns/).click()
    await expect(page.getByRole('checkbox', { name: 'Driver' })).toBeDisabled()
    await page.getByRole('checkbox', { name: 'Car' }).uncheck()
    await page.getByRole('checkbox', { name: 'Runs R1 to R4' }).uncheck()
    await expect(heading(page, 'Car')).toHaveCount(0)
    expect(new URL(page.url()).searchParams.get('hide')).toBe('car,run_1_1,run_1_2,run_1_3,run_1_4')
    await page.reload()
    await expectLive(page)
    await expect(heading(page, 'R1')).toHaveCount(0)
    await expect(heading(page, 'Class')).toHaveCount(1)
    await page.getByText(/^Columns/).click()
    await page.getByRole('button', { name: 'Show all columns' }).click()
    await expect.poll(() => shownTitles(page)).toEqual(all)
    expect(new URL(page.url()).search).toBe('?view=table')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('checkbox', { name: 'Driver' })).toBeHidden()
  })
})

test.describe('given a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('when the table scrolls sideways, then the whole name stays, on at most two fifths of the width', async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    const area = page.getByRole('region', { name: 'All entries' })
    const more = page.locator('[data-more-right]')
    await expect(more).toHaveCount(1)
    await expect(cellOf(page, longName, 'total')).toBeInViewport({ ratio: 1 })
    await area.evaluate((element) => element.scrollTo({ left: 300 }))
    const name = cellOf(page, longName, 'driver')
    const box = await name.boundingBox()
    expect(box?.x).toBeLessThan(16)
    expect(box?.width).toBeLessThanOrEqual(390 * 0.4)
    expect(await name.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true)
    expect(await name.evaluate((cell) => getComputedStyle(cell, '::after').content)).toBe('"SM #44"')
    await area.evaluate((element) => element.scrollTo({ left: element.scrollWidth }))
    await expect(more).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('then the star of a row is 44 px high and wide, and lies in its row', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    const row = await rowOf(page, 'Joan Zielinski').boundingBox()
    const star = await page.getByRole('button', { name: 'Star Joan Zielinski' }).boundingBox()
    expect(star).toMatchObject({ width: 44, height: 44 })
    expect(star?.y).toBeGreaterThanOrEqual(row?.y ?? Number.POSITIVE_INFINITY)
    expect((star?.y ?? 0) + 44).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0))
  })

  test('when an entry has a new run, then its row shows it and no other row moves', async ({ page }) => {
    await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
    await expectLive(page)
    const top = async () => (await rowOf(page, 'Ian O’Malley').boundingBox())?.y
    const before = await top()
    server.data.writeEntries(withChanged(entries, 'Joan Zielinski', { runs: ['40.434', '40.341', '41.000+2'] }))
    await expect(cellOf(page, 'Joan Zielinski', 'run_1_3')).toHaveText('41.000+2')
    expect(await top()).toBe(before)
    server.data.writeEntries(entries)
  })
})

/** Where the figures of these cells end, in px. */
async function rightEdges(page: Page, names: readonly string[], column: string): Promise<readonly number[]> {
  return Promise.all(
    names.map((name) =>
      cellOf(page, name, column).evaluate((cell) => {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode()
        const range = document.createRange()
        if (text) range.selectNodeContents(text)
        return Math.round(range.getBoundingClientRect().right)
      }),
    ),
  )
}
