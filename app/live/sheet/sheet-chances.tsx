import { useMemo } from 'react'
import { cleanTime } from '../../../lib/chances/clean-time.ts'
import { isSafe, type RequiredTime, requiredTimes } from '../../../lib/chances/required-time.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import styles from './driver-sheet.module.css'

interface Props {
  readonly standing: Standing
  readonly group: ClassStanding
  readonly event: Event
}

/** How many positions ahead are shown; a click shows the others. */
const nearest = 5

/** The times that the next run requires for the positions ahead, and the result without penalties. */
export function SheetChances({ standing, group, event }: Props) {
  const { entries, ranked_by } = group
  const wanted = useMemo(
    () => requiredTimes(standing, entries, ranked_by, event),
    [standing, entries, ranked_by, event],
  )
  const clean = useMemo(() => cleanTime(standing, entries, ranked_by, event), [standing, entries, ranked_by, event])
  const place = standing.class_position?.place
  return (
    <section>
      <h3 className={styles.heading}>What it takes</h3>
      {event.runs_per_entry !== undefined && isSafe(standing, entries) && <p>Safe: nobody behind has a run left.</p>}
      {place === 1 && <p>Leads the class.</p>}
      {place !== 1 && standing.runs_left === 0 && <p>No runs left.</p>}
      {group.ranked === 0 && <p>Nobody in class has a time yet.</p>}
      {group.ranked > 0 && place !== 1 && standing.runs_left !== 0 && wanted.length === 0 && (
        <p>No place ahead is in reach of one run.</p>
      )}
      <RequiredTimes times={wanted.slice(-nearest).toReversed()} event={event} />
      {wanted.length > nearest && (
        <details>
          <summary className={styles.more}>All {wanted.length} places ahead</summary>
          <RequiredTimes times={wanted} event={event} />
        </details>
      )}
      {clean && (
        <p>
          Without penalties: {formatTime(clean.total, event.time_format)}
          {clean.position && `, ${formatPosition(clean.position)} in class`}.
        </p>
      )}
    </section>
  )
}

function RequiredTimes({ times, event }: { readonly times: readonly RequiredTime[]; readonly event: Event }) {
  const time = (value: number) => formatTime(value, event.time_format)
  return (
    <ul className={styles.list}>
      {times.map(({ rival, position, run, improvement }) => (
        <li key={position.place}>
          <strong>{formatPosition({ ...position, shared: false })}</strong>{' '}
          {run === undefined ? 'any clean run' : `${time(run)} or faster, clean`}
          {improvement !== undefined && improvement > 0 && ` (${time(improvement)} better)`}
          {', to pass '}
          <bdi>{displayName(rival.driver)}</bdi>
        </li>
      ))}
    </ul>
  )
}
