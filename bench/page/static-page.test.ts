import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { readAxwareHtml } from '../../server/publisher/sources/axware/axware-html.ts'
import { driversOfGrid } from '../../testing/event/drivers-of-grid.ts'
import { type EventFolder, makeEventFolder } from '../../testing/event/event-folder.ts'
import { staticPage } from './static-page.ts'

let folder: EventFolder

beforeAll(async () => {
  folder = await makeEventFolder(140)
})
afterAll(() => folder.remove())

test('the reader of AXWare pages finds every entry with all runs in the static page, and no warning', () => {
  const drivers = driversOfGrid(folder.grid)
  const page = readAxwareHtml(staticPage(standingsOf(drivers, folder.event), folder.event, 60), 'live.html')
  expect(page.warnings).toEqual([])
  expect(page.title).toBe('Benchmark of 140 entries')
  const found = new Map(page.entries.map((entry) => [entry.name, entry]))
  expect(found.size).toBe(140)
  for (const { driver_name: name, class: code, number, car, runs } of drivers) {
    expect(found.get(name)).toMatchObject({ class: code, number, car })
    expect(found.get(name)?.runs.map(String).filter(Boolean)).toEqual(runs)
  }
})

test('the static page reloads itself after the given number of seconds', () => {
  const page = staticPage(standingsOf([], folder.event), folder.event, 30)
  expect(page).toContain('<meta http-equiv="refresh" content="30">')
})
