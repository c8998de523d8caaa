import type { News } from '../../../lib/day/news.ts'

/**
 * The news of followed drivers that is not in `known`, oldest first. `news` is newest first and has the same item
 * objects as `known`.
 */
export function starredSince(
  news: readonly News[],
  known: readonly News[],
  stars: ReadonlySet<string>,
): readonly News[] {
  if (stars.size === 0 || news === known) return []
  const old = new Set(known)
  return news.filter((one) => stars.has(one.driver_name) && !old.has(one)).reverse()
}
