import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { KioskRow } from './kiosk-row.tsx'
import styles from './kiosk-table.module.css'
import type { KioskBlock } from './round/kiosk-blocks.ts'

interface Props {
  readonly block: KioskBlock
  readonly rows: readonly Standing[]
  readonly label: string
  readonly standings: Standings
}

/** In characters: the longest time that fits into the narrow column. */
const shortTime = '59.999'.length

/** Rows of one class or ranking on the big screen. */
export function KioskTable({ block, rows, label, standings: { event, courses } }: Props) {
  const { by, ranked_by } = block
  const counting = countingOf(event, courses)
  const timeOf = ({ total, indexed }: Standing) => {
    const time = ranked_by === 'indexed' ? indexed : total
    return time === undefined ? undefined : formatTime(time, event.time_format)
  }
  const hasLongTimes = block.rows.some((row) => (timeOf(row)?.length ?? 0) > shortTime)
  const columns = [
    ['position', 'Pos'],
    ['number', 'Number'],
    ['driver', 'Driver'],
    ...(counting ? [['completed', 'Counted']] : []),
    ['badge', 'News'],
    ['time', ranked_by === 'indexed' ? 'PAX' : 'Time'],
    ...(by === 'class' ? [['gap', 'Gap']] : []),
  ]
  return (
    <table className={styles.table} aria-label={label} data-by={by} data-long={hasLongTimes || undefined}>
      <thead>
        <tr>
          {columns.map(([column = '', title]) => (
            <th key={column} scope="col" className={styles[column]}>
              <span className="visually-hidden">{title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((standing) => (
          <KioskRow
            key={standing.driver.driver_name}
            standing={standing}
            by={by}
            time={timeOf(standing)}
            counting={counting}
            timeFormat={event.time_format}
          />
        ))}
      </tbody>
    </table>
  )
}
