'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether the page is being put on paper, or into a PDF. What renders by it is in the document before the browser takes
 * the pages: a list that otherwise has only the rows in sight can have all of them then.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser lays the pages out as soon as the listeners have returned: what renders later is not on them.
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
