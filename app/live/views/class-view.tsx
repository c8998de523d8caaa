import { useMemo, useState } from 'react'
import { classColumns, sortValueOf } from '../../../lib/reader/result-columns.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { ResultList } from '../results/result-list.tsx'
import { filteredRows } from './filtered-rows.ts'
import { createMemoSections, type RankedSection } from './memo-sections.ts'
import { NobodyFound } from './nobody-found.tsx'
import { createSorter } from './sorter.ts'
import type { ViewProps } from './view-props.ts'

const byPosition: readonly SortBy[] = [{ attribute: 'position', direction: 'ascending' }]

/** A table for each class, by position unless the reader chose another order. */
export function ClassView({ standings, event, shown, choice, stars, onSort }: ViewProps) {
  // The columns keep their identity, so that unchanged rows do not render.
  const cars = useMemo(() => standings.raw.some((entry) => entry.driver.car), [standings])
  const { courses } = standings
  const columns = useMemo(() => {
    const columnsWith = (index: boolean) => classColumns(event, { cars, index, courses })
    return { time: columnsWith(false), indexed: columnsWith(true) }
  }, [event, cars, courses])
  const { sort } = choice
  const [sorted] = useState(() => createSorter(sortValueOf))
  const [memoized] = useState(createMemoSections)
  const sections = useMemo(() => {
    const all: RankedSection[] = []
    for (const one of standings.classes) {
      const { key, label, heading } = description(one)
      const ranked = filteredRows(one.entries, shown, standings)
      const entries = sort.length > 0 ? sorted(ranked, sort, key) : ranked
      if (entries.length > 0) all.push({ key, label, heading, columns: columns[one.ranked_by], entries })
    }
    return memoized(all)
  }, [standings, shown, sort, columns, sorted, memoized])
  if (sections.length === 0) return <NobodyFound choice={choice} />
  return (
    <ResultList
      sections={sections}
      event={event}
      choice={choice}
      stars={stars}
      sort={sort.length > 0 ? sort : byPosition}
      onSort={onSort}
    />
  )
}

/** Key, label and heading of a class's section. */
function description(one: ClassStanding): Required<Pick<RankedSection, 'key' | 'label' | 'heading'>> {
  const { code, name } = one
  return {
    key: code.toLowerCase(),
    label: `Class ${code} ${name ?? ''}`.trim(),
    heading: { title: code || 'No class', name, count: count(one) },
  }
}

function count({ entries, trophies }: ClassStanding): string {
  const drivers = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  if (entries.every(({ counts }) => !counts)) return `${drivers} · time only`
  return trophies === 0 ? drivers : `${drivers} · ${trophies === 1 ? '1 trophy' : `${trophies} trophies`}`
}
