import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { RunHighlight } from '../../../lib/results/entry-highlights.ts'
import { indexedRun, ownFactor } from '../../../lib/scoring/own-factor.ts'
import type { RunResult } from '../../../lib/scoring/run-result.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { penaltyWords } from '../../../lib/wording/run-words.ts'
import { RunMark } from '../entry/run-mark.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { runSteps } from './run-steps.ts'
import styles from './run-table.module.css'

interface Props {
  readonly standing: Standing
  readonly event: Event
}

/**
 * Each run of one entry: clock, penalties, time, indexed time, and the differences to the run before and to the best.
 */
export function RunTable({ standing, event }: Props) {
  const { highlights } = useEntry(standing.driver.driver_name)
  if (standing.runs.length === 0) return <p className={styles.none}>No runs yet.</p>
  const factor = ownFactor(standing, event)
  return standing.runs.map((course, courseIndex) => {
    const steps = runSteps(course)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a course or day is identified by its index only
      <table key={courseIndex} className={styles.table} data-times={event.time_format}>
        {standing.runs.length > 1 && <caption>Course {courseIndex + 1}</caption>}
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Clock</th>
            <th scope="col">Penalties</th>
            <th scope="col">Time</th>
            {factor && (
              <th scope="col">
                PAX{standing.factor !== undefined && <span className={styles.factor}> ×{standing.factor}</span>}
              </th>
            )}
            <th scope="col" className={styles.before}>
              <abbr title="to the run before">± before</abbr>
            </th>
            <th scope="col">
              <abbr title="to the best run">± best</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {course.map((run, runIndex) => {
            const highlight = highlights.runs.find((one) => one.course === courseIndex && one.run === runIndex)
            const indexed = factor && indexedRun(standing, run, event, factor)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run is identified by its index: run 1, run 2
              <tr key={runIndex} className={rowStyle(run, highlight)}>
                <th scope="row">{runIndex + 1}</th>
                <td>{run.run.kind === 'rerun' ? <s>{clock(run, event)}</s> : clock(run, event)}</td>
                <td>{penalties(run)}</td>
                <td>
                  {run.best && <span className="visually-hidden">best </span>}
                  {run.time !== undefined && formatTime(run.time, event.time_format)}
                  {highlight && <RunMark highlight={highlight} />}
                </td>
                {factor && <td>{indexed !== undefined && formatTime(indexed, event.time_format)}</td>}
                <td
                  className={`${styles.before} ${isFaster(steps[runIndex]?.to_before) ? styles.faster : styles.step}`}
                >
                  {step(steps[runIndex]?.to_before, event)}
                </td>
                <td className={styles.step}>{step(steps[runIndex]?.to_best, event)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    )
  })
}

function rowStyle({ best }: RunResult, highlight: RunHighlight | undefined): string | undefined {
  if (highlight?.marks.some((mark) => mark !== 'best_in_class')) return styles.fastest
  return best ? styles.best : undefined
}

function isFaster(step: number | undefined): boolean {
  return step !== undefined && step < 0
}

function step(value: number | undefined, event: Event): string {
  if (value === undefined) return ''
  return `${value < 0 ? '−' : '+'}${formatTime(Math.abs(value), event.time_format)}`
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
      return penaltyWords(run) || 'clean'
    default:
      return ''
  }
}
