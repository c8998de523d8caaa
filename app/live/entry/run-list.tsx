import type { Run, TimeFormat } from '../../../lib/record/run.ts'
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

/** `41.266+1`; `141.266+1` and `41.266+10` are longer than a column of a small phone. */
const usualLength = 8

/** All runs in the sport's notation: cones after a plus, the best run marked, reruns struck through. */
export function RunList({ runs, timeFormat, highlights = noHighlights }: Props) {
  return runs.map((course, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a course or day has no other key than its index
    <ol key={index} className={styles.runs}>
      {course.map((run, runIndex) => {
        const highlight = highlights.runs.find((one) => one.course === index && one.run === runIndex)
        const isFastest = highlight?.marks.some((mark) => mark !== 'best_in_class')
        const text = runNotation(run.run, timeFormat)
        const isLong = timeFormat === 'seconds' && run.run.kind === 'timed' && text.length > usualLength
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other key than its index
            key={runIndex}
            className={isFastest ? styles.fastest : run.best ? styles.best : styles.run}
            data-long={isLong ? '' : undefined}
          >
            <RunText run={run.run} text={text} />
            {run.best && <span className="visually-hidden"> best</span>}
            {highlight && <RunMark highlight={highlight} />}
          </li>
        )
      })}
    </ol>
  ))
}

/**
 * A run with its penalty in small, so that it does not touch the next run on a phone. The word of a run that does not
 * count is in every list, and the time of its clock before it where there is room.
 */
function RunText({ run, text }: { readonly run: Run; readonly text: string }) {
  const plus = run.kind === 'unreadable' ? -1 : text.indexOf('+')
  if (plus < 0) return run.kind === 'rerun' ? <s>{text}</s> : text
  if (run.kind === 'timed') {
    return (
      <>
        {text.slice(0, plus)}
        <span className={styles.penalty}>{text.slice(plus)}</span>
      </>
    )
  }
  const parts = (
    <>
      <span className={styles.clock}>{text.slice(0, plus + 1)}</span>
      {text.slice(plus + 1)}
    </>
  )
  return run.kind === 'rerun' ? <s>{parts}</s> : parts
}
