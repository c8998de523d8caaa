'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { formatStars, readStars, starsKey, withStar } from '../../lib/stars.ts'

const none: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
let known: { readonly text: string | null; readonly stars: ReadonlySet<string> } | undefined

/** Whom the reader follows, kept in this browser and the same in all its tabs. Nobody, until the page runs. */
export function useStars(): { readonly stars: ReadonlySet<string>; readonly toggle: (name: string) => void } {
  const stars = useSyncExternalStore(subscribe, current, () => none)
  const toggle = useCallback((name: string) => {
    const text = formatStars(withStar(current(), name))
    known = { text, stars: readStars(text) }
    try {
      window.localStorage.setItem(starsKey, text)
    } catch {
      // A private window may have no storage: the stars last as long as the page.
    }
    for (const listener of listeners) listener()
  }, [])
  return { stars, toggle }
}

function current(): ReadonlySet<string> {
  known ??= read()
  return known.stars
}

function read() {
  try {
    const text = window.localStorage.getItem(starsKey)
    return { text, stars: readStars(text) }
  } catch {
    return { text: null, stars: none }
  }
}

function subscribe(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key !== starsKey && event.key !== null) return
    known = read()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', follow)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', follow)
  }
}
