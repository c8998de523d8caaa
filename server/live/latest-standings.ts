import { unnamedEvent } from '../../lib/record/unnamed-event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'

/** Returns a function that gives the standings of the newest list, derived once for each state. */
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
