import type { News } from '../../../lib/day/news.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { runWords } from '../../../lib/wording/run-words.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import styles from './latest-line.module.css'

interface Props {
  /** The newest first. */
  readonly news: readonly News[]
  readonly standings: Standings
  /** The query of the page; without it the line is no link, as on the big screen. */
  readonly here?: string
}

/** The latest run in one line that is always there: the driver, the run, and the positions before and after. */
export function LatestLine({ news, standings, here }: Props) {
  const last = news.find(({ kind, driver_name }) => kind === 'run' && standings.by_name.has(driver_name))
  const standing = last && standings.by_name.get(last.driver_name)
  const line =
    last && standing ? (
      <LineOf news={last} standings={standings} />
    ) : (
      <span className={styles.none}>the next run shows here</span>
    )
  const label = <span className={styles.label}>latest</span>
  if (!last || here === undefined) {
    return (
      <p className={styles.line}>
        {label} {line}
      </p>
    )
  }
  return (
    <a className={styles.line} href={sheetAddress(here, last.driver_name)} data-sheet={last.driver_name}>
      {label} {line}
    </a>
  )
}

function LineOf({ news, standings }: { readonly news: News; readonly standings: Standings }) {
  const standing = standings.by_name.get(news.driver_name)
  if (!standing) return null
  const { driver, class_code } = standing
  const { before, after } = news
  const hasMoved = before.position && after.position && before.position.place !== after.position.place
  return (
    <>
      <span className={styles.driver}>
        {driver.number && `#${driver.number} `}
        <bdi>{displayName(driver)}</bdi> {class_code}
      </span>{' '}
      <span className={styles.run}>{runWords(news.text, standings.event.time_format)}</span>{' '}
      {after.position && (
        <span className={styles.position}>
          {hasMoved && before.position && `${formatPosition(before.position)} → `}
          {formatPosition(after.position)}
        </span>
      )}
      <ProgressBadge progress={{ ...progressOf(news), positions: 0 }} timeFormat={standings.event.time_format} />
    </>
  )
}
