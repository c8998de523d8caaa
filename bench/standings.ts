import { createSorter } from '../app/live/views/sorter.ts'
import { newsOf } from '../lib/day/news.ts'
import { applyChanges, type Changes, noChanges } from '../lib/list/diff.ts'
import { SharedKeyMap } from '../lib/list/shared-key-map.ts'
import { filterEntries } from '../lib/reader/filtered-entries.ts'
import { byName, type Driver } from '../lib/record/driver.ts'
import { createHighlights } from '../lib/results/create-highlights.ts'
import { changedRecords } from '../lib/results/unread.ts'
import { createStandings, standingsOf } from '../lib/standings/create-standings.ts'
import type { Standing } from '../lib/standings/standing.ts'
import { createSearch } from '../lib/table/search.ts'
import { attributeOf, sortRows } from '../lib/table/sort.ts'
import type { SortBy } from '../lib/table/sort-by.ts'
import { afterNextRun, madeUpDrivers, madeUpEvent } from '../testing/event/made-up-drivers.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { percentile } from './figures/percentile.ts'

// Measures each derivation of the list for an update with few changed records; and in the same run, on the same lists,
// the same derivation from scratch.

const updates = 100
/** A derivation from scratch is slow: it is measured at one of so many updates. */
const scratchEvery = 5
const events = [
  { size: 140, classes: 24 },
  { size: 1300, classes: 80 },
  { size: 10_000, classes: 80 },
  { size: 10_000, classes: 1 },
]

const byClassAndDriver: readonly SortBy[] = ['class', 'display_name'].map((attribute) => {
  return { attribute, direction: 'ascending' }
})
const valueIn = ({ driver }: Standing, attribute: string) => attributeOf(driver, attribute)

/** The steps of one update, each with its times in milliseconds. */
class Stopwatch {
  readonly steps = new Map<string, number[]>()

  measure<Result>(step: string, run: () => Result): Result {
    const began = performance.now()
    const result = run()
    const times = this.steps.get(step) ?? []
    times.push(performance.now() - began)
    this.steps.set(step, times)
    return result
  }
}

function measureUpdates(size: number, classes: number, changed: number): Stopwatch {
  const event = madeUpEvent(classes)
  const random = seededRandom(changed)
  let drivers = byName(madeUpDrivers(size, classes)) as ReadonlyMap<string, Driver>
  const names = [...drivers.keys()]
  const builder = createStandings(event)
  const first = builder.apply({ ...noChanges, update: [...drivers.values()] })
  const sort = createSorter(valueIn)
  const highlights = createHighlights(event)
  highlights.apply(first, [], 0)
  const matches = createSearch()
  const choice = { classCode: '', search: '' }
  const watch = new Stopwatch()
  for (let update = 0; update < updates; update += 1) {
    const drivers_ = drivers
    const records = Array.from({ length: changed }, () => drivers.get(names[Math.floor(random() * size)] ?? ''))
    const changes: Changes = {
      ...noChanges,
      update: records.filter((driver) => driver !== undefined).map((driver) => afterNextRun(driver, random)),
    }
    drivers = watch.measure('list', () => applyChanges(SharedKeyMap.from(drivers_), changes))
    const step = watch.measure('standings', () => builder.apply(changes))
    const { standings: now, changed: rows } = step
    const news = watch.measure('news', () => newsOf(rows, now, update, update))
    watch.measure('highlights', () => highlights.apply(step, news, update))
    watch.measure('unread', () => changedRecords(rows))
    watch.measure('no search', () => filterEntries(now, choice, matches))
    watch.measure('search', () => filterEntries(now, { ...choice, search: 'gonzalez honda' }, matches))
    watch.measure('sort', () => sort(now.raw, byClassAndDriver))
    if (update % scratchEvery === 0) {
      const whole = watch.measure('standings scratch', () => standingsOf(drivers.values(), event))
      const added = whole.raw.map((after) => ({ before: undefined, after }))
      watch.measure('highlights scratch', () =>
        createHighlights(event).apply({ standings: whole, changed: added }, news, 0),
      )
      watch.measure('sort scratch', () => sortRows(now.raw, byClassAndDriver, valueIn))
    }
  }
  return watch
}

const rows: object[] = []
for (const { size, classes } of events) {
  for (const changed of [1, 3]) {
    const { steps } = measureUpdates(size, classes, changed)
    for (const [step, times] of steps) {
      if (step.endsWith(' scratch')) continue
      const scratch = steps.get(`${step} scratch`)
      rows.push({
        entries: size,
        classes,
        changed,
        step,
        p50: milliseconds(times, 0.5),
        p99: milliseconds(times, 0.99),
        ...(scratch && {
          'scratch p50': milliseconds(scratch, 0.5),
          'scratch p99': milliseconds(scratch, 0.99),
          ratio: `1 : ${(percentile(scratch, 0.5) / percentile(times, 0.5)).toFixed(0)}`,
        }),
      })
    }
  }
}
console.log(`One update, ${updates} of them for each line, in ms. scratch: the same from scratch, on the same lists.`)
console.table(rows)

function milliseconds(times: readonly number[], share: number): number {
  return Number(percentile(times, share).toFixed(2))
}
