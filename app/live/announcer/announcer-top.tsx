import { displayName } from '../../../lib/record/driver.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import table from '../sheet/sheet-table.module.css'
import styles from './announcer-view.module.css'

interface Props {
  readonly standings: Standings
  readonly here: string
}

const most = 3

/** The first three of all classes by time and, where the event has indices, by indexed time. */
export function AnnouncerTop({ standings, here }: Props) {
  const { raw, pax } = standings
  return (
    <>
      <TopTable
        title="FTD"
        what="raw, all classes"
        rows={raw.filter(({ raw_position }) => raw_position).slice(0, most)}
        timeOf={({ total }) => total}
        {...{ standings, here }}
      />
      <TopTable
        title="PAX"
        what="indexed, all classes"
        rows={pax.filter(({ pax_position }) => pax_position).slice(0, most)}
        timeOf={({ indexed }) => indexed}
        {...{ standings, here }}
      />
    </>
  )
}

interface TableProps extends Props {
  readonly title: 'FTD' | 'PAX'
  readonly what: string
  readonly rows: readonly Standing[]
  readonly timeOf: (standing: Standing) => number | undefined
}

function TopTable({ title, what, rows, timeOf, standings: { event }, here }: TableProps) {
  const [first] = rows
  if (!first) return null
  const best = timeOf(first) ?? 0
  return (
    <section>
      <h3 className={styles.heading}>
        {title} <span className={styles.age}>{what}</span>
      </h3>
      <table className={table.table} aria-label={title}>
        <tbody>
          {rows.map((row) => {
            const value = timeOf(row) ?? 0
            const position = title === 'FTD' ? row.raw_position : row.pax_position
            return (
              <tr key={row.driver.driver_name}>
                <td className={styles.position}>{position && `${position.place}${position.shared ? '=' : ''}`}</td>
                <th scope="row">
                  <a href={sheetAddress(here, row.driver.driver_name)} data-sheet={row.driver.driver_name}>
                    <bdi>{displayName(row.driver)}</bdi>
                  </a>{' '}
                  <span className={table.quiet}>{row.class_code}</span>
                </th>
                <td className={table.figure}>{formatTime(value, event.time_format)}</td>
                <td className={`${table.figure} ${table.quiet}`}>
                  {value > best && `+${formatTime(value - best, event.time_format)}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
