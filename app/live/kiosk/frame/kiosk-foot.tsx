import { useLayoutEffect, useRef } from 'react'
import type { News } from '../../../../lib/day/news.ts'
import type { ClassStanding } from '../../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../../lib/standings/standing.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import { KioskBelowPodium } from './kiosk-below-podium.tsx'
import { KioskCode } from './kiosk-code.tsx'
import styles from './kiosk-foot.module.css'
import { KioskTicker } from './kiosk-ticker.tsx'

interface Props {
  readonly news: readonly News[]
  readonly standings: Standings
  /** The class whose podium is shown, and its entries below that. */
  readonly podium: { readonly group: ClassStanding; readonly below: readonly Standing[] } | undefined
  /** Where spectators find the server; undefined where that is not known. */
  readonly origin: string | undefined
  /** Grows with each page that is turned. */
  readonly turns: number
  /** How long the page is shown, in ms; undefined while it stays. */
  readonly time: number | undefined
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/**
 * The bottom of the big screen: the latest runs, or who is below the shown podium; the address for phones, and the time
 * that the page has left.
 */
export function KioskFoot({ news, standings, podium, origin, turns, time, room }: Props) {
  const bar = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    // A longer or shorter time of the same page changes the running animation.
    bar.current?.style.setProperty('animation-duration', `${time}ms`)
  }, [time])
  return (
    <footer className={styles.foot} data-screen-only="">
      {podium && podium.below.length > 0 ? (
        <KioskBelowPodium entries={podium.below} group={podium.group} standings={standings} room={room} />
      ) : (
        <KioskTicker news={news} standings={standings} room={room} />
      )}
      <KioskCode origin={origin} />
      {time !== undefined && <span ref={bar} key={turns} className={styles.bar} aria-hidden="true" />}
    </footer>
  )
}
