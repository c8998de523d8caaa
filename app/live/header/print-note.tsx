import type { LiveState } from '../../../lib/live/live-store.ts'
import { usePrinting } from '../browser/use-printing.ts'
import styles from './print-note.module.css'

interface Props {
  readonly live: LiveState
}

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/**
 * On paper only: the time for which the list is right, by the server's clock, since paper cannot show an age. A page
 * that has not heard the server knows only when the results changed.
 */
export function PrintNote({ live: { replica, heardAt, connection } }: Props) {
  // Only the browser knows the reader's time zone, so the server never renders it.
  if (!usePrinting()) return null
  return (
    <p className={styles.note}>
      {heardAt !== 0 && `As of ${time.format(heardAt)}`}
      {heardAt !== 0 && connection === 'offline' && ', when this page was last online'}
      {heardAt === 0 && 'Not confirmed by the server'}
      {replica.at !== undefined && ` · results changed ${time.format(replica.at)}`}
    </p>
  )
}
