import { type RefObject, useEffect } from 'react'

/**
 * Sets `data-stuck` on an element that sticks partly above the window's edge, as `top: -4px` does: then the page is
 * scrolled. No state, so that scrolling renders nothing.
 */
export function useStuck(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const header = element.current
    if (!header) return
    const observer = new IntersectionObserver(
      ([entry]) => header.toggleAttribute('data-stuck', entry !== undefined && entry.boundingClientRect.top < 0),
      { threshold: 1 },
    )
    observer.observe(header)
    return () => observer.disconnect()
  }, [element])
}
