/** How long one looks at a thing to have seen it. Milliseconds. */
const glance = 2000

/**
 * Calls back once the element was in the window of a page in sight for a while, without a break. Returns how to stop.
 */
export function whenSeen(element: Element, onSeen: () => void): () => void {
  let inWindow = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    timer = inWindow && document.visibilityState === 'visible' ? setTimeout(onSeen, glance) : undefined
  }
  const observer = new IntersectionObserver((entries) => {
    inWindow = entries.at(-1)?.isIntersecting ?? false
    look()
  })
  observer.observe(element)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('visibilitychange', look)
  }
}
