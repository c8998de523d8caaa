import { useMemo, useState } from 'react'
import { withLeadingPosition } from '../../../lib/reader/leading-position.ts'
import { sortValueOf, tableColumns } from '../../../lib/reader/result-columns.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { ResultList } from '../results/result-list.tsx'
import { filteredRows } from './filtered-rows.ts'
import { createMemoSections } from './memo-sections.ts'
import { NobodyFound } from './nobody-found.tsx'
import { createSorter } from './sorter.ts'
import type { ViewProps } from './view-props.ts'

const byRawPosition: readonly SortBy[] = [{ attribute: 'raw_position', direction: 'ascending' }]

/** All entries in one table, sortable by every column. */
export function TableView({ standings, event, shown, choice, stars, onSort }: ViewProps) {
  const { courses } = standings
  const cars = useMemo(() => standings.raw.some((entry) => entry.driver.car), [standings])
  const index = useMemo(() => standings.pax.some((entry) => entry.indexed !== undefined), [standings])
  const sort = choice.sort.length > 0 ? choice.sort : byRawPosition
  const columns = useMemo(
    () => withLeadingPosition(tableColumns(event, { cars, index, courses }), sort),
    [event, cars, index, courses, sort],
  )
  const [sorted] = useState(() => createSorter(sortValueOf))
  const [memoized] = useState(createMemoSections)
  const sections = useMemo(() => {
    // `standings.raw` is in order of raw position already.
    const ranked = filteredRows(standings.raw, shown, standings)
    const entries = sort === byRawPosition ? ranked : sorted(ranked, sort)
    return memoized([{ key: 'all', label: 'All entries', columns, entries }])
  }, [standings, shown, sort, columns, sorted, memoized])
  if (sections[0]?.rows.length === 0) return <NobodyFound choice={choice} />
  return (
    <ResultList
      sections={sections}
      event={event}
      choice={choice}
      stars={stars}
      sort={sort}
      onSort={onSort}
      layout="wide"
    />
  )
}
