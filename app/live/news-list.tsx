import { formatAge } from '../../lib/age.ts'
import { displayName } from '../../lib/driver.ts'
import type { Event } from '../../lib/event.ts'
import type { News } from '../../lib/news.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import type { Standings } from '../../lib/standings.ts'
import { newsKey } from './news-key.ts'
import styles from './news-list.module.css'
import { sheetAddress } from './sheet-address.ts'
import { useServerNow } from './use-server-now.ts'

interface Props {
  readonly news: readonly News[]
  readonly standings: Standings
  readonly event: Event
  readonly clockOffset: number
  readonly here: string
}

/** Runs and corrections, newest first: who, what, and what came of it. */
export function NewsList({ news, standings, event, clockOffset, here }: Props) {
  const now = useServerNow(news[0]?.at ?? 0, clockOffset)
  return (
    <ol className={styles.list}>
      {news.map((one) => {
        const standing = standings.by_name.get(one.driver_name)
        const name = standing ? displayName(standing.driver) : one.driver_name
        return (
          <li key={newsKey(one)} className={styles.item} data-news={newsKey(one)}>
            <a className={styles.driver} href={sheetAddress(here, one.driver_name)} data-sheet={one.driver_name}>
              {standing?.class_code} {standing?.driver.number && `#${standing.driver.number} `}
              <bdi>{name}</bdi>
            </a>
            <span className={styles.run}>{what(one)}</span>
            <span className={styles.after}>{result(one, event)}</span>
            <span className={styles.age}>{formatAge(now - one.at)}</span>
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

function result({ kind, before, after }: News, event: Event): string {
  const places =
    before.position && after.position && before.position.place !== after.position.place
      ? `${formatPlace(before.position)} → ${formatPlace(after.position)}`
      : after.position && formatPlace(after.position)
  const gained = before.total !== undefined && after.total !== undefined ? before.total - after.total : 0
  const best = kind === 'run' && gained > 0 ? `personal best, −${formatTime(gained, event.time_format)}` : undefined
  return [places, best].filter(Boolean).join(' · ')
}
