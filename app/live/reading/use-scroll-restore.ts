import { type RefObject, useEffect, useRef } from 'react'
import { isReadFromTop, keyOfElement, visibleRows } from './visible-rows.ts'

interface Scrollable {
  scrollToIndex(index: number, options: { align: 'start' }): void
}

/** The sessionStorage key of the address and the row that was read there. Next owns the state of the history. */
const storageKey = 'paddock.row'

/**
 * After a reload or "back", scrolls to the row that was read: the second visible one. The browser alone cannot scroll
 * beyond the length of the page that the server sent.
 */
export function useScrollRestore(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  virtualizer: Scrollable,
): void {
  const latest = useRef({ keys, virtualizer })
  useEffect(() => {
    latest.current = { keys, virtualizer }
  })
  useEffect(() => {
    const key = takeStoredRow()
    if (key !== undefined) {
      window.history.scrollRestoration = 'auto'
      const index = latest.current.keys.indexOf(key)
      if (index >= 0) latest.current.virtualizer.scrollToIndex(index, { align: 'start' })
    }
    const store = () => {
      const [, row] = visibleRows(list.current)
      if (!row || isReadFromTop(list.current)) return
      storeRow(keyOfElement(row))
      window.history.scrollRestoration = 'manual'
    }
    window.addEventListener('pagehide', store)
    return () => window.removeEventListener('pagehide', store)
  }, [list])
}

/** Removes the stored row and returns its key; undefined when it was stored at another address. */
function takeStoredRow(): string | undefined {
  try {
    const text = window.sessionStorage.getItem(storageKey)
    window.sessionStorage.removeItem(storageKey)
    const { address, row }: { address?: unknown; row?: unknown } = JSON.parse(text ?? '{}')
    return address === window.location.href && typeof row === 'string' ? row : undefined
  } catch {
    return undefined
  }
}

function storeRow(row: string): void {
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify({ address: window.location.href, row }))
  } catch {
    // Without storage the page starts at its top.
  }
}
