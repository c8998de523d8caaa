import { useEffect, useRef } from 'react'
import { displayName, sameDriver } from '../../../lib/record/driver.ts'
import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import type { TimeFormat } from '../../../lib/record/run.ts'
import type { Counting } from '../../../lib/scoring/counting.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { completedWords, gapWords } from '../../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../../lib/wording/no-total-words.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { flash } from '../results/flash.ts'
import styles from './kiosk-table.module.css'
import type { KioskBlock } from './round/kiosk-blocks.ts'

interface Props {
  readonly standing: Standing
  readonly by: KioskBlock['by']
  /** Undefined: it has none. */
  readonly time: string | undefined
  readonly counting: Counting | undefined
  readonly timeFormat: TimeFormat
}

/** One entry on the big screen. Its record changes: the row is bright for 2 s. */
export function KioskRow({ standing, by, time, counting, timeFormat }: Props) {
  const { driver, class_code, class_position, pax_position, raw_position, trophy } = standing
  const { highlights } = useEntry(driver.driver_name)
  const position = { class: class_position, pax: pax_position, raw: raw_position }[by]
  const status = position ? undefined : entryStatus(driver)
  const row = useRef<HTMLTableRowElement>(null)
  const seen = useRef(driver)
  useEffect(() => {
    if (sameDriver(seen.current, driver)) return
    seen.current = driver
    return flash(row.current)
  }, [driver])
  const number = [by !== 'class' && class_code, driver.number].filter(Boolean).join(' ')
  return (
    <tr ref={row} className={styles.row} data-driver={driver.driver_name}>
      <td className={styles.position} data-status={status}>
        {status ? <abbr title={statusWords[status]}>{status}</abbr> : (position?.place ?? '–')}
        <span className={styles.marks}>
          {position?.shared && '='}
          {by === 'class' && trophy && 'T'}
        </span>
      </td>
      <td className={styles.number}>
        <span data-fit="0">
          <span>{number}</span>
        </span>
      </td>
      <th scope="row" className={styles.driver}>
        <span data-fit="0">
          <bdi>{displayName(driver)}</bdi>
        </span>
      </th>
      {counting && <td className={styles.completed}>{completedWords(standing, counting)}</td>}
      <td className={styles.badge}>
        <ProgressBadge progress={highlights.progress} timeFormat={timeFormat} short />
      </td>
      <td className={styles.time}>{time ?? '–'}</td>
      {by === 'class' && (
        <td className={styles.gap}>
          {time === undefined ? noTotalWords(standing) : gapWords(standing, counting, timeFormat)}
        </td>
      )}
    </tr>
  )
}
