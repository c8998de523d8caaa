import { type Rhythm, rhythmOf } from '../../../lib/rhythm/rhythm.ts'
import { useResults } from '../entry/use-entry.ts'

/** The rhythm of the day, derived once for each list, whatever the number of parts that show it. */
export function useRhythm(): Rhythm | undefined {
  return useResults().derive(rhythmOf)
}
