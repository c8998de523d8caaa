import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import type { RunHighlight } from '../../../lib/results/entry-highlights.ts'
import type { RunResult } from '../../../lib/scoring/run-result.ts'
import { penaltyText } from '../../../lib/wording/run-words.ts'
import { RunMark } from '../entry/run-mark.tsx'
import styles from './wide-table.module.css'

interface Props {
  /** Undefined where the entry has no such run. */
  readonly run: RunResult | undefined
  readonly highlight: RunHighlight | undefined
  readonly timeFormat: TimeFormat
}

/** One run: its time on the column's decimal point, and in a slot beside it penalties, a status or a mark. */
export function RunCell({ run: result, highlight, timeFormat }: Props) {
  if (!result) return null
  const { run, best } = result
  if (run.kind === 'not_run') return '–'
  const isFastest = highlight?.marks.some((mark) => mark !== 'best_in_class')
  const raw = run.kind === 'unreadable' ? undefined : run.raw
  const word = run.kind === 'no_time' ? run.reason : run.kind === 'rerun' ? 'RRN' : ''
  const time = raw === undefined ? word : formatTime(raw, timeFormat)
  // A run without a time has its word in the place of the time.
  const isStruck = word !== '' && raw !== undefined
  return (
    <span className={isFastest ? styles.fastest : best ? styles.best : styles.run}>
      {isStruck ? <s className={styles.time}>{time}</s> : <span className={styles.time}>{time}</span>}
      <span className={styles.slot}>
        {run.kind === 'timed' && penaltyText(run)}
        {isStruck && word}
        {run.kind === 'unreadable' && run.text}
        {best && <span className="visually-hidden"> best</span>}
        {highlight && <RunMark highlight={highlight} />}
      </span>
    </span>
  )
}
