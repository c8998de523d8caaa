import { firstToRun, heatOf } from '../../../lib/chances/run-order.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { AnnouncerName } from './announcer-name.tsx'
import { AnnouncerNext } from './announcer-next.tsx'
import { AnnouncerTop } from './announcer-top.tsx'
import styles from './announcer-view.module.css'
import { ClassesToday } from './classes-today.tsx'

interface Props {
  readonly standings: Standings
  readonly here: string
}

/**
 * While no car has finished since the server began: the first five of the run order, if no entry has a run yet, and the
 * classes of the day.
 */
export function AnnouncerBefore({ standings, here }: Props) {
  const { event, raw } = standings
  const isBefore = raw.every(({ runs_done }) => runs_done === 0)
  const [first, ...then] = isBefore ? firstToRun(standings, 5) : []
  const heat = first && heatOf(first)
  return (
    <div className={styles.desk}>
      {first ? (
        <section className={styles.last} aria-label="First on course">
          <p className={styles.who}>
            <b>First on course</b> {heat && `heat ${heat}, run 1`}
          </p>
          <p className={styles.run}>#{first.driver.number}</p>
          <AnnouncerName driver={first.driver} />
          <p className={styles.who}>{[first.class_code, first.driver.car].filter(Boolean).join(' · ')}</p>
        </section>
      ) : (
        <section className={styles.last} aria-label="Last car">
          <p className={styles.who}>Waiting for the {isBefore ? 'first' : 'next'} car to finish.</p>
        </section>
      )}
      <div className={styles.side}>
        <AnnouncerTop standings={standings} here={here} />
        <ClassesToday standings={standings} />
      </div>
      <div>
        <AnnouncerNext title="Then" next={then} event={event} here={here} />
      </div>
    </div>
  )
}
