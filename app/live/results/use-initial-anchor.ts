import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { RowAnchor } from './initial-rows-anchor.tsx'

/** The anchor that the first rows have set when they were removed, taken once; undefined until the list is mounted. */
export function useInitialAnchor(anchor: RefObject<RowAnchor | undefined>): RowAnchor | undefined {
  const [taken, setTaken] = useState<RowAnchor>()
  useLayoutEffect(() => {
    setTaken(anchor.current)
    anchor.current = undefined
  }, [anchor])
  return taken
}

interface Scrolled {
  scrollToIndex(index: number, options: { align: 'start' }): void
}

/**
 * Scrolls to the anchor row, once: above it are estimated heights now. How far it is from the window's top is the
 * virtualizer's `scrollPaddingStart`.
 */
export function useScrollToAnchor(anchor: RowAnchor | undefined, keys: readonly string[], virtualizer: Scrolled): void {
  const now = useRef({ keys, virtualizer })
  useLayoutEffect(() => {
    now.current = { keys, virtualizer }
  })
  useLayoutEffect(() => {
    const index = anchor ? now.current.keys.indexOf(anchor.key) : -1
    if (index >= 0) now.current.virtualizer.scrollToIndex(index, { align: 'start' })
  }, [anchor])
}
