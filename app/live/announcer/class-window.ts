import type { Standing } from '../../../lib/standings/standing.ts'

/**
 * The top three of a class, and an entry with whom it stands between: best first, nobody twice, only those who have a
 * place.
 */
export function classWindow(entries: readonly Standing[], standing: Standing): readonly Standing[] {
  const placed = entries.filter(({ class_position }) => class_position)
  const index = placed.indexOf(standing)
  return placed.filter((_, place) => place < 3 || (index >= 0 && Math.abs(place - index) <= 1))
}
