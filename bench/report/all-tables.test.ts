import { expect, test } from 'vitest'
import { allTables } from './all-tables.ts'
import { allCharts } from './charts.ts'
import { madeUpResults } from './made-up-results.fixture.ts'
import { mergeRuns } from './merge-runs.ts'
import { type Results, resultsSchema } from './results.ts'

function rowOf(results: Results, name: string, first: string): readonly string[] {
  const table = allTables(results).find((one) => one.name === name)
  return table?.rows.find(([text]) => text === first) ?? []
}

test('every table has a name of its own, and each row has as many cells as the header', () => {
  const tables = allTables(madeUpResults)
  expect(tables.map(({ name }) => name)).toEqual([
    ...[
      'run',
      'revisions',
      'latency',
      'clients',
      'event-loop',
      'processes',
      'slow',
      'churn',
      'pages',
      'saves',
      'targets',
    ],
  ])
  for (const { header, rows } of tables) {
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toHaveLength(header.length)
  }
})

test('the fixed cost and the slope of a server come from both windows, and its ratios are to the floor of the run', () => {
  expect(rowOf(madeUpResults, 'revisions', 'Paddock')).toEqual([
    ...['Paddock', '500, 2,000', '8', '2', '0.67x', '6', '0.86x', '400', '0.33x'],
  ])
  expect(rowOf(madeUpResults, 'revisions', 'raw ws')).toEqual([
    ...['raw ws', '500, 2,000', '8', '3', '1.00x', '7', '1.00x', '800', '0.67x'],
  ])
})

test('memory is in KB for each client, and connecting in microseconds for each', () => {
  expect(rowOf(madeUpResults, 'clients', 'raw ws')).toEqual([
    ...['raw ws', '20', '1.00x', '2', '600', '1.00x', '48.8', '600', '1.00x', '48.8', '900'],
  ])
  expect(rowOf(madeUpResults, 'slow', 'raw ws')).toEqual(['raw ws', '50, 100', '1', '0', '30', '30'])
})

test('given a round that is an outlier, then the tables have the median', () => {
  const slow = madeUpResults.scenes.map((scene) => ({ ...scene, storm: scene.storm && { ...scene.storm, cpu: 1e6 } }))
  const scenes = [...madeUpResults.scenes, ...slow] as Results['scenes']
  expect(rowOf({ ...madeUpResults, scenes }, 'clients', 'Paddock')).toContain('300')
  expect(rowOf({ ...madeUpResults, scenes: slow }, 'clients', 'Paddock')).toContain('1,000,000')
})

test('a target is met at its limit, behind above it, and has a dash when it was not measured', () => {
  const found = (results: Results, what: string) => rowOf(results, 'targets', what).slice(1)
  const page = 'processor time of GET /live, 1,300 drivers, by a bare server'
  expect(found(madeUpResults, page)).toEqual(['≤ 1.5x', '1.25x', 'met'])
  expect(found(madeUpResults, 'event loop p99 with all clients, by the floor')).toEqual(['≤ 1x', '1x', 'met'])
  expect(found(madeUpResults, 'processor time of a revision without clients')).toEqual(['≤ 8 ms', '8 ms', 'met'])
  expect(found({ ...madeUpResults, pages: [] }, page)).toEqual(['≤ 1.5x', '–', '–'])
  const more = madeUpResults.pages.map((one) => ({ ...one, paddock: { ...one.paddock, cpu: 121 } }))
  expect(found({ ...madeUpResults, pages: more }, page)).toEqual(['≤ 1.5x', '1.51x', 'behind'])
})

test('given a run of one section, then only its tables and charts are there', () => {
  const onlySaves = { ...madeUpResults, scenes: [], pages: [], churn: undefined }
  expect(allTables(onlySaves).map(({ name }) => name)).toEqual(['run', 'saves', 'targets'])
  expect([...allCharts(onlySaves).keys()]).toEqual(['saves.svg'])
  expect([...allCharts(madeUpResults).keys()]).toEqual(['revisions.svg', 'latency.svg', 'saves.svg', 'churn.svg'])
})

test('given runs of different sections, when they are merged, then the last figures of each section remain', () => {
  const [scenes, saves] = [
    { ...madeUpResults, pages: [], saves: [] },
    { ...madeUpResults, scenes: [], pages: [] },
  ]
  const merged = mergeRuns([scenes, saves])
  expect(merged).toEqual({ ...madeUpResults, pages: [], seconds: 1200 })
  expect(resultsSchema.parse(JSON.parse(JSON.stringify(merged)))).toEqual(merged)
})

test('given noise in a process without sockets, then it counts as cost of a revision and not of its clients', () => {
  const scenes = madeUpResults.scenes.map((scene) => {
    const [few, many] = scene.fanOut
    return few && many ? { ...scene, fanOut: [{ ...few, cpu: few.cpu + 200 }, many] } : scene
  })
  const [, , fixed, slope] = rowOf({ ...madeUpResults, scenes }, 'revisions', 'Paddock')
  expect([fixed, slope]).toEqual(['18', '2'])
})
