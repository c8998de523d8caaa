import type { News } from './news.ts'

/** What a run or a correction changed for its entry. Times in ms. */
export interface Progress {
  /** The number of positions gained in class; negative: lost; 0 also if there was no position before. */
  readonly positions: number
  /** By how much the total is less than before; undefined: it is not less, or there was none. */
  readonly better: number | undefined
  /** Whether this is the entry's first time. */
  readonly first: boolean
}

export function progressOf({ before, after }: Pick<News, 'before' | 'after'>): Progress {
  const positions = before.position && after.position ? before.position.place - after.position.place : 0
  const gained = before.total === undefined || after.total === undefined ? 0 : before.total - after.total
  return {
    positions,
    better: gained > 0 ? gained : undefined,
    first: before.total === undefined && after.total !== undefined,
  }
}

/** How long a run is new, in ms, unless its entry drives again. */
export const freshFor = 10 * 60_000

/**
 * The progress of an entry's newest run while it is new. `own` has its news, newest first. Undefined for an older run,
 * one that was corrected since, and one that changed nothing.
 */
export function freshProgress(own: readonly News[], now: number): Progress | undefined {
  const [newest] = own
  if (newest?.kind !== 'run' || now - newest.at >= freshFor) return undefined
  const progress = progressOf(newest)
  return progress.positions === 0 && progress.better === undefined ? undefined : progress
}
