import { bucketLength, type CourseEvolution, fewestRuns } from '../../../lib/day/course-evolution.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import { ChartFrame } from './chart-frame.tsx'
import styles from './charts-view.module.css'
import { linesByRun, linesByTime } from './course-points.ts'
import { type DayChanges, missingDayText } from './use-day-changes.ts'

interface Props {
  readonly courses: readonly CourseEvolution[]
  /** Whether the times of day of the runs are known. */
  readonly day: DayChanges['kind']
  /** Unix ms: when the list was published. */
  readonly at: number | undefined
}

/** Whether the courses become faster: by run, and by time of day. */
export function CourseCharts({ courses, day, at = Number.POSITIVE_INFINITY }: Props) {
  const runs = linesByRun(courses)
  const times = linesByTime(courses, at)
  return (
    <section aria-labelledby="course-heading">
      <h2 id="course-heading" className={styles.heading}>
        Course
      </h2>
      <p className={styles.explanation}>
        The median difference to everyone’s own first run, in seconds, by the clock without penalties. Below zero is
        faster. A median of fewer than {fewestRuns} entries is faint.
      </p>
      <div className={styles.pair}>
        <div>
          <h3 className={styles.title}>By run</h3>
          <ChartFrame
            size="low"
            chart={
              runs && {
                ...runs,
                label: 'Line chart: median difference to the first run, by run',
                formatX: String,
                formatY: shortSigned,
              }
            }
            loading={false}
            instead="No entry has a second run yet."
            tableIsOpen
            table={runs && <ByRunTable courses={courses} />}
          />
        </div>
        <div>
          <h3 className={styles.title}>By time of day</h3>
          <ChartFrame
            size="low"
            chart={
              times && {
                ...times,
                label: 'Line chart: median difference to the first run, by time of day',
                times: true,
                formatX: timeOfDay,
                formatY: shortSigned,
              }
            }
            loading={day === 'loading'}
            instead={
              missingDayText[day] ?? `A quarter of an hour with ${fewestRuns} second or later runs is shown here.`
            }
            table={times && <ByTimeTable courses={courses} />}
          />
        </div>
      </div>
    </section>
  )
}

function ByRunTable({ courses }: Pick<Props, 'courses'>) {
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          {courses.length > 1 && <th scope="col">Course</th>}
          <th scope="col">Run</th>
          <th scope="col">Median</th>
          <th scope="col">Entries</th>
        </tr>
      </thead>
      <tbody>
        {courses.flatMap(({ course, by_run }) =>
          by_run.map(({ run, difference, entries }) => (
            <tr key={`${course}.${run}`} className={entries < fewestRuns ? styles.few : undefined}>
              {courses.length > 1 && <td>{course + 1}</td>}
              <th scope="row">{run}</th>
              <td>{signed(difference)}</td>
              <td>{entries}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function ByTimeTable({ courses }: Pick<Props, 'courses'>) {
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          {courses.length > 1 && <th scope="col">Course</th>}
          <th scope="col">Time</th>
          <th scope="col">Median</th>
          <th scope="col">Runs</th>
        </tr>
      </thead>
      <tbody>
        {courses.flatMap(({ course, by_time }) =>
          by_time.map(({ from, difference, runs }) => (
            <tr key={`${course}.${from}`}>
              {courses.length > 1 && <td>{course + 1}</td>}
              <th scope="row">{`${timeOfDay(from)} – ${timeOfDay(from + bucketLength)}`}</th>
              <td>{signed(difference)}</td>
              <td>{runs}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function signed(difference: number): string {
  return difference > 0 ? `+${formatTime(difference)}` : formatTime(difference)
}

function shortSigned(difference: number): string {
  const seconds = Math.abs(difference / 1000)
  const text = String(Number(seconds.toFixed(2)))
  return difference > 0 ? `+${text}` : difference < 0 ? `−${text}` : '0'
}
