import { type ReactNode, useEffect, useRef } from 'react'
import styles from './scroll-edges.module.css'

/** Around one area that scrolls sideways: a shadow at each edge beyond which there is more. */
export function ScrollEdges({ children }: { readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = frame
    if (current) return watchEdges(current)
  }, [])
  return (
    <div ref={frame} className={styles.frame}>
      {children}
    </div>
  )
}

/** Marks the frame with the sides on which its scrolling child has more. Returns how to stop. */
function watchEdges(frame: HTMLElement): () => void {
  const update = () => {
    const area = frame.querySelector('section')
    if (!area) return
    const rest = area.scrollWidth - area.clientWidth - area.scrollLeft
    frame.toggleAttribute('data-more-left', area.scrollLeft > 1)
    frame.toggleAttribute('data-more-right', rest > 1)
  }
  update()
  const sizes = new ResizeObserver(update)
  sizes.observe(frame)
  const table = frame.querySelector('table')
  if (table) sizes.observe(table)
  // The event of a child does not bubble.
  frame.addEventListener('scroll', update, { capture: true, passive: true })
  return () => {
    sizes.disconnect()
    frame.removeEventListener('scroll', update, { capture: true })
  }
}
