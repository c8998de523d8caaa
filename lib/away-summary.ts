import type { News } from './news.ts'
import type { Position } from './ranking.ts'

/** What somebody missed who did not look: how much happened, and to whom of those they follow. */
export interface AwaySummary {
  readonly runs: number
  readonly corrections: number
  /** Those followed whose place is another one now, in the order of the newest change. */
  readonly moved: readonly {
    readonly driver_name: string
    readonly before: Position | undefined
    readonly after: Position
  }[]
}

/** Sums up the news since a version; `news` has the newest first. Undefined when nothing happened. */
export function awaySummary(
  news: readonly News[],
  version: number,
  stars: ReadonlySet<string>,
): AwaySummary | undefined {
  const missed = news.filter((one) => one.version > version)
  if (missed.length === 0) return undefined
  const names = new Set(missed.map(({ driver_name }) => driver_name).filter((name) => stars.has(name)))
  const moved = [...names].flatMap((driver_name) => {
    const own = missed.filter((one) => one.driver_name === driver_name)
    const before = own.at(-1)?.before.position
    const after = own[0]?.after.position
    return after && before?.place !== after.place ? [{ driver_name, before, after }] : []
  })
  const runs = missed.filter(({ kind }) => kind === 'run').length
  return { runs, corrections: missed.length - runs, moved }
}
