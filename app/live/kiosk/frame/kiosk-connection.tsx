import type { LiveState } from '../../../../lib/live/live-store.ts'
import { timeOfDay } from '../../browser/time-of-day.ts'
import { TimeOfDay } from '../../browser/time-of-day.tsx'
import { timeOnServer } from '../../connection/time-on-server.ts'
import { useBriefFreshness } from '../../connection/use-brief-freshness.ts'
import styles from './kiosk-bar.module.css'

/** The connection and the time of day: `live · 2 s`; in red, `offline` and of when the results are. */
export function KioskConnection({ live }: { readonly live: LiveState }) {
  const { tone, text, age, resultsOf, now } = useBriefFreshness(live)
  const { at } = live.replica
  return (
    <>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          <span role="status">{text}</span>
          {age !== undefined && <span className={styles.age}> · {age}</span>}
          {resultsOf !== undefined && (
            <>
              {' · results of '}
              <TimeOfDay at={resultsOf} />
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
