/** In ms since the last touch, scroll or selection: the page is at rest, and then the reader has settled. */
const [quietTime, settleTime] = [2500, 8000]

export interface ReaderActivity {
  /** True when nothing is touched or selected, nor was for 2.5 s. */
  atRest(): boolean
  /** True after 8 s: then even rows that are read may move. */
  settled(): boolean
  /** Calls the listener each time the page gets to rest, and when it has settled; returns how to unsubscribe. */
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
  let timers: readonly ReturnType<typeof setTimeout>[] = []

  const isQuietFor = (time: number) =>
    fingers === 0 && performance.now() - activeAt >= time && !(mayHaveSelection && hasSelection())
  const atRest = () => isQuietFor(quietTime)
  const stopTimers = () => {
    for (const timer of timers) clearTimeout(timer)
  }
  const notifyAtRest = () => {
    if (atRest()) for (const listener of listeners) listener()
  }
  const active = () => {
    activeAt = performance.now()
    stopTimers()
    timers = [quietTime, settleTime].map((time) => setTimeout(notifyAtRest, time + 20))
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
    settled: () => isQuietFor(settleTime),
    onRest(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      stopTimers()
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
