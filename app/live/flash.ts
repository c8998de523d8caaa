/** Lights up for 2 s what has just changed; not for who asked for less motion. */
export function flash(element: HTMLElement | null): void {
  if (!element || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  element.animate([{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }], 2000)
}
