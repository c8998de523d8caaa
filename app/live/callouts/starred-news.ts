import type { News } from '../../../lib/day/news.ts'

/**
 * What happened to those followed since the news were `known`, the oldest first; `news` has the newest first and shares
 * its items with `known`.
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
