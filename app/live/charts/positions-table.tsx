import { bucketLength } from '../../../lib/day/course-evolution.ts'
import type { PositionMoment } from '../../../lib/day/positions-over-day.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import styles from './charts-view.module.css'

interface Props {
  readonly group: ClassStanding
  readonly moments: readonly PositionMoment[]
}

/** With more moments than this, a column is the end of a quarter of an hour. */
const mostColumns = 12

/** The positions of each entry over the day; the rows are in the current order. */
export function PositionsTable({ group, moments }: Props) {
  const columns = moments.length <= mostColumns ? moments : endsOfQuarters(moments)
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <th scope="col">Driver</th>
          {columns.map(({ at }) => (
            <th key={at ?? 0} scope="col">
              {at === undefined ? 'Start' : timeOfDay(at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.entries.map(({ driver }, index) => (
          <tr key={driver.driver_name}>
            <th scope="row">
              <bdi>{displayName(driver)}</bdi>
            </th>
            {columns.map(({ at, positions }) => (
              <td key={at ?? 0}>{positions[index] ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The last moment of each quarter of an hour that has one. */
function endsOfQuarters(moments: readonly PositionMoment[]): readonly PositionMoment[] {
  const quarter = ({ at }: PositionMoment) => (at === undefined ? undefined : Math.floor(at / bucketLength))
  return moments.filter((moment, index) => {
    const next = moments[index + 1]
    return next === undefined || quarter(next) !== quarter(moment)
  })
}
