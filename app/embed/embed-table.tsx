import { memo } from 'react'
import { displayName } from '../../lib/record/driver.ts'
import { entryStatus, statusWords } from '../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../lib/record/run.ts'
import { type Counting, countingOf } from '../../lib/scoring/counting.ts'
import type { Measure } from '../../lib/scoring/ranking.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { completedWords, gapWords } from '../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../lib/wording/no-total-words.ts'
import styles from './embed.module.css'

interface Props {
  readonly label: string
  readonly by: 'class' | 'pax' | 'raw'
  readonly ranked_by: Measure
  readonly rows: readonly Standing[]
  readonly standings: Standings
}

/** The entries of a class or a ranking, one line each. */
export function EmbedTable({ label, by, ranked_by, rows, standings: { event, courses } }: Props) {
  const counting = countingOf(event, courses)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.position}>
            Pos
          </th>
          <th scope="col">Driver</th>
          <th scope="col" className={styles.figure}>
            {ranked_by === 'indexed' ? 'PAX' : 'Time'}
          </th>
          {by === 'class' && (
            <th scope="col" className={styles.figure}>
              Gap
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((standing) => (
          <Row
            key={standing.driver.driver_name}
            standing={standing}
            by={by}
            ranked_by={ranked_by}
            unit={counting?.unit}
            of={counting?.of}
            timeFormat={event.time_format}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly standing: Standing
  readonly by: Props['by']
  readonly ranked_by: Measure
  /** What is counted before time, in two parts: equal ones render no row again. */
  readonly unit: Counting['unit'] | undefined
  readonly of: number | undefined
  readonly timeFormat: TimeFormat
}

const Row = memo(function Row({ standing, by, ranked_by, unit, of, timeFormat }: RowProps) {
  const { driver, class_code, class_position, pax_position, raw_position, trophy } = standing
  const position = { class: class_position, pax: pax_position, raw: raw_position }[by]
  const time = ranked_by === 'indexed' ? standing.indexed : standing.total
  const counting = unit && { unit, of }
  const status = position ? undefined : entryStatus(driver)
  const entry = [by !== 'class' && class_code, driver.number && `#${driver.number}`].filter(Boolean).join(' ')
  return (
    <tr data-driver={driver.driver_name}>
      <td className={styles.position}>
        {status ? <abbr title={statusWords[status]}>{status}</abbr> : (position?.place ?? '–')}
        {position?.shared && '='}
        {by === 'class' && trophy && <abbr title="trophy">T</abbr>}
      </td>
      <th scope="row">
        <bdi>{displayName(driver)}</bdi> <span className={styles.quiet}>{entry}</span>
        {driver.car && <span className={styles.car}> {driver.car}</span>}
      </th>
      <td className={styles.figure}>
        {time === undefined ? noTotalWords(standing) : formatTime(time, timeFormat)}{' '}
        {counting && <span className={styles.quiet}>{completedWords(standing, counting)}</span>}
      </td>
      {by === 'class' && (
        <td className={`${styles.figure} ${styles.quiet}`}>{gapWords(standing, counting, timeFormat)}</td>
      )}
    </tr>
  )
})
