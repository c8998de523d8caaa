import { bucketLength, type CourseEvolution, fewestRuns } from '../../../lib/day/course-evolution.ts'
import type { ChartLine } from './chart-line.ts'

interface Point {
  readonly x: number
  /** In ms. */
  readonly difference: number
  /** Of fewer entries than a median says something about. */
  readonly isFaint: boolean
}

export interface CourseLines {
  readonly x: readonly number[]
  readonly lines: readonly ChartLine[]
}

/** The lines by run; undefined without a second run. The first run is the reference, so its difference is 0. */
export function linesByRun(courses: readonly CourseEvolution[]): CourseLines | undefined {
  if (courses.every(({ by_run }) => by_run.length === 0)) return undefined
  return linesOf(
    courses.map(({ by_run }) => [
      { x: 1, difference: 0, isFaint: false },
      ...by_run.map(({ run, difference, entries }) => ({ x: run, difference, isFaint: entries < fewestRuns })),
    ]),
  )
}

/** The lines by time of day, each point in the middle of its quarter of an hour, yet not after `now` (Unix ms). */
export function linesByTime(courses: readonly CourseEvolution[], now: number): CourseLines | undefined {
  if (courses.every(({ by_time }) => by_time.length === 0)) return undefined
  return linesOf(
    courses.map(({ by_time }) =>
      by_time.map(({ from, difference }) => {
        return { x: Math.max(from, Math.min(from + bucketLength / 2, now)), difference, isFaint: false }
      }),
    ),
  )
}

/** A line for each course, and a faint one beside it that leads to its faint points. */
function linesOf(courses: readonly (readonly Point[])[]): CourseLines {
  const x = [...new Set(courses.flatMap((points) => points.map((point) => point.x)))].sort((a, b) => a - b)
  const lines = courses.flatMap((points, course): readonly ChartLine[] => {
    const name = courses.length === 1 ? '' : `Course ${course + 1}`
    const strong = points.filter(({ isFaint }) => !isFaint)
    const weak = points.filter(
      ({ isFaint }, index) => isFaint || points[index - 1]?.isFaint === true || points[index + 1]?.isFaint === true,
    )
    const line = { key: `${course}`, name, values: valuesAt(x, strong), weight: 'plain', hue: course } as const
    if (weak.length === 0) return [line]
    return [line, { key: `${course} few`, name: '', values: valuesAt(x, weak), weight: 'faint', hue: course }]
  })
  return { x, lines }
}

function valuesAt(x: readonly number[], points: readonly Point[]): ChartLine['values'] {
  const known = new Map(points.map((point) => [point.x, point.difference]))
  return x.map((one) => known.get(one))
}
