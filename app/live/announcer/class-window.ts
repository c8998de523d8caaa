import type { Standing } from '../../../lib/standings/standing.ts'

/** A class of so many entries is shown whole. */
const most = 8
/** Of a larger one: so many of the best, and so many on each side of the last car. */
const [best, around] = [3, 2]

/**
 * The entries of a class around `standing`, best first, each once: all of a small class, else its best ones and the
 * neighbours, without unplaced ones.
 */
export function classWindow(entries: readonly Standing[], standing: Standing): readonly Standing[] {
  if (entries.length <= most) return entries
  const placed = entries.filter(({ class_position }) => class_position)
  const own = placed.indexOf(standing)
  return placed.filter((_, index) => index < best || (own >= 0 && Math.abs(index - own) <= around))
}
