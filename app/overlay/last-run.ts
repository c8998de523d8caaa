import type { News } from '../../lib/day/news.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'

/** The last run that was driven and still stands. */
export interface LastRun {
  /** When the run was new. */
  readonly run: News
  /** What is known of it now: `run` itself, or its last correction. */
  readonly newest: News
  readonly standing: Standing
}

/** Undefined without any. `news`: the newest first. A run that was taken away since is none. */
export function lastRun(news: readonly News[], { by_name }: Pick<Standings, 'by_name'>): LastRun | undefined {
  for (const run of news) {
    const standing = run.kind === 'run' ? by_name.get(run.driver_name) : undefined
    if (!standing) continue
    const newest = news.find((one) => isSameRun(one, run)) ?? run
    if (newest.text !== '') return { run, newest, standing }
  }
  return undefined
}

function isSameRun(a: News, b: News): boolean {
  return a.driver_name === b.driver_name && a.course === b.course && a.run === b.run
}
