import type { News } from '../../../lib/day/news.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { runOutcome } from '../../../lib/wording/run-outcome.ts'
import { runWords } from '../../../lib/wording/run-words.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import styles from './latest-line.module.css'

interface Props {
  /** The newest first. */
  readonly news: readonly News[]
  readonly standings: Standings
  /** The query of the page. */
  readonly here: string
}

/** The latest run in one line that is always there: the driver, the run, and what it did for the result. */
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
  if (!last) {
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
  const { kind, words } = runOutcome(news, standings.event)
  return (
    <>
      <span className={styles.driver}>
        {driver.number && `#${driver.number} `}
        <bdi>{displayName(driver)}</bdi> {class_code}
      </span>{' '}
      <span className={styles.run}>{runWords(news.text, standings.event.time_format)}</span>{' '}
      <span className={styles.outcome} data-kind={kind}>
        {words}
      </span>
    </>
  )
}
