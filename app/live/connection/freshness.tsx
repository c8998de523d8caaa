import { useEffect, useState } from 'react'
import { freshnessOf } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import styles from './freshness.module.css'

interface Props {
  readonly live: LiveState
  /** The event is under way: an old timing file is emphasized. */
  readonly underWay?: boolean
}

/**
 * The freshness of the list, always visible: what is broken and since when, or else the ages of the results and the
 * timing file.
 */
export function Freshness({ live, underWay = false }: Props) {
  const [first] = useState(live.connectionSince)
  const ticking = useServerNow(first, live.clockOffset)
  const isFirstMoment = useFirstMoment()
  // Until the connection settles, the clock offset is unknown and this machine's clock may be hours wrong: the ages of
  // the page as the server sent it are kept.
  const isSettled = live.connection === 'live' || live.connection === 'offline'
  const now = isFirstMoment && !isSettled ? first : ticking
  const { tone, text, since, meaning, changed, saved, savedLongAgo } = freshnessOf(live, now, underWay)
  const shownSaved = meaning === undefined ? saved : undefined
  const isLoud = savedLongAgo && shownSaved !== undefined
  // One text if possible: a longer age then moves no other element.
  const ages = [meaning, changed, isLoud ? '' : shownSaved].filter(Boolean).join(' · ')
  return (
    <div className={styles.freshness}>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          {/* Screen readers announce the status once, not its age every second. */}
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

/** True for the first 3 s: a connection that works is live by then. */
function useFirstMoment(): boolean {
  const [isFirst, setFirst] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setFirst(false), 3000)
    return () => clearTimeout(timer)
  }, [])
  return isFirst
}
