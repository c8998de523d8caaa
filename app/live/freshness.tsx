import { formatAge, formatDuration } from '../../lib/age.ts'
import type { LiveState } from '../../lib/live-store.ts'
import styles from './freshness.module.css'
import { useServerNow } from './use-server-now.ts'

type Tone = 'good' | 'waiting' | 'bad'

/**
 * How fresh the list is, always in sight. Three hops can break: this browser and the server, the server and the files, the
 * files and the timing software; the line names the first that is broken, and since when.
 */
export function Freshness({ live }: { readonly live: LiveState }) {
  const now = useServerNow(live.connectionSince, live.clockOffset)
  const { tone, text, since } = connectionLine(live, now)
  const ages = agesLine(live, now)
  return (
    <div className={styles.freshness}>
      <p className={styles.status} data-tone={tone}>
        <span className={styles.dot} aria-hidden="true" />
        <span>
          {/* What is read out is what happened, once; not its age, second by second. */}
          <span role="status">{text}</span>
          {since !== undefined && ` · ${since}`}
        </span>
      </p>
      <p className={styles.ages}>{ages}</p>
      <noscript>
        <p className={styles.ages}>This page does not update without JavaScript: reload it for newer results.</p>
      </noscript>
    </div>
  )
}

interface ConnectionLine {
  readonly tone: Tone
  readonly text: string
  readonly since?: string
}

function connectionLine({ connection, heardAt, stalledSince }: LiveState, now: number): ConnectionLine {
  if (connection === 'offline') return { tone: 'bad', text: 'offline', since: `last heard ${formatAge(now - heardAt)}` }
  if (stalledSince !== undefined) {
    const since = `timing file unusable for ${formatDuration(now - stalledSince)}`
    return { tone: 'bad', text: 'not updating', since }
  }
  if (connection === 'live') return { tone: 'good', text: 'live' }
  return { tone: 'waiting', text: connection === 'behind' ? 'catching up …' : 'connecting …' }
}

function agesLine({ replica, sourceAt }: LiveState, now: number): string {
  const parts = [
    replica.drivers.size > 0 && replica.at !== undefined ? `results changed ${formatAge(now - replica.at)}` : undefined,
    sourceAt === undefined ? undefined : `timing file saved ${formatAge(now - sourceAt)}`,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}
