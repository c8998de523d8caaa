import { useState } from 'react'
import { displayName } from '../../lib/driver.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import { EntryBadge } from './entry-badge.tsx'
import type { LatestViewProps } from './latest-view.tsx'
import { MineEmpty } from './mine-empty.tsx'
import { MineMissing } from './mine-missing.tsx'
import mine from './mine-view.module.css'
import { NextNeed } from './next-need.tsx'
import { RunList } from './run-list.tsx'
import { runsLeftWords } from './runs-left.ts'
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
                <EntryBadge name={driver.driver_name} timeFormat={event.time_format} />
              </a>
              <span className={mine.place}>
                {class_position ? `${formatPlace(class_position)} ${class_code}` : class_code}
              </span>
              <span className={mine.time}>
                {total === undefined ? 'no time' : formatTime(total, event.time_format)}
              </span>
              <span className={mine.next}>
                <NextNeed standing={standing} standings={standings} />
                {runs_left !== undefined && <span className={mine.left}>{runsLeftWords(runs_left)}</span>}
              </span>
              <div className={mine.runs}>
                <RunList runs={runs} timeFormat={event.time_format} name={driver.driver_name} />
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
}
