import type { LiveState } from '../../../../lib/live/live-store.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'
import { heatProgressWords } from '../../../../lib/wording/heat-words.ts'
import { useResults } from '../../entry/use-entry.ts'
import { useFitTexts } from '../../fit/use-fit-texts.ts'
import { splitTitle, stateNames } from '../../header/event-header.tsx'
import { newestRhythm } from '../../rhythm/newest-rhythm.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import styles from './kiosk-bar.module.css'
import { KioskConnection } from './kiosk-connection.tsx'

interface Props {
  readonly live: LiveState
  readonly standings: Standings
  /** What is shown, such as `page 2 of 3`. */
  readonly place: string | undefined
  /** Why it is not what the desk asked for; undefined if it is. */
  readonly note: string | undefined
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** The top of the big screen: the event, its state, what is driven now, what is shown, the connection and the time. */
export function KioskBar({ live, standings, place, note, room }: Props) {
  const { event } = standings
  const { club, title } = splitTitle(event.title)
  const progress = newestRhythm(useResults())?.progress
  const now = progress ? heatProgressWords(progress) : event.date
  const bar = useFitTexts<HTMLElement>(room, title, now, place, live.connection)
  return (
    <header ref={bar} className={styles.bar}>
      <h1 className={styles.title} data-fit="0">
        <span>
          {club && <span className="visually-hidden">{club}</span>}
          {title}
        </span>
      </h1>
      <span className={styles.state} data-state={event.state}>
        {stateNames[event.state]}
      </span>
      <span className={styles.now}>{now}</span>
      <span className={styles.note}>{note}</span>
      <span className={styles.place}>{place}</span>
      <KioskConnection live={live} />
    </header>
  )
}
