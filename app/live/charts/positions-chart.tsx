import { useMemo, useState } from 'react'
import { type PositionMoment, positionsOverDay } from '../../../lib/day/positions-over-day.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { displayName } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { timeOfDay } from '../browser/time-of-day.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { ChartLine } from './chart-line.ts'
import { chartedClass } from './charted-class.ts'
import styles from './charts-view.module.css'
import { positionTimes, valuesAtTimes } from './position-times.ts'
import { PositionsTable } from './positions-table.tsx'
import { type DayChanges, missingDayText } from './use-day-changes.ts'

interface Props {
  readonly standings: Standings
  readonly event: Event
  readonly choice: ViewChoice
  readonly stars: ReadonlySet<string>
  readonly day: DayChanges
  readonly at: number | undefined
  /** The driver_name of the last car that finished. */
  readonly lastDriven: string | undefined
}

/** How many entries have a label while none is picked. */
const mostNamed = 10

/** The positions of a class over the day, with followed and picked entries highlighted. */
export function PositionsChart({ standings, event, choice, stars, day, at = 0, lastDriven }: Props) {
  // As it was when the charts were opened: they do not go to another class with every car.
  const [openedWith] = useState(lastDriven)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const group = chartedClass(standings, choice.classCode, stars, openedWith)
  const moments = useMemo(() => (group ? positionsOverDay(group, day.changes, event) : []), [group, day.changes, event])
  const lines = useMemo(() => (group ? linesOf(group, moments, stars, picked) : []), [group, moments, stars, picked])
  if (!group) return null
  const pick = (key: string) => setPicked(without(picked, key) ?? new Set([...picked, key]))
  const x = positionTimes(moments, at)
  const hasChanged = x.length > 1
  return (
    <section aria-labelledby="positions-heading">
      <h2 id="positions-heading" className={styles.heading}>
        Positions in {group.code || 'no class'}
        {choice.classCode === '' && <span className={styles.hint}>choose another class above</span>}
      </h2>
      <ChartFrame
        size="high"
        chart={
          hasChanged
            ? {
                label: `Line chart: positions in ${group.code} over the day`,
                x,
                lines: lines.map((line) => ({ ...line, values: valuesAtTimes(line.values) })),
                formatX: timeOfDay,
                formatY: String,
                positions: true,
                times: true,
                onPick: pick,
              }
            : undefined
        }
        loading={day.kind === 'loading'}
        instead={missingDayText[day.kind] ?? 'No position has changed since these results were first published.'}
        table={hasChanged && <PositionsTable group={group} moments={moments} />}
      />
      {hasChanged && (
        <fieldset className={styles.legend}>
          <legend>Touch a line or a name to follow it</legend>
          {lines.map(({ key, name }, index) => (
            <button key={key} type="button" aria-pressed={picked.has(key)} onClick={() => pick(key)}>
              {stars.has(key) && <span title="you follow">★ </span>}
              {moments.at(-1)?.positions[index]} <bdi>{name}</bdi>
            </button>
          ))}
        </fieldset>
      )}
    </section>
  )
}

function linesOf(
  { entries }: ClassStanding,
  moments: readonly PositionMoment[],
  stars: ReadonlySet<string>,
  picked: ReadonlySet<string>,
): readonly ChartLine[] {
  return entries.map(({ driver }, index) => {
    const key = driver.driver_name
    const named = picked.size === 0 && index < mostNamed
    const weight = picked.has(key) || stars.has(key) ? 'thick' : named ? 'plain' : 'faint'
    return {
      key,
      name: displayName(driver),
      values: moments.map(({ positions }) => positions[index]),
      weight,
      hue: index,
    }
  })
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> | undefined {
  return names.has(name) ? new Set([...names].filter((one) => one !== name)) : undefined
}
