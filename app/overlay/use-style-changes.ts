import { useEffect, useState } from 'react'

/**
 * Grows when texts may have another size: another window, a font that was loaded, or the custom CSS of a program for
 * video, which it puts into the head after the page was loaded.
 */
export function useStyleChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const change = () => setChanges((count) => count + 1)
    const observer = new MutationObserver(change)
    observer.observe(document.head, { childList: true })
    window.addEventListener('resize', change)
    document.fonts.addEventListener('loadingdone', change)
    // What came before this page ran.
    change()
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', change)
      document.fonts.removeEventListener('loadingdone', change)
    }
  }, [])
  return changes
}
