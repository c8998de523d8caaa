import { useEffect } from 'react'

/**
 * Keeps the screen awake while the page is seen, where the browser can; it takes the lock away from pages that are
 * hidden.
 */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isGone = false
    const hold = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (isGone) await held.release()
        else lock = held
      } catch {
        // A battery that is nearly empty, or a policy: then the screen does what it does.
      }
    }
    const onVisibilityChange = () => void hold()
    onVisibilityChange()
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', onVisibilityChange)
      lock?.release().catch(() => {})
    }
  }, [])
}
