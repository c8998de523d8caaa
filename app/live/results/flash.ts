/** How long a row is bright, and then less bright. Milliseconds. */
const brightTime = 1500
const fadingTime = 500

/**
 * Lights up for 2 s what has just changed, unless the reader asked for less motion. Returns how to stop. In two steps
 * and not smoothly: an animation would keep a phone painting all the time. The colours are the style sheet's, by
 * `data-flash`.
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
