import { freshnessOf, isStale } from '../../../lib/live/freshness.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { useServerNow } from '../browser/use-server-now.ts'

interface BriefFreshness {
  readonly tone: 'good' | 'waiting' | 'bad'
  /** `live`, or what is broken. */
  readonly text: string
  /** The age of live results; undefined while it is unknown, and when they are not live. */
  readonly age: string | undefined
  /** Of when results are that are not the newest for sure, in Unix ms. */
  readonly resultsOf: number | undefined
  /** The server's clock, Unix ms; 0 while it is unknown. */
  readonly now: number
}

/** The freshness of the list for a page with little room, such as a frame or the bar of the big screen. */
export function useBriefFreshness(live: LiveState): BriefFreshness {
  const now = useServerNow(0, live.clockOffset)
  const { tone, text, brief } = freshnessOf(live, now, false)
  return {
    tone,
    text,
    age: tone === 'good' && now !== 0 ? brief : undefined,
    resultsOf: isStale(live) ? live.replica.at : undefined,
    now,
  }
}
