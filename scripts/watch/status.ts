import { formatAge, formatDuration } from '../../lib/age.ts'
import type { LiveState } from '../../lib/live-store.ts'
import { safeText } from './safe-text.ts'
import { type Span, span } from './styled-line.ts'

export interface ConnectionStatus {
  readonly tone: 'good' | 'waiting' | 'bad'
  readonly text: string
  readonly since?: string
}

/**
 * How sure the list is of being the newest, in the words of the page (app/live/freshness.tsx). `told`: the server has said how
 * its publisher is; until then nothing counts as live. `now` is by the server's clock.
 */
export function connectionStatus(live: LiveState, told: boolean, now: number): ConnectionStatus {
  const { connection, heardAt, stalledSince } = live
  if (connection === 'offline') {
    const since = heardAt === 0 ? 'no answer yet' : `last heard ${formatAge(now - heardAt)}`
    return { tone: 'bad', text: 'offline', since }
  }
  if (stalledSince !== undefined) {
    return {
      tone: 'bad',
      text: 'not updating',
      since: `timing file unusable for ${formatDuration(now - stalledSince)}`,
    }
  }
  if (connection === 'live' && told) return { tone: 'good', text: 'live' }
  return { tone: 'waiting', text: connection === 'connecting' ? 'connecting …' : 'catching up …' }
}

/** When the results changed, and when the timing file was saved, as far as that is known. */
export function agesOf({ replica, sourceAt }: LiveState, now: number): readonly string[] {
  const parts = [
    replica.drivers.size > 0 && replica.at !== undefined ? `results changed ${formatAge(now - replica.at)}` : undefined,
    sourceAt === undefined ? undefined : `timing file saved ${formatAge(now - sourceAt)}`,
  ]
  return parts.filter((part) => part !== undefined)
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
