import { useLayoutEffect, useRef } from 'react'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useResults } from '../entry/use-entry.ts'

/** While an order is held, the standings in which it was the newest one; undefined otherwise. */
export function useHeldStandings(isHeld: boolean): Standings | undefined {
  const results = useResults()
  const newest = useRef<Standings>(undefined)
  useLayoutEffect(() => {
    if (isHeld) return
    const take = () => {
      newest.current = results.get().standings
    }
    take()
    // Only after the page has rendered an update is it known that the order is not held, and this effect still runs.
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = results.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(take)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isHeld, results])
  return isHeld ? newest.current : undefined
}
