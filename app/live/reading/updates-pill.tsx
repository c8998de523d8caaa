import { memo } from 'react'
import styles from './updates-pill.module.css'

interface Props {
  /** The number of entries that moved, were added or were removed in the pending order. */
  readonly waiting: number
  readonly onApply: () => void
}

/** The button that shows the pending order. Screen readers announce it once, not with every further update. */
export const UpdatesPill = memo(function UpdatesPill({ waiting, onApply }: Props) {
  return (
    <div className={styles.area}>
      <span role="status" className="visually-hidden">
        {waiting > 0 && 'A newer order waits.'}
      </span>
      {waiting > 0 && (
        <button type="button" className={styles.pill} onClick={onApply}>
          <span aria-hidden="true">↕</span> {waiting === 1 ? '1 update' : `${waiting} updates`}
        </button>
      )}
    </div>
  )
})
