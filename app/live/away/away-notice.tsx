import { awaySummary, type Fate } from '../../../lib/day/away-summary.ts'
import type { News } from '../../../lib/day/news.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatDuration } from '../../../lib/wording/age.ts'
import { formatPlace } from '../../../lib/wording/ordinal.ts'
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
  const { runs, corrections, fates } = missed
  const what = [runs > 0 && count(runs, 'run'), corrections > 0 && count(corrections, 'correction')].filter(Boolean)
  const more = fates.length - mostFates
  return (
    <aside className={styles.notice} aria-label="While you were away">
      <div className={styles.text}>
        <p>
          While you were away ({formatDuration(milliseconds)}): {what.join(' and ') || 'the list changed'}
        </p>
        <ul className={styles.fates}>
          {fates.slice(0, mostFates).map((fate) => {
            const standing = standings.by_name.get(fate.driver_name)
            return (
              <li key={fate.driver_name}>
                <b>
                  <bdi>{standing ? displayName(standing.driver) : fate.driver_name}</bdi> {placeChange(fate)}
                </b>
                <Names verb="passed" who={fate.passed} />
                <Names verb="passed by" who={fate.passed_by} />
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

function placeChange({ before, after }: Fate): string {
  if (!after) return before ? `${formatPlace(before)} → no place` : ''
  if (before?.place === after.place) return `still ${formatPlace(after)}`
  return before ? `${formatPlace(before)} → ${formatPlace(after)}` : `now ${formatPlace(after)}`
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
