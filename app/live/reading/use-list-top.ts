import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Where a list begins in the page, in px. What is read stays in place when something comes or goes above the list. */
export function useListTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(() => 0)
  const known = useRef<number>(undefined)
  useLayoutEffect(() => {
    const look = () => {
      if (!list.current) return
      const now = list.current.getBoundingClientRect().top + window.scrollY
      const moved = known.current === undefined ? 0 : now - known.current
      known.current = now
      setTop(now)
      if (moved !== 0 && window.scrollY > now - moved) window.scrollBy({ top: moved, behavior: 'instant' })
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  return top
}
