import { type FreshnessText, freshnessOf } from '../../lib/live/freshness.ts'
import type { LiveState } from '../../lib/live/live-store.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { type Span, span } from '../styled-text/styled-line.ts'

export interface ConnectionStatus {
  readonly tone: FreshnessText['tone']
  readonly text: string
  readonly since?: string
}

/**
 * How sure the list is of being the newest, in the words of the page (lib/live/freshness.ts). `told`: the server has
 * said how its publisher is; until then nothing counts as live. `now` is by the server's clock.
 */
export function connectionStatus(live: LiveState, told: boolean, now: number): ConnectionStatus {
  const { tone, text, since } = freshnessOf(live, now, false)
  if (live.connection === 'offline' && live.heardAt === 0) return { tone, text, since: 'no answer yet' }
  if (tone === 'good' && !told) return { tone: 'waiting', text: 'catching up …' }
  return { tone, text, ...(since === undefined ? {} : { since }) }
}

/** When the results changed, and when the timing file was saved, as far as that is known. */
export function agesOf(live: LiveState, now: number): readonly string[] {
  const { changed, saved } = freshnessOf(live, now, false)
  return [changed, saved].filter((age) => age !== undefined)
}

/** Everything there is to know about the copy, the most important first. */
export function statusParts(live: LiveState, told: boolean, now: number): readonly Span[] {
  const { tone, text, since } = connectionStatus(live, told, now)
  const { replica, divergences } = live
  return [
    span(`● ${text}`, tone),
    ...(since === undefined ? [] : [span(since)]),
    ...agesOf(live, now).map((age) => span(age)),
    ...(replica.version === 0 ? [] : [span(`version ${replica.version}`, 'quiet')]),
    ...(replica.log === undefined ? [] : [span(`log ${safeText(replica.log)}`, 'quiet')]),
    span(divergences === 1 ? '1 divergence' : `${divergences} divergences`, divergences === 0 ? 'quiet' : 'bad'),
  ]
}
