import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import { sortOptions } from '../../../lib/reader/sort-options.ts'
import { formatSort, readSort, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './controls.module.css'

interface Props {
  readonly choice: ViewChoice
  readonly onChoose: (change: Partial<ViewChoice>) => void
  readonly columns: readonly ResultColumn[]
  /** The column by which the view is sorted of its own accord. */
  readonly own: string
}

/** `Sort: Position ▾`. On a phone only: a wide table sorts by its headings. A part of the form without JavaScript. */
export function SortChoice({ choice, onChoose, columns, own }: Props) {
  const options = sortOptions(columns, choice.sort)
  return (
    <label className={styles.sort}>
      <span>Sort:</span>
      <select
        name="sort"
        value={formatSort(choice.sort) || own}
        onChange={({ target }) => onChoose({ sort: target.value === own ? [] : readSort(target.value) })}
      >
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
