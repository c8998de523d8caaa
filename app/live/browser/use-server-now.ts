'use client'

import { useEffect, useState } from 'react'

/**
 * The time by the server's clock, once a second. Before the browser runs it is `first`, so that both render the same.
 */
export function useServerNow(first: number, clockOffset: number): number {
  const [own, setOwn] = useState<number>()
  useEffect(() => {
    const tick = () => setOwn(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  // Added here, so that an offset that has just become known counts at once.
  return own === undefined ? first : own + clockOffset
}
