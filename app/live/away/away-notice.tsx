import { awaySummary, type FollowedChange } from '../../../lib/day/away-summary.ts'
import type { News } from '../../../lib/day/news.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatDuration } from '../../../lib/wording/age.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import styles from '../header/notice.module.css'
import type { Away } from './use-away.ts'

interface Props {
  readonly away: Away
  readonly news: readonly News[]
  /** The followed drivers, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly standings: Pick<Standings, 'by_name'>
  readonly onDismiss: () => void
}

/** A longer notice is not read; Mine has all followed entries. */
const mostChanges = 6
const mostNames = 3

/**
 * "While you were away": how many runs and corrections there were, and the positions and overtakes of the followed
 * entries. Renders nothing when nothing happened.
 */
export function AwayNotice({ away: { before, after, milliseconds }, news, stars, standings, onDismiss }: Props) {
  const missed = awaySummary(news, before, after, stars)
  if (!missed) return null
  const { runs, corrections, followed } = missed
  const what = [runs > 0 && count(runs, 'run'), corrections > 0 && count(corrections, 'correction')].filter(Boolean)
  const more = followed.length - mostChanges
  return (
    <aside className={styles.notice} aria-label="While you were away">
      <div className={styles.text}>
        <p>
          While you were away ({formatDuration(milliseconds)}): {what.join(' and ') || 'the list changed'}
        </p>
        <ul className={styles.changes}>
          {followed.slice(0, mostChanges).map((change) => {
            const standing = standings.by_name.get(change.driver_name)
            return (
              <li key={change.driver_name}>
                <b>
                  <bdi>{standing ? displayName(standing.driver) : change.driver_name}</bdi> {positionChange(change)}
                </b>
                <Names verb="passed" entries={change.overtook} />
                <Names verb="passed by" entries={change.overtaken_by} />
              </li>
            )
          })}
          {more > 0 && <li>and {more} more of those you follow</li>}
        </ul>
      </div>
      <button type="button" className={styles.button} onClick={onDismiss}>
        Got it
      </button>
    </aside>
  )
}

function Names({ verb, entries }: { readonly verb: string; readonly entries: readonly Standing[] }) {
  if (entries.length === 0) return null
  // A last name takes no more space than "and 1 other".
  const shown = entries.length > mostNames + 1 ? entries.slice(0, mostNames) : entries
  const others = entries.length - shown.length
  return (
    <>
      {` · ${verb} `}
      {shown.map(({ driver }, index) => (
        <span key={driver.driver_name}>
          {index > 0 && ', '}
          <bdi>{displayName(driver)}</bdi>
        </span>
      ))}
      {others > 0 && ` and ${others} others`}
    </>
  )
}

function positionChange({ before, after }: FollowedChange): string {
  if (!after) return before ? `${formatPosition(before)} → no place` : ''
  if (before?.place === after.place) return `still ${formatPosition(after)}`
  return before ? `${formatPosition(before)} → ${formatPosition(after)}` : `now ${formatPosition(after)}`
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
