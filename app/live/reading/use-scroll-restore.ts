import { type RefObject, useEffect, useRef } from 'react'
import { isReadFromTop, keyOfElement, visibleRows } from './visible-rows.ts'

interface Scrolled {
  scrollToIndex(index: number, options: { align: 'start' }): void
}

/** In the tab's own storage: the address, and the row that was read there. Next keeps the history's state to itself. */
const storageKey = 'paddock.row'

/**
 * Comes back to the row that was read when the page was left, by a reload or by "back". The browser by itself goes back
 * as far as the page that the server sent is long.
 */
export function useScrollRestore(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  virtualizer: Scrolled,
): void {
  const now = useRef({ keys, virtualizer })
  useEffect(() => {
    now.current = { keys, virtualizer }
  })
  useEffect(() => {
    const name = keptRow()
    if (name !== undefined) {
      window.history.scrollRestoration = 'auto'
      const index = now.current.keys.indexOf(name)
      if (index >= 0) now.current.virtualizer.scrollToIndex(index, { align: 'start' })
    }
    const keep = () => {
      const [, row] = visibleRows(list.current)
      if (!row || isReadFromTop(list.current)) return
      storeRow(keyOfElement(row))
      window.history.scrollRestoration = 'manual'
    }
    window.addEventListener('pagehide', keep)
    return () => window.removeEventListener('pagehide', keep)
  }, [list])
}

/** The row that was read when this page was left, taken out of the storage; only where it is come back to. */
function keptRow(): string | undefined {
  try {
    const text = window.sessionStorage.getItem(storageKey)
    window.sessionStorage.removeItem(storageKey)
    const { address, row }: { address?: unknown; row?: unknown } = JSON.parse(text ?? '{}')
    return address === window.location.href && typeof row === 'string' ? row : undefined
  } catch {
    return undefined
  }
}

function storeRow(row: string | undefined): void {
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify({ address: window.location.href, row }))
  } catch {
    // Without storage the page begins at its top.
  }
}
