import { useSyncExternalStore } from 'react'

/**
 * Whether this renders in a browser that has taken the page over: false on the server, and where the two must be equal.
 */
export function useInBrowser(): boolean {
  return useSyncExternalStore(never, yes, no)
}

const never = () => () => undefined
const yes = () => true
const no = () => false
