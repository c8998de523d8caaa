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
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly standings: Pick<Standings, 'by_name'>
  readonly onDismiss: () => void
}

/** More is not read by who has just come back; Mine has everything. */
const mostFates = 6
const mostNames = 3

/**
 * "While you were away": what happened, what it did to those the reader follows, and who passed whom; nothing if
 * nothing did.
 */
export function AwayNotice({ away: { left, back, milliseconds }, news, stars, standings, onDismiss }: Props) {
  const missed = awaySummary(news, left, back, stars)
  if (!missed) return null
  const { runs, corrections, followed } = missed
  const what = [runs > 0 && count(runs, 'run'), corrections > 0 && count(corrections, 'correction')].filter(Boolean)
  const more = followed.length - mostFates
  return (
    <aside className={styles.notice} aria-label="While you were away">
      <div className={styles.text}>
        <p>
          While you were away ({formatDuration(milliseconds)}): {what.join(' and ') || 'the list changed'}
        </p>
        <ul className={styles.fates}>
          {followed.slice(0, mostFates).map((one) => {
            const standing = standings.by_name.get(one.driver_name)
            return (
              <li key={one.driver_name}>
                <b>
                  <bdi>{standing ? displayName(standing.driver) : one.driver_name}</bdi> {placeChange(one)}
                </b>
                <Names verb="passed" who={one.overtook} />
                <Names verb="passed by" who={one.overtaken_by} />
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

function Names({ verb, who }: { readonly verb: string; readonly who: readonly Standing[] }) {
  if (who.length === 0) return null
  // One more name is no longer than "and 1 other".
  const shown = who.length > mostNames + 1 ? who.slice(0, mostNames) : who
  const others = who.length - shown.length
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

function placeChange({ before, after }: FollowedChange): string {
  if (!after) return before ? `${formatPosition(before)} → no place` : ''
  if (before?.place === after.place) return `still ${formatPosition(after)}`
  return before ? `${formatPosition(before)} → ${formatPosition(after)}` : `now ${formatPosition(after)}`
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
