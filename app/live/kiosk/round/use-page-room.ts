import { type RefObject, useEffect, useState } from 'react'
import type { PageRoom } from './pack-pages.ts'

/** The heights of kiosk.module.css, in units: a 1920th of the width of a landscape screen. */
const [heading, row, gap] = [46, 43.5, 12]
/** Before the area is measured, and on the server: a TV of 1920 x 1080. */
const initial: PageRoom = { columns: 2, height: 866, heading, row, gap }
const message = 72

/**
 * The room for classes in an area of the big screen. The style sheet decides the number of columns and the unit:
 * the `[data-unit]` inside is 500 units high.
 */
export function usePageRoom(area: RefObject<HTMLElement | null>, hasMessage: boolean): PageRoom {
  const [room, setRoom] = useState({ ...initial, height: initial.height - (hasMessage ? message : 0) })
  useEffect(() => {
    const { current } = area
    const ruler = current?.querySelector('[data-unit]')
    if (!current || !ruler) return
    const measure = () => {
      const unit = ruler.getBoundingClientRect().height / 500
      const columns = Number(getComputedStyle(current).getPropertyValue('--columns')) || 1
      // One pixel less, since browsers round the heights of rows.
      const height = Math.floor((current.clientHeight - 1) / unit)
      setRoom((known) => (known.columns === columns && known.height === height ? known : { ...known, columns, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [area])
  return room
}
