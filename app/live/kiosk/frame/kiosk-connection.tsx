import { freshnessOf, isStale } from '../../../../lib/live/freshness.ts'
import type { LiveState } from '../../../../lib/live/live-store.ts'
import { timeOfDay } from '../../browser/time-of-day.ts'
import { TimeOfDay } from '../../browser/time-of-day.tsx'
import { useServerNow } from '../../browser/use-server-now.ts'
import { timeOnServer } from '../../connection/time-on-server.ts'
import styles from './kiosk-bar.module.css'

/** The connection and the time of day: `live · 2 s`; in red, `offline` and of when the results are. */
export function KioskConnection({ live }: { readonly live: LiveState }) {
  const now = useServerNow(0, live.clockOffset)
  const { tone, text, brief } = freshnessOf(live, now, false)
  const { at } = live.replica
  return (
    <>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          <span role="status">{text}</span>
          {tone === 'good' && now !== 0 && brief !== undefined && <span className={styles.age}> · {brief}</span>}
          {isStale(live) && at !== undefined && (
            <>
              {' · results of '}
              <TimeOfDay at={at} />
            </>
          )}
        </span>
      </p>
      <span className={styles.clock} data-tone={tone} aria-hidden="true">
        {now !== 0 && timeOfDay(now)}
      </span>
      <noscript>
        <p>{at !== undefined && `As of ${timeOnServer.format(at)}.`}</p>
      </noscript>
    </>
  )
}
