import { useEffect } from 'react'

/** Keeps the screen awake while the page is visible, if the browser can. Browsers release the lock of a hidden page. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isUnmounted = false
    const hold = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (isUnmounted) await held.release()
        else lock = held
      } catch {
        // Refused because of a low battery or a policy: the screen may turn off.
      }
    }
    const onVisibilityChange = () => void hold()
    onVisibilityChange()
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => {
      isUnmounted = true
      document.removeEventListener('visibilitychange', onVisibilityChange)
      lock?.release().catch(() => {})
    }
  }, [])
}
