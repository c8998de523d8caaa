import { useState } from 'react'
import { displayName } from '../../lib/driver.ts'
import { needs } from '../../lib/needs.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import type { Standing } from '../../lib/standing.ts'
import type { LatestViewProps } from './latest-view.tsx'
import { MineEmpty } from './mine-empty.tsx'
import { MineMissing } from './mine-missing.tsx'
import mine from './mine-view.module.css'
import { RunList } from './run-list.tsx'
import { ShareFollowed } from './share-followed.tsx'
import { sheetAddress } from './sheet-address.ts'
import { useFollowedEntries } from './use-followed-entries.ts'

/** Those whom the reader follows: where they are, and what they need next. */
export function MineView({ standings, event, stars, choice, following, here }: LatestViewProps) {
  const entries = useFollowedEntries(following.own, standings)
  // Who was unfollowed here stays until one goes elsewhere: nothing moves under the finger, and a slip is put right at once.
  const [unfollowed, setUnfollowed] = useState<ReadonlySet<string>>(new Set())
  const rows = standings.raw.filter(({ driver }) => stars.has(driver.driver_name) || unfollowed.has(driver.driver_name))
  const change = (name: string) => {
    setUnfollowed((before) => new Set([...before, name]))
    following.toggle(name)
  }
  return (
    <>
      {rows.length === 0 && <MineEmpty choice={choice} allMissing={stars.size > 0} />}
      <ul className={mine.list}>
        {rows.map((standing) => {
          const { driver, class_code, class_position, total, runs, runs_left } = standing
          return (
            <li key={driver.driver_name} className={mine.entry} data-driver={driver.driver_name}>
              <a className={mine.driver} href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
                <bdi>{displayName(driver)}</bdi>
              </a>
              <span className={mine.place}>
                {class_position ? `${formatPlace(class_position)} ${class_code}` : class_code}
              </span>
              <span className={mine.time}>
                {total === undefined ? 'no time' : formatTime(total, event.time_format)}
              </span>
              <span className={mine.next}>{[next(standing), left(runs_left)].filter(Boolean).join(' · ')}</span>
              <div className={mine.runs}>
                <RunList runs={runs} timeFormat={event.time_format} />
              </div>
              <button type="button" className={mine.button} onClick={() => change(driver.driver_name)}>
                {stars.has(driver.driver_name) ? 'Unfollow' : 'Follow again'}
                <span className="visually-hidden"> {displayName(driver)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <MineMissing standings={standings} following={following} entries={entries} />
      <ShareFollowed names={[...stars]} title={event.title} />
    </>
  )

  /** The nearest place ahead; who leads needs nothing. */
  function next(standing: Standing): string {
    const group = standings.classes.find(({ entries }) => entries.includes(standing))
    const need = group && needs(standing, group.entries, group.ranked_by, event).at(-1)
    if (!need) return standing.class_position?.place === 1 ? 'leads the class' : ''
    const run = need.run === undefined ? 'any clean run' : formatTime(need.run, event.time_format)
    return `needs ${run} for ${formatPlace(need.position)}`
  }
}

function left(runs: number | undefined): string {
  if (runs === undefined) return ''
  return runs === 0 ? 'no runs left' : runs === 1 ? '1 run left' : `${runs} runs left`
}
