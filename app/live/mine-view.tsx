import { useMemo } from 'react'
import { displayName } from '../../lib/driver.ts'
import { needs } from '../../lib/needs.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import type { Standing } from '../../lib/standing.ts'
import styles from './class-view.module.css'
import type { ViewProps } from './class-view.tsx'
import mine from './mine-view.module.css'
import { NewMark } from './new-mark.tsx'
import { ReadersPlace } from './readers-place.tsx'
import { RunList } from './run-list.tsx'
import { sheetAddress } from './sheet-address.ts'

interface Props extends ViewProps {
  readonly here: string
}

/** Those whom the reader follows: where they are, and what they need next. */
export function MineView({ standings, event, stars, here }: Props) {
  const followed = useMemo(() => {
    return [{ key: 'mine', rows: standings.raw.filter(({ driver }) => stars.has(driver.driver_name)) }]
  }, [standings, stars])
  return (
    <ReadersPlace sections={followed} keyOf={nameOf} question={[...stars].join('\n')}>
      {({ sections }) => <MineList rows={sections[0]?.rows ?? []} standings={standings} event={event} here={here} />}
    </ReadersPlace>
  )
}

interface ListProps extends Pick<Props, 'standings' | 'event' | 'here'> {
  readonly rows: readonly Standing[]
}

function MineList({ rows, standings, event, here }: ListProps) {
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
            </a>
            <NewMark name={driver.driver_name} />
            <span className={mine.place}>
              {class_position ? `${formatPlace(class_position)} ${class_code}` : class_code}
            </span>
            <span className={mine.time}>{total === undefined ? 'no time' : formatTime(total, event.time_format)}</span>
            <span className={mine.next}>{[next(standing), left(runs_left)].filter(Boolean).join(' · ')}</span>
            <div className={mine.runs}>
              <RunList runs={runs} timeFormat={event.time_format} />
            </div>
          </li>
        )
      })}
    </ul>
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

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}

function left(runs: number | undefined): string {
  if (runs === undefined) return ''
  return runs === 0 ? 'no runs left' : runs === 1 ? '1 run left' : `${runs} runs left`
}
