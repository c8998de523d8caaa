import type { Logger } from 'pino'

/** The shortest time between two log lines about one reason, in milliseconds. */
const lineInterval = 60_000
/** How long after its last refusal a server still counts as full, in milliseconds. */
const fullLength = 30_000

/** Why something was refused, with what the log says of it. */
const sentences = {
  full: 'the server is full: MAX_CONNECTIONS is reached, so that connections are refused and idle ones closed',
  address_full: 'an address has reached MAX_CONNECTIONS_PER_ADDRESS: its connections are refused and idle ones closed',
  busy: 'too many sockets were asked for at once: some are refused and come back later',
  useless_packets: 'a connection was closed: it sent what no browser sends, too often',
  junk_request: 'a request was refused: no browser sends it',
} as const

type Refusal = keyof typeof sentences
type RefusalCounts = Readonly<Record<Refusal, number>>

export interface Refusals {
  /** Counts a refusal; the log gets one line a minute for each reason, however many there are. */
  add(reason: Refusal): void
  /** The numbers since the start, for people and for metrics. */
  counts(): RefusalCounts
  /** Unix ms: since when the server has been full; undefined when it is not. */
  fullSince(): number | undefined
}

export function createRefusals(logger: Logger, now: () => number): Refusals {
  const counts = Object.fromEntries(Object.keys(sentences).map((reason) => [reason, 0])) as Record<Refusal, number>
  const lines = new Map<Refusal, { readonly at: number; readonly count: number }>()
  let full: { readonly since: number; readonly last: number } | undefined

  const fullSince = () => (full && Math.abs(now() - full.last) < fullLength ? full.since : undefined)

  return {
    add(reason) {
      const at = now()
      counts[reason] += 1
      if (reason === 'full') full = { since: fullSince() ?? at, last: at }
      const line = lines.get(reason)
      if (line && Math.abs(at - line.at) < lineInterval) return
      const since = counts[reason] - (line?.count ?? 0)
      lines.set(reason, { at, count: counts[reason] })
      logger.warn({ reason, since_last_line: since, since_start: counts[reason] }, sentences[reason])
    },
    counts: () => ({ ...counts }),
    fullSince,
  }
}
