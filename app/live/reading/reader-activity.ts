/** How long nothing must have been touched or scrolled until the reader's hand is off the page. Milliseconds. */
const quietTime = 2500

export interface ReaderActivity {
  /** Nobody touches, scrolls or selects, nor did so a moment ago. */
  atRest(): boolean
  /** Called each time that the page has come to rest. */
  onRest(listener: () => void): () => void
  stop(): void
}

/** Watches the reader's hand: a finger on the page, scrolling by whatever means, and text that is being selected. */
export function watchReaderActivity(): ReaderActivity {
  const listeners = new Set<() => void>()
  let fingers = 0
  let activeAt = Number.NEGATIVE_INFINITY
  // While there was none it is asked only when it changes: to ask makes the browser lay the page out.
  let mayHaveSelection = hasSelection()
  let timer: ReturnType<typeof setTimeout> | undefined

  const atRest = () =>
    fingers === 0 && performance.now() - activeAt >= quietTime && !(mayHaveSelection && hasSelection())
  const look = () => {
    if (atRest()) for (const listener of listeners) listener()
  }
  const active = () => {
    activeAt = performance.now()
    clearTimeout(timer)
    timer = setTimeout(look, quietTime + 20)
  }
  const selected = () => {
    mayHaveSelection = hasSelection()
    active()
  }
  const touched = ({ touches, target, type }: TouchEvent) => {
    fingers = touches.length
    active()
    if (type !== 'touchstart') return
    // A row that is taken out of the page under the finger still hears the finger go; the page does not.
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
  document.addEventListener('visibilitychange', look)
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
      document.removeEventListener('visibilitychange', look)
    },
  }
}

/** Text in a field that is selected is no text of the list. */
function hasSelection(): boolean {
  return document.getSelection()?.type === 'Range'
}
