import { useMemo, useState } from 'react'
import type { Standing } from '../../../lib/standings/standing.ts'
import { ShareFollowed } from '../follow/share-followed.tsx'
import { useFollowedEntries } from '../follow/use-followed-entries.ts'
import { StableList } from '../reading/stable-list.tsx'
import type { LatestViewProps } from '../views/view-props.ts'
import { MineEmpty } from './mine-empty.tsx'
import { MineEntry } from './mine-entry.tsx'
import { MineMissing } from './mine-missing.tsx'
import mine from './mine-view.module.css'

/** The followed entries in the order of raw time, with their runs and the times they require next. */
export function MineView({ standings, event, stars, choice, following, here }: LatestViewProps) {
  const entries = useFollowedEntries(following.own, standings)
  // An unfollowed entry stays until the view is closed: no row moves under the finger, and a mistake is easy to undo.
  const [unfollowed, setUnfollowed] = useState<ReadonlySet<string>>(new Set())
  const sections = useMemo(() => {
    const isShown = ({ driver }: Standing) => stars.has(driver.driver_name) || unfollowed.has(driver.driver_name)
    return [{ key: 'mine', rows: standings.raw.filter(isShown) }]
  }, [standings, stars, unfollowed])
  const change = (name: string) => {
    setUnfollowed((before) => new Set([...before, name]))
    following.toggle(name)
  }
  return (
    <>
      {sections[0]?.rows.length === 0 && <MineEmpty choice={choice} allMissing={stars.size > 0} />}
      <StableList sections={sections} keyOf={nameOf} question={[...stars].join('\n')}>
        {({ sections: [shown] }) => (
          <ul className={mine.list}>
            {shown?.rows.map((standing) => (
              <MineEntry
                key={standing.driver.driver_name}
                standing={standing}
                standings={standings}
                timeFormat={event.time_format}
                followed={stars.has(standing.driver.driver_name)}
                here={here}
                onChange={change}
              />
            ))}
          </ul>
        )}
      </StableList>
      <MineMissing standings={standings} following={following} entries={entries} />
      <ShareFollowed names={[...stars]} title={event.title} />
    </>
  )
}

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}
