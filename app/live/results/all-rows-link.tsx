import { memo } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './all-rows-link.module.css'

interface Props {
  readonly choice: ViewChoice
  readonly entries: number
  /** How many are shown, where the others do not come by scrolling. */
  readonly first?: number
}

// Remembered: to write a number for people takes longer than a row.
/** Says that the page does not hold every row of a long list, and leads to the one that does. */
export const AllRowsLink = memo(function AllRowsLink({ choice, entries, first }: Props) {
  const all = `/live${formatChoice({ ...choice, driver: '', allRows: true })}`
  const count = entries.toLocaleString('en')
  return first === undefined ? (
    <p className={styles.line}>
      The rows of all {count} entries come as you scroll. To search with the browser itself or to copy the list:{' '}
      <a href={all}>show every row</a>
    </p>
  ) : (
    <p className={styles.line}>
      Showing the first {first} of {count} entries: <a href={all}>show all</a>
    </p>
  )
})
