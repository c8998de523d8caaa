import { useEffect } from 'react'
import type { ResultsStore } from '../../../lib/results/results-store.ts'

/** How exactly it is known when a run is not new any more, in ms: rows need not be asked every second. */
const interval = 10_000

/** Lets the results know the time by the server's clock, now and then. */
export function useResultsClock(results: ResultsStore, clockOffset: number): void {
  useEffect(() => {
    const tick = () => results.tick(Date.now() + clockOffset)
    tick()
    const timer = setInterval(tick, interval)
    return () => clearInterval(timer)
  }, [results, clockOffset])
}
