import { useMemo } from 'react'
import type { SortBy } from '../../lib/sort.ts'
import { sortRows } from '../../lib/sort.ts'
import styles from './class-view.module.css'
import type { ViewProps } from './class-view.tsx'
import { NobodyFound } from './nobody-found.tsx'
import { rankingColumns, sortValueOf } from './result-columns.ts'
import { ResultsTable } from './results-table.tsx'

interface Props extends ViewProps {
  readonly by: 'pax' | 'raw'
}

const names = { pax: 'By indexed time (PAX)', raw: 'By raw time' }

/** Everybody against everybody: by indexed time, or by time alone. */
export function RankingView({ by, standings, event, shown, choice, stars, onSort }: Props) {
  const cars = standings.raw.some((entry) => entry.driver.car)
  const columns = useMemo(() => rankingColumns(event, by, cars), [event, by, cars])
  const own: readonly SortBy[] = useMemo(() => [{ attribute: `${by}_position`, direction: 'ascending' }], [by])
  const entries = standings[by].filter((entry) => shown.has(entry.driver))
  if (by === 'pax' && !standings.pax.some(({ indexed }) => indexed !== undefined)) {
    return <p className={styles.nobody}>The classes of this event have no index, so there is no indexed time.</p>
  }
  if (entries.length === 0) return <NobodyFound choice={choice} />
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{names[by]}</h2>
      <ResultsTable
        label={names[by]}
        rows={choice.sort.length > 0 ? sortRows(entries, choice.sort, sortValueOf) : entries}
        columns={columns}
        event={event}
        choice={choice}
        stars={stars}
        sort={choice.sort.length > 0 ? choice.sort : own}
        onSort={onSort}
        layout="wide"
      />
    </section>
  )
}
