import { useEffect, useRef, useState } from 'react'
import type { Moment } from '../../../lib/day/away-summary.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { heartbeatInterval } from '../../../lib/sync/heartbeat.ts'
import { useLatest } from '../browser/use-latest.ts'

/** Who looks away for less has missed nothing that needs to be told. Milliseconds. */
const shortest = 60_000

export interface Away {
  /** What was last seen. */
  readonly left: Moment
  /** What there was on coming back. */
  readonly back: Moment
  readonly milliseconds: number
}

/**
 * Whether the reader, or the page's connection, was away and is back, and what was seen then and now: until `dismiss`
 * is called. Back is who looks at a page of which the server has just said that it is the newest.
 */
export function useAway(
  { connection, heardAt, clockOffset, replica: { version } }: LiveState,
  standings: Standings,
): { readonly away: Away | undefined; readonly dismiss: () => void } {
  const [away, setAway] = useState<Away>()
  const left = useRef<{ readonly at: number; readonly moment: Moment }>(undefined)
  const seen = useRef<Moment>({ version, standings })

  const newestLook = useLatest(() => {
    // What slept says "live" for a moment longer than it is.
    const isHeard = Date.now() + clockOffset - heardAt < 2.5 * heartbeatInterval
    if (connection !== 'live' || !isHeard || document.visibilityState !== 'visible') {
      left.current ??= { at: Date.now(), moment: seen.current }
      return
    }
    const back = { version, standings }
    const milliseconds = left.current ? Date.now() - left.current.at : 0
    if (left.current && milliseconds >= shortest) setAway({ left: left.current.moment, back, milliseconds })
    left.current = undefined
    seen.current = back
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it looks at
  useEffect(() => newestLook()(), [newestLook, connection, heardAt, clockOffset, version, standings])
  useEffect(() => {
    const onChange = () => newestLook()()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [newestLook])

  return { away, dismiss: () => setAway(undefined) }
}
