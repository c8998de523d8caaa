/** How long a row is bright, and then less bright. Milliseconds. */
const brightTime = 1500
const fadingTime = 500

let lessMotion: MediaQueryList | undefined

const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

/**
 * Lights up for 2 s what has just changed; not for who asked for less motion. In two steps and not smoothly: an animation would
 * keep a phone painting all the time. The colours are the style sheet's, by `data-flash`.
 */
export function flash(element: HTMLElement | null): void {
  lessMotion ??= window.matchMedia('(prefers-reduced-motion: reduce)')
  if (!element || lessMotion.matches) return
  clearTimeout(timers.get(element))
  element.dataset.flash = 'bright'
  const fade = () => {
    element.dataset.flash = 'fading'
    timers.set(element, setTimeout(end, fadingTime))
  }
  const end = () => {
    delete element.dataset.flash
    timers.delete(element)
  }
  timers.set(element, setTimeout(fade, brightTime))
}
