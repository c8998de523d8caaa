import { progressOf } from '../../lib/day/progress.ts'
import { displayName } from '../../lib/record/driver.ts'
import { formatTime } from '../../lib/record/run.ts'
import { countingOf } from '../../lib/scoring/counting.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { gapWords } from '../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../lib/wording/no-total-words.ts'
import { AsOf } from './as-of.tsx'
import type { LastRun } from './last-run.ts'
import type { OverlayTop } from './overlay-scene.ts'
import { PlateText } from './plate-text.tsx'

interface Props {
  readonly top: OverlayTop
  /** Its row is marked, with the places that it gained. */
  readonly last: LastRun | undefined
  readonly standings: Standings
  readonly staleSince: number | undefined
}

/** The first entries of a class: the time of the first, and the gaps of the others to it. */
export function TopPlate({ top: { group, rows }, last, standings, staleSince }: Props) {
  const { event, courses } = standings
  const counting = countingOf(event, courses)
  return (
    <>
      <h2 className="overlay-heading">
        <b>{group.code || 'No class'}</b>
        <PlateText className="overlay-title">{group.name}</PlateText>
        <span className="overlay-aside">
          {staleSince === undefined && `top ${rows.length}`}
          <AsOf at={staleSince} />
        </span>
      </h2>
      <ol className="overlay-rows">
        {rows.map((row) => {
          const { driver, class_position: position } = row
          const isLast = last?.standing.driver.driver_name === driver.driver_name
          const gained = isLast ? progressOf(last.run).positions : 0
          return (
            <li key={driver.driver_name} className="overlay-entry-row" data-last={isLast}>
              <span className="overlay-place">
                {position?.place}
                {position?.shared && '='}
              </span>
              <PlateText className="overlay-name">
                <bdi>{displayName(driver)}</bdi>
              </PlateText>
              <span className="overlay-gained">{gained > 0 && `▲${gained}`}</span>
              <PlateText className="overlay-gap">{timeOf(row)}</PlateText>
            </li>
          )
        })}
      </ol>
    </>
  )

  function timeOf(row: Standing): string {
    const gap = row.class_position?.place === 1 ? '' : gapWords(row, counting, event.time_format)
    if (gap !== '') return gap
    const time = group.ranked_by === 'indexed' ? row.indexed : row.total
    return time === undefined ? noTotalWords(row) : formatTime(time, event.time_format)
  }
}
