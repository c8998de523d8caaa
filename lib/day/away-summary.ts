import type { Position } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import type { News } from './news.ts'
import { passesOf } from './overtakes.ts'

/** One moment of a list: which version it was, and where everybody stood. */
export interface Moment {
  readonly version: number
  readonly standings: Pick<Standings, 'by_name' | 'classes'>
}

/** What became of one entry that is followed. */
export interface Fate {
  readonly driver_name: string
  readonly before: Position | undefined
  readonly after: Position | undefined
  /** Whom it passed in its class, and who passed it: those followed first, then the best placed. */
  readonly passed: readonly Standing[]
  readonly passed_by: readonly Standing[]
}

/** What somebody missed who did not look: how much happened, and to whom of those they follow. */
export interface AwaySummary {
  readonly runs: number
  readonly corrections: number
  /** Those followed who have another place now, or passed somebody, or were passed; class by class. */
  readonly fates: readonly Fate[]
}

/** Sums up what happened between two moments; `news` has the newest first. Undefined when nothing did. */
export function awaySummary(
  news: readonly News[],
  left: Moment,
  back: Moment,
  stars: ReadonlySet<string>,
): AwaySummary | undefined {
  const missed = news.filter(({ version }) => version > left.version && version <= back.version)
  const fates = back.standings.classes
    .flatMap(({ entries }) => entries.map(({ driver }) => driver.driver_name))
    .filter((name) => stars.has(name))
    .flatMap((driver_name): Fate[] => {
      const old = left.standings.by_name.get(driver_name)
      if (!old) return []
      const before = old.class_position
      const after = back.standings.by_name.get(driver_name)?.class_position
      const passes = passesOf(driver_name, left.standings, back.standings, stars)
      const isSame = before?.place === after?.place && passes.passed.length + passes.passed_by.length === 0
      return isSame ? [] : [{ driver_name, before, after, ...passes }]
    })
  if (missed.length === 0 && fates.length === 0) return undefined
  const runs = missed.filter(({ kind }) => kind === 'run').length
  return { runs, corrections: missed.length - runs, fates }
}
