import type { SourceFeed } from '../../lib/server-api/pipeline-state.ts'
import { formatAge, formatDuration } from '../../lib/wording/age.ts'

/** The state of a connection to a timing system, for the desk. `now` is Unix ms by the server's clock. */
export function sourceText({ address, state, since, heard_at: heardAt }: SourceFeed, now: number): string {
  const duration = formatDuration(Math.max(0, now - since))
  switch (state) {
    case 'heard':
      return `${address}: connected, last line ${formatAge(Math.max(0, now - (heardAt ?? now)))}`
    case 'silent':
      return `${address}: connected, but silent for ${duration}`
    case 'lost':
      return `${address}: no connection for ${duration}`
    default:
      return `${address}: not heard yet, for ${duration}`
  }
}
