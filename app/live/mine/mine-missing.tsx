import { type FollowedEntries, missingFrom } from '../../../lib/reader/followed-entries.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import type { Following } from '../follow/use-following.ts'
import mine from './mine-view.module.css'

interface Props {
  readonly standings: Standings
  readonly following: Following
  readonly entries: FollowedEntries
}

/**
 * The followed drivers that are not in the list. They stay followed, since a save may bring them back; an entry that
 * looks like a renamed one is offered instead.
 */
export function MineMissing({ standings, following: { stars, follow, unfollow }, entries }: Props) {
  const missing = missingFrom(standings, stars, entries)
  if (missing.length === 0) return null
  return (
    <section aria-labelledby="missing" className={mine.missing}>
      <h2 id="missing" className={mine.missingHeading}>
        Not in the list any more
      </h2>
      <ul className={mine.list}>
        {missing.map(({ driver_name, maybe }) => (
          <li key={driver_name} className={mine.missingEntry} data-missing={driver_name}>
            <bdi className={mine.missingName}>{driver_name}</bdi>
            {maybe.map((driver) => (
              <button
                key={driver.driver_name}
                type="button"
                className={mine.button}
                onClick={() => {
                  unfollow(driver_name)
                  follow([driver.driver_name])
                }}
              >
                Follow <bdi>{displayName(driver)}</bdi> {driver.class} {driver.number && `#${driver.number}`} instead
              </button>
            ))}
            <button type="button" className={mine.button} onClick={() => unfollow(driver_name)}>
              Remove<span className="visually-hidden"> {driver_name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
