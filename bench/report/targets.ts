import { floor } from '../peers/peer-names.ts'
import { formatFigure, ratioOf } from './format-figure.ts'
import { over } from './other-tables.ts'
import type { Results, SaveFigures } from './results.ts'
import { type SubjectSummary, summarize } from './summary.ts'
import type { Table } from './table.ts'

interface Target {
  readonly what: string
  readonly most: number
  /** After the numbers: `x` for a ratio. */
  readonly unit: string
  readonly found: number | undefined
}

/** What Paddock must reach, at 2,000 clients and 1,300 drivers, and what was found in this run. */
export function targetTable(results: Results): Table {
  return {
    name: 'targets',
    title: 'Targets',
    header: ['what', 'target', 'found', ''],
    rows: targetsOf(results).map(({ what, most, unit, found }) => [
      what,
      `≤ ${formatFigure(most)}${unit}`,
      found === undefined ? '–' : `${formatFigure(found)}${unit}`,
      found === undefined ? '–' : found <= most ? 'met' : 'behind',
    ]),
  }
}

function targetsOf(results: Results): readonly Target[] {
  const summaries = summarize(results)
  const find = (name: string) => summaries.find(({ subject }) => subject === name)
  const [paddock, floorSummary, plain] = [find('Paddock'), find(floor), find('socket.io')]
  const toFloor = (of: (one: SubjectSummary) => number | undefined) =>
    ratioOf(paddock && of(paddock), floorSummary && of(floorSummary))
  const page = results.pages.filter(({ kind, drivers }) => kind === 'page' && drivers === 1300)
  const saves = (drivers: number, way: SaveFigures['way'] = 'in place') =>
    results.saves.filter((one) => one.drivers === drivers && one.way === way)
  return [
    {
      what: 'processor time of a revision for each client, by the floor',
      most: 1.05,
      unit: 'x',
      found: toFloor(({ slope }) => slope),
    },
    { what: 'processor time of a revision without clients', most: 8, unit: ' ms', found: paddock?.fixed },
    {
      what: 'bytes of an update, by plain socket.io',
      most: 0.5,
      unit: 'x',
      found: ratioOf(paddock?.bytesPerUpdate, plain?.bytesPerUpdate),
    },
    { what: 'p99 from append, by the floor', most: 1.1, unit: 'x', found: toFloor(({ fromAppend }) => fromAppend.p99) },
    { what: 'RSS of a client, by the floor', most: 2.5, unit: 'x', found: toFloor(({ rssPerClient }) => rssPerClient) },
    {
      what: 'processor time to connect a client, by the floor',
      most: 2,
      unit: 'x',
      found: toFloor(({ connect }) => connect.cpu),
    },
    {
      what: 'processor time of a client in a storm, by the floor',
      most: 1.5,
      unit: 'x',
      found: toFloor(({ storm }) => storm.cpu),
    },
    {
      what: 'event loop p99 with all clients, by the floor',
      most: 1,
      unit: 'x',
      found: toFloor(({ delayAtMany }) => delayAtMany.p99),
    },
    {
      what: 'processor time of GET /live, 1,300 drivers, by a bare server',
      most: 1.5,
      unit: 'x',
      found: ratioOf(
        over(page, ({ paddock }) => paddock.cpu),
        over(page, ({ bare }) => bare.cpu),
      ),
    },
    {
      what: 'saved → store, 1,300 drivers, p50',
      most: 40,
      unit: ' ms',
      found: over(saves(1300), ({ paddock }) => paddock.p50),
    },
    {
      what: 'saved → store, 1,300 drivers, p99',
      most: 60,
      unit: ' ms',
      found: over(saves(1300), ({ paddock }) => paddock.p99),
    },
    {
      what: 'saved → store, 10,000 drivers, p50',
      most: 100,
      unit: ' ms',
      found: over(saves(10_000), ({ paddock }) => paddock.p50),
    },
    {
      what: 'saved → store, 1,300 drivers, 8 page loads, p50, by undisturbed',
      most: 1.2,
      unit: 'x',
      found: ratioOf(
        over(saves(1300, 'in place, 8 page loads'), ({ paddock }) => paddock.p50),
        over(saves(1300), ({ paddock }) => paddock.p50),
      ),
    },
  ]
}
