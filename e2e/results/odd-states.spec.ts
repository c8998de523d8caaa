import type { Page } from '@playwright/test'
import { type Entry, eventFile, field } from '../../testing/event/timing-file.ts'
import { expectLive, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// What is seldom seen, on phones: nothing of it is cut, and nothing sticks together.

const inMinutes: readonly Entry[] = [
  { class: 'SS', number: '1', name: 'דוד בן־גוריון', runs: ['1:42.004', '1:41.266+1', '1:40.516', '1:43.888+12'] },
  { class: 'SS', number: '2', name: 'فاطمة الزهراء محمد', runs: ['1:44.100', 'DNF'] },
]
const entries = [...field, ...inMinutes]
const server = serverOfFile({ entries, environment: { GUARD_SECONDS: '600' } })

test.beforeEach(() => {
  server.data.writeFile('event.yaml', eventFile)
  server.data.writeEntries(entries)
})

test('given a phone, when a search finds nobody, then class, order and field are beside each other, none cut to a letter', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '?q=zzz')
  await expect(page.getByText('Nobody found for “zzz”.')).toBeVisible()
  const parts = [
    page.getByRole('combobox', { name: 'Class' }),
    page.getByRole('combobox', { name: 'Sort:' }),
    page.getByRole('searchbox'),
  ]
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
  for (const box of boxes) expect(box?.width).toBeGreaterThanOrEqual(44)
  const ends = boxes.slice(0, -1).map((box) => (box?.x ?? 0) + (box?.width ?? 0))
  for (const [index, end] of ends.entries()) expect(boxes[index + 1]?.x).toBeGreaterThanOrEqual(end)
})

test('given a phone, when the times have minutes and names run from right to left, then the sheet does not scroll sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  server.data.writeFile('event.yaml', `${eventFile}time_format: minutes\n`)
  await open(page, `?driver=${encodeURIComponent('דוד בן־גוריון')}`)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('1:40.516')
  expect(await sheet.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0)
})

for (const width of [390, 320]) {
  test.describe(`given a phone of ${width} px`, () => {
    test.use({ viewport: { width, height: 844 } })

    test('when an entry in Mine leads, then its lead and the runs left do not touch', async ({ page }) => {
      await followBefore(page, ['Joan Zielinski'])
      await open(page, '?view=mine')
      const lead = await page.getByText(/^leads by/).boundingBox()
      const left = await page.getByText('2 runs left').boundingBox()
      const gap = (left?.x ?? 0) - (lead?.x ?? 0) - (lead?.width ?? 0)
      const isBelow = (left?.y ?? 0) >= (lead?.y ?? 0) + (lead?.height ?? Number.POSITIVE_INFINITY)
      expect(isBelow || gap >= 8, `${gap} px`).toBe(true)
    })
  })
}

for (const width of [390, 1440]) {
  test(`given a held list and a window of ${width} px, then the whole line says that new results are being checked, and since when`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await open(page, '')
    const height = await page.locator('header').evaluate((header) => header.getBoundingClientRect().height)
    server.data.writeEntries([])
    const status = statusLine(page)
    await expect(status).toContainText('new results are being checked for')
    const text = status.locator('> :last-child')
    expect(await text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
    const box = await status.evaluate((line) => line.getBoundingClientRect().right)
    expect(box).toBeLessThanOrEqual(width)
    expect(await page.locator('header').evaluate((header) => header.getBoundingClientRect().height)).toBe(height)
  })
}

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${server.baseUrl}/live${query}`)
  await expectLive(page)
}
