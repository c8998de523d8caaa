import { type RefObject, useEffect, useState } from 'react'

/** In px: what kiosk-table.module.css gives to the heading, and to each row with its line. */
const heading = 56
const row = 53

/** Until it can be measured, and so on the server. */
const usual = 10

/** How many rows an area of the page has room for; at least three. */
export function useRowsThatFit(area: RefObject<HTMLElement | null>): number {
  const [rows, setRows] = useState(usual)
  useEffect(() => {
    const { current } = area
    if (!current) return
    const observer = new ResizeObserver(() => {
      setRows(Math.max(3, Math.floor((current.clientHeight - heading) / row)))
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [area])
  return rows
}
