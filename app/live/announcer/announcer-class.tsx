import { classState } from '../../../lib/chances/class-state.ts'
import { displayName } from '../../../lib/record/driver.ts'
import { entryStatus } from '../../../lib/record/entry-status.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { completedWords, gapWords } from '../../../lib/wording/completed-words.ts'
import { ClassStateMark } from '../entry/class-state-mark.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import table from '../sheet/sheet-table.module.css'
import styles from './announcer-view.module.css'
import { classWindow } from './class-window.ts'

interface Props {
  readonly group: ClassStanding
  readonly standing: Standing
  readonly standings: Standings
  readonly here: string
}

/** The class of the last car: all of it, or of a large one the first three and the entries around the last car. */
export function AnnouncerClass({ group, standing, standings, here }: Props) {
  const { event, courses } = standings
  const counting = countingOf(event, courses)
  const rows = classWindow(group.entries, standing)
  const state = classState(group, event)
  const title = [group.code || 'No class', group.name].filter(Boolean).join(' · ')
  return (
    <section>
      <h3 className={styles.heading}>
        {title} {state && <ClassStateMark state={state} className={styles.age} />}
      </h3>
      <table className={table.table} aria-label={`Class ${group.code}`}>
        <tbody>
          {rows.map((row) => {
            const { driver, class_position: position } = row
            const value = group.ranked_by === 'indexed' ? row.indexed : row.total
            return (
              <tr key={driver.driver_name} className={row === standing ? styles.own : undefined}>
                <td className={styles.position}>
                  {position ? `${position.place}${position.shared ? '=' : ''}` : entryStatus(driver)}
                </td>
                <th scope="row">
                  <a href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
                    <bdi>{displayName(driver)}</bdi>
                  </a>
                  {row === standing && <span className="visually-hidden"> (the last car)</span>}
                </th>
                <td className={table.figure}>{value !== undefined && formatTime(value, event.time_format)}</td>
                {counting && <td className={`${table.figure} ${table.quiet}`}>{completedWords(row, counting)}</td>}
                <td className={`${table.figure} ${table.quiet}`}>{gapWords(row, counting, event.time_format)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
