import { compareHeats, heatOf, orderOf } from '../chances/run-order.ts'
import type { News } from '../day/news.ts'
import type { Standings } from '../standings/standings.ts'
import { heatCars } from './heat-cars.ts'
import { type HeatProgress, heatProgress, notBegun } from './heat-progress.ts'
import { inOrder } from './in-order.ts'
import { latestRuns } from './latest-runs.ts'
import { paceOf } from './pace.ts'
import { carsAhead, runOrder } from './start-queue.ts'

/** What is driven now, and what comes. */
export interface Rhythm {
  /** Undefined if entries have no heat, and before the first run. */
  readonly progress: HeatProgress | undefined
  /** The heat that is on, or the first one of the day; '' without heats. */
  readonly heat: string
  /** Counts from 0. */
  readonly course: number
  /** The other heats without a run. */
  readonly later: ReadonlySet<string>
  /** How many cars start before each entry, by driver_name; empty if the order is unknown or contradicted. */
  readonly ahead: ReadonlyMap<string, number>
  /** When the last run was published, Unix ms; undefined before the first one. */
  readonly last_at: number | undefined
  /** The usual time between two finishes, in ms. */
  readonly pace: number | undefined
}

/** The runs that show whether the cars keep to the order. */
const mostRuns = 24
const unknown: Rhythm['ahead'] = new Map()

/**
 * The rhythm of the day, from the heats and the run order of the records and from what was driven. `news` are newest
 * first. Undefined for a final event, and if the records have neither heats nor an order.
 */
export function rhythmOf(standings: Standings, news: readonly News[]): Rhythm | undefined {
  const { event, raw } = standings
  if (event.state === 'final') return undefined
  const runs = latestRuns(news, standings, mostRuns)
  const [last] = runs
  if (!last) return raw.some(({ runs_done }) => runs_done > 0) ? undefined : beforeFirstRun(standings)
  const { heat, course, at: last_at } = last
  const hasOrder = orderOf(last.standing) !== undefined
  if (heat === '' && !hasOrder) return undefined
  const inHeat = runs.filter((run) => run.heat === heat && run.course === course)
  // The runs of one save are in no order: the next round may have begun in it.
  const round = Math.max(...inHeat.filter(({ version }) => version === last.version).map((run) => run.round))
  const found = heatCars(standings, heat, course)
  const order = hasOrder ? runOrder(found.cars, round) : undefined
  const isKnown = order && inOrder(order.ordered, inHeat)
  const progress = heat === '' ? undefined : heatProgress(found, heat, round, event.runs_per_entry)
  const later = new Set(notBegun(found))
  const ahead = isKnown ? carsAhead(order, round, event.runs_per_entry) : unknown
  return { progress, heat, course, later, ahead, last_at, pace: paceOf(news) }
}

function beforeFirstRun(standings: Standings): Rhythm | undefined {
  const withOrder = standings.raw.filter((standing) => orderOf(standing) !== undefined)
  const [heat] = withOrder.map(heatOf).sort(compareHeats.compare)
  if (heat === undefined) return undefined
  const found = heatCars(standings, heat, 0)
  const order = runOrder(found.cars, 1)
  const later = new Set(notBegun(found).filter((other) => other !== heat))
  const ahead = order ? carsAhead(order, 1, undefined) : unknown
  return { progress: undefined, heat, course: 0, later, ahead, last_at: undefined, pace: undefined }
}
