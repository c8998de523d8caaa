import { formatDuration } from '../../lib/age.ts'
import type { AwaySummary } from '../../lib/away-summary.ts'
import { displayName } from '../../lib/driver.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import type { Standings } from '../../lib/standings.ts'
import styles from './away-notice.module.css'

interface Props {
  readonly summary: AwaySummary
  readonly milliseconds: number
  readonly standings: Standings
  readonly onDismiss: () => void
}

/** "While you were away": what happened, and what it did to those the reader follows. */
export function AwayNotice({ summary: { runs, corrections, moved }, milliseconds, standings, onDismiss }: Props) {
  const what = [runs > 0 && count(runs, 'run'), corrections > 0 && count(corrections, 'correction')].filter(Boolean)
  return (
    <aside className={styles.notice} aria-label="While you were away">
      <p>
        While you were away ({formatDuration(milliseconds)}): {what.join(' and ')}
        {moved.map(({ driver_name, before, after }) => {
          const standing = standings.by_name.get(driver_name)
          return (
            <span key={driver_name} className={styles.moved}>
              <bdi>{standing ? displayName(standing.driver) : driver_name}</bdi> {before && `${formatPlace(before)} → `}
              {formatPlace(after)}
            </span>
          )
        })}
      </p>
      <button type="button" className={styles.button} onClick={onDismiss}>
        Got it
      </button>
    </aside>
  )
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
