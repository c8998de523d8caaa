import type { News } from '../../../lib/day/news.ts'
import { runTimes } from '../../../lib/day/run-times.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { bestRunTimeWords } from '../../../lib/wording/best-run-time.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import { useClassChanges } from './use-class-changes.ts'

interface Props {
  readonly standing: Standing
  /** The news of this entry, newest first. */
  readonly news: readonly News[]
}

/** When the best run was published, to find it in a video. The page knows the last hours, the server the day. */
export function BestRunTime({ standing, news }: Props) {
  const best = standing.runs.flatMap((runs, course) => runs.flatMap((one, run) => (one.best ? [{ course, run }] : [])))
  const known = runTimes(news)
  const isMissing = best.some((run) => known.of(run) === undefined)
  const changes = useClassChanges(standing.class_code, isMissing)
  const fetched = runTimes(changes.filter(({ driver_name }) => driver_name === standing.driver.driver_name))
  const times = best.flatMap((run) => known.of(run) ?? fetched.of(run) ?? [])
  return bestRunTimeWords(times.map(timeOfDay))
}
