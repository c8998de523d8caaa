import { type ReactNode, useEffect, useState } from 'react'
import { freshnessOf } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { lineRoom } from '../browser/line-room.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import styles from './freshness.module.css'
import { timeOnServer } from './time-on-server.ts'

interface Props {
  readonly live: LiveState
  /** The event is under way: an old timing file is emphasized. */
  readonly underWay?: boolean
  /** The address of the same page as one that reloads itself; absent where there is none. */
  readonly reloading?: string | undefined
  /** The heat that is on, for a line of its own that keeps its height; undefined: no line. */
  readonly heat?: ReactNode
}

/**
 * The freshness of the list, always visible: what is broken and since when, or else the ages of the results and the
 * timing file.
 */
export function Freshness({ live, underWay = false, reloading, heat }: Props) {
  const now = useServerNow(0, live.clockOffset)
  const isFirstMoment = useFirstMoment()
  // Until the connection settles, the clock offset is unknown and this machine's clock may be hours wrong.
  const isSettled = live.connection === 'live' || live.connection === 'offline'
  const isKnown = now !== 0 && (isSettled || !isFirstMoment)
  return (
    <FreshnessLines live={live} underWay={underWay} reloading={reloading} heat={heat} now={isKnown ? now : undefined} />
  )
}

/** `now` is the server's clock, Unix ms; undefined while it is unknown, and then no age is shown. */
export function FreshnessLines({
  live,
  underWay = false,
  reloading,
  heat,
  now,
}: Props & { readonly now: number | undefined }) {
  const { tone, text, since, meaning, changed, saved, brief, savedLongAgo } = freshnessOf(live, now ?? 0, underWay)
  const shownSaved = meaning === undefined ? saved : undefined
  const isLoud = savedLongAgo && shownSaved !== undefined
  // A phone has one line, and "timing file unusable for 3 min" says that nothing is updated.
  const implied = now !== undefined && live.connection === 'live' && since !== undefined ? styles.implied : undefined
  // One text if possible: a longer age then moves no other element.
  const ages = [meaning, changed, isLoud ? '' : shownSaved].filter(Boolean).join(' · ')
  return (
    <div className={styles.freshness}>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          {/* Screen readers announce the status once, not its age every second. */}
          <span role="status" className={implied}>
            {text}
          </span>
          {now !== undefined && since !== undefined && (
            <>
              <span className={implied}> · </span>
              {since}
            </>
          )}
        </span>
      </p>
      <p className={styles.ages}>
        {now !== undefined && brief !== undefined && (
          <span className={styles.brief} aria-hidden="true">
            · {brief}
          </span>
        )}
        <span className={styles.long}>
          {now === undefined ? (meaning ?? '\u00a0') : ages}
          {now !== undefined && isLoud && ages !== '' && ' · '}
        </span>
        {now !== undefined && isLoud && <strong className={styles.old}>{shownSaved}</strong>}
      </p>
      {heat !== undefined && (
        <p className={styles.ages}>
          {lineRoom}
          {heat}
        </p>
      )}
      <noscript>
        {/* React renders it on the server alone, so that its code is no part of the first load. */}
        {typeof window === 'undefined' && (
          <p className={styles.ages}>
            {live.replica.at !== undefined && `As of ${timeOnServer.format(live.replica.at)}. `}
            This page does not update without JavaScript: reload it for newer results
            {reloading && (
              <>
                , or <a href={reloading}>open the page that reloads itself</a>
              </>
            )}
            .
          </p>
        )}
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
