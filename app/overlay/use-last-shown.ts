import type { LiveState } from '../../lib/live/live-store.ts'
import { useServerNow } from '../live/browser/use-server-now.ts'
import type { LastRun } from './last-run.ts'

/** Whether the last run is in the picture: always, or so many seconds long after its list was published. */
export function useLastShown(last: LastRun | undefined, seconds: number | undefined, live: LiveState): boolean {
  const now = useServerNow(0, live.clockOffset)
  if (seconds === undefined) return true
  // Until the server was heard, this machine's clock may be hours wrong.
  return last !== undefined && now !== 0 && live.heardAt !== 0 && now - last.run.at < seconds * 1000
}
