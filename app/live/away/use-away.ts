import { useEffect, useRef, useState } from 'react'
import type { Moment } from '../../../lib/day/away-summary.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { heartbeatInterval } from '../../../lib/sync/heartbeat.ts'
import { useLatest } from '../browser/use-latest.ts'

/** A shorter absence gets no notice. Milliseconds. */
const shortestAbsence = 60_000

export interface Away {
  /** The last list that the reader saw. */
  readonly before: Moment
  /** The list at the return. */
  readonly after: Moment
  readonly milliseconds: number
}

/**
 * The latest absence of the reader or of the connection, once it is over and until `dismiss`. It is over when the page
 * is visible, live, and the server was heard within 2.5 heartbeats.
 */
export function useAway(
  { connection, heardAt, clockOffset, replica: { version } }: LiveState,
  standings: Standings,
): { readonly away: Away | undefined; readonly dismiss: () => void } {
  const [away, setAway] = useState<Away>()
  const start = useRef<{ readonly at: number; readonly moment: Moment }>(undefined)
  const seen = useRef<Moment>({ version, standings })

  const newestLook = useLatest(() => {
    // A page that slept is `live` for another moment, without a server that answers.
    const isHeard = Date.now() + clockOffset - heardAt < 2.5 * heartbeatInterval
    if (connection !== 'live' || !isHeard || document.visibilityState !== 'visible') {
      start.current ??= { at: Date.now(), moment: seen.current }
      return
    }
    const after = { version, standings }
    const milliseconds = start.current ? Date.now() - start.current.at : 0
    if (start.current && milliseconds >= shortestAbsence) setAway({ before: start.current.moment, after, milliseconds })
    start.current = undefined
    seen.current = after
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of each of these can begin or end an absence
  useEffect(() => newestLook()(), [newestLook, connection, heardAt, clockOffset, version, standings])
  useEffect(() => {
    const onChange = () => newestLook()()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [newestLook])

  return { away, dismiss: () => setAway(undefined) }
}
