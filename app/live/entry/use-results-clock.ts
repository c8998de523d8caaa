import { useEffect } from 'react'
import type { ResultsStore } from '../../../lib/results/results-store.ts'

/** How often the results store gets the time, in ms. Badges may expire this late; more often is not worth the work. */
const interval = 10_000

/** Passes the server's time to the results store every 10 s, so that badges expire. `clockOffset` is in ms. */
export function useResultsClock(results: ResultsStore, clockOffset: number): void {
  useEffect(() => {
    const tick = () => results.tick(Date.now() + clockOffset)
    tick()
    const timer = setInterval(tick, interval)
    return () => clearInterval(timer)
  }, [results, clockOffset])
}
