import { useEffect, useState } from 'react'
import { freshnessOf } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import styles from './freshness.module.css'

interface Props {
  readonly live: LiveState
  /** Cars run, or should: an old timing file is said louder. */
  readonly underWay?: boolean
}

/**
 * How fresh the list is, always in sight: what is broken, and since when; else how old the results and the timing file
 * are.
 */
export function Freshness({ live, underWay = false }: Props) {
  const [first] = useState(live.connectionSince)
  const ticking = useServerNow(first, live.clockOffset)
  const isHeldBack = useFirstMoment()
  // Until the server tells the time there is only this machine's, which may be wrong by hours: the page's own ages
  // stay.
  const isTold = live.connection === 'live' || live.connection === 'offline'
  const now = isHeldBack && !isTold ? first : ticking
  const { tone, text, since, meaning, changed, saved, savedLongAgo } = freshnessOf(live, now, underWay)
  const shownSaved = meaning === undefined ? saved : undefined
  const isLoud = savedLongAgo && shownSaved !== undefined
  // One text where it can be: an age that gets a digit more is no shift of what stands behind it.
  const ages = [meaning, changed, isLoud ? '' : shownSaved].filter(Boolean).join(' · ')
  return (
    <div className={styles.freshness}>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          {/* What is read out is what happened, once; not its age, second by second. */}
          <span role="status">{text}</span>
          {since !== undefined && ` · ${since}`}
        </span>
      </p>
      <p className={styles.ages}>
        {ages}
        {isLoud && ages !== '' && ' · '}
        {isLoud && <strong className={styles.old}>{shownSaved}</strong>}
      </p>
      <noscript>
        <p className={styles.ages}>This page does not update without JavaScript: reload it for newer results.</p>
      </noscript>
    </div>
  )
}

/** True for as long as a connection takes that is going to work. */
function useFirstMoment(): boolean {
  const [isFirst, setFirst] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setFirst(false), 3000)
    return () => clearTimeout(timer)
  }, [])
  return isFirst
}
