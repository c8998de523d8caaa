import type { BrowserContext, Page } from '@playwright/test'
import { type Entry, withChanged } from '../../testing/event/timing-file.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { expectLive, versionShown } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'
import { topRow } from './top-row.ts'

// A reader who has scrolled a bit and touches nothing keeps the place: the first row in sight moves 0 px.
// STILL_SECONDS=200 npm run e2e -- still-rows.spec           the same in real time, a run every 2 s
// STILL_SEED=1 STILL_RUNS=60 npm run e2e -- still-rows.spec   other runs, and more of them

const realSeconds = Number(process.env.STILL_SECONDS ?? 0)
/** Page time between two runs: longer than the 8 s after which a pending order is shown. Seconds. */
const between = 10
const clockedRuns = Number(process.env.STILL_RUNS ?? 10)

const random = seededRandom(Number(process.env.STILL_SEED ?? 14))
const time = () => (40 + random() * 9).toFixed(3)
const classes = ['SS', 'STR', 'SM', 'STX']
let entries: readonly Entry[] = Array.from({ length: 96 }, (_, index) => ({
  class: classes[index % 4] ?? '',
  number: `${index + 1}`,
  name: nameOf(index + 1),
  car: 'Miata',
  heat: `${(index % 2) + 1}`,
  runs: index % 3 === 0 ? [] : [time(), ...(index % 2 === 0 ? [time()] : [])],
}))
const starred = [2, 5, 11, 17, 23, 30, 44, 50].map(nameOf)
const views = ['class', 'pax', 'raw', 'latest', 'mine', 'table', 'announcer', 'charts']

const server = serverOfFile({ entries })
test.use({ ...phone, viewport: { width: 412, height: 600 }, isClocked: realSeconds === 0 })

/** Some are so long that a badge beside them makes another line. */
function nameOf(number: number): string {
  return `Driver ${String(number).padStart(2, '0')}${number % 5 === 2 ? ' of the Meadows beyond Water' : ''}`
}

/** One more run or corrected run of a random entry. */
function change(): void {
  const entry = entries[Math.floor(random() * entries.length)]
  if (!entry) throw new Error('The event has no entries.')
  const before = entry.runs ?? []
  const isCorrected = before.length > 0 && (before.length >= 4 || random() < 0.15)
  const [last = '', cones = '0'] = before.at(-1)?.split('+') ?? []
  const after = isCorrected ? [...before.slice(0, -1), `${last}+${Number(cones) + 1}`] : [...before, time()]
  entries = withChanged(entries, entry.name, { runs: after })
  server.data.writeEntries(entries)
}

async function openScrolled(context: BrowserContext, view: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.baseUrl}/live?view=${view}`)
  await expectLive(page)
  // As far as the shortest view can be scrolled.
  await page.evaluate(() => window.scrollTo(0, 260))
  return page
}

test('given each view, scrolled and not touched, while runs come in, then the first row in sight moves 0 px', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000 + realSeconds * 1000 + clockedRuns * 10_000)
  await followBefore(page, starred)
  for (let before = 0; before < 12; before += 1) change()
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  const pages = new Map<string, Page>()
  for (const view of views) pages.set(view, await openScrolled(context, view))
  const tops = new Map<string, { key: string; top: number } | undefined>()
  const moved: string[] = []
  const compare = async (when: string) => {
    for (const [view, one] of pages) {
      const last = tops.get(view)
      const { first, same } = await topRow(one, last?.key)
      if (last && same && Math.abs(same.top - last.top) >= 0.5) {
        moved.push(`${view}, ${when}: ${last.key} by ${(same.top - last.top).toFixed(2)} px`)
      }
      tops.set(view, first)
    }
  }
  if (realSeconds === 0) await page.clock.runFor(between * 1000)
  await compare('at the start')
  const end = performance.now() + realSeconds * 1000
  for (let run = 1; realSeconds > 0 ? performance.now() < end : run <= clockedRuns; run += 1) {
    const version = await versionShown(page)
    change()
    for (const one of pages.values()) await expect.poll(() => versionShown(one)).toBeGreaterThan(version)
    await compare(`when run ${run} comes in`)
    if (realSeconds === 0) await page.clock.runFor(between * 1000)
    else await page.waitForTimeout(2000)
    await compare(`after run ${run}`)
  }
  for (const [view, one] of tops) expect(one, `a row is in sight in ${view}`).toBeDefined()
  expect(moved).toEqual([])
})
