import type { Page } from '@playwright/test'
import type { Entry } from '../../testing/event/timing-file.ts'
import { template } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_/,
})

/** Two heats of six; the number is the place in the order. */
const entries: readonly Entry[] = ['1', '2'].flatMap((heat) =>
  ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, index) => {
    return { class: heat === '1' ? 'SS' : 'STR', number: `${index + 1}`, name: `${letter}${heat} Driver`, heat }
  }),
)
const withOrder = template.replace('runs: run_columns', 'run_order: row.Number, runs: run_columns')
const server = serverOfFile({ entries, template: withOrder })

/** The entries after these runs of heat 1, in order. */
function after(...names: readonly string[]): readonly Entry[] {
  return entries.map((entry) => {
    const runs = names.filter((name) => entry.name === `${name}1 Driver`)
    return { ...entry, runs: runs.map((_, run) => `4${run}.000`) }
  })
}

async function drive(page: Page, ...names: readonly string[]): Promise<void> {
  for (const count of names.keys()) {
    server.data.writeEntries(after(...names.slice(0, count + 1)))
    await expect(page.locator('header')).toContainText(`${count + 1} of 6`)
  }
}

const start = (page: Page, name: string) =>
  page.locator('main a[data-sheet]').filter({ hasText: '★' }).filter({ hasText: name })

test('given a run order, when cars finish, then followed drivers see the cars ahead fall, or the heat that they drive in', async ({
  page,
}) => {
  await followBefore(page, ['E1 Driver', 'B2 Driver'])
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(start(page, 'E1')).toContainText('in 4 cars')
  await expect(start(page, 'B2')).toContainText('in heat 2')
  const firstRow = () =>
    page
      .getByRole('row')
      .nth(1)
      .evaluate((row) => row.getBoundingClientRect().top)
  const before = await firstRow()
  await drive(page, 'A', 'B')
  await expect(start(page, 'E1')).toContainText('in 2 cars')
  await expect(page.locator('header')).toContainText('heat 1/2, run 1 · 2 of 6')
  expect(await firstRow()).toBe(before)

  await page.goto(`${server.baseUrl}/live?view=mine`)
  const mine = page.getByRole('listitem').filter({ hasText: 'E1 Driver' })
  await expect(mine).toContainText('in about 2 cars')
  await expect(page.getByRole('listitem').filter({ hasText: 'B2 Driver' })).toContainText(
    'heat 1 is on, drives in heat 2',
  )
  await expectAccessible(page)
  await page.getByRole('link', { name: 'E1 Driver' }).click()
  await expect(page.getByRole('dialog')).toContainText('Next run: in about 2 cars')
  await expect(page.getByRole('dialog')).toContainText('Class SS: open')
})

test('given cars that drive in another order, then nothing is said of who is next', async ({ page }) => {
  server.data.writeEntries(after('A', 'B'))
  await followBefore(page, ['E1 Driver'])
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(start(page, 'E1')).toContainText('in 2 cars')
  server.data.writeEntries(after('F'))
  await expect(page.locator('header')).toContainText('1 of 6')
  await expect(start(page, 'E1')).toBeVisible()
  await expect(start(page, 'E1')).not.toContainText('cars')
})

test('given no connection, then the number of cars becomes the time of the list', async ({ page, context }) => {
  server.data.writeEntries(after('A', 'B'))
  await followBefore(page, ['E1 Driver'])
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(start(page, 'E1')).toContainText('in 2 cars')
  await context.setOffline(true)
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await expect(page.locator('[data-connection]')).toHaveAttribute('data-connection', 'offline', { timeout: 60_000 })
  await expect(start(page, 'E1')).toContainText(/as of \d\d:\d\d/)
  await expect(start(page, 'E1')).not.toContainText('cars')
  await context.setOffline(false)
})

test('given classes at each stage, then the heading of each has its state', async ({ page }) => {
  const driven = (runs: readonly string[]) => entries.map((entry) => (entry.heat === '1' ? { ...entry, runs } : entry))
  const state = (code: string, name: string) =>
    page.getByRole('heading', { name: new RegExp(`^${code} `) }).getByRole('img', { name })
  server.data.writeEntries(driven(['40.000']))
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(state('SS', 'podium open')).toBeVisible()
  await expect(state('STR', 'open')).toBeVisible()
  server.data.writeEntries(driven(['40.000', '41.000', '42.000', '43.000']))
  await expect(state('SS', 'decided')).toBeVisible()
  await expectAccessible(page)
})

test('given more changes than a page brings along since a run, then the sheet has its time from the day’s history', async ({
  page,
  request,
}) => {
  const save = async (entries: readonly Entry[], run: string) => {
    server.data.writeEntries(entries)
    await expect.poll(async () => (await request.get(`${server.baseUrl}/live/results.json`)).text()).toContain(run)
  }
  server.data.writeEntries(entries)
  await save(after('C'), '"run_1":"40.000"')
  for (const minute of ['51', '52', '53', '54', '55', '56']) {
    const runs = ['1', '2', '3', '4'].map((run) => `${minute}.00${run}`)
    await save(
      after('C').map((entry) => (entry.name === 'C1 Driver' ? entry : { ...entry, runs })),
      `"run_4":"${minute}.004"`,
    )
  }
  const asked = page.waitForRequest('**/live/history.json?class=SS')
  await page.goto(`${server.baseUrl}/live?driver=${encodeURIComponent('C1 Driver')}`)
  await expectLive(page)
  await asked
  await expect(page.getByRole('dialog')).toContainText(/Best run published at \d\d:\d\d/)
})
