import type { News } from '../../../../lib/day/news.ts'
import { displayName } from '../../../../lib/record/driver.ts'
import { parseRun } from '../../../../lib/record/run.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'
import { runNotation } from '../../../../lib/wording/run-notation.ts'
import { runOutcome } from '../../../../lib/wording/run-outcome.ts'
import { TimeOfDay } from '../../browser/time-of-day.tsx'
import { useFitTexts } from '../../fit/use-fit-texts.ts'
import { newsKey } from '../../latest/news-key.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import styles from './kiosk-foot.module.css'

interface Props {
  /** The newest first. */
  readonly news: readonly News[]
  readonly standings: Standings
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

const most = 2

/** The latest runs, the newest on top: when, who, the run, and what it did for the result. */
export function KioskTicker({ news, standings, room }: Props) {
  const { event, by_name } = standings
  const latest: News[] = []
  for (const one of news) {
    if (latest.length === most) break
    if (one.kind === 'run' && by_name.has(one.driver_name)) latest.push(one)
  }
  const list = useFitTexts<HTMLOListElement>(room, latest.map(newsKey).join(' '))
  if (latest.length === 0) return <p className={styles.none}>The next run shows here.</p>
  return (
    <ol ref={list} className={styles.ticker} aria-label="Latest runs">
      {latest.map((one) => {
        const standing = by_name.get(one.driver_name)
        const { kind, words } = runOutcome(one, event)
        return (
          <li key={newsKey(one)}>
            <span className={styles.at}>
              <TimeOfDay at={one.at} />
            </span>
            <b data-fit="0">
              <bdi>{standing ? displayName(standing.driver) : one.driver_name}</bdi>
            </b>
            <span className={styles.entry} data-fit="0">
              <span>{[standing?.class_code, standing?.driver.number && `#${standing.driver.number}`].join(' ')}</span>
            </span>
            <b className={styles.run} data-fit="0">
              <span>{runNotation(parseRun(one.text), event.time_format)}</span>
            </b>
            <span className={styles.outcome} data-fit="0" data-kind={kind}>
              <span>{words}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
