import type { Page } from '@playwright/test'
import { type Entry, field, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// The live region for screen readers: news of followed drivers only.

test.use({ ...phone, isClocked: true })

const server = serverOfFile()
const ian = 'Ian O’Malley'
const first = ['41.053', '41.500']

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(field)
  const list = async () => (await fetch(`${server.baseUrl}/live/results.csv`)).text()
  await expect.poll(list).not.toContain('40.934')
  await followBefore(page, [ian, 'Åsa Lindqvist'])
})

test('given followed drivers, when they run or are corrected, then one short text announces it, without other drivers', async ({
  page,
}) => {
  const announced = await listen(page)
  await open(page, '/live')
  server.data.writeEntries(others(run('40.934')))
  await expect(announcement(page)).toHaveText('Ian O’Malley, run 3: 40.934, personal best, 1st in STR.')
  server.data.writeEntries(others(run('40.934+1')))
  await expect(announcement(page)).toHaveText(
    'Ian O’Malley, run 3 corrected from 40.934 to 40.934 plus 1 cone, now 1st in STR.',
  )
  await page.clock.runFor(10_000)
  await expect(announcement(page)).toHaveText('')
  expect(await announced()).toEqual([
    'live',
    'Ian O’Malley, run 3: 40.934, personal best, 1st in STR.',
    'Ian O’Malley, run 3 corrected from 40.934 to 40.934 plus 1 cone, now 1st in STR.',
  ])
})

test('given several runs in one update, then they are one text, and those of the next seconds are one more', async ({
  page,
}) => {
  const announced = await listen(page)
  await open(page, '/live?view=latest')
  // No time passes until all of them are received, however slow the machine is.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000))
  const both = withChanged(run('42.000'), 'Åsa Lindqvist', { runs: ['39.900', '39.100+2', '39.000'] })
  server.data.writeEntries(both)
  await expect(announcement(page)).toHaveText(
    /^Ian O’Malley, run 3: 42.000, 1st in STR\. Åsa Lindqvist, run 3: 39.000, /,
  )
  for (const last of ['43.001', '43.002', '43.003', '43.004']) {
    server.data.writeEntries(run('42.000', last))
    await expect(page.getByText(last).first()).toBeVisible()
  }
  await page.clock.runFor(6000)
  await expect(announcement(page)).toHaveText(/43\.001.*\. and \d more\.$/)
  expect((await announced()).filter((text) => text.startsWith(ian))).toHaveLength(2)
})

for (const view of ['announcer', 'class']) {
  test(`given the view ${view} and no followed driver, when a car finishes, then nothing is announced`, async ({
    page,
  }) => {
    await page.addInitScript(() => localStorage.clear())
    const announced = await listen(page)
    await open(page, `/live?view=${view}`)
    server.data.writeEntries(run('40.934'))
    await expect(page.getByText('40.934').first()).toBeVisible()
    // Ages that change every second are not announced.
    await page.clock.runFor(6000)
    expect(await announced()).toEqual(['live'])
  })
}

test('given news in the HTML, when the page is opened, then none of it is announced', async ({ page }) => {
  await open(page, '/live?view=latest')
  server.data.writeEntries(run('40.934'))
  await expect(announcement(page)).not.toHaveText('')
  const announced = await listen(page)
  await page.reload()
  await expectLive(page)
  await expect(page.getByText('run 3: 40.934').first()).toBeVisible()
  await page.clock.runFor(6000)
  expect(await announced()).toEqual(['live'])
})

function announcement(page: Page) {
  return page.locator('[data-announcements]')
}

function run(...times: readonly string[]): readonly Entry[] {
  return withChanged(field, ian, { runs: [...first, ...times].slice(0, 4) })
}

/** Another driver runs, too. */
function others(entries: readonly Entry[]): readonly Entry[] {
  const runs = [`4${Math.floor(Math.random() * 9)}.${100 + Math.floor(Math.random() * 800)}`]
  return withChanged(entries, 'Nobody Ranyet', { runs })
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${server.baseUrl}${address}`)
  await expectLive(page)
}

/** Records the texts of the live regions, from the next page on; returns how to read them. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const announced: string[] = []
    Object.assign(window, { paddockAnnounced: announced })
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return element?.closest('[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output')
      })
      for (const region of new Set(regions)) if (region?.textContent) announced.push(region.textContent)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return async () => {
    const all = await page.evaluate(
      () => (window as unknown as { paddockAnnounced: readonly string[] }).paddockAnnounced,
    )
    // React sets a text twice while the page hydrates; a screen reader reads it once.
    return all.filter((text, index) => text !== all[index - 1] && !/^(connecting|catching up) …$/.test(text))
  }
}
