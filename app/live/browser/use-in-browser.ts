import { useSyncExternalStore } from 'react'

/** True in a hydrated page; false on the server and during hydration, where both must render the same. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(never, yes, no)
}

const never = () => () => undefined
const yes = () => true
const no = () => false
