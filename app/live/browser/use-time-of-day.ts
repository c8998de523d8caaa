import { useSyncExternalStore } from 'react'
import { timeOfDay } from './time-of-day.ts'

const subscribeToNothing = () => () => {}

/**
 * `at` (Unix ms) as `14:32` in the reader's time zone, which only the browser knows: '' on the server and during
 * hydration.
 */
export function useTimeOfDay(at: number): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => timeOfDay(at),
    () => '',
  )
}
