import type { LiveState } from '../../lib/live/live-store.ts'
import { TimeOfDay } from '../live/browser/time-of-day.tsx'
import { timeOnServer } from '../live/connection/time-on-server.ts'
import { useBriefFreshness } from '../live/connection/use-brief-freshness.ts'
import styles from './embed.module.css'

/** `live · 14 s`, or what is broken and of when the results are. */
export function EmbedStatus({ live }: { readonly live: LiveState }) {
  const { tone, text, age, resultsOf } = useBriefFreshness(live)
  const { at } = live.replica
  return (
    <p className={styles.status} data-tone={tone}>
      <span className={styles.dot} aria-hidden="true" />
      <span role="status">{text}</span>
      {age !== undefined && <span className={styles.quiet}>· {age}</span>}
      {resultsOf !== undefined && (
        <span>
          · results of <TimeOfDay at={resultsOf} />
        </span>
      )}
      <noscript>{at !== undefined && `As of ${timeOnServer.format(at)}.`}</noscript>
    </p>
  )
}
