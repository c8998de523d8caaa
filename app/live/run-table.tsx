import type { RunResult } from '../../lib/entry-result.ts'
import type { Event } from '../../lib/event.ts'
import { formatTime } from '../../lib/run.ts'
import type { Standing } from '../../lib/standing.ts'
import styles from './run-table.module.css'

interface Props {
  readonly standing: Standing
  readonly event: Event
}

/** Every run of one entry: the clock, the penalties, and what that makes. */
export function RunTable({ standing, event }: Props) {
  if (standing.runs.length === 0) return <p className={styles.none}>No runs yet.</p>
  return standing.runs.map((course, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a course or day is known by its place, and only by that
    <table key={index} className={styles.table}>
      {standing.runs.length > 1 && <caption>Course {index + 1}</caption>}
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Clock</th>
          <th scope="col">Penalties</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {course.map((run, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is known by its place: run 1, run 2
          <tr key={place} className={run.best ? styles.best : undefined}>
            <th scope="row">{place + 1}</th>
            <td>{clock(run, event)}</td>
            <td>{penalties(run)}</td>
            <td>
              {run.time !== undefined && formatTime(run.time, event.time_format)}
              {run.best && <abbr title="makes the result"> ●</abbr>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}

function clock({ run, text }: RunResult, event: Event): string {
  if (run.kind === 'unreadable') return text
  return 'raw' in run && run.raw !== undefined ? formatTime(run.raw, event.time_format) : ''
}

function penalties({ run }: RunResult): string {
  switch (run.kind) {
    case 'no_time':
      return run.reason
    case 'rerun':
      return 'rerun'
    case 'timed':
      return [count(run.cones, 'cone'), count(run.gates, 'gate')].filter(Boolean).join(', ') || 'clean'
    default:
      return ''
  }
}

function count(number: number, thing: string): string {
  if (number === 0) return ''
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
