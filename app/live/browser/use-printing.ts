'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * True while the browser prints the page or saves it as a PDF. It renders synchronously, so a list that is otherwise
 * windowed can render all its rows before the browser lays out the pages.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser lays out the pages right after the listeners return: a later render would be missing.
    const set = (value: boolean) => flushSync(() => setPrinting(value))
    const begin = () => set(true)
    const end = () => set(false)
    const follow = ({ matches }: MediaQueryListEvent) => set(matches)
    const media = window.matchMedia('print')
    setPrinting(media.matches)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', follow)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      media.removeEventListener('change', follow)
    }
  }, [])
  return printing
}
