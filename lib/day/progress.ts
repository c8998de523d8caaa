import type { News } from './news.ts'

/** What a run or a correction changed for its own entry. Times in ms. */
export interface Progress {
  /** Places gained in class; negative: lost; 0: none, or there was no place before. */
  readonly places: number
  /** How much less time the result takes than before; undefined: not less, or there was none. */
  readonly better: number | undefined
  /** The entry's first time. */
  readonly first: boolean
}

export function progressOf({ before, after }: Pick<News, 'before' | 'after'>): Progress {
  const places = before.position && after.position ? before.position.place - after.position.place : 0
  const gained = before.total === undefined || after.total === undefined ? 0 : before.total - after.total
  return {
    places,
    better: gained > 0 ? gained : undefined,
    first: before.total === undefined && after.total !== undefined,
  }
}

/** How long a run stays new, in ms, unless its entry drives again. */
export const freshFor = 10 * 60_000

/**
 * What an entry's newest run changed, while it is new: `news` has the newest first. Undefined when it is older, was
 * corrected since, or changed nothing.
 */
export function freshProgress(own: readonly News[], now: number): Progress | undefined {
  const [newest] = own
  if (newest?.kind !== 'run' || now - newest.at >= freshFor) return undefined
  const progress = progressOf(newest)
  return progress.places === 0 && progress.better === undefined ? undefined : progress
}
