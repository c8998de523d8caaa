import { memo } from 'react'
import { useTimeOfDay } from '../browser/use-time-of-day.ts'
import styles from './updates-pill.module.css'

interface Props {
  /** When the shown order was the newest, in Unix ms; undefined while it is. */
  readonly since: number | undefined
  readonly onApply: () => void
}

/** The button that shows the pending order. Screen readers announce it once, not with every further update. */
export const UpdatesPill = memo(function UpdatesPill({ since, onApply }: Props) {
  return (
    <div className={styles.area}>
      <span role="status" className="visually-hidden">
        {since !== undefined && 'A newer order waits.'}
      </span>
      {since !== undefined && <Pill since={since} onApply={onApply} />}
    </div>
  )
})

function Pill({ since, onApply }: { readonly since: number; readonly onApply: () => void }) {
  return (
    <button type="button" className={styles.pill} onClick={onApply}>
      <span aria-hidden="true">↕</span> Order from {useTimeOfDay(since)}, tap to sort
    </button>
  )
}
