import { useMemo } from 'react'
import type { ClassStanding } from '../../lib/class-standing.ts'
import type { Event } from '../../lib/event.ts'
import type { ShownDrivers } from '../../lib/shown-entries.ts'
import { type SortBy, sortRows } from '../../lib/sort.ts'
import type { Standing } from '../../lib/standing.ts'
import type { Standings } from '../../lib/standings.ts'
import type { ViewChoice } from '../../lib/view-choice.ts'
import styles from './class-view.module.css'
import { NobodyFound } from './nobody-found.tsx'
import { classColumns, sortValueOf } from './result-columns.ts'
import { ResultsTable } from './results-table.tsx'

export interface ViewProps {
  readonly standings: Standings
  readonly event: Event
  /** The drivers that the search found, of the class that was chosen. */
  readonly shown: ShownDrivers
  readonly choice: ViewChoice
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly onSort: (attribute: string, added: boolean) => void
}

const byPosition: readonly SortBy[] = [{ attribute: 'position', direction: 'ascending' }]

/** Class by class, each by position. */
export function ClassView({ standings, event, shown, choice, stars, onSort }: ViewProps) {
  // The same columns at every render, so that rows which did not change do not render.
  const cars = standings.raw.some((entry) => entry.driver.car)
  const columns = useMemo(() => {
    return { time: classColumns(event, { cars, index: false }), indexed: classColumns(event, { cars, index: true }) }
  }, [event, cars])
  const sorted = (entries: readonly Standing[]) =>
    choice.sort.length > 0 ? sortRows(entries, choice.sort, sortValueOf) : entries
  const classes = standings.classes
    .map((one) => ({ one, rows: sorted(one.entries.filter((entry) => shown.has(entry.driver))) }))
    .filter(({ rows }) => rows.length > 0)
  if (classes.length === 0) return <NobodyFound choice={choice} />
  return classes.map(({ one, rows }) => (
    <section key={one.code.toLowerCase()} className={styles.section}>
      <h2 className={styles.heading}>
        {one.code || 'No class'}
        {one.name && <span className={styles.name}>{one.name}</span>}
        <span className={styles.count}>{count(one)}</span>
      </h2>
      <ResultsTable
        label={`Class ${one.code} ${one.name ?? ''}`.trim()}
        rows={rows}
        columns={columns[one.ranked_by]}
        event={event}
        choice={choice}
        stars={stars}
        sort={choice.sort.length > 0 ? choice.sort : byPosition}
        onSort={onSort}
        layout="aligned"
      />
    </section>
  ))
}

function count({ entries, trophies }: ClassStanding): string {
  const drivers = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  if (entries.every(({ counts }) => !counts)) return `${drivers} · time only`
  return trophies === 0 ? drivers : `${drivers} · ${trophies === 1 ? '1 trophy' : `${trophies} trophies`}`
}
