import { useSyncExternalStore } from 'react'

const nothingChanges = () => () => {}
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/**
 * `14:32` where the reader is. Only the browser knows that: '' on the server and in the first render, so that both are
 * equal.
 */
export function useTimeOfDay(at: number): string {
  return useSyncExternalStore(
    nothingChanges,
    () => clock.format(at),
    () => '',
  )
}
