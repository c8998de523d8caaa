import { classState } from '../../../lib/chances/class-state.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { gapWords } from '../../../lib/wording/completed-words.ts'
import { ClassStateMark } from '../entry/class-state-mark.tsx'
import { useFitTexts } from '../fit/use-fit-texts.ts'
import page from './kiosk-page.module.css'
import styles from './podium.module.css'
import { type PodiumPlace, podiumPlaces } from './podium-places.ts'
import type { PageRoom } from './round/pack-pages.ts'

interface Props {
  readonly group: ClassStanding
  /** How many places are shown, the third first. */
  readonly shown: number
  readonly standings: Standings
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** The first three of a class for the awards: the third, the second, the first come one after the other. */
export function Podium({ group, shown, standings, room }: Props) {
  const { event } = standings
  const places = podiumPlaces(group, shown)
  const state = classState(group, event)
  const { code, name, entries } = group
  const element = useFitTexts<HTMLDivElement>(room, group, shown)
  return (
    <div ref={element} className={styles.scene}>
      <h2 className={styles.heading}>
        <b>{code || 'No class'}</b>{' '}
        <span className={styles.name} data-fit="0">
          <span>
            {[name, entries.length === 1 ? '1 entry' : `${entries.length} entries`].filter(Boolean).join(' · ')}
          </span>
        </span>{' '}
        {state && <ClassStateMark state={state} className={page.state} />}
      </h2>
      {places.length === 0 ? (
        <p className={styles.nobody}>Nobody has a time yet.</p>
      ) : (
        <ol className={styles.podium} aria-live="polite">
          {places.map((place) => (
            <li key={place.place} className={styles.frame} data-place={place.place}>
              <PlaceOf place={place} standings={standings} group={group} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

interface PlaceProps {
  readonly place: PodiumPlace
  readonly standings: Standings
  readonly group: ClassStanding
}

function PlaceOf({ place: { place, entries, isShown }, standings: { event, courses }, group }: PlaceProps) {
  const [first] = entries
  const time = group.ranked_by === 'indexed' ? first?.indexed : first?.total
  return (
    <>
      <p className={styles.place}>
        {place}
        {isShown && entries.length > 1 && <span className="visually-hidden"> shared</span>}
        {isShown && first?.trophy && <span className={styles.trophy}>T trophy</span>}
      </p>
      {isShown && (
        <>
          <div className={styles.entries}>
            {entries.map(({ driver }) => (
              <div key={driver.driver_name} className={styles.entry} data-driver={driver.driver_name}>
                <h3 data-fit="0">
                  <bdi>{displayName(driver)}</bdi>
                </h3>
                <p data-fit="0">
                  <span>{[driver.number && `#${driver.number}`, driver.car].filter(Boolean).join(' · ')}</span>
                </p>
              </div>
            ))}
          </div>
          {first && time !== undefined && (
            <p className={styles.time}>
              {formatTime(time, event.time_format)}
              <span>
                {gapWords(first, countingOf(event, courses), event.time_format) || bestRunWords(first, event)}
              </span>
            </p>
          )}
        </>
      )}
    </>
  )
}

/** `run 4`, where one run is the result; '' elsewhere. */
function bestRunWords({ runs }: Standing, { scoring }: Event): string {
  const index = scoring === 'best_run' ? (runs[0]?.findIndex(({ best }) => best) ?? -1) : -1
  return index < 0 || runs.length > 1 ? '' : `run ${index + 1}`
}
