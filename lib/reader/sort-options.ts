import type { Event } from '../record/event.ts'
import type { SortBy } from '../table/sort-by.ts'
import {
  classColumns,
  type OptionalColumns,
  type ResultColumn,
  rankingColumns,
  tableColumns,
} from './result-columns.ts'
import { formatSort, type View } from './view-state.ts'

/** One entry of the control that sorts on a phone: its value as in the address, `-total`, and its name. */
export interface SortOption {
  readonly value: string
  readonly name: string
}

/** The columns of a view with a table and the column of its own order; undefined for other views. */
export function sortedBy(
  view: View,
  event: Event,
  optional: OptionalColumns,
): { readonly columns: readonly ResultColumn[]; readonly own: string } | undefined {
  if (view === 'class') return { columns: classColumns(event, optional), own: 'position' }
  if (view === 'table') return { columns: tableColumns(event, optional), own: 'raw_position' }
  if (view === 'pax' || view === 'raw')
    return { columns: rankingColumns(event, view, optional), own: `${view}_position` }
  return undefined
}

const names: Readonly<Record<string, string>> = {
  position: 'Position',
  raw_position: 'Raw position',
  pax_position: 'PAX position',
}

/**
 * By each column, then by each in reverse (`Time ↓`). A choice that is neither, such as one of several keys, has an
 * option of its own at the end.
 */
export function sortOptions(columns: readonly ResultColumn[], sort: readonly SortBy[]): readonly SortOption[] {
  const nameOf = (attribute: string, title = attribute) => names[attribute] ?? title
  const ascending = columns.map(({ attribute, title }) => ({ value: attribute, name: nameOf(attribute, title) }))
  const descending = ascending.map(({ value, name }) => ({ value: `-${value}`, name: `${name} ↓` }))
  const options = [...ascending, ...descending]
  const chosen = formatSort(sort)
  if (chosen === '' || options.some(({ value }) => value === chosen)) return options
  const title = (attribute: string) => columns.find((column) => column.attribute === attribute)?.title
  const words = sort.map(({ attribute, direction }) => {
    return `${nameOf(attribute, title(attribute))}${direction === 'descending' ? ' ↓' : ''}`
  })
  return [...options, { value: chosen, name: words.join(', ') }]
}
