import { memo } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './all-rows-link.module.css'

interface Props {
  readonly choice: ViewChoice
  readonly entries: number
  /** The number of rows that are shown when scrolling does not render the others. */
  readonly initial?: number
}

// Memoized: formatting a number takes longer than rendering a row.
/** States that the page does not hold every row of a long list and links to the page that does. */
export const AllRowsLink = memo(function AllRowsLink({ choice, entries, initial }: Props) {
  const all = `/live${formatChoice({ ...choice, driver: '', allRows: true })}`
  const count = entries.toLocaleString('en')
  return initial === undefined ? (
    <p className={styles.line}>
      The rows of all {count} entries load as you scroll. To search with the browser itself or to copy the list:{' '}
      <a href={all}>show every row</a>
    </p>
  ) : (
    <p className={styles.line}>
      Showing the first {initial} of {count} entries: <a href={all}>show all</a>
    </p>
  )
})
