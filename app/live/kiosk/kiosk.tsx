import { useMemo, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import { isStale } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useWakeLock } from '../browser/use-wake-lock.ts'
import staleStyles from '../connection/stale.module.css'
import { EmptyList } from '../views/empty-list.tsx'
import styles from './kiosk.module.css'
import { KioskBar } from './kiosk-bar.tsx'
import { kioskBlocks } from './kiosk-blocks.ts'
import { KioskControls } from './kiosk-controls.tsx'
import { KioskFoot } from './kiosk-foot.tsx'
import { KioskPage } from './kiosk-page.tsx'
import { roundOf } from './round.ts'
import { usePageRoom } from './use-page-room.ts'
import { useRotation } from './use-rotation.ts'

interface Props {
  readonly live: LiveState
  readonly standings: Standings
  /** The newest first. */
  readonly news: readonly News[]
  readonly choice: ViewChoice
}

/** Without JavaScript, the page loads again after so many seconds. */
const reloadInterval = 30

/**
 * The big screen: it goes through pages of classes by itself, with the event, the connection and the latest runs always
 * in sight. It can be paused; without JavaScript it shows the first page and links to the classes.
 */
export function Kiosk({ live, standings, news, choice }: Props) {
  const { view, classCode } = choice
  const area = useRef<HTMLElement>(null)
  const room = usePageRoom(area)
  const [paused, setPaused] = useState(false)
  const blocks = useMemo(() => kioskBlocks(standings, { view, classCode }), [standings, view, classCode])
  const round = useMemo(() => roundOf(blocks, room), [blocks, room])
  const { shown, turns, time, next } = useRotation(round.pages, paused)
  const pages = round.pages.length
  const page = round.pages[shown]
  useWakeLock()
  return (
    <div className={styles.kiosk} data-connection={live.connection} data-version={live.replica.version}>
      <KioskBar
        live={live}
        standings={standings}
        news={news}
        place={pages > 1 ? `page ${shown + 1} of ${pages}` : undefined}
      />
      <main ref={area} className={isStale(live) ? `${styles.area} ${staleStyles.stale}` : styles.area}>
        <span className={styles.ruler} data-unit="" aria-hidden="true" />
        {page ? (
          <KioskPage key={turns} page={page} blocks={round.blocks} standings={standings} room={room} />
        ) : (
          <EmptyList />
        )}
      </main>
      <KioskFoot news={news} standings={standings} turns={turns} time={time} />
      <noscript>
        <meta httpEquiv="refresh" content={`${reloadInterval}`} />
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
        onPause={pages > 1 ? () => setPaused(!paused) : undefined}
        onNext={next}
      />
    </div>
  )
}
