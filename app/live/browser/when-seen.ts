/** An element counts as seen after so many milliseconds in the window. */
const seenAfter = 2000

/**
 * Calls `onSeen` when the element has been in the window of a visible page for 2 s without a break. Returns a function
 * that cancels.
 */
export function whenSeen(element: Element, onSeen: () => void): () => void {
  let inWindow = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const restart = () => {
    clearTimeout(timer)
    timer = inWindow && document.visibilityState === 'visible' ? setTimeout(onSeen, seenAfter) : undefined
  }
  const observer = new IntersectionObserver((entries) => {
    inWindow = entries.at(-1)?.isIntersecting ?? false
    restart()
  })
  observer.observe(element)
  document.addEventListener('visibilitychange', restart)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('visibilitychange', restart)
  }
}
