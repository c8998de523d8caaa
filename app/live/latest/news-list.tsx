import type { News } from '../../../lib/day/news.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatAge } from '../../../lib/wording/age.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { TimeOfDay } from '../browser/time-of-day.tsx'
import { useServerNow } from '../browser/use-server-now.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import { newsKey } from './news-key.ts'
import styles from './news-list.module.css'

interface Props {
  readonly news: readonly News[]
  readonly standings: Standings
  readonly event: Event
  readonly clockOffset: number
  readonly here: string
  /** All news is of one entry, whose name is shown above the list. */
  readonly oneEntry?: boolean
}

/** Runs and corrections, newest first: the driver, the run, the positions before and after, and the time of day. */
export function NewsList({ news, standings, event, clockOffset, here, oneEntry = false }: Props) {
  const now = useServerNow(news[0]?.at ?? 0, clockOffset)
  return (
    <ol className={oneEntry ? `${styles.list} ${styles.oneEntry}` : styles.list}>
      {news.map((one) => {
        const standing = standings.by_name.get(one.driver_name)
        const name = standing ? displayName(standing.driver) : one.driver_name
        return (
          <li key={newsKey(one)} className={styles.item} data-news={newsKey(one)}>
            {!oneEntry && (
              <a className={styles.driver} href={sheetAddress(here, one.driver_name)} data-sheet={one.driver_name}>
                {standing?.class_code} {standing?.driver.number && `#${standing.driver.number} `}
                <bdi>{name}</bdi>
              </a>
            )}
            <span className={styles.run}>
              {one.kind === 'correction' && <span aria-hidden="true">✎ </span>}
              {runText(one)}
            </span>
            <span className={styles.after}>
              {positions(one)}
              {one.kind === 'run' && <ProgressBadge progress={progressOf(one)} timeFormat={event.time_format} />}
            </span>
            <span className={styles.age}>
              <TimeOfDay at={one.at} /> · {formatAge(now - one.at)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The text of a run; for a correction the old and the new one. */
function runText({ kind, text_before, text, run }: News): string {
  if (kind === 'run') return `run ${run + 1}: ${text}`
  return `run ${run + 1} corrected: ${text_before} → ${text === '' ? 'taken away' : text}`
}

function positions({ before, after }: News): string | undefined {
  if (!after.position) return undefined
  if (!before.position || before.position.place === after.position.place) return formatPosition(after.position)
  return `${formatPosition(before.position)} → ${formatPosition(after.position)}`
}
