import { classOf } from '../standings/class-of.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { nearestRequiredTime, type RequiredTime } from './required-time.ts'

/** What an entry drives for next in its class. Times in ms. */
export type NextRequiredTime =
  | { readonly kind: 'required_time'; readonly required: RequiredTime }
  /** `by`: the gap to the next position, in the measure of the class; undefined: no such position, or no gap to it. */
  | { readonly kind: 'leads'; readonly by: number | undefined }
  | { readonly kind: 'nothing' }

/** The required time for the nearest position ahead; nothing if no run can reach it, or none is left. */
export function nextRequiredTime(standing: Standing, standings: Standings): NextRequiredTime {
  const group = classOf(standings, standing)
  const required = group && nearestRequiredTime(standing, group.entries, group.ranked_by, standings.event)
  if (required) return { kind: 'required_time', required }
  const position = standing.class_position
  if (position?.place !== 1) return { kind: 'nothing' }
  if (position.shared) return { kind: 'leads', by: 0 }
  return { kind: 'leads', by: group?.entries.find(({ class_position }) => class_position?.place === 2)?.gap_to_first }
}
