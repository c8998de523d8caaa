/**
 * Lights up for 2 s what has just changed; not for who asked for less motion. It fades at the end only: what fades is painted
 * sixty times a second.
 */
export function flash(element: HTMLElement | null): void {
  if (!element || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const fading = [{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }]
  element.animate(fading, { delay: 1600, duration: 400, fill: 'backwards' })
}
