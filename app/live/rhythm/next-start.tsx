import { isStale } from '../../../lib/live/freshness.ts'
import { nextStart } from '../../../lib/rhythm/next-start.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { briefNextStart, nextStartWords } from '../../../lib/wording/next-start-words.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import { useResults } from '../entry/use-entry.ts'
import { newestRhythm } from './newest-rhythm.ts'

interface Props {
  readonly standing: Standing
  /** For one short line. */
  readonly brief?: boolean
  /** What stands before it, if there is something to say. */
  readonly label?: string
}

/** When an entry drives next, as far as it is known; what is not the newest says as of when it is. */
export function NextStart({ standing, brief = false, label = '' }: Props): string {
  const results = useResults()
  const { live } = results.get()
  const rhythm = newestRhythm(results)
  const { replica, clockOffset } = live
  const now = useServerNow(replica.at ?? 0, clockOffset)
  // Only the browser knows the reader's time zone.
  const time = useInBrowser() ? timeOfDay : () => ''
  const start = rhythm && nextStart(rhythm, standing, isStale(live) ? { as_of: replica.at } : { now })
  if (start === undefined) return ''
  return label + (brief ? briefNextStart(start, time) : nextStartWords(start, time))
}
