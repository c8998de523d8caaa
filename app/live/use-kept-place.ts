import { type RefObject, useEffect, useRef } from 'react'
import { beginsInSight, keyOfElement, rowsInSight } from './rows-in-sight.ts'

interface Scrolled {
  scrollToIndex(index: number, options: { align: 'start' }): void
}

/** In the state of the page's entry in the browser's history. */
const entry = 'paddockRow'

/**
 * Comes back to the row that was read when the page was left, by a reload or by "back". The browser by itself goes back as far
 * as the page that the server sent is long.
 */
export function useKeptPlace(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  virtualizer: Scrolled,
): void {
  const now = useRef({ keys, virtualizer })
  useEffect(() => {
    now.current = { keys, virtualizer }
  })
  useEffect(() => {
    const { [entry]: name, ...rest } = { ...window.history.state }
    if (name !== undefined) {
      window.history.replaceState(rest, '')
      window.history.scrollRestoration = 'auto'
      const index = now.current.keys.indexOf(`row ${name}`)
      if (index >= 0) now.current.virtualizer.scrollToIndex(index, { align: 'start' })
    }
    const keep = () => {
      const [, row] = rowsInSight(list.current)
      if (!row || beginsInSight(list.current)) return
      window.history.replaceState({ ...window.history.state, [entry]: keyOfElement(row) }, '')
      window.history.scrollRestoration = 'manual'
    }
    window.addEventListener('pagehide', keep)
    return () => window.removeEventListener('pagehide', keep)
  }, [list])
}
