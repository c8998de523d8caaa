import { displayName } from '../../../../lib/record/driver.ts'
import { formatTime } from '../../../../lib/record/run.ts'
import { countingOf } from '../../../../lib/scoring/counting.ts'
import type { ClassStanding } from '../../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../../lib/standings/standing.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'
import { gapWords } from '../../../../lib/wording/completed-words.ts'
import { useFitTexts } from '../../fit/use-fit-texts.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import styles from './kiosk-foot.module.css'

interface Props {
  readonly entries: readonly Standing[]
  readonly group: ClassStanding
  readonly standings: Standings
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** The two entries behind a podium, in the foot of the big screen: their place, who they are, time and gap. */
export function KioskBelowPodium({ entries, group, standings: { event, courses }, room }: Props) {
  const rows = entries.map((standing) => {
    const { driver, class_position } = standing
    const time = group.ranked_by === 'indexed' ? standing.indexed : standing.total
    return {
      key: driver.driver_name,
      place: class_position?.place,
      name: displayName(driver),
      number: driver.number && `#${driver.number}`,
      time: time === undefined ? '' : formatTime(time, event.time_format),
      gap: gapWords(standing, countingOf(event, courses), event.time_format),
    }
  })
  const list = useFitTexts<HTMLOListElement>(room, JSON.stringify(rows))
  return (
    <ol ref={list} className={styles.below} aria-label="Below the podium">
      {rows.map(({ key, place, name, number, time, gap }) => (
        <li key={key}>
          <b>{place}</b>
          <b data-fit="0">
            <bdi>{name}</bdi>
          </b>
          <span className={styles.entry} data-fit="0">
            <span>{number}</span>
          </span>
          <b className={styles.run} data-fit="0">
            <span>{time}</span>
          </b>
          <span data-fit="0">
            <span>{gap}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
