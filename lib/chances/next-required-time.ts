import { classOf } from '../standings/class-of.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { type Need, nearestNeed } from './required-time.ts'

/** What matters next to an entry in its class. Times in ms. */
export type NextNeed =
  | { readonly kind: 'needs'; readonly need: Need }
  /**
   * First; `by` is the gap to the next place, in what the class is ranked by; undefined: alone there, or not
   * comparable.
   */
  | { readonly kind: 'leads'; readonly by: number | undefined }
  | { readonly kind: 'nothing' }

/** The nearest place ahead and what it takes, or that there is none ahead, or none to be had. */
export function nextNeed(standing: Standing, standings: Standings): NextNeed {
  const group = classOf(standings, standing)
  const need = group && nearestNeed(standing, group.entries, group.ranked_by, standings.event)
  if (need) return { kind: 'needs', need }
  const position = standing.class_position
  if (position?.place !== 1) return { kind: 'nothing' }
  if (position.shared) return { kind: 'leads', by: 0 }
  return { kind: 'leads', by: group?.entries.find(({ class_position }) => class_position?.place === 2)?.gap_to_first }
}
