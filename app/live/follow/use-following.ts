import { useMemo } from 'react'
import { withFollowed, withoutStar, withStar, withStars } from '../../../lib/reader/stars.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { useStars } from './use-stars.ts'

export interface Following {
  /** The drivers followed by this browser or by the link that it opened, by driver_name. */
  readonly stars: ReadonlySet<string>
  /** The drivers followed by this browser. */
  readonly own: ReadonlySet<string>
  readonly follow: (names: readonly string[]) => void
  /** Removes a driver from this browser and from the link. */
  readonly unfollow: (name: string) => void
  readonly toggle: (name: string) => void
  /** This browser follows the drivers of the link, too. */
  readonly acceptLink: () => void
  /** Removes the drivers of the link. */
  readonly dismissLink: () => void
}

/** The followed drivers, and how to change them. This browser, the link or both may follow a driver. */
export function useFollowing({ follow }: ViewChoice, choose: (change: Partial<ViewChoice>) => void): Following {
  const { stars: own, change } = useStars()
  const stars = useMemo(() => withFollowed(own, follow), [own, follow])
  const unfollow = (name: string) => {
    change((now) => withoutStar(now, name))
    if (follow.includes(name)) choose({ follow: follow.filter((one) => one !== name) })
  }
  return {
    stars,
    own,
    follow: (names) => change((now) => withStars(now, names)),
    unfollow,
    toggle: (name) => (stars.has(name) ? unfollow(name) : change((now) => withStar(now, name))),
    acceptLink() {
      change((now) => withStars(now, follow))
      choose({ follow: [] })
    },
    dismissLink: () => choose({ follow: [] }),
  }
}
