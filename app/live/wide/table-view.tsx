import { useMemo, useState } from 'react'
import { sortValueOf, tableColumns } from '../../../lib/reader/result-columns.ts'
import { runCounts, shownColumns, wideColumns } from '../../../lib/reader/wide-columns.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { ResultList } from '../results/result-list.tsx'
import { filteredRows } from '../views/filtered-rows.ts'
import { createMemoSections } from '../views/memo-sections.ts'
import { NobodyFound } from '../views/nobody-found.tsx'
import { createSorter } from '../views/sorter.ts'
import type { TableViewProps } from '../views/view-props.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { ScrollEdges } from './scroll-edges.tsx'
import { WideTable } from './wide-table.tsx'

const byRawPosition: readonly SortBy[] = [{ attribute: 'raw_position', direction: 'ascending' }]

/** All entries in one table, sortable by every column. */
export function TableView({ standings, event, shown, choice, stars, onSort, onHide }: TableViewProps) {
  const { courses } = standings
  const { sort, hidden } = choice
  const cars = useMemo(() => standings.raw.some((entry) => entry.driver.car), [standings])
  const index = useMemo(() => standings.pax.some((entry) => entry.indexed !== undefined), [standings])
  const planned = event.runs_per_entry
  const counts = useMemo(() => runCounts(standings.raw, planned), [standings, planned]).join()
  const all = useMemo(() => {
    const columns = tableColumns(event, { cars, index, courses })
    return wideColumns(columns, counts === '' ? [] : counts.split(',').map(Number), sort)
  }, [event, cars, index, courses, counts, sort])
  const columns = useMemo(() => shownColumns(all, hidden), [all, hidden])
  const [sorted] = useState(() => createSorter(sortValueOf))
  const [memoized] = useState(createMemoSections)
  const sections = useMemo(() => {
    // `standings.raw` is in order of raw position already.
    const ranked = filteredRows(standings.raw, shown, standings)
    const entries = sort.length > 0 ? sorted(ranked, sort) : ranked
    return memoized([{ key: 'all', label: 'All entries', columns, entries }])
  }, [standings, shown, sort, columns, sorted, memoized])
  if (sections[0]?.rows.length === 0) return <NobodyFound choice={choice} />
  return (
    <>
      <ColumnChooser columns={all} hidden={hidden} onHide={onHide} />
      <ScrollEdges>
        <ResultList
          sections={sections}
          event={event}
          choice={choice}
          stars={stars}
          sort={sort.length > 0 ? sort : byRawPosition}
          onSort={onSort}
          table={WideTable}
        />
      </ScrollEdges>
    </>
  )
}
