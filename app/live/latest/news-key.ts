import type { News } from '../../../lib/day/news.ts'

/** Identifies one piece of news among all. */
export function newsKey({ version, driver_name, course, run }: News): string {
  return `${version} ${driver_name} ${course} ${run}`
}
