import { useEffect, useRef, useState } from 'react'

/** Who looks away for less has missed nothing that needs to be told. Milliseconds. */
const shortest = 60_000

export interface Away {
  /** The version that was last seen. */
  readonly version: number
  readonly milliseconds: number
}

/**
 * Whether the reader, or the page's connection, was away and is back: until `dismiss` is called. `live` is false while the
 * page cannot know what happens.
 */
export function useAway(
  live: boolean,
  version: number,
): { readonly away: Away | undefined; readonly dismiss: () => void } {
  const [away, setAway] = useState<Away>()
  const left = useRef<{ readonly at: number; readonly version: number }>(undefined)
  const seen = useRef(version)

  useEffect(() => {
    const look = () => {
      const here = live && document.visibilityState === 'visible'
      if (!here) left.current ??= { at: Date.now(), version: seen.current }
      else {
        const { at, version: before } = left.current ?? { at: Date.now(), version }
        left.current = undefined
        if (Date.now() - at >= shortest) setAway({ version: before, milliseconds: Date.now() - at })
        seen.current = version
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [live, version])

  return { away, dismiss: () => setAway(undefined) }
}
