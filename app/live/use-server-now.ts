'use client'

import { useEffect, useState } from 'react'

/** The time by the server's clock, once a second. Before the browser runs it is `first`, so that both render the same. */
export function useServerNow(first: number, clockOffset: number): number {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const tick = () => setNow(Date.now() + clockOffset)
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [clockOffset])
  return now
}
