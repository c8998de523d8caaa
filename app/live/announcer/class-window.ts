import type { Standing } from '../../../lib/standings/standing.ts'

/**
 * The first three entries of a class, `standing`, and the entries right ahead and behind it: best first, each once.
 * Unplaced entries are left out, `standing` too.
 */
export function classWindow(entries: readonly Standing[], standing: Standing): readonly Standing[] {
  const placed = entries.filter(({ class_position }) => class_position)
  const own = placed.indexOf(standing)
  return placed.filter((_, index) => index < 3 || (own >= 0 && Math.abs(index - own) <= 1))
}
