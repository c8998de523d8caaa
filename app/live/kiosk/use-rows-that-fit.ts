import { type RefObject, useEffect, useState } from 'react'

/** The heights in kiosk-table.module.css, in px: the heading, and a row with its line. */
const heading = 56
const row = 53

/** On the server, and until the area is measured. */
const initialRows = 10

/** How many rows fit into an area of the page; at least three. */
export function useRowsThatFit(area: RefObject<HTMLElement | null>): number {
  const [rows, setRows] = useState(initialRows)
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
