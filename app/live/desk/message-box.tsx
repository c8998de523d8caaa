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
export function MessageBox({ message: { text }, time, isWithdrawn = false, onDismiss }: Props) {
  const Text = isWithdrawn ? 's' : 'b'
  return (
    <div className={styles.notice}>
      <p className={styles.text}>
        {time}{' '}
        <Text>
          <bdi>{text}</bdi>
        </Text>
      </p>
      <button type="button" className={`${styles.button} ${styles.scripted}`} onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}
