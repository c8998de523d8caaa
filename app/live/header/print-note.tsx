import type { LiveState } from '../../../lib/live/live-store.ts'
import { usePrinting } from '../browser/use-printing.ts'
import styles from './print-note.module.css'

interface Props {
  readonly live: LiveState
}

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** What paper must say, since it stays as it is: until when the list was right, by the server's clock. */
export function PrintNote({ live: { replica, heardAt, connection } }: Props) {
  // Before the browser runs nobody knows in which time zone the reader is; and on a screen the age is better.
  if (!usePrinting()) return null
  return (
    <p className={styles.note}>
      As of {time.format(heardAt)}
      {connection === 'offline' && ', when this page was last online'}
      {replica.at !== undefined && ` · results changed ${time.format(replica.at)}`}
    </p>
  )
}
