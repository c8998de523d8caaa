import { useMemo } from 'react'
import { withFollowed, withoutStar, withStar, withStars } from '../../../lib/reader/stars.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { useStars } from './use-stars.ts'

export interface Following {
  /** Everybody who is followed: by this browser, and by the link that it opened. */
  readonly stars: ReadonlySet<string>
  /** Those of this browser alone. */
  readonly own: ReadonlySet<string>
  readonly follow: (names: readonly string[]) => void
  /** Not any more, neither here nor by the link. */
  readonly unfollow: (name: string) => void
  readonly toggle: (name: string) => void
  /** The link's drivers become this browser's. */
  readonly keepLink: () => void
  /** The link's drivers are forgotten. */
  readonly dropLink: () => void
}

/** Whom the reader follows, and how that changes. A driver may be followed by this browser, by the link, or by both. */
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
    keepLink() {
      change((now) => withStars(now, follow))
      choose({ follow: [] })
    },
    dropLink: () => choose({ follow: [] }),
  }
}
