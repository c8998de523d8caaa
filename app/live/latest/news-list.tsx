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
  /** All of it is of one entry, whose name stands above already. */
  readonly ofOne?: boolean
}

/** Runs and corrections, newest first: who, what, when, and what came of it. */
export function NewsList({ news, standings, event, clockOffset, here, ofOne = false }: Props) {
  const now = useServerNow(news[0]?.at ?? 0, clockOffset)
  return (
    <ol className={ofOne ? `${styles.list} ${styles.ofOne}` : styles.list}>
      {news.map((one) => {
        const standing = standings.by_name.get(one.driver_name)
        const name = standing ? displayName(standing.driver) : one.driver_name
        return (
          <li key={newsKey(one)} className={styles.item} data-news={newsKey(one)}>
            {!ofOne && (
              <a className={styles.driver} href={sheetAddress(here, one.driver_name)} data-sheet={one.driver_name}>
                {standing?.class_code} {standing?.driver.number && `#${standing.driver.number} `}
                <bdi>{name}</bdi>
              </a>
            )}
            <span className={styles.run}>
              {one.kind === 'correction' && <span aria-hidden="true">✎ </span>}
              {what(one)}
            </span>
            <span className={styles.after}>
              {places(one)}
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

/** A correction shows both, so that nobody has to wonder. */
function what({ kind, text_before, text, run }: News): string {
  if (kind === 'run') return `run ${run + 1}: ${text}`
  return `run ${run + 1} corrected: ${text_before} → ${text === '' ? 'taken away' : text}`
}

function places({ before, after }: News): string | undefined {
  if (!after.position) return undefined
  if (!before.position || before.position.place === after.position.place) return formatPosition(after.position)
  return `${formatPosition(before.position)} → ${formatPosition(after.position)}`
}
