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
 * The freshness of the list in the words of the page (lib/live/freshness.ts). Nothing is live until `confirmed`, when
 * the server has reported the state of its publisher. `now` is Unix ms by the server's clock.
 */
export function connectionStatus(live: LiveState, confirmed: boolean, now: number): ConnectionStatus {
  const { tone, text, since } = freshnessOf(live, now, false)
  if (tone === 'good' && !confirmed) return { tone: 'waiting', text: 'catching up …' }
  return { tone, text, ...(since === undefined ? {} : { since }) }
}

/** The ages of the results and of the timing file, as far as they are known. */
export function agesOf(live: LiveState, now: number): readonly string[] {
  const { changed, saved } = freshnessOf(live, now, false)
  return [changed, saved].filter((age) => age !== undefined)
}

/** The facts about the replica, the most important first. */
export function statusParts(live: LiveState, confirmed: boolean, now: number): readonly Span[] {
  const { tone, text, since } = connectionStatus(live, confirmed, now)
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
