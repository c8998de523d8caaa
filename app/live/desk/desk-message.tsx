import { useEffect, useState } from 'react'
import type { DeskMessage as Message } from '../../../lib/desk/desk-state.ts'
import { TimeOfDay } from '../browser/time-of-day.tsx'
import styles from './desk-message.module.css'
import { useDismissed } from './use-dismissed.ts'

/**
 * The message of the desk. That of the loaded page is above the list; a newer one lies over the page, and a withdrawn
 * one stays in its place, crossed out: so nothing moves that the reader looks at. Screen readers announce a newer one.
 */
export function DeskMessage({ message }: { readonly message: Message | undefined }) {
  const [first] = useState(message)
  const [dismissed, dismiss] = useDismissed()
  const isShown = (one: Message | undefined) => one !== undefined && one.id > dismissed
  // From here on the page itself hides what was dismissed before it was loaded.
  useEffect(() => document.documentElement.removeAttribute('data-dismissed'), [])
  const isNewer = message?.id !== first?.id
  return (
    <>
      {first && isShown(first) && (
        <Box message={first} isWithdrawn={isNewer} onDismiss={() => dismiss(first.id)} className={styles.placed} />
      )}
      <div role="status" className={styles.over}>
        {message && isNewer && isShown(message) && <Box message={message} onDismiss={() => dismiss(message.id)} />}
      </div>
    </>
  )
}

interface BoxProps {
  readonly message: Message
  readonly isWithdrawn?: boolean
  readonly onDismiss: () => void
  readonly className?: string | undefined
}

function Box({ message: { id, text, since }, isWithdrawn = false, onDismiss, className = '' }: BoxProps) {
  const Text = isWithdrawn ? 's' : 'span'
  return (
    <div className={`${styles.box} ${className}`} data-message={id}>
      <p className={styles.text}>
        <TimeOfDay at={since} />{' '}
        <Text>
          <bdi>{text}</bdi>
        </Text>
      </p>
      <button type="button" className={styles.dismiss} onClick={onDismiss} aria-label="Dismiss the message">
        ✕
      </button>
    </div>
  )
}
