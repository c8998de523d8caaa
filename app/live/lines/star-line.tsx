import { displayName } from '../../../lib/record/driver.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { completedWords } from '../../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../../lib/wording/no-total-words.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { NextRequiredTime } from '../entry/next-required-time.tsx'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { runsLeftWords } from '../entry/runs-left.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import { useEntry } from '../entry/use-entry.ts'
import { nextStart } from '../rhythm/lazy-next-start.ts'
import styles from './star-line.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly here: string
}

/** One followed entry in one line: its position, its time, the time it requires next, and when it drives. */
export function StarLine({ standing, standings, here }: Props) {
  const { driver, class_code, class_position, total, runs_left } = standing
  const { time_format } = standings.event
  const { highlights } = useEntry(driver.driver_name)
  const completed = completedWords(standing, countingOf(standings.event, standings.courses))
  return (
    <a className={styles.line} href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
      <span className={styles.star} aria-hidden="true">
        ★
      </span>
      <span className={styles.driver}>
        <bdi>{displayName(driver)}</bdi>
      </span>
      <span className={styles.badge}>
        <ProgressBadge progress={highlights.progress} timeFormat={time_format} short />
      </span>
      <span className={styles.position}>
        {class_position && `${formatPosition(class_position)} `}
        {class_code}
      </span>
      <span className={styles.time}>
        {total === undefined ? noTotalWords(standing) : formatTime(total, time_format)}
        {completed !== '' && <span className={styles.completed}> {completed}</span>}
      </span>
      <span className={styles.next}>
        <NextRequiredTime standing={standing} standings={standings} brief />
      </span>
      <span className={styles.start}>
        <nextStart.Part standing={standing} brief />
      </span>
      <span className={styles.left}>{runsLeftWords(runs_left)}</span>
    </a>
  )
}
