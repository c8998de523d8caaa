import { bucketLength, type CourseEvolution, fewestRuns } from '../../../lib/day/course-evolution.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { ChartLine } from './chart-line.ts'
import styles from './charts-view.module.css'
import { type DayChanges, missingDayText } from './use-day-changes.ts'

interface Props {
  readonly courses: readonly CourseEvolution[]
  /** Whether the times of day of the runs are known. */
  readonly day: DayChanges['kind']
}

/** Whether the courses become faster: by run, and by time of day. */
export function CourseCharts({ courses, day }: Props) {
  const runs = byRun(courses)
  const times = byTime(courses)
  return (
    <section aria-labelledby="course-heading">
      <h2 id="course-heading" className={styles.heading}>
        Course
      </h2>
      <p className={styles.explanation}>
        The median difference to everyone’s own first run, in seconds, by the clock without penalties. Below zero is
        faster.
      </p>
      <div className={styles.pair}>
        <div>
          <h3 className={styles.title}>By run</h3>
          <ChartFrame
            size="low"
            chart={
              runs && { ...runs, label: 'Line chart: median difference to the first run, by run', formatX: String }
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
            <tr key={`${course}.${run}`}>
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

/** The first run is the reference of the others, so its difference is 0. */
function byRun(courses: readonly CourseEvolution[]) {
  const points = courses.map(
    ({ by_run }) => new Map([[1, 0], ...by_run.map((one) => [one.run, one.difference] as const)]),
  )
  const x = inOrder(courses.flatMap(({ by_run }) => by_run.map(({ run }) => run)))
  return x.length === 0 ? undefined : { x: [1, ...x], lines: linesOf(points, [1, ...x]), formatY: shortSigned }
}

function byTime(courses: readonly CourseEvolution[]) {
  const points = courses.map(
    ({ by_time }) => new Map(by_time.map(({ from, difference }) => [middle(from), difference])),
  )
  const x = inOrder(points.flatMap((one) => [...one.keys()]))
  return x.length === 0 ? undefined : { x, lines: linesOf(points, x), formatY: shortSigned }
}

function linesOf(points: readonly ReadonlyMap<number, number>[], x: readonly number[]): readonly ChartLine[] {
  return points.map((line, course) => {
    const values = x.map((one) => line.get(one))
    const name = points.length === 1 ? '' : `Course ${course + 1}`
    return { key: `${course}`, name, values, weight: 'plain', hue: course }
  })
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

function middle(from: number): number {
  return from + bucketLength / 2
}

function signed(difference: number): string {
  return difference > 0 ? `+${formatTime(difference)}` : formatTime(difference)
}

function shortSigned(difference: number): string {
  const seconds = Math.abs(difference / 1000)
  const text = String(Number(seconds.toFixed(2)))
  return difference > 0 ? `+${text}` : difference < 0 ? `−${text}` : '0'
}
