import { courseEvolution } from '../../../lib/day/course-evolution.ts'
import type { LatestViewProps } from '../views/view-props.ts'
import styles from './charts-view.module.css'
import { CourseCharts } from './course-charts.tsx'
import { PositionsChart } from './positions-chart.tsx'
import { useDayChanges } from './use-day-changes.ts'

/**
 * How the course and the positions of a class changed over the day. The table by run works without JavaScript.
 */
export function ChartsView({ standings, event, choice, stars, replica, news }: LatestViewProps) {
  const day = useDayChanges(replica)
  if (standings.raw.every(({ runs_done }) => runs_done === 0)) {
    return <p className={styles.instead}>No runs yet. Charts appear here after the first runs.</p>
  }
  return (
    <div className={styles.charts}>
      <noscript>
        <p className={styles.notice}>Charts, times of day and positions need JavaScript. The table by run does not.</p>
      </noscript>
      {day.kind === 'failed' && (
        <p className={styles.notice} role="alert">
          The times of the runs could not be loaded.{' '}
          <button type="button" className={styles.button} onClick={day.retry}>
            Try again
          </button>
        </p>
      )}
      <CourseCharts courses={courseEvolution(standings.raw, day.changes)} day={day.kind} at={replica.at} />
      <PositionsChart
        {...{ standings, event, choice, stars, day }}
        at={replica.at}
        lastDriven={news.find(({ kind }) => kind === 'run')?.driver_name}
      />
    </div>
  )
}
