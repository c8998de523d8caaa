import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'

/** One of the first three places of a class. */
export interface PodiumPlace {
  readonly place: 1 | 2 | 3
  /** More than one for a tie. */
  readonly entries: readonly Standing[]
  readonly isShown: boolean
}

/** The next two of the class, below the podium, where somebody has a place there. */
export function belowPodium({ entries }: Pick<ClassStanding, 'entries'>): readonly Standing[] {
  return entries.filter(({ class_position }) => class_position !== undefined && class_position.place > 3).slice(0, 2)
}

/**
 * The places of a podium that somebody has, best first. After a tie for the first place there is no second. `shown` is
 * how many places are shown, the third first, as awards are given.
 */
export function podiumPlaces({ entries }: Pick<ClassStanding, 'entries'>, shown: number): readonly PodiumPlace[] {
  return ([1, 2, 3] as const)
    .map((place) => ({
      place,
      entries: entries.filter(({ class_position }) => class_position?.place === place),
      isShown: shown >= 4 - place,
    }))
    .filter((one) => one.entries.length > 0)
}
