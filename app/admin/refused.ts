import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { formatDuration } from '../../lib/wording/age.ts'

/** What was refused, in words; the codes are those of the log. */
export function refusedText({ refusals, full_since: fullSince, now }: ServerState): string {
  const counts = Object.entries(refusals).filter(([, count]) => count > 0)
  const text = counts.map(([reason, count]) => `${reason} ${count}`).join(', ') || 'nothing'
  return fullSince === undefined ? text : `${text}; the server is full for ${formatDuration(now - fullSince)}`
}
