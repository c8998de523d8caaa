import { useMemo, useState } from 'react'
import type { ClassStanding } from '../../lib/class-standing.ts'
import type { Event } from '../../lib/event.ts'
import type { ShownDrivers } from '../../lib/shown-entries.ts'
import type { SortBy } from '../../lib/sort.ts'
import { createSorter } from '../../lib/sorter.ts'
import type { Standings } from '../../lib/standings.ts'
import type { ViewChoice } from '../../lib/view-choice.ts'
import { createKeptSections } from './kept-sections.ts'
import { NobodyFound } from './nobody-found.tsx'
import { classColumns, sortValueOf } from './result-columns.ts'
import { ResultList } from './result-list.tsx'
import type { ResultSection } from './result-section.tsx'
import { shownRows } from './shown-rows.ts'

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
  const cars = useMemo(() => standings.raw.some((entry) => entry.driver.car), [standings])
  const columns = useMemo(() => {
    return { time: classColumns(event, { cars, index: false }), indexed: classColumns(event, { cars, index: true }) }
  }, [event, cars])
  const { sort } = choice
  const [sorted] = useState(() => createSorter(sortValueOf))
  const [kept] = useState(createKeptSections)
  const sections = useMemo(() => {
    const all = standings.classes
      .map((one): ResultSection => {
        const key = one.code.toLowerCase()
        const entries = shownRows(one.entries, shown, standings)
        return {
          key,
          label: `Class ${one.code} ${one.name ?? ''}`.trim(),
          heading: { title: one.code || 'No class', name: one.name, count: count(one) },
          columns: columns[one.ranked_by],
          rows: sort.length > 0 ? sorted(entries, sort, key) : entries,
        }
      })
      .filter(({ rows }) => rows.length > 0)
    return kept(all)
  }, [standings, shown, sort, columns, sorted, kept])
  if (sections.length === 0) return <NobodyFound choice={choice} />
  return (
    <ResultList
      sections={sections}
      event={event}
      choice={choice}
      stars={stars}
      sort={sort.length > 0 ? sort : byPosition}
      onSort={onSort}
      layout="aligned"
    />
  )
}

function count({ entries, trophies }: ClassStanding): string {
  const drivers = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  if (entries.every(({ counts }) => !counts)) return `${drivers} · time only`
  return trophies === 0 ? drivers : `${drivers} · ${trophies === 1 ? '1 trophy' : `${trophies} trophies`}`
}
