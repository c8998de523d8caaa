import { median } from '../day/course-evolution.ts'
import type { News } from '../day/news.ts'

/** The finishes that a pace is the median of, and the fewest. */
const mostFinishes = 12
const fewestFinishes = 4
/** A save with more runs is an import, which says nothing of the pace. */
const mostAtOnce = 8
/** In ms: slower is no rhythm that one can plan by. */
const slowest = 10 * 60_000

/**
 * The usual time between two finishes, in ms: the median of the last ones, so that a lunch break changes nothing. Runs
 * that were saved together share the time since the save before. Undefined with fewer than 4 finishes.
 */
export function paceOf(news: readonly News[]): number | undefined {
  const between: number[] = []
  let at: number | undefined
  let together = 0
  for (const one of news) {
    if (one.kind !== 'run') continue
    if (at !== undefined && one.at !== at) {
      const each = (at - one.at) / together
      if (together <= mostAtOnce) for (let count = 0; count < together; count += 1) between.push(each)
      together = 0
      if (between.length >= mostFinishes) break
    }
    at = one.at
    together += 1
  }
  const pace = between.length < fewestFinishes ? undefined : median(between.slice(0, mostFinishes))
  return pace !== undefined && pace > 0 && pace <= slowest ? pace : undefined
}
