import type { News } from '../../../lib/day/news.ts'

/** One run's news among all of them. */
export function newsKey({ version, driver_name, course, run }: News): string {
  return `${version} ${driver_name} ${course} ${run}`
}
