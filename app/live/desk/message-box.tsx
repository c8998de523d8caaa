import type { ReactNode } from 'react'
import type { DeskMessage } from '../../../lib/desk/desk-state.ts'
import styles from '../header/notice.module.css'

interface Props {
  readonly message: DeskMessage
  readonly time: ReactNode
  readonly isWithdrawn?: boolean
  readonly onDismiss?: () => void
}

/** A message of the desk: the time at which it was said, its text, and a button that dismisses it. */
export function MessageBox({ message: { id, text }, time, isWithdrawn, onDismiss }: Props) {
  return (
    // The first paint hides a dismissed one: lib/reader/first-paint.ts.
    <div className={styles.notice} data-message={id} suppressHydrationWarning>
      <p className={styles.text}>
        {time}{' '}
        <b>
          <bdi>{isWithdrawn ? <s>{text}</s> : text}</bdi>
        </b>
      </p>
      <button type="button" className={`${styles.button} ${styles.scripted}`} onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}
