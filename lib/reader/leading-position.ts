import type { SortBy } from '../table/sort-by.ts'
import type { ResultColumn } from './result-columns.ts'

/** The ranking that a column is about. */
const rankingOf: Readonly<Record<string, string>> = {
  raw_position: 'raw_position',
  total: 'raw_position',
  pax_position: 'pax_position',
  indexed: 'pax_position',
}

/**
 * The columns of a table of all entries with the positions of its own order in front: sorted by raw time, the places in
 * class would mislead. The position in class moves to where the other one was.
 */
export function withLeadingPosition(columns: readonly ResultColumn[], [key]: readonly SortBy[]): ResultColumn[] {
  const wanted = columns.find(({ attribute }) => attribute === rankingOf[key?.attribute ?? ''])
  const first = columns.find(({ attribute }) => attribute === 'position')
  if (!wanted || !first) return [...columns]
  const others = columns.filter((column) => column !== first)
  return [
    { ...wanted, slot: 'position' },
    ...others.map((column) => (column === wanted ? { ...first, slot: 'class_position' } : column)),
  ]
}
