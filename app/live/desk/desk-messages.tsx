import { type CSSProperties, useEffect, useState } from 'react'
import type { DeskMessage } from '../../../lib/desk/desk-state.ts'
import { TimeOfDay } from '../browser/time-of-day.tsx'
import { MessageBox } from './message-box.tsx'
import { useDismissed } from './use-dismissed.ts'

/**
 * Above the pill of a new order and a phone's line of the latest run. Set here, since the style sheets of lazy parts
 * are all in the first load.
 */
const over: CSSProperties = {
  position: 'fixed',
  right: '0.75rem',
  bottom: 'calc(4.5rem + var(--bottom-line, 0rem) + env(safe-area-inset-bottom))',
  left: '0.75rem',
  zIndex: 3,
  maxWidth: '40rem',
  margin: '0 auto',
  pointerEvents: 'none',
}
const inFront: CSSProperties = {
  borderRadius: 'var(--radius)',
  boxShadow: '0 2px 12px rgb(0 0 0 / 35%)',
  pointerEvents: 'auto',
}

interface Props {
  /** The message of the loaded page, and the present one. */
  readonly first: DeskMessage | undefined
  readonly message: DeskMessage | undefined
}

/**
 * The message of the loaded page, above the list. A newer one lies over the page, and a withdrawn one stays in its
 * place, crossed out: so nothing moves that the reader looks at. Screen readers announce a newer one once.
 */
export function DeskMessages({ first, message }: Props) {
  const [dismissed, dismiss] = useDismissed()
  // A live region announces what comes into it, and not what it begins with.
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  const isShown = (one: DeskMessage | undefined) => one !== undefined && one.id > dismissed
  const isNewer = message?.id !== first?.id
  return (
    <>
      {first && isShown(first) && (
        <MessageBox
          message={first}
          time={<TimeOfDay at={first.since} />}
          isWithdrawn={isNewer}
          onDismiss={() => dismiss(first.id)}
        />
      )}
      <div role="status" style={over}>
        {isMounted && message && isNewer && isShown(message) && (
          <div style={inFront}>
            <MessageBox
              message={message}
              time={<TimeOfDay at={message.since} />}
              onDismiss={() => dismiss(message.id)}
            />
          </div>
        )}
      </div>
    </>
  )
}
