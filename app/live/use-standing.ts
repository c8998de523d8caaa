import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Standing } from '../../lib/standing.ts'
import type { StandingsStore } from '../../lib/standings-store.ts'

export const StandingsContext = createContext<StandingsStore | undefined>(undefined)

/** The newest of one entry; of one who left the list, the last. Renders again only when it says something else. */
export function useStanding(name: string): Standing | undefined {
  const store = useContext(StandingsContext)
  const subscribe = useCallback(
    (listener: () => void) => store?.subscribeTo(name, listener) ?? (() => {}),
    [store, name],
  )
  const current = () => store?.standingOf(name)
  return useSyncExternalStore(subscribe, current, current)
}
