import { useLayoutEffect, useRef } from 'react'
import type { News } from '../../../../lib/day/news.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import { KioskCode } from './kiosk-code.tsx'
import styles from './kiosk-foot.module.css'
import { KioskTicker } from './kiosk-ticker.tsx'

interface Props {
  readonly news: readonly News[]
  readonly standings: Standings
  /** Where spectators find the server; undefined where that is not known. */
  readonly origin: string | undefined
  /** Grows with each page that is turned. */
  readonly turns: number
  /** How long the page is shown, in ms; undefined while it stays. */
  readonly time: number | undefined
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** The bottom of the big screen: the latest runs, the address for phones, and the time that the page has left. */
export function KioskFoot({ news, standings, origin, turns, time, room }: Props) {
  const bar = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    // A longer or shorter time of the same page changes the running animation.
    bar.current?.style.setProperty('animation-duration', `${time}ms`)
  }, [time])
  return (
    <footer className={styles.foot} data-screen-only="">
      <KioskTicker news={news} standings={standings} room={room} />
      <KioskCode origin={origin} />
      {time !== undefined && <span ref={bar} key={turns} className={styles.bar} aria-hidden="true" />}
    </footer>
  )
}
