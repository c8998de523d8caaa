/** The page is at rest when nothing was touched, scrolled or selected for so long, in milliseconds. */
const quietTime = 2500

export interface ReaderActivity {
  /** True when nothing is touched or selected, and the quiet time since the last activity has passed. */
  atRest(): boolean
  /** Calls the listener each time the page gets to rest; returns a function that unsubscribes. */
  onRest(listener: () => void): () => void
  stop(): void
}

/** Watches what the reader does: touching, pressing, scrolling by any means, and selecting text. */
export function watchReaderActivity(): ReaderActivity {
  const listeners = new Set<() => void>()
  let fingers = 0
  let activeAt = Number.NEGATIVE_INFINITY
  // Reading the selection forces a layout, so it is read only after a selectionchange, or while there is one.
  let mayHaveSelection = hasSelection()
  let timer: ReturnType<typeof setTimeout> | undefined

  const atRest = () =>
    fingers === 0 && performance.now() - activeAt >= quietTime && !(mayHaveSelection && hasSelection())
  const notifyAtRest = () => {
    if (atRest()) for (const listener of listeners) listener()
  }
  const active = () => {
    activeAt = performance.now()
    clearTimeout(timer)
    timer = setTimeout(notifyAtRest, quietTime + 20)
  }
  const selected = () => {
    mayHaveSelection = hasSelection()
    active()
  }
  const touched = ({ touches, target, type }: TouchEvent) => {
    fingers = touches.length
    active()
    if (type !== 'touchstart') return
    // When the touched row is removed from the page, only the row gets the end of the touch, not the document.
    target?.addEventListener('touchend', touched as EventListener, { once: true })
    target?.addEventListener('touchcancel', touched as EventListener, { once: true })
  }
  const options = { capture: true, passive: true }
  document.addEventListener('touchstart', touched, options)
  document.addEventListener('touchend', touched, options)
  document.addEventListener('touchcancel', touched, options)
  document.addEventListener('pointerdown', active, options)
  document.addEventListener('scroll', active, options)
  document.addEventListener('selectionchange', selected)
  document.addEventListener('visibilitychange', notifyAtRest)
  return {
    atRest,
    onRest(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      document.removeEventListener('touchstart', touched, options)
      document.removeEventListener('touchend', touched, options)
      document.removeEventListener('touchcancel', touched, options)
      document.removeEventListener('pointerdown', active, options)
      document.removeEventListener('scroll', active, options)
      document.removeEventListener('selectionchange', selected)
      document.removeEventListener('visibilitychange', notifyAtRest)
    },
  }
}

/** True when text of the page is selected. Selected text in an input does not count. */
function hasSelection(): boolean {
  return document.getSelection()?.type === 'Range'
}
