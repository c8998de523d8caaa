import type { Standing } from '../standings/standing.ts'

/** In the place of a total: some of its courses may have a time. */
export function noTotalWords({ completed }: Standing): string {
  return completed === 0 ? 'no time' : 'no total'
}
