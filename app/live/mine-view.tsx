import { displayName } from '../../lib/driver.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import styles from './class-view.module.css'
import type { ViewProps } from './class-view.tsx'
import { EntryBadge } from './entry-badge.tsx'
import mine from './mine-view.module.css'
import { NextNeed } from './next-need.tsx'
import { RunList } from './run-list.tsx'
import { runsLeftWords } from './runs-left.ts'
import { sheetAddress } from './sheet-address.ts'

interface Props extends ViewProps {
  readonly here: string
}

/** Those whom the reader follows: where they are, and what they need next. */
export function MineView({ standings, event, stars, here }: Props) {
  const rows = standings.raw.filter(({ driver }) => stars.has(driver.driver_name))
  if (rows.length === 0) {
    return (
      <p className={styles.nobody}>
        You follow nobody yet. Open a driver and choose “☆ Follow”: this browser remembers it.
      </p>
    )
  }
  return (
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
            <span className={mine.time}>{total === undefined ? 'no time' : formatTime(total, event.time_format)}</span>
            <span className={mine.next}>
              <NextNeed standing={standing} standings={standings} />
              {runs_left !== undefined && <span className={mine.left}>{runsLeftWords(runs_left)}</span>}
            </span>
            <div className={mine.runs}>
              <RunList runs={runs} timeFormat={event.time_format} name={driver.driver_name} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
