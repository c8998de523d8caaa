import type { Page } from '@playwright/test'
import { type Entry, field, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

// What screen readers are told without being asked: of drivers who are followed, and of nobody else.

test.use(phone)

const server = serverOfFile()
const ian = 'Ian O’Malley'
const first = ['41.053', '41.500']

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(field)
  const list = async () => (await fetch(`${server.baseUrl}/live/results.csv`)).text()
  await expect.poll(list).not.toContain('40.934')
  await followBefore(page, [ian, 'Åsa Lindqvist'])
})

test('given drivers who are followed, when they run or are corrected, then one short text says so, and nothing of others', async ({
  page,
}) => {
  const told = await listen(page)
  await open(page, '/live')
  server.data.writeEntries(others(run('40.934')))
  await expect(announcement(page)).toHaveText('Ian O’Malley, run 3: 40.934, personal best, 1st in STR.')
  server.data.writeEntries(others(run('40.934+1')))
  await expect(announcement(page)).toHaveText(
    'Ian O’Malley, run 3 corrected from 40.934 to 40.934 plus 1 cone, now 1st in STR.',
  )
  await expect(announcement(page)).toHaveText('', { timeout: 12_000 })
  expect(await told()).toEqual([
    'live',
    'Ian O’Malley, run 3: 40.934, personal best, 1st in STR.',
    'Ian O’Malley, run 3 corrected from 40.934 to 40.934 plus 1 cone, now 1st in STR.',
  ])
})

test('given several at once, then they are one text, and what comes in the next seconds is one more', async ({
  page,
}) => {
  const told = await listen(page)
  await open(page, '/live?view=latest')
  const both = withChanged(run('42.000'), 'Åsa Lindqvist', { runs: ['39.900', '39.100+2', '39.000'] })
  server.data.writeEntries(both)
  await expect(announcement(page)).toHaveText(
    /^Ian O’Malley, run 3: 42.000, 1st in STR\. Åsa Lindqvist, run 3: 39.000, /,
  )
  for (const last of ['43.001', '43.002', '43.003', '43.004']) {
    server.data.writeEntries(run('42.000', last))
    await expect(page.getByText(last).first()).toBeVisible()
  }
  await expect(announcement(page)).toHaveText(/43\.001.*\. and \d more\.$/)
  expect((await told()).filter((text) => text.startsWith(ian))).toHaveLength(2)
})

for (const view of ['announcer', 'class']) {
  test(`given ${view} and nobody who is followed, when cars finish, then nothing is announced`, async ({ page }) => {
    await page.addInitScript(() => localStorage.clear())
    const told = await listen(page)
    await open(page, `/live?view=${view}`)
    server.data.writeEntries(run('40.934'))
    await expect(page.getByText('40.934').first()).toBeVisible()
    // The announcer's view tells ages, second by second: to those who look.
    await page.waitForTimeout(2500)
    expect(await told()).toEqual(['live'])
  })
}

test('given a page that comes with news, then it announces none of them', async ({ page }) => {
  await open(page, '/live?view=latest')
  server.data.writeEntries(run('40.934'))
  await expect(announcement(page)).not.toHaveText('')
  const told = await listen(page)
  await page.reload()
  await expectLive(page)
  await expect(page.getByText('run 3: 40.934').first()).toBeVisible()
  await page.waitForTimeout(1000)
  expect(await told()).toEqual(['live'])
})

function announcement(page: Page) {
  return page.locator('[data-announcements]')
}

function run(...times: readonly string[]): readonly Entry[] {
  return withChanged(field, ian, { runs: [...first, ...times].slice(0, 4) })
}

/** Somebody else runs, too. */
function others(entries: readonly Entry[]): readonly Entry[] {
  const runs = [`4${Math.floor(Math.random() * 9)}.${100 + Math.floor(Math.random() * 800)}`]
  return withChanged(entries, 'Nobody Ranyet', { runs })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${server.baseUrl}${address}`)
  await expectLive(page)
}

/** Everything that a live region of the page says from now on, on this page or the next; returns how to read it. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const told: string[] = []
    Object.assign(window, { paddockTold: told })
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return element?.closest('[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output')
      })
      for (const region of new Set(regions)) if (region?.textContent) told.push(region.textContent)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return async () => {
    const all = await page.evaluate(() => (window as unknown as { paddockTold: readonly string[] }).paddockTold)
    // React writes a text twice while the page comes to life; a reader is told once.
    return all.filter((text, index) => text !== all[index - 1] && !/^(connecting|catching up) …$/.test(text))
  }
}
