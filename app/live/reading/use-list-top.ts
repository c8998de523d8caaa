import { type RefObject, useLayoutEffect, useState } from 'react'

/** The top of a list in the page, in px. It changes when something above the list does. */
export function useListTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(() => 0)
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  return top
}
