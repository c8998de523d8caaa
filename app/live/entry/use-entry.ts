import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { LiveEntry } from '../../../lib/results/create-results.ts'
import type { ResultsStore } from '../../../lib/results/results-store.ts'

export const ResultsContext = createContext<ResultsStore | undefined>(undefined)

export function useResults(): ResultsStore {
  const results = useContext(ResultsContext)
  // Without it every row would be empty, silently.
  if (!results) throw new Error('a row is rendered outside of a list: ResultsContext has no value')
  return results
}

/** The newest standing, highlights and unread state of one entry. Renders again only when one of them changes. */
export function useEntry(driverName: string): LiveEntry {
  const results = useResults()
  const subscribe = useCallback(
    (listener: () => void) => results.subscribeTo(driverName, listener),
    [results, driverName],
  )
  const current = () => results.entry(driverName)
  return useSyncExternalStore(subscribe, current, current)
}
