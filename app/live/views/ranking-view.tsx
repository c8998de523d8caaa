import { useMemo, useState } from 'react'
import { rankingColumns, sortValueOf } from '../../../lib/reader/result-columns.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { ResultList } from '../results/result-list.tsx'
import styles from '../results/result-section.module.css'
import { filteredRows } from './filtered-rows.ts'
import { createMemoSections } from './memo-sections.ts'
import { NobodyFound } from './nobody-found.tsx'
import { createSorter } from './sorter.ts'
import type { ViewProps } from './view-props.ts'

interface Props extends ViewProps {
  readonly by: 'pax' | 'raw'
}

const names = { pax: 'By indexed time (PAX)', raw: 'By raw time' }

/** All entries in one ranking, by indexed time or by raw time. */
export function RankingView({ by, standings, event, shown, choice, stars, onSort }: Props) {
  const { courses } = standings
  const cars = useMemo(() => standings.raw.some((entry) => entry.driver.car), [standings])
  const columns = useMemo(() => rankingColumns(event, by, { cars, courses }), [event, by, cars, courses])
  const own: readonly SortBy[] = useMemo(() => [{ attribute: `${by}_position`, direction: 'ascending' }], [by])
  const { sort } = choice
  const [sorted] = useState(() => createSorter(sortValueOf))
  const [memoized] = useState(createMemoSections)
  const sections = useMemo(() => {
    const ranked = filteredRows(standings[by], shown, standings)
    const entries = sort.length > 0 ? sorted(ranked, sort) : ranked
    return memoized([{ key: by, label: names[by], heading: { title: names[by] }, columns, entries }])
  }, [by, standings, shown, sort, columns, sorted, memoized])
  if (by === 'pax' && !standings.pax.some(({ indexed }) => indexed !== undefined)) {
    return <p className={styles.nobody}>The classes of this event have no index, so there is no indexed time.</p>
  }
  if (sections[0]?.rows.length === 0) return <NobodyFound choice={choice} />
  return (
    <ResultList
      sections={sections}
      event={event}
      choice={choice}
      stars={stars}
      sort={sort.length > 0 ? sort : own}
      onSort={onSort}
    />
  )
}
