import { useEffect, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useWakeLock } from '../browser/use-wake-lock.ts'
import { Freshness } from '../connection/freshness.tsx'
import staleStyles from '../connection/stale.module.css'
import { EventHeader } from '../header/event-header.tsx'
import { LatestLine } from '../latest/latest-line.tsx'
import { EmptyList } from '../views/empty-list.tsx'
import styles from './kiosk.module.css'
import { KioskControls } from './kiosk-controls.tsx'
import { kioskPages, nextPage } from './kiosk-pages.ts'
import { KioskTable } from './kiosk-table.tsx'
import { useRowsThatFit } from './use-rows-that-fit.ts'

/** How long a page is shown, in ms; the animation of kiosk.module.css has the same length. */
const pageTime = 12_000

interface Props {
  readonly live: LiveState
  readonly standings: Standings
  readonly news: readonly News[]
  readonly choice: ViewChoice
}

/**
 * The big screen: it pages through the classes by itself, with the event, the freshness and the latest run always in
 * sight. It can be paused; without JavaScript it shows the first page and links to the classes.
 */
export function Kiosk({ live, standings, news, choice }: Props) {
  const area = useRef<HTMLDivElement>(null)
  const rows = useRowsThatFit(area)
  const [shown, setShown] = useState('')
  const [paused, setPaused] = useState(false)
  const pages = kioskPages(standings, choice, rows)
  const page = pages.find(({ key }) => key === shown) ?? pages[0]
  const key = page?.key ?? ''
  const moves = !paused && pages.length > 1
  useWakeLock()

  const showNext = useRef(() => {})
  showNext.current = () => setShown(nextPage(pages, key)?.key ?? '')
  useEffect(() => {
    // Changes of the list do not restart the timer of a page.
    if (!moves || key === '') return
    const timer = setTimeout(() => showNext.current(), pageTime)
    return () => clearTimeout(timer)
  }, [moves, key])

  const isStale = live.connection === 'offline' || live.stalledSince !== undefined
  return (
    <div className={styles.kiosk} data-connection={live.connection} data-version={live.replica.version}>
      <header className={styles.top}>
        <EventHeader event={standings.event} />
        <Freshness live={live} />
      </header>
      <main ref={area} className={isStale ? `${styles.area} ${staleStyles.stale}` : styles.area}>
        {page ? (
          <KioskTable key={key} page={page} event={standings.event} courses={standings.courses} />
        ) : (
          <EmptyList />
        )}
      </main>
      <footer className={styles.bottom}>
        <LatestLine news={news} standings={standings} />
        {pages.length > 1 && (
          <p className={styles.progress}>
            {pages.findIndex((one) => one.key === key) + 1} / {pages.length}
            <span key={`${key} ${moves}`} className={moves ? styles.moving : styles.still} aria-hidden="true" />
          </p>
        )}
      </footer>
      <noscript>
        <nav className={styles.classes} aria-label="Classes">
          {standings.classes.map(({ code }) => (
            <a key={code} href={`/live${formatChoice({ ...choice, classCode: code })}`}>
              {code || 'No class'}
            </a>
          ))}
        </nav>
      </noscript>
      <KioskControls
        choice={choice}
        paused={paused}
        onPause={pages.length > 1 ? () => setPaused(!paused) : undefined}
        onNext={() => showNext.current()}
      />
    </div>
  )
}
