import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import styles from './announcer-view.module.css'

interface Props {
  readonly title: string
  readonly next: readonly Standing[]
  readonly event: Event
  readonly here: string
}

/** The entries that start next, in run order; renders nothing when `next` is empty, as without `run_order`. */
export function AnnouncerNext({ title, next, event, here }: Props) {
  if (next.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ol className={styles.next}>
        {next.map(({ driver, class_code, class_position, total }) => (
          <li key={driver.driver_name}>
            <a href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
              {class_code} {driver.number && `#${driver.number} `}
              <bdi>{displayName(driver)}</bdi>
            </a>
            <span className={styles.result}>
              {[
                class_position && formatPosition(class_position),
                total !== undefined && formatTime(total, event.time_format),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
