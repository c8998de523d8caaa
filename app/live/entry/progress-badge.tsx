import type { Progress } from '../../../lib/day/progress.ts'
import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import styles from './progress-badge.module.css'

interface Props {
  readonly progress: Progress | undefined
  readonly timeFormat: TimeFormat
  /** Without the improvement in seconds: for rows of results. */
  readonly short?: boolean
}

/** The effect of a run: `▲ 2` positions gained, `PB −0.311` a personal best by 0.311 s. */
export function ProgressBadge({ progress, timeFormat, short = false }: Props) {
  if (!progress) return null
  const { positions, better } = progress
  const by = better === undefined ? '' : `−${formatTime(better, timeFormat)}`
  return (
    <>
      {positions !== 0 && (
        <span className={positions > 0 ? styles.gained : styles.lost} data-badge="places">
          <span aria-hidden="true">{positions > 0 ? '▲' : '▼'}</span> {Math.abs(positions)}
          <span className="visually-hidden">{positionsWords(positions)}</span>
        </span>
      )}
      {better !== undefined && (
        <span className={styles.gained} data-badge="best" title={`personal best, ${by}`}>
          <span aria-hidden="true">PB</span>
          <span className="visually-hidden">personal best</span>
          {!short && ` ${by}`}
        </span>
      )}
    </>
  )
}

function positionsWords(positions: number): string {
  return ` ${Math.abs(positions) === 1 ? 'place' : 'places'} ${positions > 0 ? 'gained' : 'lost'}`
}
