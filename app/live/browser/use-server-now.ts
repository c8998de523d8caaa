'use client'

import { useEffect, useState } from 'react'

/**
 * The server's time in Unix ms, updated every second; `first` on the server and during hydration, so that both render
 * the same. `clockOffset` is what to add to this machine's clock, in ms.
 */
export function useServerNow(first: number, clockOffset: number): number {
  const [own, setOwn] = useState<number>()
  useEffect(() => {
    const tick = () => setOwn(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  // Not added in `tick`, so that a new offset takes effect at once.
  return own === undefined ? first : own + clockOffset
}
