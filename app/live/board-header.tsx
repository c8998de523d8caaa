import { type ReactNode, useRef } from 'react'
import { isUnderWay } from '../../lib/live/freshness.ts'
import type { LiveState } from '../../lib/live/live-store.ts'
import { formatChoice, type ViewChoice } from '../../lib/reader/view-state.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { useInBrowser } from './browser/use-in-browser.ts'
import freshnessStyles from './connection/freshness.module.css'
import { Freshness } from './connection/freshness.tsx'
import { EventHeader } from './header/event-header.tsx'
import { PrintNote } from './header/print-note.tsx'
import { useStuck } from './header/use-stuck.ts'
import styles from './live-board.module.css'

interface Props {
  readonly live: LiveState
  readonly standings: Standings
  readonly choice: ViewChoice
  /** What a page that reloads itself says instead of the connection. */
  readonly reloadingNote: ReactNode
  /** The heat that is on, for a line of its own that keeps its height; undefined: no line. */
  readonly heat: ReactNode
}

/** The top of the page, which sticks: the event and how fresh the results are. */
export function BoardHeader({ live, standings, choice, reloadingNote, heat }: Props) {
  const inBrowser = useInBrowser()
  const header = useRef<HTMLElement>(null)
  useStuck(header)
  const reloading = `/live${formatChoice({ ...choice, kiosk: false, reloads: true })}`
  return (
    <header ref={header} className={styles.top} data-compact="">
      <EventHeader event={standings.event} />
      {choice.reloads && !inBrowser ? (
        <div className={freshnessStyles.freshness}>
          <p className={freshnessStyles.ages}>{reloadingNote}</p>
        </div>
      ) : (
        <Freshness live={live} underWay={isUnderWay(standings)} reloading={reloading} heat={heat} />
      )}
      <PrintNote live={live} />
    </header>
  )
}
