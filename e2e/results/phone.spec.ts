import type { Page } from '@playwright/test'
import { type Entry, withChanged } from '../../testing/event/timing-file.ts'
import { cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

const longName = 'Bartholomew Featherstonehaugh-Cholmondel'
/** Two classes; driver 1 has four runs, driver 2 none, and the longest name has 40 letters. */
const entries: readonly Entry[] = [
  { class: 'SS', number: '1', name: 'Ann Alpha', runs: ['43.100', '42.900+1', '41.000', 'DNF'] },
  { class: 'SS', number: '2', name: 'Bo Beta', runs: [] },
  { class: 'SS', number: '12', name: longName, runs: ['44.100', '44.000'] },
  { class: 'STR', number: '112', name: 'Олена Коваленко', runs: ['42.000', '42.500'] },
  ...Array.from({ length: 12 }, (_, index) => {
    return { class: 'STR', number: `${20 + index}`, name: `Rival ${index}`, runs: [`${50 + index}.000`] }
  }),
]
const server = serverOfFile({ entries })

test.beforeEach(() => server.data.writeEntries(entries))

test('given two followed drivers, then the first row begins in the first third of the window, and the header shrinks to 44 px', async ({
  page,
}) => {
  await followBefore(page, ['Ann Alpha', 'Rival 3'])
  await open(page)
  await expect(page.locator('main a[data-sheet]').filter({ hasText: '★' })).toHaveCount(2)
  expect(await topOf(page, 'Ann Alpha')).toBeLessThan(250)
  const header = () => page.locator('header').evaluate((element) => element.getBoundingClientRect())
  expect((await header()).bottom).toBeLessThanOrEqual(49)
  await page.evaluate(() => window.scrollTo(0, 400))
  await expect.poll(async () => (await header()).bottom).toBeLessThanOrEqual(45)
  const inOneLine = await page
    .locator('header')
    .evaluate((element) =>
      ['h1', '[role="status"]'].map((one) => element.querySelector(one)?.getBoundingClientRect().top ?? 0),
    )
  expect(Math.abs((inOneLine[0] ?? 0) - (inOneLine[1] ?? 99))).toBeLessThan(12)
  await expect(page.getByText('More')).toBeHidden()
})

test('given the sort control, when Time ↓ is chosen, then rows and address have that order, and no heading is in sight', async ({
  page,
}) => {
  await open(page, '?class=SS')
  await expect(page.getByLabel('Sort:')).toHaveValue('position')
  await page.getByLabel('Sort:').selectOption('Time ↓')
  await expect.poll(() => rowKeys(page)).toEqual([longName, 'Ann Alpha', 'Bo Beta'])
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-total')
  const heads = await page
    .locator('thead')
    .evaluateAll((all) => all.map((head) => head.getBoundingClientRect().height).filter((height) => height > 1))
  expect(heads).toEqual([])
  await page.getByLabel('Sort:').selectOption('Position')
  await expect.poll(() => rowKeys(page)).toEqual(['Ann Alpha', longName, 'Bo Beta'])
  expect(new URL(page.url()).searchParams.get('sort')).toBe(null)
})

test('given entries with no, two and four runs, then their rows have one height, and run 2 is in one column', async ({
  page,
}) => {
  await open(page)
  const rows = ['Ann Alpha', 'Bo Beta', 'Олена Коваленко', 'Rival 0']
  const heights = await Promise.all(rows.map(async (name) => (await rowOf(page, name).boundingBox())?.height))
  expect(new Set(heights.map((height) => Math.round(height ?? 0))).size).toBe(1)
  const second = await Promise.all(
    ['Ann Alpha', 'Олена Коваленко', longName].map((name) => runOf(page, name, 1).evaluate(leftOf)),
  )
  expect(new Set(second).size).toBe(1)
  const label = await page.getByText('R2', { exact: true }).first().evaluate(leftOf)
  expect(label).toBe(second[0])
})

test('given a better run, then its badges are in their slot, and neither the row nor the name changes its size', async ({
  page,
}) => {
  await open(page)
  const name = rowOf(page, longName).locator('th a bdi')
  const size = async () => {
    const [row, text] = [await rowOf(page, longName).boundingBox(), await name.boundingBox()]
    return [Math.round(row?.height ?? 0), Math.round(text?.width ?? 0)]
  }
  const before = await size()
  server.data.writeEntries(withChanged(entries, longName, { runs: ['44.100', '44.000', '40.500'] }))
  await expect(cellOf(page, longName, 'total')).toHaveText('40.500')
  const badges = rowOf(page, longName).locator('[data-badge]')
  await expect(badges).toHaveCount(2)
  expect(await size()).toEqual(before)
  const boxes = [await name.boundingBox(), await rowOf(page, longName).locator('[data-slot="total"]').boundingBox()]
  for (const badge of await badges.all()) {
    const box = await badge.boundingBox()
    for (const other of boxes) expect(overlap(box, other)).toBe(false)
  }
})

test('given a name of 40 letters, then no letter is cut', async ({ page }) => {
  await open(page)
  const cut = await rowOf(page, longName)
    .locator('th')
    .evaluate((cell) => cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight)
  expect(cut).toBe(false)
})

test('given a star in a row, when it is tapped, then the driver is followed and no sheet opens', async ({ page }) => {
  await open(page)
  const star = page.getByRole('button', { name: 'Star Ann Alpha' })
  const box = await star.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await star.tap()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('main a[data-sheet]').filter({ hasText: '★' })).toContainText('Ann Alpha')
  await star.tap()
  await expect(star).toHaveAttribute('aria-pressed', 'false')
})

test('given two chosen views, when Back is used, then the views before are shown, and a search adds no step', async ({
  page,
}) => {
  await open(page)
  const views = page.getByRole('navigation', { name: 'Views' })
  await views.getByRole('link', { name: 'Raw' }).tap()
  await page.getByRole('searchbox').fill('rival')
  await views.getByRole('link', { name: 'Table' }).tap()
  await expect(views.getByRole('link', { name: 'Table' })).toHaveAttribute('aria-current', 'page')
  await page.goBack()
  await expect(views.getByRole('link', { name: 'Raw' })).toHaveAttribute('aria-current', 'page')
  await page.goBack()
  await expect(views.getByRole('link', { name: 'Class' })).toHaveAttribute('aria-current', 'page')
})

test('given #12 or Latin letters for Cyrillic ones, then the search finds that entry alone', async ({ page }) => {
  await open(page, '?q=%2312')
  await expect.poll(() => rowKeys(page)).toEqual([longName])
  await page.getByRole('searchbox').fill('olena')
  await expect.poll(() => rowKeys(page)).toEqual(['Олена Коваленко'])
})

test('given an unknown driver in the address, then the page says so until it is dismissed', async ({ page }) => {
  await open(page, '?driver=Nobody%20Knows')
  await expect(page.getByText('“Nobody Knows” is not in this list.')).toBeVisible()
  await page.getByRole('link', { name: 'Got it' }).tap()
  await expect(page.getByText('is not in this list.')).toHaveCount(0)
  expect(new URL(page.url()).search).toBe('')
})

test('given the menu, when its legend is opened, then it explains the marks of a row', async ({ page }) => {
  await open(page)
  await page.locator('summary').tap()
  await page.getByRole('button', { name: 'What the marks mean' }).tap()
  for (const mark of ['1T', 'PB', '◆', '✎', 'RRN', 'FTD, F']) {
    await expect(page.locator('dt').getByText(mark, { exact: true })).toBeVisible()
  }
})

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.baseUrl}/live${query}`)
  await expectLive(page)
}

async function topOf(page: Page, name: string): Promise<number> {
  return (await rowOf(page, name).boundingBox())?.y ?? Number.POSITIVE_INFINITY
}

function runOf(page: Page, name: string, index: number) {
  return cellOf(page, name, 'runs').locator('li').nth(index)
}

function leftOf(element: Element): number {
  return Math.round(element.getBoundingClientRect().left)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlap(a: Box | null, b: Box | null): boolean {
  if (!a || !b) return true
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
