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
  left: Moment,
  back: Moment,
  stars: ReadonlySet<string>,
): AwaySummary | undefined {
  const missed = news.filter(({ version }) => version > left.version && version <= back.version)
  const followed = back.standings.classes
    .flatMap(({ entries }) => entries.map(({ driver }) => driver.driver_name))
    .filter((name) => stars.has(name))
    .flatMap((driver_name): FollowedChange[] => {
      const old = left.standings.by_name.get(driver_name)
      if (!old) return []
      const before = old.class_position
      const after = back.standings.by_name.get(driver_name)?.class_position
      const overtakes = overtakesOf(driver_name, left.standings, back.standings, stars)
      const isSame = before?.place === after?.place && overtakes.overtook.length + overtakes.overtaken_by.length === 0
      return isSame ? [] : [{ driver_name, before, after, ...overtakes }]
    })
  if (missed.length === 0 && followed.length === 0) return undefined
  const runs = missed.filter(({ kind }) => kind === 'run').length
  return { runs, corrections: missed.length - runs, followed }
}
