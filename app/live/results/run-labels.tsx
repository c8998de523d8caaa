import { createContext, useContext } from 'react'
import styles from './run-labels.module.css'

/** The number of columns of runs that a phone labels. */
export const LabelledRuns = createContext(0)

/** R1, R2 … above the columns of runs on a phone: for the eyes only, since each row has its runs in a list. */
export function RunLabels() {
  const count = useContext(LabelledRuns)
  return (
    <span className={styles.labels} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other key than its index
        <span key={index}>R{index + 1}</span>
      ))}
    </span>
  )
}
