import { useMemo, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import { isStale } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useWakeLock } from '../browser/use-wake-lock.ts'
import staleStyles from '../connection/stale.module.css'
import { EmptyList } from '../views/empty-list.tsx'
import { KioskBar } from './frame/kiosk-bar.tsx'
import { KioskFoot } from './frame/kiosk-foot.tsx'
import { KioskMessage } from './frame/kiosk-message.tsx'
import styles from './kiosk.module.css'
import { KioskControls } from './kiosk-controls.tsx'
import { KioskPage } from './kiosk-page.tsx'
import { Podium } from './podium.tsx'
import { belowPodium } from './podium-places.ts'
import { kioskBlocks } from './round/kiosk-blocks.ts'
import { roundOf } from './round/round.ts'
import { usePageRoom } from './round/use-page-room.ts'
import { useRotation } from './round/use-rotation.ts'
import { screenScene } from './screen-scene.ts'

interface Props {
  readonly live: LiveState
  readonly standings: Standings
  /** The newest first. */
  readonly news: readonly News[]
  readonly choice: ViewChoice
  /** Where spectators find the server; undefined where that is not known. */
  readonly origin: string | undefined
}

/** Without JavaScript, the page loads again after so many seconds. */
const reloadInterval = 30

/**
 * The big screen: it goes through pages of classes by itself, or shows what the desk wants, with the event, the
 * connection and the latest runs always in sight. It can be paused; without JavaScript it shows the first page, loads
 * again by itself and links to the classes.
 */
export function Kiosk({ live, standings, news, choice, origin }: Props) {
  const { desk } = live
  const area = useRef<HTMLElement>(null)
  const room = usePageRoom(area, desk.message !== undefined)
  const [paused, setPaused] = useState(false)
  const scene = useMemo(() => screenScene(desk, choice, standings), [desk, choice, standings])
  const blocks = useMemo(() => (scene.kind === 'pages' ? kioskBlocks(standings, scene.choice) : []), [standings, scene])
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
        note={scene.kind === 'pages' ? scene.note : undefined}
        place={scene.kind === 'podium' ? 'awards' : pages > 1 ? `page ${shown + 1} of ${pages}` : undefined}
        room={room}
      />
      {desk.message && <KioskMessage message={desk.message} room={room} />}
      <main ref={area} className={isStale(live) ? `${styles.area} ${staleStyles.stale}` : styles.area}>
        <span className={styles.ruler} data-unit="" aria-hidden="true" />
        {scene.kind === 'podium' ? (
          <Podium group={scene.group} shown={scene.shown} standings={standings} room={room} />
        ) : page ? (
          <KioskPage key={turns} page={page} blocks={round.blocks} standings={standings} room={room} />
        ) : (
          <EmptyList />
        )}
      </main>
      <KioskFoot
        news={news}
        standings={standings}
        podium={scene.kind === 'podium' ? { group: scene.group, below: belowPodium(scene.group) } : undefined}
        origin={origin}
        turns={turns}
        time={time}
        room={room}
      />
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
