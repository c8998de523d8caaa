import { formatSort, sortAfterClick } from '../../lib/reader/view-state.ts'
import type { SortBy } from '../../lib/table/sort-by.ts'
import styles from './sortable-header.module.css'

interface Props {
  readonly attribute: string
  readonly title: string
  readonly numeric: boolean
  readonly sort: readonly SortBy[]
  /** `added` (Shift was held): sorts by this attribute after the present keys. */
  readonly onSort: (attribute: string, added: boolean) => void
  /** The address of the page in the order `sort`, so that the heading works without JavaScript. */
  readonly linkOf: (sort: string) => string
  /** Of a column that stays in sight: the number of columns before it. */
  readonly sticky?: number | undefined
}

/** A column's heading: a click sorts by it, a second one reverses, Shift adds it as a further sort key. */
export function SortableHeader({ attribute, title, numeric, sort, onSort, linkOf, sticky }: Props) {
  const index = sort.findIndex((key) => key.attribute === attribute)
  const key = sort[index]
  return (
    <th
      scope="col"
      aria-sort={key ? key.direction : 'none'}
      className={numeric ? styles.numeric : styles.text}
      data-column={attribute}
      data-sticky={sticky}
    >
      <a
        className={styles.link}
        href={linkOf(formatSort(sortAfterClick(sort, attribute, false)))}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          onSort(attribute, event.shiftKey)
        }}
      >
        {title}
        <span className={styles.arrow} aria-hidden="true">
          {key ? (key.direction === 'ascending' ? '▲' : '▼') : ''}
          {key && sort.length > 1 ? index + 1 : ''}
        </span>
      </a>
    </th>
  )
}
