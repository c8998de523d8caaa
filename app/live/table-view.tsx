import { useMemo } from 'react'
import { type SortBy, sortRows } from '../../lib/sort.ts'
import styles from './class-view.module.css'
import type { ViewProps } from './class-view.tsx'
import { NobodyFound } from './nobody-found.tsx'
import { sortValueOf, tableColumns } from './result-columns.ts'
import { ResultsTable } from './results-table.tsx'

const byRawPosition: readonly SortBy[] = [{ attribute: 'raw_position', direction: 'ascending' }]

/** Everybody in one table, by whatever column. */
export function TableView({ standings, event, shown, choice, stars, onSort }: ViewProps) {
  const cars = standings.raw.some((entry) => entry.driver.car)
  const index = standings.pax.some((entry) => entry.indexed !== undefined)
  const columns = useMemo(() => tableColumns(event, { cars, index }), [event, cars, index])
  const sort = choice.sort.length > 0 ? choice.sort : byRawPosition
  const rows = sortRows(
    standings.raw.filter((entry) => shown.has(entry.driver)),
    sort,
    sortValueOf,
  )
  if (rows.length === 0) return <NobodyFound choice={choice} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label="All entries" tabIndex={0}>
      <ResultsTable
        label="All entries"
        rows={rows}
        columns={columns}
        event={event}
        choice={choice}
        stars={stars}
        sort={sort}
        onSort={onSort}
        layout="wide"
      />
    </section>
  )
}
