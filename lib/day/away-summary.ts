import type { Position } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import type { News } from './news.ts'
import { overtakesOf } from './overtakes.ts'

/** A version of a list with its standings. */
export interface Moment {
  readonly version: number
  readonly standings: Pick<Standings, 'by_name' | 'classes'>
}

/** How one followed entry changed. Positions are in its class. */
export interface FollowedChange {
  readonly driver_name: string
  readonly before: Position | undefined
  readonly after: Position | undefined
  /** In the order of Overtakes. */
  readonly overtook: readonly Standing[]
  readonly overtaken_by: readonly Standing[]
}

/** What a reader missed while the page was not in sight. */
export interface AwaySummary {
  readonly runs: number
  readonly corrections: number
  /** The followed entries with a new position or an overtake, class by class. */
  readonly followed: readonly FollowedChange[]
}

/** Sums up the changes between two moments. `news` has the newest first. Undefined without any change. */
export function awaySummary(
  news: readonly News[],
  before: Moment,
  after: Moment,
  stars: ReadonlySet<string>,
): AwaySummary | undefined {
  const missed = news.filter(({ version }) => version > before.version && version <= after.version)
  const followed = after.standings.classes
    .flatMap(({ entries }) => entries.map(({ driver }) => driver.driver_name))
    .filter((name) => stars.has(name))
    .flatMap((driver_name): FollowedChange[] => {
      const old = before.standings.by_name.get(driver_name)
      if (!old) return []
      const now = after.standings.by_name.get(driver_name)
      const positions = { before: old.class_position, after: now?.class_position }
      const overtakes = overtakesOf(driver_name, before.standings, after.standings, stars)
      const isSamePosition = positions.before?.place === positions.after?.place
      const hasOvertakes = overtakes.overtook.length + overtakes.overtaken_by.length > 0
      return isSamePosition && !hasOvertakes ? [] : [{ driver_name, ...positions, ...overtakes }]
    })
  if (missed.length === 0 && followed.length === 0) return undefined
  const runs = missed.filter(({ kind }) => kind === 'run').length
  return { runs, corrections: missed.length - runs, followed }
}
