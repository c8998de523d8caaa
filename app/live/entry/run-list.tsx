import type { TimeFormat } from '../../../lib/record/run.ts'
import { type EntryHighlights, noHighlights } from '../../../lib/results/entry-highlights.ts'
import type { RunResult } from '../../../lib/scoring/run-result.ts'
import { runNotation } from '../../../lib/wording/run-notation.ts'
import styles from './run-list.module.css'
import { RunMark } from './run-mark.tsx'

interface Props {
  /** Course by course, or day by day. */
  readonly runs: readonly (readonly RunResult[])[]
  readonly timeFormat: TimeFormat
  /** Marks the fastest and the corrected runs; without it none is marked. */
  readonly highlights?: EntryHighlights
}

/** All runs in the sport's notation: cones after a plus, the best run marked, reruns struck through. */
export function RunList({ runs, timeFormat, highlights = noHighlights }: Props) {
  return runs.map((course, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a course or day has no other key than its index
    <ol key={index} className={styles.runs}>
      {course.map((run, runIndex) => {
        const highlight = highlights.runs.find((one) => one.course === index && one.run === runIndex)
        const isFastest = highlight?.marks.some((mark) => mark !== 'best_in_class')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other key than its index
          <li key={runIndex} className={isFastest ? styles.fastest : run.best ? styles.best : styles.run}>
            {run.run.kind === 'rerun' ? <s>{runNotation(run.run, timeFormat)}</s> : runNotation(run.run, timeFormat)}
            {run.best && <span className="visually-hidden"> best</span>}
            {highlight && <RunMark highlight={highlight} />}
          </li>
        )
      })}
    </ol>
  ))
}
