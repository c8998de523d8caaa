import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/**
 * `at` (Unix ms) as `14:32` in the reader's time zone, which only the browser knows: '' on the server and during
 * hydration.
 */
export function useTimeOfDay(at: number): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => clock.format(at),
    () => '',
  )
}
