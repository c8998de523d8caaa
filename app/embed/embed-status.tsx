import { freshnessOf, isStale } from '../../lib/live/freshness.ts'
import type { LiveState } from '../../lib/live/live-store.ts'
import { TimeOfDay } from '../live/browser/time-of-day.tsx'
import { useServerNow } from '../live/browser/use-server-now.ts'
import { timeOnServer } from '../live/connection/time-on-server.ts'
import styles from './embed.module.css'

/** `live · 14 s`, or what is broken and of when the results are. */
export function EmbedStatus({ live }: { readonly live: LiveState }) {
  const now = useServerNow(0, live.clockOffset)
  const { tone, text, brief } = freshnessOf(live, now, false)
  const { at } = live.replica
  return (
    <p className={styles.status} data-tone={tone}>
      <span className={styles.dot} aria-hidden="true" />
      <span role="status">{text}</span>
      {tone === 'good' && now !== 0 && brief !== undefined && <span className={styles.quiet}>· {brief}</span>}
      {isStale(live) && at !== undefined && (
        <span>
          · results of <TimeOfDay at={at} />
        </span>
      )}
      <noscript>{at !== undefined && `As of ${timeOnServer.format(at)}.`}</noscript>
    </p>
  )
}
