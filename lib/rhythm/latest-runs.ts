import { heatOf } from '../chances/run-order.ts'
import type { News } from '../day/news.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** A run that was published and still counts. */
export interface LatestRun {
  readonly standing: Standing
  readonly heat: string
  /** Counts from 0. */
  readonly course: number
  /** Which of its entry's runs on the course it is, from 1; reruns are not counted twice. */
  readonly round: number
  readonly version: number
  /** Unix ms: when it was published. */
  readonly at: number
}

/** At most `most` runs, newest first. Leaves out runs that replace a rerun: they are driven out of order. */
export function latestRuns(news: readonly News[], { by_name }: Pick<Standings, 'by_name'>, most: number): LatestRun[] {
  const found: LatestRun[] = []
  for (const { kind, driver_name, course, run, version, at } of news) {
    if (found.length === most) break
    const standing = kind === 'run' ? by_name.get(driver_name) : undefined
    const runs = standing?.runs[course] ?? []
    if (!standing || !runs[run]?.counted || runs[run - 1]?.run.kind === 'rerun') continue
    const round = runs.slice(0, run + 1).filter(({ counted }) => counted).length
    found.push({ standing, heat: heatOf(standing), course, round, version, at })
  }
  return found
}
