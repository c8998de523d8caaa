import { type Budget, budgets } from '../../testing/budgets/budgets.ts'
import {
  explainSize,
  gzipBytes,
  type LoadedFile,
  scriptsOf,
  stylesOf,
  sumBytes,
} from '../../testing/budgets/first-load.ts'
import { eventText, makeGrid } from '../../testing/event/made-up-event.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({ entries: clubEntries(140), event: eventText(140) })

const livePage = async () => (await fetch(`${server.baseUrl}/live`)).text()

test('given the served page, then its JavaScript is within the budget', async () => {
  expectWithin(budgets.script, await load(scriptsOf(await livePage())))
})

test('given the served page, then its CSS is within the budget', async () => {
  expectWithin(budgets.style, await load(stylesOf(await livePage())))
})

test('given a club event of 140 entries, then its HTML is within the budget', async () => {
  const html = await livePage()
  expect(html.match(/<tr\b/g)?.length).toBeGreaterThanOrEqual(100)
  expectWithin(budgets.html, [{ path: '/live', bytes: gzipBytes(html) }])
})

test('given an idle page, then all its JavaScript is within the budget, without the charts', async ({ page }) => {
  const requested = new Set<string>()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.resourceType() === 'script') requested.add(`${pathname}${search}`)
  })
  const answer = await page.goto(`${server.baseUrl}/live`)
  const named = scriptsOf((await answer?.text()) ?? '')
  await expectLive(page)
  // Closed views are loaded when the browser is idle.
  await expect.poll(() => requested.size).toBeGreaterThan(named.length + 3)
  await page.waitForLoadState('networkidle')
  expect(named.filter((path) => !requested.has(path))).toEqual([])
  expectWithin(budgets.visitScript, await load([...requested]))
  for (const path of requested)
    expect(await (await fetch(`${server.baseUrl}${path}`)).text(), path).not.toContain('uPlot')
})

async function load(paths: readonly string[]): Promise<readonly LoadedFile[]> {
  expect(paths.length).toBeGreaterThan(0)
  return Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${server.baseUrl}${path}`)
      expect(answer.status, path).toBe(200)
      return { path, bytes: gzipBytes(new Uint8Array(await answer.arrayBuffer())) }
    }),
  )
}

/** A failure names the budget, the excess and the largest files. */
function expectWithin(budget: Budget, files: readonly LoadedFile[]): void {
  expect(sumBytes(files), explainSize(budget, files)).toBeLessThanOrEqual(budget.limit)
}

function clubEntries(size: number) {
  return makeGrid(size).rows.map((row) => ({
    class: row.Class ?? '',
    number: row.Number ?? '',
    name: `${row['First Name']} ${row['Last Name']}`,
    car: row['Car Model'] ?? '',
    runs: [1, 2, 3, 4].map((run) => [row[`Run ${run}`], row[`Pen ${run}`]].filter(Boolean).join('+')),
  }))
}
