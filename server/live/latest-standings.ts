import { unnamedEvent } from '../../lib/record/unnamed-event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'

/** The standings of the newest list, worked out once for each version, however many pages ask for them. */
export function createLatestStandings(log: Pick<RevisionLog, 'current'>): () => Standings {
  let latest: { readonly state: LogState; readonly standings: Standings } | undefined
  return () => {
    const state = log.current()
    if (latest?.state !== state) {
      latest = { state, standings: standingsOf(state.drivers.values(), state.event ?? unnamedEvent) }
    }
    return latest.standings
  }
}
