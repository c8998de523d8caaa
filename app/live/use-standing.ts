import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Standing } from '../../lib/standing.ts'
import type { StandingsStore } from '../../lib/standings-store.ts'

export const StandingsContext = createContext<StandingsStore | undefined>(undefined)

/**
 * The newest of one entry; of one who left the list, the last; undefined of one who was never in it. Renders again only when it
 * says something else.
 */
export function useStanding(name: string): Standing | undefined {
  const store = useContext(StandingsContext)
  // Rows without it would be empty, and nobody would know.
  if (!store) throw new Error('a row stands outside of a list: StandingsContext has no value')
  const subscribe = useCallback((listener: () => void) => store.subscribeTo(name, listener), [store, name])
  const current = () => store.standingOf(name)
  return useSyncExternalStore(subscribe, current, current)
}
