import type { LiveState } from '../../../lib/live/live-store.ts'
import styles from './freshness.module.css'
import { timeOnServer } from './time-on-server.ts'

/** Seconds between two loads of a page that reloads itself. */
const interval = 30

/** In place of the freshness, on the page that reloads itself, until its scripts run: the age of the list. */
export function ReloadingNote({ live }: { readonly live: LiveState }) {
  return (
    <div className={styles.freshness}>
      <meta httpEquiv="refresh" content={`${interval}`} />
      <p className={styles.ages}>
        {live.replica.at !== undefined && `As of ${timeOnServer.format(live.replica.at)}. `}
        This page reloads itself every {interval} s.
      </p>
    </div>
  )
}
