/** How long a row is bright, then fading, in milliseconds. */
const brightTime = 1500
const fadingTime = 500

/**
 * Highlights an element for 2 s, unless the reader prefers reduced motion; returns a function that cancels. The style
 * sheet colours `data-flash` in two steps: an animation would make a phone repaint all the time.
 */
export function flash(element: HTMLElement | null): () => void {
  if (!element || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {}
  element.dataset.flash = 'bright'
  const end = () => {
    delete element.dataset.flash
  }
  const fade = () => {
    element.dataset.flash = 'fading'
    timer = setTimeout(end, fadingTime)
  }
  let timer = setTimeout(fade, brightTime)
  return () => clearTimeout(timer)
}
