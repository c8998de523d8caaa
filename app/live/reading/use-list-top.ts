import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** The top of a list in the page, in px. When content above moves the top, scrolls so that visible rows do not move. */
export function useListTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(() => 0)
  const last = useRef<number>(undefined)
  useLayoutEffect(() => {
    const measure = () => {
      if (!list.current) return
      const now = list.current.getBoundingClientRect().top + window.scrollY
      const moved = last.current === undefined ? 0 : now - last.current
      last.current = now
      setTop(now)
      if (moved !== 0 && window.scrollY > now - moved) window.scrollBy({ top: moved, behavior: 'instant' })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  return top
}
