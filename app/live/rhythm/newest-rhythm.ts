import type { Results } from '../../../lib/results/create-results.ts'
import { derive } from '../../../lib/results/derive.ts'
import type { ResultsStore } from '../../../lib/results/results-store.ts'
import { type Rhythm, rhythmOf } from '../../../lib/rhythm/rhythm.ts'

/** The rhythm of the day, derived once for each list, whatever the number of parts that show it. */
export function newestRhythm(results: ResultsStore): Rhythm | undefined {
  return derive(results, rhythmOfResults)
}

function rhythmOfResults({ standings, news }: Results): Rhythm | undefined {
  return rhythmOf(standings, news)
}
